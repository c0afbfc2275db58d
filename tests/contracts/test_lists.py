"""Lists, periods, standing editions, and who shows whom: in memory and on DynamoDB."""

from datetime import timedelta
from typing import Any

import pytest

from shared.aws.tables import (
    DynamoFinished,
    DynamoLists,
    DynamoPeriods,
    DynamoShows,
    DynamoStands,
    DynamoWishes,
)
from shared.news.article import Card, Entry
from shared.pages.names import ListName
from shared.pages.ports import Finished, Lists, Periods, Shows, Stands
from tests.builders import MORNING
from tests.fakes.pages import MemoryFinished, MemoryLists, MemoryPeriods, MemoryShows, MemoryStands

HOME = ListName("en", "home")


def either(memory: Any, dynamo: Any) -> Any:
    @pytest.fixture(params=["memory", "aws"])
    def port(request: pytest.FixtureRequest) -> Any:
        if request.param == "memory":
            return memory()
        return dynamo(request.getfixturevalue("table"))

    return port


lists = either(MemoryLists, DynamoLists)
periods = either(MemoryPeriods, DynamoPeriods)
stands = either(MemoryStands, DynamoStands)
finished = either(MemoryFinished, DynamoFinished)
shows = either(MemoryShows, DynamoShows)


def an_entry(story: str, hours: float = 0, *, revision: int = 1, gone: bool = False) -> Entry:
    published = MORNING + timedelta(hours=hours)
    card = Card(
        story=story, edition="en", address=f"/en/politics/{story}", published=published,
        kind="news", section="politics", headline=f"The {story}",
    )  # fmt: skip
    return Entry(
        story=story, edition="en", list="home", published=published, revision=revision,
        as_of=revision, card=None if gone else card,
    )  # fmt: skip


def test_a_list_is_read_newest_first(lists: Lists) -> None:
    for story, hours in (("a", 1), ("b", 3), ("c", 2)):
        lists.enter(an_entry(story, hours))
    assert [entry.story for entry in lists.newest(HOME, 10)] == ["b", "c", "a"]


def test_stories_of_the_same_moment_are_ordered_by_their_id(lists: Lists) -> None:
    for story in ("b", "a", "c"):
        lists.enter(an_entry(story))
    assert [entry.story for entry in lists.newest(HOME, 10)] == ["c", "b", "a"]


def test_a_list_is_read_until_it_has_enough_live_entries_passing_tombstones(lists: Lists) -> None:
    for number in range(6):
        lists.enter(an_entry(f"s{number}", number, gone=number in {5, 3}))
    assert [entry.story for entry in lists.newest(HOME, 2)] == ["s5", "s4", "s3", "s2"]


def test_a_list_can_be_read_from_a_place_on(lists: Lists) -> None:
    for number in range(4):
        lists.enter(an_entry(f"s{number}", number))
    place = (MORNING + timedelta(hours=2), "s2")
    assert [entry.story for entry in lists.newest(HOME, 9, before=place)] == ["s1", "s0"]


def test_an_older_revision_never_replaces_a_newer_entry(lists: Lists) -> None:
    lists.enter(an_entry("a", revision=2, gone=True))
    lists.enter(an_entry("a", revision=1))
    assert [entry.card for entry in lists.newest(HOME, 9)] == [None]


def test_a_newer_revision_replaces_an_entry_in_its_place(lists: Lists) -> None:
    lists.enter(an_entry("a", revision=1))
    lists.enter(an_entry("a", revision=2, gone=True))
    assert [entry.revision for entry in lists.newest(HOME, 9)] == [2]


def test_a_month_has_every_entry_of_it_and_no_other(lists: Lists) -> None:
    for story, hours in (("november", 0), ("december", 24 * 7), ("october", -24 * 24)):
        lists.enter(an_entry(story, hours))
    assert [entry.story for entry in lists.month(HOME, "2026-11")] == ["november"]
    assert [entry.story for entry in lists.month(HOME, "2026-12")] == ["december"]


def test_posts_of_a_live_page_are_read_by_the_hour(lists: Lists) -> None:
    posts = ListName("en", "posts/river")
    for story, hours in (("eight", 0.9), ("nine", 1), ("later", 1.99), ("ten", 2)):
        lists.enter(an_entry(story, hours).model_copy(update={"list": posts.name}))
    assert [entry.story for entry in lists.month(posts, "2026-11-24T09")] == ["later", "nine"]


def test_lists_do_not_mix(lists: Lists) -> None:
    lists.enter(an_entry("a"))
    assert lists.newest(ListName("ar", "home"), 9) == ()
    assert lists.newest(ListName("en", "section/politics"), 9) == ()


def test_a_long_list_is_read_to_its_end(lists: Lists) -> None:
    for number in range(60):
        lists.enter(an_entry(f"s{number:02}", number / 60, gone=number > 3))
    assert len(lists.newest(HOME, 4)) == 60


def test_months_are_marked_once_and_listed_newest_first(periods: Periods) -> None:
    for period in ("2026-10", "2026-11", "2026-11", "2025-12"):
        periods.mark(HOME, period)
    assert periods.marked(HOME) == ("2026-11", "2026-10", "2025-12")
    assert periods.marked(ListName("es", "home")) == ()


def test_an_edition_stands_as_its_newest_revision_says(stands: Stands) -> None:
    stands.stand(an_entry("a", revision=3, gone=True))
    stands.stand(an_entry("a", revision=2))
    assert stands.standing("a")["en"].card is None
    assert stands.standing("b") == {}


def test_several_stories_are_asked_for_at_once(stands: Stands) -> None:
    for story in ("a", "b"):
        stands.stand(an_entry(story))
    assert stands.cards(["a", "b", "c"], "en").keys() == {"a", "b"}
    assert stands.cards(["a"], "ar") == {}
    assert stands.cards([], "en") == {}


def test_the_newest_finished_revision_is_remembered(finished: Finished) -> None:
    assert finished.finished("a") == 0
    for revision in (2, 5, 3):
        finished.finish("a", revision)
    assert finished.finished("a") == 5


def test_renewals_are_remembered_beside_it(finished: Finished) -> None:
    assert finished.renewed("a") == 0
    for office in (2, 5, 3):
        finished.renew("a", office)
    assert (finished.renewed("a"), finished.finished("a")) == (5, 0)


def test_the_pages_that_asked_to_be_told_of_a_story_are_known(shows: Shows) -> None:
    shows.register("shown", "river", "ar")
    shows.register("shown", "river", "ar")
    shows.register("shown", "bridge", "en")
    assert sorted(shows.pages("shown")) == [("bridge", "en"), ("river", "ar")]
    assert shows.pages("other") == ()


def test_the_stories_that_want_a_picture_are_known(table: Any) -> None:
    wishes = DynamoWishes(table)
    wishes.wish("inbox/a.jpg", "river")
    wishes.wish("inbox/a.jpg", "bridge")
    assert sorted(wishes.wishing("inbox/a.jpg")) == ["bridge", "river"]
    assert wishes.wishing("inbox/b.jpg") == ()
