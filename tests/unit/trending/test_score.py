"""What readers read most, and what gains readers: the rules, one by one."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.ids import short_id
from shared.news.article import Card
from shared.news.ranking import EVERYWHERE, Ranked
from shared.trending.hours import BUCKET, BUCKETS, HOUR, Hour
from shared.trending.score import (
    LATELY,
    Choice,
    Readers,
    Surge,
    believable,
    counted_until,
    filled,
    is_late,
    may_stand,
    most_read,
    readers,
    surges,
    trending,
)
from tests.unit.trending.day import BAKERY, NOON, RIVER, RULES, TRAM, a_card, a_tally, cards_of

Days = dict[datetime, Hour]
EVEN = (5,) * BUCKETS


def names(ranked: tuple[Ranked, ...]) -> list[str]:
    return [one.story for one in ranked]


def most(read: Readers, cards: Mapping[str, Card], choice: Choice | None = None) -> list[str]:
    return names(most_read(read, cards, choice or Choice(), RULES))


def rising(read: Readers, cards: Mapping[str, Card], choice: Choice | None = None) -> list[str]:
    steps = surges(read, RULES)
    return names(trending(steps, read, cards, choice or Choice(), RULES))


# ---- Until when views are counted ---------------------------------------------------------------


def test_views_are_counted_until_the_end_of_the_newest_bucket_that_has_any() -> None:
    hours: Days = {
        NOON - HOUR: {(RIVER, "en"): a_tally((0, 0, 0, 1, *(0,) * 8))},
        NOON: {(TRAM, "ar"): a_tally((0, 2, *(0,) * 10))},
    }
    assert counted_until(hours, NOON + timedelta(minutes=40)) == NOON + 2 * BUCKET
    assert counted_until(hours, NOON + timedelta(minutes=4)) == NOON - HOUR + 4 * BUCKET
    assert counted_until({}, NOON) is None


def test_data_are_late_where_views_came_all_the_time_and_then_no_more() -> None:
    hours: Days = {NOON - HOUR: {(RIVER, "en"): a_tally(EVEN)}}
    assert not is_late(hours, NOON, NOON + timedelta(minutes=60), RULES)
    assert is_late(hours, NOON, NOON + timedelta(minutes=61), RULES)


def test_a_site_that_is_seldom_read_is_not_late() -> None:
    hours: Days = {NOON - HOUR: {(RIVER, "en"): a_tally((*(0,) * 11, 5))}}
    assert not is_late(hours, NOON, NOON + timedelta(hours=9), RULES)


# ---- Readers ------------------------------------------------------------------------------------


def test_a_day_is_twenty_four_full_hours_and_the_present_one() -> None:
    hours: Days = {NOON - back * HOUR: {(RIVER, "en"): a_tally(2)} for back in range(26)}
    assert readers(hours, NOON + BUCKET, RULES)["en"].day == {RIVER: 50}


def test_each_edition_counts_its_own_readers_and_everywhere_those_of_all() -> None:
    hours: Days = {NOON: {(RIVER, "en"): a_tally(7), (RIVER, "ar"): a_tally(4)}}
    read = readers(hours, NOON + BUCKET, RULES)
    assert (read["en"].day, read["ar"].day, read["es"].day) == ({RIVER: 7}, {RIVER: 4}, {})
    assert read[EVERYWHERE].day == {RIVER: 11}


def test_an_hour_s_readers_are_spread_as_its_views_are() -> None:
    hours: Days = {NOON: {(RIVER, "en"): a_tally((6, 2, *(0,) * 10), visitors=8)}}
    lately = readers(hours, NOON + 2 * BUCKET, RULES)["en"].lately[RIVER]
    assert lately == [0.0] * (LATELY - 2) + [6.0, 2.0]


def test_a_million_views_do_not_move_the_readers_of_an_hour_into_its_last_minutes() -> None:
    views = (90,) * 11 + (1_000_090,)
    believed = believable(views, 1_000)
    assert max(believed) < 90
    assert sum(believed) == pytest.approx(1_000)


@given(st.lists(st.integers(0, 1000), min_size=12, max_size=12).filter(any), st.data())
def test_views_are_believed_up_to_one_for_each_reader(
    views: list[int], data: st.DataObject
) -> None:
    counted = data.draw(st.integers(1, sum(views)))
    believed = believable(views, counted)
    level = max(believed)
    assert sum(believed) == pytest.approx(counted)
    assert all(
        one == pytest.approx(min(view, level)) for one, view in zip(believed, views, strict=True)
    )


# ---- Most Read ----------------------------------------------------------------------------------


def test_most_readers_come_first_then_the_newest_then_the_lowest_id() -> None:
    read = Readers(day={RIVER: 9, BAKERY: 9, TRAM: 10})
    cards = cards_of(BAKERY, RIVER, TRAM)
    assert most(read, cards) == [TRAM, BAKERY, RIVER]
    together = {story: a_card(story) for story in cards}
    assert most(read, together) == [TRAM, *sorted([RIVER, BAKERY])]


def test_four_readers_are_too_few() -> None:
    assert most(Readers(day={RIVER: 4, TRAM: 5}), cards_of(RIVER, TRAM)) == [TRAM]


def test_what_is_not_live_in_the_edition_is_not_ranked_in_it() -> None:
    assert most(Readers(day={RIVER: 40, TRAM: 5}), cards_of(TRAM)) == [TRAM]


def test_a_list_is_as_long_as_the_newsroom_says() -> None:
    stories = [short_id(str(number)) for number in range(30)]
    assert len(most(Readers(day=dict.fromkeys(stories, 9)), cards_of(*stories))) == RULES.length


def test_what_is_sensitive_may_not_stand() -> None:
    assert may_stand(a_card(RIVER))
    assert not may_stand(a_card(RIVER, sensitive=True))


# ---- Trending -----------------------------------------------------------------------------------


def lately(*newest: float, before: float = 0) -> list[float]:
    return [before] * (LATELY - len(newest)) + [*newest]


def test_what_is_read_more_than_before_comes_before_what_is_read_as_always() -> None:
    read = Readers(
        day={RIVER: 30, TRAM: 600}, lately={RIVER: lately(10, 10, 10), TRAM: lately(before=13)}
    )
    assert rising(read, cards_of(RIVER, TRAM)) == [RIVER, TRAM]


def test_a_surge_counts_four_times_at_most_and_a_lull_half_at_least() -> None:
    assert Surge(10, 1000, 0).score(RULES) == 40
    assert Surge(10, 0, 1000).score(RULES) == 5
    assert Surge(10, 20, 20).score(RULES) == 10


def test_readers_weigh_half_after_twenty_minutes() -> None:
    now, earlier = (
        surges(Readers(lately={RIVER: one}), RULES)[-1][RIVER].decayed
        for one in (lately(0, 0, 0, 0, 64), lately(64, 0, 0, 0, 5))
    )
    assert now == 64
    assert earlier == 64 / 2 + 5


def test_four_readers_in_fifteen_minutes_are_too_few() -> None:
    few = Readers(day={RIVER: 99, TRAM: 5}, lately={RIVER: lately(95, 2, 1, 1), TRAM: lately(5)})
    assert rising(few, cards_of(RIVER, TRAM)) == [TRAM]


def test_who_stands_there_is_not_pushed_out_by_a_little_more() -> None:
    """Ten stand with 20 readers in each bucket; an eleventh now has 24, or 60."""
    stand = [short_id(str(number)) for number in range(10)]
    steady = {story: lately(before=20) for story in stand}
    cards = cards_of(*stand, RIVER)
    for gains, stays_out in ((24, True), (60, False)):
        new = {RIVER: lately(gains, before=19.999)}
        read = Readers(day=dict.fromkeys(cards, 99), lately=steady | new)
        assert (RIVER not in rising(read, cards)) is stays_out


# ---- What is shown ------------------------------------------------------------------------------


def shown(read: Readers, choice: Choice, *stories: str) -> list[tuple[str, str]]:
    cards = cards_of(*stories)
    best = most_read(read, cards, choice, RULES)
    found = filled(best, read, cards, choice, cards.values(), RULES)
    return [(one.story, one.because) for one in found]


def test_a_list_that_is_too_short_is_filled_with_the_latest_marked_so() -> None:
    assert shown(Readers(day={TRAM: 9}), Choice(), RIVER, BAKERY, TRAM) == [
        (TRAM, "readers"),
        (RIVER, "latest"),
        (BAKERY, "latest"),
    ]


def test_before_anything_is_counted_the_latest_are_shown() -> None:
    assert shown(Readers(), Choice(), RIVER, TRAM) == [(RIVER, "latest"), (TRAM, "latest")]


def test_a_pin_stands_in_its_place_as_long_as_its_story_is_live() -> None:
    read = Readers(day={RIVER: 90, TRAM: 80, BAKERY: 5})
    pinned = Choice(pins={BAKERY: 1, short_id("gone"): 1})
    assert shown(read, pinned, RIVER, TRAM, BAKERY) == [
        (BAKERY, "pin"),
        (RIVER, "readers"),
        (TRAM, "readers"),
    ]


def test_a_ban_keeps_a_story_out_even_of_what_fills_the_list() -> None:
    assert shown(Readers(day={RIVER: 9}), Choice(bans={RIVER}), RIVER, TRAM) == [(TRAM, "latest")]


def test_a_boost_multiplies() -> None:
    read = Readers(day={RIVER: 6, TRAM: 10})
    assert most(read, cards_of(RIVER, TRAM), Choice(boosts={RIVER: 2})) == [RIVER, TRAM]
