"""What one log object says of an hour: views, visitors and networks of each story read in it.

Deltas of the same hour add up, in any order: views as numbers, visitors and networks as sets.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from shared.trending.hours import BUCKETS, Hour, Key, Reader, Tally, key_bytes, varint, views_bytes
from shared.trending.sketch import Sketch, Visitors, sketch_in

VISITOR_BYTES, NETWORK_BYTES = 5, 4
MOST_BYTES = 64 * 1024
"""Of one item: larger deltas are kept in parts."""


@dataclass
class Counts:
    """A story in an edition: views by 5-minute bucket, those from phones, and who came."""

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
    """The delta in parts of at most 64 KB: equal deltas give equal parts."""
    part = bytearray()
    for key in sorted(delta):
        entry = _encoded(key, delta[key])
        if part and len(part) + len(entry) > MOST_BYTES:
            yield bytes(part)
            part.clear()
        part += entry
    if part:
        yield bytes(part)


def delta_in(part: bytes) -> Delta:
    """What a part says."""
    reader, found = Reader(part), Delta()
    while reader.at < len(part):
        key, views, phones = reader.key(), reader.views(), reader.varint()
        visitors = sketch_in(reader, VISITOR_BYTES, Visitors)
        networks = sketch_in(reader, NETWORK_BYTES, Sketch)
        found[key] = Counts([*views], phones, visitors, networks)
    return found


def _encoded(key: Key, counts: Counts) -> bytes:
    return b"".join((
        key_bytes(key), views_bytes(counts.views), varint(counts.phones),
        counts.visitors.encoded(), counts.networks.encoded(),
    ))  # fmt: skip
