"""Hours in which a story's readers look forged.

The number of readers needs no flag to be safe from what one machine, one network or a few hundred
of them do. A flag tells the desk of it; and it keeps a story out of Trending whose readers come
from nowhere else, or from more networks than any cap can help against.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Literal

from shared.news.language import Language
from shared.news.most_read import MostRead
from shared.news.ranking import Flag
from shared.trending.hours import BUCKET, HOUR, Hour, Key, Tally, hour_of
from shared.trending.score import Hours

LOOKED_AT = 12
"""Hours for which the desk sees flags; and the hours before one that a flood is compared with."""
OUT = 4
"""Hours for which one keeps a story out of Trending: as long as it has weight there."""
Why = Literal["phones", "crowd", "flood"]
MANY_VISITORS, MANY_NETWORKS, MANY_VIEWS = 200, 256, 1000
FEW_PHONES, MOST_PHONES = 5, 95
"""Percent of the views."""


def flags(hours: Hours, until: datetime, rules: MostRead) -> tuple[Flag, ...]:
    """Those of the last twelve hours, the newest first, then by story."""
    newest = hour_of(until - BUCKET)
    totals = cache(lambda hour: _totals(hours.get(hour, {}), rules))
    found: list[Flag] = []
    for back in range(LOOKED_AT):
        hour = newest - back * HOUR
        for key, tally in sorted(_notable(hours.get(hour, {}))):
            counted, busiest = tally.readers(rules.kappa), 0
            if tally.networks > MANY_NETWORKS:
                before = (totals(hour - ago * HOUR) for ago in range(1, LOOKED_AT + 1))
                busiest = max(total[key[1]] for total in before)
            found += _flags(hour, key, tally, counted, grew=counted > busiest > 0)
    return tuple(found)


def _notable(hour: Hour) -> Iterator[tuple[Key, Tally]]:
    """What may be flagged; the rest is too small for it."""
    for key, tally in hour.items():
        if tally.visitors > MANY_VISITORS or sum(tally.views) > MANY_VIEWS:
            yield key, tally


def suspects(found: tuple[Flag, ...], until: datetime, edition: Language | None) -> frozenset[str]:
    """The stories that are out of an edition's Trending, or out of that of all (None)."""
    since = hour_of(until - BUCKET) - OUT * HOUR
    return frozenset(
        flag.story
        for flag in found
        if flag.out and flag.hour > since and edition in {None, flag.edition}
    )


def _totals(hour: Hour, rules: MostRead) -> Counter[Language]:
    totals: Counter[Language] = Counter()
    for (_, edition), tally in hour.items():
        totals[edition] += tally.readers(rules.kappa)
    return totals


def _flags(hour: datetime, key: Key, tally: Tally, counted: int, *, grew: bool) -> Iterator[Flag]:
    views = sum(tally.views)
    phones = round(100 * tally.phones / views)
    for why, out in _faults(tally, views, phones, grew=grew):
        yield Flag(
            story=key[0], edition=key[1], hour=hour, why=why, out=out, views=views,
            visitors=tally.visitors, networks=tally.networks, readers=counted, phones=phones,
        )  # fmt: skip


def _faults(tally: Tally, views: int, phones: int, *, grew: bool) -> Iterator[tuple[Why, bool]]:
    """Which, and whether the story is out for it.

    `grew`: from many networks came more readers than the whole edition had in any of the hours
    before. Views that are far more than visitors say nothing of the visitors' phones.
    """
    visitors, networks = tally.visitors, tally.networks
    if visitors > MANY_VISITORS and not FEW_PHONES <= phones <= MOST_PHONES:
        yield "phones", views <= 3 * visitors
    if views > MANY_VIEWS and views > 20 * visitors:
        yield "crowd", visitors > 5 * networks
    if grew:
        yield "flood", True
