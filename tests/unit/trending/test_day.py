"""A simulated day: how soon Trending has a breaking story, and how much it flickers otherwise.

The day of docs/MOST_READ.md: 260 stories whose sizes follow a Pareto law, 100,000 views a day; at
noon a story breaks and within half an hour has 12 percent of all readers. Counted here is what
logs would give in the end: one visitor for each view, in networks of their own.
"""

import math
import random
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from itertools import pairwise
from statistics import median

import pytest

from shared.ids import short_id
from shared.news.language import Language
from shared.trending.flags import flags, suspects
from shared.trending.hours import BUCKET, BUCKETS, HOUR, Key, Tally, hour_of
from shared.trending.score import Choice, Hours, most_read, readers, surges, trending
from tests.unit.trending.day import NOON, RULES, a_card, cards_of

VIEWS, STORIES, SHARE, SEEDS = 100_000, 260, 0.12, range(8)
BEFORE, AFTER, RAMP = 60, 24, 6
"""Buckets that are simulated before the story breaks, and after it; in so many it grows."""
EN: Language = "en"
Views = dict[Key, list[int]]


def some(rng: random.Random, mean: float) -> int:
    """As many as come where so many are expected."""
    if mean > 30:
        return max(0, round(rng.gauss(mean, math.sqrt(mean))))
    number, product, limit = 0, rng.random(), math.exp(-mean)
    while product > limit:
        number, product = number + 1, product * rng.random()
    return number


@cache
def names(seed: int) -> list[str]:
    """The stories of a day; the first is the one that breaks."""
    return [short_id(f"{seed} {number}") for number in range(STORIES)]


def passing(seed: int) -> Iterator[tuple[int, Hours]]:
    """The hours, after each bucket; buckets are numbered from the one in which the story breaks."""
    rng = random.Random(seed)
    sizes = [rng.paretovariate(1.1) for _ in names(seed)[1:]]
    hours: dict[datetime, Views] = {}
    for bucket in range(-BEFORE, AFTER):
        at = NOON + bucket * BUCKET
        share = SHARE * min(1, max(0, (bucket + 1) / RAMP))
        rest = (1 - share) / sum(sizes)
        seen = hours.setdefault(hour_of(at), {})
        for story, size in zip(names(seed), [share / rest, *sizes], strict=True):
            number = some(rng, VIEWS / 288 * size * rest)
            if number:
                seen.setdefault((story, EN), [0] * BUCKETS)[at.minute // 5] += number
        if bucket >= -2 * RAMP:
            yield bucket, {hour: {key: tally(views) for key, views in of.items()}
                           for hour, of in hours.items()}  # fmt: skip


def tally(views: list[int]) -> Tally:
    total = sum(views)
    return Tally(tuple(views), total, total, total // 2)


@cache
def simulated(seed: int) -> tuple[int, float]:
    """Minutes until the story is among the first five, and new stories among ten per bucket."""
    cards = {story: a_card(story, age=age) for age, story in enumerate(names(seed))}
    lists: list[list[str]] = []
    found = 999
    for bucket, hours in passing(seed):
        read = readers(hours, NOON + (bucket + 1) * BUCKET, RULES)[EN]
        best = trending(surges(read, RULES), read, cards, Choice(), RULES)
        lists.append([one.story for one in best])
        if bucket >= 0 and names(seed)[0] in lists[-1][:5]:
            found = min(found, 5 * (bucket + 1))
    new = [len({*after} - {*before}) for before, after in pairwise(lists)]
    return found, sum(new) / len(new)


def test_a_breaking_story_is_among_the_first_five_within_twenty_minutes() -> None:
    assert median(simulated(seed)[0] for seed in SEEDS) <= 20


def test_otherwise_seven_stories_of_ten_places_change_in_ten_steps_at_most() -> None:
    assert median(simulated(seed)[1] for seed in SEEDS) <= 0.7


# ---- Floods -------------------------------------------------------------------------------------

MILLION = 1_000_000


def flood(visitors: int, networks: int, phones: int = 0) -> Tally:
    """A million views in the last five minutes, as they are counted."""
    return Tally((*[0] * 11, MILLION), visitors, networks, phones)


FLOODS = {
    "one visitor": flood(1, 1),
    "one network": flood(20, 1),
    "one network with phones": flood(20, 1, MILLION // 2),
    "256 networks": flood(5_120, 256),
    "256 networks with phones": flood(5_120, 256, MILLION // 2),
    "a botnet": flood(200_000, 10_412, MILLION // 2),
}


@cache
def quiet() -> tuple[dict[str, Tally], list[str]]:
    """An hour of a site: the 20 best stories have 4,000, 3,800, … 200 readers."""
    stories = [short_id(f"quiet {number}") for number in range(20)]
    sizes = [4_000 - 200 * number for number in range(20)]
    return {
        story: tally([size // 12] * 12) for story, size in zip(stories, sizes, strict=True)
    }, stories


def ranked(target: str, forged: Tally) -> tuple[list[str], list[str], int]:
    """Most Read and Trending when a story's hour is this, and the flags; yesterday was alike."""
    usual, stories = quiet()
    present = {(story, EN): one for story, one in usual.items()} | {(target, EN): forged}
    before = {(story, EN): one for story, one in usual.items()}
    hours: Hours = {NOON - back * HOUR: before for back in range(1, 25)} | {NOON: present}
    until = NOON + HOUR
    read, told = readers(hours, until, RULES)[EN], flags(hours, until, RULES)
    out = suspects(told, until, EN)
    cards = cards_of(*stories, target)
    believed = {story: card for story, card in cards.items() if story not in out}
    rules = RULES.model_copy(update={"length": 20})
    best = trending(surges(read, rules), read, believed, Choice(), rules)
    most = most_read(read, cards, Choice(), rules)
    return [one.story for one in most], [one.story for one in best], len(told)


@pytest.mark.parametrize("name", FLOODS)
def test_a_forged_story_does_not_enter_trending(name: str) -> None:
    _, rising, told = ranked(short_id("forged"), FLOODS[name])
    assert short_id("forged") not in rising
    assert told > 0


@pytest.mark.parametrize(("name", "readers_more"), [("one visitor", 1), ("one network", 20)])
def test_a_story_that_is_read_gains_no_place_by_a_million_views(
    name: str, readers_more: int
) -> None:
    """Its readers are one or twenty more, and neither list has it any higher."""
    usual, stories = quiet()
    target = stories[9]
    real = usual[target]
    forged = Tally(
        (*real.views[:-1], real.views[-1] + MILLION),
        real.visitors + FLOODS[name].visitors, real.networks + 1, real.phones,
    )  # fmt: skip
    before, after = ranked(target, real), ranked(target, forged)
    assert forged.readers(RULES.kappa) - real.readers(RULES.kappa) == readers_more
    assert before[0].index(target) - after[0].index(target) <= 1
    assert before[1].index(target) - after[1].index(target) <= 1
    assert target in after[1]  # and nobody can drive it out
    assert after[2] > 0  # the desk is told
