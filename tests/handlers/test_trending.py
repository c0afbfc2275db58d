"""What `triptych trending` says, on a stack in moto."""

import argparse
import json
from typing import Any

import pytest

from infra.cli.trending import explain, tell
from shared.clock import utc_now
from shared.news.keys import log_of
from shared.trending.hours import HOUR, hour_of
from tests.handlers.conftest import Deployment
from tests.handlers.test_rank import (
    KEYS,
    a_minute_passes,
    counts_table,
    hear_of_late_reading,
    hear_of_reading,
    home,
    publish_two,
)

RIVER, TRAM = map(log_of, KEYS)


def options(**chosen: Any) -> argparse.Namespace:
    return argparse.Namespace(
        **{"edition": None, "list": None, "why": None, "json": False} | chosen
    )


@pytest.fixture
def read(deployment: Deployment) -> None:
    """The river story was read by six, the tram's by three."""
    publish_two(deployment)
    for story, readers in ((RIVER, 6), (TRAM, 3)):
        hear_of_reading(story, hour_of(utc_now()), readers, story)
    a_minute_passes()


@pytest.mark.usefixtures("read")
def test_lists_are_told_with_their_scores(capsys: pytest.CaptureFixture[str]) -> None:
    assert tell(options(edition="en")) == 0
    said = capsys.readouterr().out
    assert "en home most-read: counted" in said
    assert f" 1  {RIVER}  A river: 6 readers (now 6), score 6" in said
    assert f" 2  {TRAM}  A river: one of the latest" in said
    assert "es home" not in said


@pytest.mark.usefixtures("read")
def test_a_list_that_has_not_changed_since_tells_the_readers_of_then_and_of_now(
    capsys: pytest.CaptureFixture[str],
) -> None:
    as_of = home().as_of
    hear_of_reading(RIVER, hour_of(utc_now()), 9, "another object")
    a_minute_passes()
    assert tell(options(edition="en")) == 0
    said = capsys.readouterr().out
    assert f"revision 1, numbers as of {as_of:%Y-%m-%d %H:%M}" in said
    assert f" 1  {RIVER}  A river: 6 readers (now 9), score 6" in said


@pytest.mark.usefixtures("read")
def test_a_program_gets_the_rankings_themselves(capsys: pytest.CaptureFixture[str]) -> None:
    assert tell(options(edition="en", list="section/politics", json=True)) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert (first["chart"], second["chart"]) == ("most-read", "trending")
    assert first["stories"][0] == {
        "story": RIVER, "readers": 6, "score": 6000, "because": "readers"
    }  # fmt: skip


@pytest.mark.usefixtures("deployment")
def test_a_list_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert tell(options(list="section/gardens")) == 1
    assert "section/gardens" in capsys.readouterr().err


@pytest.mark.usefixtures("read")
def test_a_story_is_told_its_hours_and_why_it_stands_where(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert explain(options(why=KEYS[0], edition="en")) == 0
    said = capsys.readouterr().out
    assert "6 views, 6 visitors, 6 networks, 50 % phones: 6 readers" in said
    assert "home most-read: place 1, score 6, by its readers" in said
    assert "section/politics trending: place 1" in said
    assert "section/culture" not in said


@pytest.mark.usefixtures("read")
def test_a_story_that_does_not_stand_is_told_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert explain(options(why=TRAM, json=True)) == 0
    english, arabic, _ = json.loads(capsys.readouterr().out)
    assert english["readers"] == 3
    stands = {(one["list"], one["chart"]): one for one in english["stands"]}
    assert stands["home", "most-read"]["why"].startswith("one of the latest")
    assert {one["why"] for one in arabic["stands"]} == {"not live in this edition"}
    assert explain(options(why="nothing234")) == 1


@pytest.mark.usefixtures("read")
def test_asking_changes_nothing(deployment: Deployment) -> None:
    hear_of_late_reading(deployment, hour_of(utc_now()) - 3 * HOUR)
    before = counts_table().scan()["Items"]
    assert explain(options(why=RIVER)) == 0
    assert counts_table().scan()["Items"] == before
