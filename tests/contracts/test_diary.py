"""The diary: in memory and on DynamoDB."""

from datetime import timedelta
from typing import Any

import pytest

from shared.aws.diary import DynamoDiary
from shared.news.due import Diary, Due
from tests.builders import MORNING
from tests.fakes.diary import MemoryDiary


@pytest.fixture(params=["memory", "aws"])
def diary(request: pytest.FixtureRequest) -> Any:
    if request.param == "memory":
        return MemoryDiary()
    return DynamoDiary(request.getfixturevalue("table"))


def a_release(story: str, minutes: float = 0, revision: int = 1) -> Due:
    at = MORNING + timedelta(minutes=minutes)
    return Due(at=at, kind="release", story=story, revision=revision)


def test_what_is_due_comes_oldest_first_and_nothing_before_its_moment(diary: Diary) -> None:
    for story, minutes in (("b", 2.0), ("c", 2.001), ("a", -60 * 24 * 400)):
        diary.note(a_release(story, minutes))
    assert diary.due(MORNING) == (a_release("a", -60 * 24 * 400),)
    now = MORNING + timedelta(minutes=2)
    assert [item.story for item in diary.due(now)] == ["a", "b"]


def test_a_story_may_be_due_for_two_reasons_at_the_same_moment(diary: Diary) -> None:
    purge = Due(at=MORNING, kind="purge", story="a", revision=1, tags=("a", "list-en-home"))
    for item in (a_release("a"), purge):
        diary.note(item)
    assert diary.due(MORNING) == (purge, a_release("a"))


def test_what_was_done_is_struck_out_once(diary: Diary) -> None:
    diary.note(a_release("a"))
    diary.strike(a_release("a"))
    diary.strike(a_release("a"))
    assert diary.due(MORNING) == ()


def test_what_a_newer_revision_wrote_down_meanwhile_stays(diary: Diary) -> None:
    diary.note(a_release("a", revision=2))
    diary.note(a_release("a", revision=1))  # a late run
    diary.strike(a_release("a", revision=1))
    assert diary.due(MORNING) == (a_release("a", revision=2),)
