"""The sitemaps of news: each edition's stories of the last two days, and no others."""

from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest

from shared.news.language import LANGUAGES, Language
from shared.pages import derive
from shared.pages.publish import install_pages
from tests.builders import MORNING, World, a_source

NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
TWO_DAYS = timedelta(days=2)


@pytest.fixture
def world() -> World:
    return World()


def news(world: World, edition: Language = "en") -> list[str]:
    """The headlines that stand in the edition's sitemap."""
    text = world.reads(f"{edition}/sitemap-news.xml")
    urls = ElementTree.fromstring(text)  # noqa: S314  our own bytes
    for url in urls:
        assert (url.findtext(LOC) or "").startswith(f"https://gazette.example/{edition}/")
        publication = url.find(f"{NEWS}news/{NEWS}publication")
        assert publication is not None
        assert publication.findtext(f"{NEWS}language") == edition
        assert publication.findtext(f"{NEWS}name")
        moment = url.findtext(f"{NEWS}news/{NEWS}publication_date") or ""
        assert datetime.fromisoformat(moment).tzinfo
    return [url.findtext(f"{NEWS}news/{NEWS}title") or "" for url in urls]


def write(world: World, name: str, at: datetime | None = None) -> str:
    """An English story that is published."""
    story = world.accept(name, a_source(f"The {name}", published=at))
    world.publish(story)
    return story


def work_off(world: World) -> None:
    """Time passes to the next thing that is due, which is done."""
    item = min(world.diary.items.values(), key=lambda one: one.at)
    world.now = item.at
    assert item.kind == "news"
    world.publish(item.story, anew=True)
    world.diary.strike(item)


def test_a_new_story_is_news_in_the_editions_where_it_stands(world: World) -> None:
    story = write(world, "river")
    assert news(world) == ["The river"]
    assert "ar/sitemap-news.xml" not in world.site.items
    world.translate(story, "ar")
    world.publish(story)
    assert news(world, "ar") == ["ar The river"]


def test_a_story_leaves_when_it_is_two_days_old(world: World) -> None:
    write(world, "river")
    write(world, "bridge", at=MORNING + timedelta(hours=1))
    assert {item.kind for item in world.diary.items.values()} == {"news"}
    work_off(world)
    assert news(world) == ["The bridge"]
    work_off(world)
    assert news(world) == []
    assert world.diary.items == {}


def test_what_is_old_when_it_comes_never_was_news(world: World) -> None:
    write(world, "river", at=MORNING - TWO_DAYS)
    assert news(world) == []
    assert world.diary.items == {}


def test_a_story_that_was_taken_back_is_no_news(world: World) -> None:
    story = write(world, "river")
    world.withdraw(story)
    world.publish(story)
    assert news(world) == []
    assert f"{story}:2" in world.reads("en/sitemap-news.xml")


def test_what_leaves_is_named_on(world: World) -> None:
    """Else a sitemap could come to have the same bytes again, and a stalled run win."""
    old = write(world, "river")
    story = write(world, "bridge", at=MORNING + timedelta(hours=1))
    work_off(world)
    assert f"{old}:1" in world.reads("en/sitemap-news.xml")
    work_off(world)
    text = world.reads("en/sitemap-news.xml")
    assert news(world) == []
    assert f"{story}:1" in text
    assert f"{old}:1" in text


@pytest.mark.parametrize("number", [derive.NEWS_AT_ONCE - 1, derive.NEWS_AT_ONCE * 2])
def test_a_busy_newsroom_is_read_to_the_end_of_its_news(world: World, number: int) -> None:
    for at in range(number):
        story = world.accept(f"n{at}", a_source(f"N {at}", published=MORNING - timedelta(hours=1)))
        (home,) = [one for one in world.view(story).entries if one.list == "home"][:1]
        world.lists.enter(home)
    write(world, "newest", at=MORNING)
    write(world, "oldest", at=MORNING - TWO_DAYS)
    found = news(world)
    assert len(found) == number + 1
    assert found[0] == "The newest"


def test_test_translations_are_nothing_for_search_engines(world: World) -> None:
    story = write(world, "river")
    world.translate(story, "es", by=("pseudo",))
    world.publish(story)
    page = world.page(story, "es")
    for sitemap in ("es/sitemap-news.xml", "es/sitemap-2026-11.xml"):
        assert page not in world.reads(sitemap)
    assert 'content="noindex"' in world.reads(page)


def test_every_edition_has_one_before_its_first_story(world: World) -> None:
    install_pages(world.press())
    assert [news(world, edition) for edition in LANGUAGES] == [[], [], []]
