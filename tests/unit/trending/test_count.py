"""What the access logs say is counted: by any split and order alike, and no forger moves it far."""

import gzip
import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infra.readers.day import Article
from infra.readers.floods import FLOODS
from infra.readers.logs import Log
from shared.errors import Unavailable
from shared.trending.count import Outcome, count
from shared.trending.delta import Counts, Delta, add, delta_in, encoded
from shared.trending.hours import HOUR, hour_of
from tests.fakes.count import MemoryKnown, MemoryLogs, MemoryNewDeltas, MemorySalts
from tests.unit.trending.log import EIGHT, FIREFOX, PAGE, RIVER, TITLE, a_line, a_log

NOW = EIGHT + timedelta(minutes=20)
HOUR_OF_EIGHT = hour_of(EIGHT)


class Counting:
    """Log objects, and what is kept of them."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now
        self.logs, self.salts = MemoryLogs(), MemorySalts()
        self.known, self.deltas = MemoryKnown(), MemoryNewDeltas()

    def take(self, content: bytes, key: str = "one.gz") -> Outcome:
        self.logs.put(key, content)
        return self.count(key)

    def count(self, key: str) -> Outcome:
        return count(
            key, logs=self.logs, salts=self.salts, known=self.known, deltas=self.deltas,
            clock=lambda: self.now,
        )  # fmt: skip

    def hour(self, hour: datetime = HOUR_OF_EIGHT) -> Delta:
        total = Delta()
        for _, part in sorted(self.deltas.kept[hour].items()):
            add(total, delta_in(part))
        return total

    def river(self) -> Counts:
        return self.hour()[RIVER, "en"]

    def numbers(self) -> tuple[int, int, int]:
        """Views, visitors and networks of the river's story."""
        river = self.river()
        return sum(river.views), river.visitors.count(), river.networks.count()


def numbers(*lines: str) -> tuple[int, int, int]:
    counting = Counting()
    counting.take(a_log(*lines))
    return counting.numbers()


def test_a_view_is_counted_in_its_five_minutes() -> None:
    counting = Counting()
    outcome = counting.take(a_log(a_line(), a_line(EIGHT + timedelta(minutes=2))))
    assert counting.river().views == [0, 0, 1, 1, *[0] * 8]
    assert (outcome.lines, outcome.views, outcome.items, outcome.late) == (2, 2, 1, 0)
    assert outcome.behind == timedelta(minutes=18, seconds=59)


def test_a_story_is_counted_in_each_edition_whatever_its_section_and_slug() -> None:
    counting = Counting()
    paths = (PAGE, f"/en/culture/{RIVER}", f"/ar/politics/%D9%86-{RIVER}")
    counting.take(a_log(*(a_line(path=path) for path in paths)))
    found = {key: sum(counts.views) for key, counts in counting.hour().items()}
    assert found == {(RIVER, "en"): 2, (RIVER, "ar"): 1}


def test_robots_are_told_and_not_counted() -> None:
    outcome = Counting().take(a_log(a_line(agent="curl/8.9.1"), a_line(agent="-")))
    assert (outcome.views, outcome.rejected, outcome.items) == (0, {"robot": 2}, 0)


def test_visitors_are_addresses_with_their_browsers_and_networks_a_24_or_a_48() -> None:
    other = FIREFOX.replace("146", "147")
    assert numbers(a_line(), a_line(), a_line(agent=other)) == (3, 2, 1)
    assert numbers(a_line(ip="198.51.100.7"), a_line(ip="198.51.100.8")) == (2, 2, 1)
    assert numbers(a_line(ip="198.51.100.7"), a_line(ip="198.51.101.7")) == (2, 2, 2)
    assert numbers(a_line(ip="2001:db8:7:1::1"), a_line(ip="2001:db8:7:2::1")) == (2, 2, 1)
    assert numbers(a_line(ip="2001:db8:7::1"), a_line(ip="2001:db8:8::1")) == (2, 2, 2)


def test_an_address_counts_as_one_however_it_is_spelt() -> None:
    assert numbers(a_line(ip="198.51.100.7"), a_line(ip="::ffff:198.51.100.7")) == (2, 1, 1)
    assert numbers(a_line(ip="2001:db8::1"), a_line(ip="2001:db8:0:5::1")) == (2, 2, 1)


@pytest.mark.parametrize("ip", ["-", "somewhere", "1.2.3", "::zz"])
def test_a_view_from_nowhere_is_not_understood(ip: str) -> None:
    outcome = Counting().take(a_log(a_line(ip=ip)))
    assert (outcome.views, outcome.unparsed) == (0, 1)


def test_a_view_without_its_time_or_of_the_future_is_not_understood() -> None:
    timeless = a_line().replace("08:13:59", "-").replace("2026-11-24", "yesterday")
    outcome = Counting().take(a_log(timeless, a_line(NOW + timedelta(hours=3))))
    assert (outcome.views, outcome.unparsed) == (0, 2)


def test_ids_that_no_story_has_leave_nothing() -> None:
    counting = Counting()
    counting.known.unknown = ["california"]
    outcome = counting.take(a_log(a_line(), a_line(path="/en/region/california")))
    assert [*counting.hour()] == [(RIVER, "en")]
    assert outcome.rejected == {"unknown": 1}


def test_an_object_that_is_gone_is_nothing_to_do() -> None:
    assert Counting().count("gone.gz") == Outcome()


# ---- A function of the set of objects -----------------------------------------------------------


def readers(seed: int, number: int) -> list[str]:
    rng = random.Random(seed)
    return [
        a_line(
            EIGHT + timedelta(minutes=rng.randrange(-60, 20)),
            ip=f"10.0.{rng.randrange(90)}.{rng.randrange(9)}",
            path=rng.choice((PAGE, f"/ar/politics/{RIVER}", "/assets/paper.css")),
            agent=FIREFOX.replace("146", str(rng.randrange(100, 104))),
        )
        for _ in range(number)
    ]


def kept(counting: Counting) -> list[bytes]:
    return [part for hour in sorted(counting.deltas.kept) for part in encoded(counting.hour(hour))]


@settings(max_examples=25)
@given(st.integers(0, 99), st.integers(1, 6), st.randoms(use_true_random=False))
def test_any_split_any_order_and_threefold_delivery_give_the_same_bytes(
    seed: int, objects: int, rng: random.Random
) -> None:
    lines = readers(seed, 700)
    whole = Counting()
    whole.take(a_log(*lines))
    rng.shuffle(lines)
    split = Counting()
    deliveries = [(f"{n}.gz", a_log(*lines[n::objects])) for n in range(objects)] * 3
    rng.shuffle(deliveries)
    for key, content in deliveries:
        split.take(content, key)
    assert kept(split) == kept(whole)


def test_a_crash_at_any_call_is_made_good_by_the_next_delivery() -> None:
    content = a_log(*readers(3, 300), a_line(EIGHT - timedelta(hours=5)))
    whole = Counting()
    whole.take(content)
    moments = {call for one in (whole.logs, whole.salts, whole.known, whole.deltas)
               for call in one.moments.calls}  # fmt: skip
    assert len(moments) > 6

    def crash() -> None:
        raise Unavailable("down")

    for moment in moments:
        counting = Counting()
        for one in (counting.logs, counting.salts, counting.known, counting.deltas):
            one.moments.plan(moment, crash)
        with pytest.raises(Unavailable):
            counting.take(content)
        counting.count("one.gz")
        assert (kept(counting), counting.deltas.marks) == (kept(whole), whole.deltas.marks)


def test_a_late_object_changes_the_hours_it_covers_and_no_other() -> None:
    counting = Counting()
    counting.take(a_log(*readers(3, 300)), "early.gz")
    before = {hour: dict(parts) for hour, parts in counting.deltas.kept.items()}
    hour = HOUR_OF_EIGHT - 22 * HOUR
    outcome = counting.take(a_log(a_line(hour)), "late.gz")
    assert {one: parts for one, parts in counting.deltas.kept.items() if one != hour} == before
    assert outcome.late == 1
    assert {one for one, _ in counting.deltas.marks} == {hour}


def test_deltas_are_put_before_their_mark() -> None:
    counting = Counting()
    counting.take(a_log(a_line(EIGHT - timedelta(hours=5))))
    assert counting.deltas.moments.calls == ["deltas.put 24 03", "deltas.mark_late 24 03"]


def test_hours_that_ranking_may_have_closed_are_marked_and_no_others() -> None:
    end = HOUR_OF_EIGHT + HOUR
    for passed, late in ((timedelta(minutes=59), 0), (timedelta(minutes=60), 1)):
        assert Counting(end + passed).take(a_log(a_line())).late == late


def test_a_day_after_its_hour_a_view_is_lost_and_told() -> None:
    end = HOUR_OF_EIGHT + HOUR
    second = timedelta(seconds=1)
    assert Counting(end + timedelta(hours=24) - second).take(a_log(a_line())).views == 1
    counting = Counting(end + timedelta(hours=24))
    outcome = counting.take(a_log(a_line()))
    assert (outcome.views, outcome.rejected, outcome.items) == (0, {"late": 1}, 0)
    assert counting.salts.asked == []


def test_nobody_is_followed_from_one_hour_to_the_next() -> None:
    counting = Counting()
    counting.take(a_log(a_line(), a_line(EIGHT - HOUR)))
    before = counting.hour(HOUR_OF_EIGHT - HOUR)[RIVER, "en"]
    assert counting.river().visitors.hashes.isdisjoint(before.visitors.hashes)
    assert counting.river().networks.hashes.isdisjoint(before.networks.hashes)


# ---- Forgers ------------------------------------------------------------------------------------

ARTICLE = Article(RIVER, "en", PAGE)
FORGED = 20_000
"""As many as prove the point: `make bench` forges a million."""


def forged(flood: str, number: int = FORGED) -> Sequence[str]:
    views = FLOODS[flood].views(ARTICLE, number, begin=8 * 3600, seconds=900)
    return [line.rstrip("\n") for line in Log(beside=0).lines(views)]


def honest(number: int) -> list[str]:
    return [a_line(ip=f"10.{n // 250}.{n % 250}.{n % 7}") for n in range(number)]


@pytest.mark.parametrize(
    ("flood", "visitors", "networks"),
    [("one reader", 1, 1), ("one address", 20, 1), ("one /24", 20, 1), ("one /48", 20, 1)],
)
def test_a_network_is_twenty_readers_at_most_whatever_it_sends(
    flood: str, visitors: int, networks: int
) -> None:
    counting = Counting()
    outcome = counting.take(a_log(*forged(flood)))
    views, *counted = counting.numbers()
    assert counted == [visitors, networks]
    assert views + outcome.rejected.get("unclassified", 0) == FORGED


@pytest.mark.parametrize("real", [0, 100, 1_000])
def test_256_networks_are_5120_readers_at_most(real: int) -> None:
    counting = Counting()
    counting.take(a_log(*honest(real)), "honest.gz")
    before = counting.numbers()[1] if real else 0
    for number, at in enumerate(range(0, FORGED, 4000)):
        counting.take(a_log(*forged("256 networks")[at : at + 4000]), f"{number}.gz")
    assert 4_500 < counting.numbers()[1] - before <= 5_120


@pytest.mark.parametrize("real", [0, 100, 250, 256])
def test_a_story_that_is_read_gains_no_more_by_a_flood_than_one_that_is_not(real: int) -> None:
    counting = Counting()
    counting.take(a_log(*honest(real)), "honest.gz")
    before = counting.numbers()[1] if real else 0
    counting.take(a_log(*forged("one address")), "forged.gz")
    assert before == real
    assert counting.numbers()[1] - before <= 20 + 0.05 * real


def test_a_flood_of_user_agents_is_told_and_hides_no_reader_that_came_before() -> None:
    counting = Counting()
    reader = a_line(ip="10.1.1.1")
    outcome = counting.take(a_log(reader, *forged("one address"), reader))
    assert outcome.rejected["unclassified"] > FORGED / 2
    assert counting.numbers()[1:] == (21, 2)


def test_a_larger_flood_gives_the_same_readers() -> None:
    lines = iter(forged("one /24"))
    counting = Counting()
    found: list[tuple[int, ...]] = []
    while some := [*islice(lines, 5000)]:
        counting.take(gzip.compress("\n".join([TITLE, *some, ""]).encode()), f"{len(found)}.gz")
        found.append(counting.numbers()[1:])
    assert found == [(20, 1)] * 4
