from hypothesis import given
from hypothesis import strategies as st

from shared.translation.checks.repetition import loops

RIVER = "Seven countries signed a treaty to share the great river."


def test_words_that_come_again_and_again_are_a_loop() -> None:
    assert loops(RIVER, "Siete países países países países firmaron.")
    assert loops(RIVER, "el gran río es un gran río el gran río es un gran río el gran río es un")


def test_what_the_source_repeats_may_be_repeated() -> None:
    assert not loops(RIVER, "Siete países firmaron un tratado.")
    assert not loops("no no no no no", "no no no no no no")


@given(st.text(), st.text())
def test_no_text_makes_it_fail(source: str, answer: str) -> None:
    assert loops(source, answer) in {True, False}


@given(st.text())
def test_a_text_does_not_loop_more_than_itself(text: str) -> None:
    assert not loops(text, text)
