"""Pages, feeds and sitemaps as objects to be put: pure functions of what `publish` gathered."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from shared.editions.dates import local
from shared.editions.registry import EDITIONS
from shared.news.article import Article, Card
from shared.news.blocks import Paragraph, plain, word_count
from shared.news.language import LANGUAGES, Language
from shared.news.shelf import Item
from shared.pages.assets import MARK, STYLE, asset_address
from shared.pages.frame import Frame, choices
from shared.pages.links import encoded
from shared.pages.markup import render
from shared.pages.names import ListName, feed_address, key_of, sitemap_address
from shared.pages.page import (
    ArticlePage,
    FeedPage,
    ListPage,
    Named,
    Site,
    SitemapPage,
    TombstonePage,
)
from shared.pages.voice import Voice

_ARTICLE = "public, max-age=60, s-maxage=300, stale-while-revalidate=600, stale-if-error=86400"
_LIST = "public, max-age=30, s-maxage=30, stale-while-revalidate=300, stale-if-error=86400"
_TOMBSTONE = "public, max-age=0, s-maxage=60"
_XML = "application/xml; charset=utf-8"
_MOST_TAGS = 50
_NOTHING = Named()


class Renderer:
    """Renders for one site, in one state of its configuration."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._voices = {code: Voice(site.newsroom, code) for code in LANGUAGES}

    def article(self, page: ArticlePage) -> Item:
        article = page.article
        voice = self._voices[article.edition]
        standing = {article.edition: article.address} | {
            code: card.address for code, card in page.siblings.items()
        }
        section = f"section/{article.section}"
        known = article.section in self.site.newsroom.sections
        frame = Frame(
            site=self.site,
            voice=voice,
            named=page.named,
            title=f"{article.texts.headline} | {voice.outlet}",
            description=_description(article),
            address=article.address,
            choices=choices(self.site, voice, standing, section if known else "home", hint=True),
            standing=standing,
            default=self._preferred(article.source_language, standing),
            here=ListName(article.edition, section).address,
            test="pseudo" in article.engines() or any(card.pseudo for card in page.related),
            kind="article",
            picture=article.picture,
        )
        content = self._html(
            "article.html",
            frame,
            article=article,
            related=page.related,
            section=frame.here if known else None,
            minutes=voice.read_time(word_count(article.texts.body or ())),
            disclosure=_disclosure(article, voice),
            original=page.siblings.get(article.source_language),
        )
        return Item(
            key=key_of(article.address),
            content=content,
            cache_control=_ARTICLE,
            tags=_tags([article.story, *(card.story for card in page.related)]),
            renderer=page.named.renderer,
        )

    def tombstone(self, page: TombstonePage) -> Item:
        voice = self._voices[page.edition]
        source = page.source
        standing = {source.edition: source.address} if source else {}
        labels = voice.labels
        frame = Frame(
            site=self.site,
            voice=voice,
            named=page.named,
            title=f"{labels.withdrawn if page.withdrawn else voice.unavailable()} | {voice.outlet}",
            description="",
            address=page.address,
            choices=choices(self.site, voice, standing, "home", hint=False),
            standing={},
            default=self.site.newsroom.default_edition,
        )
        return Item(
            key=key_of(page.address),
            content=self._html("tombstone.html", frame, page=page),
            cache_control=_TOMBSTONE,
            tags=(page.story,),
            status=410 if page.withdrawn else 404,
            renderer=page.named.renderer,
        )

    def front(self, page: ListPage) -> Item:
        name = page.list
        voice = self._voices[name.edition]
        title = voice.list_title(name)
        heads = {code: ListName(code, name.name).address for code in self.site.newsroom.editions}
        address = name.archive(page.period) if page.period else name.address
        if page.period:
            title = voice.archive_title(title, page.period)
        home = name.kind == "home" and not page.period
        frame = Frame(
            site=self.site,
            voice=voice,
            named=page.named,
            title=f"{voice.outlet} | {voice.slogan}" if home else f"{title} | {voice.outlet}",
            description=voice.slogan if home else f"{title}. {voice.slogan}",
            address=address,
            choices=choices(self.site, voice, heads, name.name, hint=False),
            # another edition may have no story of that month, and so no such page
            standing={name.edition: address} if page.period else heads,
            default=self.site.newsroom.default_edition,
            here=name.address,
            test=any(card.pseudo for card in page.cards),
        )
        content = self._html(
            "archive.html" if page.period else "front.html",
            frame,
            page=page,
            title=title,
            home=home,
            days=self._by_day(page.cards, voice) if page.period else (),
        )
        return self._list_item(key_of(address), content, page.cards, name, page.named)

    def feed(self, page: FeedPage) -> Item:
        voice = self._voices[page.edition]
        name = ListName(page.edition, "home")
        content = render("feed.xml", site=self.site, voice=voice, page=page, home=name.address,
                         address=feed_address(page.edition))  # fmt: skip
        return self._list_item(
            key_of(feed_address(page.edition)), content, page.cards, name, page.named,
            content_type="application/rss+xml; charset=utf-8",
        )  # fmt: skip

    def sitemap(self, page: SitemapPage) -> Item:
        parts = [(period, sitemap_address(page.edition, period)) for period in page.periods]
        content = render(
            "sitemap.xml" if page.period else "sitemaps.xml",
            site=self.site, page=page, parts=parts,
        )  # fmt: skip
        return self._list_item(
            key_of(sitemap_address(page.edition, page.period)), content, page.cards,
            ListName(page.edition, "home"), page.named, content_type=_XML,
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
            key="404.html", content=content, cache_control=_LIST, status=404,
            renderer=named.renderer,
        )  # fmt: skip

    def robots(self, named: Named = _NOTHING) -> Item:
        lines = ["User-agent: *", "Allow: /"]
        lines += [f"Sitemap: {self.site.url}{sitemap_address(code)}" for code in EDITIONS]
        return Item(
            key="robots.txt",
            content="\n".join([*lines, f"# {named}", ""]).encode(),
            content_type="text/plain; charset=utf-8",
            cache_control=_LIST,
            renderer=named.renderer,
        )

    def redirect(self, story: str, address: str, named: Named) -> Item:
        """`/s/<id>`: where the story's source edition stands."""
        return Item(
            key=f"s/{story}",
            content=render("redirect.html", address=address, named=named),
            cache_control=_LIST,
            tags=(story,),
            status=301,
            location=encoded(address),
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
            font=asset_address(
                "naskh.woff2" if voice.edition.direction == "rtl" else "serif.woff2"
            ),
            **values,
        )

    def _list_item(
        self, key: str, content: bytes, cards: tuple[Card, ...], name: ListName, named: Named,
        content_type: str = "text/html; charset=utf-8",
    ) -> Item:  # fmt: skip
        return Item(
            key=key,
            content=content,
            content_type=content_type,
            cache_control=_LIST,
            tags=_tags((card.story for card in cards), otherwise=name.tag),
            renderer=named.renderer,
        )

    def _preferred(self, source: Language, standing: dict[Language, str]) -> Language:
        """The edition for readers of no known language: the source's, else the default one."""
        return source if source in standing else self.site.newsroom.default_edition

    @staticmethod
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


def _description(article: Article) -> str:
    """The deck, else the beginning of the body."""
    if article.texts.deck:
        return article.texts.deck
    first = next((one for one in article.texts.body or () if isinstance(one, Paragraph)), None)
    text = plain(first.spans) if first else ""
    return text if len(text) <= 200 else f"{text[:200].rsplit(' ', 1)[0]}…"


def _disclosure(article: Article, voice: Voice) -> str:
    """What the reader is told about how the words came into this language.

    A machine's part is always told. The memory holds sentences that people wrote or approved:
    that is a translation, but no automatic one. A text that is a person's own throughout is the
    desk's work like any other. Test translations have their banner instead.
    """
    engines = article.engines()
    if "pseudo" in engines or not engines:
        return ""
    return voice.translated(article.source_language, by_machine=engines != {"memory"})
