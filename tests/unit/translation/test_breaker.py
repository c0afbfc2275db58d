"""When an engine is left alone, for how long, and who may try again."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.translation.breaker import FAILURES, LONGEST, Breaker
from tests.builders import MORNING

DOWN = ["unavailable"]


def heard(
    breaker: Breaker, *reasons: str | None, after: float = 0, at: datetime = MORNING
) -> Breaker:
    return breaker.heard(reasons, after, at, 1.0)


def wait_of(breaker: Breaker, at: datetime = MORNING) -> float:
    return (breaker.until - at).total_seconds() if breaker.until else 0


def test_five_failures_in_a_row_open_it_and_four_do_not() -> None:
    breaker = heard(heard(Breaker(), *DOWN * 2), *DOWN * 2)
    assert not breaker.is_open(MORNING)
    assert heard(breaker, *DOWN).is_open(MORNING)


def test_an_answer_in_between_begins_the_row_anew() -> None:
    breaker = heard(heard(Breaker(), *DOWN * 4), None, "unavailable")
    assert breaker.failures == 0
    assert not heard(breaker, *DOWN * 4).is_open(MORNING)


@pytest.mark.parametrize("why", ["script", "length", "placeholders", "too-long", "pair"])
def test_what_tells_of_a_sentence_is_no_failure_of_the_engine(why: str) -> None:
    assert heard(Breaker(), *[why] * 9) == Breaker()


def test_a_key_that_is_not_accepted_opens_it_at_once() -> None:
    breaker = heard(Breaker(), None, "auth")
    assert (breaker.is_open(MORNING), breaker.why) == (True, "auth")


def test_who_says_when_to_come_back_is_obeyed() -> None:
    assert wait_of(heard(Breaker(), None, "throttled", after=200)) == 200
    assert wait_of(heard(Breaker(), "throttled", after=5)) == 60
    assert wait_of(heard(Breaker(), "throttled", after=10**9)) == LONGEST.total_seconds()


def test_each_failed_try_doubles_the_wait_up_to_half_an_hour() -> None:
    breaker, now, waits = heard(Breaker(), *DOWN * FAILURES), MORNING, []
    for _ in range(8):
        waits.append(wait_of(breaker, now))
        assert breaker.until
        now = breaker.until
        breaker = heard(breaker.tried(now), "unavailable", at=now)
    assert waits == [60, 120, 240, 480, 960, 1800, 1800, 1800]


def test_one_good_answer_closes_it_and_the_next_row_waits_a_minute_again() -> None:
    breaker = heard(Breaker(), *DOWN * FAILURES)
    breaker = heard(heard(breaker.tried(MORNING), *DOWN), None)
    assert (breaker.until, breaker.opened, breaker.failures) == (None, 0, 0)
    assert wait_of(heard(breaker, *DOWN * FAILURES)) == 60


def test_failures_that_were_under_way_when_it_opened_make_nobody_wait_longer() -> None:
    breaker = heard(Breaker(), *DOWN * FAILURES)
    assert heard(breaker, *DOWN * FAILURES) == breaker


def test_what_is_no_translation_is_told_as_unavailable() -> None:
    assert heard(Breaker(), *["error"] * 5).why == heard(Breaker(), *["empty"] * 5).why
    assert heard(Breaker(), *["error"] * 5).why == "unavailable"


REASONS = st.lists(st.sampled_from([None, "unavailable", "throttled", "script"]), min_size=1)
EVENTS = st.lists(st.tuples(REASONS, st.floats(0, 400), st.floats(0, 4000)), max_size=30)


@given(EVENTS, st.floats(0.8, 1.2))
def test_it_never_waits_longer_than_its_longest_and_counts_its_revisions(
    events: list[tuple[list[str | None], float, float]], jitter: float
) -> None:
    breaker, now = Breaker(), MORNING
    for reasons, after, passed in events:
        now += timedelta(seconds=passed)
        if breaker.until and not breaker.is_open(now):
            breaker = breaker.tried(now)
        then = breaker.heard(reasons, after, now, jitter)
        assert then == breaker or then.revision == breaker.revision + 1
        assert wait_of(then, now) <= LONGEST.total_seconds() * 1.2
        assert then.failures < FAILURES or then.until
        breaker = then
