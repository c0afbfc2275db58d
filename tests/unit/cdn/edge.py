"""Runs a CloudFront Function on Node."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]


def call(function: str, *events: dict[str, Any]) -> list[dict[str, Any]]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    node = shutil.which("node", path=path)
    assert node, "make setup brings Node along"
    finished = subprocess.run(
        [node, str(Path(__file__).with_name("run.js")), str(ROOT / "infra/cdn" / f"{function}.js")],
        input=json.dumps(events),
        capture_output=True,
        text=True,
        check=True,
    )
    results: list[dict[str, Any]] = json.loads(finished.stdout)
    return results
