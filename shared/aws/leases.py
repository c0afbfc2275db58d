"""DynamoDB: who asks a paid engine for a sentence right now."""

from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from secrets import token_hex

from shared.aws.failures import calling
from shared.aws.memory import sort_key
from shared.aws.tables import Table
from shared.clock import Clock
from shared.errors import Conflict
from shared.translation.ports import PaidKey

LEASE = timedelta(seconds=90)
"""Longer than the function that holds it can live (`Timeout` in template.yaml)."""
AT_ONCE = 8
FREE = "attribute_not_exists(pk) OR expires < :now OR holder = :holder"
"""The last for a put that came twice, as its first answer was lost."""


@dataclass
class DynamoLeases:
    """An item for each sentence, by the memory's own keys, until its second has come."""

    table: Table
    clock: Clock
    holder: str = field(default_factory=token_hex)

    def take(self, keys: Collection[PaidKey]) -> Collection[PaidKey]:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            taken = list(zip(keys, pool.map(self._take, keys), strict=True))
        return frozenset(key for key, ours in taken if ours)

    def give_back(self, keys: Collection[PaidKey]) -> None:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(self._give_back, keys))

    def _take(self, key: PaidKey) -> bool:
        now = self.clock()
        item = _place(key) | {
            "holder": {"S": self.holder},
            "expires": {"N": str(int((now + LEASE).timestamp()))},
        }
        try:
            with calling("DynamoDB"):
                self.table.client.put_item(
                    TableName=self.table.name,
                    Item=item,
                    ConditionExpression=FREE,
                    ExpressionAttributeValues={
                        ":now": {"N": str(int(now.timestamp()))},
                        ":holder": {"S": self.holder},
                    },
                )
        except Conflict:
            return False
        return True

    def _give_back(self, key: PaidKey) -> None:
        try:
            with calling("DynamoDB"):
                self.table.client.delete_item(
                    TableName=self.table.name,
                    Key=_place(key),
                    ConditionExpression="holder = :holder",
                    ExpressionAttributeValues={":holder": {"S": self.holder}},
                )
        except Conflict:  # it ran out, and is somebody else's
            return


def _place(key: PaidKey) -> dict[str, dict[str, str]]:
    return {"pk": {"S": f"lease#{key.sentence}"}, "sk": {"S": sort_key(key)}}
