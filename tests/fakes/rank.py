"""What ranking works with, in memory."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from shared.errors import Conflict
from shared.news.article import Card
from shared.news.language import Language
from shared.news.ranking import Radar, Ranking
from shared.trending.ports import Place
from tests.fakes.moments import Moments


@dataclass
class MemoryDeltas:
    kept: dict[datetime, dict[str, bytes]] = field(default_factory=lambda: defaultdict(dict))
    marks: dict[datetime, set[str]] = field(default_factory=lambda: defaultdict(set))
    salts: set[datetime] = field(default_factory=set)
    moments: Moments = field(default_factory=Moments)

    def parts(self, hour: datetime, since: datetime | None) -> Iterator[tuple[str, bytes]]:
        """Names have the minute of delivery between hashes."""
        self.moments.passing(f"deltas.parts {hour:%d %H} {'all' if since is None else 'new'}")
        for name, part in tuple(self.kept[hour].items()):
            delivered = [piece for piece in name.split("#") if "T" in piece]
            if since is None or delivered >= [f"{since:%Y%m%dT%H%M}"]:
                yield name, part

    def late(self) -> Mapping[datetime, Collection[str]]:
        self.moments.passing("deltas.late")
        return {hour: frozenset(names) for hour, names in self.marks.items() if names}

    def settle(self, hour: datetime, names: Iterable[str]) -> None:
        self.moments.passing(f"deltas.settle {hour:%d %H}")
        self.marks[hour] -= {*names}

    def forget(self, hour: datetime) -> None:
        self.moments.passing(f"deltas.forget {hour:%d %H}")
        self.salts.discard(hour)


@dataclass
class MemoryRollups:
    kept: dict[datetime, tuple[int, tuple[bytes, ...]]] = field(default_factory=dict)
    moments: Moments = field(default_factory=Moments)

    def closed(self) -> Mapping[datetime, int]:
        self.moments.passing("rollups.closed")
        return {hour: made_of for hour, (made_of, _) in self.kept.items()}

    def hour(self, hour: datetime) -> Iterable[bytes]:
        self.moments.passing(f"rollups.hour {hour:%d %H}")
        return self.kept[hour][1]

    def close(self, hour: datetime, kept: Sequence[bytes], made_of: int) -> None:
        self.moments.passing(f"rollups.close {hour:%d %H}")
        if hour not in self.kept or self.kept[hour][0] <= made_of:
            self.kept[hour] = made_of, tuple(kept)


@dataclass
class MemoryStories:
    """Stories that are live, by edition."""

    live: dict[Language, dict[str, Card]] = field(default_factory=lambda: defaultdict(dict))
    moments: Moments = field(default_factory=Moments)

    def put(self, *cards: Card) -> None:
        for card in cards:
            self.live[card.edition][card.story] = card

    def cards(
        self, stories: Collection[str], edition: Language, age: timedelta
    ) -> Mapping[str, Card]:  # fmt: skip
        self.moments.passing(f"stories.cards {edition} {age}")
        return {
            story: self.live[edition][story] for story in stories if story in self.live[edition]
        }

    def latest(self, edition: Language, name: str, count: int) -> Sequence[Card]:
        self.moments.passing(f"stories.latest {edition} {name}")
        cards = [
            card
            for card in self.live[edition].values()
            if name in {"home", f"section/{card.section}"}
        ]
        return sorted(cards, key=lambda card: (card.published, card.story), reverse=True)[:count]


@dataclass
class MemoryRanked:
    """The rankings as ranking puts them, and the radar."""

    kept: dict[Place, Ranking] = field(default_factory=dict)
    hung: Radar | None = None
    moments: Moments = field(default_factory=Moments)

    def standing(self, places: Collection[Place]) -> Mapping[Place, Ranking]:
        self.moments.passing("rankings.standing")
        return {place: self.kept[place] for place in places if place in self.kept}

    def put(self, ranking: Ranking) -> None:
        place = (ranking.edition, ranking.list, ranking.chart)
        self.moments.passing(f"rankings.put {' '.join(place)}")
        stands = self.kept.get(place)
        if ranking.revision != (stands.revision + 1 if stands else 1):
            raise Conflict("another run was first")
        self.kept[place] = ranking

    def radar(self) -> Radar | None:
        self.moments.passing("rankings.radar")
        return self.hung

    def hang(self, radar: Radar) -> None:
        self.moments.passing("rankings.hang")
        if radar.revision != (self.hung.revision + 1 if self.hung else 1):
            raise Conflict("another run was first")
        self.hung = radar
