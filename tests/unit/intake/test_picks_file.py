"""The editors' picks: what the file says, and every fault of it with its line."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.intake.picks_file import PicksReading, read_picks
from shared.news.faults import Verdict
from shared.news.keys import story_of
from shared.news.picks import Ban, Boost, Picks, Pin
from shared.news.ranking import EVERYWHERE
from tests.builders import MORNING, a_newsroom

RIVER = story_of("inbox/2026/11/river")
UNTIL = "until: 2026-11-25T09:00:00+01:00"
LATER = "until: 2026-11-25T08:00:00+03:00"
THEN = MORNING.replace(day=25)


def read(text: str | bytes, *, size: int = 0, known: bool = True) -> PicksReading:
    content = text.encode() if isinstance(text, str) else text
    return read_picks(content, size, a_newsroom(), MORNING, lambda _: known)


def told(text: str | bytes) -> list[tuple[int | None, str, str]]:
    return [(fault.line, fault.field, fault.rule) for fault in read(text).faults]


def test_pins_bans_and_boosts_are_read() -> None:
    reading = read(f"""\
# Readers should see this first
pins:
  - {{story: inbox/2026/11/river, place: 1, {UNTIL}}}
  - story: {RIVER}
    place: 3
    list: section/economy
    editions: [ar, es]
    {UNTIL}
bans:
  - {{story: inbox/2026/11/river.en.md, editions: en, {UNTIL}}}
boosts:
  - {{story: inbox/2026/11/river.en, factor: 1.5, {UNTIL}}}
""")
    assert (reading.faults, reading.notes) == ((), ())
    assert reading.picks == Picks(
        pins=(
            Pin(story=RIVER, place=1, until=THEN),
            Pin(
                story=RIVER,
                place=3,
                list="section/economy",
                editions=("ar", "es"),
                until=THEN,
            ),
        ),
        bans=(Ban(story=RIVER, editions=("en",), until=THEN),),
        boosts=(Boost(story=RIVER, factor=1.5, until=THEN),),
    )


@pytest.mark.parametrize("text", ["# pins:\n#   - {story: x}\n", "pins:\n", "bans: []\n", "\n#"])
def test_a_file_of_comments_or_without_entries_picks_nothing(text: str) -> None:
    assert read(text) == PicksReading(picks=Picks())


def test_a_story_can_be_pinned_in_the_list_of_all_editions_too() -> None:
    picks = read(f"pins: [{{story: {RIVER}, place: 1, list: everywhere, {UNTIL}}}]").picks
    assert picks
    assert picks.pinned("en", EVERYWHERE, MORNING) == {RIVER: 1}


def test_every_fault_is_told_at_once_with_its_line() -> None:
    assert told(f"""\
pins:
  - {{story: inbox/2026/11/river, place: 11, list: section/politcs, {UNTIL}}}
  - {{stroy: inbox/2026/11/river, place: first, {UNTIL}}}
  - {{story: river, place: 1, until: tomorrow}}
  - {{place: 1, until: 2026-11-25T08:00:00}}
  - inbox/2026/11/river
bans: inbox/2026/11/river
boots:
  - {{story: inbox/2026/11/river}}
boosts:
  - {{story: inbox/2026/11/river, factor: 20, place: 1, editions: [en, fr], {UNTIL}}}
  - {{story: inbox/2026/11/river}}
""") == [
        (2, "pins.list", "not-one-of"),
        (2, "pins.place", "not-in-range"),
        (3, "pins.stroy", "unknown-field"),
        (3, "pins.place", "not-in-range"),
        (4, "pins.story", "names-no-story"),
        (4, "pins.until", "not-a-time"),
        (5, "pins.story", "required"),
        (5, "pins.until", "time-without-zone"),
        (6, "pins", "expects-fields"),
        (7, "bans", "expects-entries"),
        (8, "boots", "unknown-field"),
        (11, "boosts.place", "unknown-field"),
        (11, "boosts.editions", "not-one-of"),
        (11, "boosts.factor", "not-in-range"),
        (12, "boosts.factor", "required"),
        (12, "boosts.until", "required"),
    ]


@pytest.mark.parametrize(
    ("text", "example", "given"),
    [
        ("pins: [{stroy: x}]", "story: inbox/2026/11/river-treaty", {"nearest": "story"}),
        ("pinz: []", f"pins:\n  - {{story: inbox/2026/11/river-treaty, place: 1, {LATER}}}",
         {"nearest": "pins"}),
        ("pins: [{list: section/politcs}]", "list: section/politics",
         {"nearest": "section/politics"}),
        ("pins: [{place: 0}]", "place: 1", {"limit": "1–10"}),
        ("boosts: [{factor: 0}]", "factor: 1.5", {"limit": "0.1–10"}),
    ],
)  # fmt: skip
def test_a_fault_has_an_example_and_what_was_probably_meant(
    text: str, example: str, given: dict[str, str]
) -> None:
    assert [
        fault
        for fault in read(text).faults
        if fault.example == example and given.items() <= fault.given.items()
    ]


def test_more_than_fifty_entries_are_a_fault_and_fifty_are_none() -> None:
    entry = f"  - {{story: {RIVER}, {UNTIL}}}\n"
    assert told("bans:\n" + 50 * entry) == []
    assert told("bans:\n" + 51 * entry) == [(1, "file", "too-many")]
    assert told("bans:\n" + 50 * entry + "pins: [{}]") == [(1, "file", "too-many")]


def test_an_entry_that_has_expired_is_a_note() -> None:
    reading = read(f"bans: [{{story: {RIVER}, until: 2026-11-24T08:00:00Z}}]")
    assert [(note.field, note.rule) for note in reading.notes] == [("bans.until", "has-expired")]
    assert reading.picks
    assert read(f"bans: [{{story: {RIVER}, until: 2026-11-24T08:00:01Z}}]").notes == ()


def test_a_story_that_is_not_known_is_a_note() -> None:
    reading = read(f"bans: [{{story: {RIVER}, {UNTIL}}}]", known=False)
    assert [(note.field, note.rule) for note in reading.notes] == [("bans.story", "unknown-story")]
    assert reading.picks
    assert reading.picks.bans


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"", "empty"),
        (b"- a", "no-fields"),
        (b"pins: [", "yaml-bracket"),
        (b"pins: []\npins: []", "doubled-field"),
        (b"pins: []\x00\xff", "not-text"),
    ],
)
def test_what_is_no_file_of_picks_is_told(content: bytes, rule: str) -> None:
    assert [rule] == [rule for _, _, rule in told(content)]


def test_a_very_large_file_is_told_by_its_size() -> None:
    assert [fault.rule for fault in read("pins: []", size=2_000_000).faults] == ["too-large"]


def _judged(reading: PicksReading) -> None:
    verdict = Verdict(faults=reading.faults, notes=reading.notes)
    assert Verdict.model_validate_json(verdict.canonical()) == verdict
    assert (reading.picks is None) == bool(reading.faults)


@given(st.binary())
def test_any_bytes_at_all_are_judged(content: bytes) -> None:
    _judged(read(content))


NAMES = st.sampled_from(["story", "until", "place", "list", "editions", "factor", "stroy"])
VALUES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["1", "0.5", "home", "en", RIVER, "2026-11-25T08:00:00Z", "inbox/a"]),
    st.lists(st.sampled_from(["en", "ar", "fr"]), max_size=4),
)


@given(
    st.dictionaries(
        st.sampled_from(["pins", "bans", "boosts", "pin"]),
        st.lists(st.dictionaries(NAMES, VALUES, max_size=6), max_size=3),
    )
)
def test_any_entries_are_judged(groups: dict[str, list[dict[str, object]]]) -> None:
    _judged(read(json.dumps(groups)))
