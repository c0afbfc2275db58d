"""What stands before every engine: nothing is paid for twice, and none costs more than it may."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from shared.clock import Clock, utc_now
from shared.translation.ports import Leases, PaidKey
from shared.translation.purse import Purse


class Alone:
    """Leases for who shares the engines with nobody."""

    def take(self, keys: Collection[PaidKey]) -> Collection[PaidKey]:
        return keys

    def give_back(self, keys: Collection[PaidKey]) -> None: ...


@dataclass(frozen=True)
class Guards:
    """Shared by all functions, through the table."""

    leases: Leases = field(default_factory=Alone)
    purse: Purse | None = None
    clock: Clock = utc_now

    @contextmanager
    def leased(self, keys: Iterable[PaidKey]) -> Iterator[Collection[PaidKey]]:
        """Those of the keys that are ours meanwhile."""
        ours = self.leases.take(frozenset(keys))
        try:
            yield ours
        finally:
            self.leases.give_back(ours)
