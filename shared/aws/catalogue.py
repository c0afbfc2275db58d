"""DynamoDB: which logs there are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from shared.aws.failures import calling
from shared.aws.tables import Table

LOG = "log#"
FIRST = "00000001"


@dataclass
class DynamoCatalogue:
    """Reads the whole table, a megabyte at a time: every log has a first fact."""

    table: Table

    def logs(self) -> Iterator[str]:
        start: dict[str, Any] = {}
        while True:
            with calling("DynamoDB"):
                answer = self.table.client.scan(
                    TableName=self.table.name,
                    FilterExpression="begins_with(pk, :log) AND sk = :first",
                    ExpressionAttributeValues={":log": {"S": LOG}, ":first": {"S": FIRST}},
                    ProjectionExpression="pk",
                    ConsistentRead=True,
                    **start,
                )
            yield from (item["pk"]["S"].removeprefix(LOG) for item in answer["Items"])
            if "LastEvaluatedKey" not in answer:
                return
            start = {"ExclusiveStartKey": answer["LastEvaluatedKey"]}
