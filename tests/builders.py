"""Stories and newsrooms for tests: say what matters, the rest is sensible."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from shared.news.archive import keep, record
from shared.news.blocks import AnyBlock, Paragraph, Span, inlines, plain, with_inlines
from shared.news.facts import (
    ConfigAccepted,
    EditionAccepted,
    Illustrated,
    Rendition,
    SourceAccepted,
    Translated,
    What,
    Withdrawn,
)
from shared.news.keys import CONFIG_KEY, NEWSROOM_LOG, StoryKey, story_key
from shared.news.language import LANGUAGES, Language
from shared.news.log import Log
from shared.news.newsroom import EditionSettings, Newsroom, Outlet
from shared.news.ranking import Chart, Ranked, Ranking
from shared.news.story import PictureWish, Source, Texts
from shared.news.units import units_of
from shared.news.view import StoryView, view
from shared.news.words import EditionText, Given, MachineText, Made
from shared.pages.press import Press
from shared.pages.publish import Outcome, publish
from tests.fakes.archive import MemoryArchive, MemoryBodies
from tests.fakes.diary import MemoryDiary
from tests.fakes.moments import Moments
from tests.fakes.pages import (
    MemoryEdge,
    MemoryFinished,
    MemoryLists,
    MemoryPeriods,
    MemoryPrints,
    MemoryRankings,
    MemoryShows,
    MemoryStands,
)
from tests.fakes.shelf import MemoryShelf

MORNING = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def named(word: str) -> dict[Language, str]:
    return {"en": word, "ar": f"{word} ع", "es": f"{word} ñ"}


def a_newsroom(**changes: Any) -> Newsroom:
    sections = ("politics", "economy", "culture")
    values: dict[str, Any] = {
        "outlet": Outlet(name=named("Gazette"), slogan=named("News")),
        "editions": {code: EditionSettings() for code in LANGUAGES},
        "sections": {topic: named(topic.title()) for topic in sections},
        "regions": {"africa": named("Africa")},
        "coverage": {"in-five": named("In Five")},
        "authors": {"layla-haddad": named("Layla Haddad")},
    }
    return Newsroom.model_validate(values | changes)


def body(*paragraphs: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(spans=(Span(text=text),)) for text in paragraphs)


def a_source(headline: str = "A river", *, language: Language = "en", **changes: Any) -> Source:
    words = {"headline": headline, "body": body(f"{headline} flows.")}
    texts = Texts.model_validate(words | changes.pop("texts", {}))
    values = {"language": language, "section": "politics", "texts": texts}
    return Source.model_validate(values | changes)


def key_named(name: str, language: Language = "en", ending: str = ".md") -> StoryKey:
    folder = "" if name.startswith("pages/") else "2026/11/"
    key = story_key(f"inbox/{folder}{name}.{language}{ending}")
    assert key
    return key


def in_words_of(edition: Language, texts: Texts) -> Texts:
    """Texts that a machine could have made: every text marked with the edition."""
    changed: dict[str, Any] = {}
    for part in texts.parts():
        value = getattr(texts, part)
        if part == "body":
            changed[part] = body(*(f"{edition} {block.spans[0].text}" for block in value))
        elif part in {"transcript", "table", "pictures"}:
            changed[part] = tuple(_in_words_of(edition, block) for block in value)
        elif part == "tags":
            changed[part] = tuple(f"{edition} {tag}" for tag in value)
        else:
            changed[part] = f"{edition} {value}"
    return Texts.model_validate(changed)


def _in_words_of(edition: Language, block: AnyBlock) -> AnyBlock:
    runs = ((Span(text=f"{edition} {plain(run)}"),) for run in inlines(block))
    return with_inlines(block, tuple(runs))


def a_machine_text(source: Source, texts: Texts, by: tuple[str, ...] = ()) -> MachineText:
    """What a machine gave for every block of a source."""
    pairs = zip(units_of(source.texts), units_of(texts), strict=True)
    made = {unit.digest: Made(said=said, by=by) for unit, said in pairs}
    return MachineText(language=source.language, made=made)


@dataclass
class World:
    """A newsroom in memory: facts are appended by hand, pages published by the real use case."""

    moments: Moments = field(default_factory=Moments)
    now: datetime = MORNING

    def __post_init__(self) -> None:
        self.archive = MemoryArchive(moments=self.moments)
        self.bodies = MemoryBodies()
        self.site = MemoryShelf(moments=self.moments)
        self.edge = MemoryEdge(moments=self.moments)
        self.diary = MemoryDiary(moments=self.moments)
        self.lists = MemoryLists(moments=self.moments)
        self.stands = MemoryStands(moments=self.moments)
        self.shows = MemoryShows(moments=self.moments)
        self.rankings = MemoryRankings(moments=self.moments)
        self.prints = MemoryPrints(moments=self.moments)
        self.periods = MemoryPeriods()
        self.finished = MemoryFinished(moments=self.moments)
        self.configure(a_newsroom())

    def clock(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def press(self, renderer: str = "renderer") -> Press:
        return Press(
            archive=self.archive,
            bodies=self.bodies,
            site=self.site,
            lists=self.lists,
            periods=self.periods,
            stands=self.stands,
            finished=self.finished,
            shows=self.shows,
            rankings=self.rankings,
            prints=self.prints,
            edge=self.edge,
            diary=self.diary,
            clock=self.clock,
            url="https://gazette.example",
            renderer=renderer,
        )

    def append(self, log: str, what: What) -> Log:
        return record(self.archive, log, lambda _: what, clock=self.clock)

    def configure(self, newsroom: Newsroom, changed: Sequence[str] = ("everything",)) -> None:
        self.append(
            NEWSROOM_LOG,
            ConfigAccepted(
                key=CONFIG_KEY,
                version=f"v{len(self.archive.logs.get(NEWSROOM_LOG, ()))}",
                body=keep(self.bodies, newsroom),
                changed=tuple(changed),
            ),
        )

    def accept(self, name: str, source: Source | None = None, **about: Any) -> str:
        source = source or a_source(f"The {name}")
        key = key_named(name, source.language)
        number = len(self.archive.logs.get(key.story, ())) + 1
        values = {
            "key": key.key,
            "version": f"v{number}",
            "body": keep(self.bodies, source),
            "text": source.texts.digest(),
            "language": source.language,
        }
        self.append(key.story, SourceAccepted.model_validate(values | about))
        return key.story

    def translate(self, story: str, edition: Language, by: tuple[str, ...] = ()) -> None:
        seen = self.view(story)
        assert seen.released
        source = seen.released.body
        made = a_machine_text(source, in_words_of(edition, source.texts), by)
        self.append(
            story,
            Translated(
                edition=edition,
                source=seen.released.number,
                text=seen.released.fact.text,
                body=keep(self.bodies, made),
            ),
        )

    def write(
        self, name: str, edition: Language, texts: Texts, *, approved: bool = False, **about: Any
    ) -> str:
        key = key_named(name, edition)
        text = EditionText(edition=edition, texts=texts, approved=approved)
        values = {
            "key": key.key,
            "version": f"{edition}{len(self.archive.logs.get(key.story, ()))}",
            "body": keep(self.bodies, text),
            "edition": edition,
        }
        self.append(key.story, EditionAccepted.model_validate(values | about))
        return key.story

    def give(self, name: str, edition: Language, *blocks: Given, translates: str) -> str:
        """A person's words for single blocks, as an XLIFF file gives them."""
        key = key_named(name, edition, ".xlf")
        text = EditionText(edition=edition, blocks=blocks)
        fact = EditionAccepted(
            key=key.key,
            version=f"{edition}{len(self.archive.logs.get(key.story, ()))}",
            body=keep(self.bodies, text),
            edition=edition,
            translates=translates,
        )
        self.append(key.story, fact)
        return key.story

    def illustrate(self, story: str, picture: str = "inbox/2026/11/palace.jpg") -> None:
        image = self.bodies.put(b"a picture of " + story.encode())
        rendition = Rendition(width=640, height=360, body=image)
        self.append(story, Illustrated(key=picture, version="p1", renditions=(rendition,)))

    def withdraw(self, story: str) -> None:
        seen = self.view(story)
        assert seen.source
        gone = Withdrawn(
            key=seen.source.fact.key, version=f"gone{seen.revision}", outcome="deleted"
        )
        self.append(story, gone)

    def rank(
        self, *stories: str, name: str = "home", chart: Chart = "most-read",
        edition: Language = "en", **about: Any,
    ) -> None:  # fmt: skip
        """A new revision of a ranking; pages are told by `publish_rankings`."""
        stands = self.rankings.ranking(edition, name, chart)
        values: dict[str, Any] = {
            "edition": edition, "list": name, "chart": chart, "as_of": MORNING, "changed": MORNING,
            "revision": stands.revision + 1 if stands else 1,
            "stories": tuple(Ranked(story=story, readers=5) for story in stories),
        }  # fmt: skip
        self.rankings.put(Ranking.model_validate(values | about))

    def publish(self, *stories: str, renderer: str = "renderer", anew: bool = False) -> Outcome:
        return publish(stories, self.press(renderer), anew=stories if anew else ())

    def view(self, story: str) -> StoryView:
        return view(Log(story, tuple(self.archive.logs.get(story, ()))), self.bodies)

    def page(self, story: str, edition: Language = "en") -> str:
        """The key of the article's page."""
        place = self.view(story).editions[edition].place
        assert place
        return place.address.lstrip("/")

    def reads(self, key: str) -> str:
        return self.site.text(key)


def a_wish(picture: str = "inbox/2026/11/palace.jpg") -> PictureWish:
    return PictureWish(key=picture, credit="Desk")
