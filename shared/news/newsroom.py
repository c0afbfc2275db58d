"""The newsroom's configuration: outlet, editions, sections, regions, authors, labels.

`config/newsroom.yaml` in the newsroom bucket, checked by intake; nothing in the code names an
outlet, a section or a region.
"""

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, model_validator

from shared.news.budget import Budget
from shared.news.caching import Caching
from shared.news.language import LANGUAGES, Language
from shared.news.most_read import MostRead
from shared.news.policy import Translation
from shared.news.record import Record
from shared.news.story import KIND_FRONTS

PerEdition = dict[Language, str]
"""A name in each of the three editions."""

Months = Literal["gregorian", "levantine", "dual"]
"""Arabic month names: يناير (gregorian), كانون الثاني (levantine), or both (dual)."""

Numerals = Literal["latn", "arab"]
Engine = Literal[
    "memory", "google", "libretranslate", "microsoft", "amazon-translate", "bedrock", "pseudo"
]
Direction = Literal["en-ar", "en-es", "ar-en", "ar-es", "es-en", "es-ar"]
"""From which language into which."""
App = Literal["android", "ios"]
Quotes = Literal["curly", "guillemets"]
"""Quotation marks: “curly ‘inner’” or «guillemets “inner”»."""
WebAddress = Annotated[str, Field(pattern=r"^https://\S+$")]
TopicId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]


def _in_every_edition(names: PerEdition) -> PerEdition:
    missing = [code for code in LANGUAGES if not names.get(code, "").strip()]
    if missing:
        message = f"missing in {', '.join(missing)}"
        raise ValueError(message)
    return names


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        message = "not a time zone of the IANA database"
        raise ValueError(message) from None
    return name


Named = Annotated[PerEdition, AfterValidator(_in_every_edition)]
Zone = Annotated[str, AfterValidator(_known_zone)]


class Outlet(Record):
    """Who publishes; `about` and `rights` are lines at the foot of every page."""

    name: Named
    slogan: Named
    about: Named | None = None
    rights: Named | None = None
    social: dict[str, WebAddress] = Field(default_factory=dict)
    """Where else it can be followed, by the names of those places."""
    apps: dict[App, WebAddress] = Field(default_factory=dict)


class NavItem(Record):
    """Something that the navigation has: a list, a name that other lists are under, or both.

    Lists go by their names (`section/politics`, `kind/video`, `coverage`).
    """

    name: Named | None = None
    """What the list is called here, where it is not by its own name."""
    to: str | None = None
    under: tuple[str, ...] = ()


class EditionSettings(Record):
    """How one edition writes dates and numbers, and how fast its readers read."""

    timezone: Zone = "UTC"
    months: Months = "gregorian"
    numerals: Numerals = "latn"
    words_per_minute: int = Field(default=220, ge=50, le=1000)
    quotes: Quotes | None = None
    """As is usual in the edition's language where it is not set."""


class Stream(Record):
    """What the outlet broadcasts live, and what that is called."""

    stream: WebAddress
    title: Named


class Newsroom(Record):
    """The whole configuration."""

    outlet: Outlet
    editions: dict[Language, EditionSettings]
    default_edition: Language = "en"
    desk_language: Language = "en"
    sections: dict[TopicId, Named]
    subsections: dict[TopicId, tuple[TopicId, ...]] = Field(default_factory=dict)
    """Which sections are parts of which: their stories stand in both."""
    regions: dict[TopicId, Named] = Field(default_factory=dict)
    programmes: dict[TopicId, Named] = Field(default_factory=dict)
    """What videos are parts of."""
    coverage: dict[TopicId, Named] = Field(default_factory=dict)
    """Collections that editors put stories in."""
    authors: dict[TopicId, Named] = Field(default_factory=dict)
    nav: tuple[NavItem, ...] = ()
    """The navigation; without it, all sections."""
    pages: dict[TopicId, Named] = Field(default_factory=dict)
    """The pages about the outlet, by the names of their files in `inbox/pages/`, as links say."""
    kinds: dict[str, Named] = Field(default_factory=dict)
    """What stories of a kind are called, where that is not as usual."""
    fronts: dict[str, Named] = Field(default_factory=dict)
    """And the fronts of kinds."""
    labels: dict[str, Named] = Field(default_factory=dict)
    live: Stream | None = None
    translators: tuple[Engine, ...] = ("memory", "google")
    translators_for: dict[Direction, tuple[Engine, ...]] = Field(default_factory=dict)
    """Instead of `translators`, from one language into another."""
    translation: Translation = Field(default_factory=Translation)
    caching: Caching = Field(default_factory=Caching)
    most_read: MostRead = Field(default_factory=MostRead)
    embargoed: tuple[Engine, ...] = ("memory",)
    """The translators that may see stories before they are public."""
    budgets: dict[Engine, Budget] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _three_editions(self) -> "Newsroom":
        if set(self.editions) != set(LANGUAGES):
            message = f"editions must be {', '.join(LANGUAGES)}"
            raise ValueError(message)
        if not self.sections:
            message = "at least one section is needed"
            raise ValueError(message)
        return self

    def lists(self) -> Iterator[str]:
        """The lists that it knows, by their names."""
        kinds: dict[str, Iterable[str]] = {
            "kind": KIND_FRONTS,
            "section": self.sections,
            "region": self.regions,
            "programme": self.programmes,
            "coverage": self.coverage,
            "author": self.authors,
        }
        yield from ("home", "coverage")
        yield from (f"{kind}/{topic}" for kind, topics in kinds.items() for topic in topics)

    def within(self, section: str) -> str | None:
        """The section that this one is a part of."""
        return next((one for one, parts in self.subsections.items() if section in parts), None)

    def translators_from(self, source: Language, target: Language) -> tuple[Engine, ...]:
        """Who translates from one language into another, in the order of asking."""
        wanted = f"{source}-{target}"
        found = (one for name, one in self.translators_for.items() if name == wanted)
        return next(found, self.translators)

    def budget(self, engine: str) -> Budget:
        """What an engine may cost."""
        return next((one for name, one in self.budgets.items() if name == engine), Budget())

    def changed_from(self, older: "Newsroom | None") -> tuple[str, ...]:
        """The parts that differ: a field's name, or `authors.<id>` for each author."""
        if older is None:
            return ("everything",)
        fields = [
            name
            for name in type(self).model_fields
            if name != "authors" and getattr(self, name) != getattr(older, name)
        ]
        everyone = {**self.authors, **older.authors}
        authors = [
            f"authors.{person}"
            for person in sorted(everyone)
            if self.authors.get(person) != older.authors.get(person)
        ]
        return (*fields, *authors)
