"""The rows of the desk: in memory and on DynamoDB."""

from datetime import timedelta
from typing import Any

import pytest

from shared.aws.desk import KEPT_SECONDS, DynamoRows
from shared.desk.ports import Line, Row, Rows
from tests.builders import MORNING
from tests.fakes.desk import MemoryRows


@pytest.fixture(params=["memory", "aws"])
def rows(request: pytest.FixtureRequest) -> Any:
    if request.param == "memory":
        return MemoryRows()
    return DynamoRows(request.getfixturevalue("table"))


def a_row(log: str, hours: float = 0, **about: Any) -> Row:
    first = MORNING + timedelta(hours=hours)
    line = Line(upload=f"inbox/{log}.en.md", state="accepted")
    values = {
        "log": log, "story": True, "headline": log, "state": "accepted", "open": False,
        "uploads": (line,), "editions": {}, "first": first, "at": first, "revision": 1,
        "stands": 0,
    }  # fmt: skip
    return Row.model_validate(values | about)


def test_the_newest_stories_come_first_and_no_more_than_asked_for(rows: Rows) -> None:
    for log, hours in (("a", 1), ("b", 3), ("c", 2)):
        rows.put(a_row(log, hours))
    assert [row.log for row in rows.newest(2)] == ["b", "c"]


def test_what_is_no_story_is_never_among_the_newest_but_can_be_open(rows: Rows) -> None:
    rows.put(a_row("picture", story=False, open=True))
    assert rows.newest(9) == ()
    assert [row.log for row in rows.open()] == ["picture"]


def test_open_rows_are_read_oldest_first(rows: Rows) -> None:
    for log, hours in (("a", 3), ("b", 1), ("c", 2)):
        rows.put(a_row(log, hours, open=log != "c"))
    assert [row.log for row in rows.open()] == ["b", "a"]


def test_a_row_that_is_closed_is_open_no_more(rows: Rows) -> None:
    rows.put(a_row("a", open=True))
    rows.put(a_row("a", revision=2))
    assert rows.open() == ()
    assert [row.revision for row in rows.newest(9)] == [2]


@pytest.mark.parametrize(
    ("revision", "stands"), [(1, 5), (2, 4), (1, 4), (3, 4), (1, 6)], ids=str
)  # fmt: skip
def test_a_row_that_knows_less_in_any_respect_changes_nothing(
    rows: Rows, revision: int, stands: int
) -> None:
    rows.put(a_row("a", revision=2, stands=5))
    rows.put(a_row("a", revision=revision, stands=stands, open=True, headline="late"))
    assert rows.open() == ()
    assert [row.headline for row in rows.newest(9)] == ["a"]


def test_a_row_is_replaced_when_only_more_stands(rows: Rows) -> None:
    rows.put(a_row("a", open=True))
    rows.put(a_row("a", stands=3))
    assert rows.open() == ()


def test_an_older_row_never_reopens_what_was_never_seen_open(rows: Rows) -> None:
    rows.put(a_row("a", revision=2))
    rows.put(a_row("a", revision=1, open=True))
    assert rows.open() == ()


def test_a_closed_row_expires_and_an_open_one_does_not(table: Any) -> None:
    rows = DynamoRows(table)
    rows.put(a_row("a", open=True))
    rows.put(a_row("b"))
    expiry = {item["sk"]["S"]: item.get("expires") for item in table.items("desk#open")}
    assert expiry == {"a": None, "b": {"N": str(int(MORNING.timestamp()) + KEPT_SECONDS)}}
