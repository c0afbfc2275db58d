"""What one log object says of an hour: views, visitors and networks of each story read in it.

Deltas of the same hour add up, in any order: views as numbers, visitors and networks as sets.
Small objects read most of their stories once, so that is what takes the fewest bytes: thirteen.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from shared.trending.hours import (
    BUCKETS,
    Hour,
    Key,
    Reader,
    Tally,
    key_bytes,
    mask_of,
    varint,
)
from shared.trending.sketch import NETWORK_BYTES, Sketch, Visitors, sketch_in

VISITOR_BYTES = NETWORK_BYTES + 2
ONE_VIEW, FROM_A_PHONE = 1, 2
"""Flags of an entry, below the buckets that have views."""
MOST_BYTES = 64 * 1024
"""Of one item: larger deltas are kept in parts."""


@dataclass
class Counts:
    """A story in an edition: views by 5-minute bucket, those from phones, and who came.

    While visitors are exact, their hashes begin with those of exactly these networks.
    """

    views: list[int] = field(default_factory=lambda: [0] * BUCKETS)
    phones: int = 0
    visitors: Visitors = field(default_factory=Visitors)
    networks: Sketch = field(default_factory=Sketch)

    def add(self, other: "Counts") -> None:
        self.views = [mine + theirs for mine, theirs in zip(self.views, other.views, strict=True)]
        self.phones += other.phones
        self.visitors.merge(other.visitors)
        self.networks.merge(other.networks)

    def tally(self) -> Tally:
        counted = self.visitors.count(), self.networks.count()
        return Tally(tuple(self.views), *counted, self.phones)


Delta = dict[Key, Counts]


def add(total: Delta, more: Delta) -> None:
    """Add a delta of the same hour to a total; `more` may be part of it afterwards."""
    for key, counts in more.items():
        if key in total:
            total[key].add(counts)
        else:
            total[key] = counts


def hour_of_delta(total: Delta) -> Hour:
    """The integers of an hour whose deltas these are all."""
    return {key: counts.tally() for key, counts in total.items()}


def encoded(delta: Delta) -> Iterator[bytes]:
    """The delta in parts of at most 64 KB: equal deltas give equal parts.

    Each begins with the first bucket that has views, as `Counts` count theirs from there.
    """
    first = min((_first(counts) for counts in delta.values()), default=0)
    part = bytearray([first])
    for key in sorted(delta):
        entry = key_bytes(key) + _encoded(delta[key], first)
        if len(part) > 1 and len(part) + len(entry) > MOST_BYTES:
            yield bytes(part)
            del part[1:]
        part += entry
    if len(part) > 1:
        yield bytes(part)


def delta_in(part: bytes) -> Delta:
    """What a part says."""
    reader, found = Reader(part), Delta()
    first = reader.varint()
    while reader.at < len(part):
        key, head = reader.key(), reader.varint()
        mask = head >> 2 << first
        found[key] = _one_view(reader, mask, head) if head & ONE_VIEW else _counts(reader, mask)
    return found


def _first(counts: Counts) -> int:
    mask = mask_of(counts.views)
    return (mask & -mask).bit_length() - 1


def _encoded(counts: Counts, first: int) -> bytes:
    """The networks are left out where visitors name them."""
    head, who = mask_of(counts.views) >> first << 2, counts.visitors
    if sum(counts.views) == len(who.hashes) == 1:
        (visitor,) = who.hashes
        return varint(head | FROM_A_PHONE * counts.phones | ONE_VIEW) + visitor
    numbers = b"".join(map(varint, filter(None, counts.views))) + varint(counts.phones)
    where = counts.networks.encoded() if who.registers is not None else b""
    return varint(head) + numbers + who.encoded() + where


def _one_view(reader: Reader, mask: int, head: int) -> Counts:
    views = [mask >> bucket & 1 for bucket in range(BUCKETS)]
    visitors = Visitors([reader.bytes(VISITOR_BYTES)])
    return Counts(views, head // FROM_A_PHONE & 1, visitors, visitors.networks())


def _counts(reader: Reader, mask: int) -> Counts:
    views, phones = [*reader.views(mask)], reader.varint()
    visitors = sketch_in(reader, VISITOR_BYTES, Visitors)
    if visitors.registers is None:
        return Counts(views, phones, visitors, visitors.networks())
    return Counts(views, phones, visitors, sketch_in(reader, NETWORK_BYTES, Sketch))
