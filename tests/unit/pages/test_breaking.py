"""Flashes: on fronts and on their page while they run, on no page when they are taken back."""

from datetime import timedelta
from typing import Any

import pytest

from shared.news.facts import Expired
from shared.pages.names import ListName
from shared.pages.publish import publish_fronts
from shared.pages.rebuild import make_list
from tests.builders import MORNING, World, a_source
from tests.unit.pages.reading import Page

SAYING = ("en/index.html", "en/politics/index.html", "en/regions/africa/index.html",
          "en/ticker", "en/breaking")  # fmt: skip


@pytest.fixture
def world() -> World:
    world = World()
    publish_fronts(world.press())
    world.edge.purged.clear()
    return world


def a_flash(world: World, name: str = "flash", headline: str = "The river rises",
            **about: Any) -> str:  # fmt: skip
    texts = {"headline": headline, "body": None}
    expires = MORNING + timedelta(hours=1)
    source = a_source(kind="flash", section="", texts=texts, expires=expires, **about)
    return world.accept(name, source)


def end(world: World, story: str) -> None:
    running = world.view(story).running
    assert running
    world.append(story, Expired(source=running.number))


def says(world: World, key: str, words: str = "The river rises") -> bool:
    return words in world.reads(key)


def test_a_flash_that_runs_is_on_every_front_and_on_its_page(world: World) -> None:
    world.publish(a_flash(world))
    assert all(says(world, key) for key in SAYING)
    assert not says(world, "es/index.html"), "it has no Spanish words yet"


def test_a_flash_has_no_page_of_its_own(world: World) -> None:
    before = set(world.site.items)
    world.publish(a_flash(world))
    assert set(world.site.items) == before


def test_a_flash_is_translated_like_any_text(world: World) -> None:
    story = a_flash(world)
    world.translate(story, "es")
    world.publish(story)
    assert says(world, "es/index.html", "es The river rises")


def test_a_flash_that_is_over_is_only_on_its_page_and_among_the_earlier_ones(world: World) -> None:
    story = a_flash(world)
    world.publish(story)
    end(world, story)
    world.publish(story)
    assert [key for key in SAYING if says(world, key)] == ["en/breaking"]
    assert "Earlier flashes" in world.reads("en/breaking")


def test_a_flash_that_is_taken_back_is_nowhere(world: World) -> None:
    story = a_flash(world)
    world.publish(story)
    world.withdraw(story)
    world.publish(story)
    assert [key for key in SAYING if says(world, key)] == []


@pytest.mark.parametrize("deed", ["comes", "ends", "goes"])
def test_caches_are_purged_of_pages_without_it_too(world: World, deed: str) -> None:
    story = a_flash(world)
    if deed != "comes":
        world.publish(story)
        world.edge.purged.clear()
        end(world, story) if deed == "ends" else world.withdraw(story)
    world.publish(story)
    assert set(world.edge.purged) == {story, "list-en-breaking"}
    for key in SAYING:
        assert "list-en-breaking" in world.site.items[key].tags


def test_repeating_a_finished_run_purges_and_puts_nothing(world: World) -> None:
    story = a_flash(world)
    world.publish(story)
    again = world.publish(story)
    assert (again.put, again.purged) == (0, ())


def test_a_flash_leads_to_a_story_once_that_stands_and_no_longer_than_that(world: World) -> None:
    river = world.accept("river", a_source("A river"))
    story = a_flash(world, about=river)
    world.publish(story)
    assert f"-{river}" not in world.reads("en/ticker"), "it does not stand yet"
    world.publish(river)
    for key in SAYING:
        links = [one["href"] for one in Page(world.site.items[key]).all("a")]
        assert f"/en/politics/a-river-{river}" in links, key
    world.withdraw(river)
    world.publish(river)
    for key in SAYING:
        assert river not in world.reads(key).replace(f"{river}:", "").replace(f"{river}.", "")
        assert says(world, key)


def test_the_newest_flash_stands_first(world: World) -> None:
    first, second = a_flash(world, "one", "First line"), a_flash(world, "two", "Second line")
    world.publish(first, second)
    text = world.reads("en/ticker")
    assert text.index("Second line") < text.index("First line")


def test_fronts_without_a_flash_say_nothing_of_flashes(world: World) -> None:
    assert 'data-component="breaking"' not in world.reads("en/index.html")


def test_an_article_keeps_a_line_for_flashes_with_a_link_to_their_page(world: World) -> None:
    story = world.accept("river")
    world.publish(story)
    page = Page(world.site.items[world.page(story)])
    (line,) = [one for one in page.elements if one["data-now"]]
    assert line["data-now"] == "/en/ticker"
    assert "/en/breaking" in [one["href"] for one in page.all("a")]
    flash = a_flash(world)
    assert world.publish(story, flash).put
    assert not says(world, world.page(story)), "articles are not made anew for a flash"


def test_a_rebuild_makes_the_pages_of_flashes_again(world: World) -> None:
    story = a_flash(world)
    world.publish(story)
    before = dict(world.site.items)
    world.site.items.clear()
    for name in ("breaking", "home", "section/politics", "region/africa"):
        make_list(ListName("en", name), world.press())
    for key in SAYING:
        assert world.site.items[key] == before[key]
