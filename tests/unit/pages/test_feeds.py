"""Feeds: what programs that read RSS 2.0 are told."""

from email.utils import parsedate_to_datetime
from html import unescape
from xml.etree import ElementTree

import pytest

from shared.news.language import LANGUAGES, Language
from shared.news.shelf import Item
from shared.pages.names import ListName
from shared.pages.page import FeedPage
from tests.builders import World, a_source, a_wish
from tests.unit.pages import sample
from tests.unit.pages.reading import Page

RENDERER = sample.renderer()
EACH = pytest.mark.parametrize("edition", LANGUAGES)
ATOM, DC, MEDIA = (
    "{http://www.w3.org/2005/Atom}",
    "{http://purl.org/dc/elements/1.1/}",
    "{http://search.yahoo.com/mrss/}",
)
SITE = sample.SITE.url


def feed(edition: Language = "en", name: str = "home", **changes: object) -> Item:
    cards = [card.model_copy(update=changes) for card in sample.cards(edition)]
    return RENDERER.feed(FeedPage(ListName(edition, name), tuple(cards), sample.NAMED))


def channel(item: Item) -> ElementTree.Element:
    found = ElementTree.fromstring(item.content).find("channel")  # noqa: S314  our own bytes
    assert found is not None
    return found


@EACH
@pytest.mark.parametrize("name", ["home", "section/culture", "coverage"])
def test_a_feed_says_all_that_rss_asks_for(edition: Language, name: str) -> None:
    item = feed(edition, name)
    found = channel(item)
    assert item.content_type.startswith("application/rss+xml")
    for required in ("title", "link", "description", "language", "lastBuildDate"):
        assert found.findtext(required)
    itself = found.find(f"{ATOM}link")
    assert itself is not None
    assert itself.attrib == {
        "href": f"{SITE}/{item.key}", "rel": "self", "type": "application/rss+xml",
    }  # fmt: skip
    assert found.findtext("link") == f"{SITE}{ListName(edition, name).address}"
    stories = found.findall("item")
    assert len(stories) == len(sample.cards(edition))
    for story in stories:
        assert story.findtext("title")
        assert (story.findtext("link") or "").isascii()
        parsedate_to_datetime(story.findtext("pubDate") or "")


@EACH
def test_a_story_is_told_by_an_address_that_never_changes(edition: Language) -> None:
    stories = channel(feed(edition)).findall("item")
    guids = [story.find("guid") for story in stories]
    assert all(guid is not None and guid.attrib == {"isPermaLink": "true"} for guid in guids)
    told = [story.findtext("guid") for story in stories]
    assert told == [story.findtext("link") for story in stories]
    assert len({*told}) == len(told)


def test_a_story_has_its_authors_topics_and_picture() -> None:
    story = channel(feed("ar", byline=("amara-okoye", "A Guest"), tags=("أنهار",))).find("item")
    assert story is not None
    assert [one.text for one in story.findall(f"{DC}creator")] == ["أمارا أوكويي", "A Guest"]
    assert [one.text for one in story.findall("category")] == ["بيئة", "أنهار"]
    picture = story.find(f"{MEDIA}content")
    assert picture is not None
    assert picture.attrib == {
        "url": f"{SITE}/media/{sample.STORY}/3-1280.jpg", "medium": "image", "type": "image/jpeg",
        "width": "1280", "height": "853",
    }  # fmt: skip
    assert picture.findtext(f"{MEDIA}credit") == "Azimuth Studio"


def test_a_description_is_text_though_it_is_read_as_html() -> None:
    story = channel(feed(deck="<b>Fish & chips</b>")).find("item")
    assert story is not None
    said = story.findtext("description") or ""
    assert "<" not in said
    assert unescape(said) == "<b>Fish & chips</b>"


def test_a_feed_of_a_list_is_called_by_both_names() -> None:
    assert channel(feed()).findtext("title") == "Azimuth"
    assert channel(feed(name="section/culture")).findtext("title") == "Azimuth | Culture"


@pytest.mark.parametrize(
    ("name", "feeds"),
    [
        ("home", ["/en/feed.xml"]),
        ("section/culture", ["/en/feed.xml", "/en/culture/feed.xml"]),
        ("coverage", ["/en/feed.xml", "/en/coverage/feed.xml"]),
        ("region/africa", ["/en/feed.xml"]),
    ],
)
def test_a_page_leads_to_the_feeds_that_have_its_stories(name: str, feeds: list[str]) -> None:
    page = Page(RENDERER.front(sample.front_page("en", name)))
    links = page.all("link", rel="alternate", type="application/rss+xml")
    assert [one["href"] for one in links] == feeds
    assert len({one["title"] for one in links}) == len(feeds)


def test_an_article_leads_to_its_section_s_feed() -> None:
    page = Page(RENDERER.article(sample.article_page("es")))
    links = page.all("link", rel="alternate", type="application/rss+xml")
    assert [one["href"] for one in links] == ["/es/feed.xml", "/es/environment/feed.xml"]


def test_every_feed_that_a_page_leads_to_stands_and_has_the_story() -> None:
    world = World()
    story = world.accept("river", a_source(coverage=("in-five",), picture=a_wish()))
    world.publish(story)
    for place in ("", "politics/", "coverage/", "coverage/in-five/"):
        assert story in world.reads(f"en/{place}feed.xml")
    world.withdraw(story)
    world.publish(story)
    for place in ("", "politics/", "coverage/", "coverage/in-five/"):
        assert f"-{story}" not in world.reads(f"en/{place}feed.xml")
