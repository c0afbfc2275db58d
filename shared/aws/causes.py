"""DynamoDB: why messages failed."""

from dataclasses import dataclass
from datetime import timedelta

from shared.aws.tables import Table
from shared.clock import Clock
from shared.desk.cause import Cause

KEPT = timedelta(days=15)
"""A day longer than a dead letter is."""


@dataclass
class DynamoCauses:
    """Why messages failed, the last time that each did."""

    table: Table
    clock: Clock

    def note(self, message: str, kind: str, reason: str) -> None:
        noted = Cause.model_validate({"kind": kind, "reason": reason})
        expires = int((self.clock() + KEPT).timestamp())
        self.table.put(f"cause#{message}", "last", noted, expires=expires)

    def cause(self, message: str) -> Cause | None:
        value = self.table.get(f"cause#{message}", "last")
        return Cause.model_validate_json(value) if value else None
