"""Lists follow from the set of log objects alone: in any order, repeated, and through crashes.

A state machine delivers access logs to the real counting and ranking, in memory; whenever it looks,
every list must be, byte for byte, what a full recount of the raw lines gives.
"""

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import count as numbers

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from shared.ids import short_id
from shared.news.language import LANGUAGES, Language
from shared.news.most_read import MostRead
from shared.trending.count import count
from shared.trending.ledger import Ledger
from shared.trending.rank import look, rank, settled
from tests.fakes.count import MemoryKnown, MemoryLogs, MemoryNewDeltas, MemorySalts
from tests.fakes.moments import Moments
from tests.unit.trending.day import a_card
from tests.unit.trending.recount import LENGTH, View, recount
from tests.unit.trending.test_rank import Newsroom

STORIES = [short_id(f"story {number}") for number in range(13)]
SECTIONS = ("politics", "economy", "culture")
AGENTS = [f"Mozilla/5.0%20(X{n})%20AppleWebKit/537.36%20(KHTML)%20Chrome/{n}.0" for n in range(40)]
FIELDS = "#Fields: date time c-ip cs-method cs-uri-stem sc-status cs(User-Agent)"


class Crashed(BaseException):
    """The function ended there."""


@dataclass
class Fuse(Moments):
    """Ends a function at the n-th of its calls from now on, before the call or in its middle."""

    left: int = 0

    def passing(self, moment: str) -> None:
        super().passing(moment)
        self.left -= 1
        if self.left == 0:
            raise Crashed

    def ends(self, function: Callable[[], object], call: int) -> bool:
        """Whether the function came to its end; call 0 never comes."""
        self.left = call
        try:
            function()
        except Crashed:
            return False
        finally:
            self.left = 0
        return True


def line(view: View) -> str:
    address = f"/{view.edition}/politics/a-slug-{view.story}"
    date, time = f"{view.at:%Y-%m-%d}", f"{view.at:%H:%M:%S}"
    return "\t".join((date, time, view.ip, "GET", address, "200", view.agent))


class World(RuleBasedStateMachine):
    """Readers, log objects, two processes that count and two that rank."""

    @initialize()
    def begin(self) -> None:
        self.moments = Fuse()
        self.newsroom = Newsroom(MostRead(length=LENGTH))
        self.newsroom.stories.live.clear()
        for edition in LANGUAGES:
            self.newsroom.stories.put(
                *(a_card(story, age=age // 2, edition=edition, section=SECTIONS[age % 3])
                  for age, story in enumerate(STORIES) if age % 7 != LANGUAGES.index(edition))
            )  # fmt: skip
        self.logs = MemoryLogs(moments=self.moments)
        self.salts, self.known = (
            MemorySalts(moments=self.moments),
            MemoryKnown(moments=self.moments),
        )
        for port in ("deltas", "rollups", "rankings", "stories", "archive"):
            getattr(self.newsroom, port).moments = self.moments
        self.kept = MemoryNewDeltas(moments=self.moments)
        self.kept.kept = self.newsroom.deltas.kept  # both fakes stand for one table
        self.views: list[View] = []
        self.objects: dict[str, list[View]] = {}
        self.queue: list[str] = []
        self.names = numbers()
        self.ledgers = [self.newsroom.ledger, Ledger(self.newsroom.deltas, self.newsroom.rollups)]

    # ---- What happens ---------------------------------------------------------------------------

    @rule(
        data=st.data(),
        stories=st.sets(st.sampled_from(STORIES), min_size=1),
        edition=st.sampled_from(LANGUAGES),
        minutes=st.integers(0, 90) | st.integers(0, 1440),
        crowd=st.integers(1, 40),
    )
    def readers_come(
        self, data: st.DataObject, stories: set[str], edition: Language, minutes: int, crowd: int
    ) -> None:
        """Within some minutes, from few networks or many; who comes twice is one reader."""
        networks = data.draw(st.integers(1, 40))
        for story in sorted(stories):
            for number in range(crowd):
                at = self.newsroom.now - timedelta(minutes=max(0, minutes - number % 17))
                ip = f"198.51.{number % networks}.{number % 7}"
                self.views.append(View(at, story, edition, ip, AGENTS[number % len(AGENTS)]))
            crowd = crowd * 7 % 41

    @precondition(lambda self: self.views)
    @rule(data=st.data(), ways=st.integers(1, 4))
    def logs_are_delivered(self, data: st.DataObject, ways: int) -> None:
        """What was read since then, split and ordered anyhow."""
        split: list[list[View]] = [[] for _ in range(ways)]
        rng = data.draw(st.randoms(use_true_random=False))
        rng.shuffle(self.views)
        for view in self.views:
            rng.choice(split).append(view)
        self.views = []
        for views in split:
            key = f"E2.2026-11-24-12.{next(self.names):08x}.gz"
            text = "\n".join(["#Version: 1.0", FIELDS, *map(line, views), ""])
            self.logs.put(key, gzip.compress(text.encode()), self.newsroom.now)
            self.objects[key] = views
            self.queue.append(key)

    @precondition(lambda self: self.queue)
    @rule(data=st.data(), call=st.integers(0, 9))
    def an_object_is_counted(self, data: st.DataObject, call: int) -> None:
        """Or half of it: then it stays in the queue."""
        key = data.draw(st.sampled_from(self.queue))
        if self.moments.ends(lambda: self._count(key), call):
            self.queue.remove(key)
        self._bring_marks()

    @precondition(lambda self: self.objects)
    @rule(data=st.data(), times=st.integers(1, 2))
    def an_object_is_delivered_again(self, data: st.DataObject, times: int) -> None:
        self.queue += times * [data.draw(st.sampled_from(sorted(self.objects)))]

    @rule(minutes=st.integers(1, 130))
    def time_passes(self, minutes: int) -> None:
        """What is older than a day is not counted any more: nothing waits for so long here."""
        waiting = [view.at for key in self.queue for view in self.objects[key]]
        oldest = min((view.at for view in self.views), default=self.newsroom.now)
        if self.newsroom.now - min(waiting, default=oldest) < timedelta(hours=20):
            self.newsroom.now += timedelta(minutes=minutes)

    @rule(process=st.integers(0, 1))
    def a_process_starts_anew(self, process: int) -> None:
        self.ledgers[process] = Ledger(self.newsroom.deltas, self.newsroom.rollups)

    @rule(process=st.integers(0, 1), call=st.integers(0, 150))
    def a_minute_comes(self, process: int, call: int) -> None:
        """Ranking, which may end at any of its calls."""
        self.newsroom.ledger = self.ledgers[process]
        self.moments.ends(lambda: rank(self.newsroom.board()), call)

    # ---- What must be ---------------------------------------------------------------------------

    @rule(process=st.integers(0, 1))
    def lists_are_those_of_a_full_recount(self, process: int) -> None:
        for key in self.queue:
            self._count(key)
        self._bring_marks()
        self.queue.clear()
        self.newsroom.now += timedelta(minutes=10)  # so that the open hours are read as a whole
        self.newsroom.ledger = self.ledgers[process]
        rank(self.newsroom.board())
        views = [view for views in self.objects.values() for view in views]
        cards = [card for live in self.newsroom.stories.live.values() for card in live.values()]
        expected = recount(views, self.newsroom.now, cards)
        lists, _ = settled(look(self.newsroom.board()), self.newsroom.stories)
        for place, ranked in expected.items():
            stands = self.newsroom.rankings.kept[place].stories
            assert lists[place] == ranked, place
            assert [(one.story, one.because) for one in stands] == [
                (one.story, one.because) for one in ranked
            ]

    def teardown(self) -> None:
        if hasattr(self, "ledgers"):
            self.lists_are_those_of_a_full_recount(process=0)

    # ---- How ------------------------------------------------------------------------------------

    def _count(self, key: str) -> None:
        count(key, logs=self.logs, salts=self.salts, known=self.known, deltas=self.kept,
              clock=lambda: self.newsroom.now)  # fmt: skip

    def _bring_marks(self) -> None:
        for hour, name in self.kept.marks:
            self.newsroom.deltas.marks[hour].add(name)
        self.kept.marks.clear()


World.TestCase.settings = settings(max_examples=25, stateful_step_count=30)
TestLists = World.TestCase
