"""What counting works with, in memory."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from shared.trending.hours import Key
from shared.trending.ports import Delivery
from tests.builders import MORNING
from tests.fakes.moments import Moments

CHUNK = 1000


@dataclass
class MemoryLogs:
    """Objects by their keys: when they were delivered, and their bytes."""

    objects: dict[str, tuple[datetime, bytes]] = field(default_factory=dict)
    moments: Moments = field(default_factory=Moments)

    def put(self, key: str, content: bytes, at: datetime = MORNING) -> None:
        self.objects[key] = at, content

    def open(self, key: str) -> Delivery | None:
        self.moments.passing(f"logs.open {key}")
        if key not in self.objects:
            return None
        at, content = self.objects[key]
        return Delivery(at, (content[n : n + CHUNK] for n in range(0, len(content), CHUNK)))


@dataclass
class MemorySalts:
    """Makes a salt of the hour and of a secret."""

    secret: str = "salt"
    asked: list[datetime] = field(default_factory=list)
    moments: Moments = field(default_factory=Moments)

    def salt(self, hour: datetime) -> bytes:
        self.moments.passing(f"salts.salt {hour:%d %H}")
        self.asked.append(hour)
        return sha256(f"{self.secret} {hour}".encode()).digest()


@dataclass
class MemoryKnown:
    """Knows every story but those that are named."""

    unknown: Iterable[str] = ()
    moments: Moments = field(default_factory=Moments)

    def known(self, keys: Collection[Key]) -> Collection[Key]:
        self.moments.passing("known.known")
        return [key for key in keys if key[0] not in set(self.unknown)]


@dataclass
class MemoryNewDeltas:
    """Parts by hour and name, and the marks of late ones."""

    kept: dict[datetime, dict[str, bytes]] = field(default_factory=lambda: defaultdict(dict))
    marks: set[tuple[datetime, str]] = field(default_factory=set)
    moments: Moments = field(default_factory=Moments)

    def put(self, name: str, hour: datetime, parts: Sequence[bytes]) -> None:
        for number, part in enumerate(parts):
            self.moments.passing(f"deltas.put {hour:%d %H}")
            self.kept[hour][f"{name}#{number}"] = part

    def mark_late(self, name: str, hour: datetime) -> None:
        self.moments.passing(f"deltas.mark_late {hour:%d %H}")
        self.marks.add((hour, name))
