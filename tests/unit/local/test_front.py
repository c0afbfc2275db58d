"""The site port, in front of a backend that tells what it was asked."""

import http.client
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from infra.local.cloud import free_port
from infra.local.front import Front

DOMAIN = "d1.cloudfront.example"


class Backend(BaseHTTPRequestHandler):
    """Answers every request with what it saw of it."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        seen = {
            "path": self.path,
            "host": self.headers.get_all("host"),
            "proto": self.headers.get("x-forwarded-proto"),
            "language": self.headers.get("accept-language"),
        }
        body = json.dumps(seen).encode()
        self.send_response(301 if self.path == "/moved" else 200)
        self.send_header("Location", f"https://{DOMAIN}/here")
        self.send_header("X-Kept", "yes")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keeps quiet."""


@pytest.fixture
def backend() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Backend) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture
def site(backend: str) -> Iterator[http.client.HTTPConnection]:
    port = free_port()
    with Front(port, backend, DOMAIN):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        yield connection
        connection.close()


def test_the_distribution_sees_a_reader_s_request_for_itself(
    site: http.client.HTTPConnection,
) -> None:
    site.request("GET", "/ar/%D9%85%D8%B9?a=b%20c", headers={"Accept-Language": "ar"})
    assert json.loads(site.getresponse().read()) == {
        "path": "/ar/%D9%85%D8%B9?a=b%20c",
        "host": [DOMAIN],
        "proto": "https",
        "language": "ar",
    }


def test_its_headers_reach_the_reader_and_its_redirects_stay_here(
    site: http.client.HTTPConnection,
) -> None:
    site.request("GET", "/moved")
    answer = site.getresponse()
    answer.read()
    assert (answer.status, answer.headers["x-kept"]) == (301, "yes")
    assert answer.headers["location"] == f"http://127.0.0.1:{site.port}/here"


def test_a_head_request_has_a_length_and_no_body_and_leaves_the_connection_usable(
    site: http.client.HTTPConnection,
) -> None:
    for _ in range(2):
        site.request("HEAD", "/en/")
        answer = site.getresponse()
        assert (int(answer.headers["content-length"]) > 0, answer.read()) == (True, b"")


def test_a_cloud_that_does_not_answer_is_a_bad_gateway() -> None:
    port, nothing = free_port(), free_port()
    with Front(port, f"http://127.0.0.1:{nothing}", DOMAIN):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("GET", "/")
        assert connection.getresponse().status == 502
        connection.close()
