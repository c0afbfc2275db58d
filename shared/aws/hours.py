"""DynamoDB: what log objects say of hours, and the integers that are kept of them.

Both are in the table of counts, by hour. Times to live are lazy, so nothing here relies on them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from shared.aws.failures import calling
from shared.aws.tables import Table
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
class DynamoDeltas:
    """Eight partitions an hour, so that writers do not meet; and a list of what came late."""

    table: Table

    def parts(self, hour: datetime, since: datetime | None) -> Iterator[tuple[str, bytes]]:
        first = f"{since:%Y%m%dT%H%M}" if since else ""
        for shard in range(SHARDS):
            pk = f"D#{named(hour)}#{shard}"
            for item in self.table.items(pk, since=first, consistent=since is None):
                yield f"{shard}#{item['sk']['S']}", item["v"]["B"]

    def late(self) -> Mapping[datetime, Collection[str]]:
        found = defaultdict[datetime, list[str]](list)
        for item in self.table.items(LATE):
            hour, _, name = item["sk"]["S"].partition("#")
            found[hour_named(hour)].append(name)
        return found

    def settle(self, hour: datetime, names: Iterable[str]) -> None:
        for name in names:
            self.table.delete(LATE, f"{named(hour)}#{name}")

    def forget(self, hour: datetime) -> None:
        self.table.delete(f"SALT#{named(hour)}", SALT)


@dataclass
class DynamoRollups:
    """A partition for each hour, and one that names the hours: last, so it names what is there."""

    table: Table

    def closed(self) -> Mapping[datetime, int]:
        return {
            hour_named(item["sk"]["S"]): int(item["n"]["N"]) for item in self.table.items(CLOSED)
        }

    def hour(self, hour: datetime) -> Iterable[bytes]:
        return [item["v"]["B"] for item in self.table.items(f"H#{named(hour)}")]

    def close(self, hour: datetime, kept: Sequence[bytes], made_of: int) -> None:
        expires = {"N": str(int((hour + HOUR + HOURS_KEPT).timestamp()))}
        for place, part in enumerate(kept):
            if part:
                self._put(f"H#{named(hour)}", str(place), made_of, v={"B": part}, expires=expires)
        self._put(CLOSED, named(hour), made_of, expires=expires)

    def _put(self, pk: str, sk: str, made_of: int, **more: dict[str, Any]) -> None:
        """Unless one made of more stands."""
        number = {"N": str(made_of)}
        with suppress(Conflict), calling("DynamoDB"):
            self.table.client.put_item(
                TableName=self.table.name,
                Item={"pk": {"S": pk}, "sk": {"S": sk}, "n": number, **more},
                ConditionExpression="attribute_not_exists(pk) OR n <= :n",
                ExpressionAttributeValues={":n": number},
            )
