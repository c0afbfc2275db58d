"""What readers see: the site port, an edge in front of the emulated distribution."""

import contextlib
import http.client
import threading
import time
from collections import deque
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from infra.local.edge.access_log import AccessLog, line
from infra.local.edge.cache import Headers
from infra.local.edge.distribution import Distribution
from infra.local.edge.edge import Edge, Reply, Request

# Headers about one connection, not about the page.
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length"}


class Emulated:
    """The distribution as the emulator serves it, over connections that are used again.

    `address` may be changed while readers read: to a dead port, say.
    """

    def __init__(self, endpoint: str, domain: str) -> None:
        self.address = urlsplit(endpoint).netloc
        self._domain = domain
        self._idle: deque[http.client.HTTPConnection] = deque()

    def __call__(self, request: Request, headers: Headers) -> tuple[int, Headers, bytes]:
        sent = {**headers, "host": self._domain, "x-forwarded-proto": "https"}
        connection, fresh = self._connection()
        try:
            connection.request(request.method, request.target, headers=sent)
            answer = connection.getresponse()
            body = answer.read()
        except (OSError, http.client.HTTPException):
            connection.close()
            if fresh:
                raise
            # The emulator may have closed a connection that lay idle.
            return self(request, headers)
        self._idle.append(connection)
        found = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, {n: v for n, v in found.items() if n not in HOP_BY_HOP}, body

    def close(self) -> None:
        while self._idle:
            self._idle.pop().close()

    def _connection(self) -> tuple[http.client.HTTPConnection, bool]:
        host, port = self.address.split(":")
        while self._idle:
            idle = self._idle.pop()
            if (idle.host, idle.port) == (host, int(port)):
                return idle, False
            idle.close()
        return http.client.HTTPConnection(self.address, timeout=30), True


class Front:
    """An HTTP server on 127.0.0.1 in front of one distribution of the emulator."""

    def __init__(
        self, port: int, endpoint: str, distribution: Distribution, log: AccessLog
    ) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self.emulated = Emulated(endpoint, distribution.domain)
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.edge = Edge(distribution, self.emulated)
        self._server.log = log
        self._server.domain = distribution.domain

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.1,), daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._server.log.close()
        self._server.edge.close()
        self.emulated.close()


class _Server(ThreadingHTTPServer):
    """Each connection has a thread."""

    daemon_threads = True
    request_queue_size = 128
    edge: Edge
    log: AccessLog
    domain: str


class _Handler(BaseHTTPRequestHandler):
    """One reader's connection."""

    protocol_version = "HTTP/1.1"
    # Without it, Nagle's algorithm holds back every answer for 40 ms.
    disable_nagle_algorithm = True
    # One write for all of an answer that is not large.
    wbufsize = 65536
    server: _Server

    def do_GET(self) -> None:
        self._answer()

    def do_HEAD(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self.close_connection = True
        self._answer()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keeps the terminal quiet."""

    def finish(self) -> None:
        with contextlib.suppress(ConnectionError):
            super().finish()

    def _answer(self) -> None:
        began = time.monotonic()
        path, _, query = self.path.partition("?")
        headers = {
            name.lower(): value
            for name, value in self.headers.items()
            if name.lower() not in HOP_BY_HOP
        }
        request = Request(self.command, path, query, headers, self.client_address[0])
        reply = self.server.edge.reply(request)
        self._send(reply)
        self.server.log.add(
            line(
                request, reply, seconds=time.monotonic() - began, at=datetime.now(UTC),
                domain=self.server.domain, port=self.client_address[1],
            )
        )  # fmt: skip

    def _send(self, reply: Reply) -> None:
        self.send_response_only(reply.status)
        for name, value in reply.headers.items():
            local = value.replace(f"https://{self.server.domain}", self._url())
            self.send_header(name.title(), local if name == "location" else value)
        if reply.status != 304:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)
        self.wfile.flush()

    def _url(self) -> str:
        host, port = self.server.server_address[:2]
        return f"http://{host!s}:{port}"
