"""What readers see: the site port, forwarding to the emulated distribution."""

import contextlib
import http.client
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

# Headers about one connection, not about the page.
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length"}


class Front:
    """An HTTP server on 127.0.0.1 in front of one distribution."""

    def __init__(self, port: int, endpoint: str, domain: str) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._server = _Server(("127.0.0.1", port), _Handler)
        self._server.backend = urlsplit(endpoint).netloc
        self._server.domain = domain

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


class _Server(ThreadingHTTPServer):
    """Knows where the distribution is; each connection has a thread."""

    daemon_threads = True
    request_queue_size = 128
    backend: str
    domain: str


class _Handler(BaseHTTPRequestHandler):
    """One reader's connection, with one connection of its own to the emulator."""

    protocol_version = "HTTP/1.1"
    # Without it, Nagle's algorithm holds back every answer for 40 ms.
    disable_nagle_algorithm = True
    server: _Server
    _upstream: http.client.HTTPConnection | None = None

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
        if self._upstream:
            self._upstream.close()
        with contextlib.suppress(ConnectionError):
            super().finish()

    def _answer(self) -> None:
        try:
            response = self._forward()
            body = response.read()
        except (OSError, http.client.HTTPException):
            self._upstream = None
            self.send_error(502, "The local cloud does not answer")
            return
        self.send_response_only(response.status, response.reason)
        for name, value in response.getheaders():
            if name.lower() == "location":
                value = value.replace(f"https://{self.server.domain}", self._url())  # noqa: PLW2901
            if name.lower() not in HOP_BY_HOP:
                self.send_header(name, value)
        length = (
            response.headers.get("content-length", "0") if self.command == "HEAD" else len(body)
        )
        self.send_header("Content-Length", str(length))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _url(self) -> str:
        host, port = self.server.server_address[:2]
        return f"http://{host!s}:{port}"

    def _forward(self) -> http.client.HTTPResponse:
        headers = {
            name: value for name, value in self.headers.items() if name.lower() not in HOP_BY_HOP
        }
        headers["Host"] = self.server.domain
        headers["X-Forwarded-Proto"] = "https"
        fresh = self._upstream is None
        if self._upstream is None:
            self._upstream = http.client.HTTPConnection(self.server.backend, timeout=30)
        try:
            self._upstream.request(self.command, self.path, headers=headers)
            return self._upstream.getresponse()
        except (ConnectionError, http.client.HTTPException):
            # The emulator may have closed a connection that lay idle.
            self._upstream = None
            if fresh:
                raise
            return self._forward()
