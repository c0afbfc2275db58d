"""CloudFront Functions, run as CloudFront runs them: no eval, no Node API."""

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class FunctionFailed(Exception):
    """The function threw; CloudFront answers 503."""


class Functions:
    """Functions by name, in one Node process that runs one call at a time and ends with us."""

    def __init__(self, code: Mapping[str, str]) -> None:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
        node = shutil.which("node", path=path) or "node"
        self._one_at_a_time = threading.Lock()
        self._node = subprocess.Popen(
            [node, str(Path(__file__).with_name("functions.js"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._send(code)

    def call(self, name: str, event: Mapping[str, Any]) -> dict[str, Any]:
        """The request or response that the function returns; raises FunctionFailed."""
        with self._one_at_a_time:
            self._send([name, event])
            answer = json.loads(self._node.stdout.readline())  # type: ignore[union-attr]
        if "error" in answer:
            raise FunctionFailed(f"{name}: {answer['error']}")
        result: dict[str, Any] = answer["result"]
        return result

    def close(self) -> None:
        self._node.communicate()

    def _send(self, message: object) -> None:
        self._node.stdin.write(f"{json.dumps(message)}\n")  # type: ignore[union-attr]
        self._node.stdin.flush()  # type: ignore[union-attr]
