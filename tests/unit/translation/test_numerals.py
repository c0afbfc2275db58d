import pytest

from shared.news.language import Language
from shared.translation.numerals import grouped, localised, western
from shared.translation.ports import Pair


@pytest.mark.parametrize(
    ("number", "source", "target", "wanted"),
    [
        ("12,500", "en", "es", "12\u202f500"),
        ("12,500", "en", "ar", "12,500"),
        ("1,900", "en", "es", "1900"),
        ("1,234,567.89", "en", "es", "1\u202f234\u202f567,89"),
        ("12.500", "es", "en", "12,500"),
        ("12\u202f500", "es", "en", "12,500"),
        ("12.500,75", "es", "ar", "12,500.75"),
        ("١٢٬٥٠٠", "ar", "en", "12,500"),
        ("١٢٬٥٠٠٫٧٥", "ar", "es", "12\u202f500,75"),
        ("12,500", "ar", "es", "12\u202f500"),
    ],
)
def test_a_grouped_number_is_written_as_the_other_language_writes_it(
    number: str, source: Language, target: Language, wanted: str
) -> None:
    assert grouped(source).fullmatch(number)
    assert localised(number, Pair(source, target)) == wanted


@pytest.mark.parametrize(
    "text", ["1234", "3.14", "12,50", "1,2345", "v1,234,5", "x12,500", "12,500km", "0,001"]
)
def test_other_numbers_are_not_grouped_ones(text: str) -> None:
    assert grouped("en").search(text) is None


def test_digits_of_every_script_are_those_from_0_to_9() -> None:
    assert western("٢٠٢٥") == "2025"
