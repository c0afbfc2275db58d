"""From facts to pages: each function reads what it needs, strongly consistent, and renders it.

What was read is named in the page, candidates that it could not show included.
"""

from collections.abc import Iterable

from shared.news.article import Article, Card, Entry
from shared.news.facts import Rendition
from shared.news.language import LANGUAGES, Language
from shared.news.shelf import Item
from shared.news.view import Media, StoryView
from shared.pages.charts import ON_FRONTS, ROWS, Look
from shared.pages.choose import shown_beside
from shared.pages.names import ListName
from shared.pages.page import (
    NOTHING,
    ArticlePage,
    FeedPage,
    ListPage,
    MostReadPage,
    Named,
    RowsPage,
    SitemapPage,
    TombstonePage,
)
from shared.pages.press import Desk, Press

FRONT_CARDS = 24
FEED_CARDS = 30
RELATED = 3
RANKED = {"home", "section"}
"""The kinds of lists whose fronts show what is read most."""
GONE_PICTURE = b"This picture was withdrawn.\n"


def _named(desk: Desk, facts: dict[str, int], authors: Iterable[str] = ()) -> Named:
    return Named({**facts, "newsroom": desk.office.as_of(authors)}, desk.renderer_number)


def article(press: Press, desk: Desk, *, story: str, edition: Language) -> Item | None:
    """The article's page, or its tombstone; None before it was ever live."""
    seen = press.story(story)
    state = seen.editions[edition]
    stands = press.stands.standing(story)
    facts = {story: state.as_of}
    facts |= {f"{story}.{other}": stands[other].as_of for other in stands if other != edition}
    siblings = {
        other: entry.card for other, entry in stands.items() if entry.card and other != edition
    }
    if state.article is None:
        return _tombstone(desk, seen, edition, siblings, facts)
    related, consulted = shown_beside(seen, edition, press, RELATED)
    facts |= {f"{story}.related": seen.related_as_of, **consulted}
    named = _named(desk, facts, state.article.byline)
    settled = len(siblings) == len(LANGUAGES) - 1 and not _awaits_picture(seen, state.article)
    return desk.pages.article(ArticlePage(state.article, siblings, related, named, settled))


def _awaits_picture(seen: StoryView, article: Article) -> bool:
    return bool(seen.released and seen.released.body.picture and not article.picture)


def _tombstone(
    desk: Desk,
    seen: StoryView,
    edition: Language,
    siblings: dict[Language, Card],
    facts: dict[str, int],
) -> Item | None:
    place = seen.editions[edition].place
    if place is None:
        return None
    page = TombstonePage(
        story=seen.id,
        edition=edition,
        address=place.address,
        withdrawn=seen.withdrawn is not None,
        source=siblings.get(seen.released.body.language) if seen.released else None,
        named=_named(desk, facts),
    )
    return desk.pages.tombstone(page)


def redirect(press: Press, desk: Desk, *, story: str) -> Item | None:
    """`/s/{id}`, which leads to one of the story's articles.

    As every link it waits until the article stands, if only as a tombstone.
    """
    seen = press.story(story)
    stands = press.stands.standing(story)
    edition = seen.leads
    place = seen.editions[edition].place if edition else None
    if edition is None or place is None or edition not in stands:
        return None
    facts = {story: seen.leads_as_of, f"{story}.{edition}": stands[edition].as_of}
    return desk.pages.redirect(story, place.address, _named(desk, facts))


def media_now(press: Press, story: str, number: int) -> Media:
    return next(one for one in press.story(story).media if one.number == number)


def picture(
    press: Press, desk: Desk, *, story: str, number: int, key: str, rendition: Rendition
) -> Item | None:
    """A rendition, or its tombstone; None where it was never shown."""
    media = media_now(press, story, number)
    caching = desk.office.newsroom.caching
    if media.shown:
        return Item(
            key=key,
            content=press.bodies.get(rendition.body),
            content_type="image/jpeg",
            cache_control=f"{caching.media.cache_control}, immutable",
            tags=(story,),
        )
    if not media.ever:
        return None
    # even where nothing stands: a stalled run may be about to put the picture
    return Item(
        key=key,
        content=GONE_PICTURE,
        content_type="text/plain; charset=utf-8",
        cache_control=caching.gone.cache_control,
        tags=(story,),
        status=410,
    )


def _consulted(entries: Iterable[Entry]) -> dict[str, int]:
    return {entry.story: entry.as_of for entry in entries}


def _cards(entries: Iterable[Entry], most: int | None = None) -> tuple[Card, ...]:
    return tuple(entry.card for entry in entries if entry.card)[:most]


def front(press: Press, desk: Desk, *, which: ListName) -> Item:
    """The newest stories of a list, the months behind them, and what is read most."""
    entries = press.lists.newest(which, FRONT_CARDS)
    periods = press.periods.marked(which)
    look, most_read, trending = Look(press, which.edition, entries), NOTHING, NOTHING
    if which.kind in RANKED:
        most_read = look.most_read(which)
        trending = look.chart(which.name, "trending", ON_FRONTS)
    named = _named(desk, look.facts)
    return desk.pages.front(
        ListPage(which, _cards(entries, FRONT_CARDS), periods, named, None, most_read, trending)
    )


def most_read(press: Press, desk: Desk, *, edition: Language) -> Item:
    """`/{edition}/most-read`."""
    look, home = Look(press, edition), ListName(edition, "home")
    of_edition = look.most_read(home)
    trending = look.chart(home.name, "trending")
    everywhere = look.everywhere()
    leaders = tuple(look.leaders(desk.office.newsroom.sections))
    named = _named(desk, look.facts)
    return desk.pages.most_read(
        MostReadPage(edition, of_edition, trending, everywhere, leaders, named)
    )


def rows(press: Press, desk: Desk, *, edition: Language) -> Item:
    """The rows of Most Read that articles fetch."""
    look = Look(press, edition)
    found = look.most_read(ListName(edition, "home"))
    return desk.pages.rows(RowsPage(edition, found.first(ROWS), _named(desk, look.facts)))


def archive(press: Press, desk: Desk, *, which: ListName, period: str) -> Item:
    """A list's stories of one month."""
    entries = press.lists.month(which, period)
    named = _named(desk, _consulted(entries))
    return desk.pages.front(ListPage(which, _cards(entries), (), named, period))


def feed(press: Press, desk: Desk, *, edition: Language) -> Item:
    entries = press.lists.newest(ListName(edition, "home"), FEED_CARDS)
    named = _named(desk, _consulted(entries))
    return desk.pages.feed(FeedPage(edition, _cards(entries, FEED_CARDS), named))


def sitemap(press: Press, desk: Desk, *, edition: Language, period: str | None) -> Item:
    """An edition's addresses of one month, or the index of its months."""
    home = ListName(edition, "home")
    entries = press.lists.month(home, period) if period else ()
    periods = () if period else press.periods.marked(home)
    named = _named(desk, _consulted(entries))
    return desk.pages.sitemap(SitemapPage(edition, _cards(entries), periods, named, period))


def not_found(_press: Press, desk: Desk) -> Item:
    return desk.pages.not_found(_named(desk, {}))


def robots(_press: Press, desk: Desk) -> Item:
    return desk.pages.robots(_named(desk, {}))
