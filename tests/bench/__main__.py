"""`make bench`: figures as a Markdown table; `WRITE=1` keeps all in docs/BENCHMARKS.md.

Nothing here is a test: times depend on the machine, and no build fails by them. `ONLY=imports` (or
`work`, `latency`) measures a part.
"""

import os
import platform
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.imports import imports
from tests.bench.latency import latency
from tests.bench.work import work

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/BENCHMARKS.md"
PARTS: dict[str, Callable[[], str]] = {"work": work, "latency": latency, "imports": imports}


def main() -> None:
    only = os.environ.get("ONLY", "")
    parts = [measure() for name, measure in PARTS.items() if only in {"", name}]
    text = "\n\n".join([f"# Benchmarks\n\n{_about()}", *parts]) + "\n"
    sys.stdout.write(text)
    if os.environ.get("WRITE") and not only:
        PAGE.write_text(text)


def _about() -> str:
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    return (
        f"Measured on {datetime.now(UTC):%Y-%m-%d} at commit {commit} with `make bench WRITE=1`,"
        f" on {os.cpu_count()} cores ({platform.machine()}), Python {platform.python_version()}."
        " Counts are the same on every machine; read times as ratios."
    )


if __name__ == "__main__":
    main()
