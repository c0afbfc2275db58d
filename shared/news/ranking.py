"""Rankings: the stories that an edition's readers read most, as pages and the desk take them."""

from collections.abc import Iterable
from typing import Literal, get_args

from shared.news.language import Language
from shared.news.record import Instant, Record

Chart = Literal["most-read", "trending"]
"""Read most in the last 24 hours, or gaining readers just now."""

CHARTS: tuple[Chart, ...] = get_args(Chart)

EVERYWHERE = "everywhere"
"""The list of a ranking that counts the readers of all editions; else `home` or `section/<id>`."""


class Ranked(Record):
    """A story's place: its readers in the last 24 hours, and why it stands there.

    `score` is what it was ranked by, in thousandths.
    """

    story: str
    readers: int = 0
    score: int = 0
    because: Literal["readers", "pin", "latest"] = "readers"


class Ranking(Record):
    """A chart of one edition's list, best first.

    `revision` grows by one with each change of what readers see (the stories, their order, the
    state; while the data are late, their time as well). `as_of` is the time up to which views are
    counted, `changed` when this revision was made. `late`: newer data should have come, and this
    is the last good list; `latest`: nothing was counted yet.
    """

    edition: Language
    list: str
    chart: Chart
    revision: int
    as_of: Instant
    changed: Instant
    state: Literal["counted", "late", "latest"] = "counted"
    stories: tuple[Ranked, ...] = ()


class Printed(Record):
    """Up to which revision the pages of a list show its rankings: the sum of its charts'.

    Rankings that are made from nothing again begin with 1, so another number is not a newer one.
    """

    edition: Language
    list: str
    revision: int


def printed(edition: Language, name: str, charts: Iterable[Ranking]) -> Printed:
    """What pages show that were made while these charts of a list are in force."""
    return Printed(edition=edition, list=name, revision=sum(one.revision for one in charts))


class Flag(Record):
    """An hour in which a story's readers look forged.

    phones    almost all, or almost none, of the views by more than 200 visitors came from phones
    crowd     more than 1000 views, and more than 20 for each visitor
    flood     from more than 256 networks, and more readers than the whole edition had in the
              busiest of the twelve hours before

    `out`: it keeps the story out of Trending meanwhile. What one machine can do to a story that
    is really read (ask for it a million times) does not.
    """

    story: str
    edition: Language
    hour: Instant
    why: Literal["phones", "crowd", "flood"]
    out: bool
    views: int
    visitors: int
    networks: int
    readers: int
    phones: int
    """Percent of the views."""


class Hot(Record):
    """A story in the Trending list of an edition's front, and the editions that do not have it.

    Whether those that have it are stale, the desk knows from the story's log.
    """

    story: str
    edition: Language
    place: int
    readers: int
    headline: str
    missing: tuple[Language, ...] = ()


class Radar(Record):
    """What the desk should look at: forged-looking hours, newest first, and what is hot where.

    `revision` grows by one with each change of what the desk sees, apart from numbers of readers.
    """

    revision: int
    as_of: Instant
    changed: Instant
    flags: tuple[Flag, ...] = ()
    hot: tuple[Hot, ...] = ()
