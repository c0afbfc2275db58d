"""The `triptych` command as a process."""

import os
import subprocess
import sys

MAIN = "import sys; from infra.cli import main; sys.exit(main(sys.argv[1:]))"


def test_who_reads_no_more_ends_it_without_a_traceback() -> None:
    nobody, speaker = os.pipe()
    os.close(nobody)
    try:
        done = subprocess.run(
            [sys.executable, "-c", MAIN, "--help"],
            env={name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"},
            stdout=speaker, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    finally:
        os.close(speaker)
    assert (done.returncode, done.stderr) == (141, "")
