"""Which third-party packages a function loads before its first call."""

import json
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOADED = """
import json, sys
import functions.{verb}.handler
print(json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})))
"""


@cache
def loaded(verb: str) -> frozenset[str]:
    """The top-level modules that a fresh interpreter has after importing a handler."""
    run = subprocess.run(
        [sys.executable, "-c", LOADED.format(verb=verb)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return frozenset(json.loads(run.stdout))


def packages(verb: str) -> frozenset[str]:
    """Of the packages that pyproject.toml names, those that a function loads."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    direct = {pin.partition("==")[0] for pin in project["dependencies"]}
    found = packages_distributions()
    names = {name for module in loaded(verb) for name in found.get(module, ())}
    return frozenset(re.sub(r"[-_.]+", "-", name).lower() for name in names) & {
        name.replace(".", "-") for name in direct
    }
