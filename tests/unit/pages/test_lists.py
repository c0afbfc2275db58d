"""Lists beyond home, section and region: what puts a story there, and which pages that makes."""

import re
from typing import Any

import pytest

from shared.pages.names import ListName
from shared.pages.publish import install_pages
from tests.builders import World, a_newsroom, a_source, named
from tests.unit.pages.reading import Page


@pytest.fixture
def world() -> World:
    world = World()
    world.configure(
        a_newsroom(
            subsections={"politics": ("culture",)},
            regions={name: named(name) for name in ("africa", "asia", "europe", "mena")},
            programmes={"newsfeed": named("NewsFeed")},
            coverage={"in-five": named("In Five"), "elections": named("Elections")},
        )
    )
    install_pages(world.press())
    return world


def links(world: World, key: str, component: str = "") -> list[str]:
    """The addresses that a page, or a component of it, leads to."""
    page = Page(world.site.items[key])
    found = page.component(component)
    inside = found.inside if found else page.elements
    return [one["href"] for one in inside if one.tag == "a"]


def live(world: World, name: str, *editions: str, **about: Any) -> str:
    tags = about.pop("tags", ())
    story = world.accept(name, a_source(f"The {name}", texts={"tags": tags}, **about))
    for edition in ("ar", "es"):
        if edition in editions:
            world.translate(story, edition)
    world.publish(story)
    return story


def test_a_story_of_a_part_of_a_section_stands_in_both(world: World) -> None:
    story = live(world, "opera", section="culture", within="politics")
    for page in ("culture/", "politics/", "culture/2026-11/", "politics/2026-11/"):
        assert story in world.reads(f"en/{page}index.html")
    assert world.page(story).startswith("en/culture/")


def test_a_story_stands_in_the_lists_of_its_kind_programme_author_coverage_and_tags(
    world: World,
) -> None:
    story = live(
        world, "river", kind="analysis", programme="newsfeed",
        byline=("layla-haddad", "Nadia Noor"), coverage=("in-five",),
        tags=("Open Data", "نهر"),
    )  # fmt: skip
    for page in (
        "kinds/analysis/", "kinds/analysis/2026-11/", "programmes/newsfeed/", "coverage/",
        "coverage/in-five/", "authors/layla-haddad/", "authors/nadia-noor/", "tags/open-data/",
        "tags/نهر/",
    ):  # fmt: skip
        assert story in world.reads(f"en/{page}index.html")
    assert "en/tags/open-data/2026-11/index.html" not in world.site.items


def test_every_tag_and_author_of_an_article_leads_to_a_page_that_stood_before_it(
    world: World,
) -> None:
    story = live(world, "river", byline=("Nadia Noor",), tags=("rivers", "open data"))
    found = [
        address
        for address in links(world, world.page(story))
        if "/tags/" in address or "/authors/n" in address
    ]
    assert found == ["/en/authors/nadia-noor/", "/en/tags/rivers/", "/en/tags/open-data/"]
    at = world.site.puts.index
    for address in found:
        assert at(f"{address[1:]}index.html") < at(world.page(story))


def test_a_list_that_stories_name_is_called_as_they_write_it(world: World) -> None:
    live(world, "river", byline=("layla-haddad", "Nadia Noor"), tags=("Open Data",))
    for page, title in (
        ("tags/open-data/", "Open Data"),
        ("authors/nadia-noor/", "Nadia Noor"),
        ("authors/layla-haddad/", "Layla Haddad"),
    ):
        assert f'<h1 class="list-title">{title}</h1>' in world.reads(f"en/{page}index.html")


def test_the_page_of_a_tag_or_an_author_says_over_its_name_that_it_is_one(world: World) -> None:
    live(world, "river", "ar", "es", tags=("rivers",), byline=("layla-haddad",))
    for page, word in (
        ("en/tags/rivers/", "Tag"), ("ar/tags/ar-rivers/", "وسم"),
        ("es/tags/es-rivers/", "Etiqueta"), ("en/authors/layla-haddad/", "Authors"),
        ("ar/authors/layla-haddad/", "الكتّاب"), ("es/authors/layla-haddad/", "Autores"),
    ):  # fmt: skip
        html = world.reads(f"{page}index.html")
        assert re.search(rf'<p class="label">{word}</p>\s*<h1 class="list-title">', html), page
    assert '<p class="label">' not in world.reads("en/politics/index.html").split("<h1")[0]


def test_a_tag_leads_to_the_same_tag_of_another_edition_as_its_newest_story_has_it(
    world: World,
) -> None:
    live(world, "river", "ar", tags=("open data", "rivers"))
    choices = links(world, "en/tags/rivers/index.html", "edition-switcher")
    assert choices == ["/en/tags/rivers/", "/ar/tags/ar-rivers/", "/es/"]
    choices = links(world, "ar/tags/ar-rivers/index.html", "edition-switcher")
    assert choices == ["/en/tags/rivers/", "/ar/tags/ar-rivers/", "/es/"]
    live(world, "river", "ar", "es", tags=("open data", "rivers"))
    choices = links(world, "en/tags/rivers/index.html", "edition-switcher")
    assert choices == ["/en/tags/rivers/", "/ar/tags/ar-rivers/", "/es/tags/es-rivers/"]


def test_a_list_of_the_configuration_stands_in_every_edition_under_its_name(world: World) -> None:
    for page in ("authors/layla-haddad/", "authors/", "coverage/", "kinds/opinion/"):
        for edition in ("en", "ar", "es"):
            found = links(world, f"{edition}/{page}index.html", "edition-switcher")
            assert found == [f"/{one}/{page}" for one in ("en", "ar", "es")]


def test_who_leaves_a_list_leaves_its_page(world: World) -> None:
    story = live(world, "river", coverage=("in-five",), tags=("rivers",))
    live(world, "river", coverage=("elections",), tags=("dams",))
    for page, there in (
        ("tags/rivers/", False), ("tags/dams/", True), ("coverage/in-five/", False),
        ("coverage/elections/", True), ("coverage/", True),
    ):  # fmt: skip
        assert ("The river" in world.reads(f"en/{page}index.html")) is there
    world.withdraw(story)
    world.publish(story)
    assert "The river" not in world.reads("en/tags/dams/index.html")


def test_a_story_with_everything_puts_at_most_forty_objects_an_edition(world: World) -> None:
    before = len(world.site.puts)
    story = live(
        world, "river", "ar", "es", section="culture", within="politics", kind="analysis",
        programme="newsfeed", regions=("africa", "asia", "europe", "mena"),
        byline=tuple(f"Author {number}" for number in range(10)), coverage=("in-five", "elections"),
        tags=tuple(f"tag {number}" for number in range(20)),
    )  # fmt: skip
    for edition in ("en", "ar", "es"):
        put = {key for key in world.site.puts[before:] if key.startswith(f"{edition}/")}
        assert len(put | {f"s/{story}"}) <= 40
    assert len(links(world, world.page(story), "tags")) == 5
    assert "tag 19" in world.reads(world.page(story))


def test_a_cache_tag_is_ascii_whatever_the_list_is_called() -> None:
    assert ListName("ar", "tag/open-data").tag == "list-ar-tag-open-data"
    assert ListName("ar", "tag/أنهار").tag.isascii()


def test_a_tag_that_comes_while_its_article_is_made_has_its_page_before_it_is_linked(
    world: World,
) -> None:
    story = world.accept("river", a_source("The river"))
    page = world.page(story)

    def meanwhile() -> None:
        world.accept("river", a_source("The river", texts={"tags": ("rivers",)}))

    def linked() -> None:
        assert "/en/tags/rivers/" in world.reads(page)
        assert "en/tags/rivers/index.html" in world.site.items

    world.moments.plan(f"shelf.standing {page}", meanwhile)
    world.moments.plan(f"shelf.did put {page}", linked)
    world.publish(story)
    assert not world.moments.planned[f"shelf.did put {page}"]
