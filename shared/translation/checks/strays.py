"""Answers of one order that belong to another of its sentences.

An answer does where another sentence, that says something else, got the very same; or where names,
numbers, kindred words and its length fit another sentence clearly better than its own. Where more
than a third of an order looks like that, its answers have shifted, and none is believed.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from shared.news.language import Language
from shared.translation.checks.amounts import amounts
from shared.translation.checks.lexicon import plain
from shared.translation.checks.proportion import deviation
from shared.translation.ports import Pair

_CLEARLY, _PERHAPS = 2.0, 1.0
"""How much better another sentence has to fit. An anchor that two texts share is worth 1, and so
are two standard deviations of length."""
_FARTHEST = 6.0
_ALIKE = 0.5
_LONG_ENOUGH = 20
_WORD = re.compile(r"[^\W\d_]{4,}")
_NAME = re.compile(r"[A-ZÁÉÍÓÚÑ][^\W\d_]{2,}")
_LATIN, _ARABIC = re.compile(r"[A-Za-z]{2,}"), re.compile("[\u0620-\u064a]{3,}")
_GLUED = (re.compile("^[وفبلك]"), re.compile("^[وفبلك]?ال"))
_PREFIX, _SHORTEST = 5, 3
_SPELLINGS = (("ch", "s"), ("sh", "s"), ("th", "t"), ("ph", "f"), ("ce", "se"), ("ci", "si"))
_SOUNDS = dict(zip("bpvftdkcqgjszxrlmn", "bbfftdkkkggsssrlmn", strict=True)) | dict(
    zip("بپفڤتطثدضذظكقخغجسصشزچرلمن", "bbfftttdddskkkggsssssrlmn", strict=True)
)


class _Text(NamedTuple):
    line: str
    anchors: frozenset[str]


def strays(sources: Sequence[str], answers: Sequence[str], pair: Pair) -> set[int]:
    """The places of answers that cannot be believed; lines of one order, without codes."""
    if len(answers) < 2:
        return set()
    given = [_Text(one, _anchors(one, pair.source, pair)) for one in sources]
    said = [_Text(one, _anchors(one, pair.target, pair)) for one in answers]
    better = [_how_much_better(at, given, said[at], pair) for at in range(len(said))]
    if len(said) > 2 and sum(one >= _PERHAPS for one in better) * 3 > len(said):
        return set(range(len(said)))
    found = {at for at, one in enumerate(better) if one >= _CLEARLY}
    return found.union(*_doubled(sources, answers))


def _how_much_better(at: int, given: Sequence[_Text], said: _Text, pair: Pair) -> float:
    """By how much the other source that an answer fits best surpasses its own."""
    fits = [_fit(one, said, pair) for one in given]
    return max((fit for other, fit in enumerate(fits) if other != at)) - fits[at]


def _fit(given: _Text, said: _Text, pair: Pair) -> float:
    far = abs(deviation(given.line, said.line, pair)) if given.line and said.line else _FARTHEST
    return len(given.anchors & said.anchors) - min(far, _FARTHEST) / 2


def _doubled(sources: Sequence[str], answers: Sequence[str]) -> list[set[int]]:
    """The places of answers that are the same though their sources are not alike."""
    places = defaultdict[str, list[int]](list)
    for at, answer in enumerate(answers):
        if len(answer) >= _LONG_ENOUGH:
            places[answer].append(at)
    words = [set(one.lower().split()) for one in sources]
    return [
        {one, other}
        for group in places.values()
        for one, other in combinations(group, 2)
        if len(words[one] & words[other]) < _ALIKE * len(words[one] | words[other])
    ]


def _anchors(text: str, language: Language, pair: Pair) -> frozenset[str]:
    """What a text and its translation share: numbers, kindred words, and the sounds of names."""
    numbers = {str(max(one.values)) for one in amounts(text, language) if one.digits}
    if "ar" not in pair:
        return frozenset(numbers | {word[:_PREFIX] for word in _WORD.findall(_unaccented(text))})
    latin = {f"={word.lower()}" for word in _LATIN.findall(text)}
    if language == "ar":
        words = _ARABIC.findall(plain(text))
        stems = {one for word in words for one in (word, *(cut.sub("", word) for cut in _GLUED))}
        sounds = {_sounds(stem) for stem in stems}
    else:
        sounds = {_sounds(_respelled(name)) for name in _NAME.findall(text)}
    return frozenset(numbers | latin | {one for one in sounds if len(one) >= _SHORTEST})


def _unaccented(text: str) -> str:
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _respelled(name: str) -> str:
    letters = _unaccented(name)
    for spelling, sound in _SPELLINGS:
        letters = letters.replace(spelling, sound)
    return letters


@lru_cache(maxsize=20_000)
def _sounds(word: str) -> str:
    """The consonants that both scripts write, doubled ones once: Mohammed and محمد are "mmd"."""
    consonants = "".join(_SOUNDS.get(letter, "") for letter in word)
    return re.sub(r"(.)\1+", r"\1", consonants)
