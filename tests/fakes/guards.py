"""What stands before engines, in memory: one table that all functions share."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from shared.clock import Clock
from shared.errors import Conflict
from shared.translation.breaker import Breaker
from shared.translation.ports import PaidKey, Pair
from tests.builders import MORNING
from tests.fakes.moments import Moments

LEASE = timedelta(seconds=90)


@dataclass
class Watch:
    """A clock that tests move on."""

    now: datetime = MORNING

    def __call__(self) -> datetime:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@dataclass
class MemoryLeases:
    """The leases of one function; `held` is what all share: the holder, and until when."""

    clock: Clock
    holder: str = "me"
    held: dict[PaidKey, tuple[str, datetime]] = field(default_factory=dict)
    moments: Moments = field(default_factory=Moments)

    def take(self, keys: Collection[PaidKey]) -> Collection[PaidKey]:
        self.moments.passing("leases.take")
        free = [key for key in keys if self._free(key)]
        self.held |= dict.fromkeys(free, (self.holder, self.clock() + LEASE))
        return frozenset(free)

    def give_back(self, keys: Collection[PaidKey]) -> None:
        self.moments.passing("leases.give_back")
        for key in keys:
            if key in self.held and self.held[key][0] == self.holder:
                del self.held[key]

    def _free(self, key: PaidKey) -> bool:
        holder, until = self.held.get(key, (self.holder, self.clock()))
        return holder == self.holder or until < self.clock()


@dataclass
class MemoryTill:
    """Characters by engine and period."""

    counts: dict[tuple[str, str], int] = field(default_factory=dict)
    moments: Moments = field(default_factory=Moments)

    def add(self, engine: str, period: str, characters: int, most: int | None) -> bool:
        self.moments.passing("till.add")
        count = self.counts.get((engine, period), 0) + characters
        if most is not None and max(count, characters) > most:
            return False
        self.counts[engine, period] = count
        return True

    def counted(self, engine: str, period: str) -> int:
        return self.counts.get((engine, period), 0)


@dataclass
class MemoryBreakers:
    """Breakers by engine and pair."""

    kept: dict[tuple[str, Pair], Breaker] = field(default_factory=dict)
    moments: Moments = field(default_factory=Moments)

    def find(self, engine: str, pair: Pair) -> Breaker:
        self.moments.passing("breakers.find")
        return self.kept.get((engine, pair), Breaker())

    def put(self, engine: str, pair: Pair, breaker: Breaker) -> None:
        self.moments.passing("breakers.put")
        if (engine, pair) in self.kept and self.kept[engine, pair].revision != breaker.revision - 1:
            raise Conflict("another revision was written")
        self.kept[engine, pair] = breaker
