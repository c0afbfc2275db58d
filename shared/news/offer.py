"""What a translator is offered of an edition: its blocks, their marks as codes under ids.

The desk writes it down as a file, and intake compares what comes back with exactly what went out:
both make it of the same facts, so that the file is believed about nothing but words.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from shared.news.blocks import UNMARKED, Inline, Span, joined, unmarked
from shared.news.units import FLOWS, Unit
from shared.news.wording import Block, BlockState, Wording

State = Literal["initial", "translated", "reviewed", "final"]
"""How far a block is, in the words of XLIFF 2."""
_STATES: dict[BlockState, State] = {
    "pending": "initial",
    "machine": "translated",
    "reviewed": "reviewed",
    "locked": "final",
}


class Piece(NamedTuple):
    """A run of text, and the id of the code around it; "" where the text is plain."""

    text: str
    code: str


Line = tuple[Piece, ...]


@dataclass(frozen=True)
class Offer:
    """A block of a draft: the runs of its source, and those of what the edition says of it.

    `codes` says what the source's ids stand for: 1, 2, … in reading order. A mark of the edition
    has the id of a mark of the source that is the same; others have ids of their `own`.
    """

    block: Block
    codes: Mapping[str, Span]
    own: Mapping[str, Span]
    source: tuple[Line, ...]
    target: tuple[Line, ...]

    @property
    def removed(self) -> bool:
        """The source has it no longer: a person's words for it can only be let go."""
        return not self.block.source

    @property
    def unit(self) -> Unit:
        """The block of the source; of a removed one, what the person saw."""
        return (self.block.source or self.block.saw)[0]

    @property
    def said(self) -> Unit | None:
        """What the edition says of it."""
        return next(iter(self.block.said), None)

    @property
    def state(self) -> State:
        return "initial" if self.block.outdated else _STATES[self.block.state]

    @property
    def needed(self) -> frozenset[str]:
        """The codes that other words must have: the source's, less those that a person left out."""
        if not self.block.human or self.block.outdated:
            return frozenset(self.codes)
        return frozenset(piece.code for line in self.target for piece in line) & self.codes.keys()


def offers(draft: Wording) -> Iterator[Offer]:
    """What can be translated block by block; not a body that a person has built otherwise.

    Blocks without words, as of numbers alone, are not.
    """
    for block in (*draft.blocks, *draft.removed):
        if block.id not in FLOWS and block.state != "source":
            yield _offer(block)


def _offer(block: Block) -> Offer:
    codes: dict[str, Span] = {}
    own: dict[str, Span] = {}

    def new(style: Span) -> str:
        code = str(len(codes) + 1)
        codes[code] = style
        return code

    source = _lines(block.source or block.saw, new)
    free: dict[Span, list[str]] = {}
    for code, style in reversed(codes.items()):
        free.setdefault(style, []).append(code)

    def known(style: Span) -> str:
        if free.get(style):
            return free[style].pop()
        code = f"p{len(own) + 1}"
        own[code] = style
        return code

    target = _lines(block.said, known)
    return Offer(block, codes, own, source, target)


def _lines(units: Iterable[Unit], code: Callable[[Span], str]) -> tuple[Line, ...]:
    return tuple(_line(run, code) for unit in units for run in unit.runs())


def _line(run: Inline, code: Callable[[Span], str]) -> Line:
    return tuple(_piece(span, code) for span in joined(run))


def _piece(span: Span, code: Callable[[Span], str]) -> Piece:
    style = unmarked(span)
    return Piece(span.text, "" if style == UNMARKED else code(style))
