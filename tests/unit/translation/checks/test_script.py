import pytest

from shared.translation.checks.script import is_same, is_script
from shared.translation.ports import Pair

EN_ES, EN_AR, ES_EN, AR_ES = Pair("en", "es"), Pair("en", "ar"), Pair("es", "en"), Pair("ar", "es")


@pytest.mark.parametrize(
    ("text", "pair", "wanted"),
    [
        ("rivers", EN_AR, True),
        ("Madrid", EN_AR, True),
        ("نهر", AR_ES, True),
        ("The river rises.", EN_ES, True),
        ("hospital", EN_ES, False),
        ("Lionel Messi", EN_ES, False),
        ("NASA", EN_AR, False),
    ],
)
def test_a_name_or_an_acronym_may_stay_and_a_text_may_not(
    text: str, pair: Pair, *, wanted: bool
) -> None:
    assert is_same(text, text, pair) is wanted


@pytest.mark.parametrize(
    ("source", "answer", "pair", "wanted"),
    [
        ("The river", "El río", EN_ES, True),
        ("The river", "El río", EN_AR, False),
        ("The river", "نهر", EN_ES, False),
        ("Ask @rivercourt", "اسأل @rivercourt", EN_AR, True),
        ("The river", "1234", EN_ES, False),
        ("BBC", "BBC", ES_EN, True),
    ],
)
def test_most_letters_are_those_of_the_language(
    source: str, answer: str, pair: Pair, *, wanted: bool
) -> None:
    assert is_script(source, answer, pair) is wanted
