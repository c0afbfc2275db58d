"""What engines may cost, and what they have cost: counted before they are asked."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from shared.news.budget import Budget, Period
from shared.translation.ports import BUDGET, THROTTLED, Refusal, Till

_NAMES: Mapping[Period, str] = {"month": "%Y-%m", "day": "%Y-%m-%d", "minute": "%Y-%m-%dT%H:%M"}


def period_name(period: Period, at: datetime) -> str:
    """A month, a day or a minute of UTC: 2026-11, 2026-11-29, 2026-11-29T15:04."""
    return at.strftime(_NAMES[period])


class _Limit(NamedTuple):
    name: str
    most: int | None
    refusal: Refusal


@dataclass(frozen=True)
class Purse:
    """What was counted, and the budget of each engine."""

    till: Till
    budget: Callable[[str], Budget]

    def pay(self, engine: str, characters: int, now: datetime) -> Refusal | None:
        """Count the characters, or say why the engine may not be sent so many now.

        Who dies in the middle has counted more than was sent, never less.
        """
        paid: list[str] = []
        for limit in self._limits(engine, characters, now):
            if not self.till.add(engine, limit.name, characters, limit.most):
                for name in paid:
                    self.till.add(engine, name, -characters, None)
                return limit.refusal
            paid.append(limit.name)
        return None

    def get_back(self, engine: str, characters: int, paid: datetime) -> None:
        """Uncount what the engine did not take after all."""
        for limit in self._limits(engine, characters, paid) if characters else ():
            self.till.add(engine, limit.name, -characters, None)

    def _limits(self, engine: str, characters: int, now: datetime) -> Iterator[_Limit]:
        budget = self.budget(engine)
        tomorrow = now.date() + timedelta(days=1)
        next_month = (now.date().replace(day=1) + timedelta(days=32)).replace(day=1)
        month, day = period_name("month", now), period_name("day", now)
        yield _Limit(month, budget.most(engine, "month"), _spent(next_month))
        yield _Limit(day, budget.most(engine, "day"), _spent(tomorrow))
        if budget.characters_per_minute:
            most = max(budget.characters_per_minute, characters)  # one order fits into any minute
            wait = Refusal(THROTTLED, 60.0 - now.second)
            yield _Limit(period_name("minute", now), most, wait)


def _spent(until: date) -> Refusal:
    return Refusal(BUDGET, until=until)
