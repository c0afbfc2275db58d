"""Rankings as pages read them: in memory, and on DynamoDB as they are stored there."""

from collections.abc import Callable

import pytest

from shared.aws.rankings import DynamoRankings
from shared.aws.tables import Table
from shared.news.ranking import EVERYWHERE, Ranked, Ranking
from shared.pages.ports import Rankings
from tests.builders import MORNING
from tests.fakes.pages import MemoryRankings

Kept = tuple[Rankings, Callable[[Ranking], None]]


@pytest.fixture(params=["memory", "aws"])
def kept(request: pytest.FixtureRequest) -> Kept:
    """The port, and how a ranking comes there."""
    if request.param == "memory":
        memory = MemoryRankings()
        return memory, memory.put
    table: Table = request.getfixturevalue("table")
    return DynamoRankings(table), lambda one: table.put(
        f"L#{one.edition}#{one.list}", one.chart, one, revision=one.revision
    )


HOME = Ranking(
    edition="en", list="home", chart="most-read", revision=3, as_of=MORNING, changed=MORNING,
    stories=(Ranked(story="a", readers=7, score=7_000), Ranked(story="b", because="pin")),
)  # fmt: skip


def test_a_ranking_comes_back_as_it_was_put(kept: Kept) -> None:
    rankings, put = kept
    put(HOME)
    assert rankings.ranking("en", "home", "most-read") == HOME


def test_editions_lists_and_charts_do_not_mix(kept: Kept) -> None:
    rankings, put = kept
    put(HOME)
    assert rankings.ranking("ar", "home", "most-read") is None
    assert rankings.ranking("en", "section/politics", "most-read") is None
    assert rankings.ranking("en", EVERYWHERE, "most-read") is None
    assert rankings.ranking("en", "home", "trending") is None


def test_a_newer_revision_takes_the_place_of_an_older_one(kept: Kept) -> None:
    rankings, put = kept
    put(HOME)
    put(HOME.model_copy(update={"revision": 4, "stories": ()}))
    assert rankings.ranking("en", "home", "most-read") == HOME.model_copy(
        update={"revision": 4, "stories": ()}
    )
