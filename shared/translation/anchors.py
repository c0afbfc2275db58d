"""Whether the marks of a machine's answer stand around the words that they stood around.

Nobody knows here which words mean which. But names and numbers survive a translation, a link on
two words does not become one on two lines, and nobody links "of the".
"""

import re

from shared.translation.markup import Damaged, anchors, bare, coded, extent, tokens
from shared.translation.numerals import western

_WORD = re.compile(r"[^\W_]+")
_FUNCTION_WORDS = frozenset(
    _WORD.findall(
        """
        a an the of to in on at by for from with and or but as that this these those is are was
        were be been it its his her their our your he she they we you i not no so if than then
        there
        el la los las lo un una unos unas de del al en por para con sin y e o u que se su sus es
        era fue como más pero le les me te nos ya ni
        في من على إلى الى عن مع أن إن ان ما لا لم لن هو هي هم قد كان كانت هذا هذه ذلك تلك التي
        الذي و أو ثم بين كما
        """
    )
)


def judge(source: str, answer: str) -> None:
    """Raise Damaged where a mark has moved; the lines have the same codes, paired."""
    given, inside = anchors(source), anchors(answer)
    for number, words in given.items():
        if _is_lopsided(words, source, inside[number], answer):
            raise Damaged("a mark stands around far more or far fewer words")
        if _is_functional(inside[number]) and not _is_functional(words):
            raise Damaged("a mark stands around a word that says nothing")
    if given and _moved(source, answer):
        raise Damaged("a mark has left its name or number, or has taken another")


def _is_lopsided(words: str, source: str, inside: str, answer: str) -> bool:
    """Whether the share of the line within the mark, or without it, is another by far."""
    own, whole, said, told = map(extent, (words, source, inside, answer))
    within = own * told / max(whole, 1)
    return _is_far(said, within) or _is_far(told - said, told - within)


def _is_far(found: float, expected: float) -> bool:
    return found > 3 * expected + 10 or found < expected / 3 - 4


def _is_functional(words: str) -> bool:
    found = _WORD.findall(bare(words).casefold())
    return bool(found) and all(word in _FUNCTION_WORDS for word in found)


def _moved(source: str, answer: str) -> bool:
    """Whether a name or number that came through stands in another mark than before."""
    names, after = _names(source), _places(answer)
    places = {word: place for word, place in _places(source).items() if word in names}
    return any(after.get(word, place) != place for word, place in places.items())


def _places(line: str) -> dict[str, str]:
    """Each word that a line has once, with the code that opens the mark around it."""
    places: dict[str, list[str]] = {}
    within = ""
    for kind, number, words in tokens(western(line)):
        within = {"A": coded("A", number), "Z": ""}.get(kind, within)
        for word in _WORD.findall(words.casefold()):
            places.setdefault(word, []).append(within)
    return {word: found[0] for word, found in places.items() if len(found) == 1}


def _names(line: str) -> set[str]:
    """The capitalised words and the numbers of a line, in lower case."""
    words = (word for word in _WORD.findall(bare(western(line))) if _is_name(word))
    return {word.casefold() for word in words} - _FUNCTION_WORDS


def _is_name(word: str) -> bool:
    return any(map(str.isdigit, word)) or (len(word) > 2 and word[0].isupper())
