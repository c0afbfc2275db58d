"""A function's built artifact under AWS's own runtime client, without Docker (Linux).

The process sees what it would see on Lambda: the zip's content, the layer, and the function's
environment; neither the checkout nor any package of ours. `tests/runtime` runs what ships here.
"""

import contextlib
import importlib.util
import json
import os
import queue
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

# Lambda's runtime client and what it imports. Nothing else of our environment may be seen.
CLIENT = ("awslambdaric", "runtime_client", "simplejson", "snapshot_restore_py")
INIT_SECONDS = 10.0
MB = 1024 * 1024


@dataclass(frozen=True)
class Artifact:
    """What `sam build` makes: the folder of a function, and that of the layer."""

    code: Path
    layer: Path


@dataclass(frozen=True)
class Configuration:
    """How a function is to run, as in template.yaml: memory in MB, timeout in seconds."""

    handler: str
    memory: int
    timeout: float
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """What Invoke answers. `error` is X-Amz-Function-Error: then the payload tells of it."""

    payload: Any
    error: Literal["", "Unhandled"] = ""


class ExecutionEnvironment:
    """One function that takes one event at a time; after a crash the next gets a new process."""

    def __init__(self, artifact: Artifact, configuration: Configuration) -> None:
        self._artifact = artifact
        self._configuration = configuration
        self._process: _Process | None = None

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory()
        self._client = Path(self._folder.name, "client")
        self._client.mkdir()
        for name in CLIENT:
            place = _place(name)
            (self._client / place.name).symlink_to(place)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process:
            self._process.end()
        self._folder.cleanup()

    @property
    def log(self) -> str:
        """What the function wrote, over all its processes."""
        return Path(self._folder.name, "log").read_text(errors="replace")

    def invoke(self, event: object) -> Answer:
        """What the function answers, or what Lambda says in its place."""
        if self._process is None:
            log = Path(self._folder.name, "log")
            self._process = _Process(self._artifact, self._configuration, self._client, log)
        answer = self._process.invoke(json.dumps(event).encode())
        if self._process.is_dead():
            self._process.end()
            self._process = None
        return answer


class _Process:
    """A runtime client, and the Runtime API that it asks for events."""

    def __init__(
        self, artifact: Artifact, configuration: Configuration, client: Path, log: Path
    ) -> None:
        self.timeout = configuration.timeout
        self.events: queue.Queue[tuple[str, bytes]] = queue.Queue()
        # What it does, in order: ask for an event (None), answer one, fail, end.
        self.steps: queue.Queue[Answer | None] = queue.Queue()
        self._api = _Api(("127.0.0.1", 0), _Call)
        self._api.process = self
        threading.Thread(target=self._api.serve_forever, args=(0.05,), daemon=True).start()
        address = "{}:{}".format(*self._api.server_address[:2])
        with log.open("ab") as output:
            self._child = subprocess.Popen(
                # -S: nothing of the interpreter's own site-packages either.
                [str(Path(sys.executable).resolve()), "-S", "-m", "awslambdaric",
                 configuration.handler],
                cwd=artifact.code,
                env=_environment(artifact, configuration, client, address),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )  # fmt: skip
        most = configuration.memory * MB
        resource.prlimit(self._child.pid, resource.RLIMIT_DATA, (most, most))
        threading.Thread(target=self._tell_its_end, daemon=True).start()

    def invoke(self, event: bytes) -> Answer:
        request = str(uuid.uuid4())
        failure = self._step(INIT_SECONDS, request)
        if failure:
            self._kill()
            return failure
        self.events.put((request, event))
        return self._step(self.timeout, request) or Answer(None)

    def is_dead(self) -> bool:
        return self._child.poll() is not None

    def end(self) -> None:
        self._kill()
        self._api.shutdown()
        self._api.server_close()

    def _step(self, seconds: float, request: str) -> Answer | None:
        try:
            return self.steps.get(timeout=seconds)
        except queue.Empty:
            self._kill()
            message = f"RequestId: {request} Error: Task timed out after {seconds:.2f} seconds"
            return _failure("Sandbox.Timedout", message)

    def _kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._child.pid, signal.SIGKILL)
        self._child.wait()

    def _tell_its_end(self) -> None:
        status = self._child.wait()
        name = signal.strsignal(-status) if status < 0 else None
        how = f"signal: {name.lower()}" if name else f"exit status {status}"
        self.steps.put(_failure("Runtime.ExitError", f"Runtime exited with error: {how}"))


class _Api(ThreadingHTTPServer):
    """The Runtime API of one process."""

    daemon_threads = True
    process: _Process


class _Call(BaseHTTPRequestHandler):
    """A call of the runtime client."""

    protocol_version = "HTTP/1.1"
    # Without these two every event takes 88 ms instead of 0.3.
    disable_nagle_algorithm = True
    wbufsize = -1
    server: _Api

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):  # the process was killed
            super().handle()

    def do_GET(self) -> None:
        """Answer `invocation/next`, once there is an event."""
        process = self.server.process
        process.steps.put(None)
        request, event = process.events.get()
        deadline = int((time.time() + process.timeout) * 1000)
        self.send_response(HTTPStatus.OK)
        self.send_header("Lambda-Runtime-Aws-Request-Id", request)
        self.send_header("Lambda-Runtime-Deadline-Ms", str(deadline))
        self._finish(event)

    def do_POST(self) -> None:
        """Take an answer, or an error of the function or of its start."""
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(HTTPStatus.ACCEPTED)
        self._finish(b"")
        failed = self.path.endswith("/error")
        self.server.process.steps.put(Answer(said, "Unhandled" if failed else ""))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keeps the terminal quiet."""

    def _finish(self, body: bytes) -> None:
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()


def _failure(kind: str, message: str) -> Answer:
    return Answer({"errorType": kind, "errorMessage": message}, "Unhandled")


def _environment(
    artifact: Artifact, configuration: Configuration, client: Path, address: str
) -> dict[str, str]:
    return {
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "TZ": ":UTC",
        "PYTHONPATH": f"{artifact.layer / 'python'}:{client}",
        "PYTHONDONTWRITEBYTECODE": "1",  # nothing can be written there on Lambda
        "LAMBDA_TASK_ROOT": str(artifact.code),
        "AWS_LAMBDA_RUNTIME_API": address,
        "AWS_LAMBDA_FUNCTION_NAME": "triptych",
        "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(configuration.memory),
        "AWS_LAMBDA_LOG_GROUP_NAME": "triptych",
        "AWS_LAMBDA_LOG_STREAM_NAME": "[$LATEST]",
        **configuration.environment,
    }


def _place(name: str) -> Path:
    """The file, or the folder, of an installed module."""
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(name)
    origin = Path(found.origin)
    return origin.parent if found.submodule_search_locations else origin
