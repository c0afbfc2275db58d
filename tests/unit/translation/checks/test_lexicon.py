import pytest

from shared.news.language import Language
from shared.translation.checks.lexicon import DUALS, plain, scale_word


@pytest.mark.parametrize(
    ("word", "source", "target", "wanted"),
    [
        ("Billion", "en", "ar", "مليار"),
        ("مليارًا", "ar", "en", "billion"),
        ("billones", "es", "en", "trillion"),
        ("ملايين", "ar", "es", "millón"),
        ("river", "en", "es", None),
    ],
)
def test_a_magnitude_has_its_word_in_each_language(
    word: str, source: Language, target: Language, wanted: str | None
) -> None:
    assert scale_word(word, source, target) == wanted


def test_two_of_a_thing_are_one_word_in_arabic() -> None:
    assert [bool(DUALS.search(plain(word))) for word in ("يومَين", "وساعتان", "مسلمين")] == [
        True,
        True,
        False,
    ]
