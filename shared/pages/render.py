"""Pages, feeds and sitemaps as objects to be put: pure functions of what `publish` gathered."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from shared.editions.dates import local
from shared.editions.registry import EDITIONS
from shared.news.article import Card
from shared.news.blocks import word_count
from shared.news.caching import Lifetime
from shared.news.language import LANGUAGES
from shared.news.shelf import Item
from shared.pages.assets import MARK, SCRIPT, STYLE, asset_address
from shared.pages.disclosure import body_origins, notices
from shared.pages.frame import (
    Frame,
    address_of_list,
    article_frame,
    is_home,
    list_frame,
    list_title,
    most_read_frame,
    tombstone_frame,
)
from shared.pages.markup import render
from shared.pages.names import (
    ListName,
    feed_address,
    key_of,
    most_read_address,
    rows_address,
    sitemap_address,
)
from shared.pages.page import (
    ArticlePage,
    FeedPage,
    ListPage,
    MostReadPage,
    Named,
    RowsPage,
    Site,
    SitemapPage,
    TombstonePage,
)
from shared.pages.voice import Voice

_XML = "application/xml"  # the file itself says its encoding
_MOST_TAGS = 50
_NOTHING = Named()


class Renderer:
    """Renders for one site, in one state of its configuration."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._caching = site.newsroom.caching
        self._voices = {code: Voice(site.newsroom, code) for code in LANGUAGES}

    def article(self, page: ArticlePage) -> Item:
        article = page.article
        voice = self._voices[article.edition]
        frame = article_frame(self.site, voice, page)
        lifetime = self._caching.article if page.settled else self._caching.list
        content = self._html(
            "article.html",
            frame,
            article=article,
            related=page.related,
            minutes=voice.read_time(word_count(article.texts.body or ())),
            notices=tuple(notices(article, voice)),
            original=page.siblings.get(article.source_language),
            origins=body_origins(article),
            rows=rows_address(article.edition),
            script=asset_address(SCRIPT),
        )
        return Item(
            key=key_of(article.address),
            content=content,
            cache_control=lifetime.cache_control,
            tags=_tags([article.story, *(card.story for card in page.related)]),
            renderer=page.named.renderer,
        )

    def tombstone(self, page: TombstonePage) -> Item:
        voice = self._voices[page.edition]
        frame = tombstone_frame(self.site, voice, page)
        return Item(
            key=key_of(page.address),
            content=self._html("tombstone.html", frame, page=page),
            cache_control=self._caching.gone.cache_control,
            tags=(page.story,),
            status=410 if page.withdrawn else 404,
            renderer=page.named.renderer,
        )

    def front(self, page: ListPage) -> Item:
        """The list's front page or, with a period, its archive page of that month."""
        voice = self._voices[page.list.edition]
        content = self._html(
            "archive.html" if page.period else "front.html",
            list_frame(self.site, voice, page),
            page=page,
            title=list_title(voice, page),
            home=is_home(page),
            days=_by_day(page.cards, voice) if page.period else (),
        )
        return self._list_item(
            address_of_list(page), content, page.shown, page.list, page.named, self._caching.list
        )

    def most_read(self, page: MostReadPage) -> Item:
        voice = self._voices[page.edition]
        frame = most_read_frame(self.site, voice, page)
        return self._list_item(
            frame.address, self._html("most_read.html", frame, page=page), page.shown,
            ListName(page.edition, "home"), page.named, self._caching.list,
        )  # fmt: skip

    def rows(self, page: RowsPage) -> Item:
        """What articles fetch, as a small document: its markup is that of every other list."""
        voice = self._voices[page.edition]
        content = render("rows.html", voice=voice, named=page.named, chart=page.most_read)
        return self._list_item(
            rows_address(page.edition), content, page.most_read.cards,
            ListName(page.edition, "home"), page.named, self._caching.list,
        )  # fmt: skip

    def feed(self, page: FeedPage) -> Item:
        voice = self._voices[page.edition]
        name = ListName(page.edition, "home")
        content = render("feed.xml", site=self.site, voice=voice, page=page, home=name.address,
                         address=feed_address(page.edition))  # fmt: skip
        return self._list_item(
            feed_address(page.edition), content, page.cards, name, page.named,
            self._caching.feed, content_type="application/rss+xml; charset=utf-8",
        )  # fmt: skip

    def sitemap(self, page: SitemapPage) -> Item:
        parts = [(period, sitemap_address(page.edition, period)) for period in page.periods]
        content = render(
            "sitemap.xml" if page.period else "sitemaps.xml",
            site=self.site, page=page, parts=parts,
        )  # fmt: skip
        return self._list_item(
            sitemap_address(page.edition, page.period), content, page.cards,
            ListName(page.edition, "home"), page.named,
            self._caching.feed, content_type=_XML,
        )  # fmt: skip

    def not_found(self, named: Named = _NOTHING) -> Item:
        """What answers where nothing stands: in all three languages, since no edition is known."""
        editions = self.site.newsroom.editions
        voices = [self._voices[code] for code in editions]
        first = self._voices[self.site.newsroom.default_edition]
        content = render(
            "not_found.html", voices=voices, voice=first, named=named,
            style=asset_address(STYLE), mark=asset_address(MARK),
            homes={code: ListName(code, "home").address for code in editions},
        )  # fmt: skip
        return Item(
            key="404.html", content=content, status=404,
            cache_control=self._caching.list.cache_control,
            renderer=named.renderer,
        )  # fmt: skip

    def robots(self, named: Named = _NOTHING) -> Item:
        lines = ["User-agent: *", "Allow: /"]
        lines += [f"Sitemap: {self.site.url}{sitemap_address(code)}" for code in EDITIONS]
        return Item(
            key="robots.txt",
            content="\n".join([*lines, f"# {named}", ""]).encode(),
            content_type="text/plain; charset=utf-8",
            cache_control=self._caching.list.cache_control,
            renderer=named.renderer,
        )

    def redirect(self, story: str, address: str, named: Named) -> Item:
        """`/s/<id>`: where the story's source edition stands."""
        return Item(
            key=f"s/{story}",
            content=render("redirect.html", address=address, named=named),
            cache_control=self._caching.list.cache_control,
            tags=(story,),
            status=301,
            location=address,
            renderer=named.renderer,
        )

    def _html(self, template: str, frame: Frame, **values: object) -> bytes:
        voice = frame.voice
        return render(
            template,
            frame=frame,
            voice=voice,
            labels=voice.labels,
            style=asset_address(STYLE),
            mark=asset_address(MARK),
            most_read=most_read_address(voice.language),
            font=asset_address(
                "naskh.woff2" if voice.edition.direction == "rtl" else "serif.woff2"
            ),
            **values,
        )

    def _list_item(
        self, address: str, content: bytes, cards: tuple[Card, ...], name: ListName, named: Named,
        lifetime: Lifetime, content_type: str = "text/html; charset=utf-8",
    ) -> Item:  # fmt: skip
        return Item(
            key=key_of(address),
            content=content,
            content_type=content_type,
            cache_control=lifetime.cache_control,
            tags=_tags((card.story for card in cards), otherwise=name.tag),
            renderer=named.renderer,
        )


def _by_day(cards: tuple[Card, ...], voice: Voice) -> tuple[tuple[str, tuple[Card, ...]], ...]:
    """The cards under their days on the edition's clock.

    A month of the archive is one of UTC, so at its ends a day of the next one can show.
    """

    def day(card: Card) -> date:
        return local(card.published, voice.settings).date()

    grouped = [tuple(found) for _, found in groupby(cards, key=day)]
    return tuple((voice.full_date(found[0].published), found) for found in grouped)


def _tags(stories: Iterable[str], otherwise: str = "") -> tuple[str, ...]:
    found = tuple(sorted(set(stories)))
    return found if len(found) <= _MOST_TAGS else (otherwise,)
