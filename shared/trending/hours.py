"""An hour's integers: what is left of its readers once its sketches are gone.

Everything that is ranked follows from these, so a formula may change and still apply to the past.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from shared.ids import ID_LENGTH
from shared.news.language import LANGUAGES, Language

HOUR = timedelta(hours=1)
BUCKET = timedelta(minutes=5)
BUCKETS = 12
PARTS = 8
"""The items of an hour; a story is always in the same one."""
ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
_VALUES = {letter: value for value, letter in enumerate(ALPHABET)}
KEY_BYTES = 7
_EDITION_BITS = 2
_SHORT = tuple(bytes([number]) for number in range(128))

Key = tuple[str, Language]
"""A story, and the edition in which it was read."""


class Tally(NamedTuple):
    """What an hour holds of a story in an edition.

    `views` by 5-minute bucket (12 of them); distinct `visitors` and `networks`; `phones`: the
    views that came from phones.
    """

    views: tuple[int, ...]
    visitors: int
    networks: int
    phones: int

    def readers(self, most_of_a_network: int) -> int:
        """Visitors, but no more of them than the networks that they came from may stand for."""
        return min(self.visitors, most_of_a_network * self.networks)


Hour = Mapping[Key, Tally]


def hour_of(moment: datetime) -> datetime:
    """The full hour in which a moment is."""
    return moment.replace(minute=0, second=0, microsecond=0)


def part_of(key: Key) -> int:
    """The item of its hour in which a story is kept."""
    return sum(map(_VALUES.__getitem__, key[0])) % PARTS


def parts(hour: Hour) -> tuple[bytes, ...]:
    """The hour as it is kept: equal hours give equal bytes."""
    split: list[list[bytes]] = [[] for _ in range(PARTS)]
    for key in sorted(hour):
        split[part_of(key)].append(_encoded(key, hour[key]))
    return tuple(map(b"".join, split))


def hour_in(kept: Iterable[bytes]) -> dict[Key, Tally]:
    """The hour of which these are the parts."""
    return {key: tally for part in kept for key, tally in _decoded(part)}


def _encoded(key: Key, tally: Tally) -> bytes:
    """Which buckets have views, then their views, then the three other numbers."""
    return key_bytes(key) + views_bytes(tally.views) + b"".join(map(varint, tally[1:]))


def _decoded(part: bytes) -> Iterator[tuple[Key, Tally]]:
    reader = Reader(part)
    while reader.at < len(part):
        key, views = reader.key(), reader.views(reader.varint())
        yield key, Tally(views, reader.varint(), reader.varint(), reader.varint())


@lru_cache(maxsize=100_000)
def key_bytes(key: Key) -> bytes:
    """Seven bytes: the fifty bits of the story's id, and two for the edition."""
    number = 0
    for letter in key[0]:
        number = number << 5 | _VALUES[letter]
    return (number << _EDITION_BITS | LANGUAGES.index(key[1])).to_bytes(KEY_BYTES)


def mask_of(views: Sequence[int]) -> int:
    """A bit for each bucket that has views, the first the lowest."""
    return sum([1 << bucket for bucket, number in enumerate(views) if number])


def views_bytes(views: Sequence[int]) -> bytes:
    """The buckets that have views as a mask, then their views."""
    return b"".join(map(varint, (mask_of(views), *filter(None, views))))


def varint(number: int) -> bytes:
    """Seven bits a byte, the lowest first; the highest bit says that more follow."""
    if number < len(_SHORT):
        return _SHORT[number]
    written = bytearray()
    while number > 127:
        written.append(number & 127 | 128)
        number >>= 7
    return bytes([*written, number])


@dataclass
class Reader:
    """Reads what was written, one thing after the other."""

    written: bytes
    at: int = 0

    def bytes(self, length: int) -> bytes:
        self.at += length
        return self.written[self.at - length : self.at]

    def varint(self) -> int:
        number = shift = 0
        while (byte := self.written[self.at]) > 127:
            number |= (byte & 127) << shift
            shift += 7
            self.at += 1
        self.at += 1
        return number | byte << shift

    def views(self, mask: int) -> tuple[int, ...]:
        """Those of the buckets that the mask names."""
        return tuple(self.varint() if mask >> bucket & 1 else 0 for bucket in range(BUCKETS))

    def key(self) -> Key:
        return _key(int.from_bytes(self.bytes(KEY_BYTES)))


@lru_cache(maxsize=100_000)
def _key(code: int) -> Key:
    number = code >> _EDITION_BITS
    letters = (number >> 5 * at & 31 for at in reversed(range(ID_LENGTH)))
    edition = LANGUAGES[code & (1 << _EDITION_BITS) - 1]
    return "".join(map(ALPHABET.__getitem__, letters)), edition
