"""What is wrong with an upload, in terms that the desk can phrase in any language."""

from pydantic import Field

from shared.news.record import Record


class Fault(Record):
    """One broken rule: where, which, what a right value looks like.

    `rule` is a code that the desk's messages know; `given` fills the blanks of its sentence.
    """

    field: str
    rule: str
    example: str = ""
    line: int | None = None
    given: dict[str, str] = Field(default_factory=dict)


class Note(Record):
    """Something that the editor should know though the upload was accepted."""

    field: str
    rule: str
    given: dict[str, str] = Field(default_factory=dict)


class Verdict(Record):
    """What was found in one upload; kept as a body, since a fact stays small."""

    faults: tuple[Fault, ...] = ()
    notes: tuple[Note, ...] = ()
