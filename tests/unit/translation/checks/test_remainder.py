import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.news.language import LANGUAGES
from shared.translation.checks.remainder import is_left
from shared.translation.ports import Pair

EN_ES, EN_AR, AR_EN, ES_EN = Pair("en", "es"), Pair("en", "ar"), Pair("ar", "en"), Pair("es", "en")
PAIRS = [Pair(a, b) for a in LANGUAGES for b in LANGUAGES if a != b]


@pytest.mark.parametrize(
    ("source", "answer", "pair"),
    [
        ("The minister said that the new law would help.", "El ministro said that the new law.",
         EN_ES),
        ("The minister said that the new law would help.", "قال الوزير إن the new law would help.",
         EN_AR),
        ("قال الوزير إن القانون الجديد سيساعد.", "The minister said that القانون الجديد helps.",
         AR_EN),
        ("La ministra dijo que la ley ayudará a todos.", "The minister said la ley ayudará a all.",
         ES_EN),
    ],
)  # fmt: skip
def test_plain_words_of_the_source_are_a_remainder(source: str, answer: str, pair: Pair) -> None:
    assert is_left(source, answer, pair)


@pytest.mark.parametrize(
    ("source", "answer", "pair"),
    [
        ("He read The Lord of the Rings.", "Leyó The Lord of the Rings.", EN_ES),
        ("Bring Me the Head, the film says", "فيلم Bring Me the Head يقول", EN_AR),
        ("en la calle de los Aromos", "in Calle de los Aromos", ES_EN),
        ("The BBC and the FT report.", "La BBC y el FT informan.", EN_ES),
        ("no problem at the hotel", "no problem", EN_ES),
    ],
)
def test_names_and_titles_are_none(source: str, answer: str, pair: Pair) -> None:
    assert not is_left(source, answer, pair)


@given(st.text(), st.text(), st.sampled_from(PAIRS))
def test_no_text_makes_it_fail(source: str, answer: str, pair: Pair) -> None:
    assert is_left(source, answer, pair) in {True, False}
