"""The editors' pins, bans and boosts: what is in force, where and until when."""

from datetime import timedelta

import pytest
from pydantic import ValidationError

from shared.news.archive import keep
from shared.news.facts import Dropped, PicksAccepted, Rejected
from shared.news.keys import PICKS_KEY
from shared.news.picks import PICKS_LOG, Ban, Boost, Picks, Pin, picks_in_force
from tests.builders import MORNING, World

SOON = MORNING + timedelta(hours=1)
PICKS = Picks(
    pins=(
        Pin(story="river", place=2, until=SOON),
        Pin(story="harvest", place=1, list="section/economy", editions=("ar",), until=SOON),
    ),
    bans=(Ban(story="rumour", editions=("en",), until=SOON),),
    boosts=(Boost(story="river", factor=1.5, editions=("es",), until=SOON),),
)


def test_a_pin_stands_in_its_list_of_its_editions() -> None:
    assert PICKS.pinned("en", "home", MORNING) == {"river": 2}
    assert PICKS.pinned("en", "section/economy", MORNING) == {}
    assert PICKS.pinned("ar", "section/economy", MORNING) == {"harvest": 1}


def test_bans_and_boosts_are_by_edition() -> None:
    assert PICKS.banned("en", MORNING) == {"rumour"}
    assert PICKS.banned("ar", MORNING) == frozenset()
    assert PICKS.boosted("es", MORNING) == {"river": 1.5}
    assert PICKS.boosted("en", MORNING) == {}


def test_nothing_is_in_force_from_the_moment_on_until_which_it_was() -> None:
    last = SOON - timedelta(microseconds=1)
    assert PICKS.pinned("en", "home", last)
    assert PICKS.banned("en", last)
    assert PICKS.boosted("es", last)
    assert not PICKS.pinned("en", "home", SOON)
    assert not PICKS.banned("en", SOON)
    assert not PICKS.boosted("es", SOON)


def test_a_ban_wins_over_a_pin_while_it_lasts() -> None:
    later = SOON + timedelta(hours=1)
    both = Picks(
        pins=(Pin(story="river", place=1, until=later),), bans=(Ban(story="river", until=SOON),)
    )
    assert both.pinned("en", "home", MORNING) == {}
    assert both.pinned("en", "home", SOON) == {"river": 1}


@pytest.mark.parametrize("place", [0, 11])
def test_no_pin_is_beyond_the_tenth_place(place: int) -> None:
    with pytest.raises(ValidationError):
        Pin(story="river", place=place, until=SOON)


@pytest.mark.parametrize("factor", [0.09, 10.1, float("nan")])
def test_no_boost_is_beyond_ten_either_way(factor: float) -> None:
    with pytest.raises(ValidationError):
        Boost(story="river", factor=factor, until=SOON)


def test_the_newest_file_that_was_accepted_is_in_force_until_it_is_deleted() -> None:
    world = World()
    assert picks_in_force(world.archive, world.bodies) == Picks()
    accepted = PicksAccepted(key=PICKS_KEY, version="v1", body=keep(world.bodies, PICKS))
    world.append(PICKS_LOG, accepted)
    world.append(PICKS_LOG, Rejected(key=PICKS_KEY, version="v2", verdict="faults"))
    assert picks_in_force(world.archive, world.bodies) == PICKS
    world.append(PICKS_LOG, Dropped(key=PICKS_KEY, version="v3"))
    assert picks_in_force(world.archive, world.bodies) == Picks()
