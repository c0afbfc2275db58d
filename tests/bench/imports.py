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
from tests.house.template import template

ROOT = Path(__file__).parents[2]
RUNS = 9


def imports() -> str:
    with tempfile.TemporaryDirectory() as full, tempfile.TemporaryDirectory() as empty:
        cached = {"PYTHONPYCACHEPREFIX": full}
        plain = {"PYTHONPYCACHEPREFIX": empty, "PYTHONDONTWRITEBYTECODE": "1"}
        bare = {"with": _milliseconds("pass", cached), "without": _milliseconds("pass", plain, 3)}
        rows = []
        for verb in VERBS:
            code = f"import functions.{verb}.handler"
            times = (
                _milliseconds(code, cached) - bare["with"],
                _milliseconds(code, plain, 3) - bare["without"],
            )
            names = ", ".join(sorted(packages(verb)))
            rows.append((verb, *(f"{time:.0f}" for time in times), names))
        boto3 = _milliseconds("import boto3", cached) - bare["with"]
    figures = table(
        ("function", "ms with bytecode", "ms without any", "packages of ours that it loads"), rows
    )
    return f"""## The import of each function

Processor time beyond a bare interpreter, the least of {RUNS} runs (of 3 without bytecode). \
The goal is 350 ms; \
`boto3` alone is {boto3:.0f} of them. What `sam build` makes holds bytecode where the building \
machine has Lambda's Python (the workflow has); elsewhere a cold start on Lambda, where only \
Python's own library comes compiled, lies between the two.

{figures}"""


def _milliseconds(code: str, environment: Mapping[str, str], runs: int = RUNS) -> float:
    """The least processor time of several runs of a fresh interpreter, after one to warm up."""
    times = []
    for _ in range(runs + 1):
        process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=_env(environment))
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0
        times.append(1000 * (used.ru_utime + used.ru_stime))
    return min(times[1:])


def _env(more: Mapping[str, str]) -> dict[str, str]:
    """Ours, with what the template gives every function in so many words."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    given = template()["Globals"]["Function"]["Environment"]["Variables"]
    said = {name: value for name, value in given.items() if isinstance(value, str)}
    return kept | said | {"PYTHONPATH": str(ROOT)} | dict(more)
