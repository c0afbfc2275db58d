"""Sketches count what is different, in whatever order and portions it comes."""

import hashlib
import random
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.trending.hours import Reader
from shared.trending.sketch import EXACT, NETWORKS, Sketch, Visitors, sketch_in


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


@pytest.mark.parametrize("width", [3, 5])
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


def a_visitor(network: int, who: int) -> bytes:
    return hashed(network, 3) + hashed(who, 2)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 60)), max_size=600), st.integers(1, 5))
def test_visitors_are_the_same_bytes_however_they_were_split(
    came: list[tuple[int, int]], portions: int
) -> None:
    whole, merged = Visitors(a_visitor(*one) for one in came), Visitors()
    for portion in range(portions):
        merged.merge(Visitors(a_visitor(*one) for one in came[portion::portions]))
    assert merged.encoded() == whole.encoded()


def test_up_to_256_visitors_are_counted_exactly_wherever_they_come_from() -> None:
    for networks in (13, 40, 256):
        visitors = Visitors(a_visitor(number % networks, number) for number in range(256))
        assert visitors.count() == 256


@given(st.integers(1, 300), st.integers())
def test_many_networks_are_the_same_registers_however_they_were_split(
    portions: int, seed: int
) -> None:
    came = [a_visitor(network, 7 * network) for network in range(NETWORKS + 1)]
    whole, merged = Visitors(came), Visitors()
    random.Random(seed).shuffle(came)
    for portion in range(portions):
        merged.merge(Visitors(came[portion::portions]))
    assert whole.registers is not None
    assert merged.encoded() == whole.encoded()


@pytest.mark.parametrize("networks", [256, 257, NETWORKS, NETWORKS + 1])
def test_visitors_come_back_as_they_were_kept(networks: int) -> None:
    visitors = Visitors(a_visitor(network, network) for network in range(networks))
    kept = visitors.encoded()
    found = sketch_in(Reader(kept), 5, Visitors)
    assert found.encoded() == kept
    assert found.count() == visitors.count()
    assert found.networks().encoded() == visitors.networks().encoded()


@pytest.mark.parametrize("networks", [257, NETWORKS - 256])
def test_a_flood_adds_twenty_of_each_of_its_networks_at_most_to_visitors_who_are_there(
    networks: int,
) -> None:
    visitors = Visitors(a_visitor(network, network) for network in range(networks))
    assert visitors.count() == networks
    visitors.merge(Visitors(a_visitor(-1 - who % 256, who) for who in range(100_000)))
    assert visitors.count() == networks + 5_120


@pytest.mark.parametrize("many", [21, 200, 2_000, 40_000])
def test_a_network_is_twenty_visitors_at_most(many: int) -> None:
    assert Visitors(a_visitor(7, who) for who in range(many)).count() == 20


@pytest.mark.parametrize("number", [300, 3_000, 30_000])
def test_many_visitors_are_counted_to_two_percent_where_few_share_a_network(number: int) -> None:
    errors = [
        abs(Visitors(a_visitor(n * 9 + run, n) for n in range(number)).count() - number) / number
        for run in range(8)
    ]
    assert mean(errors) <= 0.02
