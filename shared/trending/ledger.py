"""The hours, counted: open ones from their deltas, closed ones from the integers kept of them.

An hour is open until late views are rare: 65 minutes after its end. Then it is closed: its
deltas become integers. What comes later closes it again. Whoever counts marks what comes an hour
after the end, so the five minutes between are for writers that were slow.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from shared.trending.delta import Delta, add, delta_in
from shared.trending.hours import HOUR, Hour, Key, Tally, hour_in, hour_of, parts
from shared.trending.ports import Deltas, Rollups
from shared.trending.score import DAY

OPEN = timedelta(minutes=65)
SOON = timedelta(minutes=5)
"""An object is counted within that time of its delivery, except after trouble."""
WHOLE = timedelta(minutes=10)
"""So often an open hour is read as a whole; between, only what was delivered lately."""
SALTED = 25
"""When an hour is closed, the salt of the one so many hours before it has been kept for 26."""


@dataclass
class Memory:
    """What a warm function remembers, so that it reads and adds up only what is new.

    Of closed hours the number of parts that they were made of. What it remembers is never wrong;
    only what was counted long after its delivery is missed, until the hour is read as a whole.
    """

    open: dict[datetime, "Opened"] = field(default_factory=dict)
    closed: dict[datetime, tuple[int, Hour]] = field(default_factory=dict)


@dataclass
class Opened:
    """An open hour: the parts in its sum, and when it was read last, and last as a whole."""

    read: datetime
    whole: datetime
    names: set[str] = field(default_factory=set)
    total: Delta = field(default_factory=Delta)
    tallies: dict[Key, Tally] = field(default_factory=dict)

    def add(self, found: Iterable[tuple[str, bytes]]) -> None:
        """Add up what is not in the sum yet; what is added stays so where the rest fails."""
        touched = set[Key]()
        try:
            for name, part in found:
                if name not in self.names:
                    delta = delta_in(part)
                    touched |= delta.keys()
                    add(self.total, delta)
                    self.names.add(name)
        finally:
            self.tallies |= {key: self.total[key].tally() for key in touched}


@dataclass
class Ledger:
    """Deltas and integers, and what is remembered of them."""

    deltas: Deltas
    rollups: Rollups
    memory: Memory = field(default_factory=Memory)

    def hours(self, now: datetime) -> Mapping[datetime, Hour]:
        """The newest hour that has views, and the 24 before it."""
        made_of = self._close(now)
        opened = {hour: self._opened(hour, now) for hour in _open_at(now)}
        self.memory.open = {hour: self.memory.open[hour] for hour in opened}
        busy = [hour for hour in (*opened, *made_of) if opened.get(hour) or made_of.get(hour)]
        if not busy:
            return {}
        day = [max(busy) - back * HOUR for back in range(DAY + 1)]
        closed = {hour: self._closed(hour, made_of[hour]) for hour in day if made_of.get(hour)}
        self.memory.closed = {hour: self.memory.closed[hour] for hour in closed}
        return {hour: opened.get(hour) or closed[hour] for hour in day if hour in {*busy}}

    def _close(self, now: datetime) -> dict[datetime, int]:
        """Close what is to be closed; the closed hours with the numbers of their parts."""
        made_of, late = dict(self.rollups.closed()), self.deltas.late()
        last = min(_open_at(now)) - HOUR
        day = {last - back * HOUR for back in range(DAY)}
        for hour in sorted(day - made_of.keys() | late.keys(), reverse=True):
            if hour <= last:
                made_of[hour] = self._closed_now(hour, late.get(hour, ()), made_of.get(hour, 0))
        return made_of

    def _closed_now(self, hour: datetime, late: Iterable[str], before: int) -> int:
        """The salt goes first: nobody looks for it again once the hour is closed."""
        self.deltas.forget(hour - SALTED * HOUR)
        whole = Opened(hour, hour)
        whole.add(self.deltas.parts(hour, None))
        self.rollups.close(hour, parts(whole.tallies), len(whole.names))
        self.deltas.settle(hour, late)
        return max(len(whole.names), before)

    def _opened(self, hour: datetime, now: datetime) -> Hour:
        known = self.memory.open.get(hour)
        if known and now - known.whole < WHOLE:
            known.add(self.deltas.parts(hour, known.read - SOON))
        else:
            known = known or Opened(now, now)
            known.add(self.deltas.parts(hour, None))
            known.whole = now
        known.read = now
        self.memory.open[hour] = known
        return known.tallies

    def _closed(self, hour: datetime, made_of: int) -> Hour:
        known, integers = self.memory.closed.get(hour, (0, {}))
        if known != made_of:
            integers = hour_in(self.rollups.hour(hour))
            self.memory.closed[hour] = made_of, integers
        return integers


def _open_at(now: datetime) -> tuple[datetime, ...]:
    """The hours that are open, the newest first."""
    return tuple(
        hour for back in range(3) if now < (hour := hour_of(now) - back * HOUR) + HOUR + OPEN
    )
