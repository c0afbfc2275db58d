"""Counting one log side by side: functions/count, GoAccess, and a plain loop."""

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from infra.readers.floods import FLOODS
from infra.readers.logs import Log
from tests.bench.logs import ARTICLES, a_day, write
from tests.bench.rivals import goaccess, install_goaccess
from tests.bench.tables import table

ROOT = Path(__file__).parents[2]
VIEWS, OBJECT = 1_510_000, 10_000
FORGED = 500_000
RUNS, LONG = 3, 100
"""How often each runs; what takes more than so many seconds of user time runs once."""
LAUNCH = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime, used.ru_stime, used.ru_maxrss)
"""
"""In a process that is small: the system counts its memory with that of what it starts."""
OURS, REQUESTS, FULL = "functions/count", "GoAccess, requests only", "GoAccess, full report"


class Used(NamedTuple):
    """User and system seconds, and the most megabytes of memory at once."""

    user: float
    system: float
    megabytes: float


def count() -> str:
    version = install_goaccess()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        day = write(folder / "day", Log().lines(a_day(VIEWS).reading()), OBJECT)
        lines, size = day.lines, day.whole.stat().st_size / day.lines
        used = _side_by_side({
            OURS: _ours(day.folder),
            REQUESTS: goaccess(day.whole, folder / "r.json", requests_only=True),
            FULL: goaccess(day.whole, folder / "r.html", requests_only=False),
            "a plain Python loop": [sys.executable, "-m", "tests.bench.rivals", day.folder],
        })  # fmt: skip
        attacks = {name: _attack(folder / f"forged {place}", name)
                   for place, name in enumerate(("one address", "a botnet"))}  # fmt: skip
    mine = used[OURS].user
    rows = [
        (name, f"{lines / one.user:,.0f}", f"{lines / (one.user + one.system):,.0f}",
         f"{one.user / mine:.1f}", f"{one.megabytes:.0f}")
        for name, one in used.items()
    ]  # fmt: skip
    rows += [
        (f"{OURS}, every line another browser, from {name}", f"{FORGED / one.user:,.0f}",
         f"{FORGED / (one.user + one.system):,.0f}", "", f"{one.megabytes:.0f}")
        for name, one in attacks.items()
    ]  # fmt: skip
    head = ("", "lines a second of user time", "of all processor time", "times ours", "MB at most")
    return f"""## Counting the same log side by side

A generated day of {lines:,} lines of {size:.0f} bytes ({len(day.objects)} objects of {OBJECT:,}), \
three in ten of them articles. Medians of {RUNS} runs that took turns; what took more than {LONG} \
seconds ran once. Ours and the plain loop read the gzipped objects as they come from CloudFront, \
GoAccess {version} (Debian) the same lines already unpacked in one file. Ours does what the \
function does, the writing apart: it tells people from robots, and makes each object's deltas \
with visitors and networks. GoAccess makes its HTML report, or ignores crawlers and keeps requests \
alone; the plain loop keeps sets of visitors.

{table(head, rows)}

Goals: 2 times GoAccess's requests, 4.5 times its full report, and 100,000 lines a second of a \
flood in which every line names another browser."""


def _ours(folder: Path) -> list[str | Path]:
    return [sys.executable, "-m", "tests.bench.counted", folder]


def _attack(folder: Path, name: str) -> Used:
    forged = FLOODS[name].views(ARTICLES[0], FORGED, begin=3600)
    write(folder, Log(beside=0).lines(forged), OBJECT)
    return _side_by_side({OURS: _ours(folder)})[OURS]


def _side_by_side(commands: dict[str, Sequence[str | Path]]) -> dict[str, Used]:
    runs: dict[str, list[Used]] = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            if all(used.user < LONG for used in runs[name]):
                runs[name].append(_used(command))
    return {name: Used(*map(statistics.median, zip(*many, strict=True)))
            for name, many in runs.items()}  # fmt: skip


def _used(command: Sequence[str | Path]) -> Used:
    told = subprocess.check_output([sys.executable, "-c", LAUNCH, *command], cwd=ROOT, text=True)
    user, system, kilobytes = map(float, told.split())
    return Used(user, system, kilobytes / 1024)
