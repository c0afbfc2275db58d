"""What pages are rendered from: plain values, gathered from facts by `publish`."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from shared.news.article import Article, Card
from shared.news.language import Language
from shared.news.newsroom import Newsroom
from shared.pages.names import ListName


@dataclass(frozen=True)
class Named:
    """The facts that a page was made of: log id to fact number, 0 where nothing was found.

    They stand in the page's bytes, rejected candidates included, so that bytes never repeat.
    """

    facts: dict[str, int] = field(default_factory=dict)
    renderer: int = 0

    def __str__(self) -> str:
        pairs = " ".join(f"{name}:{number}" for name, number in sorted(self.facts.items()))
        return f"{pairs} renderer:{self.renderer}".strip()


@dataclass(frozen=True)
class Site:
    """What every page of the site knows: the configuration in force and the site's own address."""

    newsroom: Newsroom
    url: str
    """Scheme and host without a slash at the end, for canonical links, feeds and sitemaps."""


@dataclass(frozen=True)
class ArticlePage:
    """An article, the editions of it that stand, the stories shown beside it, and one after it.

    It is `settled` when neither its picture nor another edition is still to come; until then
    caches keep it no longer than a list.
    """

    article: Article
    siblings: dict[Language, Card]
    """The other editions in which the story stands."""
    related: tuple[Card, ...]
    named: Named
    settled: bool = True
    posts: "Posts | None" = None
    """Of a live page."""
    read_next: Card | None = None

    @property
    def shown(self) -> tuple[Card, ...]:
        """Every other story that it shows."""
        return (*self.related, self.read_next) if self.read_next else self.related


@dataclass(frozen=True)
class Posts:
    """Posts of a live page, the newest first, and the hours behind them that have pages.

    The address of each on the page is `#` and its story's id.
    """

    articles: tuple[Article, ...]
    hours: tuple[str, ...] = ()


@dataclass(frozen=True)
class PostsPage:
    """The posts of one hour of a live page or, without an hour, those that it fetches."""

    live: Article
    posts: Posts
    named: Named
    hour: str | None = None


@dataclass(frozen=True)
class CaptionsPage:
    """The captions of a video in the words of an edition; without captions it says so."""

    story: str
    edition: Language
    article: Article | None
    named: Named


@dataclass(frozen=True)
class TombstonePage:
    """What stands at the address of an article that is no longer there.

    `withdrawn`: taken back everywhere (410). Otherwise the edition has no complete version now
    (404) and `source` is the source edition's card, if that stands.
    """

    story: str
    edition: Language
    address: str
    withdrawn: bool
    source: Card | None
    named: Named


@dataclass(frozen=True)
class Charted:
    """A ranking as a page shows it: the stories that stand, best first.

    `as_of` is the time up to which views are counted, where newer ones are late. `latest`: nothing
    is counted yet, and these are the newest stories.
    """

    cards: tuple[Card, ...] = ()
    as_of: datetime | None = None
    latest: bool = False

    def first(self, most: int) -> "Charted":
        return replace(self, cards=self.cards[:most])


NOTHING = Charted()


@dataclass(frozen=True)
class Flash:
    """A flash, and where it leads: elsewhere, to a story of ours that stands, or nowhere."""

    card: Card
    link: str | None = None


@dataclass(frozen=True)
class Now:
    """What is happening now: the flashes that run, the newest first; whether a live page runs."""

    flashes: tuple[Flash, ...] = ()
    live: bool = False


@dataclass(frozen=True)
class ListPage:
    """A list's front (newest cards) or, with a period, its archive page of that month.

    `periods` are the months, newest first, that have an archive page. Without `now` the page
    fetches it, as articles do.
    """

    list: ListName
    cards: tuple[Card, ...]
    periods: tuple[str, ...]
    named: Named
    period: str | None = None
    elsewhere: dict[Language, ListName] | None = None
    """Where the other editions have the list; None: everywhere under its own name."""
    most_read: Charted = NOTHING
    trending: Charted = NOTHING
    coverage: tuple[Card, ...] = ()
    """The newest stories of all collections."""
    now: Now | None = None

    @property
    def shown(self) -> tuple[Card, ...]:
        """Everything that it shows."""
        flashes = (one.card for one in self.now.flashes) if self.now else ()
        charts = (*self.most_read.cards, *self.trending.cards)
        return (*self.cards, *charts, *self.coverage, *flashes)


@dataclass(frozen=True)
class ComingPage:
    """What stands at the address of a page about the outlet before anybody has written it."""

    edition: Language
    page: str
    named: Named


@dataclass(frozen=True)
class AuthorsPage:
    """The index of the authors that the configuration knows."""

    edition: Language
    named: Named


@dataclass(frozen=True)
class MostReadPage:
    """What an edition's readers read most, what readers of all editions do, and each section."""

    edition: Language
    most_read: Charted
    trending: Charted
    everywhere: Charted
    leaders: tuple[tuple[ListName, Card], ...]
    """The sections, each with its story that is read most."""
    named: Named

    @property
    def shown(self) -> tuple[Card, ...]:
        """Everything that it shows."""
        charts = (self.most_read, self.trending, self.everywhere)
        leading = (card for _, card in self.leaders)
        return (*(card for one in charts for card in one.cards), *leading)


@dataclass(frozen=True)
class RowsPage:
    """The rows of Most Read that articles fetch."""

    edition: Language
    most_read: Charted
    named: Named


@dataclass(frozen=True)
class TickerPage:
    """What is happening now, as articles fetch it."""

    edition: Language
    now: Now
    named: Named


@dataclass(frozen=True)
class BreakingPage:
    """The flashes that run, and those that are over."""

    edition: Language
    running: tuple[Flash, ...]
    over: tuple[Flash, ...]
    named: Named

    @property
    def shown(self) -> tuple[Card, ...]:
        """Everything that it shows."""
        return tuple(one.card for one in (*self.running, *self.over))


@dataclass(frozen=True)
class LivePage:
    """The live pages that run, and those that are over."""

    edition: Language
    running: tuple[Card, ...]
    over: tuple[Card, ...]
    named: Named

    @property
    def shown(self) -> tuple[Card, ...]:
        """Everything that it shows."""
        return (*self.running, *self.over)


@dataclass(frozen=True)
class FeedPage:
    """The newest stories of a list, as a feed."""

    list: ListName
    cards: tuple[Card, ...]
    named: Named


@dataclass(frozen=True)
class SitemapPage:
    """An edition's stories of one month, or (without a period) the index of those months."""

    edition: Language
    cards: tuple[Card, ...]
    periods: tuple[str, ...]
    named: Named
    period: str | None = None


@dataclass(frozen=True)
class NewsPage:
    """An edition's stories of the last two days, for those who collect news."""

    edition: Language
    cards: tuple[Card, ...]
    named: Named
