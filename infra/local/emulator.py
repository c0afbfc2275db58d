"""MiniStack, the AWS emulator, as a child process that cannot outlive its parent."""

import contextlib
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Self

KEY = "test"
REGION = "us-east-1"

# Ends the emulator in good order when the parent's end of the pipe closes, however that happens.
CHILD = """
import os, signal, sys, threading
def watch():
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)
threading.Thread(target=watch, daemon=True).start()
from ministack.app import main
sys.argv = ["ministack"]
main()
"""


class NotStarted(Exception):
    """The emulator cannot run here; the message says what to do."""


def port_is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


class Emulator:
    """One MiniStack on 127.0.0.1, with IAM enforced and its state in a folder."""

    def __init__(self, port: int, state: Path) -> None:
        self.endpoint = f"http://127.0.0.1:{port}"
        self._port = port
        self._state = state
        self._log = state / "emulator.log"
        self._process: subprocess.Popen[bytes]

    def __enter__(self) -> Self:
        environment = self._environment()
        if not shutil.which("node", path=environment["PATH"]):
            raise NotStarted("Node is missing: rm -r .venv, then make again installs one")
        self._state.mkdir(parents=True, exist_ok=True)
        self._lock = (self._state / "lock").open("w")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise NotStarted(f"A local cloud is running with {self._state}: stop it") from None
        # Workers unpack their code there and leave it behind.
        shutil.rmtree(self._state / "tmp", ignore_errors=True)
        (self._state / "tmp").mkdir()
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", CHILD],
                env=environment,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                # Ctrl-C is for us alone; and the group takes the workers along at the end.
                start_new_session=True,
            )
        try:
            self._wait_until_it_answers()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("HOME", "LANG", "TZ") if name in os.environ}
        # Lambda workers inherit all this: nothing of the developer's shell may leak into them.
        return kept | {
            "PATH": f"{Path(sys.executable).parent}:{os.environ.get('PATH', os.defpath)}",
            "TMPDIR": str(self._state / "tmp"),
            "BIND_HOST": "127.0.0.1",
            "MINISTACK_HOST": "127.0.0.1",
            "GATEWAY_PORT": str(self._port),
            "MINISTACK_REGION": REGION,
            "AUTH": "true",
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": KEY,
            "PERSIST_STATE": "1",
            "STATE_DIR": str(self._state / "services"),
            "S3_PERSIST": "1",
            "S3_DATA_DIR": str(self._state / "s3"),
            "SFTP_ENABLED": "0",
            "IOT_MTLS_ENABLED": "0",
            "LOG_LEVEL": "WARNING",
            "POWERTOOLS_LOG_LEVEL": "INFO",  # the functions'; the line above is the emulator's
            "PYTHONUNBUFFERED": "1",
        }

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            with contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError):
                urllib.request.urlopen(f"{self.endpoint}/_ministack/health", timeout=5).close()
                return
            if self._process.poll() is not None:
                break
            time.sleep(0.05)
        raise NotStarted(f"The emulator did not start.\n{self.complaints()}")

    def complaints(self) -> str:
        """What went wrong lately, and where to read more."""
        lines = self._log.read_text(errors="replace").splitlines()
        errors = [line for line in lines if " ERROR " in line][-3:]
        return "\n".join([*errors, f"More in {self._log}"])

    def _stop(self) -> None:
        process = self._process
        if process.stdin:
            process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=20)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        self._lock.close()
