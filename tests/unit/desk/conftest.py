"""A newsroom in memory whose desk reports."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from shared.desk.report import Desk, Outcome, report
from shared.news.archive import keep
from shared.news.facts import Rejected, What
from shared.news.faults import Fault, Note, Verdict
from shared.news.keys import receipt_stem
from tests.builders import World
from tests.fakes.desk import MemoryRadars, MemoryRows
from tests.fakes.shelf import MemoryShelf

RIVER = "inbox/2026/11/river.en.md"
FAULT = Fault(
    field="section",
    rule="unknown-section",
    example="section: politics",
    line=3,
    given={"given": "polítics", "nearest": "politics", "known": "politics, economy"},
)


@dataclass
class DeskWorld(World):
    """Facts are appended by hand; pages and receipts are made by the real use cases."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.shelf = MemoryShelf(moments=self.moments)
        self.rows = MemoryRows(moments=self.moments)
        self.radars = MemoryRadars()

    def desk(self) -> Desk:
        return Desk(
            archive=self.archive,
            bodies=self.bodies,
            stands=self.stands.standing,
            rows=self.rows,
            shelf=self.shelf,
            site_url="https://gazette.example",
        )

    def report(self, *logs: str) -> Outcome:
        return report(logs, self.desk(), self.radars)

    def receipt(self, key: str = RIVER, version: str = "") -> dict[str, Any]:
        """The receipt that stands."""
        name = f"{receipt_stem(key)}{f'/{version}' if version else ''}.json"
        found: dict[str, Any] = json.loads(self.shelf.text(name))
        return found

    def told(self, log: str, key: str = RIVER) -> dict[str, Any]:
        """The receipt after reporting now."""
        self.report(log)
        return self.receipt(key)

    def states(self, log: str, key: str = RIVER) -> dict[str, str]:
        editions = self.told(log, key)["editions"]
        return {edition: told["state"] for edition, told in editions.items()}

    def reasons(self, log: str, key: str = RIVER) -> dict[str, str]:
        editions = self.told(log, key)["editions"]
        return {edition: told["reason"] for edition, told in editions.items()}

    def reject(self, log: str, key: str = RIVER, version: str = "bad", **about: Any) -> None:
        verdict = Verdict(faults=about.pop("faults", (FAULT,)), notes=about.pop("notes", ()))
        name = keep(self.bodies, verdict)
        self.append(log, Rejected(key=key, version=version, verdict=name, **about))

    def noted(self, *notes: Note) -> str:
        return keep(self.bodies, Verdict(notes=notes))

    def live(self, name: str = "river", **about: Any) -> str:
        """A story that stands in three editions."""
        story = self.accept(name, **about)
        for edition in ("ar", "es"):
            self.translate(story, edition)
        self.publish(story)
        return story

    def then(self, log: str, *whats: What) -> None:
        for what in whats:
            self.append(log, what)


@pytest.fixture
def world() -> DeskWorld:
    return DeskWorld()
