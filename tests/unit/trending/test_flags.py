"""What looks forged is told; and only what no cap can help against leaves Trending for it."""

from datetime import timedelta

import pytest

from shared.trending.flags import flags, suspects
from shared.trending.hours import BUCKET, HOUR, Tally
from shared.trending.score import Hours
from tests.unit.trending.day import NOON, RIVER, RULES, TRAM, a_tally

UNTIL = NOON + BUCKET


def flagged(tally: Tally, busiest: int = 2_000) -> list[tuple[str, bool]]:
    """Why an hour of the river story is flagged, and whether it is out of Trending."""
    hours: Hours = {NOON: {(RIVER, "en"): tally}}
    if busiest:
        hours = {**hours, NOON - HOUR: {(TRAM, "en"): a_tally(busiest)}}
    return [(flag.why, flag.out) for flag in flags(hours, UNTIL, RULES) if flag.story == RIVER]


def test_what_is_read_much_is_not_flagged() -> None:
    assert flagged(a_tally(1_500)) == []


@pytest.mark.parametrize(
    ("phones", "why"), [(10, [("phones", True)]), (150, []), (299, [("phones", True)])]
)
def test_three_hundred_visitors_without_phones_or_with_nothing_else(
    phones: int, why: list[tuple[str, bool]]
) -> None:
    assert flagged(a_tally(300, phones=phones)) == why


def test_two_hundred_visitors_may_have_whatever_they_like() -> None:
    assert flagged(a_tally(200, phones=0)) == []


def test_a_crowd_from_one_network_is_out() -> None:
    assert flagged(a_tally(1_000_000, visitors=20, networks=1)) == [("crowd", True)]


def test_a_flood_on_a_story_that_is_really_read_is_told_and_does_not_take_it_out() -> None:
    """Nobody can drive a story out of Trending by asking for it a million times."""
    flood = a_tally(1_000_550, visitors=570, networks=501, phones=300)
    assert flagged(flood) == [("phones", False), ("crowd", False)]


def test_more_readers_than_the_whole_edition_ever_had_are_a_flood() -> None:
    assert flagged(a_tally(2_001)) == [("flood", True)]
    assert flagged(a_tally(2_000)) == []
    assert flagged(a_tally(2_001), busiest=0) == []  # the site's first day
    assert flagged(a_tally(250), busiest=1) == []


def test_a_flag_is_shown_for_twelve_hours_and_keeps_a_story_out_for_four() -> None:
    forged: Hours = {NOON: {(RIVER, "en"): a_tally(300, phones=0)}}
    for later, told, out in (
        (3, True, True),
        (4, True, False),
        (11, True, False),
        (12, False, False),
    ):
        until = UNTIL + timedelta(hours=later)
        found = flags(forged, until, RULES)
        assert bool(found) is told
        assert (RIVER in suspects(found, until, "en")) is out
        assert (RIVER in suspects(found, until, None)) is out
        assert RIVER not in suspects(found, until, "ar")
