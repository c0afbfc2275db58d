"""Numbers as an edition writes them, and how long a text takes to read."""

import re

from shared.editions.edition import Edition, Plural, fill
from shared.news.newsroom import Numerals

_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def in_numerals(text: str, numerals: Numerals) -> str:
    """The text with its digits in those numerals."""
    return text.translate(_ARABIC_INDIC) if numerals == "arab" else text


def minutes_to_read(words: int, words_per_minute: int) -> int:
    """Whole minutes, rounded up, never less than one."""
    return max(1, -(-words // words_per_minute))


def read_time(minutes: int, edition: Edition, numerals: Numerals = "latn") -> str:
    """Minutes to read in the edition's plural forms: "دقيقتان للقراءة", "11 دقيقة للقراءة"."""
    return counted(minutes, edition.minutes, edition, numerals)


_NUMBER = re.compile(r"(-?)(\d+)(?:\.(\d+))?( ?%?)")


def is_number(text: str) -> bool:
    """Whether data say a number: digits, and a point before tenths."""
    return _NUMBER.fullmatch(text) is not None


def written(number: str, edition: Edition, numerals: Numerals = "latn") -> str:
    """A number of the data as the edition writes it; years have no groups of digits."""
    match = _NUMBER.fullmatch(number)
    if match is None:
        return number
    sign, whole, tenths, unit = match.groups()
    decimal, thousands = ("٫", "٬") if numerals == "arab" else (edition.decimal, edition.thousands)
    if len(whole) > 4:
        whole = f"{int(whole):,}".replace(",", thousands)
    minus, rest = "\u2212" if sign else "", f"{decimal}{tenths}" if tenths else ""
    return in_numerals(f"{minus}{whole}{rest}{unit}", numerals)


def counted(count: int, patterns: dict[Plural, str], edition: Edition, numerals: Numerals) -> str:
    """So many of something, in the edition's plural forms."""
    pattern = patterns[edition.plural(count)]
    return in_numerals(fill(pattern, count=str(count)), numerals)
