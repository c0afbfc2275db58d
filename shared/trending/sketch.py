"""How many different things were seen: exact up to 256, near enough above.

The bytes are the same whatever the order in which they came, and however they were split.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from math import log
from typing import TypeVar

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

    def merge(self, other: "Sketch") -> None:
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
        if self.registers is None and len(self.hashes) <= EXACT:
            return
        if self.registers is None:
            self.registers = bytearray(REGISTERS)
        for hashed in map(self._spread, self.hashes):
            rest = 8 * len(hashed) - BITS
            number = int.from_bytes(hashed)
            register, zeros = number >> rest, rest - (number & (1 << rest) - 1).bit_length()
            if zeros >= self.registers[register]:
                self.registers[register] = zeros + 1
        self.hashes.clear()

    def _spread(self, hashed: bytes) -> bytes:
        """The evenly distributed bytes that stand for a hash in the registers."""
        return hashed


class Visitors(Sketch):
    """Visitors, of whom one network adds no more than 20 whatever it sends.

    Their hashes begin with that of their network. While they are few, they are counted network by
    network. In the registers a network has 20 places; two of its visitors share one in 20 cases.
    """

    __slots__ = ()

    def count(self) -> int:
        if self.registers is not None:
            return super().count()
        each = Counter(hashed[:NETWORK_BYTES] for hashed in self.hashes)
        return sum(min(visitors, MOST_OF_A_NETWORK) for visitors in each.values())

    def networks(self) -> Sketch:
        """Those of the visitors that are exact."""
        return Sketch(hashed[:NETWORK_BYTES] for hashed in self.hashes)

    def _spread(self, hashed: bytes) -> bytes:
        place = int.from_bytes(hashed[NETWORK_BYTES:]) % MOST_OF_A_NETWORK
        return blake2b(hashed[:NETWORK_BYTES] + bytes([place]), digest_size=5).digest()


Kind = TypeVar("Kind", bound=Sketch)


def sketch_in(reader: Reader, width: int, kind: type[Kind]) -> Kind:
    """The sketch that was encoded, of hashes of so many bytes."""
    sketch, number = kind(), reader.varint()
    if number:
        hashes = reader.bytes(number * width)
        sketch.hashes = {hashes[at : at + width] for at in range(0, len(hashes), width)}
    else:
        sketch.registers = bytearray(reader.bytes(REGISTERS))
    return sketch


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
