"""Pages like “About us”: stories without a section, at addresses of their own, in no list."""

import pytest

from shared.news.language import LANGUAGES
from shared.pages.publish import install_pages
from shared.pages.renew import months_to_renew, stories_of_month
from shared.pages.verify import verify
from tests.builders import World, a_newsroom, a_source, named


@pytest.fixture
def world() -> World:
    world = World()
    install_pages(world.press())
    return world


def about(world: World) -> str:
    source = a_source("About us", kind="page", section="", texts={"tags": ("us",)})
    story = world.accept("pages/about", source)
    for edition in ("ar", "es"):
        world.translate(story, edition)
    world.publish(story)
    return story


def test_a_static_page_has_its_files_name_as_its_address_in_every_edition(world: World) -> None:
    story = about(world)
    for edition in LANGUAGES:
        page = world.reads(f"{edition}/about")
        assert f'rel="canonical" href="https://gazette.example/{edition}/about"' in page
        for other in LANGUAGES:
            assert f'hreflang="{other}" href="https://gazette.example/{other}/about"' in page
        for absent in ("share", "related", "read-next", "most-read", "byline", "read-time"):
            assert f'data-component="{absent}"' not in page
    assert world.site.items[f"s/{story}"].location == "/en/about"


def test_it_is_in_no_list_and_no_feed_but_in_the_sitemap(world: World) -> None:
    about(world)
    linking = {key for key, item in world.site.items.items() if b"/en/about" in item.content}
    assert linking == {"en/about", "ar/about", "es/about", "en/sitemap-page.xml", *shortcuts(world)}
    assert "/en/sitemap-page.xml" in world.reads("en/sitemap.xml")


def shortcuts(world: World) -> set[str]:
    return {key for key in world.site.items if key.startswith("s/")}


def test_taken_back_it_leaves_a_tombstone_and_the_sitemap(world: World) -> None:
    story = about(world)
    world.withdraw(story)
    world.publish(story)
    for edition in LANGUAGES:
        assert world.site.items[f"{edition}/about"].status == 410
        assert "/about" not in world.reads(f"{edition}/sitemap-page.xml")
        assert "sitemap-page.xml" not in world.reads(f"{edition}/sitemap.xml")


def test_the_index_links_the_sitemap_of_static_pages_only_once_that_stands(world: World) -> None:
    def meanwhile() -> None:
        world.publish(world.accept("river"))
        assert "sitemap-page.xml" not in world.reads("en/sitemap.xml")

    world.moments.plan("shelf.put en/sitemap-page.xml", meanwhile)
    about(world)
    assert "sitemap-page.xml" in world.reads("en/sitemap.xml")


def test_a_story_that_lies_among_static_pages_and_is_none_changes_none_of_them() -> None:
    world = World()
    world.configure(a_newsroom(pages={"about": named("About")}))
    install_pages(world.press())
    before = world.site.items["en/about"]
    story = world.accept("pages/about", a_source("News of us"))
    world.publish(story)
    assert world.site.items["en/about"] == before
    assert list(verify([story], world.press(), world.site)) == []


def test_a_newspaper_without_static_pages_has_no_sitemap_of_them(world: World) -> None:
    assert "en/sitemap-page.xml" not in world.site.items
    assert "sitemap-page" not in world.reads("en/sitemap.xml")


def test_a_renewal_reaches_it(world: World) -> None:
    story = about(world)
    hints = months_to_renew(world.press(), 1)
    found = [story for hint in hints for part in stories_of_month(hint, world.press())
             for story in part.stories]  # fmt: skip
    assert story in found


def test_nothing_is_chosen_to_stand_beside_it_and_it_beside_nothing(world: World) -> None:
    story = about(world)
    other = world.accept("river")
    world.publish(other)
    assert world.view(story).chosen == ()
    assert world.view(other).chosen == ()
    older = world.accept("pages/contact", a_source("Contact", kind="page", section=""))
    world.publish(older)
    assert world.view(older).chosen == ()
