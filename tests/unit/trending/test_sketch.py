"""Sketches count what is different, in whatever order and portions it comes."""

import hashlib
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.trending.hours import Reader
from shared.trending.sketch import EXACT, Sketch, sketch_in


def hashed(number: int, width: int = 5) -> bytes:
    return hashlib.blake2s(str(number).encode(), digest_size=width).digest()


def a_sketch(numbers: range, width: int = 5) -> Sketch:
    return Sketch(hashed(number, width) for number in numbers)


@given(st.lists(st.lists(st.integers(0, 400)), max_size=5), st.booleans())
def test_order_and_portions_leave_no_trace(portions: list[list[int]], many: bool) -> None:
    numbers = [number for portion in portions for number in portion]
    numbers += range(250, 250 + 20 * many)
    whole = Sketch()
    for number in sorted(numbers, reverse=True):
        whole.add(hashed(number))
    merged = a_sketch(range(250, 250 + 20 * many))
    for portion in portions:
        merged.merge(Sketch(map(hashed, portion)))
    assert merged.encoded() == whole.encoded()


@pytest.mark.parametrize("number", [0, 1, EXACT - 1, EXACT])
def test_up_to_256_are_counted_exactly(number: int) -> None:
    assert a_sketch(range(number)).count() == number
    assert a_sketch(range(number)).registers is None


def test_many_portions_of_few_are_registers_once_they_are_more_than_256() -> None:
    total = Sketch()
    for portion in range(3):
        total.merge(a_sketch(range(100 * portion, 100 * portion + 100)))
    assert total.registers is not None
    assert total.encoded() == a_sketch(range(300)).encoded()


@pytest.mark.parametrize("width", [4, 5])
def test_beyond_256_the_error_is_two_percent_at_most_on_average(width: int) -> None:
    errors = []
    for run in range(12):
        for number in (300, 2_000, 12_000):
            counted = a_sketch(range(1_000_000 * run, 1_000_000 * run + number), width).count()
            errors.append(abs(counted - number) / number)
    assert mean(errors) <= 0.02
    assert max(errors) <= 0.07


@pytest.mark.parametrize("number", [1, 256, 257])
def test_a_sketch_comes_back_as_it_was_kept(number: int) -> None:
    kept = a_sketch(range(number)).encoded()
    assert sketch_in(Reader(kept), 5, Sketch).encoded() == kept
