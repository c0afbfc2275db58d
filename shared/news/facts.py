"""Facts: what happened to a story, a picture or the newsroom. Only ever added, never changed.

A fact is small (2 KB at most); what is long stands in a body that the fact names by its hash.
"""

from typing import Annotated, Literal

from pydantic import Field

from shared.ids import digest
from shared.news.language import Language
from shared.news.record import Instant, Record
from shared.news.story import Change

Digest = str
"""The SHA-256 of a body, hexadecimal."""


class SourceAccepted(Record):
    """The story's own file was taken in. `text` is the hash of its words.

    `uploaded` is S3's time of that version; `since` that of the first version before it that was
    replaced before anybody read it. `release_at` is the embargo or the date of publication where
    that was still to come.
    """

    kind: Literal["SourceAccepted"] = "SourceAccepted"
    key: str
    version: str
    body: Digest
    text: Digest
    language: Language
    change: Change | None = None
    release_at: Instant | None = None
    uploaded: Instant | None = None
    since: Instant | None = None
    verdict: Digest | None = None


class EditionAccepted(Record):
    """A person's words for one edition; `translates` is the source text that they saw."""

    kind: Literal["EditionAccepted"] = "EditionAccepted"
    key: str
    version: str
    body: Digest
    edition: Language
    translates: Digest | None = None
    uploaded: Instant | None = None
    verdict: Digest | None = None


class FileAccepted(Record):
    """A file that is no story (the translation memory) was taken in."""

    kind: Literal["FileAccepted"] = "FileAccepted"
    key: str
    version: str
    verdict: Digest | None = None


class PicksAccepted(Record):
    """The editors' pins, bans and boosts for Most Read were taken in."""

    kind: Literal["PicksAccepted"] = "PicksAccepted"
    key: str
    version: str
    body: Digest
    verdict: Digest | None = None


class GlossaryAccepted(Record):
    """One of the two files of the newsroom's glossary was taken in."""

    kind: Literal["GlossaryAccepted"] = "GlossaryAccepted"
    key: str
    version: str
    body: Digest
    verdict: Digest | None = None


class GlossaryApplied(Record):
    """What fact `glossary` of a glossary's log changes was asked for; `verdict` lists it.

    `looked` stories were looked at, the newest first.
    """

    kind: Literal["GlossaryApplied"] = "GlossaryApplied"
    glossary: int
    looked: int
    verdict: Digest


class Rejected(Record):
    """An upload broke rules; `config` is the configuration it was judged by.

    A file that broke rules of an older configuration is judged again by every newer one.
    """

    kind: Literal["Rejected"] = "Rejected"
    key: str
    version: str
    verdict: Digest
    config: int = 0
    language: Language | None = None


class Withdrawn(Record):
    """The story was taken back by its editor: the file deleted, withheld or canceled."""

    kind: Literal["Withdrawn"] = "Withdrawn"
    key: str
    version: str
    outcome: Literal["deleted", "withheld", "canceled"]
    language: Language | None = None


class EditionWithdrawn(Record):
    """A person's file for one edition was deleted: the edition returns to the machine's words."""

    kind: Literal["EditionWithdrawn"] = "EditionWithdrawn"
    key: str
    version: str
    edition: Language


class Dropped(Record):
    """A file that never became part of a story (rejected, or no story) was deleted."""

    kind: Literal["Dropped"] = "Dropped"
    key: str
    version: str


Format = Literal["avif", "webp", "jpg"]
"""What pictures are published in, the smallest files first."""


Shape = Literal["16x9", "4x3", "1x1"]
"""Width by height of the parts of a picture that search engines ask for."""


class Crop(Record):
    """A part of a picture: its shape, and its middle as shares of the whole's width and height."""

    shape: Shape
    middle: tuple[float, float]


class Rendition(Record):
    """One size of a picture, in pixels, or a part of it; `body` names the JPEG.

    Parts have no other format, and once nothing had.
    """

    width: int
    height: int
    body: Digest
    webp: Digest | None = None
    avif: Digest | None = None
    crop: Crop | None = None

    @property
    def name(self) -> str:
        """What it is called among the renditions of its picture: "640", "16x9-50-28"."""
        if self.crop is None:
            return str(self.width)
        across, down = (round(100 * share) for share in self.crop.middle)
        return f"{self.crop.shape}-{across}-{down}"

    def bodies(self) -> dict[Format, Digest]:
        """The body in each format that there is."""
        found: dict[Format, Digest | None] = {
            "avif": self.avif, "webp": self.webp, "jpg": self.body,
        }  # fmt: skip
        return {which: body for which, body in found.items() if body}


class Illustrated(Record):
    """A picture's renditions are ready; without renditions the picture was deleted."""

    kind: Literal["Illustrated"] = "Illustrated"
    key: str
    version: str
    renditions: tuple[Rendition, ...]


class Translated(Record):
    """A machine's words for one edition of the source text `text`, or for some blocks of it.

    `held` says why others had to wait; the body then tells of each. The queue tries again.
    """

    kind: Literal["Translated"] = "Translated"
    edition: Language
    source: int
    text: Digest
    body: Digest | None = None
    held: str | None = None


class Chosen(Record):
    """Older stories to show beside this one, best first, with spares."""

    kind: Literal["Chosen"] = "Chosen"
    stories: tuple[str, ...]


class Released(Record):
    """The minute of an embargo has come for the source that fact `source` accepted."""

    kind: Literal["Released"] = "Released"
    source: int


class Expired(Record):
    """A moment of source `source` has passed: its deadline, or the end of the flash that it is.

    Until a deadline editions wait for each other.
    """

    kind: Literal["Expired"] = "Expired"
    source: int


class ConfigAccepted(Record):
    """A new configuration is in force; `changed` names its parts that differ from the last one."""

    kind: Literal["ConfigAccepted"] = "ConfigAccepted"
    key: str
    version: str
    body: Digest
    changed: tuple[str, ...]
    verdict: Digest | None = None


class Deployed(Record):
    """A renderer (hash of templates, code and assets of the pages) is in force."""

    kind: Literal["Deployed"] = "Deployed"
    renderer: str


What = Annotated[
    SourceAccepted
    | EditionAccepted
    | FileAccepted
    | PicksAccepted
    | GlossaryAccepted
    | GlossaryApplied
    | Rejected
    | Withdrawn
    | EditionWithdrawn
    | Dropped
    | Illustrated
    | Translated
    | Chosen
    | Released
    | Expired
    | ConfigAccepted
    | Deployed,
    Field(discriminator="kind"),
]


UploadFact = (
    SourceAccepted
    | EditionAccepted
    | FileAccepted
    | PicksAccepted
    | GlossaryAccepted
    | Rejected
    | Withdrawn
    | EditionWithdrawn
    | Dropped
    | ConfigAccepted
)
"""The facts that speak of one version of an uploaded file; each has its `key` and `version`."""


class Fact(Record):
    """One entry of a log: its number, when it was appended, the hash of the one before, what."""

    number: int
    at: Instant
    previous: Digest
    what: What

    def digest(self) -> Digest:
        """The hash that the next fact carries."""
        return digest(self.canonical())
