"""The radar as the desk reads it: in memory, and on DynamoDB where ranking hangs it."""

from collections.abc import Callable

import pytest

from shared.aws.rankings import DynamoRankings
from shared.desk.ports import Radars
from shared.news.ranking import Hot, Radar
from tests.builders import MORNING
from tests.fakes.desk import MemoryRadars

Kept = tuple[Radars, Callable[[Radar], None]]


@pytest.fixture(params=["memory", "aws"])
def kept(request: pytest.FixtureRequest) -> Kept:
    """The port, and how a radar comes there."""
    if request.param == "memory":
        memory = MemoryRadars()
        return memory, memory.hang
    rankings = DynamoRankings(request.getfixturevalue("table"))
    return rankings, rankings.hang


def test_the_newest_radar_is_read_once_there_is_one(kept: Kept) -> None:
    radars, hang = kept
    assert radars.radar() is None
    first = Radar(revision=1, as_of=MORNING, changed=MORNING)
    hang(first)
    assert radars.radar() == first
    hot = Hot(story="a", edition="en", place=1, readers=7, headline="A river", missing=("ar",))
    second = Radar(revision=2, as_of=MORNING, changed=MORNING, hot=(hot,))
    hang(second)
    assert radars.radar() == second
