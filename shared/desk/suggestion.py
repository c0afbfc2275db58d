"""What an editor is advised to say where their words are older than the source.

Only what has changed is suggested anew: a sentence whose source is the one that they saw keeps
their words, wherever it stands now.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from shared.editions.segments import sentences
from shared.news.blocks import plain
from shared.news.language import Language
from shared.news.record import Record
from shared.news.units import Unit
from shared.news.wording import Block

_Letter = tuple[str, bool, bool, str | None]
"""A character, strong or emphasised, and its link."""


class Suggested(Record):
    """A sentence: the person's own, which stays, or the machine's for a source that has changed."""

    says: str
    own: bool


class _Sentence(NamedTuple):
    says: str
    letters: tuple[_Letter, ...]


def suggestion(block: Block, source: Language, edition: Language) -> tuple[Suggested, ...]:
    """What the block could say now, sentence by sentence; empty where the machine says nothing.

    Sentences belong together by their places, so both sides must have as many. Where they have
    not, and in a body that was built anew, all is the machine's.
    """
    proposed = [_cut(unit, edition) for unit in block.proposed]
    if len(block.saw) == len(block.source) == len(block.said) == len(proposed) == 1:
        saw, now = _cut(block.saw[0], source), _cut(block.source[0], source)
        said, (new,) = _cut(block.said[0], edition), proposed
        if _alike(saw, said) and _alike(now, new):
            return tuple(_merged(*map(chain.from_iterable, (saw, now, said, new))))
    runs = chain.from_iterable(proposed)
    return tuple(Suggested(says=one.says, own=False) for one in chain.from_iterable(runs))


def _cut(unit: Unit, language: Language) -> list[list[_Sentence]]:
    """The sentences of each run."""
    runs = []
    for run in unit.runs():
        letters = [
            (letter, span.strong, span.emphasis, span.link) for span in run for letter in span.text
        ]
        pieces = sentences(plain(run), language)
        places = pairwise((0, *accumulate(map(len, pieces))))
        runs.append(
            [
                _Sentence(piece.strip(), tuple(letters[start : start + len(piece.rstrip())]))
                for piece, (start, _) in zip(pieces, places, strict=True)
            ]
        )
    return runs


def _alike(one: Sequence[list[_Sentence]], other: Sequence[list[_Sentence]]) -> bool:
    return [*map(len, one)] == [*map(len, other)]


def _merged(
    saw: Iterable[_Sentence],
    now: Iterable[_Sentence],
    said: Iterable[_Sentence],
    new: Iterable[_Sentence],
) -> Iterator[Suggested]:
    kept: dict[tuple[_Letter, ...], list[str]] = {}
    for seen, own in zip(saw, said, strict=True):
        kept.setdefault(seen.letters, []).append(own.says)
    for wanted, made in zip(now, new, strict=True):
        own_words = kept.get(wanted.letters)
        if own_words:
            yield Suggested(says=own_words.pop(0), own=True)
        else:
            yield Suggested(says=made.says, own=False)
