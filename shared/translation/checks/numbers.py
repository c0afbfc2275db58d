"""Whether a translation has the numbers of its source.

A number in digits has to be in the other text with the same value: in digits, or else in words,
which may be small ones (three), a month's name (11/9), a Roman numeral, or an Arabic dual. What
both texts say in words is not compared, but for a billion, which is no «billón».
"""

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from shared.translation.checks.amounts import Amount, amounts
from shared.translation.checks.lexicon import DUALS, plain
from shared.translation.ports import Pair

_LIKE_A_DUAL = re.compile(r"\w{2}(?:ان|ين)(?:\b|(?=ه))|\w{2}تا\b|كلا\b|كلتا\b")
_ONE, _TWO, _MILLION, _TRILLION = map(Decimal, (1, 2, 10**6, 10**12))


def fault(source: str, answer: str, pair: Pair) -> Literal["numbers", "magnitude"] | None:
    """What is wrong with the numbers of a translation: a number, or only its millions."""
    given, said = amounts(source, pair.source), amounts(answer, pair.target)
    missing, invented = _unmatched(given, said), _unmatched(said, given)
    if pair.target == "ar" and _LIKE_A_DUAL.search(plain(answer)):
        missing = [one for one in missing if _TWO not in one.values]
    if pair.source == "ar" and DUALS.search(plain(source)):
        invented = [one for one in invented if _TWO not in one.values]
    if _differ_in_words(given, said) or _differ_in_magnitude(missing, invented):
        return "magnitude"
    missing = [one for one in missing if one.values != {_ONE}]
    return "numbers" if missing or invented else None


def _differ_in_words(given: Sequence[Amount], said: Sequence[Amount]) -> bool:
    """Whether half a million became half a billion, or billions «billones»."""
    values = [{value for one in side for value in one.values} for side in (given, said)]
    large = (
        one
        for one in (*given, *said)
        if one.scale >= _MILLION and not one.digits and one.scale not in one.values
    )
    differ = any(one.values.isdisjoint(values[0] & values[1]) for one in large)
    return differ or _has_more(given, said) or _has_more(said, given)


def _has_more(some: Sequence[Amount], others: Sequence[Amount]) -> bool:
    """Whether some count in trillions by a word, and the others do not in any way."""
    counted = any(min(one.values) >= _TRILLION for one in some if one.scale > _ONE)
    return counted and all(max(one.values) < _TRILLION for one in others)


def _differ_in_magnitude(missing: list[Amount], invented: list[Amount]) -> bool:
    digits = {one.digits.strip("0") for one in missing}
    scaled = any(one.scale > _ONE for one in (*missing, *invented))
    return scaled and digits == {one.digits.strip("0") for one in invented}


def _unmatched(some: tuple[Amount, ...], others: tuple[Amount, ...]) -> list[Amount]:
    """The numbers in digits that the others have neither in digits nor in words of their own."""
    digits = {value for one in others if one.digits for value in one.values}
    left = [one for one in some if one.digits and not one.values & digits]
    if not left:
        return []
    words = Counter(value for one in others if not one.digits for value in one.values)
    words -= Counter(value for one in some if not one.digits for value in one.values)
    return [one for one in left if not any(words[value] for value in one.values)]
