import pytest

from shared.translation.checks.question import asks_otherwise


@pytest.mark.parametrize(
    ("source", "answer", "wanted"),
    [
        ("Who?", "¿Quién?", False),
        ("Who?", "من؟", False),
        ("“Who?”", "«من؟»", False),
        ("Who?", "Quién.", True),
        ("He.", "¿Él?", True),
    ],
)
def test_a_question_is_a_question_in_both(source: str, answer: str, *, wanted: bool) -> None:
    assert asks_otherwise(source, answer) is wanted
