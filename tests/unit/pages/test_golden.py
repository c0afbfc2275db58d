"""Whole pages, kept in `golden/`.

After a change that is meant: `GOLDEN=write make test`, and read the difference.
"""

import os
import re
from pathlib import Path

import pytest

from shared.news.language import LANGUAGES
from shared.news.newsroom import Stream
from shared.news.shelf import Item
from shared.pages.names import ListName
from shared.pages.page import (
    NOTHING,
    BreakingPage,
    FeedPage,
    LivePage,
    MostReadPage,
    NewsPage,
    Now,
    Posts,
    PostsPage,
    RowsPage,
    SitemapPage,
    TickerPage,
    TombstonePage,
)
from tests.unit.pages import sample

GOLDEN = Path(__file__).parent / "golden"
RENDERER = sample.renderer()
ON_AIR = sample.renderer(
    live=Stream(
        stream="https://video.example.org/live.m3u8",
        title={"en": "Azimuth TV", "ar": "قناة السمت", "es": "Acimut TV"},
    )
)


def pages() -> dict[str, Item]:
    made: dict[str, Item] = {}
    for edition in LANGUAGES:
        made[f"article.{edition}.html"] = RENDERER.article(sample.article_page(edition))
        made[f"front.{edition}.html"] = RENDERER.front(
            sample.front_page(
                edition,
                most_read=sample.charted(edition),
                trending=sample.charted(edition, "240"),
                now=Now(sample.flashes(edition)),
            )
        )
        made[f"archive.{edition}.html"] = RENDERER.front(
            sample.front_page(
                edition,
                "section/culture",
                periods=(),
                period="2026-11",
            )
        )
        made[f"most-read.{edition}.html"] = RENDERER.most_read(sample.most_read_page(edition))
        made[f"rows.{edition}.html"] = RENDERER.rows(
            RowsPage(edition, sample.charted(edition, "30516"), sample.NAMED)
        )
        runs, over = sample.flashes(edition)
        made[f"breaking.{edition}.html"] = RENDERER.breaking(
            BreakingPage(edition, (runs,), (over,), sample.NAMED)
        )
        made[f"ticker.{edition}.html"] = RENDERER.ticker(
            TickerPage(edition, Now(sample.flashes(edition)), sample.NAMED)
        )
        posts = Posts(sample.posts(edition), ("2026-11-24T04",))
        live = sample.a_live_page(edition)
        made[f"live-page.{edition}.html"] = RENDERER.article(
            sample.article_page(edition, article=live, posts=posts)
        )
        made[f"live.{edition}.html"] = ON_AIR.live(
            LivePage(edition, (live.card(),), sample.cards(edition)[1:2], sample.NAMED)
        )
        made[f"withdrawn.{edition}.html"] = RENDERER.tombstone(
            TombstonePage(sample.STORY, edition, f"/{edition}/a", True, None, sample.NAMED)
        )
    made["over.es.html"] = RENDERER.article(
        sample.article_page("es", article=sample.a_live_page("es", over=True), posts=Posts(()))
    )
    made["hour.ar.html"] = RENDERER.posts(
        PostsPage(
            sample.a_live_page("ar"), Posts(sample.posts("ar")), sample.NAMED, "2026-11-24T04"
        )
    )
    made["latest.en.html"] = RENDERER.posts(
        PostsPage(sample.a_live_page(), Posts(sample.posts()), sample.NAMED)
    )
    made["late.ar.html"] = RENDERER.most_read(
        sample.most_read_page("ar", most_read=sample.charted("ar", as_of=sample.LATER))
    )
    made["uncounted.es.html"] = RENDERER.most_read(
        MostReadPage(
            "es", sample.charted("es", "0123456", latest=True), NOTHING, NOTHING, (), sample.NAMED
        )
    )
    waits = sample.an_article("ar", waiting="correction")
    made["waiting.ar.html"] = RENDERER.article(sample.article_page("ar", article=waits))
    source = sample.an_article("en").card()
    made["unavailable.ar.html"] = RENDERER.tombstone(
        TombstonePage(sample.STORY, "ar", "/ar/a", False, source, sample.NAMED)
    )
    made["empty.es.html"] = RENDERER.front(
        sample.front_page("es", "region/africa", cards=(), periods=())
    )
    made["feed.ar.xml"] = RENDERER.feed(
        FeedPage(ListName("ar", "section/culture"), sample.cards("ar"), sample.NAMED)
    )
    made["news.es.xml"] = RENDERER.news(NewsPage("es", sample.cards("es")[:3], sample.NAMED))
    made["sitemap.ar.xml"] = RENDERER.sitemap(
        SitemapPage("ar", sample.cards("ar"), (), sample.NAMED, "2026-11")
    )
    made["sitemaps.ar.xml"] = RENDERER.sitemap(
        SitemapPage("ar", (), ("2026-11", "2026-10"), sample.NAMED)
    )
    made["404.html"] = RENDERER.not_found(sample.NAMED)
    made["llms.txt"] = RENDERER.llms(sample.NAMED)
    made["robots.txt"] = RENDERER.robots(sample.NAMED)
    made["manifest.ar.json"] = RENDERER.manifest("ar", sample.NAMED)
    made["redirect.html"] = RENDERER.redirect(sample.STORY, "/ar/ثقافة/نهر", sample.NAMED)
    return made


PAGES = pages()


def without_hashes(content: bytes) -> str:
    """An asset's name changes with every touch of the style sheet; the page does not."""
    return re.sub(r"(/assets/\w+)-[0-9a-f]{12}", r"\1", content.decode())


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_what_it_was(name: str) -> None:
    text = without_hashes(PAGES[name].content)
    path = GOLDEN / name
    if os.environ.get("GOLDEN") == "write":
        path.write_text(text)
    assert text == path.read_text()


def test_nothing_else_is_kept() -> None:
    assert sorted(path.name for path in GOLDEN.iterdir()) == sorted(PAGES)


def test_the_same_facts_give_the_same_bytes() -> None:
    again = pages()
    assert {name: item.digest() for name, item in again.items()} == {
        name: item.digest() for name, item in PAGES.items()
    }
