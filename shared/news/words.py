"""What people and machines have given for an edition; bodies that facts name by their hash."""

from pydantic import Field

from shared.news.language import Language
from shared.news.record import Record
from shared.news.story import Texts
from shared.news.units import Unit

UnitDigest = str
"""What a unit of the source says (Unit.digest)."""


class Given(Record):
    """A person's words for one block: its id, and the digest of the source block that they saw.

    `approved` says that the person vouches for it, also where a machine would say the same.
    """

    id: str
    saw: UnitDigest
    said: Unit
    approved: bool = False


class EditionText(Record):
    """A person's words for one edition: any of the translatable parts, or single blocks.

    Parts stand for the whole file; blocks are added to those that came before them. `approved`
    says that the person vouches for every word, also for those that the machine made. `let_go`
    are ids of blocks that are gone from the source, whose words are no longer wanted.
    """

    edition: Language
    slug: str | None = None
    texts: Texts = Texts()
    blocks: tuple[Given, ...] = ()
    let_go: tuple[str, ...] = ()
    approved: bool = False


class Made(Record):
    """A machine's words for one block: who gave its sentences, like ("memory", "google").

    `terms` is the hash of the glossary's terms in it, as they were; empty where it has none.
    `doubts` are codes for what somebody should look at.
    """

    said: Unit
    by: tuple[str, ...] = ()
    terms: str = ""
    doubts: tuple[str, ...] = ()


class Held(Record):
    """A block for which no engine gave words that may be shown: why, by engine."""

    reasons: dict[str, str] = Field(default_factory=dict)


class MachineText(Record):
    """What one run of translation gave for blocks of a source in `language`, by their digests."""

    language: Language
    made: dict[UnitDigest, Made] = Field(default_factory=dict)
    held: dict[UnitDigest, Held] = Field(default_factory=dict)
