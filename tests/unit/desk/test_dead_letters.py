"""Messages that nobody tries any more, told to the desk with their cause."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from shared.desk.cause import Cause
from shared.desk.dead_letters import Found, look_for_dead_letters
from shared.news.keys import log_of
from tests.builders import a_newsroom
from tests.fakes.desk import MemoryRows
from tests.unit.desk.conftest import RIVER, DeskWorld

SINCE = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


@dataclass
class Morgue:
    """Dead letters, and what functions noted of them."""

    lying: list[Found] = field(default_factory=list)
    noted: dict[str, Cause] = field(default_factory=dict)

    def found(self) -> list[Found]:
        return self.lying

    def cause(self, message: str) -> Cause | None:
        return self.noted.get(message)

    def dies(self, message: str, detail: dict[str, object], undelivered: str = "") -> None:
        body = json.dumps({"source": "triptych", "detail": detail})
        self.lying.append(Found(message, "translate", body, SINCE, undelivered))


def test_a_letter_says_what_it_is_about_and_why_it_failed() -> None:
    morgue, rows = Morgue(), MemoryRows()
    morgue.dies("m1", {"name": "StoryAccepted", "story": "abc", "edition": "ar"})
    morgue.noted["m1"] = Cause(kind="unavailable", reason="DynamoDB cannot be reached")
    outcome = look_for_dead_letters(morgue, morgue, rows)
    (letter,) = rows.letters.letters
    assert outcome.letters == (letter,)
    assert (letter.queue, letter.event, letter.log) == ("translate", "StoryAccepted", "abc")
    assert letter.cause == morgue.noted["m1"]


def test_a_letter_without_a_cause_was_never_finished() -> None:
    morgue, rows = Morgue(), MemoryRows()
    morgue.dies("m1", {"name": "UploadTouched", "key": RIVER})
    look_for_dead_letters(morgue, morgue, rows)
    assert rows.letters.letters[0].cause.kind == "unfinished"
    assert rows.letters.letters[0].log == log_of(RIVER)


def test_an_upload_that_was_never_taken_in_is_stuck_under_its_files_name(world: DeskWorld) -> None:
    morgue = Morgue()
    morgue.dies("m1", {"name": "UploadTouched", "key": RIVER})
    look_for_dead_letters(morgue, morgue, world.rows)
    assert world.rows.letters.letters[0].event == f"UploadTouched {RIVER}"
    world.report()
    assert f"- {RIVER} (translate)" in world.shelf.text("receipts/index.md")


@pytest.mark.parametrize(
    ("body", "event"),
    [
        (
            {"Records": [{"s3": {"object": {"key": "AWSLogs/a+b.gz"}}}]},
            "UploadTouched AWSLogs/a b.gz",
        ),
        ({"Event": "s3:TestEvent"}, ""),
    ],
)
def test_a_log_object_that_could_not_be_counted_is_named(
    body: dict[str, object], event: str
) -> None:
    morgue, rows = Morgue([Found("m1", "count", json.dumps(body), SINCE)]), MemoryRows()
    look_for_dead_letters(morgue, morgue, rows)
    assert rows.letters.letters[0].event == event


def test_an_event_that_no_queue_took_says_so() -> None:
    morgue, rows = Morgue(), MemoryRows()
    morgue.dies("m1", {"name": "StoryWithdrawn", "story": "abc"}, "access denied")
    look_for_dead_letters(morgue, morgue, rows)
    assert rows.letters.letters[0].cause == Cause(kind="undelivered", reason="access denied")


@pytest.mark.parametrize(
    "body", ["", "[]", '{"source": "aws.s3", "detail": {}}', '{"a": 1}', '{"Records": [1]}']
)
def test_a_letter_that_makes_no_sense_is_listed_too(body: str) -> None:
    morgue, rows = Morgue([Found("m1", "ingest", body, SINCE)]), MemoryRows()
    look_for_dead_letters(morgue, morgue, rows)
    (letter,) = rows.letters.letters
    assert (letter.message, letter.event, letter.log) == ("m1", "", "")


def test_a_list_that_did_not_change_needs_no_new_overview_and_none_repeats() -> None:
    morgue, rows = Morgue(), MemoryRows()
    assert not look_for_dead_letters(morgue, morgue, rows).changed
    morgue.dies("m1", {"name": "StoryWithdrawn", "story": "abc"})
    assert look_for_dead_letters(morgue, morgue, rows).changed
    assert not look_for_dead_letters(morgue, morgue, rows).changed
    morgue.lying.clear()
    assert look_for_dead_letters(morgue, morgue, rows).changed
    assert rows.letters.letters == ()
    assert rows.letters.number == 2


@pytest.mark.parametrize(
    ("language", "heading", "sentence"),
    [
        ("en", "## Stuck, until somebody sends it again", "The program has a fault"),
        ("ar", "## عالق حتى يُعاد إرساله", "في البرنامج خلل"),
        ("es", "## Atascado, hasta que alguien lo reenvíe", "El programa tiene un fallo"),
    ],
)
def test_the_overview_tells_the_desk_in_its_language(
    world: DeskWorld, language: str, heading: str, sentence: str
) -> None:
    world.configure(a_newsroom(desk_language=language))
    story = world.accept("river")
    world.report(story)
    assert heading not in world.shelf.text("receipts/index.md")
    morgue = Morgue()
    morgue.dies("m1", {"name": "StoryAccepted", "story": story, "edition": "ar"})
    morgue.noted["m1"] = Cause(kind="bug", reason="KeyError: 'x' (view.py:12)")
    look_for_dead_letters(morgue, morgue, world.rows)
    world.report()
    text = world.shelf.text("receipts/index.md")
    (line,) = (line for line in text.splitlines() if sentence in line)
    assert heading in text
    assert "The river" in line
    assert "(translate)" in line
    assert "2026" in line or "٢٠٢٦" in line
    told = json.loads(world.shelf.text("receipts/index.json"))["dead"]["letters"]
    assert [(one["message"], one["cause"]["kind"]) for one in told] == [("m1", "bug")]
