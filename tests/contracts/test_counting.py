"""What counting reads and keeps: in memory, and on S3 and DynamoDB."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from shared.aws.counts import CHUNK, DynamoKnown, DynamoNewDeltas, DynamoSalts, S3Logs
from shared.aws.hours import DynamoDeltas
from shared.aws.tables import Table
from shared.news.article import Entry
from shared.trending.hours import Key
from shared.trending.ports import Known, Logs, NewDeltas, Salts
from tests.bench.units import write_units
from tests.builders import MORNING
from tests.fakes.count import MemoryKnown, MemoryLogs, MemoryNewDeltas, MemorySalts

NEXT = MORNING + timedelta(hours=1)
NAME = "20261124T0809#0123456789abcdef"


@pytest.fixture(params=["memory", "aws"])
def logs(request: pytest.FixtureRequest) -> tuple[Logs, Callable[[str, bytes], None]]:
    """The port, and how an object comes there."""
    if request.param == "memory":
        memory = MemoryLogs()
        return memory, lambda key, body: memory.put(key, body, datetime.now(UTC))
    client, bucket = request.getfixturevalue("bucket")
    return S3Logs(client, bucket), lambda key, body: client.put_object(
        Bucket=bucket, Key=key, Body=body
    )


@pytest.fixture(params=["memory", "aws"])
def salts(request: pytest.FixtureRequest) -> Callable[[], Salts]:
    """Another process that asks for salts."""
    if request.param == "memory":
        return MemorySalts
    table: Table = request.getfixturevalue("table")
    return lambda: DynamoSalts(table)


@pytest.fixture(params=["memory", "aws"])
def deltas(request: pytest.FixtureRequest) -> tuple[NewDeltas, Callable[[datetime], list[bytes]]]:
    """The port, and the parts of an hour that ranking finds, in any order."""
    if request.param == "memory":
        memory = MemoryNewDeltas()
        return memory, lambda hour: [*memory.kept[hour].values()]
    table: Table = request.getfixturevalue("table")
    read = DynamoDeltas(table)
    return DynamoNewDeltas(table), lambda hour: [part for _, part in read.parts(hour, None)]


@pytest.fixture(params=["memory", "aws"])
def known(request: pytest.FixtureRequest) -> Callable[[Iterable[Key], Iterable[str]], Known]:
    """The port, where these stand and those do not."""
    if request.param == "memory":
        return lambda _, unknown: MemoryKnown(unknown)
    table: Table = request.getfixturevalue("table")

    def standing(keys: Iterable[Key], _: Iterable[str]) -> Known:
        for story, edition in keys:
            entry = Entry(
                story=story, edition=edition, list="home", published=MORNING, revision=1, as_of=1
            )
            table.put(f"stands#{story}", edition, entry)
        return DynamoKnown(table)

    return standing


def test_an_object_comes_with_its_moment_and_in_pieces(
    logs: tuple[Logs, Callable[[str, bytes], None]],
) -> None:
    port, put = logs
    put("one.gz", bytes(2 * CHUNK + 1))
    delivery = port.open("one.gz")
    assert delivery
    chunks = [*delivery.chunks]
    assert b"".join(chunks) == bytes(2 * CHUNK + 1)
    assert max(map(len, chunks)) <= CHUNK
    assert abs(datetime.now(UTC) - delivery.at) < timedelta(minutes=1)


def test_an_object_that_is_gone_is_none(logs: tuple[Logs, Callable[[str, bytes], None]]) -> None:
    assert logs[0].open("gone.gz") is None


def test_an_hour_has_one_salt_for_everybody_and_no_other_hour_has_it(
    salts: Callable[[], Salts],
) -> None:
    one, other = salts(), salts()
    assert one.salt(MORNING) == other.salt(MORNING) == one.salt(MORNING)
    assert len({one.salt(MORNING), one.salt(NEXT)}) == 2
    assert len(one.salt(MORNING)) == 32


def test_what_an_object_says_takes_the_place_of_what_it_said(
    deltas: tuple[NewDeltas, Callable[[datetime], list[bytes]]],
) -> None:
    port, found = deltas
    for parts in ([b"a", b"b"], [b"a", b"c"]):
        port.put(NAME, MORNING, parts)
    port.put(f"{NAME}0", MORNING, [b"d"])
    port.put(NAME, NEXT, [b"e"])
    assert sorted(found(MORNING)) == [b"a", b"c", b"d"]
    assert found(NEXT) == [b"e"]


def test_a_story_is_known_in_the_editions_in_which_it_stands(
    known: Callable[[Iterable[Key], Iterable[str]], Known],
) -> None:
    standing: list[Key] = [(f"story{number:05}", "en") for number in range(230)]
    port = known(standing, ["elsewhere1"])
    asked: list[Key] = [*standing, ("elsewhere1", "ar")]
    for _ in range(2):
        assert {*port.known(asked)} == {*standing}
    assert {*port.known(standing[:1])} == {*standing[:1]}


def test_what_dynamodb_leaves_undone_is_asked_for_again() -> None:
    class Busy:
        """Gives one item a call."""

        def batch_get_item(self, RequestItems: dict[str, Any]) -> dict[str, Any]:  # noqa: N803
            ((name, wanted),) = RequestItems.items()
            first, *rest = wanted["Keys"]
            left = {"UnprocessedKeys": {name: wanted | {"Keys": rest}}} if rest else {}
            return {"Responses": {name: [first | {"value": first["sk"]}]}, **left}

    table = Table(Busy(), "triptych")
    assert [*table.get_many(("pk", str(number)) for number in range(3))] == ["0", "1", "2"]


def test_a_late_mark_names_the_hour_as_ranking_reads_it(table: Table) -> None:
    DynamoNewDeltas(table).mark_late(NAME, MORNING)
    read = DynamoDeltas(table)
    assert read.late() == {MORNING: [NAME]}
    read.settle(MORNING, [NAME])
    assert read.late() == {}


def test_what_ranking_forgets_is_the_salt_of_that_hour(table: Table) -> None:
    first = DynamoSalts(table).salt(MORNING)
    DynamoDeltas(table).forget(MORNING)
    assert DynamoSalts(table).salt(MORNING) != first


def test_a_process_that_loses_the_race_for_a_salt_takes_the_winner_s(table: Table) -> None:
    winner = DynamoSalts(table)

    class Slow(DynamoSalts):
        asked = 0

        def _found(self, hour: datetime) -> bytes | None:
            self.asked += 1
            found = super()._found(hour)
            if self.asked == 1:
                winner.salt(hour)
            return found

    assert Slow(table).salt(MORNING) == winner.salt(MORNING)


@pytest.mark.parametrize(("content", "units"), [(0, 1), (1000, 1), (1024, 2), (64 * 1024, 65)])
def test_a_write_unit_is_a_begun_kilobyte_of_names_and_values(content: int, units: int) -> None:
    item = {"pk": {"S": "p"}, "expires": {"N": "1795507200"}, "v": {"B": bytes(content)}}
    assert write_units(item) == units
