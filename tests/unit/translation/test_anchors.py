import pytest

from shared.translation.anchors import judge
from shared.translation.markup import Damaged

COURT = "The river, says XPA0X the High Court of Paris XPZ0X on 14 May, is XPA1X free XPZ1X."


@pytest.mark.parametrize(
    "answer",
    [
        "Según XPA0X el Tribunal Superior de París XPZ0X, el río es hoy XPA1X libre XPZ1X.",
        "Es XPA1X libre XPZ1X el río el 14 de mayo, dice XPA0X el Alto Tribunal de Paris XPZ0X.",
        "XPA0X وتقول المحكمة العليا في باريس XPZ0X في ١٤ أيار إن النهر XPA1X حر XPZ1X.",
    ],
)
def test_marks_may_move_with_their_words(answer: str) -> None:
    judge(COURT, answer)


@pytest.mark.parametrize(
    "answer",
    [
        # It has left its name.
        "El río, dice XPA0X el Alto Tribunal XPZ0X de Paris el 14 de mayo, es XPA1X libre XPZ1X.",
        # It has taken a number.
        "El río, dice XPA0X el Alto Tribunal, el 14 XPZ0X de mayo, es XPA1X libre XPZ1X.",
        "يقول XPA0X القضاء الأعلى في ١٤ XPZ0X أيار إن النهر XPA1X حر XPZ1X.",
        # Two marks have changed places.
        "El río, dice XPA1X el Alto Tribunal de Paris XPZ1X el 14 de mayo, es XPA0X libre XPZ0X.",
        # Nobody links a preposition.
        "El río, dice el Alto Tribunal de París, XPA0X del XPZ0X 14 de mayo, es XPA1X libre XPZ1X.",
        # It has swallowed the sentence but for a word.
        "XPA0X El río, dice el Alto Tribunal, de París, a 14 de mayo, es XPZ0X XPA1X libre XPZ1X.",
    ],
)
def test_marks_around_other_words_are_damage(answer: str) -> None:
    with pytest.raises(Damaged):
        judge(COURT, answer)


def test_a_mark_may_not_shrink_to_a_word_or_grow_over_the_line() -> None:
    most = "XPA0X The river that feeds twelve villages and their old mills rises XPZ0X in spring."
    with pytest.raises(Damaged):
        judge(most, "El río que riega doce pueblos y sus viejos molinos crece en XPA0X mayo XPZ0X.")
    least = "The river that feeds twelve villages and their old mills rises in XPA0X May XPZ0X."
    with pytest.raises(Damaged):
        judge(
            least, "El río XPA0X que riega doce pueblos y sus viejos molinos crece XPZ0X en mayo."
        )


def test_a_name_that_comes_twice_says_nothing() -> None:
    judge("Paris is XPA0X Paris XPZ0X.", "XPA0X Paris XPZ0X es Paris.")
