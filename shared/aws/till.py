"""DynamoDB: how many characters engines were sent."""

from dataclasses import dataclass
from datetime import timedelta

from shared.aws.failures import calling
from shared.aws.tables import Table
from shared.clock import Clock
from shared.errors import Conflict

KEPT = {7: timedelta(days=400), 10: timedelta(days=40), 16: timedelta(hours=1)}
"""For how long a month, a day and a minute are kept, by the length of their names."""


@dataclass
class DynamoTill:
    """A partition for each engine, an item for each period, added to."""

    table: Table
    clock: Clock

    def add(self, engine: str, period: str, characters: int, most: int | None) -> bool:
        if most is not None and characters > most:
            return False
        expires = int((self.clock() + KEPT[len(period)]).timestamp())
        values = {":new": {"N": str(characters)}, ":expires": {"N": str(expires)}}
        condition = {}
        if most is not None:
            values[":room"] = {"N": str(most - characters)}
            condition["ConditionExpression"] = "attribute_not_exists(pk) OR characters <= :room"
        try:
            with calling("DynamoDB"):
                self.table.client.update_item(
                    TableName=self.table.name,
                    Key={"pk": {"S": _pk(engine)}, "sk": {"S": period}},
                    UpdateExpression="SET expires = :expires ADD characters :new",
                    ExpressionAttributeValues=values,
                    **condition,
                )
        except Conflict:
            return False
        return True

    def counted(self, engine: str, period: str) -> int:
        """The characters of a period."""
        found = next(iter(self.table.items(_pk(engine), under=period, page=1)), None)
        return int(found["characters"]["N"]) if found and found["sk"]["S"] == period else 0


def _pk(engine: str) -> str:
    return f"spent#{engine}"
