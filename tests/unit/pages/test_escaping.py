"""Whatever bytes come from outside, a page stays the page that we meant."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.news.article import Card, Picture
from shared.news.language import LANGUAGES, Language
from shared.news.newsroom import Newsroom, Outlet
from shared.pages.markup import escaped, isolated, render
from shared.pages.names import ListName
from shared.pages.page import (
    BreakingPage,
    Charted,
    FeedPage,
    Flash,
    Now,
    RowsPage,
    Site,
    SitemapPage,
    TickerPage,
    TombstonePage,
)
from shared.pages.render import Renderer
from shared.pages.share import NETWORKS
from tests.unit.pages import sample
from tests.unit.pages.reading import Page
from tests.unit.pages.test_render import xml

HOSTILE = (
    "</title></script><script>alert(1)</script><img src=x onerror=alert(1)>"
    "\"'><svg/onload=alert(1)>&lt;b&amp;{{ 7*7 }}{% raw %}]]>--><!--\u202e\x00\x0b\x85\ufffe"
)
OURS = re.compile(r"/assets/paper-[0-9a-f]{12}\.js")
SEEN = "".join(letter for letter in HOSTILE if letter not in "\x00\x0b\x85\ufffe")


def hostile_names() -> dict[Language, str]:
    return dict.fromkeys(LANGUAGES, HOSTILE)


def hostile_newsroom() -> Newsroom:
    sections = {topic: hostile_names() for topic in sample.NEWSROOM.sections}
    changes = {
        "outlet": Outlet(name=hostile_names(), slogan=hostile_names()),
        "sections": sections,
        "regions": {"africa": hostile_names()},
        "authors": {"amara-okoye": hostile_names()},
        "kinds": {"opinion": hostile_names()},
        "labels": dict.fromkeys(
            ("by", "published", "test", "home", "empty", "most_read", "method"), hostile_names()
        ),
    }
    return sample.NEWSROOM.model_copy(update=changes)


def hostile_page(edition: Language) -> Page:
    body = (
        sample.paragraph(HOSTILE, sample.strong(HOSTILE), sample.link(HOSTILE, HOSTILE)),
        sample.paragraph(sample.link("x", "javascript:alert(1)")),
        sample.paragraph(sample.link("x", f"https://example.org/{HOSTILE}")),
    )
    words = dict.fromkeys(("headline", "deck", "caption", "alt", "source", "correction"), HOSTILE)
    picture = Picture(
        images=sample.a_picture().images, caption=HOSTILE, credit=HOSTILE, alt=HOSTILE
    )
    article = sample.an_article(
        edition,
        texts=sample.texts(edition, **words, body=body, tags=(HOSTILE,)),
        byline=("amara-okoye", HOSTILE),
        label=HOSTILE,
        picture=picture,
        origins={"body": "pseudo"},
    )
    page = sample.article_page(
        edition, article=article, related=(hostile_card(edition),), read_next=hostile_card(edition)
    )
    return Page(Renderer(Site(hostile_newsroom(), sample.SITE.url)).article(page))


def hostile_card(edition: Language) -> Card:
    card = sample.cards(edition)[0]
    changes = {"headline": HOSTILE, "deck": HOSTILE, "label": HOSTILE, "kind": "opinion"}
    return card.model_copy(update=changes)


@pytest.mark.parametrize("edition", LANGUAGES)
def test_hostile_text_in_every_field_stays_text(edition: Language) -> None:
    page = hostile_page(edition)
    assert [one.text for one in page.scripts] == [""]
    assert not page.all("svg")
    assert not [one for one in page.elements if any(name[:2] == "on" for name in one.attributes)]
    assert all(one["href"][:1] in {"/", "#"} for one in page.all("a") if not one["rel"])
    assert [one["href"].partition("?")[0] for one in page.all("a") if one["rel"]] == [
        link.partition("?")[0] for link in NETWORKS.values()
    ]
    h1 = page.component("headline")
    assert h1
    assert h1.text == SEEN
    assert page.all("img")[0]["alt"] == SEEN
    assert page.meta("description") == SEEN


@pytest.mark.parametrize("edition", LANGUAGES)
def test_hostile_lists_and_tombstones_stay_whole(edition: Language) -> None:
    renderer = Renderer(Site(hostile_newsroom(), sample.SITE.url))
    card = hostile_card(edition)
    gone = TombstonePage(sample.STORY, edition, f"/{edition}/a", False, card, sample.NAMED)
    picture = sample.a_picture().model_copy(
        update={"caption": HOSTILE, "credit": HOSTILE, "alt": HOSTILE}
    )
    chart = Charted((card.model_copy(update={"picture": picture}), card))
    flashes = (Flash(card, HOSTILE), Flash(card, card.address))
    leaders = ((ListName(edition, "section/culture"), card),)
    items = [
        renderer.front(sample.front_page(edition, cards=(card, card))),
        renderer.front(sample.front_page(edition, cards=())),
        renderer.front(sample.front_page(edition, cards=(card,), period="2026-11")),
        renderer.tombstone(gone),
        renderer.not_found(),
        renderer.front(sample.front_page(edition, most_read=chart, trending=chart)),
        renderer.most_read(
            sample.most_read_page(
                edition, most_read=chart, trending=chart, everywhere=chart, leaders=leaders
            )
        ),
        renderer.rows(RowsPage(edition, chart, sample.NAMED)),
        renderer.breaking(BreakingPage(edition, flashes, flashes, sample.NAMED)),
        renderer.ticker(TickerPage(edition, Now(flashes), sample.NAMED)),
        renderer.front(sample.front_page(edition, now=Now(flashes))),
    ]
    for item in items:
        page = Page(item)
        assert [one for one in page.scripts if not OURS.fullmatch(one["src"])] == []
        assert not page.all("svg")


@pytest.mark.parametrize("edition", LANGUAGES)
def test_hostile_feeds_and_sitemaps_stay_well_formed(edition: Language) -> None:
    renderer = Renderer(Site(hostile_newsroom(), sample.SITE.url))
    cards = (hostile_card(edition),)
    feed = xml(renderer.feed(FeedPage(ListName(edition, "home"), cards, sample.NAMED)).content)
    assert feed.findtext("channel/item/title") == SEEN
    xml(renderer.sitemap(SitemapPage(edition, cards, (), sample.NAMED, "2026-11")).content)


@settings(max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_no_headline_breaks_a_page_or_a_feed(headline: str) -> None:
    card = sample.cards()[0].model_copy(update={"headline": headline})
    Page(sample.renderer().front(sample.front_page(cards=(card,))))
    xml(sample.renderer().feed(FeedPage(ListName("en", "home"), (card,), sample.NAMED)).content)


def test_isolated_text_is_escaped_and_marked() -> None:
    assert isolated("قال a<b & مضى", "rtl") == 'قال <bdi dir="ltr">a&lt;b</bdi> &amp; مضى'
    assert escaped("\"'<>&") == "&quot;&#x27;&lt;&gt;&amp;"


def test_what_the_engine_writes_by_itself_is_escaped_as_ours() -> None:
    page = render("redirect.html", address="/<&/", named=sample.NAMED).decode()
    assert "<title>/&lt;&amp;/</title>" in page
