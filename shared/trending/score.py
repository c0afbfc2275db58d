"""What readers read most, and what gains readers just now.

Pure functions of hours, stories and the time: whoever has the same log objects has the same lists.
Times are ends of 5-minute buckets; scores are rounded to thousandths, then the newest story comes
first, then the lowest id, so the order is total.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import nsmallest
from operator import add, mul
from typing import Literal

from shared.news.article import Card
from shared.news.language import LANGUAGES
from shared.news.most_read import MostRead
from shared.news.ranking import EVERYWHERE, Ranked
from shared.news.story import Kind
from shared.trending.hours import BUCKET, BUCKETS, HOUR, Hour, hour_of

DAY = 24
"""Full hours that Most Read looks back, beside the present one."""
RECENT, EARLIER = 3, 36
"""Buckets: 15 minutes, and the three hours before them that they are compared with."""
WINDOW = EARLIER + RECENT
STEPS = 12
"""For so many buckets back, Trending is stepped through to know who stood in it before."""
LATELY = WINDOW + STEPS
SOME = 10
"""Readers added to both sides of a surge, so that small numbers are no surges."""
RANKED: frozenset[Kind] = frozenset({"news", "opinion", "analysis", "blog", "feature"})

Hours = Mapping[datetime, Hour]
"""The counted hours by their beginnings; those that are missing have no readers."""


@dataclass(frozen=True)
class Readers:
    """Who read what in an edition, or everywhere.

    `day`: by story, its readers of the last 24 full hours and the present one. `lately`: its
    readers by bucket, `LATELY` of them, the oldest first.
    """

    day: dict[str, int] = field(default_factory=dict)
    lately: dict[str, list[float]] = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """What the editors want of a list: places (1 is the first) of stories, who is out, factors."""

    pins: Mapping[str, int] = field(default_factory=dict)
    bans: AbstractSet[str] = frozenset()
    boosts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Surge:
    """A story's readers just now: decayed with age, in 15 minutes, and in 15 of those before."""

    decayed: float
    recent: float
    before: float

    @property
    def ratio(self) -> float:
        return (self.recent + SOME) / (self.before + SOME)

    def score(self, rules: MostRead) -> float:
        return self.decayed * min(max(self.ratio, rules.surge_floor), rules.surge_ceiling)


# ---- What the hours say -------------------------------------------------------------------------


def counted_until(hours: Hours, now: datetime) -> datetime | None:
    """The end of the newest bucket that began by now and has views; None where none has."""
    for hour in sorted((one for one in hours if one <= now), reverse=True):
        for bucket, views in reversed([*enumerate(_views(hours[hour]))]):
            if views and hour + bucket * BUCKET <= now:
                return hour + (bucket + 1) * BUCKET
    return None


def is_late(hours: Hours, until: datetime, now: datetime, rules: MostRead) -> bool:
    """Whether newer views should be here: before, they had come in every bucket of an hour."""
    if now - until <= timedelta(minutes=rules.late_after_minutes):
        return False
    busy = {
        hour + bucket * BUCKET
        for hour in {hour_of(until - HOUR), hour_of(until - BUCKET)} & hours.keys()
        for bucket, views in enumerate(_views(hours[hour]))
        if views
    }
    return all(until - before * BUCKET in busy for before in range(1, BUCKETS + 1))


def _views(hour: Hour) -> list[int]:
    return [sum(bucket) for bucket in zip(*(tally.views for tally in hour.values()), strict=True)]


def readers(hours: Hours, until: datetime, rules: MostRead) -> dict[str, Readers]:
    """The readers of each edition and everywhere, as counted until then."""
    found: dict[str, Readers] = {edition: Readers() for edition in LANGUAGES}
    newest, first = hour_of(until - BUCKET), until - LATELY * BUCKET
    for back in reversed(range(DAY + 1)):
        hour = newest - back * HOUR
        offset = (hour - first) // BUCKET
        for (story, edition), tally in hours.get(hour, {}).items():
            counted = tally.readers(rules.kappa)
            day = found[edition].day
            day[story] = day.get(story, 0) + counted
            if offset > -BUCKETS:
                lately = found[edition].lately.setdefault(story, [0.0] * LATELY)
                _spread(lately, tally.views, counted, offset)
    return found | {EVERYWHERE: _together(found.values())}


def _together(editions: Iterable[Readers]) -> Readers:
    whole = Readers()
    for one in editions:
        for story, number in one.day.items():
            whole.day[story] = whole.day.get(story, 0) + number
        for story, lately in one.lately.items():
            known = whole.lately.get(story)
            whole.lately[story] = [*map(add, known, lately)] if known else lately
    return whole


def _spread(lately: list[float], views: Sequence[int], counted: int, offset: int) -> None:
    """An hour's readers, over its buckets as their believable views are."""
    believed = believable(views, counted)
    share = counted / sum(believed)
    for bucket, number in enumerate(believed, offset):
        if number and 0 <= bucket < LATELY:
            lately[bucket] += number * share


def believable(views: Sequence[int], counted: int) -> Sequence[float]:
    """The views of an hour's buckets, the highest cut down until there is one for each reader.

    Else who asks for a page that is read a thousand times would move its readers of the whole
    hour into the last five minutes.
    """
    left, level = counted, 0.0
    rising = sorted(filter(None, views))
    if sum(rising) <= counted:
        return views
    for place, number in enumerate(rising):
        level = left / (len(rising) - place)
        if number >= level:
            break
        left -= number
    return [min(number, level) for number in views]


# ---- Lists --------------------------------------------------------------------------------------


def may_stand(card: Card) -> bool:
    """Whether a story that is live may be ranked at all."""
    return card.kind in RANKED and not card.sensitive


def most_read(
    read: Readers, cards: Mapping[str, Card], choice: Choice, rules: MostRead
) -> tuple[Ranked, ...]:
    """The stories of these cards that were read most in a day, by the readers that they had."""
    scores = {
        story: float(read.day[story])
        for story in cards.keys() & read.day.keys()
        if read.day[story] >= rules.minimum_readers
    }
    return _best(scores, read, cards, choice, rules)


def surges(read: Readers, rules: MostRead) -> tuple[dict[str, Surge], ...]:
    """The stories with enough readers in 15 minutes: an hour ago, and in every step since then."""
    weights = [2 ** (-5 * age / rules.half_life_minutes) for age in reversed(range(WINDOW))]
    steps: tuple[dict[str, Surge], ...] = tuple({} for _ in range(STEPS + 1))
    for story, lately in read.lately.items():
        if round(sum(lately[WINDOW - RECENT :]), 6) < rules.trending_minimum:
            continue  # in no step enough: most stories, most of the time
        for end, step in enumerate(steps, WINDOW):
            recent = sum(lately[end - RECENT : end])
            if round(recent, 6) >= rules.trending_minimum:
                window = lately[end - WINDOW : end]
                before = sum(window[:EARLIER]) * RECENT / EARLIER
                step[story] = Surge(sum(map(mul, window, weights)), recent, before)
    return steps


def trending(
    steps: Sequence[Mapping[str, Surge]],
    read: Readers,
    cards: Mapping[str, Card],
    choice: Choice,
    rules: MostRead,
) -> tuple[Ranked, ...]:
    """The stories of these cards that gain readers; who stood in a step has a bonus in the next."""
    best: tuple[Ranked, ...] = ()
    for step in steps:
        stood = {ranked.story for ranked in best}
        scores = {
            story: step[story].score(rules) * (1 + rules.incumbent_bonus * (story in stood))
            for story in cards.keys() & step.keys()
        }
        best = _best(scores, read, cards, choice, rules)
    return best


def _best(
    scores: Mapping[str, float],
    read: Readers,
    cards: Mapping[str, Card],
    choice: Choice,
    rules: MostRead,
) -> tuple[Ranked, ...]:
    boosted = {
        # first off what floats have too much, so that the order of sums leaves no trace
        story: round(round(1000 * score * choice.boosts.get(story, 1), 3))
        for story, score in scores.items()
        if story not in choice.bans
    }
    best = nsmallest(
        rules.length, boosted, key=lambda story: (-boosted[story], *newest_first(cards[story]))
    )
    return tuple(
        Ranked(story=story, readers=read.day[story], score=boosted[story]) for story in best
    )


def newest_first(card: Card) -> tuple[float, str]:
    return -card.published.timestamp(), card.story


def filled(
    best: Sequence[Ranked],
    read: Readers,
    cards: Mapping[str, Card],
    choice: Choice,
    latest: Iterable[Card],
    rules: MostRead,
) -> tuple[Ranked, ...]:
    """The list as it is shown: pins in their places, and the latest where too few are ranked."""
    pins = {story: place for story, place in choice.pins.items() if story in cards}
    shown = {one.story: one for one in best if one.story not in pins}
    for card in sorted(latest, key=newest_first):
        if len(shown) + len(pins) >= rules.length:
            break
        if card.story not in {*shown, *pins, *choice.bans}:
            shown[card.story] = _shown(card.story, read, "latest")
    found = [*shown.values()]
    for story, place in sorted(pins.items(), key=lambda pin: (pin[1], pin[0])):
        found.insert(place - 1, _shown(story, read, "pin"))
    return tuple(found[: rules.length])


def _shown(story: str, read: Readers, because: Literal["pin", "latest"]) -> Ranked:
    return Ranked(story=story, readers=read.day.get(story, 0), because=because)
