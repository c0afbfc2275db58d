"""DynamoDB: what log objects say of hours, and the integers that are kept of them.

Both are in the table of counts, by hour. Times to live are lazy, so nothing here relies on them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from botocore.client import BaseClient

from shared.aws.failures import calling
from shared.errors import Conflict
from shared.trending.hours import HOUR

SHARDS = 8
SALT = "SALT"
LATE = "LATE"
CLOSED = "HOURS"
HOURS_KEPT = timedelta(days=8)


def named(hour: datetime) -> str:
    return f"{hour:%Y-%m-%dT%H}"


def hour_named(name: str) -> datetime:
    return datetime.strptime(name, "%Y-%m-%dT%H").replace(tzinfo=UTC)


@dataclass
class _Counts:
    """The table of counts."""

    client: BaseClient
    name: str

    def items(
        self, pk: str, *, first: str = "", consistent: bool = True
    ) -> Iterator[dict[str, Any]]:
        """The items of a partition from that sort key on, a megabyte at a time."""
        start: dict[str, Any] = {}
        condition, values = "pk = :pk", {":pk": {"S": pk}}
        if first:
            condition, values = f"{condition} AND sk >= :sk", values | {":sk": {"S": first}}
        while True:
            with calling("DynamoDB"):
                answer = self.client.query(
                    TableName=self.name,
                    KeyConditionExpression=condition,
                    ExpressionAttributeValues=values,
                    ConsistentRead=consistent,
                    **start,
                )
            yield from answer["Items"]
            if "LastEvaluatedKey" not in answer:
                return
            start = {"ExclusiveStartKey": answer["LastEvaluatedKey"]}

    def put_not_smaller(self, pk: str, sk: str, number: int, **more: dict[str, Any]) -> None:
        """Write an item unless one of a larger number stands."""
        made_of = {"N": str(number)}
        with suppress(Conflict), calling("DynamoDB"):
            self.client.put_item(
                TableName=self.name,
                Item={"pk": {"S": pk}, "sk": {"S": sk}, "n": made_of, **more},
                ConditionExpression="attribute_not_exists(pk) OR n <= :n",
                ExpressionAttributeValues={":n": made_of},
            )

    def delete(self, pk: str, sk: str) -> None:
        with calling("DynamoDB"):
            self.client.delete_item(TableName=self.name, Key={"pk": {"S": pk}, "sk": {"S": sk}})


@dataclass
class DynamoDeltas(_Counts):
    """Eight partitions an hour, so that writers do not meet; and a list of what came late."""

    def parts(self, hour: datetime, since: datetime | None) -> Iterator[tuple[str, bytes]]:
        first = f"{since:%Y%m%dT%H%M}" if since else ""
        for shard in range(SHARDS):
            pk = f"D#{named(hour)}#{shard}"
            for item in self.items(pk, first=first, consistent=since is None):
                yield f"{shard}#{item['sk']['S']}", item["v"]["B"]

    def late(self) -> Mapping[datetime, Collection[str]]:
        found = defaultdict[datetime, list[str]](list)
        for item in self.items(LATE):
            hour, _, name = item["sk"]["S"].partition("#")
            found[hour_named(hour)].append(name)
        return found

    def settle(self, hour: datetime, names: Iterable[str]) -> None:
        for name in names:
            self.delete(LATE, f"{named(hour)}#{name}")

    def forget(self, hour: datetime) -> None:
        self.delete(f"SALT#{named(hour)}", SALT)


@dataclass
class DynamoRollups(_Counts):
    """A partition for each hour, and one that names the hours: last, so it names what is there."""

    def closed(self) -> Mapping[datetime, int]:
        return {hour_named(item["sk"]["S"]): int(item["n"]["N"]) for item in self.items(CLOSED)}

    def hour(self, hour: datetime) -> Iterable[bytes]:
        return [item["v"]["B"] for item in self.items(f"H#{named(hour)}")]

    def close(self, hour: datetime, kept: Sequence[bytes], made_of: int) -> None:
        expires = {"N": str(int((hour + HOUR + HOURS_KEPT).timestamp()))}
        for place, part in enumerate(kept):
            if part:
                self.put_not_smaller(
                    f"H#{named(hour)}", str(place), made_of, v={"B": part}, expires=expires
                )
        self.put_not_smaller(CLOSED, named(hour), made_of, expires=expires)
