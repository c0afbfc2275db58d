"""What an editor hands in: the words of a story, and everything about it that is not words."""

from typing import Literal

from pydantic import Field

from shared.ids import digest
from shared.news.blocks import Body
from shared.news.language import Language
from shared.news.policy import Policy
from shared.news.record import Instant, Record

Kind = Literal[
    "news", "opinion", "analysis", "blog", "feature"
]  # more kinds come with the pages that show them
Status = Literal["usable", "withheld", "canceled"]
Change = Literal["typo", "update", "correction"]
Release = Literal["as-ready", "together"]
Part = Literal["headline", "deck", "body", "caption", "alt", "source", "tags", "correction"]
PARTS: tuple[Part, ...] = (
    "headline", "deck", "body", "caption", "alt", "source", "tags", "correction",
)  # fmt: skip


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


class Source(Record):
    """A story as its editor wrote it; `published` is None until accepted without a date.

    `policies` says how its other editions are translated. Its editions come out `together`, at
    `deadline` at the latest, only the first time: what is corrected later waits for nobody.
    """

    language: Language
    kind: Kind = "news"
    section: str
    regions: tuple[str, ...] = ()
    label: str | None = None
    byline: tuple[str, ...] = ()
    published: Instant | None = None
    embargo: Instant | None = None
    picture: PictureWish | None = None
    related: tuple[str, ...] = ()
    coverage: tuple[str, ...] = ()
    slug: str | None = None
    sensitive: bool = False
    policies: dict[Language, Policy] = Field(default_factory=dict)
    release: Release = "as-ready"
    deadline: Instant | None = None
    texts: Texts

    def policy(self, edition: Language) -> Policy:
        """How an edition of it is translated."""
        return self.policies.get(edition, Policy())
