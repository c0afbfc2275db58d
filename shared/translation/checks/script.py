"""Whether a translation is written as its language is, and is not the source itself."""

import re

from shared.translation.markup import without_literals
from shared.translation.ports import Pair

_WORD = re.compile(r"[^\W\d_]+")
_NAME_WORDS = 3


def is_same(source: str, answer: str, pair: Pair) -> bool:
    """Whether the source came back though it is more than a word, a name or an acronym."""
    if answer.split() != source.split():
        return False
    words = _WORD.findall(without_literals(source))
    if "ar" in pair:
        return not _is_acronym(words)
    return len(words) > _NAME_WORDS or (
        len(words) > 1 and not all(word[0].isupper() for word in words)
    )


def _is_acronym(words: list[str]) -> bool:
    return len(words) <= _NAME_WORDS and all(word.isupper() for word in words)


def is_script(source: str, answer: str, pair: Pair) -> bool:
    """Whether most letters are those of the language; an acronym may stay as it is."""
    letters = [letter for letter in without_literals(answer) if letter.isalpha()]
    if _is_acronym(_WORD.findall(without_literals(source))):
        return True
    belong = _is_arabic if pair.target == "ar" else _is_latin
    return sum(map(belong, letters)) * 2 >= len(letters) > 0


def _is_arabic(letter: str) -> bool:
    return "\u0600" <= letter <= "\u077f" or "\ufb50" <= letter <= "\ufdff" or letter >= "\ufe70"


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or "\u1e00" <= letter <= "\u1eff"
