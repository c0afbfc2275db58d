"""`make bench`: figures as Markdown; `WRITE=1` keeps them in docs/BENCHMARKS.md.

Nothing here is a test: times depend on the machine, and no build fails by them. `ONLY=imports` (or
another of PARTS) measures a part and leaves the others as they were.
"""

import os
import platform
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.accuracy import accuracy
from tests.bench.cost import cost
from tests.bench.count import count
from tests.bench.gates import gates
from tests.bench.imports import imports
from tests.bench.latency import latency
from tests.bench.segments import segments
from tests.bench.ticks import ticks
from tests.bench.translate import translation
from tests.bench.work import work

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/BENCHMARKS.md"
INTRODUCTION = (
    "Counts are the same on every machine. Times are not, least of all on a busy one: read ratios."
)
PARTS: dict[str, Callable[[], str]] = {
    "work": work, "latency": latency, "imports": imports, "count": count, "accuracy": accuracy,
    "cost": cost, "ticks": ticks, "segments": segments, "gates": gates, "translate": translation,
}  # fmt: skip


def main() -> None:
    only = os.environ.get("ONLY", "")
    sections = _written()
    for name, measure in PARTS.items():
        if only in {"", name}:
            sections[name] = f"{measure()}\n\n{_about(name)}"
            sys.stdout.write(f"{sections[name]}\n\n")
    if os.environ.get("WRITE"):
        parts = [f"<!-- {name} -->\n{sections[name]}" for name in PARTS if name in sections]
        PAGE.write_text("\n\n".join(["# Benchmarks", INTRODUCTION, *parts]) + "\n")


def _written() -> dict[str, str]:
    """The sections that the page has, by the comment before each."""
    text = PAGE.read_text() if PAGE.exists() else ""
    pieces = re.split(r"<!-- (\w+) -->\n", text)[1:]
    return {name: body.strip() for name, body in zip(pieces[::2], pieces[1::2], strict=True)}


def _about(name: str) -> str:
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    return (
        f"`make bench ONLY={name} WRITE=1` at commit {commit}, {datetime.now(UTC):%Y-%m-%d}, on"
        f" {os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}."
    )


if __name__ == "__main__":
    main()
