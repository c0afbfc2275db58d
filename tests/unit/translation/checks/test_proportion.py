import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.news.language import LANGUAGES
from shared.translation.checks.proportion import deviation, is_cut, is_length
from shared.translation.ports import Pair

EN_ES, EN_AR = Pair("en", "es"), Pair("en", "ar")
PAIRS = [Pair(a, b) for a in LANGUAGES for b in LANGUAGES if a != b]
SOURCE = "The river rises every spring, and nobody along it owns the water. It falls in autumn."
WHOLE = "El río sube cada primavera, y nadie en sus orillas es dueño del agua. Baja en otoño."


def test_a_whole_translation_has_its_length_and_its_end() -> None:
    assert is_length(SOURCE, WHOLE, EN_ES)
    assert not is_cut(SOURCE, WHOLE, EN_ES)
    assert abs(deviation(SOURCE, WHOLE, EN_ES)) < 1.5


@pytest.mark.parametrize(
    "answer",
    [
        "El río sube cada primavera, y nadie en sus orillas es dueño",
        "El río sube cada primavera y nadie por sus orillas es dueño de",
        "El río sube (cada primavera, y nadie es dueño del agua.",
        "El río sube cada primavera y nadie es dueño de su agua.",
    ],
    ids=["no full stop", "ends in a word that wants more", "an open bracket", "a sentence less"],
)
def test_what_is_short_and_ends_like_no_end_is_cut(answer: str) -> None:
    assert is_length(SOURCE, answer, EN_ES)
    assert is_cut(SOURCE, answer, EN_ES)


@pytest.mark.parametrize(
    ("source", "answer", "pair"),
    [
        ("Yes.", "Sí", EN_ES),
        ("What is it that we are in", "Qué es lo que tenemos en", EN_ES),
        ("The river rises every spring and falls.", "يرتفع النهر كل ربيع وينخفض", EN_AR),
    ],
)
def test_an_end_without_a_full_stop_alone_is_no_cut(source: str, answer: str, pair: Pair) -> None:
    assert not is_cut(source, answer, pair)


def test_what_is_far_too_short_or_long_is_no_length() -> None:
    assert not is_length(SOURCE, "El río.", EN_ES)
    assert not is_length(SOURCE, f"{WHOLE} {WHOLE} {WHOLE}", EN_ES)
    assert not is_length("Yes.", WHOLE, EN_ES)


@given(st.text(min_size=1), st.text(min_size=1), st.sampled_from(PAIRS))
def test_no_text_makes_it_fail(source: str, answer: str, pair: Pair) -> None:
    assert {is_length(source, answer, pair), is_cut(source, answer, pair)} <= {True, False}
