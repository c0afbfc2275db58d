"""The ports of publishing in memory."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from shared.news.article import Entry
from shared.news.events import Event
from shared.news.language import Language
from shared.news.ranking import Chart, Printed, Ranking
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
        self.moments.passing(f"lists.did enter {which.edition} {which.name} {entry.story}")

    def newest(
        self, which: ListName, live: int, before: tuple[datetime, str] | None = None
    ) -> tuple[Entry, ...]:
        read: list[Entry] = []
        for entry in self._ordered(which, "newest"):
            if before and (entry.published, entry.story) >= before:
                continue
            if sum(one.card is not None for one in read) == live:
                break
            read.append(entry)
        return tuple(read)

    def month(self, which: ListName, period: str) -> tuple[Entry, ...]:
        entries = self._ordered(which, "month")
        return tuple(one for one in entries if one.published.isoformat().startswith(period))

    def _ordered(self, which: ListName, query: str) -> Iterable[Entry]:
        def read() -> dict[tuple[datetime, str], Entry]:
            name, edition = which.name, which.edition  # comparing dataclasses takes longer
            places = [p for p in self.entries if p[0].name == name and p[0].edition == edition]
            return {
                p[1:]: self.entries[p] for p in sorted(places, key=lambda p: p[1:], reverse=True)
            }

        return self.moments.turning(f"lists.{query} {which.edition} {which.name}", read).values()


@dataclass
class MemoryPeriods:
    marks: set[tuple[ListName, str]] = field(default_factory=set)
    moments: Moments = field(default_factory=Moments)

    def mark(self, which: ListName, period: str) -> None:
        self.moments.passing(f"periods.mark {which.edition} {which.name} {period}")
        self.marks.add((which, period))

    def marked(self, which: ListName) -> tuple[str, ...]:
        self.moments.passing(f"periods.marked {which.edition} {which.name}")
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
        self.moments.passing(f"stands.did stand {entry.story} {entry.edition}")

    def standing(self, story: str) -> Mapping[Language, Entry]:
        def read() -> dict[Language, Entry]:
            return dict(sorted(self.entries.get(story, {}).items()))

        return self.moments.turning(f"stands.standing {story}", read)

    def cards(self, stories: Collection[str], edition: Language) -> Mapping[str, Entry]:
        def read() -> dict[str, Entry]:
            found = {story: self.entries.get(story, {}) for story in sorted(stories)}
            return {one: entries[edition] for one, entries in found.items() if edition in entries}

        return self.moments.turning(f"stands.cards {edition} {' '.join(stories)}", read)


@dataclass
class MemoryFinished:
    revisions: dict[str, int] = field(default_factory=dict)
    renewals: dict[str, int] = field(default_factory=dict)
    moments: Moments = field(default_factory=Moments)

    def finish(self, story: str, revision: int) -> None:
        self.moments.passing(f"finished.finish {story}")
        self.revisions[story] = max(revision, self.revisions.get(story, 0))

    def finished(self, story: str) -> int:
        self.moments.passing(f"finished.finished {story}")
        return self.revisions.get(story, 0)

    def renew(self, story: str, office: int) -> None:
        self.moments.passing(f"finished.renew {story}")
        self.renewals[story] = max(office, self.renewals.get(story, 0))

    def renewed(self, story: str) -> int:
        self.moments.passing(f"finished.renewed {story}")
        return self.renewals.get(story, 0)


@dataclass
class MemoryShows:
    asked: dict[str, set[tuple[str, Language]]] = field(default_factory=dict)
    moments: Moments = field(default_factory=Moments)

    def register(self, shown: str, story: str, edition: Language) -> None:
        self.moments.passing(f"shows.register {shown} {story} {edition}")
        self.asked.setdefault(shown, set()).add((story, edition))

    def pages(self, shown: str) -> tuple[tuple[str, Language], ...]:
        def read() -> dict[tuple[str, Language], None]:
            return dict.fromkeys(sorted(self.asked.get(shown, ())))

        return tuple(self.moments.turning(f"shows.pages {shown}", read))


@dataclass
class MemoryRankings:
    rankings: dict[tuple[Language, str, Chart], Ranking] = field(default_factory=dict)
    moments: Moments = field(default_factory=Moments)

    def ranking(self, edition: Language, name: str, chart: Chart) -> Ranking | None:
        self.moments.passing(f"rankings.ranking {edition} {name} {chart}")
        return self.rankings.get((edition, name, chart))

    def put(self, ranking: Ranking) -> None:
        self.rankings[ranking.edition, ranking.list, ranking.chart] = ranking


@dataclass
class MemoryPrints:
    kept: dict[tuple[Language, str], Printed] = field(default_factory=dict)
    moments: Moments = field(default_factory=Moments)

    def note(self, printed: Printed) -> None:
        self.moments.passing(f"prints.note {printed.edition} {printed.list} {printed.revision}")
        self.kept[printed.edition, printed.list] = printed

    def noted(self, lists: Collection[tuple[Language, str]]) -> Collection[Printed]:
        self.moments.passing("prints.noted")
        return [self.kept[which] for which in lists if which in self.kept]


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
