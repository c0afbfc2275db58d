"""Posts on other pages: they lead to their live page, and are shown only where that stands."""

from datetime import timedelta

import pytest

from shared.pages.choose import choose, shown_beside
from shared.pages.publish import publish_fronts
from tests.builders import MORNING, World, a_source
from tests.unit.pages.reading import Page
from tests.unit.pages.test_live_pages import LIVE, a_live_page, a_post, address


@pytest.fixture
def world() -> World:
    world = World()
    publish_fronts(world.press())
    return world


def test_a_post_that_an_editor_pins_is_shown_once_its_live_page_stands_and_leads_there(
    world: World,
) -> None:
    pinned = a_post(world, "0800", "Nine boats.", headline="The boats leave")
    world.publish(pinned, a_post(world, "0801", "No headline."))
    pins = ("inbox/2026/11/river-live/0800", "inbox/2026/11/river-live/0801")
    story = world.accept("river", a_source("The river", related=pins))
    world.publish(story)
    assert "The boats leave" not in world.reads(world.page(story)), "it has nowhere to lead to"
    world.publish(a_live_page(world))
    found = Page(world.site.items[world.page(story)])
    leads_to = {one["href"]: one.text for one in found.all("a")}
    assert leads_to[f"{address(world)}#post-{pinned}"] == "The boats leave"
    assert not any(text == "" for text in leads_to.values()), "a post may have no headline"
    world.withdraw(LIVE)
    world.publish(LIVE)
    assert "The boats leave" not in world.reads(world.page(story))


def test_a_pinned_post_that_is_not_shown_takes_no_other_storys_place(world: World) -> None:
    older = world.accept("song", a_source("The song", published=MORNING - timedelta(hours=1)))
    world.publish(older, a_post(world, "0800", "Nine boats.", headline="The boats leave"))
    pins = ("inbox/2026/11/river-live/0800",)
    story = world.accept("river", a_source("The river", related=pins))
    choose(story, world.press(), 1)
    cards, _ = shown_beside(world.view(story), "en", world.press(), 1)
    assert [card.story for card in cards] == [older]


def test_a_flash_leads_to_a_post_where_its_live_page_stands(world: World) -> None:
    post = a_post(world, "0800", "Nine boats.")
    texts = {"headline": "Boats leave", "body": None}
    flash = a_source(kind="flash", section="", texts=texts, about=post,
                     expires=MORNING + timedelta(hours=1))  # fmt: skip
    world.publish(post, world.accept("flash", flash))
    assert "#post-" not in world.reads("en/ticker")
    world.publish(a_live_page(world))
    assert f'href="{address(world)}#post-{post}"' in world.reads("en/ticker")
