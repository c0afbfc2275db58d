"""An hour's integers: what is left of its readers once its sketches are gone.

Everything that is ranked follows from these, so a formula may change and still apply to the past.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
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
_KEY_BYTES = 7
_EDITION_BITS = 2

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
    story, edition = key
    number = 0
    for letter in story:
        number = number << 5 | _VALUES[letter]
    code = number << _EDITION_BITS | LANGUAGES.index(edition)
    mask = sum(1 << at for at, views in enumerate(tally.views) if views)
    numbers = (mask, *filter(None, tally.views), *tally[1:])
    return code.to_bytes(_KEY_BYTES) + b"".join(map(_varint, numbers))


def _decoded(part: bytes) -> Iterator[tuple[Key, Tally]]:
    at = 0
    while at < len(part):
        code = int.from_bytes(part[at : at + _KEY_BYTES])
        numbers = _Numbers(part, at + _KEY_BYTES)
        mask = numbers.next()
        views = tuple(numbers.next() if mask >> bucket & 1 else 0 for bucket in range(BUCKETS))
        yield _key(code), Tally(views, numbers.next(), numbers.next(), numbers.next())
        at = numbers.at


def _key(code: int) -> Key:
    number = code >> _EDITION_BITS
    letters = (number >> 5 * at & 31 for at in reversed(range(ID_LENGTH)))
    edition = LANGUAGES[code & (1 << _EDITION_BITS) - 1]
    return "".join(map(ALPHABET.__getitem__, letters)), edition


def _varint(number: int) -> bytes:
    """Seven bits a byte, the lowest first; the highest bit says that more follow."""
    written = bytearray()
    while number > 127:
        written.append(number & 127 | 128)
        number >>= 7
    return bytes([*written, number])


class _Numbers:
    """Reads varints one after the other."""

    def __init__(self, part: bytes, at: int) -> None:
        self.part, self.at = part, at

    def next(self) -> int:
        number = shift = 0
        while (byte := self.part[self.at]) > 127:
            number |= (byte & 127) << shift
            shift += 7
            self.at += 1
        self.at += 1
        return number | byte << shift
