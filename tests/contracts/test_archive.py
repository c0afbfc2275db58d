"""The story log, in memory and on AWS."""

from typing import Any

import pytest

from shared.aws.objects import S3Bodies
from shared.aws.tables import DynamoArchive, Table
from shared.errors import Conflict, Unavailable
from shared.ids import digest
from shared.news.archive import Archive, Bodies, record
from shared.news.facts import Chosen, What
from shared.news.log import BrokenLog, Log
from tests.builders import MORNING
from tests.fakes.archive import MemoryArchive, MemoryBodies


@pytest.fixture(params=["memory", "aws"])
def archive(request: pytest.FixtureRequest) -> Archive:
    if request.param == "memory":
        return MemoryArchive()
    return DynamoArchive(request.getfixturevalue("table"))


@pytest.fixture(params=["memory", "aws"])
def bodies(request: pytest.FixtureRequest) -> Bodies:
    if request.param == "memory":
        return MemoryBodies()
    return S3Bodies(*request.getfixturevalue("bucket"))


def choice(*stories: str) -> Chosen:
    return Chosen(stories=stories)


def add(archive: Archive, what: What, log: str = "river") -> Log:
    return record(archive, log, lambda _: what, clock=lambda: MORNING)


def test_a_log_that_was_never_written_is_empty(archive: Archive) -> None:
    assert archive.read("river") == Log("river")


def test_facts_come_back_in_order_numbered_from_one(archive: Archive) -> None:
    for story in ("a", "b", "c"):
        add(archive, choice(story))
    facts = archive.read("river").facts
    assert [fact.number for fact in facts] == [1, 2, 3]
    assert [fact.what for fact in facts] == [choice("a"), choice("b"), choice("c")]


def test_each_fact_carries_the_hash_of_the_one_before(archive: Archive) -> None:
    add(archive, choice("a"))
    log = add(archive, choice("b"))
    assert log.facts[0].previous == ""
    assert log.facts[1].previous == log.facts[0].digest()
    assert archive.read("river") == log


def test_a_number_can_be_taken_only_once(archive: Archive) -> None:
    fact = archive.read("river").next(choice("a"), MORNING)
    archive.append("river", fact)
    with pytest.raises(Conflict):
        archive.append("river", fact)


def test_logs_do_not_mix(archive: Archive) -> None:
    add(archive, choice("a"), "river")
    add(archive, choice("b"), "bridge")
    assert [fact.what for fact in archive.read("bridge").facts] == [choice("b")]


def test_who_loses_the_race_for_a_number_decides_again_on_what_the_other_wrote(
    archive: Archive,
) -> None:
    seen: list[int] = []

    def decide(log: Log) -> What | None:
        seen.append(log.revision)
        if len(seen) == 1:  # someone else is faster
            add(archive, choice("other"))
        return None if log.revision == 2 else choice(f"after {log.revision}")

    record(archive, "river", decide, clock=lambda: MORNING)
    assert seen == [0, 1]
    assert [fact.what for fact in archive.read("river").facts] == [
        choice("other"),
        choice("after 1"),
    ]


def test_a_log_with_a_gap_is_never_taken_for_a_log(table: Table) -> None:
    archive = DynamoArchive(table)
    for story in ("a", "b", "c"):
        add(archive, choice(story))
    table.client.delete_item(
        TableName=table.name, Key={"pk": {"S": "log#river"}, "sk": {"S": "00000002"}}
    )
    with pytest.raises(Unavailable, match="gap"):
        archive.read("river")


def test_a_changed_fact_breaks_the_chain() -> None:
    log = Log("river")
    for story in ("a", "b"):
        log = log.plus(log.next(choice(story), MORNING))
    forged = log.facts[0].model_copy(update={"what": choice("forged")})
    with pytest.raises(BrokenLog):
        Log("river", (forged, log.facts[1]))


def test_a_body_is_kept_under_its_hash_and_comes_back(bodies: Bodies) -> None:
    name = bodies.put(b"words")
    assert name == digest(b"words")
    assert bodies.get(name) == b"words"


def test_keeping_a_body_twice_changes_nothing(bodies: Bodies) -> None:
    assert bodies.put(b"words") == bodies.put(b"words")


def test_a_body_that_is_not_there_is_asked_for_again_later(bodies: Bodies) -> None:
    with pytest.raises(Unavailable):
        bodies.get(digest(b"never kept"))


def test_a_body_stands_in_the_private_prefix(bucket: tuple[Any, str]) -> None:
    client, name = bucket
    kept = S3Bodies(client, name).put(b"words")
    assert client.get_object(Bucket=name, Key=f"facts/{kept}")["Body"].read() == b"words"
