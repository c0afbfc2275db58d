"""A little newspaper on 127.0.0.1 that remembers who asked it for what."""

import contextlib
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote


@dataclass(frozen=True)
class Asked:
    """One request; header names in lower case."""

    ip: str
    method: str
    path: str
    headers: Mapping[str, str]


@dataclass
class LittleSite:
    """Pages by address; whatever else ends in a file's name is an empty file."""

    pages: dict[str, str]
    url: str = ""
    asked: list[Asked] = field(default_factory=list)

    def status(self, asked: Asked) -> int:
        if "sec-purpose" in asked.headers:
            return 503
        if asked.path not in self.pages and "." not in asked.path:
            return 404
        return 304 if asked.headers.get("if-none-match") == '"1"' else 200


@contextlib.contextmanager
def little_site(pages: dict[str, str]) -> Iterator[LittleSite]:
    site = LittleSite(pages)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            asked = Asked(self.client_address[0], self.command, unquote(self.path), headers)
            site.asked.append(asked)
            status = site.status(asked)
            body = site.pages.get(asked.path, "").encode() if status == 200 else b""
            self.send_response_only(status)
            self.send_header("Etag", '"1"')
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        do_HEAD = do_GET  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Keeps quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        site.url = f"http://127.0.0.1:{server.server_address[1]}"
        yield site
        server.shutdown()
