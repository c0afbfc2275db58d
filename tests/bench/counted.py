"""What functions/count does with the objects of a folder, the writing apart: for its times."""

import gzip
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from infra.readers.logs import DATE, objects
from shared.trending.count import Outcome, count
from shared.trending.delta import Delta, add, delta_in, hour_of_delta
from shared.trending.hours import Hour, Key
from shared.trending.ports import Delivery

CHUNK = 1 << 18
DELIVERED = DATE + timedelta(days=1)


@dataclass
class Objects:
    """The ports of counting in memory: gzipped objects, and the deltas that are made of them."""

    zipped: Mapping[str, bytes] = field(default_factory=dict)
    kept: dict[tuple[str, datetime], Sequence[bytes]] = field(default_factory=dict)

    def open(self, key: str) -> Delivery:
        return Delivery(DELIVERED, [self.zipped[key]])

    def salt(self, hour: datetime) -> bytes:
        return hour.isoformat().ljust(32).encode()[:32]

    def known(self, keys: Collection[Key]) -> Collection[Key]:
        return keys

    def put(self, name: str, hour: datetime, parts: Sequence[bytes]) -> None:
        self.kept[name, hour] = parts

    def mark_late(self, name: str, hour: datetime) -> None:
        """Nothing is late here."""

    def count(self, name: str) -> Outcome:
        return count(
            name, logs=self, salts=self, known=self, deltas=self,
            clock=lambda: DELIVERED,
        )  # fmt: skip

    def totals(self) -> dict[datetime, Delta]:
        """All hours, added up."""
        found: dict[datetime, Delta] = {}
        for (_, hour), parts in self.kept.items():
            for part in parts:
                add(found.setdefault(hour, {}), delta_in(part))
        return found

    def hours(self) -> dict[datetime, Hour]:
        """The integers of all hours."""
        return {hour: hour_of_delta(total) for hour, total in self.totals().items()}


@dataclass
class Folder(Objects):
    """Objects that are files of a folder; of deltas only the sizes are kept."""

    folder: Path = Path()
    size: int = 0

    def open(self, key: str) -> Delivery:
        return Delivery(DELIVERED, self._chunks(key))

    def _chunks(self, key: str) -> Iterator[bytes]:
        with (self.folder / key).open("rb") as file:
            while chunk := file.read(CHUNK):
                yield chunk

    def put(self, name: str, hour: datetime, parts: Sequence[bytes]) -> None:  # noqa: ARG002
        self.size += sum(map(len, parts))


def objects_of(lines: Iterable[str], size: int, name: str = "") -> Objects:
    """Objects of so many lines, counted."""
    zipped = {
        f"{name}{number}": gzip.compress(text.encode(), 1)
        for number, text in enumerate(objects(lines, size))
    }
    made = Objects(zipped)
    for one in zipped:
        made.count(one)
    return made


if __name__ == "__main__":
    ports = Folder(folder=Path(sys.argv[1]))
    found = [ports.count(path.name) for path in sorted(ports.folder.glob("*.gz"))]
    lines, views = sum(one.lines for one in found), sum(one.views for one in found)
    rejected = sum((Counter(one.rejected) for one in found), Counter())
    sys.stdout.write(f"{lines} lines, {views} views, {ports.size} bytes; {dict(rejected)}\n")
