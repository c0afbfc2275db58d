"""Programs that tests drive and that no Python package brings."""

import fcntl
import os
import shutil
import subprocess
import tempfile
from pathlib import Path


class Missing(Exception):
    """There is no such program here; the message says how to get it."""


def installed(program: str, *packages: str) -> str:
    """The program's path; where there is none, Debian's packages are installed first."""
    found = shutil.which(program)
    if found:
        return found
    if os.geteuid() or not shutil.which("apt-get"):
        raise Missing(f"{program} is missing: install it first (Debian: {' '.join(packages)})")
    # Several processes run tests at once, and apt-get fails where another one is at work.
    with (Path(tempfile.gettempdir()) / "triptych-apt-get.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for words in (["update", "-qq"], ["install", "-yqq", "--no-install-recommends", *packages]):
            subprocess.run(["apt-get", *words], check=True, capture_output=True)
    return shutil.which(program) or program
