"""Rebuilding: whatever was lost, the same facts give the same bytes."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.news.shelf import Item
from shared.pages.names import ListName
from shared.pages.publish import every_list, install_pages, periods_of
from shared.pages.rebuild import CALENDAR, enter, make_list, make_pages
from shared.pages.verify import verify
from tests.builders import World, named
from tests.unit.pages.test_verify import a_newspaper, live


def rebuild(world: World, stories: Sequence[str], chunk: int = 3) -> None:
    press = world.press()
    install_pages(press)
    chunks = [stories[at : at + chunk] for at in range(0, len(stories), chunk)]
    for some in chunks:
        assert not enter(some, press).failed
    for which in every_list(press):
        for half in (CALENDAR[6:], CALENDAR[:6]):
            make_list(which, press, half)
    for some in chunks:
        assert not make_pages(some, press).failed


def wipe(world: World) -> dict[str, Item]:
    """Everything but the logs and bodies is lost; what stood before."""
    before = dict(world.site.items)
    for kept in (world.site.items, world.lists.entries, world.stands.entries,
                 world.periods.marks, world.shows.asked, world.finished.revisions):  # fmt: skip
        kept.clear()
    return before


@given(st.randoms(), st.integers(2, 7))
@settings(max_examples=5)
def test_a_wiped_site_comes_back_with_the_same_bytes_in_any_order_and_chunks(
    order: random.Random, chunk: int
) -> None:
    world = a_newspaper()
    finished = dict(world.finished.revisions)
    before, facts = wipe(world), {log: len(of) for log, of in world.archive.logs.items()}
    stories = list(world.archive.logs)
    order.shuffle(stories)
    rebuild(world, stories, chunk)
    assert {key: item.digest() for key, item in world.site.items.items()} == {
        key: item.digest() for key, item in before.items()
    }
    assert {log: len(of) for log, of in world.archive.logs.items()} == facts
    assert world.finished.revisions == finished
    assert list(verify(stories, world.press(), world.site)) == []


def test_a_rebuild_of_what_stands_puts_nothing() -> None:
    world = a_newspaper()
    puts = len(world.site.puts)
    rebuild(world, list(world.archive.logs))
    assert len(world.site.puts) == puts


@pytest.mark.parametrize("step", ["entries", "lists", "pages"])
def test_a_rebuild_that_was_broken_off_goes_on_where_it_stopped(step: str) -> None:
    world = a_newspaper()
    before, stories = wipe(world), list(world.archive.logs)
    press = world.press()
    install_pages(press)
    enter(stories if step != "entries" else stories[:2], press)
    if step != "entries":
        for which in every_list(press)[: 5 if step == "lists" else None]:
            make_list(which, press)
    if step == "pages":
        make_pages(stories[:2], press)
        assert set(world.finished.revisions) <= set(stories[:2])
    rebuild(world, stories)
    assert {key: item.digest() for key, item in world.site.items.items()} == {
        key: item.digest() for key, item in before.items()
    }


def test_a_part_of_a_list_is_its_front_and_the_archive_of_its_own_months() -> None:
    world = a_newspaper()
    wipe(world)
    press, home = world.press(), ListName("en", "home")
    install_pages(press)
    enter(list(world.archive.logs), press)
    make_list(home, press, CALENDAR[:10])
    assert "en/2026-11/index.html" not in world.site.items
    make_list(home, press, CALENDAR[10:])
    assert "en/2026-11/index.html" in world.site.items


def test_a_configuration_that_comes_meanwhile_is_on_every_page_of_the_batch() -> None:
    world = a_newspaper()
    wipe(world)
    stories = list(world.archive.logs)
    enter(stories, world.press())
    newsroom = world.press().desk().office.newsroom
    renamed = newsroom.model_copy(
        update={"sections": {**newsroom.sections, "politics": named("Statecraft")}}
    )
    story = live(world, "last")
    world.moments.plan(
        f"shelf.did put {world.page(story)}",
        lambda: world.configure(renamed, changed=["sections"]),
    )
    del world.site.items[world.page(story)]
    make_pages([*stories, story], world.press())
    articles = [key for key in world.site.items if key.startswith("en/politics/the-")]
    assert articles
    live_ones = [key for key in articles if world.site.items[key].status is None]
    assert all("Statecraft" in world.reads(key) for key in live_ones)


def test_a_section_that_left_the_configuration_is_renamed_with_the_rest() -> None:
    world = a_newspaper()
    newsroom = world.press().desk().office.newsroom
    left = {topic: name for topic, name in newsroom.sections.items() if topic != "economy"}
    world.configure(newsroom.model_copy(update={"sections": left}), changed=["sections"])
    install_pages(world.press())
    for story in world.archive.logs:
        world.publish(story, anew=True)
    assert list(verify(list(world.archive.logs), world.press(), world.site)) == []


def test_the_months_of_a_list_are_found_from_its_entries() -> None:
    world = a_newspaper()
    assert list(periods_of(world.lists, ListName("en", "home"))) == ["2026-11"]
    assert list(periods_of(world.lists, ListName("en", "section/economy"))) == []
