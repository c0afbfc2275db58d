"""A story in one edition, as pages take it; and the cards and list entries made from it."""

from typing import Literal

from shared.news.facts import Format
from shared.news.language import Language
from shared.news.record import Instant, Record
from shared.news.slugs import slugify
from shared.news.story import KIND_FRONTS, Kind, Part, Source, Texts, Video
from shared.news.wording import BlockState

MEDIA = "/media"
MOST_REGIONS, MOST_AUTHORS, MOST_COVERAGE, MOST_TAGS = 3, 3, 2, 5
"""How many of each have a story in their lists, the first that its file names: the work for a story
has a bound. The others are on its page all the same."""
BREAKING = "breaking"
"""The list of an edition's flashes."""
LIVE = "live"
"""And of its live pages."""
STATIC = "page"
"""And of its static pages, which readers do not see."""
POSTS = "posts/"


class Image(Record):
    """One published size of a picture, in pixels; `address` is the JPEG's."""

    address: str
    width: int
    height: int


class Picture(Record):
    """A picture as an article or card shows it; images smallest first, each in every format.

    `shapes` are its parts around the focus, 16:9, 4:3 and 1:1, for search engines; cards have none.
    """

    images: tuple[Image, ...]
    shapes: tuple[Image, ...] = ()
    formats: tuple[Format, ...] = ("jpg",)
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
    within: str | None = None
    programme: str | None = None
    regions: tuple[str, ...] = ()
    coverage: tuple[str, ...] = ()
    label: str | None = None
    byline: tuple[str, ...] = ()
    texts: Texts
    picture: Picture | None = None
    gallery: tuple[Picture, ...] = ()
    video: Video | None = None
    origins: dict[Part, str]
    blocks: tuple[BlockOrigin, ...] = ()
    stale: bool = False
    waiting: Waiting | None = None
    sensitive: bool = False
    link: str | None = None
    about: str | None = None
    over: bool = False
    """It was a flash or a live page, and is over."""
    live: str | None = None
    """The live page of which it is a post."""

    @property
    def captions(self) -> str | None:
        """The address of its video's captions; None where a person's words do not fit the times."""
        cues = self.video.cues if self.video else ()
        fit = cues and len(cues) == len(self.texts.transcript or ())
        return captions_address(self.story, self.edition) if fit else None

    def lists(self) -> tuple[str, ...]:
        """The lists of its edition that show it; the first is the one that links go by."""
        if self.kind == "flash":
            return (BREAKING,)
        if self.live:
            return (posts_of(self.live),)
        if self.kind == "page":
            return (STATIC,)
        names = ["home", f"section/{self.section}"]
        names += [f"section/{self.within}"] if self.within else []
        names += [LIVE] if self.kind == "live" else []
        names += [f"kind/{self.kind}"] if self.kind in KIND_FRONTS else []
        names += [f"programme/{self.programme}"] if self.programme else []
        names += [f"region/{one}" for one in self.regions[:MOST_REGIONS]]
        names += ["coverage"] if self.coverage else []
        names += [f"coverage/{one}" for one in self.coverage[:MOST_COVERAGE]]
        names += filter(None, (author_list(one) for one in self.byline[:MOST_AUTHORS]))
        names += filter(None, (tag_list(one) for one in (self.texts.tags or ())[:MOST_TAGS]))
        return tuple(dict.fromkeys(names))

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
            within=self.within,
            label=self.label,
            byline=self.byline[:MOST_AUTHORS],
            tags=(self.texts.tags or ())[:MOST_TAGS],
            headline=self.texts.headline or "",
            deck=self.texts.deck or "",
            picture=self.picture and self.picture.model_copy(update={"shapes": ()}),
            pictures=len(self.gallery),
            seconds=self.video.seconds if self.video else None,
            pseudo="pseudo" in self.engines(),
            sensitive=self.sensitive,
            link=self.link,
            about=self.about,
            over=self.over,
            post=self if self.live else None,
        )


class Card(Record):
    """A story as a list shows it."""

    story: str
    edition: Language
    address: str
    published: Instant
    kind: Kind
    section: str
    within: str | None = None
    label: str | None = None
    byline: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    headline: str
    deck: str = ""
    picture: Picture | None = None
    pictures: int = 0
    """How many a gallery has."""
    seconds: int | None = None
    """How long a video is."""
    pseudo: bool = False
    sensitive: bool = False
    link: str | None = None
    about: str | None = None
    over: bool = False
    post: Article | None = None
    """All of it, as live pages show it."""

    def sections(self) -> frozenset[str]:
        """Its section, and the one that this is a part of."""
        return frozenset(filter(None, (self.section, self.within)))


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
        """The month of its place, UTC: "2026-11"; of a post the hour, "2026-11-24T09"."""
        return f"{self.published:{'%Y-%m-%dT%H' if self.list.startswith(POSTS) else '%Y-%m'}}"

    @property
    def main(self) -> bool:
        """Whether it is the one by which other pages find and link the story."""
        return self.list in {"home", BREAKING, STATIC} or self.list.startswith(POSTS)


def posts_of(live: str) -> str:
    """The list of the posts of a live page."""
    return f"{POSTS}{live}"


def author_list(who: str) -> str | None:
    """The list of an author, known by the configuration or not."""
    return f"author/{slug}" if (slug := slugify(who)) else None


def tag_list(tag: str) -> str | None:
    """The list of a tag in the edition whose words it is; None where it has no letter or digit."""
    return f"tag/{slug}" if (slug := slugify(tag)) else None


def media_address(story: str, number: int, name: str, which: Format = "jpg") -> str:
    """Where the public finds a rendition by its name; `number` is its Illustrated fact's."""
    return f"{MEDIA}/{story}/{number}-{name}.{which}"


def captions_address(story: str, edition: Language) -> str:
    """Where the public finds the captions of a story's video, in an edition's words."""
    return f"{MEDIA}/{story}/captions.{edition}.vtt"


def about_address(edition: Language, page: str) -> str:
    """A page about the outlet, under the name of its file in every edition."""
    return f"/{edition}/{page}"


def address_of(edition: Language, source: Source, slug: str, story: str) -> str:
    """The address that an article gets when its edition is first live."""
    if source.kind == "flash":
        return f"/{edition}/{BREAKING}#flash-{story}"
    if source.live:
        return f"/s/{source.live}#post-{story}"
    return f"/{edition}/{source.section}/{f'{slug}-' if slug else ''}{story}"
