"""How many different things were seen: exact while they are few, near enough above.

The bytes are the same whatever the order in which they came, and however they were split.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import blake2b
from math import log
from typing import Self, TypeVar

from shared.news.most_read import MOST_OF_A_NETWORK
from shared.trending.hours import Reader, varint

EXACT = 256
BITS = 12
REGISTERS = 1 << BITS
"""Of a HyperLogLog: the standard error is 1.04 / sqrt(4096), 1.6 percent."""
NETWORK_BYTES = 3
"""Of the hash of a network, with which those of its visitors begin.

Two of 256 networks have the same one in one hour of 500; then it is one network fewer.
"""
NETWORKS = 2_048
"""That are kept one by one, with their visitors' places."""
PLACES_BYTES = 3
"""A bit for each of the 20 places of a network."""


class Sketch:
    """A set of hashes of equal length; beyond 256 the registers of a HyperLogLog.

    It has registers if, and only if, more than 256 different hashes came. `hashes` are evenly
    distributed bytes, three or more of them.
    """

    __slots__ = ("hashes", "registers")

    def __init__(self, hashes: Iterable[bytes] = ()) -> None:
        self.hashes: set[bytes] = set(hashes)
        self.registers: bytearray | None = None
        self._settle()

    def add(self, hashed: bytes) -> None:
        self.hashes.add(hashed)
        if self.registers is not None or len(self.hashes) > EXACT:
            self._settle()

    def merge(self, other: Self) -> None:
        """Take in what the other has seen."""
        self.hashes |= other.hashes
        if other.registers is not None:
            mine = self.registers or bytes(REGISTERS)
            self.registers = bytearray(map(max, mine, other.registers))
        self._settle()

    def count(self) -> int:
        return len(self.hashes) if self.registers is None else _estimate(self.registers)

    def encoded(self) -> bytes:
        if self.registers is not None:
            return varint(0) + bytes(self.registers)
        return varint(len(self.hashes)) + b"".join(sorted(self.hashes))

    def _settle(self) -> None:
        """Move the hashes to the registers, where there are too many, or registers already."""
        if self.registers is not None or len(self.hashes) > EXACT:
            self._register(self.hashes)
            self.hashes.clear()

    def _register(self, hashes: Iterable[bytes]) -> None:
        if self.registers is None:
            self.registers = bytearray(REGISTERS)
        for hashed in hashes:
            rest = 8 * len(hashed) - BITS
            number = int.from_bytes(hashed)
            register, zeros = number >> rest, rest - (number & (1 << rest) - 1).bit_length()
            if zeros >= self.registers[register]:
                self.registers[register] = zeros + 1


class Visitors(Sketch):
    """Visitors, of whom one network adds no more than 20 whatever it sends.

    Their hashes begin with that of their network. While they are few, they are counted network by
    network. Beyond 256 a network has 20 places, of which two of its visitors share one in 20 cases:
    bits of `places` for up to 2,048 networks, and beyond that what is in the registers.
    """

    __slots__ = ("places",)

    def __init__(self, hashes: Iterable[bytes] = ()) -> None:
        self.places: dict[bytes, int] = {}
        super().__init__(hashes)

    def merge(self, other: Self) -> None:
        for network, places in other.places.items():
            self.places[network] = self.places.get(network, 0) | places
        super().merge(other)

    def count(self) -> int:
        if self.registers is not None:
            return super().count()
        each = Counter(hashed[:NETWORK_BYTES] for hashed in self.hashes)
        exact = sum(min(visitors, MOST_OF_A_NETWORK) for visitors in each.values())
        return exact + sum(map(int.bit_count, self.places.values()))

    def encoded(self) -> bytes:
        if not self.places:
            return super().encoded()
        each = (
            network + places.to_bytes(PLACES_BYTES)
            for network, places in sorted(self.places.items())
        )
        return varint(EXACT + len(self.places)) + b"".join(each)

    def networks(self) -> Sketch:
        """Those of the visitors that are not in registers."""
        return Sketch(self.places or (hashed[:NETWORK_BYTES] for hashed in self.hashes))

    def _settle(self) -> None:
        if self.registers is None and not self.places and len(self.hashes) <= EXACT:
            return
        for hashed in self.hashes:
            network, who = hashed[:NETWORK_BYTES], hashed[NETWORK_BYTES:]
            place = 1 << int.from_bytes(who) % MOST_OF_A_NETWORK
            self.places[network] = self.places.get(network, 0) | place
        self.hashes.clear()
        if self.registers is not None or len(self.places) > NETWORKS:
            self._register(_spread(self.places))
            self.places.clear()


Kind = TypeVar("Kind", bound=Sketch)


def sketch_in(reader: Reader, width: int, kind: type[Kind]) -> Kind:
    """The sketch that was encoded, of hashes of so many bytes."""
    sketch, number = kind(), reader.varint()
    if not number:
        sketch.registers = bytearray(reader.bytes(REGISTERS))
    elif isinstance(sketch, Visitors) and number > EXACT:
        for _ in range(number - EXACT):
            network = reader.bytes(NETWORK_BYTES)
            sketch.places[network] = int.from_bytes(reader.bytes(PLACES_BYTES))
    else:
        hashes = reader.bytes(number * width)
        sketch.hashes = {hashes[at : at + width] for at in range(0, len(hashes), width)}
    return sketch


def _spread(places: Mapping[bytes, int]) -> Iterator[bytes]:
    """The evenly distributed bytes that stand for each place of a network in the registers."""
    for network, taken in places.items():
        for place in range(MOST_OF_A_NETWORK):
            if taken >> place & 1:
                yield blake2b(network + bytes([place]), digest_size=5).digest()


def _estimate(registers: bytearray) -> int:
    """Ertl's estimator: without bias over the whole range, and without tables."""
    top = max(registers)
    counts = [registers.count(value) for value in range(top + 1)]
    power = 0.0
    for value in range(top, 0, -1):
        power = 0.5 * (power + counts[value])
    harmonic = power + REGISTERS * _sigma(counts[0] / REGISTERS)
    return round(REGISTERS * REGISTERS / (2 * log(2)) / harmonic)


@cache
def _sigma(empty: float) -> float:
    if empty == 1:
        return float("inf")
    total, power, factor = empty, empty, 1.0
    while True:
        power *= power
        before, total = total, total + power * factor
        if before == total:
            return total
        factor += factor
