"""Pages written as the values that they are made of: what the protocol decides, without HTML.

It is the shipped press in all else. Bytes differ exactly where the values differ, the facts that
a page names included, and the watch can look up what a page's bytes say.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from shared.ids import digest
from shared.news.article import BREAKING, LIVE, Article, Card, about_address, captions_address
from shared.news.language import LANGUAGES, Language
from shared.news.shelf import Item
from shared.pages.names import (
    ListName,
    authors_address,
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
    Flash,
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
from shared.pages.press import Desk, Press
from shared.pages.render import Renderer


@dataclass(frozen=True)
class Said:
    """What a page says: its own article, posts and cards on it, and the addresses that it links.

    `navigation` are the fronts that all pages link: they link each other, so that those of a new
    section cannot all stand before the first page links them.
    """

    named: Named
    article: Article | None = None
    posts: tuple[Article, ...] = ()
    cards: tuple[Card, ...] = ()
    links: frozenset[str] = frozenset()
    navigation: frozenset[str] = frozenset()

    @property
    def articles(self) -> tuple[Article, ...]:
        return (self.article, *self.posts) if self.article else self.posts


Library = dict[bytes, Said]
"""What pages say, by their bytes."""


class PlainRenderer(Renderer):
    """Renders values; `library` learns what each page says."""

    def __init__(self, site: Site, library: Library) -> None:
        self.site = site
        self.library = library
        self.navigation = {
            edition: frozenset(ListName(edition, topic).address for topic in site.newsroom.lists())
            for edition in LANGUAGES
        }
        self.look = digest(site.newsroom.model_copy(update={"authors": {}}).canonical())[:12]

    def article(self, page: ArticlePage) -> Item:
        newsroom, article = self.site.newsroom, page.article
        people = " ".join(str(newsroom.authors.get(author)) for author in article.byline)
        words = [people.encode(), article.canonical()]
        cards = (*page.siblings.values(), *page.shown)
        links = frozenset(
            [
                *(most_read_address(article.edition), rows_address(article.edition)),
                *(ListName(article.edition, BREAKING).address, ticker_address(article.edition)),
            ]
        )
        names = (ListName(article.edition, name) for name in article.lists())
        links |= {which.address for which in names if which.open}
        links |= {article.captions} if article.captions else set()
        posts, hours = (page.posts.articles, page.posts.hours) if page.posts else ((), ())
        links |= {hour_address(article.address, hour) for hour in hours}
        links |= {latest_address(article.address)} if page.posts else set()
        navigation = self.navigation[article.edition]
        said = Said(page.named, article, posts, cards, links=links, navigation=navigation)
        return self._item(
            article.address, said, words=words,
            tags=(article.story, *(card.story for card in page.shown)),
        )  # fmt: skip

    def captions(self, page: CaptionsPage) -> Item:
        stand = page.article if page.article and page.article.captions else None
        words = [repr(stand.texts.transcript).encode()] if stand else []
        address = captions_address(page.story, page.edition)
        status = None if stand else 410
        said = Said(page.named, stand)
        return self._item(address, said, words=words, tags=(page.story,), status=status)

    def posts(self, page: PostsPage) -> Item:
        address = page.live.address
        address = hour_address(address, page.hour) if page.hour else latest_address(address)
        said = Said(page.named, page.live, page.posts.articles)
        return self._item(address, said, tags=(page.live.story,))

    def tombstone(self, page: TombstonePage) -> Item:
        cards = (page.source,) if page.source else ()
        said = Said(page.named, cards=cards, navigation=self.navigation[page.edition])
        return self._item(
            page.address, said, tags=(page.story,),
            status=410 if page.withdrawn else 404,
        )  # fmt: skip

    def front(self, page: ListPage) -> Item:
        address = page.list.archive(page.period) if page.period else page.list.address
        links = frozenset(page.list.archive(period) for period in page.periods)
        if page.most_read.cards:
            links |= {most_read_address(page.list.edition)}
        elsewhere = page.elsewhere or {}
        links |= {which.address for which in elsewhere.values()}
        if page.now:
            links |= _leads_to(page.now.flashes)
        navigation = self.navigation[page.list.edition]
        said = Said(page.named, cards=page.shown, links=links, navigation=navigation)
        return self._list(address, said, page.list)

    def authors(self, page: AuthorsPage) -> Item:
        said = Said(page.named, navigation=self.navigation[page.edition])
        names = str(self.site.newsroom.authors).encode()
        return self._item(authors_address(page.edition), said, words=[names])

    def coming(self, page: ComingPage) -> Item:
        said = Said(page.named, navigation=self.navigation[page.edition])
        return self._item(about_address(page.edition, page.page), said)

    def most_read(self, page: MostReadPage) -> Item:
        said = Said(page.named, cards=page.shown, navigation=self.navigation[page.edition])
        return self._list(most_read_address(page.edition), said, ListName(page.edition, "home"))

    def rows(self, page: RowsPage) -> Item:
        said = Said(page.named, cards=page.most_read.cards)
        return self._list(rows_address(page.edition), said, ListName(page.edition, "home"))

    def breaking(self, page: BreakingPage) -> Item:
        links = _leads_to((*page.running, *page.over))
        said = Said(page.named, cards=page.shown, links=links)
        which = ListName(page.edition, BREAKING)
        return self._list(which.address, said, which)

    def live(self, page: LivePage) -> Item:
        which = ListName(page.edition, LIVE)
        return self._list(which.address, Said(page.named, cards=page.shown), which)

    def ticker(self, page: TickerPage) -> Item:
        cards = tuple(one.card for one in page.now.flashes)
        said = Said(page.named, cards=cards, links=_leads_to(page.now.flashes))
        return self._list(ticker_address(page.edition), said, ListName(page.edition, BREAKING))

    def feed(self, page: FeedPage) -> Item:
        said = Said(page.named, cards=page.cards)
        return self._list(page.list.feed or "", said, page.list)

    def news(self, page: NewsPage) -> Item:
        said = Said(page.named, cards=page.cards)
        return self._list(news_address(page.edition), said, ListName(page.edition, "home"))

    def sitemap(self, page: SitemapPage) -> Item:
        links = frozenset(sitemap_address(page.edition, period) for period in page.periods)
        address = sitemap_address(page.edition, page.period)
        said = Said(page.named, cards=page.cards, links=links)
        return self._list(address, said, ListName(page.edition, "home"))

    def not_found(self, named: Named = Named()) -> Item:  # noqa: B008 - as the shipped one's
        return self._item("/404.html", Said(named), status=404)

    def robots(self, named: Named = Named()) -> Item:  # noqa: B008
        return self._item("/robots.txt", Said(named))

    def llms(self, named: Named) -> Item:
        return self._item("/llms.txt", Said(named))

    def manifest(self, edition: Language, named: Named) -> Item:
        return self._item(manifest_address(edition), Said(named))

    def redirect(self, story: str, address: str, named: Named) -> Item:
        said = Said(named, links=frozenset([address]))
        return self._item(f"/s/{story}", said, tags=(story,), status=301)

    def naming(self, said: Said) -> Named:
        """The facts that a page names: all that were consulted."""
        return said.named

    def _list(self, address: str, said: Said, which: ListName) -> Item:
        tags = tuple(sorted({card.story for card in said.cards})) or (which.tag,)
        return self._item(address, said, tags=tags)

    def _item(
        self, address: str, said: Said, *, words: Iterable[bytes] = (), tags: tuple[str, ...] = (),
        status: int | None = None,
    ) -> Item:  # fmt: skip
        links = said.links | {card.address.partition("#")[0] for card in said.cards}
        lines = [
            f"{address} {self.naming(said)} look:{self.look}".encode(),
            *(one.canonical() for one in (*said.posts, *said.cards)),
            *words,
            " ".join(sorted(links)).encode(),
        ]
        item = Item(
            key=key_of(address), content=b"\n".join(lines), tags=tags, status=status,
            renderer=said.named.renderer,
        )  # fmt: skip
        self.library[item.content] = replace(said, links=links)
        return item


def _leads_to(flashes: Iterable[Flash]) -> frozenset[str]:
    """Addresses of the site; where they lead elsewhere, whether that stands is not our affair."""
    links = (flash.link for flash in flashes if flash.link and flash.link.startswith("/"))
    return frozenset(link.partition("#")[0] for link in links)


@dataclass(frozen=True)
class PlainDesk(Desk):
    """A desk whose pages are plain."""

    library: Library = field(default_factory=dict)
    renders: type[PlainRenderer] = PlainRenderer

    @cached_property
    def pages(self) -> Renderer:
        return self.renders(Site(self.office.newsroom, self.url), self.library)


@dataclass(frozen=True)
class PlainPress(Press):
    """The shipped press, with plain pages."""

    library: Library = field(default_factory=dict)
    renders: type[PlainRenderer] = PlainRenderer

    def desk(self) -> PlainDesk:
        return PlainDesk(super().desk().office, self.url, self.renderer, self.library, self.renders)
