import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.news.language import LANGUAGES
from shared.translation.checks.negation import denies_otherwise
from shared.translation.ports import Pair

PAIRS = [Pair(a, b) for a in LANGUAGES for b in LANGUAGES if a != b]


@pytest.mark.parametrize(
    ("source", "answer", "pair"),
    [
        ("The court did not agree.", "El tribunal estuvo de acuerdo.", Pair("en", "es")),
        ("They couldn't come.", "تمكنوا من الحضور.", Pair("en", "ar")),
        ("لم توافق المحكمة.", "The court agreed.", Pair("ar", "en")),
        ("La corte nunca aceptó.", "وافقت المحكمة.", Pair("es", "ar")),
    ],
)
def test_a_denial_that_is_gone_is_told(source: str, answer: str, pair: Pair) -> None:
    assert denies_otherwise(source, answer, pair)


@pytest.mark.parametrize(
    ("source", "answer", "pair"),
    [
        ("The court did not agree.", "El tribunal no estuvo de acuerdo.", Pair("en", "es")),
        ("It is not possible.", "Es imposible.", Pair("en", "es")),
        ("They could not come.", "تعذر حضورهم.", Pair("en", "ar")),
        ("لم يوافق", "He refused", Pair("ar", "en")),
        ("A note on knots", "Una nota sobre nudos", Pair("en", "es")),
    ],
)
def test_a_denial_may_be_said_otherwise(source: str, answer: str, pair: Pair) -> None:
    assert not denies_otherwise(source, answer, pair)


@given(st.text(), st.text(), st.sampled_from(PAIRS))
def test_no_text_makes_it_fail(source: str, answer: str, pair: Pair) -> None:
    assert denies_otherwise(source, answer, pair) in {True, False}
