"""Many runs on all cores, and one run again."""

import os
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from time import perf_counter

from tests.simulation.planted import PLANTED
from tests.simulation.stage import Stage
from tests.simulation.watch import Violation

CHUNK = 10


@dataclass
class Tally:
    """What came of many runs; violations by seed."""

    runs: int = 0
    seconds: float = 0
    counts: Counter[str] = field(default_factory=Counter)
    violations: dict[int, str] = field(default_factory=dict)

    def __str__(self) -> str:
        befell = ", ".join(f"{number:,} {what}" for what, number in self.counts.items())
        return (
            f"{self.runs:,} runs in {self.seconds:.0f} s ({self.runs / self.seconds:.1f}/s): "
            f"{befell}; {len(self.violations)} violations"
        )


def play(seed: int, planted: str | None = None) -> Stage:
    """One run; its Violation carries the seed."""
    stage = Stage(seed, pieces=PLANTED[planted] if planted else None)
    try:
        stage.play()
    except Violation as violation:
        stage.violation = str(violation)
    return stage


def several(seeds: range) -> Tally:
    tally = Tally()
    for seed in seeds:
        stage = play(seed)
        tally.runs += 1
        tally.counts += Counter(stage.counts)
        if stage.violation:
            tally.violations[seed] = stage.violation
    return tally


def campaign(first: int, runs: int) -> Iterable[Tally]:
    """The tally so far, again and again until all runs are played."""
    began, tally = perf_counter(), Tally()
    chunks = [range(at, min(at + CHUNK, first + runs)) for at in range(first, first + runs, CHUNK)]
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        for part in pool.map(several, chunks):
            tally.runs += part.runs
            tally.counts += part.counts
            tally.violations |= part.violations
            tally.seconds = perf_counter() - began
            yield tally
