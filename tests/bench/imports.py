"""What importing a function's handler costs, and what comes along."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from shared.settings import VERBS
from tests.bench.tables import table
from tests.house.packages import packages
from tests.house.template import template

ROOT = Path(__file__).parents[2]
RUNS = 15


def imports() -> str:
    with tempfile.TemporaryDirectory() as full, tempfile.TemporaryDirectory() as empty:
        cached = {"PYTHONPYCACHEPREFIX": full}
        plain = {"PYTHONPYCACHEPREFIX": empty, "PYTHONDONTWRITEBYTECODE": "1"}
        codes = ["pass", "import boto3", *(f"import functions.{verb}.handler" for verb in VERBS)]
        compiled, uncompiled = _beyond(codes, cached, RUNS), _beyond(codes, plain, 3)
    rows = [
        (verb, f"{fast:.0f}", f"{slow:.0f}", ", ".join(sorted(packages(verb))))
        for verb, fast, slow in zip(VERBS, compiled[1:], uncompiled[1:], strict=True)
    ]
    figures = table(
        ("function", "ms with bytecode", "ms without any", "packages of ours that it loads"), rows
    )
    return f"""## The import of each function

Processor time beyond a bare interpreter, the least of {RUNS} runs in turns (of 3 without \
bytecode). The goal is 350 ms; `boto3` alone is {compiled[0]:.0f} of them. What `sam build` makes \
holds bytecode where the building machine has Lambda's Python (the workflow has); elsewhere a cold \
start on Lambda, where only Python's own library comes compiled, lies between the two.

{figures}"""


def _beyond(codes: Sequence[str], environment: Mapping[str, str], runs: int) -> list[float]:
    """The least of several runs of all but the first, beyond the first's, after one to warm up.

    They take turns, so that a slow moment of the machine falls on no one of them alone.
    """
    rounds = [[_milliseconds(code, environment) for code in codes] for _ in range(runs + 1)]
    least = [min(times) for times in zip(*rounds[1:], strict=True)]
    return [one - least[0] for one in least[1:]]


def _milliseconds(code: str, environment: Mapping[str, str]) -> float:
    """The processor time of a fresh interpreter."""
    process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=_env(environment))
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return 1000 * (used.ru_utime + used.ru_stime)


def _env(more: Mapping[str, str]) -> dict[str, str]:
    """Ours, with what the template gives every function in so many words."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    given = template()["Globals"]["Function"]["Environment"]["Variables"]
    said = {name: value for name, value in given.items() if isinstance(value, str)}
    return kept | said | {"PYTHONPATH": str(ROOT)} | dict(more)
