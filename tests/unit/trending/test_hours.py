"""An hour's integers come back as they were kept."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.ids import short_id
from shared.news.language import LANGUAGES
from shared.trending.hours import ALPHABET, PARTS, Key, Tally, hour_in, hour_of, part_of, parts

COUNTS = st.integers(0, 2**40)
KEYS: st.SearchStrategy[Key] = st.tuples(
    st.text(ALPHABET, min_size=10, max_size=10), st.sampled_from(LANGUAGES)
)
TALLIES = st.builds(
    Tally, st.lists(COUNTS, min_size=12, max_size=12).map(tuple), COUNTS, COUNTS, COUNTS
)


@given(st.dictionaries(KEYS, TALLIES))
def test_an_hour_comes_back_as_it_was_kept(hour: dict[Key, Tally]) -> None:
    assert hour_in(parts(hour)) == hour


@given(st.dictionaries(KEYS, TALLIES))
def test_the_order_in_which_stories_were_counted_leaves_no_trace(hour: dict[Key, Tally]) -> None:
    assert parts(dict(reversed(hour.items()))) == parts(hour)


def test_stories_are_spread_over_the_parts_of_an_hour() -> None:
    found = {part_of((short_id(str(number)), "en")) for number in range(100)}
    assert found == set(range(PARTS))


def test_a_story_in_an_edition_takes_some_twenty_bytes() -> None:
    tally = Tally((3,) * 12, 30, 28, 14)
    assert sum(map(len, parts({(short_id("a"), "en"): tally}))) == 24


@pytest.mark.parametrize(
    ("visitors", "networks", "readers"),
    [(1, 1, 1), (20, 1, 20), (200_000, 1, 20), (200_000, 256, 5_120), (300, 256, 300)],
)
def test_a_network_stands_for_twenty_readers_at_most(
    visitors: int, networks: int, readers: int
) -> None:
    assert Tally((0,) * 12, visitors, networks, 0).readers(20) == readers


def test_a_moment_is_in_its_full_hour() -> None:
    assert hour_of(datetime(2026, 11, 24, 9, 59, 59, tzinfo=UTC)) == datetime(
        2026, 11, 24, 9, tzinfo=UTC
    )
