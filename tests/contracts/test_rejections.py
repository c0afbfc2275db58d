"""The story files that stand rejected: in memory and on DynamoDB."""

from typing import Any

import pytest

from shared.aws.rejections import DynamoRejections
from shared.intake.ports import Rejections
from tests.fakes.intake import MemoryRejections


@pytest.fixture(params=["memory", "aws"])
def rejections(request: pytest.FixtureRequest) -> Any:
    if request.param == "memory":
        return MemoryRejections()
    return DynamoRejections(request.getfixturevalue("table"))


def test_what_was_rejected_is_known_until_it_is_settled(rejections: Rejections) -> None:
    rejections.note("inbox/a.en.md", 1)
    rejections.note("inbox/نهر.ar.md", 1)
    rejections.settle("inbox/a.en.md", 2)
    assert rejections.rejected() == ("inbox/نهر.ar.md",)


def test_a_late_run_undoes_nothing_of_a_newer_one(rejections: Rejections) -> None:
    rejections.settle("inbox/a.en.md", 3)
    rejections.note("inbox/a.en.md", 2)
    rejections.note("inbox/b.en.md", 3)
    rejections.settle("inbox/b.en.md", 2)
    assert rejections.rejected() == ("inbox/b.en.md",)
