"""What an editor hands in: the words of a story, and everything about it that is not words."""

from typing import Literal, get_args

from pydantic import Field

from shared.ids import digest
from shared.news.blocks import Body, Legend, Paragraph, Row
from shared.news.language import Language
from shared.news.policy import Policy
from shared.news.record import Instant, Record

Kind = Literal[
    "news",
    "opinion",
    "analysis",
    "blog",
    "feature",
    "video",
    "gallery",
    "infographic",
    "flash",
    "live",
    "post",
    "page",
]
KIND_FRONTS: tuple[str, ...] = (
    "news", "opinion", "analysis", "blog", "feature", "video", "gallery", "infographic",
)  # fmt: skip
"""The kinds that have a front of their own."""
PLACELESS: frozenset[Kind] = frozenset({"flash", "post"})
"""Kinds that have no page of their own: other pages show them."""
Status = Literal["usable", "withheld", "canceled"]
Change = Literal["typo", "update", "correction"]
Release = Literal["as-ready", "together"]
Part = Literal[
    "headline", "deck", "body", "caption", "alt", "source", "tags", "correction",
    "transcript", "table", "pictures",
]  # fmt: skip
PARTS: tuple[Part, ...] = get_args(Part)


class Texts(Record):
    """The translatable parts of a story in one language; a part that is None is not given."""

    headline: str | None = None
    deck: str | None = None
    body: Body | None = None
    caption: str | None = None
    alt: str | None = None
    source: str | None = None
    tags: tuple[str, ...] | None = None
    correction: str | None = None
    transcript: tuple[Paragraph, ...] | None = None
    """What is said in a video; where it has captions, a paragraph for each of them."""
    table: tuple[Row, ...] | None = None
    """The data of an infographic, the head first."""
    pictures: tuple[Legend, ...] | None = None

    def parts(self) -> frozenset[Part]:
        """The parts that say something."""
        return frozenset(part for part in PARTS if getattr(self, part))

    def only(self, parts: frozenset[Part]) -> "Texts":
        """These texts without the other parts."""
        return Texts.model_validate({part: getattr(self, part) for part in parts})

    def over(self, under: "Texts") -> "Texts":
        """These texts, with what they lack taken from `under`."""
        return Texts.model_validate(
            {part: getattr(self, part) or getattr(under, part) for part in PARTS}
        )

    def digest(self) -> str:
        """The source text's hash that translations name (`translates:`)."""
        return digest(self.canonical())


class PictureWish(Record):
    """The picture that a story asks for: an inbox key, who made it, and where to look.

    `focus` is the point that crops keep, as fractions of width and height from the top left.
    """

    key: str
    credit: str
    focus: tuple[float, float] = (0.5, 0.5)


class Cue(Record):
    """When a caption stands under a video, in milliseconds."""

    start: int
    end: int


class Video(Record):
    """A video elsewhere: a file or a stream, as its editor wrote it.

    The times of its captions are the same in every language; their words are the transcript.
    """

    address: str
    seconds: int | None = None
    cues: tuple[Cue, ...] = ()

    @property
    def duration(self) -> str:
        """For machines, by ISO 8601: "PT2M35S"; empty where nobody has told."""
        if self.seconds is None:
            return ""
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        parts = ((hours, "H"), (minutes, "M"), (seconds, "S"))
        return "PT" + ("".join(f"{count}{unit}" for count, unit in parts if count) or "0S")


class Source(Record):
    """A story as its editor wrote it; `published` is None until accepted without a date.

    A live page is `over` once its editor says so; a post belongs to the live page `live`.
    A flash leads to `link`, an address, or to the story `about`, and is over at `expires`.

    `policies` says how its other editions are translated. Its editions come out `together`, at
    `deadline` at the latest, only the first time: what is corrected later waits for nobody.
    """

    language: Language
    kind: Kind = "news"
    section: str = ""
    within: str | None = None
    """The section that its own is a part of, as the configuration said when it was accepted."""
    programme: str | None = None
    regions: tuple[str, ...] = ()
    label: str | None = None
    byline: tuple[str, ...] = ()
    published: Instant | None = None
    embargo: Instant | None = None
    picture: PictureWish | None = None
    pictures: tuple[PictureWish, ...] = ()
    """Those of a gallery, in the order of looking at them."""
    video: Video | None = None
    related: tuple[str, ...] = ()
    coverage: tuple[str, ...] = ()
    slug: str | None = None
    sensitive: bool = False
    link: str | None = None
    about: str | None = None
    expires: Instant | None = None
    live: str | None = None
    over: bool = False
    policies: dict[Language, Policy] = Field(default_factory=dict)
    release: Release = "as-ready"
    deadline: Instant | None = None
    texts: Texts

    @property
    def wishes(self) -> tuple[PictureWish, ...]:
        """Every picture that it asks for."""
        return (*((self.picture,) if self.picture else ()), *self.pictures)

    @property
    def waits(self) -> bool:
        """Whether something becomes of it by time alone, once it is public."""
        return self.release == "together" or self.expires is not None

    def policy(self, edition: Language) -> Policy:
        """How an edition of it is translated."""
        return self.policies.get(edition, Policy())
