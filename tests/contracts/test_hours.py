"""Deltas and hours as ranking reads and keeps them: in memory, and on DynamoDB."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from shared.aws.hours import DynamoDeltas, DynamoRollups, named
from shared.aws.tables import Table
from shared.trending.ports import Deltas, Rollups
from tests.builders import MORNING
from tests.fakes.rank import MemoryDeltas, MemoryRollups

Counted = Callable[[datetime, str, bytes], None]
NEXT = MORNING + timedelta(hours=1)


@pytest.fixture(params=["memory", "aws"])
def counted(request: pytest.FixtureRequest) -> tuple[Deltas, Counted]:
    """The port, and how a late part of an hour comes there."""
    if request.param == "memory":
        memory = MemoryDeltas()

        def count(hour: datetime, name: str, part: bytes) -> None:
            memory.kept[hour][name] = part
            memory.marks[hour].add(name)

        return memory, count
    table: Table = request.getfixturevalue("table")

    def put(hour: datetime, name: str, part: bytes) -> None:
        shard, _, rest = name.partition("#")
        late = {"pk": {"S": "LATE"}, "sk": {"S": f"{named(hour)}#{name}"}}
        item: dict[str, Any] = {
            "pk": {"S": f"D#{named(hour)}#{shard}"}, "sk": {"S": rest}, "v": {"B": part}
        }  # fmt: skip
        for one in (item, late):
            table.client.put_item(TableName=table.name, Item=one)

    return DynamoDeltas(table), put


@pytest.fixture(params=["memory", "aws"])
def rollups(request: pytest.FixtureRequest) -> Rollups:
    if request.param == "memory":
        return MemoryRollups()
    table: Table = request.getfixturevalue("table")
    return DynamoRollups(table)


def test_the_parts_of_an_hour_come_from_all_its_partitions(counted: tuple[Deltas, Counted]) -> None:
    deltas, put = counted
    for hour, name, part in ((MORNING, "0#a", b"1"), (MORNING, "7#a", b"2"), (NEXT, "0#a", b"3")):
        put(hour, name, part)
    assert dict(deltas.parts(MORNING, None)) == {"0#a": b"1", "7#a": b"2"}


def test_what_was_delivered_since_can_be_read_alone(counted: tuple[Deltas, Counted]) -> None:
    deltas, put = counted
    for shard, minute in ((0, 10), (3, 14), (7, 15), (5, 20)):
        put(MORNING, f"{shard}#20261124T08{minute}#a#0", b"1")
    since = MORNING + timedelta(minutes=15)
    found = {name for name, _ in deltas.parts(MORNING, since)}
    assert found == {"7#20261124T0815#a#0", "5#20261124T0820#a#0"}


def test_what_came_late_is_told_until_it_is_settled(counted: tuple[Deltas, Counted]) -> None:
    deltas, put = counted
    put(MORNING, "0#a", b"1")
    seen = deltas.late()
    put(MORNING, "3#b#1", b"2")  # while the hour is closed again
    put(NEXT, "0#a", b"3")
    deltas.settle(MORNING, seen[MORNING])
    assert {hour: set(names) for hour, names in deltas.late().items()} == {
        MORNING: {"3#b#1"},
        NEXT: {"0#a"},
    }


def test_a_salt_that_is_not_there_is_forgotten_too(counted: tuple[Deltas, Counted]) -> None:
    counted[0].forget(MORNING)


def test_a_salt_is_deleted_and_the_others_stay(table: Table) -> None:
    for hour in (MORNING, NEXT):
        table.put(f"SALT#{named(hour)}", "SALT")
    DynamoDeltas(table).forget(MORNING)
    assert [len([*table.items(f"SALT#{named(hour)}")]) for hour in (MORNING, NEXT)] == [0, 1]


def test_an_hour_comes_back_as_it_was_closed(rollups: Rollups) -> None:
    rollups.close(MORNING, (b"0", b"", b"2"), 5)
    rollups.close(NEXT, (b"", b""), 0)
    assert rollups.closed() == {MORNING: 5, NEXT: 0}
    assert sorted(filter(None, rollups.hour(MORNING))) == [b"0", b"2"]


def test_an_hour_made_of_fewer_parts_changes_nothing(rollups: Rollups) -> None:
    rollups.close(MORNING, (b"all",), 5)
    rollups.close(MORNING, (b"few",), 4)
    assert [*rollups.hour(MORNING)] == [b"all"]
    rollups.close(MORNING, (b"more",), 6)
    assert ([*rollups.hour(MORNING)], rollups.closed()) == ([b"more"], {MORNING: 6})
