"""Grouped numbers: 12,500 is 12 500 in Spanish, and an engine must not come between."""

import re

from shared.news.language import Language
from shared.translation.ports import Pair

NARROW_SPACE = "\u202f"
_TO_ASCII = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_SEPARATORS: dict[Language, tuple[str, str]] = {
    "en": (",", "."),
    "ar": (",٬", ".٫"),
    "es": (".\u00a0\u202f", ","),
}
_GROUPED = {
    language: re.compile(
        rf"(?<![\w.,٬٫])(?![0٠۰])\d{{1,3}}(?:[{group}]\d{{3}})+(?:[{point}]\d+)?(?![\w]|[.,٬٫]\d)"
    )
    for language, (group, point) in _SEPARATORS.items()
}


def grouped(language: Language) -> re.Pattern[str]:
    """How a number of four digits and more is written with separators."""
    return _GROUPED[language]


def localised(number: str, pair: Pair) -> str:
    """A grouped number of one language as the other writes it; years and codes have no groups."""
    groups, points = _SEPARATORS[pair.source]
    whole, _, fraction = _split(number.translate(_TO_ASCII), points)
    digits = re.sub(rf"[{groups}]", "", whole)
    group, point = (NARROW_SPACE, ",") if pair.target == "es" else (",", ".")
    short = pair.target == "es" and len(digits) == 4
    written = digits if short else f"{int(digits):,}".replace(",", group)
    return f"{written}{point}{fraction}" if fraction else written


def _split(number: str, points: str) -> tuple[str, str, str]:
    point = next((mark for mark in points if mark in number), points[0])
    return number.partition(point)


def western(text: str) -> str:
    """The text with Arabic-Indic digits as 0 to 9."""
    return text.translate(_TO_ASCII)
