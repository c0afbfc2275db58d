"""Who writes how much to which partition key at a billion views a day, second by second."""

from collections import Counter
from collections.abc import Sequence
from math import exp
from random import Random
from typing import NamedTuple

from infra.readers.day import curve
from shared.news.language import LANGUAGES

VIEWS = 1_000_000_000
PARTITIONS = 8
SECONDS = 900


class Load(NamedTuple):
    """Units a second of the busiest key in an hour: on average, and in its busiest second."""

    mean: float
    most: int


def busiest_hour() -> float:
    """Its share of the day's views."""
    hours = [
        sum(curve(60 * hour + minute, edition) for minute in range(60) for edition in LANGUAGES)
        for hour in range(24)
    ]
    return max(hours) / sum(hours)


def written(units: Sequence[int], objects_a_day: float, seed: int = 1) -> Load:
    """Part of the busiest hour: objects come at random, each with the units of one of these."""
    rng = Random(seed)
    seconds = Counter[tuple[int, int]]()
    for second in range(SECONDS):
        for _ in range(_poisson(rng, objects_a_day * busiest_hour() / 3600)):
            seconds[rng.randrange(PARTITIONS), second] += rng.choice(units)
    keys = Counter[int]()
    for (key, _), number in seconds.items():
        keys[key] += number
    return Load(max(keys.values()) / SECONDS, max(seconds.values()))


def _poisson(rng: Random, mean: float) -> int:
    """A number of arrivals; in pieces, since exp(-mean) is too small for large ones."""
    number = 0
    while mean > 0:
        piece, mean = min(mean, 30.0), mean - 30.0
        product, limit = rng.random(), exp(-piece)
        while product > limit:
            product *= rng.random()
            number += 1
    return number
