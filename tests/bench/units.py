"""Write units: what DynamoDB charges for the items that counting puts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.aws.counts import delta_item
from tests.bench.counted import Objects


@dataclass
class Charged(Objects):
    """Counts in memory, and adds up what DynamoDB would charge for putting the deltas."""

    items: int = 0
    units: int = 0
    views: int = 0

    def put(self, name: str, hour: datetime, parts: Sequence[bytes]) -> None:
        for number, part in enumerate(parts):
            self.items += 1
            self.units += write_units(delta_item(name, hour, number, part))


def charged(zipped: Iterable[bytes]) -> Charged:
    """What it takes to put what these objects say; `units` and `views` give units for each view."""
    made = Charged({str(number): content for number, content in enumerate(zipped)})
    for name in made.zipped:
        made.views += made.count(name).views
    return made


def write_units(item: dict[str, Any]) -> int:
    """A unit for each begun KB of names and values."""
    size = sum(len(name) + _size(value) for name, value in item.items())
    return -(-size // 1024)


def _size(value: dict[str, Any]) -> int:
    ((kind, content),) = value.items()
    return len(content) // 2 + 2 if kind == "N" else len(content)
