"""Rankings as ranking puts them and pages read them: in memory, and on DynamoDB."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from shared.aws.rankings import DynamoPrints, DynamoRankings, DynamoStories
from shared.aws.tables import DynamoLists, DynamoStands, Table
from shared.errors import Conflict
from shared.news.article import Entry
from shared.news.ranking import EVERYWHERE, Printed, Radar, Ranked, Ranking
from shared.pages.ports import Rankings
from shared.trending.ports import Place
from shared.trending.ports import Rankings as Board
from tests.builders import MORNING
from tests.fakes.pages import MemoryPrints, MemoryRankings
from tests.fakes.rank import MemoryRanked
from tests.unit.trending.day import a_card

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


# ---- As ranking puts them -----------------------------------------------------------------------


@pytest.fixture(params=["memory", "aws"])
def ranked(request: pytest.FixtureRequest) -> Board:
    if request.param == "memory":
        return MemoryRanked()
    return DynamoRankings(request.getfixturevalue("table"))


def test_those_that_were_ever_made_are_found_however_many_are_asked_for(ranked: Board) -> None:
    sections = [HOME.model_copy(update={"list": f"section/{n}", "revision": 1}) for n in range(120)]
    for one in sections:
        ranked.put(one)
    places: list[Place] = [("en", one.list, "most-read") for one in sections]
    found = ranked.standing([*places, ("ar", "home", "most-read")])
    assert found == dict(zip(places, sections, strict=True))


def test_a_ranking_follows_the_one_that_stands_and_no_other(ranked: Board) -> None:
    first, second, third = (HOME.model_copy(update={"revision": n}) for n in (1, 2, 3))
    ranked.put(first)
    for other in (first, third):
        with pytest.raises(Conflict):
            ranked.put(other)
    ranked.put(second)
    assert ranked.standing([("en", "home", "most-read")]) == {("en", "home", "most-read"): second}


def test_the_radar_follows_the_one_that_hangs(ranked: Board) -> None:
    assert ranked.radar() is None
    radar = Radar(revision=1, as_of=MORNING, changed=MORNING)
    ranked.hang(radar)
    with pytest.raises(Conflict):
        ranked.hang(radar)
    assert ranked.radar() == radar


# ---- The stories that may stand in them ---------------------------------------------------------


def an_entry(story: str, revision: int = 1, *, live: bool = True, place: int = 0) -> Entry:
    card = a_card(story, age=place) if live else None
    return Entry(
        story=story, edition="en", list="home", published=MORNING - timedelta(minutes=place),
        revision=revision, as_of=revision, card=card,
    )  # fmt: skip


@dataclass
class Newsroom:
    """Stories in the table, and a clock."""

    table: Table
    now: datetime = MORNING

    def __post_init__(self) -> None:
        self.stories = DynamoStories(self.table, lambda: self.now)

    def stand(self, *entries: Entry) -> None:
        for entry in entries:
            DynamoStands(self.table).stand(entry)
            DynamoLists(self.table).enter(entry)

    def live(self, *stories: str, age: timedelta = timedelta(0)) -> set[str]:
        return {*self.stories.cards(stories, "en", age)}


def test_cards_are_those_of_stories_that_are_live(table: Table) -> None:
    kept = Newsroom(table)
    kept.stand(an_entry("a"), an_entry("b", live=False))
    assert kept.live("a", "b", "c") == {"a"}
    assert kept.stories.cards(["a"], "ar", timedelta(0)) == {}


def test_a_card_is_remembered_as_long_as_it_may_be(table: Table) -> None:
    kept = Newsroom(table)
    kept.stand(an_entry("a"))
    assert kept.live("a") == {"a"}
    kept.stand(an_entry("a", 2, live=False))
    kept.now += timedelta(minutes=1)
    assert kept.live("a", age=timedelta(hours=1)) == {"a"}
    assert kept.live("a") == set()


def test_a_story_that_was_not_live_is_looked_for_again_after_five_minutes(table: Table) -> None:
    kept, hour = Newsroom(table), timedelta(hours=1)
    assert kept.live("a", age=hour) == set()
    kept.stand(an_entry("a"))
    assert kept.live("a", age=hour) == set()
    kept.now += timedelta(minutes=6)
    assert kept.live("a", age=hour) == {"a"}


def test_the_latest_are_live_and_the_newest_first(table: Table) -> None:
    kept = Newsroom(table)
    kept.stand(*(an_entry(f"{n}", place=n, live=n != 1) for n in range(5)))
    assert [card.story for card in kept.stories.latest("en", "home", 3)] == ["0", "2", "3"]
    kept.stand(an_entry("new", place=-1))
    assert [card.story for card in kept.stories.latest("en", "home", 3)] == ["0", "2", "3"]
    kept.now += timedelta(minutes=6)
    assert [card.story for card in kept.stories.latest("en", "home", 3)] == ["new", "0", "2"]


def test_a_list_with_too_few_stories_is_looked_at_again_by_the_next_run(table: Table) -> None:
    kept = Newsroom(table)
    assert kept.stories.latest("en", "home", 3) == []
    kept.stand(an_entry("a"))
    assert kept.stories.latest("en", "home", 3) == []
    kept.now += timedelta(minutes=1)
    assert [card.story for card in kept.stories.latest("en", "home", 3)] == ["a"]


# ---- What pages show ----------------------------------------------------------------------------


@pytest.fixture(params=["memory", "aws"])
def prints(request: pytest.FixtureRequest) -> MemoryPrints | DynamoPrints:
    if request.param == "memory":
        return MemoryPrints()
    return DynamoPrints(request.getfixturevalue("table"))


def test_what_was_noted_last_of_a_list_is_known_even_where_it_is_older(
    prints: MemoryPrints | DynamoPrints,
) -> None:
    home = Printed(edition="en", list="home", revision=7)
    politics = Printed(edition="en", list="section/politics", revision=2)
    for printed in (home, politics, home.model_copy(update={"revision": 3})):
        prints.note(printed)
    noted = prints.noted([("en", "home"), ("en", "section/politics"), ("ar", "home")])
    assert {one.list: one.revision for one in noted} == {"home": 3, "section/politics": 2}
    assert [*prints.noted([])] == []
