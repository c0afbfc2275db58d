"""Whether a translation denies where its source does.

What a sentence denies with one word another language may say without: "unable", "lacks", «sin»,
رفض. So a source must have a plain "not", and its translation nothing that could stand for one.
"""

import re

from shared.news.language import LANGUAGES, Language
from shared.translation.checks.lexicon import one_of, plain
from shared.translation.ports import Pair

_NOT: dict[Language, str] = {
    "en": r"""not never cannot nobody nothing neither none \w*n['’]t
        no\ (?:one|longer|evidence|plans?|sign|reason|doubt)""",
    "es": "no nunca jamás nadie tampoco ningún ninguna ninguno",
    "ar": "[وف]?(?:لا|لم|لن|ليس|ليست|ليسوا|لسنا|لست)",
}
_LIKE_NOT: dict[Language, str] = {
    "en": r"""no not never cannot nobody nothing neither nor none without hardly barely until unless
        lack\w* fail\w* refus\w* reject\w* den(?:y|ied|ies|ying) unable unlikely un\w{4,}ed
        impossible instead rather illegal dis(?:agree|like|approv)\w* non free doubt\w* too only
        few little avoid\w* prevent\w* but yet \w+less \w*n['’]t""",
    "es": r"""no nunca jamás nadie nada tampoco ni ning[úu]n\w* sin salvo apenas poc[oa]s? falt\w+
        carec\w+ neg\w+ nieg\w+ rechaz\w+ evit\w+ imped\w+ impid\w+ imposible\w* incap\w+
        prohib\w+ fracas\w+ lugar vez sino dej[óa]\w* solo sólo des\w{4,}ad[oa]s? dud\w+
        ausen\w+ in\w{5,}le""",
    "ar": r"""[وفبلك]{0,2}(?:ال)?(?:لا|لم|لن|ليس\w*|لست\w*|لسنا|غير\w*|ب?دون|عدم\w*|انعدام|بلا|ما)
        [وفبلك]{0,2}(?:ال)?(?:الا|سوي|ابدا|قط|[ين]?نفي|نفت|تنفي|خالي?\w*|بدلا|عوضا|فقط|بل|مجرد|لولا)
        [وفبلك]{0,2}(?:ال)?[يت]?(?:رفض|فشل|منع|تجنب|حظر|فتقر|تعذر|ستحيل|نكر)\w*
        [وفبلك]{0,2}(?:ال)?(?:نقص|افتقار|عجز|مستحيل|انكر|نادر|قلة|قليل)\w*""",
}


def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{one_of(words)})(?!\w)")


_DENIES = {language: _compiled(_NOT[language]) for language in LANGUAGES}
_MAY_DENY = {language: _compiled(_LIKE_NOT[language]) for language in LANGUAGES}


def denies_otherwise(source: str, answer: str, pair: Pair) -> bool:
    """Whether the source says "not", and nothing in its translation does."""
    denied = _DENIES[pair.source].search(plain(source))
    return denied is not None and not _MAY_DENY[pair.target].search(plain(answer))
