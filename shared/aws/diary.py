"""DynamoDB: what is due, in the order of its moments."""

from dataclasses import dataclass
from datetime import datetime

from shared.aws.tables import Table
from shared.news.due import Due

DUE = "due"


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%S.%f}"


@dataclass
class DynamoDiary:
    """The newsroom's diary: one partition, the moment first in the sort key."""

    table: Table

    def note(self, item: Due) -> None:
        self.table.put_not_older(DUE, self._place(item), item, item.revision)

    def due(self, now: datetime) -> tuple[Due, ...]:
        bound = f"{_moment(now)}$"  # the character after "#", so that this very moment is due
        items = self.table.items(DUE, before=bound)
        return tuple(Due.model_validate_json(item["value"]["S"]) for item in items)

    def strike(self, item: Due) -> None:
        self.table.delete_not_newer(DUE, self._place(item), item.revision)

    def _place(self, item: Due) -> str:
        return f"{_moment(item.at)}#{item.kind}#{item.story}"
