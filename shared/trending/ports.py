"""What counting and ranking need of the world."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from shared.news.article import Card
from shared.news.language import Language
from shared.news.ranking import Chart, Printed, Radar, Ranking
from shared.trending.hours import Key

Place = tuple[Language, str, Chart]
"""An edition, a list of it, and a chart of that list."""


class Delivery(NamedTuple):
    """An object of the access logs: when it was delivered, and its bytes, some at a time."""

    at: datetime
    chunks: Iterable[bytes]


class Logs(Protocol):
    """Access logs, as they were delivered."""

    def open(self, key: str) -> Delivery | None:
        """An object; None where it is gone already."""
        ...


class Salts(Protocol):
    """What readers' hashes are keyed with, another one every hour."""

    def salt(self, hour: datetime) -> bytes:
        """The salt of the hour: the same 32 bytes for everybody who asks."""
        ...


class Known(Protocol):
    """The stories that ever had a page."""

    def known(self, keys: Collection[Key]) -> Collection[Key]:
        """Those of them that had one in their edition."""
        ...


class NewDeltas(Protocol):
    """Where what a log object says is kept, over what it said before.

    Names sort by the minute of delivery, and end in hexadecimal digits.
    """

    def put(self, name: str, hour: datetime, parts: Sequence[bytes]) -> None:
        """Keep what the object says of an hour."""
        ...

    def mark_late(self, name: str, hour: datetime) -> None:
        """Note that what the object says came when the hour may have been closed."""
        ...


class Deltas(Protocol):
    """What log objects say of an hour: parts that, once written, never change."""

    def parts(self, hour: datetime, since: datetime | None) -> Iterator[tuple[str, bytes]]:
        """The parts by their names: of log objects that were delivered since then, or every one.

        With `since`, parts that were put in the last second may be missing.
        """
        ...

    def late(self) -> Mapping[datetime, Collection[str]]:
        """The parts that came when their hour was closed already, and are not settled."""
        ...

    def settle(self, hour: datetime, names: Iterable[str]) -> None:
        """Note that the hour was closed again with these late parts."""
        ...

    def forget(self, hour: datetime) -> None:
        """Delete the salt of an hour."""
        ...


class Rollups(Protocol):
    """Hours as integers, each with the number of the parts that it was made of."""

    def closed(self) -> Mapping[datetime, int]:
        """The hours of the last days that are kept, empty ones too, with those numbers."""
        ...

    def hour(self, hour: datetime) -> Iterable[bytes]:
        """An hour as it is kept, in any order."""
        ...

    def close(self, hour: datetime, kept: Sequence[bytes], made_of: int) -> None:
        """Keep an hour, unless it is kept made of more parts."""
        ...


class Stories(Protocol):
    """The stories that are live."""

    def cards(
        self, stories: Collection[str], edition: Language, age: timedelta
    ) -> Mapping[str, Card]:
        """The cards of those that are live in the edition now, or were at most `age` ago."""
        ...

    def latest(self, edition: Language, name: str, count: int) -> Sequence[Card]:
        """Live stories of a list (`home`, `section/<id>`), the newest first: `count` or more."""
        ...


class Prints(Protocol):
    """Which rankings the pages of lists show."""

    def noted(self, lists: Collection[tuple[Language, str]]) -> Collection[Printed]:
        """What was noted of these lists, or a moment ago was."""
        ...


class Rankings(Protocol):
    """The rankings as readers have them, and what the desk is told beside them."""

    def standing(self, places: Collection[Place]) -> Mapping[Place, Ranking]:
        """Those that were ever made."""
        ...

    def put(self, ranking: Ranking) -> None:
        """Put a ranking; raises Conflict where another one stands than that before it."""
        ...

    def radar(self) -> Radar | None: ...

    def hang(self, radar: Radar) -> None:
        """Put the radar; raises Conflict where another one stands than that before it."""
        ...
