"""Whether a translation is as long as a translation is, and whether its end is there.

How long a language's words for another's are was measured on human translations of news. What
is shorter than usual is likely cut off where its end looks like none as well.
"""

import re
from math import log

from shared.editions.segments import sentences
from shared.news.language import Language
from shared.translation.ports import Pair

_USUAL: dict[Pair, tuple[float, float, float]] = {
    Pair("en", "ar"): (0.93, -0.03, 0.185),
    Pair("en", "es"): (1.16, 0.0, 0.155),
    Pair("ar", "es"): (1.24, -0.04, 0.185),
    Pair("es", "ar"): (0.81, -0.05, 0.185),
    Pair("ar", "en"): (1.07, -0.06, 0.185),
    Pair("es", "en"): (0.87, -0.06, 0.155),
}
"""For a source of 100 characters: the usual ratio of lengths, how the logarithm of the ratio
changes with that of the length, and its standard deviation, which shrinks with the length."""
_SHRINKS = -0.4
_LONG_ENOUGH = 20
_LONGEST_SHORT = 4 * _LONG_ENOUGH
_TOO_SHORT, _TOO_LONG = -3.6, 3.6
"""Standard deviations from the usual length."""
_WITHOUT_END, _FEWER_SENTENCES, _HANGING, _OPEN = -1.7, -2.2, -0.8, -1.9
"""Standard deviations from which a translation with such an end is taken to be cut."""

_CLOSERS = "»”’\"'›)\\]"
_FULL_STOP = re.compile(rf"[.!?؟…][\s{_CLOSERS}]*\Z")
_ANY_END = re.compile(rf"[.!?؟…{_CLOSERS}]\s*\Z")
_LAST_WORD = re.compile(r"(\w+)[\s,،;؛:–—-]*\Z")
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
_WANTING_MORE: dict[Language, str] = {
    "en": """the a an of to in on at for with and or but by from that which who whose as is are was
        were has have had be been his her its their our my your this these those than if when
        while because into over under between about against during after before until will would
        could should can may might not nor so such""",
    "es": """el la los las un una unos unas de del a al en con por para y e o u pero que quien cuyo
        cuya como es son era eran fue fueron ha han había habían su sus mi tu este esta estos estas
        ese esa si cuando mientras porque entre sobre contra durante desde hasta sin tras se no ni
        más muy según""",
    "ar": """في من إلى على عن مع و أو أن إن التي الذي الذين اللذين بعد قبل بين خلال حتى منذ ضد نحو
        كما لكن ولكن وقد قد لم لن لا كان كانت هذا هذه ذلك تلك وأن بأن لأن حيث وفي ومن وعلى كل بعض
        غير ثم أي عند لدى سوف الى ان فإن""",
}
_HANGING_WORDS = {language: frozenset(text.split()) for language, text in _WANTING_MORE.items()}
"""Words that hardly ever end a sentence."""


def deviation(source: str, answer: str, pair: Pair) -> float:
    """How far the length is from the usual one, in standard deviations; below 0 where shorter."""
    ratio, slope, spread = _USUAL[pair]
    length = log(len(source) / 100)
    usual = log(ratio) + slope * length
    wide: float = spread * (len(source) / 100) ** _SHRINKS
    return (log(len(answer) / len(source)) - usual) / wide


def is_length(source: str, answer: str, pair: Pair) -> bool:
    """Whether the length is one that a translation may have."""
    if len(source) < _LONG_ENOUGH:
        return len(answer) <= _LONGEST_SHORT
    return _TOO_SHORT <= deviation(source, answer, pair) <= _TOO_LONG


def is_cut(source: str, answer: str, pair: Pair) -> bool:
    """Whether the end of a translation is missing."""
    if len(source) < _LONG_ENOUGH or not answer:
        return False
    short = deviation(source, answer, pair)
    if short >= _HANGING:
        return False
    if _hangs(answer, pair.target) and not _hangs(source, pair.source):
        return True
    if short < _WITHOUT_END and _FULL_STOP.search(source) and not _ANY_END.search(answer):
        return True
    if short < _OPEN and _opens(answer) > _opens(source):
        return True
    return short < _FEWER_SENTENCES and (
        len(sentences(answer, pair.target)) < len(sentences(source, pair.source))
    )


def _hangs(text: str, language: Language) -> bool:
    last = _LAST_WORD.search(text)
    return last is not None and last[1].lower() in _HANGING_WORDS[language]


def _opens(text: str) -> int:
    """How many brackets and quotes are left open."""
    pairs = sum(max(0, text.count(one) - text.count(other)) for one, other in _PAIRS)
    return pairs + text.count('"') % 2
