"""Every event three times, and trouble at every call of a port: characters are billed once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from shared.errors import Unavailable
from shared.news.budget import Budget
from shared.translation.chain import Chain
from shared.translation.guards import Guards
from shared.translation.memory import NO_MEMORY
from shared.translation.ports import BATCH
from shared.translation.purse import Purse
from shared.translation.translate import Outcome, translate
from tests.fakes.archive import MemoryArchive, MemoryBodies
from tests.fakes.engines import FakeEngine, PaidMemory
from tests.fakes.guards import MemoryBreakers, MemoryLeases, MemoryTill, Watch
from tests.fakes.moments import Moments
from tests.unit.translation.stories import STORY, Desk

Trouble = Callable[["Trail"], None]


class Died(BaseException):
    """The function is no more."""


@dataclass
class Trail(Moments):
    """Passes the calls of all ports, up to the one that is troubled."""

    troubled: int = 0
    trouble: Trouble | None = None
    dead: bool = False

    def passing(self, moment: str) -> None:
        super().passing(moment)
        if self.dead:  # what stands in `finally` does not run either
            raise Died
        if self.trouble and len(self.calls) == self.troubled:
            self.trouble(self)


def fail(_trail: Trail) -> None:
    raise Unavailable("down for a moment")


def die(trail: Trail) -> None:
    trail.dead = True
    raise Died


@dataclass
class Newsroom:
    """What stays when a function ends."""

    watch: Watch = field(default_factory=Watch)
    desk: Desk = field(default_factory=Desk)
    engine: FakeEngine = field(default_factory=FakeEngine)
    functions: int = 0

    def __post_init__(self) -> None:
        self.paid = PaidMemory(clock=self.watch)
        self.leases, self.till = MemoryLeases(self.watch), MemoryTill()
        self.breakers = MemoryBreakers()
        self.desk.accept()

    def deliver(self, trail: Trail) -> Outcome | None:
        """One function, from its beginning to its end."""
        self.functions += 1
        name = f"function {self.functions}"
        chain = Chain(
            NO_MEMORY,
            PaidMemory(self.paid.kept, self.paid.refused, self.watch, trail),
            (self.engine,),
            guards=Guards(
                MemoryLeases(self.watch, name, self.leases.held, trail),
                Purse(MemoryTill(self.till.counts, trail), lambda _: Budget()),
                MemoryBreakers(self.breakers.kept, trail),
                clock=self.watch,
            ),
        )
        archive = MemoryArchive(self.desk.archive.logs, trail)
        bodies = MemoryBodies(self.desk.bodies.kept, trail)
        try:
            return translate(
                STORY, "es", archive=archive, bodies=bodies, chain=chain, clock=self.watch
            )
        except (Unavailable, Died):
            return None

    @property
    def billed(self) -> int:
        return sum(map(len, self.engine.asked))

    @property
    def remembered(self) -> int:
        return len(self.paid.kept)

    @property
    def counted(self) -> int:
        return self.till.counted("google", "2026-11")


def undisturbed() -> tuple[Newsroom, Trail]:
    newsroom, trail = Newsroom(), Trail()
    outcome = newsroom.deliver(trail)
    assert outcome
    assert outcome.state == "ready"
    return newsroom, trail


ONCE, WHOLE = undisturbed()
CALLS = range(1, len(WHOLE.calls) + 1)


def troubled(trouble: Trouble) -> Iterator[tuple[str, Newsroom, int]]:
    """A newsroom after trouble at each call, with how many answers were lost by it."""
    for call in CALLS:
        newsroom = Newsroom()
        newsroom.deliver(Trail(troubled=call, trouble=trouble))
        yield WHOLE.calls[call - 1], newsroom, len(newsroom.engine.asked) - newsroom.remembered


def comes_again(newsroom: Newsroom) -> Outcome:
    """As the queue delivers it: after 5 s, 30 s, and 3 minutes."""
    for seconds in (5, 30, 180):
        newsroom.watch.wait(seconds)
        outcome = newsroom.deliver(Trail())
    assert outcome
    return outcome


def test_the_calls_of_every_port_are_troubled() -> None:
    ports = {call.split()[0].partition(".")[0] for call in WHOLE.calls}
    assert ports == {"archive", "bodies", "memory", "leases", "till", "breakers"}
    assert len(CALLS) > 30


def test_three_deliveries_are_billed_once() -> None:
    newsroom = Newsroom()
    for _ in range(3):
        outcome = newsroom.deliver(Trail())
        assert outcome
        assert outcome.state == "ready"
    assert (newsroom.billed, newsroom.counted) == (ONCE.billed, ONCE.billed)


def test_a_failure_at_any_call_bills_nothing_twice() -> None:
    for call, newsroom, lost in troubled(fail):
        assert lost == 0, call
        assert comes_again(newsroom).state == "ready"
        assert newsroom.billed == ONCE.billed, call
        assert newsroom.counted >= newsroom.billed, call


def test_a_death_at_any_call_bills_no_more_twice_than_the_order_that_was_under_way() -> None:
    for call, newsroom, lost in troubled(die):
        assert lost <= BATCH
        assert not lost or call.startswith("memory.")
        assert comes_again(newsroom).state == "ready"
        assert len(newsroom.engine.asked) == len(ONCE.engine.asked) + lost
        assert newsroom.counted >= newsroom.billed, call


@pytest.mark.parametrize("moment", sorted({*WHOLE.calls}))
def test_a_second_delivery_inside_the_first_bills_nothing_twice(moment: str) -> None:
    newsroom, trail = Newsroom(), Trail()

    def meanwhile() -> None:
        newsroom.deliver(Trail())

    trail.plan(moment, meanwhile)
    newsroom.deliver(trail)
    assert comes_again(newsroom).state == "ready"
    assert newsroom.billed == ONCE.billed
