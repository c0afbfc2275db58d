"""What counting works with: access logs on S3; salts and deltas on DynamoDB; stories that stand.

An item of a delta is named after its log object: the minute in which that was delivered, a hash of
its key, and the number of the part. So a reader may ask for what is new, and a redelivered object
overwrites itself.
"""

import secrets
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from botocore.client import BaseClient
from botocore.exceptions import ClientError

from shared.aws.failures import ABSENT, calling, code
from shared.aws.hours import LATE, SALT, SHARDS, named
from shared.aws.tables import Table
from shared.errors import Conflict, Unavailable
from shared.news.article import Entry
from shared.trending.hours import HOUR, Key
from shared.trending.ports import Delivery

CHUNK = 1 << 18
KEPT = timedelta(hours=26)
"""Salts and deltas, after the end of their hour."""
SALT_BYTES = 32
REMEMBERED = 100_000


@dataclass
class S3Logs:
    """Objects of the log bucket."""

    client: BaseClient
    bucket: str

    def open(self, key: str) -> Delivery | None:
        try:
            with calling("S3"):
                answer = self.client.get_object(Bucket=self.bucket, Key=key)
        except ClientError as error:
            if code(error) in ABSENT:
                return None
            raise
        return Delivery(answer["LastModified"].astimezone(UTC), self._chunks(answer["Body"]))

    def _chunks(self, body: Any) -> Iterator[bytes]:
        with calling("S3"), body:
            yield from body.iter_chunks(CHUNK)


@dataclass
class DynamoSalts:
    """The salts of hours: who is first makes it."""

    table: Table
    _kept: dict[datetime, bytes] = field(default_factory=dict)

    def salt(self, hour: datetime) -> bytes:
        if hour not in self._kept:
            self._kept = {one: kept for one, kept in self._kept.items() if one > hour - KEPT}
            self._kept[hour] = self._found(hour) or self._made(hour)
        return self._kept[hour]

    def _found(self, hour: datetime) -> bytes | None:
        with calling("DynamoDB"):
            answer = self.table.client.get_item(
                TableName=self.table.name, Key=_salt_key(hour), ConsistentRead=True
            )
        found: bytes | None = answer["Item"]["v"]["B"] if "Item" in answer else None
        return found

    def _made(self, hour: datetime) -> bytes:
        salt = secrets.token_bytes(SALT_BYTES)
        try:
            with calling("DynamoDB"):
                self.table.client.put_item(
                    TableName=self.table.name,
                    Item={**_salt_key(hour), "v": {"B": salt}, "expires": _expires(hour)},
                    ConditionExpression="attribute_not_exists(pk)",
                )
        except Conflict:
            found = self._found(hour)
            if not found:
                raise Unavailable("a salt went as it came") from None
            return found
        return salt


@dataclass
class DynamoNewDeltas:
    """Items of `D#<hour>#<shard>`: one object's are all in the same of eight partitions."""

    table: Table

    def put(self, name: str, hour: datetime, parts: Sequence[bytes]) -> None:
        for number, part in enumerate(parts):
            self._put(delta_item(name, hour, number, part))

    def mark_late(self, name: str, hour: datetime) -> None:
        where = {"pk": {"S": LATE}, "sk": {"S": f"{named(hour)}#{name}"}}
        self._put(where | {"expires": _expires(hour)})

    def _put(self, item: dict[str, Any]) -> None:
        with calling("DynamoDB"):
            self.table.client.put_item(TableName=self.table.name, Item=item)


@dataclass
class DynamoKnown:
    """Stories by what stands at their addresses, remembered once they are known."""

    table: Table
    _known: set[Key] = field(default_factory=set)

    def known(self, keys: Collection[Key]) -> Collection[Key]:
        if len(self._known) > REMEMBERED:
            self._known.clear()
        new = sorted({*keys} - self._known)
        places = [(f"stands#{story}", edition) for story, edition in new]
        entries = map(Entry.model_validate_json, self.table.get_many(places, consistent=False))
        self._known |= {(entry.story, entry.edition) for entry in entries}
        return {*keys} & self._known


def delta_item(name: str, hour: datetime, number: int, part: bytes) -> dict[str, Any]:
    """The item of a part; `name` ends in hexadecimal digits, the last of which is its shard."""
    return {
        "pk": {"S": f"D#{named(hour)}#{int(name[-1], 16) % SHARDS}"},
        "sk": {"S": f"{name}#{number}"},
        "v": {"B": part},
        "expires": _expires(hour),
    }


def _salt_key(hour: datetime) -> dict[str, Any]:
    return {"pk": {"S": f"SALT#{named(hour)}"}, "sk": {"S": SALT}}


def _expires(hour: datetime) -> dict[str, str]:
    return {"N": str(int((hour + HOUR + KEPT).timestamp()))}
