"""One request for each sentence, several at a time, and an end to it when an engine is dead."""

import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, replace

from shared.translation.ports import AUTH, PASSING, UNAVAILABLE, Order, Refusal

AT_ONCE = 8
FAILURES = 2
"""After so many sentences without an answer the engine is not asked again in this round."""

Answer = str | Refusal
Ask = Callable[[str], Answer]


class Retryable(Exception):
    """The engine may answer if asked once more at once."""


@dataclass
class _Breaker:
    """Counts the sentences that had no answer. Threads may miss one another's last count."""

    failures: int = 0

    @property
    def open(self) -> bool:
        return self.failures >= FAILURES


def one_round(order: Order, ask: Ask) -> list[Answer]:
    """One answer for each sentence, in their order.

    Requests that go on after the order's time are left to their timeouts. A story too long for it
    is held, and its next try goes on where this one ended, as what was paid for is remembered.
    """
    breaker = _Breaker()
    pool = ThreadPoolExecutor(AT_ONCE, "engine")
    asked = [pool.submit(_guarded, sentence, ask, breaker) for sentence in order.sentences]
    wait(asked, timeout=order.seconds)
    pool.shutdown(wait=False, cancel_futures=True)
    return [
        one.result() if one.done() and not one.cancelled() else Refusal(UNAVAILABLE)
        for one in asked
    ]


def beforehand(order: Order, ask: Callable[[], Answer]) -> tuple[Answer, Order]:
    """What an engine has to know first, within a quarter of the time; the order with the rest."""
    quarter = order.seconds / 4
    (said,) = one_round(replace(order, sentences=[""], seconds=quarter), lambda _: ask())
    return said, replace(order, seconds=order.seconds - quarter)


def _guarded(sentence: str, ask: Ask, breaker: _Breaker) -> Answer:
    if breaker.open:
        return Refusal(UNAVAILABLE)
    try:
        answer = _patiently(sentence, ask, breaker)
    except Exception:  # noqa: BLE001  its text may have a key in it, and the next engine is asked
        answer = Refusal(UNAVAILABLE)
    if isinstance(answer, Refusal) and answer.reason in {*PASSING, AUTH}:
        breaker.failures += 1
    return answer


def _patiently(sentence: str, ask: Ask, breaker: _Breaker) -> Answer:
    """Ask, and once more after a short while where that may help."""
    try:
        return ask(sentence)
    except Retryable:
        time.sleep(random.uniform(0.1, 0.4))  # noqa: S311  jitter, no secret
        return Refusal(UNAVAILABLE) if breaker.open else ask(sentence)
