"""The simulator catches the protocol without any one of its rules."""

import pytest

from tests.simulation.campaign import play
from tests.simulation.directed import BRIDGE, SCENES, explore, race
from tests.simulation.planted import PLANTED

SEEDS = 100
BY_SEED = (
    "i waits for words",
    "j links what does not stand",
    "l deletes instead of a tombstone",
    "n trusts the event",
    "o swallows failures",
    "p sweeps and tells nobody",
    "q announces a ranking once",
)
BY_SCHEDULE = {
    "a blind put": "a newer version",
    "b target after the facts": "a newer version",
    "c facts are not named": "back to the old words",
    "d tombstones are not named": "its own withdrawal",
    "e entries by any revision": "a newer version",
    "f asked after the look": "a story that is pinned is withdrawn",
    "g rejected candidates are not named": "a related story comes and goes",
    "k skips what a newer renderer made": "a deployment before it stands",
    "m marks before the effects": "a withdrawal",
}
BY_RACE = "h a lost race is a success"


def test_every_planted_fault_is_tried() -> None:
    assert {*BY_SEED, *BY_SCHEDULE, BY_RACE} == PLANTED.keys()


@pytest.mark.parametrize("planted", BY_SEED)
def test_a_planted_fault_is_caught_by_one_of_a_few_seeds(planted: str) -> None:
    assert any(play(seed, planted).violation for seed in range(SEEDS))


@pytest.mark.parametrize(("planted", "scene"), BY_SCHEDULE.items())
def test_a_planted_fault_is_caught_by_a_directed_schedule(planted: str, scene: str) -> None:
    assert any(explore(SCENES[scene], PLANTED[planted]))


def test_a_lost_race_that_is_taken_for_a_success_is_caught() -> None:
    assert any(race(BRIDGE, "bridge", "river", PLANTED[BY_RACE]))
    assert not any(race(BRIDGE, "bridge", "river"))


@pytest.mark.parametrize("scene", ["a story that is pinned is withdrawn", "its own withdrawal"])
def test_the_protocol_as_it_is_stands_every_directed_schedule(scene: str) -> None:
    assert not any(explore(SCENES[scene]))
