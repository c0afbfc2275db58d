"""The diary: what is to be done once its minute has come."""

from datetime import datetime
from typing import Literal, Protocol

from shared.news.record import Instant, Record


class Due(Record):
    """Something to be done for a story at a moment.

    release  bring out its newest source, if that is still the one whose minute has come
    purge    drop what caches hold of `tags` once more
    news     make its pages anew: it is no news any more

    `revision` is the story's fact that asked for it.
    """

    at: Instant
    kind: Literal["release", "purge", "news"]
    story: str
    revision: int
    tags: tuple[str, ...] = ()


class Diary(Protocol):
    """The things that are due, by their moment."""

    def note(self, item: Due) -> None:
        """Write it down, unless a newer revision of its story did so for the same moment."""
        ...

    def due(self, now: datetime) -> tuple[Due, ...]:
        """What is due by now, the oldest first, strongly consistent."""
        ...

    def strike(self, item: Due) -> None:
        """Strike it out, unless a newer revision of its story wrote it down meanwhile."""
        ...
