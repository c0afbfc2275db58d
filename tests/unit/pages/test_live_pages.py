"""Live pages: posts in any order, newest first, each taken back and corrected by itself."""

from datetime import timedelta
from typing import Any

import pytest

from shared.pages.names import ListName, key_of
from shared.pages.press import Press
from shared.pages.publish import publish_fronts
from shared.pages.rebuild import enter, make_list, make_pages
from tests.builders import MORNING, World, a_newsroom, a_source, body, key_named
from tests.unit.pages.reading import Page

LIVE = key_named("river-live").story


@pytest.fixture
def world() -> World:
    world = World()
    publish_fronts(world.press())
    return world


def a_live_page(world: World, **about: Any) -> str:
    return world.accept("river-live", a_source("The river, live", kind="live", **about))


def a_post(
    world: World, name: str, words: str, minutes: int = 0, headline: str | None = None, **about: Any
) -> str:
    texts = {"headline": headline, "body": body(words)}
    at = MORNING + timedelta(minutes=minutes)
    source = a_source(kind="post", section="", live=LIVE, texts=texts, published=at, **about)
    return world.accept(f"river-live/{name}", source)


def page(world: World) -> str:
    return world.reads(world.page(LIVE))


def address(world: World) -> str:
    place = world.view(LIVE).editions["en"].place
    assert place
    return place.address


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_posts_and_their_page_come_in_any_order(world: World, order: tuple[int, ...]) -> None:
    deeds = (
        lambda: a_live_page(world),
        lambda: a_post(world, "0800", "The first boats leave."),
        lambda: a_post(world, "0930", "The last boats return.", 90),
    )
    for number in order:
        world.publish(deeds[number]())
    text = page(world)
    assert 0 < text.index("The last boats return.") < text.index("The first boats leave.")
    for hour in ("2026-11-24T08", "2026-11-24T09"):
        assert key_of(f"{address(world)}/{hour}") in world.site.items
    assert "The last boats return." in world.reads(key_of(f"{address(world)}/latest"))


def test_a_post_has_no_page_of_its_own_and_is_on_no_front(world: World) -> None:
    before = set(world.site.items)
    world.publish(a_post(world, "0800", "The first boats leave."))
    assert set(world.site.items) == before
    assert "The first boats leave." not in world.reads("en/index.html")


def test_a_post_that_is_taken_back_is_nowhere_and_the_others_stay(world: World) -> None:
    first = a_post(world, "0800", "The first boats leave.")
    world.publish(a_live_page(world), first, a_post(world, "0801", "A second boat."))
    world.edge.purged.clear()
    world.withdraw(first)
    world.publish(first)
    for item in world.site.items.values():
        assert b"The first boats leave." not in item.content
    assert "A second boat." in page(world)
    assert first in world.edge.purged


def test_a_post_that_is_corrected_says_its_new_words(world: World) -> None:
    world.publish(a_live_page(world), a_post(world, "0800", "Nine boats."))
    world.publish(a_post(world, "0800", "Ten boats."))
    assert "Nine boats." not in page(world)
    assert "Ten boats." in page(world)


def test_a_post_is_shown_in_each_edition_that_has_its_words(world: World) -> None:
    live, post = a_live_page(world), a_post(world, "0800", "The boats.")
    world.translate(live, "es")
    world.publish(live, post)
    spanish = world.page(live, "es")
    assert "The boats." not in world.reads(spanish)
    world.translate(post, "es")
    world.publish(post)
    assert "es The boats." in world.reads(spanish)


def test_a_story_that_is_no_live_page_has_no_posts(world: World) -> None:
    world.publish(world.accept("river-live", a_source("The river")))
    before = set(world.site.items)
    world.publish(a_post(world, "0800", "The first boats leave."))
    assert set(world.site.items) == before


def test_a_live_page_has_its_newest_thirty_posts_and_links_the_hours_before(world: World) -> None:
    posts = [a_post(world, f"p{at}", f"Post number {at}.", 4 * at) for at in range(34)]
    world.publish(a_live_page(world), *posts)
    found = Page(world.site.items[world.page(LIVE)])
    assert len(found.all("li", **{"data-component": "post"})) == 30
    links = [one["href"] for one in found.all("a")]
    assert f"{address(world)}/2026-11-24T08" in links
    assert f"{address(world)}/2026-11-24T10" not in links, "all of its posts are here"
    assert "Post number 0." in world.reads(key_of(f"{address(world)}/2026-11-24T08"))


def test_a_new_post_puts_as_much_however_many_there_are(world: World) -> None:
    world.publish(
        a_live_page(world), *(a_post(world, f"p{at}", f"Post {at}.", at) for at in range(70))
    )
    outcome = world.publish(a_post(world, "new", "Something new.", 71))
    assert outcome.put == 3  # the page, the hour, what open pages fetch


def test_a_live_page_that_is_taken_back_takes_its_posts_with_it(world: World) -> None:
    live = a_live_page(world)
    world.publish(live, a_post(world, "0800", "The first boats leave."))
    world.withdraw(live)
    world.publish(live)
    for item in world.site.items.values():
        assert b"The first boats leave." not in item.content
    assert world.site.items[key_of(f"{address(world)}/2026-11-24T08")].status == 410
    world.publish(a_post(world, "0900", "A late one.", 60))
    for item in world.site.items.values():
        assert b"A late one." not in item.content
    world.publish(a_live_page(world))
    assert "A late one." in page(world)


def test_a_running_live_page_is_linked_from_fronts_and_one_that_is_over_is_not(
    world: World,
) -> None:
    def linked(key: str) -> bool:
        return "/en/live" in [one["href"] for one in Page(world.site.items[key]).all("a")]

    assert not linked("en/index.html")
    world.publish(a_live_page(world))
    assert linked("en/index.html")
    assert linked("en/ticker")
    assert "The river, live" in world.reads("en/live")
    assert "data-latest" in page(world)
    world.publish(a_live_page(world, over=True))
    assert not linked("en/index.html")
    assert not linked("en/ticker")
    assert "data-latest" not in page(world)
    assert "This live coverage has ended." in page(world)


def test_a_rebuild_makes_a_live_page_again_byte_for_byte(world: World) -> None:
    live = a_live_page(world)
    posts = [a_post(world, f"p{at}", f"Post {at}.", 30 * at) for at in range(4)]
    world.publish(live, *posts)
    kept = {key: item for key, item in world.site.items.items() if LIVE in key}
    assert len(kept) == 5
    for key in kept:
        del world.site.items[key]
    press: Press = world.press()
    enter([*posts, live], press)
    make_list(ListName("en", "live"), press)
    make_pages([live, *posts], press)
    assert {key: world.site.items.get(key) for key in kept} == kept


def test_a_stream_is_shown_before_the_live_pages(world: World) -> None:
    title = {"en": "Gazette TV", "ar": "قناة", "es": "Gazette TV"}
    live = {"stream": "https://video.example.org/live.m3u8", "title": title}
    world.configure(a_newsroom(live=live))
    publish_fronts(world.press())
    (video,) = Page(world.site.items["en/live"]).all("video")
    assert video["src"] == live["stream"]
    story = world.accept("river")
    world.publish(story)
    assert '"/en/live"' in world.reads(world.page(story)), "articles link what always airs"
