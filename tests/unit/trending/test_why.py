"""Why a story stands where it does: each reason, by its name."""

import pytest

from shared.ids import short_id
from shared.news.picks import Ban, Boost, Picks, Pin
from shared.trending.hours import HOUR
from shared.trending.rank import look
from shared.trending.why import Why, why
from tests.unit.trending.day import BAKERY, NOON, RIVER, TRAM, a_card
from tests.unit.trending.test_rank import Newsroom

Reason = tuple[int, str]


def english(newsroom: Newsroom, story: str) -> Why:
    return why(look(newsroom.board()), newsroom.stories, story)[0]


def reasons(newsroom: Newsroom, story: str) -> tuple[Reason, Reason]:
    """Its places in the home list, and why: in Most Read, and in Trending."""
    stands = {one.chart: one for one in english(newsroom, story).stands if one.list == "home"}
    most, rising = stands["most-read"], stands["trending"]
    return (most.place, most.why), (rising.place, rising.why)


def test_what_was_counted_of_a_story() -> None:
    newsroom = Newsroom()
    newsroom.read(TRAM, 12, NOON - 3 * HOUR)
    newsroom.deltas.marks.clear()
    newsroom.read(TRAM, 6)
    newsroom.rank()
    told = english(newsroom, TRAM)
    assert [
        (one.hour, one.views, one.visitors, one.networks, one.readers) for one in told.hours
    ] == [
        (NOON, 6, 6, 6, 6),
        (NOON - 3 * HOUR, 12, 12, 12, 12),
    ]
    assert told.readers == 18
    assert told.surge
    assert (told.surge.recent, told.surge.before, told.ratio) == (6, 1, 1.45)
    assert not told.stood


def test_a_story_that_stands_is_there_by_its_readers_a_pin_or_to_fill_the_list() -> None:
    newsroom = Newsroom()
    newsroom.read(TRAM, 7)
    assert reasons(newsroom, TRAM) == ((1, "by its readers"), (1, "by its readers"))
    filler = "one of the latest, as too few stories have readers"
    assert reasons(newsroom, RIVER) == ((2, filler), (2, filler))
    newsroom.pick(Picks(pins=(Pin(story=BAKERY, until=NOON + HOUR, place=1),)))
    assert reasons(newsroom, BAKERY)[0] == (1, "pinned by the editors")


def full() -> Newsroom:
    """Ten stories with seven readers each fill the lists."""
    newsroom = Newsroom()
    for number in range(10):
        story = short_id(str(number))
        newsroom.stories.put(a_card(story, age=99))
        newsroom.read(story, 7)
    return newsroom


def test_a_story_that_does_not_stand_is_told_the_first_reason() -> None:
    newsroom = full()
    few = (0, "fewer than 5 readers in 24 hours"), (0, "fewer than 5 readers in 15 minutes")
    assert reasons(newsroom, TRAM) == few
    newsroom.read(TRAM, 5)
    assert reasons(newsroom, TRAM)[0] == (0, "others have more: the last that stands there has 7")
    newsroom.pick(Picks(bans=(Ban(story=TRAM, until=NOON + HOUR),)))
    assert reasons(newsroom, TRAM)[1] == (0, "banned by the editors")
    newsroom.stories.put(a_card(TRAM, sensitive=True))
    assert reasons(newsroom, TRAM)[0] == (0, "marked sensitive")
    del newsroom.stories.live["en"][TRAM]
    assert reasons(newsroom, TRAM)[0] == (0, "not live in this edition")


def test_a_story_whose_readers_look_forged_is_told_so() -> None:
    newsroom = full()
    newsroom.read(TRAM, 300, phones=0)
    assert reasons(newsroom, TRAM) == ((1, "by its readers"), (0, "its readers look forged"))
    (flag,) = english(newsroom, TRAM).flags
    assert flag.why == "phones"


@pytest.mark.parametrize("factor", [1, 3])
def test_what_editors_multiply_is_told(factor: float) -> None:
    newsroom = Newsroom()
    newsroom.pick(Picks(boosts=(Boost(story=TRAM, until=NOON + HOUR, factor=factor),)))
    assert english(newsroom, TRAM).boost == factor
