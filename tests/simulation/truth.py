"""The truth: what must stand once everything has come to rest, derived anew from the facts."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from difflib import unified_diff
from functools import partial
from pprint import pformat
from typing import TYPE_CHECKING, Any, TypeVar

from shared.desk.overview import OVERVIEW
from shared.desk.report import report
from shared.intake.accept import ingest
from shared.news.article import BREAKING, LIVE, STATIC, Entry, media_address, posts_of
from shared.news.facts import Illustrated, Rejected, UploadFact
from shared.news.keys import CONFIG_KEY, NEWSROOM_LOG, PICKS_KEY, log_of, receipt_stem
from shared.news.language import LANGUAGES
from shared.news.picks import PICKS_LOG, picks_in_force
from shared.news.shelf import Item
from shared.news.view import StoryView
from shared.pages import derive
from shared.pages.assets import assets
from shared.pages.names import ListName, key_of
from shared.pages.press import Desk, Press
from shared.pages.publish import about_pages, every_list
from tests.fakes.archive import MemoryArchive, MemoryBodies
from tests.fakes.desk import MemoryRadars, MemoryRows
from tests.fakes.diary import MemoryDiary
from tests.fakes.intake import MemoryInbox, MemoryRejections, MemoryWishes
from tests.fakes.pages import MemoryLists, MemoryPeriods, MemoryShows, MemoryStands
from tests.fakes.shelf import MemoryShelf
from tests.simulation.watch import Violation

K = TypeVar("K")
V = TypeVar("V")

if TYPE_CHECKING:
    from tests.simulation.stage import Stage


def judge(stage: Stage) -> None:
    """Raise Violation where what stands is not what the facts say."""
    lists, stands = MemoryLists(), MemoryStands()
    truth = replace(
        stage.press(stage.renderer),
        lists=lists, stands=stands, shows=MemoryShows(), periods=MemoryPeriods(),
    )  # fmt: skip
    views = [
        truth.story(log)
        for log in sorted(stage.archive.logs)
        if log != NEWSROOM_LOG and stage.archive.logs[log]
    ]
    for seen in views:
        _enter(seen, truth)
    _same("I9", _entries(stage.lists), _entries(lists))
    _same("I9", _standing(stage.stands), _standing(stands))
    facts = _site({one.key: one for one in _pages(truth, views)})
    _same("I9", _site(stage.site.items), facts)
    _navigation(stage)
    _receipts(stage)
    _judgements(stage)
    _picks(stage)


def _enter(seen: StoryView, truth: Press) -> None:
    for entry in seen.entries:
        which = ListName(entry.edition, entry.list)
        truth.lists.enter(entry)
        if which.monthly or _live_stands(which, truth):
            truth.periods.mark(which, entry.period)
        if entry.main:
            truth.stands.stand(entry)


def _live_stands(which: ListName, truth: Press) -> bool:
    """Whether it is the list of posts of a live page that was ever live: its hours have pages."""
    live = truth.story(which.topic) if which.kind == "posts" else None
    return live is not None and live.is_live and live.editions[which.edition].place is not None


def _pages(truth: Press, views: list[StoryView]) -> Iterator[Item]:
    """Every object that the facts ask for."""
    desk = truth.desk()
    yield from assets()
    yield derive.not_found(truth, desk)
    yield derive.robots(truth, desk)
    for edition, page in about_pages(truth):
        if item := derive.about(truth, desk, edition=edition, page=page):
            yield item
    yield derive.llms(truth, desk)
    entered = {ListName(one.edition, one.list) for seen in views for one in seen.entries}
    for which in {*every_list(truth), *entered}:
        if which.kind == BREAKING:
            yield derive.breaking(truth, desk, edition=which.edition)
            yield derive.ticker(truth, desk, edition=which.edition)
            continue
        if which.kind == LIVE:
            yield derive.live(truth, desk, edition=which.edition)
            continue
        if which.name == STATIC:
            if item := derive.sitemap(truth, desk, edition=which.edition, period=STATIC):
                yield item
            continue
        if which.kind == "posts":
            continue
        yield derive.front(truth, desk, which=which)
        if which.feed:
            yield derive.feed(truth, desk, which=which)
        for period in truth.periods.marked(which):
            yield derive.archive(truth, desk, which=which, period=period)
    for edition in LANGUAGES:
        yield derive.news(truth, desk, edition=edition)
        yield derive.authors(truth, desk, edition=edition)
        yield derive.most_read(truth, desk, edition=edition)
        yield derive.rows(truth, desk, edition=edition)
        yield derive.manifest(truth, desk, edition=edition)
        for month in (None, *truth.periods.marked(ListName(edition, "home"))):
            if sitemap := derive.sitemap(truth, desk, edition=edition, period=month):
                yield sitemap
    made: list[Callable[[Press, Desk], Item | None]] = []
    for seen in views:
        made += [partial(derive.redirect, story=seen.id)]
        for edition in LANGUAGES:
            made += [partial(derive.article, seen=seen, edition=edition)]
            if seen.captioned and seen.editions[edition].place:
                made += [partial(derive.captions, story=seen.id, edition=edition)]
            if seen.is_live:
                hours = truth.periods.marked(ListName(edition, posts_of(seen.id)))
                posts = partial(derive.posts, story=seen.id, edition=edition)
                made += [partial(posts, hour=hour) for hour in (None, *hours)]
    made += [
        partial(
            derive.picture, story=seen.id, number=media.number, which=which, body=body,
            key=key_of(media_address(seen.id, media.number, one.name, which)),
        )
        for seen in views
        for media in seen.media
        for one in media.fact.renditions
        for which, body in one.bodies().items()
    ]  # fmt: skip
    yield from (item for make in made if (item := make(truth, desk)))


def _entries(lists: MemoryLists) -> dict[object, Entry]:
    """Entries say the same when a newer revision of their story changes nothing about them."""
    return {place: _shown(entry) for place, entry in lists.entries.items()}


def _standing(stands: MemoryStands) -> dict[object, Entry]:
    return {
        (story, edition): _shown(entry)
        for story, entries in stands.entries.items()
        for edition, entry in entries.items()
    }


def _shown(entry: Entry) -> Entry:
    return entry.model_copy(update={"revision": 0})


def _site(items: Mapping[str, Item]) -> dict[str, Item]:
    """Items without what readers cannot notice."""
    return {key: item.model_copy(update={"office": 0}) for key, item in items.items()}


def _same(invariant: str, stands: Mapping[K, V], facts: Mapping[K, V]) -> None:
    for key in {**stands, **facts}:
        if stands.get(key) != facts.get(key):
            here, there = (pformat(one.get(key), width=100) for one in (stands, facts))
            lines = unified_diff(
                here.splitlines(), there.splitlines(), "stands", "facts", lineterm="", n=1
            )
            difference = "\n".join(lines)
            raise Violation(f"{invariant} {key} is not what the facts say:\n{difference}")


def _navigation(stage: Stage) -> None:
    for key, item in stage.site.items.items():
        said = stage.library.get(item.content)
        for link in said.navigation if said else ():
            if key_of(link) not in stage.site.items:
                raise Violation(f"I1 {key} links {link}, which does not stand at the end")


def _told(item: Item) -> object:
    """What a file says, but for how far the newsroom's log has come.

    Deployments are facts of that log, and the desk is not told of them: so its row may be older by
    those. The overview for people is written from the same rows as its JSON.
    """
    if item.key == f"{OVERVIEW}.md":
        return None
    if not item.key.endswith(".json"):
        return item.content.decode()
    told: dict[str, Any] = json.loads(item.content)
    if told.get("upload") == CONFIG_KEY:
        del told["as_of"]
    for row in told.get("open", ()):
        if row["log"] == NEWSROOM_LOG:
            del row["revision"], row["at"]
    return told


def _receipts(stage: Stage) -> None:
    """Each file's newest version has its receipt, and every receipt is what the facts say."""
    shelf = MemoryShelf()
    truth = replace(stage.ports.desk, rows=MemoryRows(), shelf=shelf)
    for log in sorted(stage.archive.logs):
        if stage.archive.logs[log]:
            report([log], truth, MemoryRadars())
    told = {key: _told(item) for key, item in shelf.items.items()}
    stood = {key: _told(item) for key, item in stage.desk_shelf.items.items()}
    # an export is a person's copy to work on: that of what was taken back is left where it is
    _same("I7", {key: of for key, of in stood.items() if key in told or key[0] == "r"}, told)
    for file, versions in stage.inbox.files.items():
        about = [
            fact.what.version
            for fact in stage.archive.logs.get(log_of(file), ())
            if isinstance(fact.what, UploadFact | Illustrated) and fact.what.key == file
        ]
        if versions[-1].content is not None and about[-1:] != [versions[-1].version]:
            raise Violation(f"I7 the newest version of {file} is in limbo")
        if about:
            receipt = json.loads(stage.desk_shelf.text(f"{receipt_stem(file)}.json"))
            if receipt["version"] != about[-1]:
                raise Violation(f"I7 the receipt of {file} speaks of {receipt['version']}")


def _judgements(stage: Stage) -> None:
    """No file of the inbox would be accepted now that was not."""
    archive = MemoryArchive({log: [*facts] for log, facts in stage.archive.logs.items()})
    intake = replace(
        stage.ports.intake, archive=archive, wishes=MemoryWishes(), diary=MemoryDiary(),
        inbox=MemoryInbox(stage.inbox.files), rejections=MemoryRejections(),
        bodies=MemoryBodies(dict(stage.bodies.kept)),
    )  # fmt: skip
    for file in sorted(stage.inbox.files):
        ingest(file, intake)
        log = log_of(file)
        news = archive.logs.get(log, [])[len(stage.archive.logs.get(log, ())) :]
        if any(not isinstance(fact.what, Rejected) for fact in news):
            raise Violation(f"I7 {file} was left rejected: {news}")


def _picks(stage: Stage) -> None:
    """What editors want of Most Read is what the newest file says that has no fault."""
    facts = stage.archive.logs.get(PICKS_LOG, ())
    about = {what.version: what.kind for fact in facts if isinstance(what := fact.what, UploadFact)}
    good = [
        one.content and _lists_of(one.content)
        for one in stage.inbox.files.get(PICKS_KEY, ())
        if about.get(one.version) in {"PicksAccepted", "Dropped"}
    ]
    in_force = [pin.list for pin in picks_in_force(stage.archive, stage.bodies).pins]
    if in_force != (good[-1] if good and good[-1] else []):
        raise Violation(f"I7 {in_force} is picked, and not {good[-1:]}")


def _lists_of(content: bytes) -> list[str]:
    return re.findall(r"list: ([^,]*),", content.decode())
