"""Ranking, from deltas to rankings: what is put, what is announced, and what the desk is told."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import blake2s

import pytest

from shared.news.archive import keep, record
from shared.news.events import DeskTouched, Event, RankingsChanged
from shared.news.facts import ConfigAccepted, PicksAccepted
from shared.news.keys import CONFIG_KEY, NEWSROOM_LOG, PICKS_KEY
from shared.news.language import Language
from shared.news.most_read import MostRead
from shared.news.picks import PICKS_LOG, Ban, Picks, Pin
from shared.news.ranking import CHARTS, EVERYWHERE, Chart, Ranking, printed
from shared.trending.delta import Counts, Delta, encoded
from shared.trending.hours import BUCKET, HOUR, hour_of
from shared.trending.ledger import Ledger
from shared.trending.rank import Board, Outcome, rank
from shared.trending.sketch import NETWORK_BYTES, Sketch, Visitors
from tests.builders import a_newsroom
from tests.fakes.archive import MemoryArchive, MemoryBodies
from tests.fakes.pages import MemoryPrints
from tests.fakes.rank import MemoryDeltas, MemoryRanked, MemoryRollups, MemoryStories
from tests.unit.trending.day import BAKERY, NOON, RIVER, TRAM, a_card


@dataclass
class Newsroom:
    """Three stories that are live in all editions but one, at ten past twelve."""

    rules: MostRead = field(default_factory=MostRead)
    now: datetime = NOON + timedelta(minutes=10)
    deltas: MemoryDeltas = field(default_factory=MemoryDeltas)
    rollups: MemoryRollups = field(default_factory=MemoryRollups)
    stories: MemoryStories = field(default_factory=MemoryStories)
    rankings: MemoryRanked = field(default_factory=MemoryRanked)
    prints: MemoryPrints = field(default_factory=MemoryPrints)
    archive: MemoryArchive = field(default_factory=MemoryArchive)
    bodies: MemoryBodies = field(default_factory=MemoryBodies)
    came: int = 0

    def __post_init__(self) -> None:
        for place, story in enumerate((RIVER, BAKERY, TRAM)):
            self.stories.put(a_card(story, age=place), a_card(story, age=place, edition="ar"))
        self.ledger = Ledger(self.deltas, self.rollups)
        body = keep(self.bodies, a_newsroom(most_read=self.rules))
        config = ConfigAccepted(key=CONFIG_KEY, version="v", body=body, changed=("everything",))
        record(self.archive, NEWSROOM_LOG, lambda _: config, clock=lambda: NOON)

    def read(
        self,
        story: str,
        number: int,
        at: datetime | None = None,
        edition: Language = "en",
        phones: int | None = None,
        delivered: datetime | None = None,
    ) -> None:
        """So many readers, each in a network of her own, half of them with phones."""
        at = at or self.now
        counts = Counts(phones=number // 2 if phones is None else phones)
        counts.views[(at - hour_of(at)) // BUCKET] = number
        name = f"0#{delivered or self.now:%Y%m%dT%H%M}#{self.came}#0"
        people = [blake2s(b"%d" % (self.came + place)).digest() for place in range(number)]
        counts.visitors = Visitors(one[:5] for one in people)
        counts.networks = Sketch(one[:NETWORK_BYTES] for one in people)
        self.came += number
        for part in encoded(Delta({(story, edition): counts})):
            self.deltas.kept[hour_of(at)][name] = part
        if at < self.now - 2 * HOUR:
            self.deltas.marks[hour_of(at)].add(name)

    def pick(self, picks: Picks) -> None:
        what = PicksAccepted(key=PICKS_KEY, version="v", body=keep(self.bodies, picks))
        record(self.archive, PICKS_LOG, lambda _: what, clock=lambda: NOON)

    def board(self) -> Board:
        return Board(
            self.ledger, self.stories, self.rankings, self.prints, self.archive, self.bodies,
            lambda: self.now,
        )  # fmt: skip

    def rank(self) -> Outcome:
        return rank(self.board())

    def print(self, outcome: Outcome) -> None:
        """Publish does what it was told."""
        (told,) = [one.rankings for one in outcome.events if isinstance(one, RankingsChanged)]
        for edition, name in told:
            charts = [self.ranking(name, chart, edition) for chart in CHARTS]
            self.prints.note(printed(edition, name, charts))

    def ranking(
        self, name: str = "home", chart: Chart = "most-read", edition: Language = "en"
    ) -> Ranking:
        return self.rankings.kept[edition, name, chart]

    def names(self, name: str = "home", chart: Chart = "most-read") -> list[str]:
        return [one.story for one in self.ranking(name, chart).stories]


def told(outcome: Outcome) -> list[type[Event]]:
    return [type(event) for event in outcome.events]


def test_before_anything_is_counted_there_are_lists_of_the_latest() -> None:
    newsroom = Newsroom()
    newsroom.rank()
    ranking = newsroom.ranking()
    assert (ranking.state, ranking.revision) == ("latest", 1)
    assert newsroom.names() == newsroom.names("section/politics") == [RIVER, BAKERY, TRAM]
    assert newsroom.names("section/culture") == []
    assert newsroom.names(EVERYWHERE, "trending") == [RIVER, BAKERY, TRAM]


def test_what_is_read_comes_first_in_the_lists_of_its_edition_and_its_section() -> None:
    newsroom = Newsroom()
    newsroom.read(TRAM, 7)
    newsroom.rank()
    for name in ("home", "section/politics", EVERYWHERE):
        assert newsroom.names(name) == [TRAM, RIVER, BAKERY]
        assert newsroom.names(name, "trending") == [TRAM, RIVER, BAKERY]
    assert newsroom.ranking().state == "counted"
    assert newsroom.ranking(edition="ar").state == "latest"
    assert newsroom.ranking(EVERYWHERE, edition="ar").stories[0].readers == 7


def test_nothing_is_put_and_nothing_told_where_readers_would_see_no_difference() -> None:
    newsroom = Newsroom()
    newsroom.read(TRAM, 7)
    newsroom.print(newsroom.rank())
    newsroom.now += timedelta(minutes=5)
    newsroom.read(TRAM, 2, newsroom.now)
    outcome = newsroom.rank()
    assert (outcome.put, outcome.events) == (0, ())
    assert newsroom.ranking().revision == 1


def test_a_new_order_is_a_new_revision_and_told_until_pages_show_it() -> None:
    newsroom = Newsroom()
    newsroom.read(TRAM, 7)
    newsroom.print(newsroom.rank())
    newsroom.now += timedelta(minutes=10)
    newsroom.read(BAKERY, 9)
    (event, *_) = newsroom.rank().events
    assert isinstance(event, RankingsChanged)
    assert ("en", "home") in event.rankings
    assert ("es", "home") not in event.rankings
    assert newsroom.ranking().revision == 2
    for minutes, again in ((3, True), (1, False), (1, True), (24 * 60, True)):
        newsroom.now += timedelta(minutes=minutes)
        newsroom.read(BAKERY, 9)
        newsroom.read(TRAM, 7)
        outcome = newsroom.rank()
        assert (RankingsChanged in told(outcome)) is again, "each minute, then every fifth"
    newsroom.print(outcome)
    newsroom.now += timedelta(minutes=5)
    assert RankingsChanged not in told(newsroom.rank())


def test_a_sections_list_stands_for_five_minutes_before_readers_change_it() -> None:
    newsroom = Newsroom()
    newsroom.read(TRAM, 7)
    newsroom.rank()
    newsroom.now += timedelta(minutes=4)
    newsroom.read(BAKERY, 9)
    newsroom.rank()
    assert newsroom.names() == newsroom.names(EVERYWHERE) == [BAKERY, TRAM, RIVER]
    assert newsroom.names("section/politics") == [TRAM, RIVER, BAKERY]
    newsroom.now += timedelta(minutes=1)
    newsroom.rank()
    assert newsroom.names("section/politics") == [BAKERY, TRAM, RIVER]


def test_a_list_whose_pages_show_another_revision_is_told_alone() -> None:
    newsroom = Newsroom()
    newsroom.print(newsroom.rank())
    newsroom.prints.note(printed("ar", "home", [newsroom.ranking(edition="ar")]))
    newsroom.now += timedelta(minutes=5)
    assert newsroom.rank().events == (RankingsChanged(rankings=(("ar", "home"),)),)


def test_rankings_that_begin_again_with_their_first_revision_are_told() -> None:
    newsroom = Newsroom()
    newsroom.print(newsroom.rank())
    newsroom.now += timedelta(minutes=6)
    newsroom.read(TRAM, 7)
    newsroom.print(newsroom.rank())
    newsroom.rankings.kept.clear()
    assert RankingsChanged in told(newsroom.rank())


def test_a_run_that_meets_another_one_leaves_the_place_to_it() -> None:
    newsroom = Newsroom()
    newsroom.read(TRAM, 7)

    def another_run() -> None:
        newsroom.rank()

    newsroom.rankings.moments.plan("rankings.put en home most-read", another_run)
    newsroom.rank()
    assert newsroom.names() == [TRAM, RIVER, BAKERY]
    assert newsroom.ranking().revision == 1


def test_a_slow_run_never_puts_what_older_picks_said_over_what_a_later_run_put() -> None:
    newsroom = Newsroom()
    newsroom.rank()

    def a_later_run() -> None:
        newsroom.pick(Picks(pins=(Pin(story=TRAM, until=NOON + HOUR, place=1),)))
        newsroom.rank()

    newsroom.pick(Picks(pins=(Pin(story=BAKERY, until=NOON + HOUR, place=1),)))
    newsroom.stories.moments.plan("stories.cards en 1:00:00", a_later_run)
    newsroom.rank()
    assert newsroom.names() == [TRAM, RIVER, BAKERY]


def test_a_story_that_is_taken_back_leaves_the_lists_and_one_that_moved_changes_section() -> None:
    newsroom = Newsroom()
    newsroom.read(TRAM, 7)
    newsroom.read(BAKERY, 8)
    newsroom.rank()
    del newsroom.stories.live["en"][TRAM]
    newsroom.stories.put(a_card(BAKERY, age=1, section="culture"))
    newsroom.rank()
    assert newsroom.names() == [BAKERY, RIVER]
    assert newsroom.names("section/politics") == [RIVER]
    assert newsroom.names("section/culture") == [BAKERY]


def test_a_sensitive_story_stands_nowhere_not_even_pinned_or_among_the_latest() -> None:
    newsroom = Newsroom()
    newsroom.read(TRAM, 7)
    newsroom.stories.put(a_card(TRAM, sensitive=True), a_card(RIVER, sensitive=True))
    newsroom.pick(Picks(pins=(Pin(story=TRAM, until=NOON + HOUR, place=1),)))
    newsroom.rank()
    assert newsroom.names() == newsroom.names(chart="trending") == [BAKERY]


def test_editors_pins_and_bans_hold_until_they_end() -> None:
    newsroom = Newsroom()
    newsroom.read(TRAM, 7)
    until = newsroom.now + timedelta(minutes=1)
    pins, bans = (Pin(story=BAKERY, until=until, place=1),), (Ban(story=TRAM, until=until),)
    newsroom.pick(Picks(pins=pins, bans=bans))
    newsroom.rank()
    assert newsroom.names() == [BAKERY, RIVER]
    newsroom.now = until
    newsroom.rank()
    assert newsroom.names() == [TRAM, RIVER, BAKERY]


# ---- Late data ----------------------------------------------------------------------------------


def test_the_last_good_list_stays_and_says_so_when_views_stop_coming() -> None:
    newsroom = Newsroom()
    for bucket in range(12):
        newsroom.read(TRAM, 7, NOON - HOUR + bucket * BUCKET)
    newsroom.now = NOON + timedelta(minutes=60)
    assert newsroom.rank().late == timedelta(0)
    newsroom.now += timedelta(minutes=1)
    outcome = newsroom.rank()
    assert outcome.late == timedelta(minutes=61)
    assert (newsroom.ranking().state, newsroom.ranking().as_of) == ("late", NOON)
    assert newsroom.names() == newsroom.names(chart="trending") == [TRAM, RIVER, BAKERY]
    newsroom.now += timedelta(minutes=4)
    assert newsroom.rank().put == 0
    newsroom.read(TRAM, 1)
    newsroom.rank()
    assert newsroom.ranking().state == "counted"


def test_the_last_good_list_stays_for_days() -> None:
    newsroom = Newsroom()
    newsroom.read(TRAM, 7)
    newsroom.rank()
    newsroom.now += timedelta(hours=3)
    newsroom.rank()
    newsroom.deltas.kept.clear()
    newsroom.now += timedelta(days=5)
    newsroom.ledger = Ledger(newsroom.deltas, newsroom.rollups)
    newsroom.rank()
    assert newsroom.names() == [TRAM, RIVER, BAKERY]


# ---- Hours --------------------------------------------------------------------------------------


def test_an_hour_is_closed_65_minutes_after_its_end_and_again_when_more_comes() -> None:
    newsroom = Newsroom()
    newsroom.read(TRAM, 7, NOON)
    for minutes, closed in ((64, False), (65, True)):
        newsroom.now = NOON + HOUR + timedelta(minutes=minutes)
        newsroom.rank()
        assert (NOON in newsroom.rollups.kept) is closed
    newsroom.now = NOON + 5 * HOUR
    newsroom.read(BAKERY, 9, NOON)
    newsroom.rank()
    assert newsroom.names() == [BAKERY, TRAM, RIVER]
    assert not newsroom.deltas.marks[NOON]
    times = newsroom.deltas.moments.passed["deltas.parts 24 12 all"]
    newsroom.rank()
    assert newsroom.deltas.moments.passed["deltas.parts 24 12 all"] == times


def test_a_salt_is_gone_26_hours_after_its_hour() -> None:
    newsroom = Newsroom()
    newsroom.deltas.salts = {NOON}
    for hours, there in ((26, True), (27.1, False)):
        newsroom.now = NOON + HOUR + timedelta(hours=hours)
        newsroom.rank()
        assert (NOON in newsroom.deltas.salts) is there


def test_a_warm_function_adds_up_only_what_is_new() -> None:
    newsroom = Newsroom()
    newsroom.read(TRAM, 7)
    newsroom.rank()
    newsroom.read(TRAM, 3)
    newsroom.rank()
    (opened,) = [one for one in newsroom.ledger.memory.open.values() if one.names]
    assert len(opened.names) == 2
    assert sum(opened.total[TRAM, "en"].views) == 10


def test_what_was_counted_long_after_its_delivery_is_found_within_ten_minutes() -> None:
    newsroom = Newsroom()
    newsroom.rank()
    newsroom.now += timedelta(minutes=8)
    newsroom.rank()
    newsroom.read(TRAM, 7, delivered=newsroom.now - timedelta(minutes=6))
    for minutes, found in ((1, False), (1, True)):
        newsroom.now += timedelta(minutes=minutes)
        newsroom.rank()
        assert (newsroom.names()[0] == TRAM) is found


# ---- The desk -----------------------------------------------------------------------------------


def test_the_desk_is_told_what_is_hot_where_and_missing_elsewhere() -> None:
    newsroom = Newsroom()
    newsroom.read(TRAM, 7, edition="ar")
    assert DeskTouched in told(newsroom.rank())
    assert newsroom.rankings.hung
    (hot,) = newsroom.rankings.hung.hot
    assert (hot.story, hot.edition, hot.place, hot.readers) == (TRAM, "ar", 1, 7)
    assert hot.missing == ("es",)
    newsroom.now += timedelta(minutes=4)
    newsroom.read(TRAM, 3, edition="ar")
    assert DeskTouched not in told(newsroom.rank())
    newsroom.stories.put(a_card(TRAM, edition="es"))
    assert DeskTouched in told(newsroom.rank())


@pytest.mark.parametrize("chart", ["most-read", "trending"])
def test_what_looks_forged_is_on_the_desk_and_out_of_trending_alone(chart: Chart) -> None:
    newsroom = Newsroom()
    newsroom.read(RIVER, 6)
    forged = Counts([0, 0, 1_000_000, *[0] * 9], 0)
    forged.visitors = Visitors(b"000" + place.to_bytes(2) for place in range(20))
    forged.networks = forged.visitors.networks()
    (part,) = encoded(Delta({(TRAM, "en"): forged}))
    newsroom.deltas.kept[NOON]["forged"] = part
    assert newsroom.rank().flagged == 1
    assert newsroom.rankings.hung
    ((flag),) = newsroom.rankings.hung.flags
    assert (flag.story, flag.why, flag.readers) == (TRAM, "crowd", 20)
    first = {"most-read": TRAM, "trending": RIVER}[chart]
    assert newsroom.names(chart=chart)[0] == first
    assert [
        one.because for one in newsroom.ranking(chart="trending").stories if one.story == TRAM
    ] == ["latest"]
