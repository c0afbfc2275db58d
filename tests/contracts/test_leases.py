"""Leases of sentences: the fake's and DynamoDB's promises are the same."""

from collections.abc import Callable

import pytest

from shared.aws.leases import DynamoLeases
from shared.translation.memory import paid_key
from shared.translation.ports import Leases, Pair
from tests.fakes.guards import MemoryLeases, Watch

EN_ES = Pair("en", "es")
KEYS = [paid_key(f"Sentence {number}.", EN_ES, "google") for number in range(20)]
KEY, OTHER = KEYS[:2]


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture(params=["fake", "dynamodb"])
def holder(request: pytest.FixtureRequest, watch: Watch) -> Callable[[str], Leases]:
    """The leases as the function of this name has them."""
    if request.param == "fake":
        fake = MemoryLeases(watch)
        return lambda name: MemoryLeases(watch, name, fake.held)
    table = request.getfixturevalue("table")
    return lambda name: DynamoLeases(table, watch, name)


Holder = Callable[[str], Leases]


def test_of_two_functions_one_gets_a_sentence(holder: Holder) -> None:
    assert set(holder("one").take(KEYS)) == set(KEYS)
    assert not holder("two").take([KEY])


def test_what_another_function_holds_keeps_nobody_from_the_rest(holder: Holder) -> None:
    holder("one").take([KEY])
    assert set(holder("two").take([KEY, OTHER])) == {OTHER}


def test_what_was_given_back_is_free(holder: Holder) -> None:
    holder("one").take([KEY, OTHER])
    holder("one").give_back([KEY])
    assert set(holder("two").take([KEY, OTHER])) == {KEY}


def test_a_lease_outlives_any_function_and_then_runs_out(holder: Holder, watch: Watch) -> None:
    holder("one").take([KEY])
    watch.wait(80)
    assert not holder("two").take([KEY])
    watch.wait(15)
    assert set(holder("two").take([KEY])) == {KEY}


def test_who_comes_back_late_does_not_give_back_what_is_another_functions(
    holder: Holder, watch: Watch
) -> None:
    holder("one").take([KEY])
    watch.wait(100)
    holder("two").take([KEY])
    holder("one").give_back([KEY])
    assert not holder("three").take([KEY])


def test_asking_twice_for_ones_own_changes_nothing(holder: Holder) -> None:
    holder("one").take([KEY])
    assert set(holder("one").take([KEY])) == {KEY}


def test_nothing_wanted_is_nothing_taken(holder: Holder) -> None:
    assert not holder("one").take([])
