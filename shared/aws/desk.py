"""DynamoDB: the rows of the desk's overview, and its list of dead letters."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from shared.aws.failures import calling
from shared.aws.tables import Table
from shared.desk.dead_letters import DeadLetters
from shared.desk.ports import Row
from shared.errors import Conflict

STORIES = "desk"
OPEN = "desk#open"
DEAD = "desk#dead"
KEPT_SECONDS = 7 * 24 * 3600
"""How long a row that was open is kept when it no longer is: an older row cannot reopen it."""

_KNOWS_NO_MORE = "attribute_not_exists(pk) OR (revision <= :revision AND stands <= :stands)"


@dataclass
class DynamoRows:
    """Stories by the time of their first fact; and beside them what is open."""

    table: Table

    def put(self, row: Row) -> None:
        if row.story:
            self._put(STORIES, _place(row.log, row.first), row)
        closed = {} if row.open else {"expires": int(row.at.timestamp()) + KEPT_SECONDS}
        self._put(OPEN, row.log, row, closed)

    def newest(self, count: int) -> tuple[Row, ...]:
        items = self.table.items(STORIES, newest_first=True, page=count)
        return tuple(Row.model_validate_json(one["value"]["S"]) for one in islice(items, count))

    def open(self) -> tuple[Row, ...]:
        rows = (Row.model_validate_json(one["value"]["S"]) for one in self.table.items(OPEN))
        return tuple(sorted((row for row in rows if row.open), key=lambda row: row.first))

    def about(self, log: str, first: datetime, *, story: bool) -> Row | None:
        """The row of a log whose first fact is of that time."""
        place = (STORIES, _place(log, first)) if story else (OPEN, log)
        value = self.table.get(*place)
        return Row.model_validate_json(value) if value else None

    def dead_letters(self) -> DeadLetters:
        for item in self.table.items(DEAD):
            return DeadLetters.model_validate_json(item["value"]["S"])
        return DeadLetters()

    def hang(self, letters: DeadLetters) -> None:
        self.table.put_not_older(DEAD, "list", letters, letters.number)

    def _put(self, pk: str, sk: str, row: Row, numbers: dict[str, int] | None = None) -> None:
        known = {"revision": row.revision, "stands": row.stands}
        written = {name: {"N": str(value)} for name, value in (known | (numbers or {})).items()}
        with suppress(Conflict), calling("DynamoDB"):
            self.table.client.put_item(
                TableName=self.table.name,
                Item={"pk": {"S": pk}, "sk": {"S": sk}, **written,
                      "value": {"S": row.canonical().decode()}},
                ConditionExpression=_KNOWS_NO_MORE,
                ExpressionAttributeValues={f":{name}": written[name] for name in known},
            )  # fmt: skip


def _place(log: str, first: datetime) -> str:
    return f"{first:%Y-%m-%dT%H:%M:%S.%f}#{log}"
