"""Nothing of a story can be read before its minute, whatever happens to it."""

from datetime import UTC, datetime, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from shared.news.archive import keep
from shared.news.facts import Translated
from shared.news.keys import CONFIG_KEY
from shared.news.story import Texts
from shared.news.view import StoryView
from tests.builders import MORNING, World, a_machine_text, body
from tests.unit.intake.desk import ARABIC, KEY, RIVER, Newsroom, a_file

STEPS = st.lists(
    st.sampled_from(
        ["open", "secret", "sooner", "bad", "person", "machine", "picture", "delete", "withhold",
         "hour", "event"]
    ),
    max_size=14,
)  # fmt: skip


NEVER = datetime.max.replace(tzinfo=UTC)


class Watched:
    """A newsroom and its site, and which words nobody may read yet."""

    def __init__(self) -> None:
        self.desk = Newsroom()
        self.desk.ingest(CONFIG_KEY)
        self.world = World()
        self.world.archive, self.world.bodies = self.desk.archive, self.desk.bodies
        self.words: dict[str, datetime] = {}
        self.persons: set[str] = set()
        self.made = 0

    def word(self, until: datetime) -> str:
        self.made += 1
        word = f"word{self.made}x"
        self.words[word] = until
        return word

    def replaced(self, until: datetime) -> None:
        """What waited with a version that is no more comes out never, a person's with the next."""
        for word, at in self.words.items():
            if at > self.desk.now:
                self.words[word] = until if word in self.persons else NEVER

    def upload(self, hours: float) -> None:
        until = self.desk.now + timedelta(hours=hours)
        self.replaced(until)
        embargo = until.isoformat() if hours else ""
        word = self.word(until)  # in every block, as what is said again may be translated alike
        picture = f"{{file: {word}.jpg, credit: Desk, alt: {word}}}"
        self.desk.drop(a_file(word, word, embargo=embargo, picture=picture))

    def waiting_until(self) -> datetime:
        waiting = self.seen().waiting()
        return waiting.public_at if waiting else MORNING

    def seen(self) -> StoryView:
        return self.world.view(RIVER)

    def step(self, name: str) -> None:
        desk, seen = self.desk, self.seen()
        newest = None if seen.withdrawn else seen.source
        match name:
            case "open" | "secret" | "sooner":
                self.upload({"open": 0, "secret": 3, "sooner": 1}[name])
            case "bad":
                desk.drop(a_file("", section="nowhere"))
            case "person" if newest:
                word = self.word(self.waiting_until())
                self.persons.add(word)
                desk.drop(f"---\nheadline: {word}\npicture: {{alt: {word}}}\n---\n{word}\n", ARABIC)
            case "machine" if newest:
                word = self.word(self.waiting_until())
                texts = Texts.model_validate(
                    dict.fromkeys(("headline", "alt"), word) | {"body": body(word)}
                )
                made = keep(desk.bodies, a_machine_text(newest.body, texts))
                self.world.append(
                    RIVER,
                    Translated(
                        edition="es", source=newest.number, text=newest.fact.text, body=made
                    ),
                )
            case "picture" if newest and newest.body.picture:
                self.world.illustrate(RIVER, newest.body.picture.key)
            case "delete" if KEY in desk.inbox.files:
                desk.drop(None)
                self.replaced(NEVER)
            case "withhold":
                desk.drop(a_file(status="withheld"))
                self.replaced(NEVER)
            case "hour":
                desk.now += timedelta(hours=1)
                desk.release()
            case _:
                desk.ingest()

    def readable(self) -> set[str]:
        """The words that stand anywhere on the site, in any object or address."""
        said = b"".join(
            key.encode() + item.content + (item.location or "").encode()
            for key, item in self.world.site.items.items()
        ).decode()
        return {word for word in self.words if word in said}

    def shown_pictures(self) -> set[str]:
        """Pictures that stand though no article shows them."""
        return {
            key
            for key, item in self.world.site.items.items()
            if key.startswith("media/") and item.status is None
            if not any(
                state.article and state.article.picture
                and f"/{key}" in {image.address for image in state.article.picture.images}
                for state in self.seen().editions.values()
            )
        }  # fmt: skip


@example(["open", "secret", "person", "machine", "picture", "hour", "sooner", "hour", "hour"])
@example(["secret", "person", "machine", "picture", "delete", "open", "secret", "machine"])
@settings(max_examples=60)
@given(STEPS)
def test_after_any_history_nothing_can_be_read_before_its_minute(steps: list[str]) -> None:
    watched = Watched()
    for step in steps:
        watched.step(step)
        watched.world.publish(RIVER)
        early = {word for word, until in watched.words.items() if until > watched.desk.now}
        assert not watched.readable() & early
        assert watched.shown_pictures() == set()
    seen = watched.seen()
    for _ in range(4):
        watched.step("hour")
    after = watched.seen()
    if seen.source and not seen.withdrawn:  # what was accepted last is out once its minute came
        assert after.released is not None
        assert after.released.number == seen.source.number
