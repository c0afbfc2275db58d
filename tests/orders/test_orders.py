"""Any order and any repetition of events ends in the same editions, and no word of a person goes.

`make orders` plays all orders of eight events, and a hundred thousand longer scripts.
"""

from dataclasses import replace
from math import factorial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.orders.play import by_chance, every_order, in_order
from tests.orders.script import beginning, eight
from tests.orders.stage import Delivery, lost, says

FOUR = ("en 2", "ar 2", "en 3", "terms")


def test_every_order_of_four_of_the_events_ends_in_the_same_editions() -> None:
    script = [event for event in eight() if event.name in FOUR]
    ends = every_order(beginning(), script)
    assert sum(ends.values()) == factorial(len(FOUR))
    assert len({says(state) for state in ends}) == 1
    assert not any(map(lost, ends))


@settings(max_examples=30)
@given(st.permutations(eight()), st.lists(st.sampled_from(eight()), max_size=4))
def test_the_eight_events_end_alike_also_where_some_come_again(
    order: list[Delivery], again: list[Delivery]
) -> None:
    end = in_order(beginning(), [*order, *again])
    assert says(end) == says(in_order(beginning(), eight()))
    assert not lost(end)


@pytest.mark.parametrize("seed", range(25))
def test_a_longer_script_in_any_order_ends_as_it_does_in_its_own(seed: int) -> None:
    assert by_chance(seed) is None


def test_the_check_sees_what_a_lost_file_loses() -> None:
    script = eight()
    end = in_order(beginning(), script)
    without = in_order(beginning(), [event for event in script if event.name != "ar 2"])
    assert says(end) != says(without)
    deaf = in_order(beginning(), [event for event in script if not event.words])
    heard_of = frozenset(one for one in script if one.name != "ar 1")
    assert lost(replace(deaf, delivered=heard_of)) == script[2].words
