"""Publishing: make every page that a story touches what the facts say.

The rules that keep it safe under any order, repetition, stall or crash are those of DECISIONS.md
("Publishing is compare-and-set"): the page that stands is read before the facts (`reconcile`);
a page names every fact that it consulted; entries are written after the page that they link, only
by newer revisions; a page asks to be told of a story before it looks at it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial

from shared.errors import NewsroomError
from shared.news.archive import fetch
from shared.news.article import (
    BREAKING,
    LIVE,
    STATIC,
    Entry,
    about_address,
    captions_address,
    media_address,
    posts_of,
)
from shared.news.due import Due
from shared.news.events import Event, PagesPublished
from shared.news.facts import (
    Chosen,
    ConfigAccepted,
    EditionAccepted,
    EditionWithdrawn,
    Released,
    SourceAccepted,
    Translated,
    What,
    Withdrawn,
)
from shared.news.keys import NEWSROOM_LOG
from shared.news.language import LANGUAGES, Language
from shared.news.log import Log
from shared.news.newsroom import Newsroom
from shared.news.office import deploy
from shared.news.ranking import CHARTS, EVERYWHERE, Printed, printed
from shared.news.shelf import Item, OldRenderer
from shared.news.view import Media, StoryView, view
from shared.pages import derive
from shared.pages.assets import assets
from shared.pages.breaking import FRONTS
from shared.pages.choose import choose
from shared.pages.live import Live, went_live
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
from shared.pages.ports import Lists
from shared.pages.press import Batch, Desk, Press
from shared.pages.renew import months_to_renew

PURGED_AGAIN_AFTER = timedelta(minutes=1)


@dataclass(frozen=True)
class Outcome:
    """What a batch did: what to announce, what was purged, and which stories failed and why.

    `live` are the uploads whose words this batch gave readers, edition by edition.
    """

    events: tuple[Event, ...] = ()
    purged: tuple[str, ...] = ()
    put: int = 0
    failed: dict[str, NewsroomError] = field(default_factory=dict)
    live: tuple[Live, ...] = ()


def publish(stories: Sequence[str], press: Press, *, anew: Collection[str] = ()) -> Outcome:
    """Bring the pages of these stories up to date; each list page is made once for all of them.

    What an earlier run finished is left alone, except for the stories in `anew`: theirs may
    differ for another reason (configuration, renderer).
    """
    batch = start(press)
    if anew and batch.desk.is_older:
        raise OldRenderer("a newer renderer has to make these pages anew")
    began = batch.desk.office.renewal()
    for story in dict.fromkeys(stories):
        try:
            _publish_story(batch, story, anew=story in anew)
        except NewsroomError as failure:  # the others of the batch go on
            batch.fail(story, failure)
    publish_noted(batch)
    _publish_lists(batch)
    _publish_gone(batch)
    if press.desk().office.renewal() != began:
        # who asks for the pages to be made anew may have looked for them before they stood
        return publish(stories, press, anew=stories)
    purged = _purge(batch)
    for story, revision in batch.done.items():
        press.finished.finish(story, revision)
        if story in anew:
            press.finished.renew(story, began)
    events = (PagesPublished(stories=tuple(batch.done)),) if batch.done else ()
    return Outcome(events, purged, batch.put, batch.failed, tuple(batch.live))


def publish_fronts(press: Press) -> Outcome:
    """Make the pages that stand without any story, and name the months to renew.

    The page of what is not found comes after the fronts, and only if all of them were made by one
    look at the newsroom: so it tells the sweep that they stand.
    """
    batch = start(press)
    began = batch.desk
    for edition in LANGUAGES:  # every page links the one, the fronts the other
        batch.stand(key_of(manifest_address(edition)), partial(derive.manifest, edition=edition))
        publish_most_read(batch, edition)
    for edition, page in about_pages(press):
        about = partial(derive.about, edition=edition, page=page)
        batch.stand(key_of(about_address(edition, page)), about)
    for which in every_list(press):
        publish_list(batch, which, set())
    for edition in LANGUAGES:
        batch.stand(key_of(authors_address(edition)), partial(derive.authors, edition=edition))
        publish_machine_pages(batch, edition)
    if batch.desk is not began:
        return publish_fronts(press)
    batch.stand(key_of("/robots.txt"), derive.robots)
    batch.stand(key_of("/llms.txt"), derive.llms)
    batch.stand(key_of("/404.html"), derive.not_found)
    return Outcome(months_to_renew(press, batch.desk.office.renewal()), put=batch.put)


def publish_rankings(rankings: Collection[tuple[Language, str]], press: Press) -> Outcome:
    """Make the pages that show these rankings, by edition and list, what the rankings say.

    What is noted as shown is looked at before the pages are made, and noted after them.
    """
    batch = start(press)
    in_force = [_in_force(press, *which) for which in sorted(set(rankings))]
    for edition, name in sorted(set(rankings)):
        if name != EVERYWHERE:
            publish_front(batch, ListName(edition, name))
    for edition in sorted({edition for edition, _ in rankings}):
        publish_most_read(batch, edition)
    for one in in_force:
        press.prints.note(one)
    return Outcome(put=batch.put)


def _in_force(press: Press, edition: Language, name: str) -> Printed:
    charts = (press.rankings.ranking(edition, name, chart) for chart in CHARTS)
    return printed(edition, name, (one for one in charts if one))


def install_pages(press: Press) -> Outcome:
    """Put our renderer in force, the assets (before the pages that name them), and the fronts."""
    deploy(press.archive, press.renderer, again=True, clock=press.clock)
    batch = start(press)
    for asset in assets():
        batch.stand(asset.key, partial(_same, asset=asset))
    return publish_fronts(press)


def start(press: Press) -> Batch:
    deploy(press.archive, press.renderer, again=False, clock=press.clock)
    return Batch(press, press.desk())


def _same(_press: Press, _desk: Desk, *, asset: Item) -> Item:
    return asset


def _purge(batch: Batch) -> tuple[str, ...]:
    """Drop from caches what is no longer true; what was taken back once more a minute later.

    An edge that was just fetching the old page may keep it. The second time is written down
    before the first, so that no crash loses it.
    """
    press = batch.press
    for story in batch.takedowns & batch.done.keys():
        item = Due(
            at=press.clock() + PURGED_AGAIN_AFTER,
            kind="purge",
            story=story,
            revision=batch.done[story],
            tags=tuple(sorted(batch.purge[story])),
        )
        press.diary.note(item)
    tags = tuple(sorted(frozenset[str]().union(*batch.purge.values())))
    if tags:
        press.edge.purge(tags)
    return tags


# --- one story ---------------------------------------------------------------------------------


def _publish_story(batch: Batch, story: str, *, anew: bool) -> None:
    press = batch.press
    finished = press.finished.finished(story)
    log = press.archive.read(story)
    if anew or log.revision > finished:
        log = choose(story, press, derive.BESIDE)
        stood, seen = press.stands.standing(story), view(log, press.bodies)
        _publish_pages(batch, seen, stood, 0 if anew else finished)
        batch.live += went_live(log, seen, stood, press.bodies, press.clock())
    seen = view(log, press.bodies)
    told = _was_told(log, seen, finished)
    if seen.placeless:  # what lists say of it is all that readers see of it
        told |= any(one.as_of > finished for one in seen.entries)
    back = any(one.ever and not one.shown and one.as_of > finished for one in seen.media)
    if back or told:
        lists = {which.tag for which in _lists_of(seen) if which.monthly or seen.placeless}
        everywhere = seen.withdrawn or seen.placeless
        batch.purge[story] = frozenset({story, *(lists if everywhere else ())})
        if back or seen.withdrawn:
            batch.takedowns.add(story)
    batch.done[story] = seen.revision


def _publish_pages(
    batch: Batch, seen: StoryView, stood: Mapping[Language, Entry], finished: int
) -> None:
    """Pictures, new articles and their entries; pages that several stories touch are noted."""
    press = batch.press
    for media in seen.media:
        if media.as_of > finished and not media.shown:
            batch.gone.append((seen.id, media))
        elif media.as_of > finished:
            publish_media(batch, seen.id, media, finished)
    publish_entries(batch, seen, stood, finished)
    note_pages(batch, seen)
    news = [entry for entry in seen.entries if entry.as_of > finished]
    batch.touched |= {(ListName(entry.edition, entry.list), entry.period) for entry in news}
    _note_end_of_news(press, seen, news)
    changed = {entry.edition for entry in news}
    # the ranking of a section that it has left may name it still, and the other editions' lists of
    # its tags lead to this one's
    batch.fronts |= {
        which for which in _lists_of(seen) if which.edition in changed or (changed and which.open)
    }
    for shower, edition in press.shows.pages(seen.id) if news else ():
        if seen.withdrawn:
            _choose_again(batch, shower)
        batch.note(shower, edition, because=seen.id)


def _note_end_of_news(press: Press, seen: StoryView, entries: Iterable[Entry]) -> None:
    """Write down when the story has to leave the sitemaps of news: its pages are made anew then."""
    for at in {one.published + derive.NEWS_FOR for one in entries if one.card}:
        if at > press.clock():
            press.diary.note(Due(at=at, kind="news", story=seen.id, revision=seen.revision))


def _lists_of(seen: StoryView) -> set[ListName]:
    """Every list that the story is in, or was."""
    return {ListName(entry.edition, entry.list) for entry in seen.entries}


def open_lists(seen: StoryView, finished: int = 0) -> list[ListName]:
    """The lists that stories name, in which it is something else than when it was finished."""
    news = (ListName(one.edition, one.list) for one in seen.entries if one.as_of > finished)
    return [which for which in news if which.open]


def _choose_again(batch: Batch, story: str) -> None:
    """Fill the place of a story that was taken back; what that changes is published with it."""
    log = choose(story, batch.press, derive.BESIDE)
    new = log.revision > batch.press.finished.finished(story)
    if new and isinstance(log.facts[-1].what, Chosen) and story not in batch.done:
        _publish_story(batch, story, anew=False)


def note_pages(batch: Batch, seen: StoryView) -> None:
    """Its short address, and its article in each edition, since the editions link each other."""
    if not seen.placeless:
        batch.stand(f"s/{seen.id}", partial(derive.redirect, story=seen.id))
    for edition in LANGUAGES:
        batch.note(seen.id, edition, because=seen.id)


def publish_noted(batch: Batch) -> None:
    """Each article that a story of the batch touched, once for all of them."""
    for (story, edition), causes in batch.articles.items():
        try:
            _publish_article(batch, batch.press.story(story), edition)
        except NewsroomError as failure:
            for cause in causes:
                batch.fail(cause, failure)


def publish_entries(
    batch: Batch, seen: StoryView, stood: Mapping[Language, Entry], finished: int
) -> None:
    """The pages of the editions that say something new, and then the entries that link them.

    By id first: a page that has met a story in a list, and then looks for it, has to find it.
    """
    press = batch.press
    for edition, state in seen.editions.items():
        if edition not in stood or stood[edition].revision < state.as_of:
            _publish_article(batch, seen, edition)
    _open(batch, open_lists(seen, finished))
    for entry in seen.entries:
        if entry.main and seen.editions[entry.edition].as_of > finished:
            press.stands.stand(entry)
    for entry in sorted(seen.entries, key=lambda one: one.card is None):  # new places, then gone
        if entry.as_of > finished:
            press.lists.enter(entry)


def _was_told(log: Log, seen: StoryView, finished: int) -> bool:
    """Whether caches may hold an edition that says something else since it was last finished.

    It follows from the facts and from what is finished, so whoever repeats an unfinished run
    purges again, and a page that only looks different waits for the caches.
    """
    for edition, state in seen.editions.items():
        if state.place:
            since = max(state.place.number, finished)
            news = log.facts[since:] if state.as_of > since else ()
            if any(_tells(fact.what, edition, log) for fact in news):
                return True
    return False


def _tells(what: What, edition: Language, log: Log) -> bool:
    """Whether a fact makes a live edition say something else, by more than a typo."""
    match what:
        case Withdrawn():
            return True
        case SourceAccepted(release_at=None):
            return what.change != "typo"
        case EditionAccepted() | EditionWithdrawn():
            return what.edition == edition
        case Released():
            return _tells_of(what.source, log)
        case Translated():
            return what.edition == edition and _tells_of(what.source, log)
        case _:
            return False


def _tells_of(source: int, log: Log) -> bool:
    accepted = log.facts[source - 1].what
    return isinstance(accepted, SourceAccepted) and accepted.change != "typo"


def _publish_article(batch: Batch, seen: StoryView, edition: Language) -> None:
    place = seen.editions[edition].place
    if seen.placeless:
        entries = [entry for entry in seen.entries if entry.edition == edition]
        batch.touched |= {(ListName(edition, entry.list), entry.period) for entry in entries}
    elif place and seen.is_live:  # its posts with it, since they have its words and its end
        which = ListName(edition, posts_of(seen.id))
        publish_list(batch, which, set(periods_of(batch.press.lists, which)))
    elif place:
        # it is frozen, so the key is the same whatever the facts say by the time of the put
        page = partial(_article, batch=batch, story=seen.id, edition=edition)
        batch.stand(key_of(place.address), page)


def _article(
    press: Press, desk: Desk, *, batch: Batch, story: str, edition: Language
) -> Item | None:
    """The article's page, once its captions stand, and the lists that it may be the first to link.

    They follow from the facts that the page is made of: newer ones than began its publication.
    """
    seen = press.story(story)
    article = seen.editions[edition].article
    if seen.captioned:
        captions = partial(derive.captions, story=story, edition=edition)
        batch.stand(key_of(captions_address(story, edition)), captions)
    _open(batch, (ListName(edition, name) for name in (article.lists() if article else ())))
    return derive.article(press, desk, seen=seen, edition=edition)


def _open(batch: Batch, lists: Iterable[ListName]) -> None:
    """See that the fronts of lists that stories name stand, if only without stories."""
    for which in lists:
        if which.open and which not in batch.opened:
            if not batch.press.site.standing(key_of(which.address)):
                publish_list(batch, which, set())
            batch.opened.add(which)


def _publish_gone(batch: Batch) -> None:
    """Pictures that were taken back: last, when no page shows them any more."""
    for story, media in batch.gone:
        try:
            publish_media(batch, story, media, 0)
        except NewsroomError as failure:
            batch.fail(story, failure)


def publish_media(batch: Batch, story: str, media: Media, finished: int) -> None:
    """Pictures never change, and one that was taken back never returns."""
    press, number = batch.press, media.number
    renditions = media.fact.renditions
    keys = {
        key_of(media_address(story, number, one.name, which)): (which, body)
        for one in renditions
        for which, body in one.bodies().items()
    }
    if finished:  # a renewal looks at their headers too
        there = {key for key in keys if press.site.standing(key)}
        if keys.keys() == there and derive.media_now(press, story, number).shown:
            return
    for key, (which, body) in keys.items():
        page = partial(derive.picture, story=story, number=number, key=key, which=which, body=body)
        batch.stand(key, page)


# --- lists ---------------------------------------------------------------------------------------


def _publish_lists(batch: Batch) -> None:
    lists = {which for which, _ in batch.touched} | batch.fronts
    news = {which.edition for which in lists if which.kind in {BREAKING, LIVE}}
    others = {which.edition for which in lists if which.kind not in {BREAKING, LIVE, "posts"}}
    if news:
        every = every_list(batch.press)
        lists |= {one for one in every if one.edition in news and one.kind in FRONTS}
    for which in sorted(lists, key=lambda one: (one.edition, one.name)):
        publish_list(batch, which, {period for one, period in batch.touched if one == which})
    for edition in sorted(others):
        publish_machine_pages(batch, edition)
        publish_most_read(batch, edition)


def every_list(press: Press) -> tuple[ListName, ...]:
    """Every list that ever was in a configuration: their pages stay."""
    known = (name for newsroom in _newsrooms(press) for name in newsroom.lists())
    names = dict.fromkeys((STATIC, BREAKING, LIVE, *known))
    return tuple(ListName(edition, name) for edition in LANGUAGES for name in names)


def about_pages(press: Press) -> tuple[tuple[Language, str], ...]:
    """And every page about the outlet."""
    pages = dict.fromkeys(page for newsroom in _newsrooms(press) for page in newsroom.pages)
    return tuple((edition, page) for edition in LANGUAGES for page in pages)


def _newsrooms(press: Press) -> list[Newsroom]:
    """Every configuration that ever was in force."""
    facts = (fact.what for fact in press.archive.read(NEWSROOM_LOG).facts)
    bodies = dict.fromkeys(what.body for what in facts if isinstance(what, ConfigAccepted))
    return [fetch(press.bodies, body, Newsroom) for body in bodies]


def publish_list(batch: Batch, which: ListName, periods: set[str]) -> None:
    """The pages of months first, and marked only then: the front and the sitemap link them."""
    if which.kind in {BREAKING, LIVE}:
        page = derive.breaking if which.kind == BREAKING else derive.live
        batch.stand(key_of(which.address), partial(page, edition=which.edition))
        ticker = partial(derive.ticker, edition=which.edition)
        batch.stand(key_of(ticker_address(which.edition)), ticker)
        return
    if which.kind == "posts":
        _publish_posts(batch, which.topic, which.edition, periods)
        return
    if which.name == STATIC:
        sitemap = partial(derive.sitemap, edition=which.edition, period=STATIC)
        batch.stand(key_of(sitemap_address(which.edition, STATIC)), sitemap)
        for period in sorted(periods):
            batch.press.periods.mark(which, period)
        return
    for period in sorted(periods) if which.monthly else ():
        page = partial(derive.archive, which=which, period=period)
        batch.stand(key_of(which.archive(period)), page)
        if which.name == "home":
            sitemap = partial(derive.sitemap, edition=which.edition, period=period)
            batch.stand(key_of(sitemap_address(which.edition, period)), sitemap)
        batch.press.periods.mark(which, period)
    if which.feed:
        batch.stand(key_of(which.feed), partial(derive.feed, which=which))
    publish_front(batch, which)


def publish_front(batch: Batch, which: ListName) -> None:
    batch.stand(key_of(which.address), partial(derive.front, which=which))


def _publish_posts(batch: Batch, live: str, edition: Language, hours: set[str]) -> None:
    """A live page and the pages of these hours, once it has a place; they are marked after them.

    Posts are entered before the place is looked for here, and the live page looks for entries
    after it has one: so whichever comes last makes the pages of both.
    """
    seen = batch.press.story(live)
    place = seen.editions[edition].place
    if place is None or not seen.is_live:  # a story may have the name of the posts' folder
        return
    for hour in sorted(hours):
        page = partial(derive.posts, story=live, edition=edition, hour=hour)
        batch.stand(key_of(hour_address(place.address, hour)), page)
        batch.press.periods.mark(ListName(edition, posts_of(live)), hour)
    latest = partial(derive.posts, story=live, edition=edition, hour=None)
    batch.stand(key_of(latest_address(place.address)), latest)
    batch.stand(key_of(place.address), partial(_article, batch=batch, story=live, edition=edition))


def periods_of(lists: Lists, which: ListName) -> Iterator[str]:
    """The months (of posts the hours) in which a list has entries, newest first.

    One look for each.
    """
    before: tuple[datetime, str] | None = None
    while entries := lists.newest(which, 1, before):
        period = entries[0].period
        yield period
        pattern = "%Y-%m-%dT%H" if "T" in period else "%Y-%m"
        before = (datetime.strptime(period, pattern).replace(tzinfo=UTC), "")


def publish_machine_pages(batch: Batch, edition: Language) -> None:
    """The sitemaps that change with every story."""
    index = partial(derive.sitemap, edition=edition, period=None)
    batch.stand(key_of(sitemap_address(edition)), index)
    batch.stand(key_of(news_address(edition)), partial(derive.news, edition=edition))


def publish_most_read(batch: Batch, edition: Language) -> None:
    """The page of what is read most, and the rows that articles fetch."""
    page = partial(derive.most_read, edition=edition)
    batch.stand(key_of(most_read_address(edition)), page)
    batch.stand(key_of(rows_address(edition)), partial(derive.rows, edition=edition))
