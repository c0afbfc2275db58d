"""What engines may cost, by month, day and minute of UTC."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.news.budget import Budget
from shared.translation.ports import Refusal
from shared.translation.purse import Purse
from tests.fakes.guards import MemoryTill

NOON = datetime(2026, 11, 30, 12, 0, 15, tzinfo=UTC)
AMAZON = "amazon-translate"


class Spending:
    """A purse, its till, and a clock."""

    def __init__(self, **budget: float) -> None:
        self.till, self.now = MemoryTill(), NOON
        self.purse = Purse(self.till, lambda _: Budget.model_validate(budget))

    def pay(self, characters: int) -> Refusal | None:
        return self.purse.pay(AMAZON, characters, self.now)


def test_dollars_buy_what_the_price_says() -> None:
    assert Budget(dollars_per_day=3).most(AMAZON, "day") == 200_000
    assert Budget(dollars_per_day=3, dollars_per_million=30).most(AMAZON, "day") == 100_000
    assert Budget(dollars_per_day=3).most("libretranslate", "day") is None
    assert Budget(dollars_per_day=3, characters_per_day=50_000).most(AMAZON, "day") == 50_000


def test_without_a_budget_all_is_allowed_and_counted() -> None:
    spending = Spending()
    assert spending.pay(10**9) is None
    assert spending.till.counts == {(AMAZON, "2026-11"): 10**9, (AMAZON, "2026-11-30"): 10**9}


@pytest.mark.parametrize(
    ("now", "period", "until"),
    [
        (NOON, "day", date(2026, 12, 1)),
        (NOON, "month", date(2026, 12, 1)),
        (datetime(2026, 12, 5, tzinfo=UTC), "day", date(2026, 12, 6)),
        (datetime(2026, 12, 31, tzinfo=UTC), "month", date(2027, 1, 1)),
    ],
)
def test_what_is_spent_says_when_there_is_a_budget_again(
    now: datetime, period: str, until: date
) -> None:
    spending = Spending(**{f"characters_per_{period}": 1000})
    spending.now = now
    refusal = spending.pay(1001)
    assert refusal
    assert (refusal.reason, refusal.until) == ("budget", until)


def test_a_minute_that_is_full_is_over_when_the_next_begins() -> None:
    spending = Spending(characters_per_minute=1000)
    assert spending.pay(900) is None
    refusal = spending.pay(200)
    assert refusal
    assert (refusal.reason, refusal.after) == ("throttled", 45)


def test_an_order_that_is_larger_than_a_minute_has_a_minute_of_its_own() -> None:
    spending = Spending(characters_per_minute=1000)
    assert spending.pay(5000) is None
    assert spending.pay(1) is not None


def test_what_is_refused_is_counted_nowhere() -> None:
    spending = Spending(
        characters_per_day=1000, characters_per_month=5000, characters_per_minute=2000
    )
    assert spending.pay(900) is None
    before = dict(spending.till.counts)
    assert spending.pay(101) is not None
    assert spending.till.counts == before


def test_what_the_engine_did_not_take_may_be_spent_again() -> None:
    spending = Spending(characters_per_day=1000, characters_per_minute=1000)
    spending.pay(1000)
    spending.purse.get_back(AMAZON, 400, NOON)
    assert spending.pay(400) is None
    assert spending.pay(1) is not None


@given(st.lists(st.integers(1, 900)), st.integers(1000, 3000), st.integers(1000, 9000))
def test_no_budget_is_ever_exceeded_and_all_that_was_allowed_is_counted(
    orders: list[int], day: int, month: int
) -> None:
    spending = Spending(characters_per_day=day, characters_per_month=month)
    allowed = sum(characters for characters in orders if spending.pay(characters) is None)
    assert allowed <= min(day, month)
    assert {*spending.till.counts.values()} <= {allowed}
