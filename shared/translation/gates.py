"""Automatic checks of a machine's translation, without a reference: what fails is not published.

What each costs in alarms on people's translations, and what it catches, is measured by
`make bench ONLY=gates`. Error texts and odd characters count only where the source has none.
"""

import re
from collections import Counter
from itertools import pairwise
from typing import Literal

from shared.translation.checks.numbers import fault
from shared.translation.checks.proportion import is_cut, is_length
from shared.translation.markup import bare, without_literals
from shared.translation.ports import Pair

Gate = Literal[
    "empty", "error", "invisible", "placeholders", "same", "script", "loop", "length", "cut",
    "magnitude", "numbers",
]  # fmt: skip

_ERROR = re.compile(
    r"<!doctype|</?[a-z][^<>]{0,200}>|&(?:quot|amp|lt|gt|nbsp|#\d+|#x[0-9a-f]+);"
    r"|\berror\s*:?\s*\d{3}\b|\b\d{3}\s*\(?\s*(?:server|client) error|server error|that.s an error"
    r"|unusual traffic|captcha|mymemory|too many requests|rate limit|request limit"
    r"|\bquota\b.{0,20}(?:exceeded|reached|left)|exceeded.{0,20}\bquota\b"
    r"|query length limit|available free translations|invalid (?:source|target|language|api)"
    r"|api[ _-]?key|access denied|service unavailable|bad gateway|gateway time-?out"
    r"|enable javascript|temporarily (?:unavailable|blocked)",
    re.IGNORECASE,
)
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffd\ue000-\uf8ff]"
)
_WORD = re.compile(r"[^\W\d_]+")
_NAME_WORDS = 3


def refuse(source: str, answer: str, pair: Pair) -> Gate | None:
    """The first gate that a translated canonical line fails."""
    if found := nonsense(source, answer, pair):
        return found
    said, given = bare(answer).strip(), bare(source).strip()
    if not is_length(given, said, pair):
        return "length"
    if is_cut(given, said, pair):
        return "cut"
    return fault(without_literals(source), without_literals(answer), pair)


def nonsense(source: str, answer: str, pair: Pair) -> Gate | None:
    """The first gate that says that an answer, whatever became of its codes, is none."""
    said, given = bare(answer).strip(), bare(source).strip()
    if not said:
        return "empty"
    if _adds(_ERROR, said, given):
        return "error"
    if _adds(_INVISIBLE, said, given):
        return "invisible"
    if _is_same(said, given, pair):
        return "same"
    if not _is_script(said, given, pair):
        return "script"
    return "loop" if _loops(said, given) else None


def _adds(pattern: re.Pattern[str], said: str, given: str) -> bool:
    known = given.lower()
    return any(found[0].lower() not in known for found in pattern.finditer(said))


def _is_same(said: str, given: str, pair: Pair) -> bool:
    """Whether the source came back though it is more than a word, a name or an acronym."""
    if said.split() != given.split():
        return False
    words = _WORD.findall(without_literals(given))
    if "ar" in pair:
        return not _is_acronym(words)
    return len(words) > _NAME_WORDS or (
        len(words) > 1 and not all(word[0].isupper() for word in words)
    )


def _is_acronym(words: list[str]) -> bool:
    return len(words) <= _NAME_WORDS and all(word.isupper() for word in words)


def _is_script(said: str, given: str, pair: Pair) -> bool:
    letters = [letter for letter in without_literals(said) if letter.isalpha()]
    if _is_acronym(_WORD.findall(without_literals(given))):
        return True
    belong = _is_arabic if pair.target == "ar" else _is_latin
    return sum(map(belong, letters)) * 2 >= len(letters) > 0


def _is_arabic(letter: str) -> bool:
    return "\u0600" <= letter <= "\u077f" or "\ufb50" <= letter <= "\ufdff" or letter >= "\ufe70"


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or "\u1e00" <= letter <= "\u1eff"


def _loops(said: str, given: str) -> bool:
    return _most_repeated(said) > max(2, 1.5 * _most_repeated(given))


def _most_repeated(text: str) -> int:
    """How often four words in a row come back, or one word follows itself."""
    words = text.lower().split()
    grams = Counter(zip(*(words[shift:] for shift in range(4)), strict=False))
    run = longest = 1
    for word, following in pairwise(words):
        run = run + 1 if word == following else 1
        longest = max(longest, run)
    return max(longest, *grams.values()) if grams else longest
