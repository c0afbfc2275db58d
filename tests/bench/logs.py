"""A day's log for the benches: so many views of 260 stories, as gzipped objects and as one text."""

import gzip
import random
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from infra.readers.addresses import internet
from infra.readers.agents import browsers
from infra.readers.day import SHARES, Breaking, Day, births, invented_articles, people, robots
from infra.readers.logs import TITLE, objects

STORIES = 260
ARTICLES = invented_articles(STORIES)


def a_day(views: int, seed: int = 1) -> Day:
    """Three views a reader, three readers a network; one story breaks at noon."""
    rng = random.Random(seed)
    ips = internet(rng, max(10, views // 9))
    crowd = {
        edition: people(rng, max(1, int(views / 3 * share)), ips, browsers())
        for edition, share in SHARES.items()
    }
    return Day(
        ARTICLES, crowd, robots(rng, 300, ips), views, seed, born=births(ARTICLES),
        breaking=Breaking(ARTICLES[0].story, 12 * 60),
    )  # fmt: skip


class Written(NamedTuple):
    """A log in a folder: gzipped objects, and all of it in one text."""

    folder: Path
    objects: list[Path]
    whole: Path
    lines: int


def write(folder: Path, lines: Iterable[str], size: int) -> Written:
    """Objects of so many lines, gzipped as CloudFront does, and `whole` beside them."""
    folder.mkdir()
    paths, total = [], 0
    with (folder / "whole.log").open("w") as whole:
        for number, text in enumerate(objects(lines, size)):
            path = folder / f"{number:06}.gz"
            path.write_bytes(gzip.compress(text.encode(), 6))
            whole.write(text)
            paths.append(path)
            total += text.count("\n") - TITLE.count("\n")
    return Written(folder, paths, folder / "whole.log", total)
