"""A story in one edition, as pages take it; and the cards and list entries made from it."""

from typing import Literal

from shared.news.language import Language
from shared.news.record import Instant, Record
from shared.news.story import Kind, Part, Source, Texts
from shared.news.wording import BlockState

MEDIA = "/media"


class Image(Record):
    """One published size of a picture, in pixels."""

    address: str
    width: int
    height: int


class Picture(Record):
    """A picture as an article or card shows it; images smallest first."""

    images: tuple[Image, ...]
    caption: str = ""
    credit: str = ""
    alt: str = ""
    focus: tuple[float, float] = (0.5, 0.5)


class BlockOrigin(Record):
    """Where one block's words come from; `by` is as in Article.origins.

    A person who approved what engines said stands before them: "person+google".
    """

    id: str
    state: BlockState
    by: str
    outdated: bool = False


Waiting = Literal["correction", "update"]
"""What has changed in the source and is not (everywhere) in the edition yet."""


class Article(Record):
    """Everything that a page needs of a story in one edition.

    `origins` says who made each part: "source", "person", or the engines' names joined by "+";
    `blocks` says it of each block. `stale` is true where a person's words were made from an older
    source text. `waiting` is what readers are told: a correction of the source is not here yet
    (the whole edition is its version from before), or older words stand beside newer ones.
    """

    story: str
    edition: Language
    source_language: Language
    address: str
    published: Instant
    updated: Instant | None = None
    kind: Kind
    section: str
    regions: tuple[str, ...] = ()
    label: str | None = None
    byline: tuple[str, ...] = ()
    texts: Texts
    picture: Picture | None = None
    origins: dict[Part, str]
    blocks: tuple[BlockOrigin, ...] = ()
    stale: bool = False
    waiting: Waiting | None = None
    sensitive: bool = False

    def lists(self) -> tuple[str, ...]:
        """The lists of its edition that show it."""
        regions = tuple(f"region/{region}" for region in self.regions)
        return ("home", f"section/{self.section}", *regions)

    def engines(self) -> frozenset[str]:
        """The machine translators that had a part in it."""
        made = {engine for origin in self.origins.values() for engine in origin.split("+")}
        return frozenset(made - {"source", "person"})

    def card(self) -> "Card":
        return Card(
            story=self.story,
            edition=self.edition,
            address=self.address,
            published=self.published,
            kind=self.kind,
            section=self.section,
            label=self.label,
            headline=self.texts.headline or "",
            deck=self.texts.deck or "",
            picture=self.picture,
            pseudo="pseudo" in self.engines(),
            sensitive=self.sensitive,
        )


class Card(Record):
    """A story as a list shows it."""

    story: str
    edition: Language
    address: str
    published: Instant
    kind: Kind
    section: str
    label: str | None = None
    headline: str
    deck: str = ""
    picture: Picture | None = None
    pseudo: bool = False
    sensitive: bool = False


class Entry(Record):
    """A story's frozen place in one list, and what it shows there now: no card is a tombstone.

    `revision` is the story's when this was derived (an older one never replaces a newer);
    `as_of` is the number of the newest fact that changed what the entry shows.
    """

    story: str
    edition: Language
    list: str
    published: Instant
    revision: int
    as_of: int
    card: Card | None = None

    @property
    def period(self) -> str:
        """The month of its place, UTC: "2026-11"."""
        return f"{self.published:%Y-%m}"


def media_address(story: str, number: int, width: int) -> str:
    """Where the public finds a rendition; `number` is its Illustrated fact's."""
    return f"{MEDIA}/{story}/{number}-{width}.jpg"


def address_of(edition: Language, source: Source, slug: str, story: str) -> str:
    """The address that an article gets when its edition is first live."""
    return f"/{edition}/{source.section}/{f'{slug}-' if slug else ''}{story}"
