"""Lets a test act at a chosen moment inside another run: the forced interleaving."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


@dataclass
class Moments:
    """Named points that every fake passes; a planned action runs once, on the n-th passing."""

    planned: dict[str, list[tuple[int, Callable[[], None]]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    passed: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    calls: list[str] = field(default_factory=list)

    def plan(self, moment: str, action: Callable[[], None], *, nth: int = 1) -> None:
        """Run `action` when `moment` is passed for the n-th time from now."""
        self.planned[moment].append((self.passed[moment] + nth, action))

    def passing(self, moment: str) -> None:
        self.passed[moment] += 1
        self.calls.append(moment)
        due = [act for at, act in self.planned[moment] if at == self.passed[moment]]
        self.planned[moment] = [
            (at, act) for at, act in self.planned[moment] if at != self.passed[moment]
        ]
        for act in due:
            act()

    def turning(self, moment: str, read: Callable[[], Mapping[K, V]]) -> Mapping[K, V]:
        """Read a partition in two pages, as a query does: it is not one moment but two."""
        before = read()
        names: Sequence[K] = tuple(before)
        first = names[: len(names) // 2]
        self.passing(moment)
        after = read()
        rest = tuple(after)[tuple(after).index(first[-1]) + 1 :] if first else tuple(after)
        return {name: before[name] for name in first} | {name: after[name] for name in rest}
