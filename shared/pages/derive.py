"""From facts to pages: each function reads what it needs, strongly consistent, and renders it.

What was read is named in the page, candidates that it could not show included.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import takewhile

from shared.news.article import (
    LIVE,
    STATIC,
    Article,
    Card,
    Entry,
    about_address,
    author_list,
    posts_of,
)
from shared.news.facts import Digest, Format
from shared.news.keys import ABOUT, story_of
from shared.news.language import LANGUAGES, Language
from shared.news.shelf import Item
from shared.news.slugs import slugify
from shared.news.view import Media, StoryView
from shared.pages import breaking as flashes
from shared.pages.charts import ON_FRONTS, ROWS, Look
from shared.pages.choose import shown_beside
from shared.pages.names import ListName, hour_address, latest_address
from shared.pages.page import (
    NOTHING,
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
    Posts,
    PostsPage,
    RowsPage,
    SitemapPage,
    TickerPage,
    TombstonePage,
)
from shared.pages.press import Desk, Press

FRONT_CARDS = 20
LONG_FRONT = 48
"""How many stories has a front that no months are behind."""
COVERED = 4
"""How many stories of collections the home page has."""
FEED_CARDS = 30
NEWS_FOR = timedelta(days=2)
"""How long a story is news to those who collect it."""
NEWS_AT_ONCE = 50
MOST_NEWS = 1000
"""What they take at most."""
STATIC_PAGES = 1000
RELATED = 3
POSTS = 30
"""How many posts a live page has; older ones have pages by the hour."""
BESIDE = RELATED + 1
"""The related stories, and the one to be read next."""
RANKED = {"home", "section"}
"""The kinds of lists whose fronts show what is read most."""
GONE_PICTURE = b"This picture was withdrawn.\n"


def _named(desk: Desk, facts: dict[str, int], authors: Iterable[str] = ()) -> Named:
    return Named({**facts, "newsroom": desk.office.as_of(authors)}, desk.renderer_number)


def _all_named(desk: Desk) -> Named:
    """For what has something of every part of the configuration."""
    return Named({"newsroom": desk.office.shown()}, desk.renderer_number)


def article(press: Press, desk: Desk, *, seen: StoryView, edition: Language) -> Item | None:
    """The article's page, or its tombstone; None before it was ever live."""
    story, state = seen.id, seen.editions[edition]
    stands = press.stands.standing(story)
    facts = {story: state.as_of}
    facts |= {f"{story}.{other}": stands[other].as_of for other in stands if other != edition}
    siblings = {
        other: entry.card for other, entry in stands.items() if entry.card and other != edition
    }
    if seen.placeless:
        return None
    if state.article is None:
        return _tombstone(desk, seen, edition, siblings, facts)
    posts, running = None, state.article.kind == "live" and not state.article.over
    if state.article.kind == "live":
        posts, shown = _posts(press, seen.id, edition)
        facts |= shown
    cards, consulted = shown_beside(seen, edition, press, BESIDE)
    related, read_next = cards[:RELATED], next(iter(cards[RELATED:]), None)
    facts |= {f"{story}.related": seen.related_as_of, **consulted}
    named = _named(desk, facts, (*state.article.byline, *_authors(cards), *_signed(posts)))
    complete = len(siblings) == len(LANGUAGES) - 1 and not _awaits_picture(seen, state.article)
    settled = complete and not running
    page = ArticlePage(state.article, siblings, related, named, settled, posts, read_next)
    return desk.pages.article(page)


def captions(press: Press, desk: Desk, *, story: str, edition: Language) -> Item:
    """The captions of the story's video, or that there are none (any more).

    That is told where there never were any, too: a stalled run may be about to put them.
    """
    seen = press.story(story)
    state = seen.editions[edition]
    named = _named(desk, {story: state.as_of})
    return desk.pages.captions(CaptionsPage(story, edition, state.article, named))


def _awaits_picture(seen: StoryView, article: Article) -> bool:
    source = seen.released.body if seen.released else None
    return source is not None and (
        (source.picture is not None and article.picture is None)
        or len(article.gallery) < len(source.pictures)
    )


def _tombstone(
    desk: Desk,
    seen: StoryView,
    edition: Language,
    siblings: dict[Language, Card],
    facts: dict[str, int],
    address: str = "",
) -> Item | None:
    """What stands where the article was, or a page of its posts."""
    place = seen.editions[edition].place
    if place is None:
        return None
    about = place.address.removeprefix(about_address(edition, ""))
    if about in desk.office.newsroom.pages:
        return desk.pages.coming(ComingPage(edition, about, _named(desk, facts)))
    page = TombstonePage(
        story=seen.id,
        edition=edition,
        address=address or place.address,
        withdrawn=seen.withdrawn is not None,
        source=siblings.get(seen.released.body.language) if seen.released else None,
        named=_named(desk, facts),
    )
    return desk.pages.tombstone(page)


def about(press: Press, desk: Desk, *, edition: Language, page: str) -> Item | None:
    """A page about the outlet: the story that a file of its name has, or that it is to come."""
    seen = press.story(story_of(f"{ABOUT}{page}"))
    state = seen.editions[edition]
    if state.place and state.place.address == about_address(edition, page):
        return article(press, desk, seen=seen, edition=edition)
    # what its log says changes nothing here before it has this place, which it never loses
    named = _named(desk, {seen.id: 0})
    return desk.pages.coming(ComingPage(edition, page, named))


def redirect(press: Press, desk: Desk, *, story: str) -> Item | None:
    """`/s/{id}`, which leads to one of the story's articles.

    As every link it waits until the article stands, if only as a tombstone.
    """
    seen = press.story(story)
    stands = press.stands.standing(story)
    edition = seen.leads
    place = seen.editions[edition].place if edition else None
    if edition is None or place is None or edition not in stands or seen.placeless:
        return None
    facts = {story: seen.leads_as_of, f"{story}.{edition}": stands[edition].as_of}
    return desk.pages.redirect(story, place.address, _named(desk, facts))


def media_now(press: Press, story: str, number: int) -> Media:
    return next(one for one in press.story(story).media if one.number == number)


def _posts(press: Press, live: str, edition: Language) -> tuple[Posts, dict[str, int]]:
    """The newest posts of a live page, and the facts that were consulted."""
    which = ListName(edition, posts_of(live))
    entries, hours = press.lists.newest(which, POSTS), press.periods.marked(which)
    posts = _articles(entries)
    behind = entries[-1].period if len(posts) == POSTS else ""
    return Posts(posts, tuple(one for one in hours if one <= behind)), _consulted(entries)


def _signed(posts: Posts | None) -> Iterator[str]:
    return (who for one in (posts.articles if posts else ()) for who in one.byline)


def _articles(entries: Iterable[Entry]) -> tuple[Article, ...]:
    return tuple(entry.card.post for entry in entries if entry.card and entry.card.post)


def posts(
    press: Press, desk: Desk, *, story: str, edition: Language, hour: str | None
) -> Item | None:
    """The posts of an hour of a live page or, without one, those that it fetches."""
    seen = press.story(story)
    state = seen.editions[edition]
    if state.place is None:
        return None
    address = state.place.address
    address = hour_address(address, hour) if hour else latest_address(address)
    facts = {story: state.as_of}
    if state.article is None:
        return _tombstone(desk, seen, edition, {}, facts, address)
    if hour:
        entries = press.lists.month(ListName(edition, posts_of(story)), hour)
        found, shown = Posts(_articles(entries)), _consulted(entries)
    else:
        found, shown = _posts(press, story, edition)
    named = _named(desk, facts | shown, _signed(found))
    return desk.pages.posts(PostsPage(state.article, found, named, hour))


def live(press: Press, desk: Desk, *, edition: Language) -> Item:
    """`/{edition}/live`: the outlet's stream, and the live pages."""
    entries = press.lists.newest(ListName(edition, LIVE), FRONT_CARDS)
    cards = _cards(entries)
    running = tuple(card for card in cards if not card.over)
    over = tuple(card for card in cards if card.over)
    return desk.pages.live(LivePage(edition, running, over, _named(desk, _consulted(entries))))


def picture(
    press: Press, desk: Desk, *, story: str, number: int, key: str, which: Format, body: Digest
) -> Item | None:
    """A rendition in one format, or its tombstone; None where it was never shown."""
    media = media_now(press, story, number)
    caching = desk.office.newsroom.caching
    if media.shown:
        return Item(
            key=key,
            content=press.bodies.get(body),
            content_type="image/jpeg" if which == "jpg" else f"image/{which}",
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


def _authors(cards: Iterable[Card]) -> Iterator[str]:
    """Those whom cards name: whose opinion it is."""
    return (author for card in cards if card.kind == "opinion" for author in card.byline)


def _consulted(entries: Iterable[Entry]) -> dict[str, int]:
    return {entry.story: entry.as_of for entry in entries}


def _cards(entries: Iterable[Entry], most: int | None = None) -> tuple[Card, ...]:
    return tuple(entry.card for entry in entries if entry.card)[:most]


def _indexed(entries: Iterable[Entry]) -> tuple[Card, ...]:
    """The cards of articles that search engines may keep: test translations are not for them."""
    return tuple(card for card in _cards(entries) if not card.pseudo)


def front(press: Press, desk: Desk, *, which: ListName) -> Item:
    """The newest stories of a list, the months behind them, and what is read most."""
    length = FRONT_CARDS if which.monthly else LONG_FRONT
    entries = press.lists.newest(which, length)
    cards = _cards(entries, length)
    periods = press.periods.marked(which) if which.monthly else ()
    newest = next((entry.period for entry in entries if entry.card), None)
    if newest:  # what was withdrawn leaves the page of its month, which may be empty
        periods = tuple(period for period in periods if period <= newest)
    look, most_read, trending = Look(press, which.edition, entries), NOTHING, NOTHING
    if which.kind in RANKED:
        most_read = look.most_read(which)
        trending = look.chart(which.name, "trending", ON_FRONTS)
    of_home = which.kind == "home"
    coverage = look.newest(ListName(which.edition, "coverage"), COVERED) if of_home else ()
    elsewhere, facts = _elsewhere(press, desk, which, cards)
    now = None
    if which.kind in flashes.FRONTS:
        now, consulted = flashes.now(press, which.edition)
        facts |= consulted
    named_there = [which.topic] if which.kind == "author" else []
    named = _named(desk, look.facts | facts, [*named_there, *_authors(cards)])
    return desk.pages.front(
        ListPage(which, cards, periods, named, None, elsewhere, most_read, trending, coverage, now)
    )


def breaking(press: Press, desk: Desk, *, edition: Language) -> Item:
    """`/{edition}/breaking`: the flashes that run, and those that are over."""
    newest, facts = flashes.newest(press, edition, flashes.RECENT)
    running = tuple(one for one in newest if not one.card.over)
    over = tuple(one for one in newest if one.card.over)
    return desk.pages.breaking(BreakingPage(edition, running, over, _named(desk, facts)))


def ticker(press: Press, desk: Desk, *, edition: Language) -> Item:
    """What articles fetch."""
    now, facts = flashes.now(press, edition)
    return desk.pages.ticker(TickerPage(edition, now, _named(desk, facts)))


def _elsewhere(
    press: Press, desk: Desk, which: ListName, cards: tuple[Card, ...]
) -> tuple[dict[Language, ListName] | None, dict[str, int]]:
    """Where the other editions have a list that stories name, and the facts that say so.

    Its newest story knows, as tags are translated with it; where that stands, so does the list.
    """
    if not which.open or (which.kind == "author" and which.topic in desk.office.newsroom.authors):
        return None, {}
    if not cards:
        return {}, {}
    newest = cards[0]
    stands = press.stands.standing(newest.story)
    others = {other: entry for other, entry in stands.items() if other != which.edition}
    facts = {f"{newest.story}.{other}": entry.as_of for other, entry in others.items()}
    found = {
        other: _same_list(which, newest, entry.card)
        for other, entry in others.items()
        if entry.card
    }
    return {edition: name for edition, name in found.items() if name}, facts


def _same_list(which: ListName, here: Card, there: Card) -> ListName | None:
    """What another edition of a story calls the list of its author, or of its tag."""
    if which.kind == "author":
        known = which.name in map(author_list, there.byline)
        return ListName(there.edition, which.name) if known else None
    at = [slugify(tag) for tag in here.tags].index(which.topic)
    topic = slugify(there.tags[at]) if len(there.tags) == len(here.tags) else ""
    return ListName(there.edition, f"tag/{topic}") if topic else None


def authors(_press: Press, desk: Desk, *, edition: Language) -> Item:
    """The index of authors."""
    return desk.pages.authors(AuthorsPage(edition, _all_named(desk)))


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


def feed(press: Press, desk: Desk, *, which: ListName) -> Item:
    entries = press.lists.newest(which, FEED_CARDS)
    cards = _cards(entries, FEED_CARDS)
    people = {who for card in cards for who in card.byline}
    return desk.pages.feed(FeedPage(which, cards, _named(desk, _consulted(entries), people)))


def news(press: Press, desk: Desk, *, edition: Language) -> Item:
    """The sitemap of the stories of the last two days, by the clock.

    All that were read are named, older ones too, so that bytes never come back as time goes by.
    """
    home, since = ListName(edition, "home"), press.clock() - NEWS_FOR
    entries = press.lists.newest(home, NEWS_AT_ONCE)
    while entries and entries[-1].published > since and len(entries) < MOST_NEWS:
        last = entries[-1]
        more = press.lists.newest(home, NEWS_AT_ONCE, (last.published, last.story))
        if not more:
            break
        entries += more
    fresh = tuple(takewhile(lambda entry: entry.published > since, entries))[:MOST_NEWS]
    named = _named(desk, _consulted(entries))
    return desk.pages.news(NewsPage(edition, _indexed(fresh), named))


def sitemap(press: Press, desk: Desk, *, edition: Language, period: str | None) -> Item | None:
    """An edition's addresses of one month, those of its static pages, or the index of these."""
    home, static = ListName(edition, "home"), ListName(edition, STATIC)
    periods: tuple[str, ...] = ()
    if period == STATIC:
        entries = press.lists.newest(static, STATIC_PAGES)
    elif period:
        entries = press.lists.month(home, period)
    else:
        entries = press.lists.newest(static, 1)
        static_stands = _cards(entries) and press.periods.marked(static)
        periods = press.periods.marked(home) + ((STATIC,) if static_stands else ())
    if period == STATIC and not entries:
        return None
    named = _named(desk, _consulted(entries))
    return desk.pages.sitemap(SitemapPage(edition, _indexed(entries), periods, named, period))


def not_found(_press: Press, desk: Desk) -> Item:
    """It comes after all fronts, and tells by what it names that they stand."""
    return desk.pages.not_found(_all_named(desk))


def llms(_press: Press, desk: Desk) -> Item:
    return desk.pages.llms(_named(desk, {}))


def manifest(_press: Press, desk: Desk, *, edition: Language) -> Item:
    return desk.pages.manifest(edition, _named(desk, {}))


def robots(_press: Press, desk: Desk) -> Item:
    return desk.pages.robots(_named(desk, {}))
