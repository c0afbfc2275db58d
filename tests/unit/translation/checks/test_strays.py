import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.news.language import LANGUAGES
from shared.translation.checks.strays import strays
from shared.translation.ports import Pair

EN_ES, EN_AR = Pair("en", "es"), Pair("en", "ar")
PAIRS = [Pair(a, b) for a in LANGUAGES for b in LANGUAGES if a != b]
SOURCES = [
    "Mayor Camila Nieto of Valparaíso opened the harbour museum on 14 March.",
    "Doctors in Kampala vaccinated 3,000 children against measles.",
    "The striker scored twice before the referee stopped the match.",
    "No one was hurt.",
]
SPANISH = [
    "La alcaldesa de Valparaíso, Camila Nieto, inauguró el museo del puerto el 14 de marzo.",
    "Los médicos de Kampala vacunaron a 3000 niños contra el sarampión.",
    "El delantero marcó dos goles antes de que el árbitro parase el partido.",
    "Nadie resultó herido.",
]
ARABIC = [
    "افتتحت رئيسة بلدية فالبارايسو كاميلا نييتو متحف الميناء في 14 مارس.",
    "طعّم أطباء في كمبالا 3000 طفل ضد الحصبة.",
    "سجل المهاجم هدفين قبل أن يوقف الحكم المباراة.",
    "لم يُصب أحد بأذى.",
]
ORDERS = [(SPANISH, EN_ES), (ARABIC, EN_AR)]


@pytest.mark.parametrize(("answers", "pair"), ORDERS)
def test_answers_in_their_order_are_none(answers: list[str], pair: Pair) -> None:
    assert strays(SOURCES, answers, pair) == set()


@pytest.mark.parametrize(("answers", "pair"), ORDERS)
def test_where_all_have_shifted_all_are(answers: list[str], pair: Pair) -> None:
    assert strays(SOURCES, [*answers[1:], answers[0]], pair) == {0, 1, 2, 3}


def test_two_that_were_swapped_are_found_among_many() -> None:
    others = [f"Village {name} has a new well." for name in ("Aruba", "Bondi", "Corfu", "Delhi")]
    dug = [f"El pueblo de {name} tiene un pozo." for name in ("Aruba", "Bondi", "Corfu", "Delhi")]
    answers = [SPANISH[1], SPANISH[0], *dug]
    assert strays([*SOURCES[:2], *others], answers, EN_ES) == {0, 1}


def test_one_answer_for_two_different_sentences_is_none_for_either() -> None:
    assert strays(SOURCES, [*SPANISH[:3], SPANISH[2]], EN_ES) >= {2, 3}


def test_sentences_that_are_alike_may_have_one_translation() -> None:
    sources = ["The river rises in spring, he said.", "The river rises in spring, she said."]
    assert strays(sources, ["El río sube en primavera, dijo."] * 2, EN_ES) == set()


def test_a_single_answer_has_no_other_sentence() -> None:
    assert strays(SOURCES[:1], ["Sí."], EN_ES) == set()


@given(st.lists(st.tuples(st.text(), st.text())), st.sampled_from(PAIRS))
def test_no_text_makes_it_fail(texts: list[tuple[str, str]], pair: Pair) -> None:
    sources, answers = [one for one, _ in texts], [one for _, one in texts]
    assert strays(sources, answers, pair) <= set(range(len(texts)))
