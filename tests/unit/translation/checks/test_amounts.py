from decimal import Decimal

import pytest

from shared.news.language import Language
from shared.translation.checks.amounts import amounts


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("12,500", "en", 12500),
        ("12.500", "es", 12500),
        ("12\u202f500", "es", 12500),
        ("12 500", "es", 12500),
        ("١٢٬٥٠٠", "ar", 12500),
        ("30،000", "ar", 30000),
        ("1,234,567.89", "en", "1234567.89"),
        ("1.234.567,89", "es", "1234567.89"),
        ("٣٫٥", "ar", "3.5"),
        ("2.8bn", "en", 2_800_000_000),
        ("2800 millones", "es", 2_800_000_000),
        ("2.8 مليار", "ar", 2_800_000_000),
        ("3 mil millones", "es", 3_000_000_000),
        ("2,8 miles de millones", "es", 2_800_000_000),
        ("40 ألف", "ar", 40_000),
        ("مليون و200 ألف", "ar", 1_200_000),
        ("twenty-five", "en", 25),
        ("two hundred and six", "en", 206),
        ("two and a half million", "en", 2_500_000),
        ("half a million", "en", 500_000),
        ("treinta y cinco", "es", 35),
        ("dos mil quinientos", "es", 2500),
        ("dos millones y medio", "es", 2_500_000),
        ("خمسة وعشرون", "ar", 25),
        ("خمسة عشر", "ar", 15),
        ("ثلاثة آلاف وخمسمئة", "ar", 3500),
        ("مليونان ونصف", "ar", 2_500_000),
        ("نصف مليون", "ar", 500_000),
        ("XXI", "es", 21),
        ("October", "en", 10),
        ("شباط", "ar", 2),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(
    text: str, language: Language, value: int | str
) -> None:
    (found,) = amounts(text, language)
    assert Decimal(value) in found.values
