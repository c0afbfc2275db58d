"""Whether an engine is asked at all: one that failed again and again is left alone for a while."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Protocol

from shared.news.record import Instant, Record
from shared.translation.ports import AUTH, BUDGET, THROTTLED, UNAVAILABLE, Pair

FAILURES = 5
"""Sentences in a row without an answer, after which an engine is not asked."""
FIRST = timedelta(seconds=60)
LONGEST = timedelta(minutes=30)
PROBE = timedelta(seconds=45)
"""So long the one who may try again has for it: longer than any chain's time."""
FAILING = frozenset({UNAVAILABLE, THROTTLED, AUTH, BUDGET, "empty", "error"})
"""What tells of the engine and not of the sentence."""
_SAID = {"empty": UNAVAILABLE, "error": UNAVAILABLE}


class Breaker(Record):
    """How an engine has done lately for a pair of languages.

    closed     `until` is None
    open       nobody asks it before `until`, `why` is what it is refused with
    half open  from then on one may try (`probing`), and the others wait for what comes of it
    """

    revision: int = 0
    failures: int = 0
    opened: int = 0
    """How often it was opened since the engine last answered."""
    until: Instant | None = None
    probing: bool = False
    why: str = UNAVAILABLE

    def is_open(self, now: datetime) -> bool:
        return self.until is not None and now < self.until

    def tried(self, now: datetime) -> "Breaker":
        """Half open, and somebody tries."""
        return self._next(until=now + PROBE, probing=True)

    def heard(
        self, reasons: Collection[str | None], after: float, now: datetime, jitter: float
    ) -> "Breaker":
        """After an order was answered, or refused for these reasons (None for what was good).

        `after` are the seconds that the engine wants to be left alone, and `jitter`, about 1, is
        what waiting times are multiplied by, so that not everybody comes back at once.
        """
        failing = [why for why in reasons if why in FAILING]
        if not failing or (len(failing) < len(reasons) and not after and AUTH not in failing):
            return (
                self._next(failures=0, opened=0, until=None, probing=False)
                if self._has_failed()
                else self
            )
        if self.is_open(now) and not self.probing:  # others were faster
            return self
        failures = self.failures + len(failing)
        if failures < FAILURES and not (after or self.opened or AUTH in failing):
            return self._next(failures=failures)
        wait = min(FIRST * 2 ** min(self.opened, 10), LONGEST) * jitter
        why = AUTH if AUTH in failing else str(failing[0])
        return self._next(
            failures=failures,
            opened=self.opened + 1,
            probing=False,
            until=now + max(wait, min(timedelta(seconds=after), LONGEST)),
            why=_SAID.get(why, why),
        )

    def _has_failed(self) -> bool:
        return self.until is not None or self.failures > 0

    def _next(self, **changes: object) -> "Breaker":
        return self.model_copy(update={"revision": self.revision + 1, **changes})


class Breakers(Protocol):
    """How engines have done lately, as all functions know it."""

    def find(self, engine: str, pair: Pair) -> Breaker: ...

    def put(self, engine: str, pair: Pair, breaker: Breaker) -> None:
        """Write its next revision; raises Conflict where another one was written meanwhile."""
        ...
