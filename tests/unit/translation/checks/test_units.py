import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.translation.checks.units import is_swapped


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("up 5%", "ارتفع 5 في المئة"),
        ("up 5 percent", "ارتفع بنسبة ٥٪"),
        ("5 por ciento", "5 بالمائة"),
        ("$5", "5 pesos"),
        ("$5bn", "5 مليارات دولار"),
        ("£5", "5 جنيهات"),
        ("5 ين", "5 yen"),
        ("500 people", "مئة شخص من 500"),
        ("5 people", "5 personas, un problema"),
    ],
)
def test_a_unit_may_be_written_otherwise(source: str, answer: str) -> None:
    assert not is_swapped(source, answer)
    assert not is_swapped(answer, source)


@pytest.mark.parametrize(
    ("source", "answer"),
    [("5 dollars", "5 euros"), ("5 دراهم", "5 dinares"), ("5 people", "5 %"), ("€5m", "$5m")],
)
def test_another_unit_is_told(source: str, answer: str) -> None:
    assert is_swapped(source, answer)


@given(st.text(), st.text())
def test_no_text_makes_it_fail(source: str, answer: str) -> None:
    assert is_swapped(source, answer) in {True, False}
