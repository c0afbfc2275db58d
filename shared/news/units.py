"""Units: the blocks of a story's texts, each of which is translated, edited and locked alone.

A unit is the headline, the deck, one block of the body, the caption, and so on. Its digest says
what it says; its id says which one it is, through all revisions of the story.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from shared.ids import digest
from shared.news.blocks import AnyBlock, Inline, Legend, Span, inlines, plain, with_inlines
from shared.news.record import Record
from shared.news.story import PARTS, Part, Texts

FLOWS: dict[Part, str] = {"body": "b", "transcript": "t", "table": "r", "pictures": "p"}
"""The parts that consist of blocks, each a unit of its own, and the letter of their ids."""
ALIKE = 0.6
"""Two blocks that share this part of their words are one block that was edited."""


def flow_of(name: str) -> Part | None:
    """The part of which the id names one block of several."""
    named = (part for part, letter in FLOWS.items() if name[:1] == letter and name[1:].isdigit())
    return next(named, None)


class Unit(Record):
    """One block of a story's texts: `said` is a line of text, the tags, or a block of a part."""

    part: Part
    said: str | tuple[str, ...] | AnyBlock

    @cached_property
    def digest(self) -> str:
        """The hash of what it says, its marks and links included."""
        return digest(self.canonical())

    def runs(self) -> tuple[Inline, ...]:
        """Its runs of text, in reading order."""
        match self.said:
            case str() as text:
                return ((Span(text=text),),)
            case tuple() as lines:
                return tuple((Span(text=line),) for line in lines)
            case block:
                return inlines(block)

    def saying(self, runs: tuple[Inline, ...]) -> "Unit":
        """The same unit in other words; as many runs as `runs()` has."""
        match self.said:
            case str():
                said: str | tuple[str, ...] | AnyBlock = plain(runs[0])
            case tuple():
                said = tuple(plain(run) for run in runs)
            case block:
                said = with_inlines(block, runs)
        return Unit(part=self.part, said=said)

    def plain(self) -> str:
        """Its words without marks, a line a run."""
        return "\n".join(plain(run) for run in self.runs())

    @property
    def wordless(self) -> bool:
        """A break between blocks, or numbers alone: the same in every language."""
        return not self.runs()

    def is_like(self, other: "Unit") -> bool:
        """Whether both are of one kind: a heading is no paragraph, each picture is its own."""
        mine, others = self.said, other.said
        if isinstance(mine, Legend) and isinstance(others, Legend):
            return mine.file == others.file
        return self.part == other.part and type(mine) is type(others)


Ids = tuple[str, ...]
"""The ids of the units of a text, in their order."""


def units_of(texts: Texts) -> tuple[Unit, ...]:
    """The units of the texts in reading order; texts_of() joins them again."""
    found: list[Unit] = []
    for part in PARTS:
        said = getattr(texts, part)
        if part in FLOWS:
            found += [Unit(part=part, said=block) for block in said or ()]
        elif said:
            found.append(Unit(part=part, said=said))
    return tuple(found)


def texts_of(units: Iterable[Unit]) -> Texts:
    """The texts that consist of these units."""
    parts: dict[Part, object] = {}
    flows: dict[Part, list[object]] = {}
    for unit in units:
        if unit.part in FLOWS:
            flows.setdefault(unit.part, []).append(unit.said)
        else:
            parts[unit.part] = unit.said
    return Texts.model_validate({**parts, **flows})


def identify(
    units: Sequence[Unit], known: Mapping[str, Sequence[str]], before: Sequence[tuple[str, Unit]]
) -> Ids:
    """The ids of the units of a new revision.

    `known` are the ids under which each digest has stood in older revisions, `before` has what
    each block said last, the newest first. A block that says what one said before is that one,
    wherever it stands now; of the others, one that shares most of its words with one of `before`
    is that one edited, also where it was gone meanwhile; a gallery's pictures go by their files;
    the rest are new. Other parts go by their names.
    """
    ids: dict[int, str] = {at: unit.part for at, unit in enumerate(units) if unit.part not in FLOWS}
    taken = set(ids.values())
    for at, unit in enumerate(units):
        same = next((one for one in known.get(unit.digest, ()) if one not in taken), None)
        if at not in ids and same:
            ids[at] = same
            taken.add(same)
    free = [(one, unit) for one, unit in before if one not in taken and unit.part in FLOWS]
    for at, unit in enumerate(units):
        edited = None if at in ids else _most_alike(unit, free)
        if edited:
            ids[at] = edited[0]
            free.remove(edited)
    number = max(
        (int(one[1:]) for ones in known.values() for one in ones if one[1:].isdigit()), default=0
    )
    for at, unit in enumerate(units):
        if at not in ids:
            number += 1
            ids[at] = f"{FLOWS[unit.part]}{number}"
    return tuple(ids[at] for at in range(len(units)))


def _most_alike(unit: Unit, others: Sequence[tuple[str, Unit]]) -> tuple[str, Unit] | None:
    """The first of those that share the most words with the unit, if those are enough."""
    words = _words(unit)
    scored = [
        (1.0 if isinstance(other.said, Legend) else _shared(words, _words(other)), (one, other))
        for one, other in others
        if unit.is_like(other)
    ]
    best = max(scored, key=lambda scored: scored[0], default=None)
    return best[1] if best and best[0] >= ALIKE else None


def _words(unit: Unit) -> Counter[str]:
    return Counter(unit.plain().lower().split())


def _shared(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 1.0
