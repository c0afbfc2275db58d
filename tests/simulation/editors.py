"""The editors: a few stories, and everything that people do to them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from shared.news.keys import CONFIG_KEY, PICKS_KEY, story_of
from shared.news.language import Language
from tests.fakes.intake import MemoryInbox

FOLDER = "inbox/2026/11"
STORIES: dict[str, Language] = {
    "river": "en", "bridge": "en", "market": "es", "school": "ar",
    "alarm": "en", "flood": "en", "flood/noon": "es", "flood/dusk": "ar", "about": "en",
}  # fmt: skip
"""The stories by name, and the language of each."""
KINDS = {
    "alarm": "flash", "flood": "live", "flood/noon": "post", "flood/dusk": "post", "about": "page",
}  # fmt: skip
"""What some of them are all their life; the others are of one kind today and another tomorrow."""
CASTS = (
    (),
    ("about",),
    ("alarm",),
    ("flood", "flood/noon"),
    ("alarm", "flood", "flood/noon", "flood/dusk"),
)
"""Who is on stage beside two to four of any kind."""
WORDS: dict[Language, str] = {"en": "The treaty", "es": "El tratado", "ar": "المعاهدة"}
OTHER_KINDS = ("opinion", "analysis", "video", "gallery")
FOREVER = datetime.max.replace(tzinfo=UTC)
TAGS = ("river", "treaty", "Treaty", "nahr")
PICTURES = (f"{FOLDER}/palace.jpg", f"{FOLDER}/delta.jpg")
MEDIA_HOST = "https://media.example"


def cast(random: Random) -> tuple[str, ...]:
    """The stories of one run: a few of any kind and, in most runs, a flash or a live page."""
    any_kind = [name for name in STORIES if name not in KINDS]
    some = random.sample(any_kind, k=random.choice([2, 3, 3, 4]))
    return tuple(sorted([*some, *random.choice(CASTS)]))


def stem(name: str) -> str:
    folder = "inbox/pages" if KINDS.get(name) == "page" else FOLDER
    return f"{folder}/{name}"


def key(name: str, edition: Language) -> str:
    return f"{stem(name)}.{edition}.md"


UNRANKED = {story_of(stem(name)) for name, kind in KINDS.items() if kind != "live"}
"""The stories that are never counted: readers do not open them, or they are no news."""


def configuration(*, sports: bool, author: str, broken: bool = False) -> str:
    """The newsroom's file: with more sections, another name of an author, or a fault."""
    sections = ["politics", "culture", *(["sports"] if sports else [])]
    named = "{{en: {0}, ar: {0} ع, es: {0} ñ}}"
    return "\n".join(
        [
            f"outlet: {{name: {named.format('Gazette')}, slogan: {named.format('News')}}}",
            "editions: {en: {}, ar: {}, es: {}}",
            "sections:",
            *(f"  {section}: {named.format(section)}" for section in sections),
            f"subsections: {{{'politics: [culture]' if sports else ''}}}",
            f"regions: {{africa: {named.format('Africa')}}}",
            f"pages: {{about: {named.format('About')}}}",
            f"coverage: {{in-five: {named.format('In Five')}}}",
            f"authors: {{layla: {named.format(author)}}}",
            *(["colour: blue"] if broken else []),
            "translators: [memory, google]",
            "",
        ]
    )


@dataclass
class Editors:
    """Acts at random. Every headline has a number of its own, except where words come back.

    `secret` says until when nobody may read a headline with that number.
    """

    random: Random
    inbox: MemoryInbox
    stories: tuple[str, ...]
    now: datetime
    number: int = 1000
    secret: dict[str, datetime] = field(default_factory=dict)
    said: dict[str, list[str]] = field(default_factory=dict)

    def act(self) -> tuple[str, str]:
        """Do one thing; what it was, and the key that it touched."""
        deeds = {
            self.write: 8,
            self.revert: 3,
            self.translate: 4,
            self.drop_translation: 2,
            self.delete: 3,
            self.illustrate: 3,
            self.delete_picture: 1,
            self.rival: 1,
            self.pick: 2,
        }
        deed = self.random.choices(list(deeds), list(deeds.values()))[0]
        touched = deed()
        return f"{deed.__name__} {touched}", touched

    def configure(self) -> str:
        chosen = self.random
        return self._upload(
            CONFIG_KEY,
            configuration(
                sports=chosen.random() < 0.6,
                author=chosen.choice(["Layla", "Leyla"]),
                broken=chosen.random() < 0.2,
            ),
        )

    def write(self) -> str:
        """A source: new, corrected, moved, embargoed, withheld, canceled or wrong."""
        chosen, name = self.random, self._story()
        language, kind = STORIES[name], KINDS.get(name, "")
        number = self._number()
        match kind:
            case "flash":
                fields = self._flash()
            case "post":
                fields = ["kind: post", *self._picture(language), *self._byline()]
            case "page":
                fields = ["kind: page", *self._picture(language)]
            case _:
                fields = self._placed(name, kind or chosen.choice(["news", "news", *OTHER_KINDS]))
        match chosen.choices(
            ["plain", "change", "embargo", "withheld", "canceled", "override", "wrong"],
            [8, 4, 3, 1, 1, 2, 2],
        )[0]:
            case "change":
                change = chosen.choice(["typo", "update", "correction"])
                fields.append(f"change: {change}")
                if change == "correction":
                    fields.append(f"correction: {WORDS[language]}.")
            case "embargo":
                minutes = chosen.choice([-5, 3, 20, 90])
                until = self.now + timedelta(minutes=minutes)
                fields.append(f"embargo: {until:%Y-%m-%dT%H:%M:%SZ}")
                self.secret[number] = until.replace(microsecond=0)
            case "withheld" | "canceled" as status:
                fields.append(f"status: {status}")
                self.secret[number] = FOREVER
            case "override":
                fields.append("override: true")
            case "wrong":
                fields.append("colour: blue")
                self.secret[number] = FOREVER
        if kind == "live" and number not in self.secret and chosen.random() < 0.2:
            fields.append("status: ended")
        text = story_file(f"{WORDS[language]} {number}", fields, body=kind != "flash")
        if "sports" not in fields[0] and number not in self.secret:
            self.said.setdefault(key(name, language), []).append(text)
        return self._upload(key(name, language), text)

    def _flash(self) -> list[str]:
        chosen, until = self.random, self.now + timedelta(minutes=self.random.choice([2, 15, 90]))
        elsewhere = ["https://port.example/notice", *map(stem, self.stories)]
        link = [f"link: {chosen.choice(elsewhere)}"] if chosen.random() < 0.6 else []
        return ["kind: flash", f"expires: {until:%Y-%m-%dT%H:%M:%SZ}", *link]

    def _placed(self, name: str, kind: str) -> list[str]:
        """What is said of a story that has a page of its own."""
        chosen, language = self.random, STORIES[name]
        section = chosen.choices(["politics", "culture", "sports"], [5, 3, 1])[0]
        fields = [f"section: {section}", f"kind: {kind}", *self._byline()]
        if chosen.random() < 0.5:
            others = [stem(other) for other in self.stories if other != name]
            pins = chosen.sample(others, k=min(len(others), chosen.choice([1, 1, 2])))
            fields.append(f"related: [{', '.join(pins)}]")
        fields += self._picture(language, needed=kind == "video")
        if kind == "video":
            fields.append(f"video: {{address: {MEDIA_HOST}/{name}.mp4}}")
            fields += [captions(f"{WORDS[language]} {self._number()}")] * (chosen.random() < 0.7)
        if kind == "gallery":
            files = (one.rpartition("/")[2] for one in PICTURES)
            said = f"credit: Desk, caption: {WORDS[language]}"
            fields.append(f"pictures: [{', '.join(f'{{file: {file}, {said}}}' for file in files)}]")
        if chosen.random() < 0.3:
            fields.append("regions: [africa]")
        if chosen.random() < 0.5:
            fields.append(f"tags: [{', '.join(chosen.sample(TAGS, k=2))}]")
        if chosen.random() < 0.15:
            fields.append("coverage: [in-five]")
        return fields

    def _byline(self) -> list[str]:
        if self.random.random() < 0.7:
            return []
        return [f"byline: [layla, {self.random.choice(['omar', 'Nadia Noor'])}]"]

    def _picture(self, language: Language, *, needed: bool = False) -> list[str]:
        if not needed and self.random.random() < 0.6:
            return []
        picture = self.random.choice(PICTURES).rpartition("/")[2]
        focus = self.random.choice(["[0.1, 0.5]", "[0.9, 0.5]"])
        said = f"credit: Desk, alt: {WORDS[language]}, focus: {focus}"
        return [f"picture: {{file: {picture}, {said}}}"]

    def revert(self) -> str:
        """The words of an earlier version again, byte for byte."""
        written = [file for file, texts in self.said.items() if texts]
        if not written:
            return self.write()
        file = self.random.choice(written)
        return self._upload(file, self.random.choice(self.said[file]))

    def translate(self) -> str:
        """A person's words, before or after the machine's; sometimes only the headline."""
        name = self._story()
        edition = self.random.choice([one for one in WORDS if one != STORIES[name]])
        headline = f"{WORDS[edition]} {self._number()}"
        body = self.random.random() < 0.6 and KINDS.get(name) != "flash"
        text = story_file(headline, [], body=body)
        self.said.setdefault(key(name, edition), []).append(text)
        return self._upload(key(name, edition), text)

    def drop_translation(self) -> str:
        name = self._story()
        edition = self.random.choice([one for one in WORDS if one != STORIES[name]])
        return self._delete(key(name, edition))

    def delete(self) -> str:
        name = self._story()
        return self._delete(key(name, STORIES[name]))

    def illustrate(self) -> str:
        picture = self.random.choice(PICTURES)
        return self._upload(picture, f"picture {self._number()}")

    def delete_picture(self) -> str:
        return self._delete(self.random.choice(PICTURES))

    def rival(self) -> str:
        """A second source for a story: rejected as long as the first one stands."""
        name = self._story()
        other = self.random.choice([one for one in WORDS if one != STORIES[name]])
        number = self._number()
        return self._upload(
            key(name, other), story_file(f"{WORDS[other]} {number}", ["section: politics"])
        )

    def pick(self) -> str:
        """What editors want of Most Read: right, wrong, for a section to come, or no more."""
        chosen, until = self.random, f"{self.now + timedelta(minutes=5):%Y-%m-%dT%H:%M:%SZ}"
        lists = ["section/politics", "section/sports", "home", "everywhere else"]
        place = chosen.choices(lists, [3, 3, 3, 1])[0]
        pin = f"{{story: {stem(self._story())}, place: 1, list: {place}, until: {until}}}"
        if chosen.random() < 0.2:
            return self._delete(PICKS_KEY)
        return self._upload(PICKS_KEY, f"# {self._number()}\npins: [{pin}]\n")

    def _story(self) -> str:
        return self.random.choice(self.stories)

    def _number(self) -> str:
        self.number += 1
        return str(self.number)

    def _upload(self, file: str, content: str) -> str:
        self.inbox.upload(file, content)
        return file

    def _delete(self, file: str) -> str:
        if file in self.inbox.files and self.inbox.files[file][-1].content is not None:
            self.inbox.delete(file)
        return file


def captions(said: str) -> str:
    """A video's, of one cue."""
    return f"captions: |\n  WEBVTT\n\n  00:00.000 --> 00:04.000\n  {said}"


def story_file(headline: str, fields: list[str], *, body: bool = True) -> str:
    words = headline if body else ""
    return "\n".join(["---", f"headline: {headline}", *fields, "---", "", words, ""])
