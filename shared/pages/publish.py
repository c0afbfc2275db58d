"""Publishing: make every page that a story touches what the facts say.

The rules that keep it safe under any order, repetition, stall or crash are those of DECISIONS.md
("Publishing is compare-and-set"): the page that stands is read before the facts (`reconcile`);
a page names every fact that it consulted; entries are written after the page that they link, only
by newer revisions; a page asks to be told of a story before it looks at it.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from shared.clock import Clock
from shared.errors import NewsroomError
from shared.news.archive import Archive, Bodies
from shared.news.article import Card, Entry, media_address
from shared.news.events import Event, PagesPublished, StoriesTouched
from shared.news.facts import (
    EditionAccepted,
    EditionWithdrawn,
    Rendition,
    SourceAccepted,
    Withdrawn,
)
from shared.news.language import LANGUAGES, Language
from shared.news.log import Log
from shared.news.office import Office, deploy, office
from shared.news.shelf import Item, Shelf, reconcile
from shared.news.view import EditionView, Media, StoryView, view
from shared.pages.assets import assets
from shared.pages.choose import choose, shown_beside
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
from shared.pages.ports import Edge, Lists, Periods, Shows, Stands
from shared.pages.render import Renderer

FRONT_CARDS = 24
FEED_CARDS = 30
RELATED = 3
CHUNK = 20
GONE_MEDIA = b"This picture was withdrawn.\n"


@dataclass(frozen=True)
class Press:
    """The ports of publishing, the site's own address, and which renderer this is (its hash)."""

    archive: Archive
    bodies: Bodies
    site: Shelf
    lists: Lists
    periods: Periods
    stands: Stands
    shows: Shows
    edge: Edge
    clock: Clock
    url: str
    renderer: str

    def office(self) -> Office:
        return office(self.archive, self.bodies)

    def story(self, story: str) -> StoryView:
        return view(self.archive.read(story), self.bodies)

    def pages(self, now: Office) -> Renderer:
        return Renderer(Site(now.newsroom, self.url))

    def named(self, now: Office, facts: dict[str, int], authors: Iterable[str] = ()) -> Named:
        return Named({**facts, "newsroom": now.as_of(authors)}, now.renderer(self.renderer))


@dataclass(frozen=True)
class Outcome:
    """What a batch did: what to announce, what was purged, and which stories failed and why."""

    events: tuple[Event, ...] = ()
    purged: tuple[str, ...] = ()
    put: int = 0
    failed: dict[str, NewsroomError] = field(default_factory=dict)


@dataclass
class _Batch:
    """What one batch has done so far."""

    press: Press
    put: int = 0
    purge: set[str] = field(default_factory=set)
    touched: set[tuple[ListName, str]] = field(default_factory=set)
    failed: dict[str, NewsroomError] = field(default_factory=dict)
    done: dict[str, int] = field(default_factory=dict)

    def stand(self, key: str, derive: Callable[[], Item | None]) -> None:
        self.put += reconcile(self.press.site, key, derive)


def publish(stories: Sequence[str], press: Press, *, anew: Collection[str] = ()) -> Outcome:
    """Bring the pages of these stories up to date; each list page is made once for all of them.

    Lists that an earlier run finished with the same entry are left alone, except for the stories
    in `anew`: theirs may differ for another reason (configuration, renderer).
    """
    deploy(press.archive, press.renderer, again=False, clock=press.clock)
    batch = _Batch(press)
    for story in dict.fromkeys(stories):
        try:
            _publish_story(batch, story, anew=story in anew)
        except NewsroomError as failure:  # the others of the batch go on
            batch.failed[story] = failure
    _publish_lists(batch)
    purged = tuple(sorted(batch.purge))
    if purged:
        press.edge.purge(purged)
    for story, revision in batch.done.items():
        press.stands.finish(story, revision)
    events = (PagesPublished(stories=tuple(batch.done)),) if batch.done else ()
    return Outcome(events, purged, batch.put, batch.failed)


def publish_fronts(press: Press) -> Outcome:
    """Make the pages that stand without any story, and name the stories to make again."""
    deploy(press.archive, press.renderer, again=False, clock=press.clock)
    batch = _Batch(press)
    newsroom = press.office().newsroom
    topics = [f"section/{topic}" for topic in newsroom.sections]
    topics += [f"region/{topic}" for topic in newsroom.regions]
    for edition in LANGUAGES:
        for name in ("home", *topics):
            _publish_list(batch, ListName(edition, name), set())
        _publish_machine_pages(batch, edition, set())
    batch.stand(key_of("/404.html"), partial(_plain, press, Renderer.not_found))
    batch.stand(key_of("/robots.txt"), partial(_plain, press, Renderer.robots))
    everyone = sorted(_everyone(press))
    chunks = [tuple(everyone[at : at + CHUNK]) for at in range(0, len(everyone), CHUNK)]
    return Outcome(tuple(StoriesTouched(stories=chunk) for chunk in chunks), put=batch.put)


def install_pages(press: Press) -> Outcome:
    """Put our renderer in force, the assets (before the pages that name them), and the fronts."""
    deploy(press.archive, press.renderer, again=True, clock=press.clock)
    batch = _Batch(press)
    for asset in assets():
        batch.stand(asset.key, partial(_same, asset))
    return publish_fronts(press)


def _same(item: Item) -> Item:
    return item


def _plain(press: Press, page: Callable[[Renderer, Named], Item]) -> Item:
    now = press.office()
    return page(press.pages(now), press.named(now, {}))


def _everyone(press: Press) -> set[str]:
    """Every story that stands or ever stood in an edition."""
    return {
        entry.story
        for edition in LANGUAGES
        for period in press.periods.marked(ListName(edition, "home"))
        for entry in press.lists.month(ListName(edition, "home"), period)
    }


# --- one story ---------------------------------------------------------------------------------


def _publish_story(batch: _Batch, story: str, *, anew: bool) -> None:
    press = batch.press
    finished = 0 if anew else press.stands.finished(story)
    log = choose(story, press, RELATED)
    seen = view(log, press.bodies)
    for media in seen.media:
        _publish_media(batch, story, media)
    _publish_changed(batch, seen)
    for edition in LANGUAGES:  # all of them, since the editions link each other
        _publish_article(batch, seen, edition)
    batch.stand(f"s/{seen.id}", partial(_redirect, press, seen.id))
    news = [entry for entry in seen.entries if entry.as_of > finished]
    batch.touched |= {(ListName(entry.edition, entry.list), entry.period) for entry in news}
    if news:
        for shower, edition in press.shows.pages(story):
            _publish_article(batch, press.story(shower), edition)
    if _was_told(log, seen):
        batch.purge.add(story)
        if seen.withdrawn:
            batch.purge |= {ListName(entry.edition, entry.list).tag for entry in seen.entries}
    batch.done[story] = seen.revision


def _publish_changed(batch: _Batch, seen: StoryView) -> None:
    """The pages of the editions that say something new, and then the entries that link them."""
    press = batch.press
    stands = press.stands.standing(seen.id)
    for edition, state in seen.editions.items():
        if edition not in stands or stands[edition].revision < state.as_of:
            _publish_article(batch, seen, edition)
    for entry in sorted(seen.entries, key=lambda one: one.card is None):  # new places, then gone
        press.lists.enter(entry)
        if entry.list == "home":
            press.stands.stand(entry)


def _was_told(log: Log, seen: StoryView) -> bool:
    """Whether caches may hold something that was taken back or said differently since.

    It follows from the facts alone, so a repeated event purges again.
    """
    first = min((one.place.number for one in seen.editions.values() if one.place), default=0)
    changes = (SourceAccepted, EditionAccepted, EditionWithdrawn, Withdrawn)
    return bool(first) and any(
        isinstance(fact.what, changes) and getattr(fact.what, "change", None) != "typo"
        for fact in log.facts[first:]
    )


def _publish_article(batch: _Batch, seen: StoryView, edition: Language) -> None:
    place = seen.editions[edition].place
    if place:  # it is frozen, so the key is the same whatever the facts say by the time of the put
        batch.stand(key_of(place.address), partial(_article, batch.press, seen.id, edition))


def _article(press: Press, story: str, edition: Language) -> Item | None:
    seen = press.story(story)
    now = press.office()
    state = seen.editions[edition]
    stands = press.stands.standing(story)
    facts = {story: state.as_of}
    facts |= {f"{story}.{other}": stands[other].as_of for other in stands if other != edition}
    if state.article is None:
        return _tombstone(press, seen, edition, state, now, facts)
    siblings = {
        other: entry.card for other, entry in stands.items() if entry.card and other != edition
    }
    related, consulted = shown_beside(seen, edition, press, RELATED)
    named = press.named(now, facts | consulted, state.article.byline)
    page = ArticlePage(state.article, siblings, related, named)
    return press.pages(now).article(page)


def _tombstone(
    press: Press, seen: StoryView, edition: Language, state: EditionView, now: Office,
    facts: dict[str, int],
) -> Item | None:  # fmt: skip
    if state.place is None:
        return None
    source = seen.released.body.language if seen.released else None
    entry = press.stands.standing(seen.id).get(source) if source else None
    page = TombstonePage(
        story=seen.id,
        edition=edition,
        address=state.place.address,
        withdrawn=seen.withdrawn is not None,
        source=entry.card if entry and source != edition else None,
        named=press.named(now, facts),
    )
    return press.pages(now).tombstone(page)


def _redirect(press: Press, story: str) -> Item | None:
    seen = press.story(story)
    now = press.office()
    language = seen.released.body.language if seen.released else None
    place = seen.editions[language].place if language else None
    if place is None:
        return None
    named = press.named(now, {story: seen.editions[language or "en"].as_of})
    return press.pages(now).redirect(story, place.address, named)


def _publish_media(batch: _Batch, story: str, media: Media) -> None:
    """Pictures never change, and one that was taken back never returns."""
    press = batch.press
    keys = {
        key_of(media_address(story, media.number, one.width)): one for one in media.fact.renditions
    }
    missing = {key for key in keys if press.site.standing(key) is None}
    shown = _media(press, story, media.number).shown
    for key, rendition in keys.items():
        if key in missing or not shown:
            batch.stand(key, partial(_picture, press, story, media.number, key, rendition))


def _media(press: Press, story: str, number: int) -> Media:
    return next(one for one in press.story(story).media if one.number == number)


def _picture(press: Press, story: str, number: int, key: str, one: Rendition) -> Item | None:
    media = _media(press, story, number)
    if media.shown:
        return Item(
            key=key,
            content=press.bodies.get(one.body),
            content_type="image/jpeg",
            cache_control="public, max-age=31536000, immutable",
            tags=(story,),
        )
    if not media.ever:
        return None
    # even where nothing stands: a stalled run may be about to put the picture
    return Item(
        key=key,
        content=GONE_MEDIA,
        content_type="text/plain; charset=utf-8",
        cache_control="public, max-age=60",
        tags=(story,),
        status=410,
    )


# --- lists ---------------------------------------------------------------------------------------


def _publish_lists(batch: _Batch) -> None:
    lists = {which for which, _ in batch.touched}
    for which in sorted(lists, key=lambda one: (one.edition, one.name)):
        _publish_list(batch, which, {period for one, period in batch.touched if one == which})
    for edition in sorted({which.edition for which in lists}):
        _publish_machine_pages(
            batch, edition, {period for which, period in batch.touched if which.edition == edition}
        )


def _publish_list(batch: _Batch, which: ListName, periods: set[str]) -> None:
    """The archive pages first: the front links them."""
    press = batch.press
    for period in sorted(periods):
        batch.stand(key_of(which.archive(period)), partial(_archive, press, which, period))
        press.periods.mark(which, period)
    batch.stand(key_of(which.address), partial(_front, press, which))


def _publish_machine_pages(batch: _Batch, edition: Language, periods: set[str]) -> None:
    press = batch.press
    for period in sorted(periods):
        address = sitemap_address(edition, period)
        batch.stand(key_of(address), partial(_sitemap, press, edition, period))
    batch.stand(key_of(sitemap_address(edition)), partial(_sitemap, press, edition, None))
    batch.stand(key_of(feed_address(edition)), partial(_feed, press, edition))


def _consulted(entries: Iterable[Entry]) -> dict[str, int]:
    return {entry.story: entry.as_of for entry in entries}


def _cards(entries: Iterable[Entry], most: int | None = None) -> tuple[Card, ...]:
    return tuple(entry.card for entry in entries if entry.card)[:most]


def _front(press: Press, which: ListName) -> Item:
    now = press.office()
    entries = press.lists.newest(which, FRONT_CARDS)
    periods = press.periods.marked(which)
    named = press.named(now, _consulted(entries))
    return press.pages(now).front(ListPage(which, _cards(entries, FRONT_CARDS), periods, named))


def _archive(press: Press, which: ListName, period: str) -> Item:
    now = press.office()
    entries = press.lists.month(which, period)
    named = press.named(now, _consulted(entries))
    page = ListPage(which, _cards(entries), (), named, period)
    return press.pages(now).front(page)


def _feed(press: Press, edition: Language) -> Item:
    now = press.office()
    entries = press.lists.newest(ListName(edition, "home"), FEED_CARDS)
    named = press.named(now, _consulted(entries))
    return press.pages(now).feed(FeedPage(edition, _cards(entries, FEED_CARDS), named))


def _sitemap(press: Press, edition: Language, period: str | None) -> Item:
    now = press.office()
    home = ListName(edition, "home")
    entries = press.lists.month(home, period) if period else ()
    periods = () if period else press.periods.marked(home)
    named = press.named(now, _consulted(entries))
    return press.pages(now).sitemap(SitemapPage(edition, _cards(entries), periods, named, period))
