"""What an engine gets of a canonical line, and what its answer says.

Handles, hashtags, addresses, grouped numbers and protected words are codes there, and codes stand
apart from words. What comes back is believed only where each of them came back once, nested as
before and around words that may be the right ones.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from shared.editions.typography import LITERAL, typeset
from shared.news.language import Language
from shared.news.newsroom import Quotes
from shared.translation.anchors import judge
from shared.translation.markup import Damaged, coded, one_line, ordinals, tokens, verify
from shared.translation.numerals import grouped, localised
from shared.translation.ports import Pair

NOTHING: Mapping[str, str] = MappingProxyType({})
_CODE = re.compile(r"XP[AZH]\d{1,4}X", re.IGNORECASE)
_LITERAL = re.compile(LITERAL)


@dataclass(frozen=True)
class Shielded:
    """A line as an engine gets it; `literals` are put back where their codes come back."""

    text: str
    literals: dict[str, str]


def shield(text: str, pair: Pair, kept: Mapping[str, str] = NOTHING) -> Shielded:
    """The line for an engine: literals are codes, and codes stand apart from words.

    `kept` has words that no engine is to see, as the source writes them, and what stands for
    each in the translation (the same, where it is not to be translated).
    """
    literals: dict[str, str] = {}
    following = max(ordinals(text), default=-1) + 1

    def put(found: re.Match[str]) -> str:
        code = f"XPH{following + len(literals)}X"
        number = found["number"]
        literals[code] = localised(number, pair) if number else kept.get(found[0], found[0])
        return code

    pattern = _pattern(pair.source, tuple(kept))
    shielded = "".join(
        coded(kind, number) if kind else pattern.sub(put, words)
        for kind, number, words in tokens(text)
    )
    apart = re.sub(r"(?<=\w)(?=XPA\d+X)|(?<=\w)(?=XPZ\d+X)", " ", shielded)
    apart = re.sub(r"((?:XPA|XPZ)\d+X)(?=\w)", r"\1 ", apart)
    return Shielded(apart, literals)


@lru_cache(maxsize=256)
def _pattern(language: Language, kept: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(_whole(word) for word in sorted(kept, key=len, reverse=True) if word)
    number = grouped(language).pattern
    return re.compile(f"(?P<literal>{LITERAL})|(?P<number>{number})|(?P<kept>{words or '(?!)'})")


def _whole(word: str) -> str:
    """The word on its own; an Arabic one-letter word may be glued before it."""
    return rf"(?:(?<!\w)|(?<=(?<!\w)[وفبلك])){re.escape(word)}(?!\w)"


def finished(line: str, pair: Pair, quotes: Quotes, kept: Mapping[str, str] = NOTHING) -> str:
    """A canonical line in the typography of its language; codes and what was shielded stay."""
    return typeset(line, pair.target, quotes, _untouched(tuple(kept.values())))


@lru_cache(maxsize=256)
def _untouched(kept: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(_whole(word) for word in sorted(kept, key=len, reverse=True) if word)
    codes = r"(?P<opens>XPA\d+X)|(?P<closes>XPZ\d+X)|XPH\d+X"
    return re.compile(f"{codes}|{LITERAL}|{words or '(?!)'}")


def unshield(answer: str, shielded: Shielded) -> str:
    """The canonical line of an engine's answer; raises Damaged where it cannot be believed."""
    verify(shielded.text, answer)
    judge(shielded.text, answer)
    line = _restored(answer, shielded)
    if _addresses(line) != _addresses(_restored(shielded.text, shielded)):
        raise Damaged("an address was invented, or has grown together with a word")
    return line


def _restored(answer: str, shielded: Shielded) -> str:
    line = "".join(coded(kind, number) if kind else words for kind, number, words in tokens(answer))
    line = one_line(_tidied(line))
    return _CODE.sub(lambda code: shielded.literals.get(code[0], code[0]), line)


def _addresses(line: str) -> Counter[str]:
    """The addresses, handles and hashtags of a line, the codes that it still has left out."""
    return Counter(found[0] for found in _LITERAL.finditer(_CODE.sub(" ", line)))


def _tidied(line: str) -> str:
    """Spaces around codes as a typesetter wants them: none inside, none before a comma."""
    line = re.sub(r"(?<=[^\W\u0600-\u06ff])(?=XP[AH]\d+X)", " ", line)
    line = re.sub(r"(XP[ZH]\d+X)(?=\w)", r"\1 ", line)
    line = re.sub(r"(XPA\d+X)\s+", r"\1", line)
    line = re.sub(r"\s+(XPZ\d+X)", r"\1", line)
    line = re.sub(r"(XP[ZH]\d+X)\s+(?=[.,;:!?…،؛؟)\]}»”’])", r"\1", line)
    return re.sub(r"(?<=[(\[{«“¿¡])\s+(?=XP[AH]\d+X)", "", line)
