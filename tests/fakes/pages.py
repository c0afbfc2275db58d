"""The ports of publishing in memory."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from shared.news.article import Entry
from shared.news.events import Event
from shared.news.language import Language
from shared.pages.names import ListName
from tests.fakes.moments import Moments


@dataclass
class MemoryLists:
    entries: dict[tuple[ListName, datetime, str], Entry] = field(default_factory=dict)
    moments: Moments = field(default_factory=Moments)

    def enter(self, entry: Entry) -> None:
        which = ListName(entry.edition, entry.list)
        self.moments.passing(f"lists.enter {which.edition} {which.name} {entry.story}")
        place = (which, entry.published, entry.story)
        stands = self.entries.get(place)
        if stands is None or stands.revision <= entry.revision:
            self.entries[place] = entry

    def newest(
        self, which: ListName, live: int, before: tuple[datetime, str] | None = None
    ) -> tuple[Entry, ...]:
        self.moments.passing(f"lists.newest {which.edition} {which.name}")
        read: list[Entry] = []
        for entry in self._ordered(which):
            if before and (entry.published, entry.story) >= before:
                continue
            if sum(one.card is not None for one in read) == live:
                break
            read.append(entry)
        return tuple(read)

    def month(self, which: ListName, period: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self._ordered(which) if entry.period == period)

    def _ordered(self, which: ListName) -> list[Entry]:
        places = [place for place in self.entries if place[0] == which]
        return [self.entries[p] for p in sorted(places, key=lambda p: p[1:], reverse=True)]


@dataclass
class MemoryPeriods:
    marks: set[tuple[ListName, str]] = field(default_factory=set)

    def mark(self, which: ListName, period: str) -> None:
        self.marks.add((which, period))

    def marked(self, which: ListName) -> tuple[str, ...]:
        return tuple(sorted((p for one, p in self.marks if one == which), reverse=True))


@dataclass
class MemoryStands:
    entries: dict[str, dict[Language, Entry]] = field(default_factory=dict)
    moments: Moments = field(default_factory=Moments)

    def stand(self, entry: Entry) -> None:
        self.moments.passing(f"stands.stand {entry.story} {entry.edition}")
        editions = self.entries.setdefault(entry.story, {})
        stands = editions.get(entry.edition)
        if stands is None or stands.revision <= entry.revision:
            editions[entry.edition] = entry

    def standing(self, story: str) -> Mapping[Language, Entry]:
        self.moments.passing(f"stands.standing {story}")
        return dict(self.entries.get(story, {}))

    def cards(self, stories: Collection[str], edition: Language) -> Mapping[str, Entry]:
        self.moments.passing(f"stands.cards {edition} {' '.join(stories)}")
        found = {story: self.entries.get(story, {}) for story in stories}
        return {story: entries[edition] for story, entries in found.items() if edition in entries}


@dataclass
class MemoryFinished:
    revisions: dict[str, int] = field(default_factory=dict)
    renewals: dict[str, int] = field(default_factory=dict)
    moments: Moments = field(default_factory=Moments)

    def finish(self, story: str, revision: int) -> None:
        self.moments.passing(f"finished.finish {story}")
        self.revisions[story] = max(revision, self.finished(story))

    def finished(self, story: str) -> int:
        return self.revisions.get(story, 0)

    def renew(self, story: str, office: int) -> None:
        self.moments.passing(f"finished.renew {story}")
        self.renewals[story] = max(office, self.renewed(story))

    def renewed(self, story: str) -> int:
        return self.renewals.get(story, 0)


@dataclass
class MemoryShows:
    asked: dict[str, set[tuple[str, Language]]] = field(default_factory=dict)
    moments: Moments = field(default_factory=Moments)

    def register(self, shown: str, story: str, edition: Language) -> None:
        self.moments.passing(f"shows.register {shown} {story} {edition}")
        self.asked.setdefault(shown, set()).add((story, edition))

    def pages(self, shown: str) -> tuple[tuple[str, Language], ...]:
        self.moments.passing(f"shows.pages {shown}")
        return tuple(sorted(self.asked.get(shown, ())))


@dataclass
class MemoryEdge:
    purged: list[str] = field(default_factory=list)
    moments: Moments = field(default_factory=Moments)

    def purge(self, tags: Iterable[str]) -> None:
        self.moments.passing("edge.purge")
        self.purged += tags


@dataclass
class MemoryBus:
    events: list[Event] = field(default_factory=list)

    def announce(self, events: Iterable[Event]) -> None:
        self.events += events
