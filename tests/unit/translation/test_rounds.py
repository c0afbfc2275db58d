import time
from threading import Event

from shared.translation.ports import Order, Pair, Refusal
from shared.translation.rounds import Retryable, beforehand, one_round

EN_ES = Pair("en", "es")
UNAVAILABLE = Refusal("unavailable")


def test_answers_keep_the_order_of_their_sentences() -> None:
    def slow_first(sentence: str) -> str:
        time.sleep(0.05 if sentence == "0" else 0)
        return sentence * 2

    assert one_round(Order(["0", "1", "2"], EN_ES), slow_first) == ["00", "11", "22"]
    assert one_round(Order([], EN_ES), slow_first) == []


def test_whatever_is_raised_is_a_refusal() -> None:
    def broken(sentence: str) -> str:
        if sentence == "bad":
            raise ZeroDivisionError
        return sentence

    assert one_round(Order(["good", "bad"], EN_ES), broken) == ["good", UNAVAILABLE]


def test_what_may_help_is_tried_once_more_and_no_more() -> None:
    tries = []

    def restless(sentence: str) -> str:
        tries.append(sentence)
        raise Retryable

    assert one_round(Order(["a"], EN_ES), restless) == [UNAVAILABLE]
    assert tries == ["a", "a"]


def test_after_two_failures_nothing_more_is_asked() -> None:
    asked = []

    def dead(sentence: str) -> Refusal:
        asked.append(sentence)
        time.sleep(0.01)
        return UNAVAILABLE

    assert one_round(Order([str(n) for n in range(50)], EN_ES), dead) == [UNAVAILABLE] * 50
    assert len(asked) <= 10


def test_a_refusal_for_another_reason_does_not_count() -> None:
    said = one_round(Order([str(n) for n in range(20)], EN_ES), lambda _: Refusal("too-long"))
    assert said == [Refusal("too-long")] * 20


def test_a_round_ends_in_time() -> None:
    released, late = Event(), list[str]()

    def stuck(sentence: str) -> str:
        if sentence != "0":
            released.wait(60)
            late.append(sentence)
        return sentence

    said = one_round(Order([str(n) for n in range(50)], EN_ES, seconds=0.5), stuck)
    assert not late
    released.set()
    assert said == ["0", *[UNAVAILABLE] * 49]


def test_what_has_to_be_known_first_takes_a_quarter_of_the_time_at_most() -> None:
    released = Event()

    def stuck() -> str:
        released.wait(20)
        return "late"

    said, rest = beforehand(Order(["a", "b"], EN_ES, seconds=0.4), stuck)
    released.set()
    assert said == UNAVAILABLE
    assert rest == Order(["a", "b"], EN_ES, seconds=0.4 * 3 / 4)
    assert beforehand(Order([], EN_ES), lambda: "known")[0] == "known"
