"""How near the numbers of readers are to the truth, and how far forged views can move them."""

import random
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import timedelta

from infra.readers.day import Reader, View
from infra.readers.floods import FLOODS
from infra.readers.logs import DATE, Log
from shared.trending.hours import Hour, Key
from shared.trending.sketch import Sketch
from tests.bench.counted import Objects, objects_of
from tests.bench.logs import ARTICLES, a_day
from tests.bench.tables import table

NUMBERS = (1, 100, 256, 257, 400, 1_000, 5_000, 20_000, 100_000)
TRIES = 40
VIEWS, FORGED, OBJECT = 500_000, 1_000_000, 10_000
NOON, MOST = 12, 20
SPLITS = (2_000, 7_000, 50_000)


def accuracy() -> str:
    day = list(a_day(VIEWS).reading())
    honest = objects_of(Log().lines(day), OBJECT)
    hours = {
        int((hour - DATE).total_seconds()) // 3600: one for hour, one in honest.hours().items()
    }
    return f"""## How near the numbers are

{_sketches()}

{_readers(day, hours)}

{_floods(honest)}

{_orders(day)}"""


def _sketches() -> str:
    rng, rows = random.Random(1), []
    for number in NUMBERS:
        errors = [_error(rng, number) for _ in range(TRIES)]
        rows.append((f"{number:,}", f"{statistics.mean(errors):.2f} %", f"{max(errors):.2f} %"))
    return f"""A sketch against the set it stands for, {TRIES} times for each size:

{table(("different hashes", "error on average", "largest error"), rows)}"""


def _error(rng: random.Random, number: int) -> float:
    some = rng.randbytes(5 * number)
    hashes = {some[at : at + 5] for at in range(0, len(some), 5)}
    return 100 * abs(Sketch(hashes).count() - len(hashes)) / len(hashes)


def _readers(day: Iterable[View], hours: dict[int, Hour]) -> str:
    truth = defaultdict[tuple[int, Key], set[Reader]](set)
    for view in day:
        if view.kind in {"read", "again"}:
            key: Key = (view.article.story, view.article.edition)
            truth[int(view.at) // 3600, key].add(view.reader)
    classes = defaultdict[str, list[float]](list)
    for (hour, key), readers in truth.items():
        believed, counted = _believed(readers), hours[hour][key].readers(MOST)
        name = "up to 256" if len(readers) <= 256 else "more than 256"
        classes[name].append(100 * (counted - believed) / believed)
    rows = [
        (name, f"{len(errors):,}", f"{sum(error == 0 for error in errors) / len(errors):.1%}",
         f"{statistics.mean(map(abs, errors)):.2f} %", f"{statistics.mean(errors):+.2f} %")
        for name, errors in sorted(classes.items(), reverse=True)
    ]  # fmt: skip
    head = ("readers of an article in an hour", "such hours", "exact", "error on average", "bias")
    return f"""Readers as they are counted, against the people of a generated day of \
{VIEWS:,} views, at most {MOST} of any network ({VIEWS // 9:,} networks, a few of them crowded):

{table(head, rows)}"""


def _believed(readers: Iterable[Reader]) -> int:
    networks = Counter(
        ":".join(one.ip.split(":")[:3]) if ":" in one.ip else one.ip.rpartition(".")[0]
        for one in readers
    )
    return sum(min(MOST, number) for number in networks.values())


def _floods(honest: Objects) -> str:
    hour = DATE + timedelta(hours=NOON)
    read = honest.totals()[hour]
    busy = max(read, key=lambda key: read[key].visitors.count())
    before, rows = read[busy].tally().readers(MOST), []
    for name, flood in FLOODS.items():
        views = flood.views(ARTICLES[0], FORGED, begin=3600 * NOON)
        forged = objects_of(Log(beside=0).lines(views), 5 * OBJECT, name).totals()[hour]
        (counts,) = forged.values()
        alone = counts.tally().readers(MOST)
        counts.add(read[busy])
        rows.append((name, f"{alone:+,}", f"{counts.tally().readers(MOST) - before:+,}"))
    head = (f"{FORGED:,} forged views from", "an article that nobody reads",
            f"one with {before:,} readers")  # fmt: skip
    return f"""Forged views of one article within an hour (each, but for the first row, as another \
browser), and what they add to its readers of that hour:

{table(head, rows)}"""


def _orders(day: list[View]) -> str:
    lines = list(Log().lines(day[: len(day) // 3]))
    straight = objects_of(lines, OBJECT).hours()
    shuffled = list(lines)
    random.Random(1).shuffle(shuffled)
    same = []
    for size in SPLITS:
        made = objects_of(shuffled, size, f"{size} ")
        for name in sorted(made.zipped, reverse=True) * 2:
            made.count(name)  # delivered twice more
        same.append(made.hours() == straight)
    assert all(same)
    return f"""{len(lines):,} lines as they came, and shuffled, split in objects of \
{", ".join(f"{size:,}" for size in SPLITS)} lines, each delivered three times: all hours \
have the same views, visitors and networks."""
