"""What an edition says of one revision of its source, block by block: a pure function of facts.

For each block: a person's words if there are any, else the machine's, else none yet. A person's
words are outdated once the source's block is not the one that they saw; nothing ever replaces
them, and what the machine would say of the new block is only proposed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile
from typing import Literal, NamedTuple

from shared.news.policy import Policy
from shared.news.story import Part, Texts
from shared.news.units import FLOWS, Ids, Unit, flow_of, identify, texts_of, units_of
from shared.news.words import EditionText, Held, Made, UnitDigest

BlockState = Literal["source", "pending", "machine", "reviewed", "locked"]
SOURCE, PERSON = ("source",), ("person",)
BODY: Part = "body"
"""The id of a whole body that a person has built otherwise than the source; FLOWS have such ids."""


@dataclass(frozen=True)
class Revision:
    """The units of a source text and their ids, which last through all revisions of a story."""

    units: tuple[Unit, ...]
    ids: Ids

    @cached_property
    def by_id(self) -> dict[str, Unit]:
        return dict(zip(self.ids, self.units, strict=True))

    def flow(self, part: Part) -> dict[str, Unit]:
        """The blocks of one of the parts that have several, by their ids."""
        return {name: unit for name, unit in self.by_id.items() if unit.part == part}


class Revisions:
    """Every source text that a story ever had, each block known by its id."""

    def __init__(self) -> None:
        self._known: dict[UnitDigest, list[str]] = {}
        self._last: dict[str, Unit] = {}
        """What each block said last, those of the newest source text first."""
        self.by_text: dict[str, Revision] = {}

    def add(self, text: str, texts: Texts) -> None:
        """Take in the next source text; `text` is its hash."""
        units = units_of(texts)
        revision = Revision(units, identify(units, self._known, [*self._last.items()]))
        self.by_text[text] = revision
        self._last = revision.by_id | {
            name: unit for name, unit in self._last.items() if name not in revision.by_id
        }
        for name, unit in revision.by_id.items():
            ids = self._known.setdefault(unit.digest, [])
            if name not in ids:
                ids.insert(0, name)

    def had_before(self, name: str, text: str) -> bool:
        """Whether an older source text than this one had a block with this id."""
        older = takewhile(lambda known: known[0] != text, self.by_text.items())
        return any(name in revision.by_id for _, revision in older)

    def ids_of(self, digest: UnitDigest) -> tuple[str, ...]:
        """The ids under which a block that says this has stood, the newest first."""
        return tuple(self._known.get(digest, ()))


@dataclass(frozen=True)
class Block:
    """One block of an edition: what the source says, and what the edition says of it.

    `said` is empty where nobody has given words yet. `by` is "source", "person", or engines; a
    person who approved what engines said stands before them.
    Where a person's words are outdated, `saw` is the source block that they saw (empty where
    nobody knows) and `proposed` what the machine would say now. `terms` is the digest of the
    glossary's terms with which the machine's words, said or proposed, were made, `doubts` are codes
    for what somebody should look at in what it said. A body (transcript, table) that a
    person has built otherwise than the source is one block of several units.
    """

    id: str
    source: tuple[Unit, ...]
    said: tuple[Unit, ...]
    state: BlockState
    by: tuple[str, ...] = ()
    outdated: bool = False
    saw: tuple[Unit, ...] = ()
    proposed: tuple[Unit, ...] = ()
    held: Held | None = None
    terms: str = ""
    doubts: tuple[str, ...] = ()

    @property
    def human(self) -> bool:
        return self.state in {"reviewed", "locked"}


@dataclass(frozen=True)
class Wording:
    """What an edition says of one source text.

    `removed` are people's blocks whose source block is gone: kept, and shown to the desk only.
    """

    blocks: tuple[Block, ...]
    removed: tuple[Block, ...] = ()

    @property
    def outdated(self) -> bool:
        return bool(self.removed) or any(block.outdated for block in self.blocks)

    def complete(self, policy: Policy) -> bool:
        """Whether every block has words, by a person where the policy demands one."""
        if policy.mode == "automatic":
            return all(block.said for block in self.blocks)
        return all(block.said and block.state != "machine" for block in self.blocks)

    def texts(self) -> Texts:
        return texts_of(unit for block in self.blocks for unit in block.said)

    def origins(self) -> dict[Part, str]:
        """Who gave each part: names joined by "+"."""
        found: dict[Part, dict[str, None]] = {}
        for block in self.blocks:
            for unit in block.source:
                if not unit.wordless:
                    by = PERSON if block.human else block.by
                    found.setdefault(unit.part, {}).update(dict.fromkeys(by))
        return {part: "+".join(by) for part, by in sorted(found.items())}

    def lacks(self, policy: Policy, known: Mapping[UnitDigest, Made]) -> tuple[Unit, ...]:
        """The source blocks for which the machine is asked: no words yet, or outdated ones."""
        if policy.mode == "human":
            return ()
        return tuple(
            unit
            for block in self.blocks
            if block.state == "pending" or (block.outdated and len(block.source) == 1)
            for unit in block.source
            if unit.digest not in known
        )


class Person(NamedTuple):
    """What one file of a person says of an edition.

    `saw` is the hash of the source text that they saw, `from_export` whether their file was made
    from an export: then blocks that still say what the machine had said are the machine's.
    """

    text: EditionText
    saw: str | None
    from_export: bool


class _Word(NamedTuple):
    """A person's words for a block, what they saw of the source, and whether they vouch for it.

    `by` are the engines whose words these are, where the person has only approved them.
    """

    said: tuple[Unit, ...]
    saw: tuple[Unit, ...]
    state: Literal["reviewed", "locked"]
    by: tuple[str, ...] = ()


def source_wording(revision: Revision) -> Wording:
    """The source's own edition."""
    return Wording(tuple(_own(name, unit) for name, unit in revision.by_id.items()))


def _own(name: str, unit: Unit) -> Block:
    return Block(name, (unit,), (unit,), "source", SOURCE)


def wording(
    revision: Revision,
    *,
    people: Sequence[Person],
    revisions: Revisions,
    made: Mapping[UnitDigest, Made],
    told: Mapping[UnitDigest, Sequence[Made]],
    held: Mapping[UnitDigest, Held],
    as_written: bool = False,
) -> Wording:
    """What an edition says of a revision; of two people's words for a block the later ones.

    `as_written` takes every body of a person as a whole, whatever became of the source's blocks.

    A whole body that somebody has built anew stands whatever others say of single blocks of it.
    `told` has all that the machine ever said of a block, as an export may be of an older glossary.
    """
    words: dict[str, _Word] = {}
    for one in people:
        words = {name: word for name, word in words.items() if not _lets_go(one, name, revisions)}
        words |= _words(one, revisions, told, as_written=as_written)
    blocks: list[Block] = []
    for name, unit in revision.by_id.items():
        whole = words.get(unit.part) if unit.part in FLOWS else None
        if whole:
            flow = tuple(revision.flow(unit.part).values())
            if unit is flow[0]:
                blocks.append(_persons(unit.part, flow, whole, {}))
        elif unit.wordless:
            blocks.append(_own(name, unit))
        elif name in words:
            blocks.append(_persons(name, (unit,), words[name], made))
        else:
            blocks.append(_machines(name, unit, made, held))
    known = {*revision.by_id, *(block.id for block in blocks)}
    removed = tuple(
        Block(name, (), word.said, word.state, PERSON, outdated=True, saw=word.saw)
        for name, word in words.items()
        if word.saw and word.state == "locked" and name not in known
    )
    return Wording(tuple(blocks), removed)


def _lets_go(person: Person, name: str, revisions: Revisions) -> bool:
    """Whether a file ends what was said of a block that is gone from the source.

    It says so, or is a whole body made from an export that told of it.
    """
    text = person.saw or ""
    seen = revisions.by_text.get(text)
    given = getattr(person.text.texts, flow_of(name) or BODY)
    whole = person.from_export and bool(given) and name not in FLOWS
    gone = seen is not None and name not in seen.by_id and revisions.had_before(name, text)
    return name in person.text.let_go or (whole and gone)


def _persons(
    name: str, source: tuple[Unit, ...], word: _Word, made: Mapping[UnitDigest, Made]
) -> Block:
    outdated = [unit.digest for unit in word.saw] != [unit.digest for unit in source]
    found = [made[unit.digest] for unit in source if unit.digest in made]
    proposed = tuple(one.said for one in found)
    return Block(
        id=name,
        source=source,
        said=word.said,
        state=word.state,
        by=(*PERSON, *word.by),
        outdated=outdated,
        saw=word.saw if outdated else (),
        proposed=proposed if outdated else (),
        terms="".join(one.terms for one in found) if outdated else "",
    )


def _machines(
    name: str, unit: Unit, made: Mapping[UnitDigest, Made], held: Mapping[UnitDigest, Held]
) -> Block:
    done = made.get(unit.digest)
    if done is None:
        return Block(name, (unit,), (), "pending", held=held.get(unit.digest))
    return Block(
        name, (unit,), (done.said,), "machine", done.by, terms=done.terms, doubts=done.doubts
    )


def _words(
    person: Person,
    revisions: Revisions,
    told: Mapping[UnitDigest, Sequence[Made]],
    *,
    as_written: bool,
) -> Iterator[tuple[str, _Word]]:
    """A person's words by the ids of their blocks; a part of another build goes by its name."""
    seen, text = revisions.by_text.get(person.saw or ""), person.text

    def word(said: Unit, source: Unit | None, *, approved: bool = False) -> Iterator[_Word]:
        known = told.get(source.digest, ()) if source else ()
        same = next((one for one in known if one.said == said), None)
        if text.approved or approved or not (same and person.from_export):
            saw = (source,) if source else ()
            yield (
                _Word((said,), saw, "reviewed", same.by) if same else _Word((said,), saw, "locked")
            )

    for given in text.blocks:
        source = _unit_with(given.saw, revisions)
        ids = revisions.ids_of(given.saw)
        for one in word(given.said, source, approved=given.approved):
            yield (given.id if given.id in ids or not ids else ids[0]), one
    units = units_of(text.texts)
    for said in units:
        if said.part not in FLOWS:
            for one in word(said, seen.by_id.get(said.part) if seen else None):
                yield said.part, one
    for part in FLOWS:
        flow = tuple(unit for unit in units if unit.part == part)
        theirs = seen.flow(part) if seen else {}
        if part == "pictures":  # by their files, as a person may write of some of them
            for said in flow:
                for name in _known_as(said, revisions):
                    for one in word(said, theirs.get(name)):
                        yield name, one
        elif flow and seen and not as_written and _built_alike(flow, theirs.values()):
            for said, (name, source) in zip(flow, theirs.items(), strict=True):
                if not said.wordless:
                    for one in word(said, source):
                        yield name, one
        elif flow:
            yield part, _Word(flow, tuple(theirs.values()), "locked")


def _known_as(picture: Unit, revisions: Revisions) -> Iterator[str]:
    """The id of the picture that it speaks of, if there ever was such a one."""
    known = (pair for one in revisions.by_text.values() for pair in one.by_id.items())
    yield from islice((name for name, unit in known if unit.is_like(picture)), 1)


def _unit_with(digest: UnitDigest, revisions: Revisions) -> Unit | None:
    every = (unit for one in revisions.by_text.values() for unit in one.units)
    return next((unit for unit in every if unit.digest == digest), None)


def _built_alike(body: tuple[Unit, ...], seen: Iterable[Unit]) -> bool:
    """Whether the blocks of a body correspond one to one to those of the source."""
    others = tuple(seen)
    return len(body) == len(others) and all(
        one.is_like(other) for one, other in zip(body, others, strict=True)
    )
