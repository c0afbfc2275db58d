"""The till: the fake's and DynamoDB's promises are the same."""

import pytest

from shared.aws.till import DynamoTill
from tests.fakes.guards import MemoryTill, Watch

DAY, MINUTE = "2026-11-24", "2026-11-24T08:00"


@pytest.fixture(params=["fake", "dynamodb"])
def till(request: pytest.FixtureRequest) -> MemoryTill | DynamoTill:
    if request.param == "fake":
        return MemoryTill()
    return DynamoTill(request.getfixturevalue("table"), Watch())


def test_what_is_added_is_counted_by_engine_and_period(till: MemoryTill | DynamoTill) -> None:
    assert till.add("google", DAY, 300, None)
    assert till.add("google", DAY, 200, None)
    assert till.add("google", MINUTE, 70, None)
    assert till.add("libretranslate", DAY, 10, None)
    assert till.counted("google", DAY) == 500
    assert till.counted("google", MINUTE) == 70
    assert till.counted("libretranslate", DAY) == 10
    assert till.counted("google", "2026-11") == 0


def test_what_would_be_too_much_is_not_counted(till: MemoryTill | DynamoTill) -> None:
    assert not till.add("google", DAY, 101, 100)
    assert till.add("google", DAY, 60, 100)
    assert not till.add("google", DAY, 41, 100)
    assert till.add("google", DAY, 40, 100)
    assert till.counted("google", DAY) == 100


def test_what_was_not_used_makes_room(till: MemoryTill | DynamoTill) -> None:
    till.add("google", DAY, 100, 100)
    assert till.add("google", DAY, -30, None)
    assert till.add("google", DAY, 30, 100)
    assert till.counted("google", DAY) == 100
