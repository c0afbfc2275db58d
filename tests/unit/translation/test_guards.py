"""What stands before engines: nobody pays twice, whoever else works at the same time."""

import pytest

from shared.news.budget import Budget
from shared.translation.chain import Chain, Sentence, Work
from shared.translation.guards import Guards
from shared.translation.memory import NO_MEMORY, paid_key
from shared.translation.ports import Engine, Order, Pair, Refusal
from shared.translation.pseudo import pseudo
from shared.translation.purse import Purse
from tests.fakes.engines import HOSTILE, FakeEngine, PaidMemory
from tests.fakes.guards import MemoryBreakers, MemoryLeases, MemoryTill, Watch

EN_ES = Pair("en", "es")
RIVER = Sentence("The river rises in spring and falls in autumn.")
RIO = "El río sube en primavera y baja en otoño."
SENTENCES = [Sentence(f"The river rises {number} times in spring.") for number in range(40)]


class Newsroom:
    """What all functions share."""

    def __init__(self) -> None:
        self.watch = Watch()
        self.paid = PaidMemory(clock=self.watch)
        self.leases, self.till = MemoryLeases(self.watch), MemoryTill()
        self.breakers, self.left = MemoryBreakers(), 30.0
        self.budgets: dict[str, Budget] = {}

    def function(self, name: str, *engines: Engine) -> Chain:
        leases = MemoryLeases(self.watch, name, self.leases.held, self.leases.moments)
        return Chain(NO_MEMORY, self.paid, engines, guards=self.guards(leases))

    def guards(self, leases: MemoryLeases) -> Guards:
        purse = Purse(self.till, lambda name: self.budgets.get(name, Budget()))
        return Guards(leases, purse, self.breakers, lambda: self.left, self.watch)

    def counted(self) -> int:
        return self.till.counted("google", "2026-11-24")

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
    assert (works[0].reason(), works[0].refusals()) == ("engines-busy", {"google:busy": 1})
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
    assert newsroom.translate("one", engine).reason() == "engines-busy"
    newsroom.watch.wait(91)
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


REFUSED_FOR_A_DAY = ["echo", "other script", "loop", "same words", "stump"]


@pytest.mark.parametrize("behaviour", REFUSED_FOR_A_DAY)
def test_what_gates_refused_is_paid_for_once_a_day(behaviour: str) -> None:
    newsroom, engine = Newsroom(), FakeEngine(behave=HOSTILE[behaviour])
    refusals = [newsroom.translate(f"try {number}", engine).refusals() for number in range(5)]
    assert refusals == [refusals[0]] * 5
    assert engine.asked == [RIVER.line]
    newsroom.watch.wait(86_401)
    engine.behave = None
    assert newsroom.translate("the next day", engine).reason() is None


def test_codes_that_were_lost_in_each_style_are_paid_for_once_a_style() -> None:
    line = Sentence("The XPA0XriverXPZ0X rises in spring and falls in autumn.")
    newsroom, engine = Newsroom(), FakeEngine(behave=lambda *_: RIO)
    for name in "abc":
        work = newsroom.function(name, engine).translate([line], EN_ES)
        assert work.reason() == "engines-refused:placeholders"
    assert len(engine.asked) == len(engine.styles)


@pytest.mark.parametrize("behaviour", ["raises", "none", "empty", "refuses", "quota", "captcha"])
def test_what_is_no_translation_says_nothing_of_the_sentence(behaviour: str) -> None:
    newsroom, engine = Newsroom(), FakeEngine(behave=HOSTILE[behaviour])
    assert newsroom.translate("one", engine).reason() is not None
    engine.behave = None
    assert newsroom.translate("two", engine).reason() is None


def test_a_refused_answer_is_judged_anew_by_whoever_recalls_it() -> None:
    line = Sentence("The 48 gauges opened this spring.")
    newsroom = Newsroom()
    engine = FakeEngine(behave=lambda *_: "Los medidores abrieron en primavera.")
    for name in ("one", "two"):
        work = newsroom.function(name, engine).translate([line], EN_ES)
        assert work.reason() == "engines-refused:numbers"
    assert engine.asked == [line.line]


def test_what_was_sent_is_counted_once() -> None:
    newsroom, engine = Newsroom(), FakeEngine()
    for name in "abc":
        newsroom.translate(name, engine)
    assert newsroom.counted() == len(RIVER.line)


def test_once_the_day_is_spent_no_engine_is_asked_and_the_desk_is_told_until_when() -> None:
    newsroom, engine = Newsroom(), FakeEngine()
    newsroom.budgets["google"] = Budget(characters_per_day=1000)
    work = newsroom.function("one", engine).translate(SENTENCES, EN_ES)
    assert work.reason() == "engines-budget:google:2026-11-25"
    assert sum(map(len, engine.asked)) == newsroom.counted() <= 1000
    newsroom.watch.wait(86_400)
    assert newsroom.function("two", engine).translate(SENTENCES, EN_ES).reason() is None


def test_where_one_engines_budget_is_spent_the_next_is_asked() -> None:
    newsroom, other = Newsroom(), FakeEngine("libretranslate")
    newsroom.budgets["google"] = Budget(dollars_per_month=0, dollars_per_million=20)
    assert newsroom.translate("one", FakeEngine(), other).reason() is None
    assert other.asked == [RIVER.line]


def test_a_full_minute_is_waited_for() -> None:
    newsroom, engine = Newsroom(), FakeEngine()
    newsroom.budgets["google"] = Budget(characters_per_minute=1000)
    chain = newsroom.function("one", engine)
    assert chain.translate(SENTENCES, EN_ES).reason() == "engines-unavailable"
    newsroom.watch.wait(60)
    assert chain.translate(SENTENCES, EN_ES).reason() is None


@pytest.mark.parametrize(("reason", "counted"), [("throttled", 0), ("auth", 0), ("unavailable", 1)])
def test_what_an_engine_may_have_translated_is_counted(reason: str, counted: int) -> None:
    newsroom = Newsroom()
    newsroom.translate("one", FakeEngine(behave=lambda *_: Refusal(reason)))
    assert newsroom.counted() == counted * len(RIVER.line)


BROKEN = ["raises", "none", "empty", "refuses", "quota", "error", "page", "captcha"]


@pytest.mark.parametrize("behaviour", BROKEN)
def test_an_engine_that_fails_five_times_is_left_alone_by_all_functions(behaviour: str) -> None:
    newsroom, engine = Newsroom(), FakeEngine(behave=HOSTILE[behaviour])
    for number in range(9):
        work = newsroom.function(f"try {number}", engine).translate([SENTENCES[number]], EN_ES)
        assert work.made == {}
    assert len(engine.asked) == 5
    assert work.reason() == "engines-unavailable"


def test_a_story_opens_it_at_once_and_the_rest_of_its_sentences_are_not_sent() -> None:
    newsroom, engine = Newsroom(), FakeEngine(behave=HOSTILE["refuses"])
    work = newsroom.function("one", engine).translate(SENTENCES, EN_ES)
    assert len(engine.asked) == 16
    assert work.stopped["google"].why == "unavailable"


def test_while_one_engine_is_left_alone_the_next_gives_the_words() -> None:
    newsroom, other = Newsroom(), FakeEngine("libretranslate")
    broken = FakeEngine(behave=HOSTILE["refuses"])
    for name in "ab":
        work = newsroom.function(name, broken, other).translate(SENTENCES, EN_ES)
        assert work.reason() is None
    assert len(broken.asked) == 16


def test_another_pair_of_languages_is_asked_all_the_same() -> None:
    newsroom = Newsroom()
    engine = FakeEngine(behave=lambda *_: Refusal("throttled", after=30))
    newsroom.translate("one", engine)
    engine.behave = None
    assert newsroom.function("two", engine).translate([RIVER], Pair("en", "ar")).reason() is None
    assert newsroom.translate("three", engine).reason() == "engines-unavailable"


def test_when_it_may_be_tried_again_one_function_does_and_the_others_wait() -> None:
    newsroom, asked = Newsroom(), list[str]()
    newsroom.function("one", FakeEngine(behave=HOSTILE["refuses"])).translate(SENTENCES, EN_ES)
    newsroom.watch.wait(80)

    def meanwhile(sentence: str, pair: Pair) -> str:
        asked.append(sentence)
        work = newsroom.function("three", FakeEngine()).translate(SENTENCES[1:2], EN_ES)
        assert work.reason() == "engines-unavailable"
        return pseudo(sentence, pair)

    prober = newsroom.function("two", FakeEngine(behave=meanwhile))
    assert prober.translate(SENTENCES[:1], EN_ES).reason() is None
    assert asked == [SENTENCES[0].line]
    work = newsroom.function("three", FakeEngine()).translate(SENTENCES[1:2], EN_ES)
    assert work.reason() is None


def test_a_try_whose_function_died_leaves_it_to_another() -> None:
    newsroom, engine = Newsroom(), FakeEngine(behave=HOSTILE["refuses"])
    newsroom.function("one", engine).translate(SENTENCES, EN_ES)
    newsroom.watch.wait(80)
    assert newsroom.function("dead").guards.stop("google", EN_ES) is None
    engine.behave = None
    assert newsroom.translate("two", engine).reason() == "engines-unavailable"
    newsroom.watch.wait(46)
    assert newsroom.translate("two", engine).reason() is None


def test_a_key_that_is_not_accepted_is_told_and_not_tried_by_the_next() -> None:
    newsroom, engine = Newsroom(), FakeEngine(behave=lambda *_: Refusal("auth"))
    assert newsroom.translate("one", engine).stopped["google"].why == "auth"
    again = newsroom.translate("two", engine)
    assert (again.reason(), again.stopped, len(engine.asked)) == ("engines-refused:auth", {}, 1)


def test_two_failures_at_the_same_moment_are_both_counted() -> None:
    newsroom, engine = Newsroom(), FakeEngine(behave=HOSTILE["refuses"])

    def meanwhile() -> None:
        newsroom.function("two", engine).translate(SENTENCES[:2], EN_ES)

    newsroom.breakers.moments.plan("breakers.put", meanwhile)
    newsroom.function("one", engine).translate(SENTENCES[2:4], EN_ES)
    assert newsroom.breakers.find("google", EN_ES).failures == 4


def test_with_too_little_time_left_nobody_is_asked_and_nobody_is_blamed() -> None:
    newsroom, engine = Newsroom(), FakeEngine()
    newsroom.left = 3.0
    assert newsroom.translate("one", engine).reason() == "engines-unavailable"
    assert (engine.asked, newsroom.counted(), newsroom.breakers.kept) == ([], 0, {})


def test_an_order_has_what_is_left_and_never_more_than_its_own_time() -> None:
    newsroom, seconds = Newsroom(), list[float]()

    class Slow(FakeEngine):
        def translate(self, order: Order) -> list[str | Refusal]:
            seconds.append(order.seconds)
            newsroom.left -= order.seconds
            return super().translate(order)

    work = newsroom.function("one", Slow()).translate(SENTENCES, EN_ES)
    assert seconds == [12, 12, 6]
    assert work.reason() is None
