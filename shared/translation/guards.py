"""What stands before every engine that is paid: shared by all functions, through the table.

Nothing is paid for twice, nothing costs more than it may, and who is broken is left alone.
"""

import math
import random
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime

from shared.clock import Clock, utc_now
from shared.errors import Conflict
from shared.translation.breaker import Breaker, Breakers
from shared.translation.ports import UNAVAILABLE, Leases, PaidKey, Pair, Refusal
from shared.translation.purse import Purse

LEAST_SECONDS = 4.0
"""With less left nobody is asked, as an answer would hardly come in time."""
ATTEMPTS = 3


class Alone:
    """Leases for who shares the engines with nobody."""

    def take(self, keys: Collection[PaidKey]) -> Collection[PaidKey]:
        return keys

    def give_back(self, keys: Collection[PaidKey]) -> None: ...


def _for_ever() -> float:
    return math.inf


@dataclass(frozen=True)
class Guards:
    """`left` says how many seconds there are to ask engines in."""

    leases: Leases = field(default_factory=Alone)
    purse: Purse | None = None
    breakers: Breakers | None = None
    left: Callable[[], float] = _for_ever
    clock: Clock = utc_now

    @contextmanager
    def leased(self, keys: Iterable[PaidKey]) -> Iterator[Collection[PaidKey]]:
        """Those of the keys that are ours meanwhile."""
        ours = self.leases.take(frozenset(keys))
        try:
            yield ours
        finally:
            self.leases.give_back(ours)

    def stop(self, engine: str, pair: Pair) -> Refusal | None:
        """Why the engine is not to be asked now, if it is not."""
        if self.left() < LEAST_SECONDS:
            return Refusal(UNAVAILABLE)
        if not self.breakers:
            return None
        breaker, now = self.breakers.find(engine, pair), self.clock()
        if breaker.until and not breaker.is_open(now):
            try:
                self.breakers.put(engine, pair, breaker.tried(now))
            except Conflict:  # somebody else tries
                return Refusal(breaker.why)
            return None
        return Refusal(breaker.why) if breaker.until else None

    def pay(self, engine: str, characters: int, now: datetime) -> Refusal | None:
        """Count what is about to be sent, or say why it may not be."""
        if self.left() < LEAST_SECONDS:  # leases, or another style, took a while
            return Refusal(UNAVAILABLE)
        return self.purse.pay(engine, characters, now) if self.purse else None

    def get_back(self, engine: str, characters: int, paid: datetime) -> None:
        """Uncount what the engine did not take after all."""
        if self.purse:
            self.purse.get_back(engine, characters, paid)

    def hear(
        self, engine: str, pair: Pair, reasons: Sequence[str | None], after: float
    ) -> Breaker | None:
        """Note what came of an order; the breaker, where that opened it."""
        if not self.breakers:
            return None
        jitter = random.uniform(0.8, 1.2)  # noqa: S311  no secret
        for _ in range(ATTEMPTS):
            before = self.breakers.find(engine, pair)
            then = before.heard(reasons, after, self.clock(), jitter)
            if then == before:
                return None
            with suppress(Conflict):
                self.breakers.put(engine, pair, then)
                return then if then.opened > before.opened else None
        return None
