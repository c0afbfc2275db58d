"""How long a run of ranking takes, by views a day, with 10,000 stories read in three editions."""

import random
import resource
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import accumulate

from shared.ids import short_id
from shared.news.language import LANGUAGES
from shared.trending.delta import VISITOR_BYTES, Counts, Delta, encoded
from shared.trending.hours import HOUR, Key, Tally, parts
from shared.trending.ledger import Ledger
from shared.trending.sketch import NETWORK_BYTES
from tests.bench.tables import table
from tests.unit.trending.day import NOON, a_card
from tests.unit.trending.test_rank import Newsroom

STORIES, VIEWS_OF_AN_OBJECT, NETWORKS = 10_000, 466, 200_000
VOLUMES = (100_000, 1_000_000, 10_000_000)
SHARES = {"en": 0.5, "ar": 0.3, "es": 0.2}
SECTIONS = ("politics", "economy", "culture")


class Reading:
    """What is read: keys by their size, visitors who never come twice, networks that do."""

    def __init__(self) -> None:
        self.rng = random.Random(1)
        stories = [short_id(str(number)) for number in range(STORIES)]
        self.keys: list[Key] = [(story, edition) for story in stories for edition in LANGUAGES]
        sizes = (self.rng.paretovariate(1.1) * SHARES[edition] for _, edition in self.keys)
        self.weights = list(accumulate(sizes))
        self.networks = [self.rng.randbytes(NETWORK_BYTES) for _ in range(NETWORKS)]

    def read(self, views: int) -> list[Key]:
        return self.rng.choices(self.keys, cum_weights=self.weights, k=views)

    def hour(self, views: int) -> dict[Key, Tally]:
        counted: dict[Key, list[int]] = {}
        for key in self.read(views):
            counted.setdefault(key, [0] * 12)[self.rng.randrange(12)] += 1
        return {
            key: Tally(tuple(of), sum(of), sum(of), sum(of) // 2) for key, of in counted.items()
        }

    def delta(self, buckets: range) -> Delta:
        """What an object of 2,000 lines says."""
        delta = Delta()
        for key in self.read(VIEWS_OF_AN_OBJECT):
            counts = delta.setdefault(key, Counts())
            network = self.rng.choice(self.networks)
            counts.views[self.rng.choice(buckets)] += 1
            counts.phones += self.rng.random() < 0.5
            counts.visitors.add(network + self.rng.randbytes(VISITOR_BYTES - NETWORK_BYTES))
            counts.networks.add(network)
        return delta


def _hear(newsroom: Newsroom, reading: Reading, hour: datetime, objects: int, of: range) -> None:
    kept = newsroom.deltas.kept[hour]
    for _ in range(objects):
        name = f"0#{newsroom.now:%Y%m%dT%H%M}#{len(kept)}"
        kept.update({f"{name}#{n}": one for n, one in enumerate(encoded(reading.delta(of)))})


def _seconds(newsroom: Newsroom) -> float:
    began = time.process_time()
    newsroom.rank()
    return time.process_time() - began


def _row(views: int) -> Iterator[str]:
    reading, newsroom = Reading(), Newsroom(now=NOON + timedelta(minutes=20))
    for age, (story, edition) in enumerate(reading.keys):
        newsroom.stories.put(a_card(story, age=age, edition=edition, section=SECTIONS[age % 3]))
    for back in range(2, 27):
        newsroom.rollups.close(NOON - back * HOUR, parts(reading.hour(views // 24)), 1)
    objects = views // 24 // VIEWS_OF_AN_OBJECT
    _hear(newsroom, reading, NOON - HOUR, objects, range(12))
    _hear(newsroom, reading, NOON, objects // 2, range(6))
    newsroom.ledger = Ledger(newsroom.deltas, newsroom.rollups)
    newsroom.now += timedelta(minutes=10)
    cold, warm = _seconds(newsroom), list[float]()
    for _ in range(3):
        newsroom.now += timedelta(minutes=1)
        _hear(newsroom, reading, NOON, objects // 60 + 1, range(6, 7))
        warm.append(_seconds(newsroom))
    size = sum(len(part) for kept in newsroom.deltas.kept.values() for part in kept.values())
    yield from (f"{views:,}", f"{size / 1e6:.1f}", f"{cold:.1f}", f"{sorted(warm)[1]:.1f}")
    yield f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:,}"


def ticks() -> str:
    head = ("views a day", "MB of open hours", "first run", "the next ones", "MB at most so far")
    about = (
        f"Processor seconds, {STORIES:,} stories in three editions, half past an hour; what "
        "DynamoDB takes comes on top. The first run of a process reads 24 closed hours and all of "
        "the two that are open, the next ones what came since."
    )
    rows = table(head, [tuple(_row(views)) for views in VOLUMES])
    return "\n\n".join(["## A run of ranking", about, rows])
