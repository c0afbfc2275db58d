import pytest

from shared.editions.numbers import in_numerals, minutes_to_read, read_time, written
from shared.editions.registry import EDITIONS


@pytest.mark.parametrize(
    ("minutes", "en", "ar", "es"),
    [
        (1, "1 minute to read", "دقيقة واحدة للقراءة", "1 minuto de lectura"),
        (2, "2 minutes to read", "دقيقتان للقراءة", "2 minutos de lectura"),
        (3, "3 minutes to read", "3 دقائق للقراءة", "3 minutos de lectura"),
        (11, "11 minutes to read", "11 دقيقة للقراءة", "11 minutos de lectura"),
    ],
)
def test_minutes_to_read_have_the_plural_of_the_edition(
    minutes: int, en: str, ar: str, es: str
) -> None:
    assert read_time(minutes, EDITIONS["en"]) == en
    assert read_time(minutes, EDITIONS["ar"]) == ar
    assert read_time(minutes, EDITIONS["es"]) == es


@pytest.mark.parametrize(
    ("minutes", "word"),
    [(10, "دقائق"), (99, "دقيقة"), (100, "دقيقة"), (102, "دقيقة"), (103, "دقائق"), (111, "دقيقة")],
)
def test_the_arabic_plural_follows_the_last_two_digits(minutes: int, word: str) -> None:
    assert read_time(minutes, EDITIONS["ar"]) == f"{minutes} {word} للقراءة"


def test_minutes_can_be_written_in_arabic_indic_numerals() -> None:
    assert read_time(11, EDITIONS["ar"], "arab") == "١١ دقيقة للقراءة"
    assert in_numerals("2026", "latn") == "2026"


@pytest.mark.parametrize(
    ("words", "minutes"), [(0, 1), (1, 1), (220, 1), (221, 2), (440, 2), (2400, 11)]
)
def test_a_begun_minute_counts_whole(words: int, minutes: int) -> None:
    assert minutes_to_read(words, 220) == minutes


@pytest.mark.parametrize(
    ("number", "en", "es", "arab"),
    [
        ("7", "7", "7", "٧"),
        ("2026", "2026", "2026", "٢٠٢٦"),
        ("12345", "12,345", "12.345", "١٢٬٣٤٥"),
        ("-1234567.25", "\u22121,234,567.25", "\u22121.234.567,25", "\u2212١٬٢٣٤٬٥٦٧٫٢٥"),
        ("12.5%", "12.5%", "12,5%", "١٢٫٥%"),
        ("2026-11", "2026-11", "2026-11", "2026-11"),
        ("three", "three", "three", "three"),
    ],
)
def test_numbers_of_data_are_written_as_the_edition_does(
    number: str, en: str, es: str, arab: str
) -> None:
    assert written(number, EDITIONS["en"]) == en
    assert written(number, EDITIONS["es"]) == es
    assert written(number, EDITIONS["ar"], "arab") == arab
