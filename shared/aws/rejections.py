"""DynamoDB: the story files that stand rejected."""

from dataclasses import dataclass

from shared.aws.tables import Table
from shared.news.record import Record

REJECTED = "rejected"


class Mark(Record):
    """Whether the file stands rejected."""

    rejected: bool


@dataclass
class DynamoRejections:
    """One partition, an item for each file that ever was rejected."""

    table: Table

    def note(self, key: str, revision: int) -> None:
        self.table.put_not_older(REJECTED, key, Mark(rejected=True), revision)

    def settle(self, key: str, revision: int) -> None:
        self.table.put_not_older(REJECTED, key, Mark(rejected=False), revision)

    def rejected(self) -> tuple[str, ...]:
        return tuple(
            item["sk"]["S"]
            for item in self.table.items(REJECTED)
            if Mark.model_validate_json(item["value"]["S"]).rejected
        )
