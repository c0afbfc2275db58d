import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.translation.checks.quotes import is_unquoted

LOST = "Dijo que el río está alto."


@pytest.mark.parametrize(
    "source",
    [
        '"The river is high," she said.',
        "“The river is high,” she said.",
        "«El río está alto», dijo.",
        "قالت: «النهر مرتفع».",
        "وصفته بأنه ”مرتفع“.",
        "„Der Fluss ist hoch“, she said.",
    ],
)
def test_a_quotation_whose_marks_are_all_gone_is_told(source: str) -> None:
    assert is_unquoted(source, LOST)


@pytest.mark.parametrize(
    "answer",
    [
        "«El río está alto», dijo.",
        '"El río está alto", dijo.',
        "Dijo que el río está “alto”.",
        "Dijo que el río está ‘alto’.",
        "Dijo que el río está ‹alto›.",
        "قالت: «النهر مرتفع».",
    ],
)
def test_other_marks_or_fewer_are_marks(answer: str) -> None:
    assert not is_unquoted("“The river,” she said, “is high.”", answer)


@pytest.mark.parametrize(
    "source",
    [
        "She said that the river is high.",
        "The river’s ‘high’ water",
        'A pipe of 5" and one of 7"',
        "A mark ” that stands alone",
    ],
)
def test_a_source_without_a_quotation_can_lose_none(source: str) -> None:
    assert not is_unquoted(source, LOST)


def test_an_apostrophe_inside_a_word_quotes_nobody() -> None:
    assert is_unquoted("«Es el río de España», dijo.", "It's Spain’s river, she said.")


@given(st.text(), st.text())
def test_a_text_that_keeps_its_marks_has_lost_none(source: str, answer: str) -> None:
    assert not is_unquoted(source, source)
    assert not is_unquoted(source, f"«{answer}»")
