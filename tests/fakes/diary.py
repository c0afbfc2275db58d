"""The diary in memory."""

from dataclasses import dataclass, field
from datetime import datetime

from shared.news.due import Due
from tests.fakes.moments import Moments


@dataclass
class MemoryDiary:
    items: dict[tuple[datetime, str, str], Due] = field(default_factory=dict)
    moments: Moments = field(default_factory=Moments)

    def note(self, item: Due) -> None:
        self.moments.passing(f"diary.note {item.kind} {item.story}")
        stands = self.items.get(self._place(item))
        if stands is None or stands.revision <= item.revision:
            self.items[self._place(item)] = item

    def due(self, now: datetime) -> tuple[Due, ...]:
        self.moments.passing("diary.due")
        return tuple(self.items[place] for place in sorted(self.items) if place[0] <= now)

    def strike(self, item: Due) -> None:
        self.moments.passing(f"diary.strike {item.kind} {item.story}")
        stands = self.items.get(self._place(item))
        if stands and stands.revision <= item.revision:
            del self.items[self._place(item)]

    def _place(self, item: Due) -> tuple[datetime, str, str]:
        return item.at, item.kind, item.story
