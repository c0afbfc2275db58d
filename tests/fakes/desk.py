"""The rows of the desk, its list of dead letters and its radar, in memory."""

from dataclasses import dataclass, field
from datetime import datetime

from shared.desk.dead_letters import DeadLetters
from shared.desk.ports import Row
from shared.news.ranking import Radar
from tests.fakes.moments import Moments


@dataclass
class MemoryRows:
    rows: dict[str, Row] = field(default_factory=dict)
    letters: DeadLetters = field(default_factory=DeadLetters)
    moments: Moments = field(default_factory=Moments)

    def put(self, row: Row) -> None:
        self.moments.passing(f"rows.put {row.log}")
        stands = self.rows.get(row.log)
        if stands is None or (stands.revision <= row.revision and stands.stands <= row.stands):
            self.rows[row.log] = row

    def newest(self, count: int) -> tuple[Row, ...]:
        self.moments.passing("rows.newest")
        stories = [row for row in self.rows.values() if row.story]
        stories.sort(key=lambda row: (row.first, row.log), reverse=True)
        return tuple(stories[:count])

    def open(self) -> tuple[Row, ...]:
        self.moments.passing("rows.open")
        rows = [row for row in self.rows.values() if row.open]
        return tuple(sorted(rows, key=lambda row: (row.first, row.log)))

    def about(self, log: str, first: datetime, *, story: bool) -> Row | None:
        self.moments.passing(f"rows.about {log}")
        row = self.rows.get(log)
        return row if row and (row.first, row.story) == (first, story) else None

    def dead_letters(self) -> DeadLetters:
        return self.letters

    def hang(self, letters: DeadLetters) -> None:
        if letters.number >= self.letters.number:
            self.letters = letters


@dataclass
class MemoryRadars:
    hangs: Radar | None = None

    def radar(self) -> Radar | None:
        return self.hangs

    def hang(self, radar: Radar) -> None:
        self.hangs = radar
