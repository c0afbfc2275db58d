"""What stands before engines: nobody pays twice, whoever else works at the same time."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from shared.translation.chain import Chain, Sentence, Work
from shared.translation.guards import Guards
from shared.translation.memory import NO_MEMORY, paid_key
from shared.translation.ports import Engine, Order, Pair, Refusal
from shared.translation.pseudo import pseudo
from tests.builders import MORNING
from tests.fakes.engines import FakeEngine, PaidMemory
from tests.fakes.guards import MemoryLeases

EN_ES = Pair("en", "es")
RIVER = Sentence("The river rises in spring and falls in autumn.")
RIO = "El río sube en primavera y baja en otoño."
SENTENCES = [Sentence(f"The river rises {number} times in spring.") for number in range(40)]


@dataclass
class Newsroom:
    """What all functions share."""

    now: datetime = MORNING
    paid: PaidMemory = field(default_factory=PaidMemory)
    leases: MemoryLeases = field(init=False)

    def __post_init__(self) -> None:
        self.leases = MemoryLeases(self.clock)

    def clock(self) -> datetime:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def function(self, name: str, *engines: Engine) -> Chain:
        leases = MemoryLeases(self.clock, name, self.leases.held, self.leases.moments)
        return Chain(NO_MEMORY, self.paid, engines, guards=Guards(leases))

    def translate(self, name: str, *engines: Engine) -> Work:
        return self.function(name, *engines).translate([RIVER], EN_ES)


def test_a_sentence_that_another_function_asks_for_waits_and_is_asked_of_nobody() -> None:
    newsroom, second, other = Newsroom(), FakeEngine("google"), FakeEngine("libretranslate")
    works: list[Work] = []

    def slowly(sentence: str, pair: Pair) -> str:
        works.append(newsroom.translate("two", second, other))
        return pseudo(sentence, pair)

    first = newsroom.translate("one", FakeEngine("google", behave=slowly))
    assert first.reason() is None
    assert (works[0].reason(), works[0].refusals()) == ("engines-unavailable", {"google:busy": 1})
    assert second.asked == other.asked == []
    assert newsroom.translate("two", second, other).made == first.made
    assert second.asked == other.asked == []


def test_what_was_paid_for_just_before_the_lease_is_not_asked_again() -> None:
    newsroom, engine = Newsroom(), FakeEngine()

    def pay() -> None:
        newsroom.translate("two", engine)

    newsroom.leases.moments.plan("leases.take", pay)
    assert newsroom.translate("one", engine).reason() is None
    assert engine.asked == [RIVER.line]


@pytest.mark.parametrize("answer", [RIO, Refusal("unavailable"), "<html>"])
def test_nothing_is_held_back_once_the_engine_has_answered(answer: str | Refusal) -> None:
    newsroom = Newsroom()
    newsroom.translate("one", FakeEngine(behave=lambda *_: answer))
    assert newsroom.leases.held == {}


def test_the_lease_of_a_function_that_died_runs_out() -> None:
    newsroom, engine = Newsroom(), FakeEngine()
    newsroom.function("dead").guards.leases.take([paid_key(RIVER.line, EN_ES, "google")])
    assert newsroom.translate("one", engine).reason() == "engines-unavailable"
    newsroom.wait(91)
    assert newsroom.translate("one", engine).reason() is None
    assert engine.asked == [RIVER.line]


def test_engines_are_asked_for_an_orders_worth_at_a_time() -> None:
    orders: list[int] = []

    class Counting(FakeEngine):
        def translate(self, order: Order) -> list[str | Refusal]:
            orders.append(len(order.sentences))
            return super().translate(order)

    work = Newsroom().function("one", Counting()).translate(SENTENCES, EN_ES)
    assert (work.reason(), orders) == (None, [16, 16, 8])
