"""The sweep: what lies in the inbox, what the logs say and what stands, compared and mended.

Every hint may be lost: an event of S3, an announcement of ours, a message. What should have
followed from it is then missing for longer than our patience, and is announced again. Nothing is
written here, so a sweep can do no harm; what it announces finds nothing to do where all is well.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Protocol

from shared.clock import Clock
from shared.desk.dossier import Dossier
from shared.desk.overview import row
from shared.desk.ports import Row
from shared.desk.receipt import ON_ITS_WAY
from shared.desk.report import Desk
from shared.ids import digest
from shared.news.archive import fetch
from shared.news.due import Diary
from shared.news.events import (
    ArticleReady,
    ConfigAccepted,
    Event,
    PictureTouched,
    StoriesTouched,
    StoryAccepted,
    StoryWithdrawn,
    UploadAccepted,
    UploadTouched,
)
from shared.news.facts import Deployed, Dropped, Illustrated, Rejected, Released, UploadFact
from shared.news.faults import Verdict
from shared.news.keys import CONFIG_KEY, PICKS_KEY, log_of
from shared.news.language import LANGUAGES
from shared.news.log import Log
from shared.news.office import office
from shared.news.parts import cut_for
from shared.news.shelf import Shelf
from shared.news.view import StoryView

EVERY = timedelta(minutes=5)
PATIENCE = timedelta(minutes=5)
RECENT = timedelta(hours=2)
SLICES = timedelta(days=1) // EVERY
RENEWAL = timedelta(days=1)
"""How long a large archive may take to be made anew for a configuration."""
ROWS_KEPT = timedelta(days=6)
"""Rows that are no story's are forgotten a day later than this."""


@dataclass(frozen=True)
class Arrived:
    """The newest version of a file in the inbox: since when, and whether it is a deletion."""

    key: str
    version: str
    at: datetime
    deleted: bool


class Arrivals(Protocol):
    """Everything that lies in the inbox."""

    def newest(self) -> Iterator[Arrived]:
        """The newest version or deletion of every file, the configuration's included."""
        ...


class Finished(Protocol):
    """How far the pages of stories are made."""

    def finished(self, story: str) -> int: ...

    def renewed(self, story: str) -> int: ...


class ToldRows(Protocol):
    """What the overview says of single logs."""

    def about(self, log: str, first: datetime, *, story: bool) -> Row | None: ...


@dataclass(frozen=True)
class Watch:
    """What the sweep looks at."""

    desk: Desk
    arrivals: Arrivals
    finished: Finished
    told: ToldRows
    site: Shelf
    diary: Diary
    clock: Clock


@dataclass(frozen=True)
class Outcome:
    """What a sweep found: repairs by kind, what to announce, and what is left to look at.

    Translations that are held are asked for again too, which is no repair.

    `oldest` is for how long the oldest accepted upload has waited to be live; zero where none has.
    """

    repairs: Mapping[str, int]
    events: tuple[Event, ...]
    looked: int
    left: int
    oldest: timedelta


def sweep(
    watch: Watch,
    *,
    everything: bool = False,
    patience: timedelta = PATIENCE,
    time: timedelta = EVERY,
) -> Outcome:
    """Look at what changed lately and at one slice of the day, and say what has to be mended.

    Stops after `time`; what was left then is looked at by the next run or, in its slice, tomorrow.
    """
    now = watch.clock()
    look = _Look(watch, now, patience)
    logs = _to_look_at(watch.arrivals.newest(), now - patience, now, everything=everything)
    look.at_fronts()
    looked = 0
    for log, uploads in logs.items():
        if watch.clock() > now + time:
            break
        look.at_log(log, uploads)
        looked += 1
    return Outcome(
        repairs={kind: len(events) for kind, events in sorted(look.repairs.items())},
        events=(*(event for found in look.repairs.values() for event in found), *look.reminders),
        looked=looked,
        left=len(logs) - looked,
        oldest=_oldest_unpublished(watch, now),
    )


def _to_look_at(
    arrivals: Iterator[Arrived], until: datetime, now: datetime, *, everything: bool
) -> dict[str, list[Arrived]]:
    """The uploads to look at, by log: first those that came lately, then those of the slice."""
    slice_now = int(now.timestamp()) // int(EVERY.total_seconds()) % SLICES
    recent, others = defaultdict[str, list[Arrived]](list), defaultdict[str, list[Arrived]](list)
    for one in arrivals:
        if one.at > until:
            continue
        if one.at > now - RECENT:
            recent[log_of(one.key)].append(one)
        elif everything or int(digest(log_of(one.key).encode())[:8], 16) % SLICES == slice_now:
            others[log_of(one.key)].append(one)
    return {log: recent[log] + others[log] for log in (*recent, *others)}


@dataclass
class _Look:
    """One run: what was known when it began, and what it found."""

    watch: Watch
    now: datetime
    patience: timedelta
    repairs: dict[str, list[Event]] = field(default_factory=lambda: defaultdict(list))
    reminders: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        desk = self.watch.desk
        # before any log: what is waited for by then was written down by now
        self.due = {item.story for item in self.watch.diary.due(self.now + timedelta(days=36500))}
        self.office = office(desk.archive, desk.bodies)

    @cached_property
    def dead(self) -> Collection[str]:
        """Logs whose messages are dead letters: the desk knows, and sends them again."""
        letters = self.watch.desk.rows.dead_letters().letters
        return {log for letter in letters for log in letter.log.split()}

    def at_fronts(self) -> None:
        """The fronts know the newest configuration and renderer.

        The page of what is not found is made after all of them, and by nobody who makes stories.
        """
        number = self.office.number()
        if not self._is_old(self.office.log, max(number, self.office.deployed())):
            return
        stands = self.watch.site.standing("404.html")
        if (
            stands is None
            or stands.office < self.office.shown()
            or stands.renderer < self.office.deployed()
        ):
            self.repairs["fronts"].append(ConfigAccepted(number=number))

    def at_log(self, log: str, uploads: list[Arrived]) -> None:
        if log in self.dead:
            return
        dossier = self.watch.desk.dossier(log, self.office.newsroom)
        lost = [
            UploadTouched(key=one.key)
            for one in uploads
            if not is_known(one, dossier.log) or self._is_to_judge_again(one.key, dossier)
        ]
        if lost:
            self.repairs["upload"] += lost
            return
        if not dossier.log.facts or not self._is_old(dossier.log, dossier.log.revision):
            return
        found = dict(self._at_story(dossier, dossier.seen)) if dossier.seen else {}
        if not found and self._is_untold(dossier):
            found = {"receipt": [UploadAccepted(log=log)]}
        for kind, events in found.items():
            self.repairs[kind] += events

    def _is_to_judge_again(self, key: str, dossier: Dossier) -> bool:
        """Whether a story's file, or the picks, was rejected for something that changed since.

        That is the configuration, or that another file was the story's own and is deleted now.
        """
        log, seen, judged = dossier.log, dossier.seen, dossier.log.last_about(key)
        if not isinstance(judged, Rejected) or not self._is_old(log, log.revision):
            return False
        if judged.config < self.office.number() and (seen or key == PICKS_KEY):
            return self._is_old(self.office.log, self.office.number())
        if seen is None or seen.withdrawn is None or seen.withdrawn.outcome != "deleted":
            return False
        faults = fetch(dossier.bodies, judged.verdict, Verdict).faults
        return any(fault.rule == "second-source" for fault in faults)

    def _at_story(self, dossier: Dossier, seen: StoryView) -> Iterator[tuple[str, list[Event]]]:
        waiting = seen.waiting()
        source = seen.released if seen.gathering else waiting or seen.running
        if source and seen.id not in self.due:
            yield "due", [UploadTouched(key=source.fact.key)]
        lacking = [one for one in LANGUAGES if seen.pending(one) and seen.lacking(one)]
        held = [edition for edition in lacking if dossier.held(edition)]
        self.reminders += [  # what they wait for may have come
            StoryAccepted(story=seen.id, edition=edition, again=True) for edition in held
        ]
        if lost := [edition for edition in lacking if edition not in held]:
            yield "words", [StoryAccepted(story=seen.id, edition=edition) for edition in lost]
        if any(self._is_picture_lost(seen, log) for log in dossier.pictures.values()):
            yield "picture", [PictureTouched(key=key) for key in sorted(seen.wished)]
        if _to_publish(seen) > self.watch.finished.finished(seen.id):
            yield "pages", [_publish(seen)]
        elif not self._stands(seen):
            yield "site", [StoriesTouched(stories=(seen.id,))]

    def _stands(self, seen: StoryView) -> bool:
        """Whether its pages stand and were made by whoever knew the newest configuration."""
        renewal = self.office.renewal()
        since = self.office.log.facts[renewal - 1].at
        renewed = (
            since > self.now - (RENEWAL if self.patience else self.patience)
            or self.watch.finished.renewed(seen.id) >= renewal
        )
        for state in seen.editions.values():
            if state.place and not seen.placeless:
                stands = self.watch.site.standing(state.place.address.lstrip("/"))
                if stands is None or not (renewed or stands.office >= renewal):
                    return False
        return True

    def _is_picture_lost(self, seen: StoryView, picture: Log) -> bool:
        """Whether the story does not have the newest good version of the picture, and its cut."""
        if seen.withdrawn or not picture.facts or not self._is_old(picture, picture.revision):
            return False
        made = (one.what for one in reversed(picture.facts) if isinstance(one.what, Illustrated))
        newest = next(made, None)
        if newest is None or newest.key not in seen.wished:
            return False
        has, its = seen.pictures.get(newest.key), cut_for(seen, newest)
        return has != its if has else bool(its.renditions)

    def _is_untold(self, dossier: Dossier) -> bool:
        """Whether the desk was not told of the newest fact, or of what stands."""
        log, story = dossier.log, dossier.seen is not None
        if not story and log.facts[-1].at < self.now - ROWS_KEPT:
            return False
        told = self.watch.told.about(log.id, log.facts[0].at, story=story)
        if told is None:
            return row(dossier) is not None
        to_tell = (one.number for one in log.facts if not isinstance(one.what, Deployed))
        stands = sum(entry.revision for entry in dossier.stands.values())
        return told.revision < max(to_tell, default=0) or told.stands < stands

    def _is_old(self, log: Log, number: int) -> bool:
        return log.facts[number - 1].at <= self.now - self.patience


def is_known(arrived: Arrived, log: Log) -> bool:
    """Whether the log speaks of that version; a deletion of what it never knew changes nothing."""
    about = [
        fact.what
        for fact in log.facts
        if isinstance(fact.what, UploadFact | Illustrated) and fact.what.key == arrived.key
    ]
    if arrived.deleted and (not about or arrived.key == CONFIG_KEY):
        return True
    return bool(about) and about[-1].version == arrived.version


def _to_publish(seen: StoryView) -> int:
    """The newest fact that changed anything about the story's pages."""
    states = (state.as_of for state in seen.editions.values() if state.place)
    return max(
        (*states, *(one.as_of for one in seen.entries), *(m.as_of for m in seen.media if m.ever)),
        default=0,
    )


def _publish(seen: StoryView) -> Event:
    if seen.withdrawn:
        return StoryWithdrawn(story=seen.id)
    source = seen.released or seen.source
    language = source.body.language if source else LANGUAGES[0]
    return ArticleReady(story=seen.id, edition=language, urgent=True)


def _oldest_unpublished(watch: Watch, now: datetime) -> timedelta:
    ages = (
        now - when
        for one in watch.desk.rows.open()
        if one.story and _is_on_its_way(one)
        for when in [_accepted_at(watch.desk.archive.read(one.log))]
        if when
    )
    return max(ages, default=timedelta())


def _is_on_its_way(row: Row) -> bool:
    return any(
        one.state == "pending" or (one.state == "live" and one.reason in ON_ITS_WAY)
        for one in row.editions.values()
    )


def _accepted_at(log: Log) -> datetime | None:
    """When the newest upload was accepted, or its minute came."""
    counts = UploadFact | Released
    times = [
        fact.at
        for fact in log.facts
        if isinstance(fact.what, counts) and not isinstance(fact.what, Rejected | Dropped)
    ]
    return times[-1] if times else None
