"""What editors decide about Most Read: pins, bans and boosts, each until a moment.

`config/most-read.yaml` in the newsroom bucket, checked by intake. A ban wins over a pin.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, TypeVar

from pydantic import Field

from shared.news.archive import Archive, Bodies, fetch
from shared.news.facts import Dropped, PicksAccepted
from shared.news.keys import PICKS_KEY, log_of
from shared.news.language import LANGUAGES, Language
from shared.news.record import Instant, Record

PICKS_LOG = log_of(PICKS_KEY)
MOST = 50
"""Entries of one file."""
HIGHEST = 10
"""The last place that a pin can have."""
LEAST_BOOST, MOST_BOOST = 0.1, 10.0


class Pick(Record):
    """What is decided about a story (its id), in which editions, and until when."""

    story: str
    editions: tuple[Language, ...] = LANGUAGES
    until: Instant


class Pin(Pick):
    """The story stands in that place (1 is the first) of a list (`Ranking.list`)."""

    place: Annotated[int, Field(ge=1, le=HIGHEST)]
    list: str = "home"


class Ban(Pick):
    """The story stands in no list."""


class Boost(Pick):
    """The story's score counts so many times."""

    factor: Annotated[float, Field(ge=LEAST_BOOST, le=MOST_BOOST)]


P = TypeVar("P", bound=Pick)


class Picks(Record):
    """The whole file; where two entries disagree, the later one counts."""

    pins: tuple[Pin, ...] = ()
    bans: tuple[Ban, ...] = ()
    boosts: tuple[Boost, ...] = ()

    def pinned(self, edition: Language, name: str, now: datetime) -> dict[str, int]:
        """The places of stories in that list of the edition."""
        banned = self.banned(edition, now)
        pins = (pin for pin in _in_force(self.pins, edition, now) if pin.list == name)
        return {pin.story: pin.place for pin in pins if pin.story not in banned}

    def banned(self, edition: Language, now: datetime) -> frozenset[str]:
        """The stories that stand in no list of the edition."""
        return frozenset(ban.story for ban in _in_force(self.bans, edition, now))

    def boosted(self, edition: Language, now: datetime) -> dict[str, float]:
        """By how much the scores of stories are multiplied in the edition."""
        return {boost.story: boost.factor for boost in _in_force(self.boosts, edition, now)}


def _in_force(picks: Iterable[P], edition: Language, now: datetime) -> Iterable[P]:
    return (pick for pick in picks if now < pick.until and edition in pick.editions)


def picks_in_force(archive: Archive, bodies: Bodies) -> Picks:
    """The newest picks that were accepted; none where there is no file, or it was deleted."""
    for fact in reversed(archive.read(PICKS_LOG).facts):
        match fact.what:
            case PicksAccepted(body=body):
                return fetch(bodies, body, Picks)
            case Dropped():
                return Picks()
    return Picks()
