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
    """An article, the editions of it that stand, and the stories shown beside it.

    It is `settled` when neither its picture nor another edition is still to come; until then
    caches keep it no longer than a list.
    """

    article: Article
    siblings: dict[Language, Card]
    """The other editions in which the story stands."""
    related: tuple[Card, ...]
    named: Named
    settled: bool = True


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
class ListPage:
    """A list's front (newest cards) or, with a period, its archive page of that month.

    `periods` are the months, newest first, that have an archive page.
    """

    list: ListName
    cards: tuple[Card, ...]
    periods: tuple[str, ...]
    named: Named
    period: str | None = None
    most_read: Charted = NOTHING
    trending: Charted = NOTHING

    @property
    def shown(self) -> tuple[Card, ...]:
        """Everything that it shows."""
        return (*self.cards, *self.most_read.cards, *self.trending.cards)


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
class FeedPage:
    """The newest stories of an edition, as a feed."""

    edition: Language
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
    newest: datetime | None = None
