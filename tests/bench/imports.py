"""What importing a function's handler costs, and what comes along."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from shared.settings import VERBS
from tests.bench.tables import table
from tests.house.packages import packages

ROOT = Path(__file__).parents[2]
RUNS = 9


def imports() -> str:
    with tempfile.TemporaryDirectory() as folder:
        cached = {"PYTHONPYCACHEPREFIX": folder}
        bare = _milliseconds("pass", cached)
        rows = [(verb, *_row(verb, bare, cached)) for verb in VERBS]
        boto3 = _milliseconds("import boto3", cached) - bare
    figures = table(("function", "ms", "ms without bytecode", "third-party packages"), rows)
    return f"""## The import of each function

Processor time beyond a bare interpreter ({bare:.0f} ms), the least of {RUNS} runs; of it `boto3` \
alone is {boto3:.0f} ms. `sam build` with the functions' own Python ships bytecode.

{figures}"""


def _row(verb: str, bare: float, cached: Mapping[str, str]) -> tuple[str, str, str]:
    code = f"import functions.{verb}.handler"
    uncached = {"PYTHONDONTWRITEBYTECODE": "1"}
    return (
        f"{_milliseconds(code, cached) - bare:.0f}",
        f"{_milliseconds(code, uncached) - bare:.0f}",
        ", ".join(sorted(packages(verb))),
    )


def _milliseconds(code: str, environment: Mapping[str, str]) -> float:
    """The least processor time of several runs of a fresh interpreter, after one to warm up."""
    times = []
    for _ in range(RUNS + 1):
        process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=_env(environment))
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0
        times.append(1000 * (used.ru_utime + used.ru_stime))
    return min(times[1:])


def _env(more: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {"PYTHONPATH": str(ROOT)} | dict(more)
