"""What log objects say of an hour adds up to the same, however it is split and ordered."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.ids import short_id
from shared.trending.delta import MOST_BYTES, Counts, Delta, add, delta_in, encoded, hour_of_delta
from shared.trending.hours import Key
from shared.trending.sketch import Sketch, Visitors
from tests.unit.trending.day import RIVER, TRAM

KEYS: list[Key] = [(RIVER, "en"), (RIVER, "ar"), (TRAM, "en")]
View = tuple[Key, int, int]
VIEWS = st.lists(st.tuples(st.sampled_from(KEYS), st.integers(0, 11), st.integers(0, 300)))


def a_delta(views: list[View]) -> Delta:
    """Views of a story in a bucket by a visitor; one in three has a phone."""
    delta = Delta()
    for key, bucket, visitor in views:
        counts = delta.setdefault(key, Counts())
        counts.views[bucket] += 1
        counts.phones += visitor % 3 == 0
        counts.visitors.add((visitor // 4).to_bytes(3) + (visitor % 4).to_bytes(2))
        counts.networks.add((visitor // 4).to_bytes(3))
    return delta


def total(deltas: list[Delta]) -> bytes:
    found = Delta()
    for delta in deltas:
        for part in encoded(delta):
            add(found, delta_in(part))
    return b"".join(encoded(found))


@given(VIEWS, st.integers(1, 7), st.randoms(use_true_random=False))
def test_how_views_were_split_into_objects_leaves_no_trace(
    views: list[View], objects: int, rng: random.Random
) -> None:
    split: list[list[View]] = [[] for _ in range(objects)]
    for view in views:
        rng.choice(split).append(view)
    assert total([a_delta(one) for one in split]) == total([a_delta(views)])


def test_an_hour_is_the_integers_of_all_its_deltas() -> None:
    hour = hour_of_delta(a_delta([((RIVER, "en"), 3, 7), ((RIVER, "en"), 4, 6)]))
    (tally,) = hour.values()
    assert tally.views == (0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0)
    assert (tally.visitors, tally.networks, tally.phones) == (2, 1, 1)


def test_a_large_delta_is_kept_in_parts_of_64_kilobytes() -> None:
    many: Delta = {
        (short_id(str(story)), "en"): Counts([1] * 12, 1, Visitors([bytes(5)]), Sketch([bytes(3)]))
        for story in range(3_000)
    }
    parts = [*encoded(many)]
    assert len(parts) > 1
    assert max(map(len, parts)) <= MOST_BYTES
    assert {key for part in parts for key in delta_in(part)} == many.keys()


@pytest.mark.parametrize("bucket", [0, 11])
def test_a_story_with_one_reader_takes_thirteen_bytes_of_a_delta(bucket: int) -> None:
    (one,) = encoded(a_delta([((RIVER, "en"), bucket, 7)]))
    (two,) = encoded(a_delta([((RIVER, "en"), bucket, 7), ((TRAM, "en"), bucket, 6)]))
    assert len(two) - len(one) == 13


@given(VIEWS.filter(bool))
def test_a_delta_comes_back_as_it_was_kept(views: list[View]) -> None:
    delta = a_delta(views)
    (part,) = encoded(delta)
    assert hour_of_delta(delta_in(part)) == hour_of_delta(delta)
    assert [*encoded(delta_in(part))] == [part]
