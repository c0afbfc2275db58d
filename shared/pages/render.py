"""Pages, feeds and sitemaps as objects to be put: pure functions of what `publish` gathered."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from shared.editions.dates import local
from shared.editions.registry import EDITIONS
from shared.news.article import BREAKING, LIVE, Article, Card, captions_address, posts_of
from shared.news.blocks import Body
from shared.news.caching import Lifetime
from shared.news.language import LANGUAGES, Language
from shared.news.newsroom import Newsroom
from shared.news.shelf import Item
from shared.pages.assets import ICONS, MARK, SCRIPT, STORY_STYLE, STYLE, asset_address
from shared.pages.disclosure import Notice, body_origins, notices
from shared.pages.frame import (
    Frame,
    address_of_list,
    article_frame,
    authors_frame,
    breaking_frame,
    coming_frame,
    feed_title,
    is_home,
    list_frame,
    list_title,
    live_frame,
    most_read_frame,
    posts_frame,
    tombstone_frame,
)
from shared.pages.manifest import manifest
from shared.pages.markup import escaped, render
from shared.pages.names import (
    ListName,
    hour_address,
    key_of,
    latest_address,
    manifest_address,
    most_read_address,
    news_address,
    rows_address,
    sitemap_address,
    ticker_address,
)
from shared.pages.page import (
    ArticlePage,
    AuthorsPage,
    BreakingPage,
    CaptionsPage,
    ComingPage,
    FeedPage,
    ListPage,
    LivePage,
    MostReadPage,
    Named,
    NewsPage,
    PostsPage,
    RowsPage,
    Site,
    SitemapPage,
    TickerPage,
    TombstonePage,
)
from shared.pages.schema_org import Thing, json_ld
from shared.pages.structured_data import of_article, of_collection, of_front
from shared.pages.video import webvtt
from shared.pages.voice import Voice

_XML = "application/xml"  # the file itself says its encoding
_MOST_TAGS = 50
_OF_A_STORY = {"article.html", "posts.html", "static.html"}
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
        shown = [card.story for card in page.shown]
        shown += [post.story for post in (page.posts.articles if page.posts else ())]
        static = article.kind == "page"
        content = self._html(
            "static.html" if static else "article.html",
            frame,
            () if static else of_article(frame, page),
            article=article,
            related=page.related,
            length=voice.length(article),
            programme=ListName(article.edition, f"programme/{article.programme}"),
            read_next=page.read_next,
            shares=voice.shares(article.texts.headline or "", frame.canonical),
            notices=tuple(notices(article, voice)),
            original=page.siblings.get(article.source_language),
            parts=tuple(_around_related(article.texts.body or (), body_origins(article))),
            rows=rows_address(article.edition),
            posts=page.posts and [self._told(one) for one in page.posts.articles],
            hours=[(one, hour_address(article.address, one)) for one in page.posts.hours]
            if page.posts
            else [],
            latest=None if article.over else latest_address(article.address),
        )
        return Item(
            key=key_of(article.address),
            content=content,
            cache_control=lifetime.cache_control,
            tags=_tags([article.story, *shown]),
            renderer=page.named.renderer,
        )

    def captions(self, page: CaptionsPage) -> Item:
        """As WebVTT, which cannot say which facts it is made of but in a comment."""
        article, stand = page.article, page.article is not None and page.article.captions
        text = webvtt(article) if article and stand else ""
        return Item(
            key=key_of(captions_address(page.story, page.edition)),
            content=f"WEBVTT\n\nNOTE triptych:facts {page.named}\n{text}".encode(),
            content_type="text/vtt; charset=utf-8",
            cache_control=(self._caching.article if stand else self._caching.gone).cache_control,
            tags=(page.story,),
            status=200 if stand else 410,
            renderer=page.named.renderer,
        )

    def posts(self, page: PostsPage) -> Item:
        """The posts of an hour or, as a small document, those that a live page fetches."""
        live, voice, posts = page.live, self._voices[page.live.edition], page.posts.articles
        address = (
            hour_address(live.address, page.hour) if page.hour else latest_address(live.address)
        )
        told = [self._told(one) for one in posts]
        if page.hour:
            frame = posts_frame(self.site, voice, page, address)
            content = self._html("posts.html", frame, live=live, hour=page.hour, posts=told)
        else:
            content = render("latest.html", voice=voice, named=page.named, posts=told)
        name = ListName(live.edition, posts_of(live.story))
        return Item(
            key=key_of(address),
            content=content,
            cache_control=self._caching.list.cache_control,
            tags=_tags([live.story, *(one.story for one in posts)], otherwise=name.tag),
            renderer=page.named.renderer,
        )

    def _told(self, post: Article) -> tuple[Article, tuple[Notice, ...], tuple[str, ...]]:
        """A post with what readers are told of its words."""
        said = tuple(notices(post, self._voices[post.edition]))
        return post, said, tuple(body_origins(post))

    def live(self, page: LivePage) -> Item:
        voice = self._voices[page.edition]
        frame = live_frame(self.site, voice, page)
        return self._list_item(
            frame.address, self._html("live.html", frame, page=page), page.shown,
            ListName(page.edition, LIVE), page.named, self._caching.list,
        )  # fmt: skip

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
        frame, title = list_frame(self.site, voice, page), list_title(voice, page)
        content = self._html(
            "archive.html" if page.period else "front.html",
            frame,
            of_front(frame, page, title),
            page=page,
            title=title,
            home=is_home(page),
            days=_by_day(page.cards, voice) if page.period else (),
        )
        return self._list_item(
            address_of_list(page), content, page.shown, page.list, page.named, self._caching.list,
            also=_breaking(page.list.edition) if page.now else (),
        )  # fmt: skip

    def authors(self, page: AuthorsPage) -> Item:
        voice, frame = (
            self._voices[page.edition],
            authors_frame(self.site, self._voices[page.edition], page),
        )
        people = sorted(
            (voice.author(who), ListName(page.edition, f"author/{who}").address)
            for who in self.site.newsroom.authors
        )
        data = of_collection(frame, voice.labels.authors)
        return self._list_item(
            frame.address, self._html("authors.html", frame, data, people=people), (),
            ListName(page.edition, "home"), page.named, self._caching.list,
        )  # fmt: skip

    def coming(self, page: ComingPage) -> Item:
        """Where a page about the outlet is to stand, so that links of every page lead to it."""
        voice = self._voices[page.edition]
        frame = coming_frame(self.site, voice, page)
        return self._list_item(
            frame.address, self._html("coming.html", frame, title=voice.about_title(page.page)), (),
            ListName(page.edition, "home"), page.named, self._caching.list,
        )  # fmt: skip

    def most_read(self, page: MostReadPage) -> Item:
        voice = self._voices[page.edition]
        frame = most_read_frame(self.site, voice, page)
        data = of_collection(frame, voice.labels.most_read)
        return self._list_item(
            frame.address, self._html("most_read.html", frame, data, page=page), page.shown,
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

    def breaking(self, page: BreakingPage) -> Item:
        voice = self._voices[page.edition]
        frame = breaking_frame(self.site, voice, page)
        return self._list_item(
            frame.address, self._html("breaking.html", frame, page=page), page.shown,
            ListName(page.edition, BREAKING), page.named, self._caching.list,
            also=_breaking(page.edition),
        )  # fmt: skip

    def ticker(self, page: TickerPage) -> Item:
        """What articles fetch of what is happening now, as a small document."""
        name = ListName(page.edition, BREAKING)
        content = render("ticker.html", voice=self._voices[page.edition], named=page.named,
                         now=page.now, breaking=name.address,
                         live=ListName(page.edition, LIVE).address
                         if page.now.live or self.site.newsroom.live else None)  # fmt: skip
        return self._list_item(
            ticker_address(page.edition), content, tuple(one.card for one in page.now.flashes),
            name, page.named, self._caching.list, also=_breaking(page.edition),
        )  # fmt: skip

    def feed(self, page: FeedPage) -> Item:
        name = page.list
        voice = self._voices[name.edition]
        title = feed_title(voice, name)
        # what a description says is read as HTML
        content = render("feed.xml", site=self.site, voice=voice, page=page, title=title,
                         markup=escaped)  # fmt: skip
        return self._list_item(
            name.feed or "", content, page.cards, name, page.named,
            self._caching.feed, content_type="application/rss+xml; charset=utf-8",
        )  # fmt: skip

    def news(self, page: NewsPage) -> Item:
        voice = self._voices[page.edition]
        content = render("news.xml", site=self.site, voice=voice, page=page)
        return self._list_item(
            news_address(page.edition), content, page.cards,
            ListName(page.edition, "home"), page.named,
            self._caching.feed, content_type=_XML,
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
        maps = [which(code) for code in EDITIONS for which in (sitemap_address, news_address)]
        lines += [f"Sitemap: {self.site.url}{address}" for address in maps]
        return Item(
            key="robots.txt",
            content="\n".join([*lines, f"# {named}", ""]).encode(),
            content_type="text/plain; charset=utf-8",
            cache_control=self._caching.list.cache_control,
            renderer=named.renderer,
        )

    def llms(self, named: Named) -> Item:
        """`/llms.txt`: for language models, what there is on the site and where."""
        newsroom = self.site.newsroom
        editions = [
            (self._voices[code], [ListName(code, name) for name in ("home", *_sections(newsroom))])
            for code in newsroom.editions
        ]
        content = render("llms.txt", site=self.site, editions=editions, named=named,
                         voice=self._voices[newsroom.default_edition])  # fmt: skip
        return Item(
            key="llms.txt",
            content=content,
            content_type="text/plain; charset=utf-8",
            cache_control=self._caching.list.cache_control,
            renderer=named.renderer,
        )

    def manifest(self, edition: Language, named: Named) -> Item:
        return Item(
            key=key_of(manifest_address(edition)),
            content=manifest(self._voices[edition], named),
            content_type="application/manifest+json",
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

    def _html(
        self, template: str, frame: Frame, data: tuple[Thing, ...] = (), **values: object
    ) -> bytes:
        voice = frame.voice
        return render(
            template,
            frame=frame,
            data=json_ld(data) if data else "",
            voice=voice,
            labels=voice.labels,
            style=asset_address(STORY_STYLE if template in _OF_A_STORY else STYLE),
            script=asset_address(SCRIPT),
            mark=asset_address(MARK),
            icon=asset_address(ICONS[192]),
            most_read=most_read_address(voice.language),
            font=asset_address(
                "naskh.woff2" if voice.edition.direction == "rtl" else "serif.woff2"
            ),
            **values,
        )

    def _list_item(
        self, address: str, content: bytes, cards: tuple[Card, ...], name: ListName, named: Named,
        lifetime: Lifetime, content_type: str = "text/html; charset=utf-8",
        also: tuple[str, ...] = (),
    ) -> Item:  # fmt: skip
        return Item(
            key=key_of(address),
            content=content,
            content_type=content_type,
            cache_control=lifetime.cache_control,
            tags=(*_tags((card.story for card in cards), otherwise=name.tag), *also),
            renderer=named.renderer,
        )


def _sections(newsroom: Newsroom) -> list[str]:
    return [f"section/{topic}" for topic in newsroom.sections]


def _around_related(body: Body, origins: Sequence[str]) -> Iterator[tuple[Body, Sequence[str]]]:
    """The blocks before and behind the related stories, with their origins.

    Those come after the third paragraph or a later one, where no list or quotation follows that it
    may announce; in a text that is soon over, at its end.
    """
    paragraphs = [at for at, block in enumerate(body, 1) if block.kind == "paragraph"]
    places = [at for at in paragraphs[2:-1] if body[at].kind in {"paragraph", "heading"}]
    at = places[0] if len(paragraphs) > 4 and places else len(body)
    yield body[:at], origins[:at]
    yield body[at:], origins[at:]


def _by_day(cards: tuple[Card, ...], voice: Voice) -> tuple[tuple[str, tuple[Card, ...]], ...]:
    """The cards under their days on the edition's clock.

    A month of the archive is one of UTC, so at its ends a day of the next one can show.
    """

    def day(card: Card) -> date:
        return local(card.published, voice.settings).date()

    grouped = [tuple(found) for _, found in groupby(cards, key=day)]
    return tuple((voice.full_date(found[0].published), found) for found in grouped)


def _breaking(edition: Language) -> tuple[str, ...]:
    """The tag of all that says what is happening: a new flash purges what had none."""
    return (ListName(edition, BREAKING).tag,)


def _tags(stories: Iterable[str], otherwise: str = "") -> tuple[str, ...]:
    found = tuple(sorted(set(stories)))
    return found if len(found) <= _MOST_TAGS else (otherwise,)
