"""Counting: what one object of the access logs says of its hours, kept under the object's name.

A function of the object's lines, so it may be counted again, in any order and at the same time:
the same bytes come out and take the place of what is there. Addresses and user agents of readers
are hashed here with the salt of the hour; they are in no outcome, no error and no line of a log.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from ipaddress import IPv6Address, ip_address

from shared.clock import Clock
from shared.ids import digest
from shared.trending.browsers import Browsers
from shared.trending.delta import VISITOR_BYTES, Counts, Delta, encoded
from shared.trending.hours import BUCKETS, HOUR, Key, hour_of
from shared.trending.lines import Lines, Reason
from shared.trending.ports import Known, Logs, NewDeltas, Salts
from shared.trending.sketch import NETWORK_BYTES, Sketch, Visitors

KEPT = timedelta(hours=24)
"""After its end an hour's salt is sure to be there for so long; lines that come later are lost."""
CLOSING = timedelta(hours=1)
"""After its end an hour may be closed by ranking so soon: what comes later has to be marked."""
ADDRESSES = 50_000
"""Remembered at most."""
USUAL = re.compile(
    rb"(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}|((?:[0-9a-f]{1,4}:){2}[0-9a-f]{1,4}):[0-9a-f:]{2,}"
)
"""An address as CloudFront writes most of them, with its /24 or /48."""


@dataclass(frozen=True)
class Outcome:
    """What an object held: lines in all, views, and the lines that are none, by why not.

    `behind`: how long ago its newest view was. `items`: parts of deltas that were put; `late`: the
    hours of it that may have been closed.
    """

    lines: int = 0
    views: int = 0
    unparsed: int = 0
    rejected: Mapping[Reason, int] = field(default_factory=dict)
    behind: timedelta | None = None
    items: int = 0
    late: int = 0


def count(
    key: str, *, logs: Logs, salts: Salts, known: Known, deltas: NewDeltas, clock: Clock
) -> Outcome:
    """Count an object: its deltas first, then which of them are late.

    What was read under an id that no story has is left out. Nothing is done for an object that is
    gone.
    """
    now = clock()
    found = Tally(salts, now)
    delivery = logs.open(key)
    if delivery is None:
        return Outcome()
    found.take(delivery.chunks)
    found.keep_only(known)
    name = f"{delivery.at:%Y%m%dT%H%M}#{digest(key.encode())[:16]}"
    items, late = 0, 0
    for hour, delta in found.deltas():
        parts = [*encoded(delta)]
        deltas.put(name, hour, parts)
        items += len(parts)
        if now >= hour + HOUR + CLOSING:
            deltas.mark_late(name, hour)
            late += 1
    return Outcome(
        found.lines.lines, found.views, found.lines.unparsed, dict(found.lines.rejected),
        now - found.newest if found.newest else None, items, late,
    )  # fmt: skip


@dataclass
class Read:
    """A story in an edition in an hour, while it is counted."""

    views: list[int] = field(default_factory=lambda: [0] * BUCKETS)
    phones: int = 0
    visitors: set[bytes] = field(default_factory=set)
    networks: set[bytes] = field(default_factory=set)

    def counts(self) -> Counts:
        return Counts(self.views, self.phones, Visitors(self.visitors), Sketch(self.networks))


Place = tuple[bytes, bytes]
"""Where a reader is: the address, and the hash of its network."""


@dataclass
class OpenHour:
    """An hour whose salt is known, and the places of the addresses met so far."""

    salt: bytes
    read: dict[Key, Read] = field(default_factory=dict)
    places: dict[bytes, Place] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.who = blake2b(key=self.salt, digest_size=VISITOR_BYTES - NETWORK_BYTES)
        self.where = blake2b(key=self.salt, digest_size=NETWORK_BYTES)

    def place(self, ip: bytes) -> Place | None:
        """None where it is no address."""
        found = USUAL.fullmatch(ip)
        if not found:
            other = unusual(ip)
            return self.place(other) if other else None
        where = self.where.copy()
        where.update(found[1] or found[2])
        if len(self.places) >= ADDRESSES:
            self.places.clear()
        self.places[ip] = place = (ip, where.digest())
        return place


@dataclass
class Tally:
    """Counts the lines of one object."""

    salts: Salts
    now: datetime
    lines: Lines = field(default_factory=Lines)
    newest: datetime | None = None
    _browsers: Browsers = field(default_factory=Browsers)
    _hours: dict[datetime, OpenHour] = field(default_factory=dict)
    _minutes: dict[bytes, tuple[OpenHour, int] | Reason | None] = field(default_factory=dict)

    @property
    def views(self) -> int:
        return sum(sum(r.views) for one in self._hours.values() for r in one.read.values())

    def take(self, chunks: Iterable[bytes]) -> None:
        agents, minutes, rejected = self._browsers.agents, self._minutes, self.lines.rejected
        for line in self.lines.requests(chunks):
            key, (date, time, ip, agent) = line
            kind = agents.get(agent) or self._browsers.look_at(agent)
            if kind == "robot" or kind == "unclassified":
                rejected[kind] += 1
                continue
            minute = date + time[:5]
            when = minutes[minute] if minute in minutes else self._minute(date, time)
            if not isinstance(when, tuple):
                self._reject(when)
                continue
            hour, bucket = when
            place = hour.places.get(ip) or hour.place(ip)
            if place is None:
                self._reject(None)
                continue
            address, network = place
            who = hour.who.copy()
            who.update(address + agent)
            read = hour.read.get(key)
            if read is None:
                read = hour.read[key] = Read()
            read.views[bucket] += 1
            read.phones += kind == "phone"
            read.visitors.add(network + who.digest())
            read.networks.add(network)

    def keep_only(self, known: Known) -> None:
        """Let go of what is read under ids that no story has."""
        keys = {key for one in self._hours.values() for key in one.read}
        for key in keys - {*known.known(keys)} if keys else ():
            for one in self._hours.values():
                if key in one.read:
                    self.lines.rejected["unknown"] += sum(one.read.pop(key).views)

    def deltas(self) -> Iterable[tuple[datetime, Delta]]:
        for hour, one in sorted(self._hours.items()):
            if one.read:
                yield hour, {key: read.counts() for key, read in one.read.items()}

    def _reject(self, reason: Reason | None) -> None:
        if reason is None:
            self.lines.unparsed += 1
        else:
            self.lines.rejected[reason] += 1

    def _minute(self, date: bytes, time: bytes) -> tuple[OpenHour, int] | Reason | None:
        """The hour and the bucket of a line; or why it has none."""
        found = self._when(f"{date.decode()}T{time[:5].decode()}")
        self._minutes[date + time[:5]] = found
        return found

    def _when(self, text: str) -> tuple[OpenHour, int] | Reason | None:
        try:
            minute = datetime.fromisoformat(text)
        except ValueError:
            return None
        minute = minute.replace(tzinfo=UTC)
        hour = hour_of(minute)
        if self.now >= hour + HOUR + KEPT:
            return "late"
        if hour > self.now + HOUR:
            return None
        self.newest = max(self.newest or minute, minute)
        if hour not in self._hours:
            self._hours[hour] = OpenHour(self.salts.salt(hour))
        return self._hours[hour], minute.minute // 5


def unusual(ip: bytes) -> bytes | None:
    """An address in its usual spelling: IPv4 that is dressed as IPv6 as what it is."""
    try:
        address = ip_address(ip.decode())
    except ValueError:
        return None
    if isinstance(address, IPv6Address):
        mapped = address.ipv4_mapped
        if mapped:
            return str(mapped).encode()
        return ":".join(f"{int(group, 16):x}" for group in address.exploded.split(":")).encode()
    return None
