"""Numbers as an edition writes them, and how long a text takes to read."""

from shared.editions.edition import Edition, fill
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
    pattern = edition.minutes[edition.plural(minutes)]
    return in_numerals(fill(pattern, count=str(minutes)), numerals)
