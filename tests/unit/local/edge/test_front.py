"""The site port, in front of a distribution that tells what it was asked."""

import gzip
import http.client
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from infra.local.cloud import free_port
from infra.local.edge.access_log import HEADER, AccessLog
from infra.local.edge.front import Front
from infra.readers.local_site import has_many_addresses
from tests.unit.local.edge.site import DOMAIN, Site


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
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Kept", "yes")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keeps quiet."""


class Bucket:
    """Keeps the logs."""

    def __init__(self) -> None:
        self.logs: dict[str, str] = {}

    def put_object(self, Bucket: str, Key: str, Body: bytes) -> None:  # noqa: N803
        assert Bucket == "logs"
        self.logs[Key] = gzip.decompress(Body).decode()


@pytest.fixture
def backend() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Backend) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture
def bucket() -> Bucket:
    return Bucket()


def a_front(endpoint: str, bucket: Bucket, port: int) -> Front:
    site = Site({"/ar/م": ("", {})})
    return Front(port, endpoint, site.distribution(), AccessLog(lambda _: bucket, "logs", "D1"))


@pytest.fixture
def site(backend: str, bucket: Bucket) -> Iterator[http.client.HTTPConnection]:
    port = free_port()
    with a_front(backend, bucket, port):
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


def test_a_cloud_that_does_not_answer_is_a_bad_gateway(bucket: Bucket) -> None:
    port, nothing = free_port(), free_port()
    with a_front(f"http://127.0.0.1:{nothing}", bucket, port):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("GET", "/")
        connection.getresponse().read()
        connection.request("GET", "/en/")
        assert connection.getresponse().status == 502
        connection.close()


def test_every_request_is_a_line_of_the_log_delivered_at_the_end(
    backend: str, bucket: Bucket
) -> None:
    port = free_port()
    with a_front(backend, bucket, port):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        forged = 'Mozilla/5.0 "x" 100%\tforged'
        connection.request("GET", "/ar/%D9%85?q=a%20b", headers={"User-Agent": forged})
        connection.getresponse().read()
        connection.request("HEAD", "/")
        connection.getresponse().read()
        connection.close()
    ((key, text),) = bucket.logs.items()
    assert key.startswith("AWSLogs/000000000000/CloudFront/D1.20")
    version, fields, *lines = text.splitlines()
    assert (version, fields) == ("#Version: 1.0", f"#Fields: {HEADER}")
    first, second = (dict(zip(HEADER.split(), line.split("\t"), strict=True)) for line in lines)
    assert first["cs(User-Agent)"] == "Mozilla/5.0%20%22x%22%20100%25%09forged"
    assert (first["cs-uri-stem"], first["cs-uri-query"]) == ("/ar/%D9%85", "q=a%20b")
    assert (first["sc-status"], first["x-edge-result-type"]) == ("200", "Miss")
    assert (second["cs-method"], second["sc-status"], second["cs(Referer)"]) == ("HEAD", "302", "-")
    assert second["x-edge-result-type"] == "FunctionGeneratedResponse"
    assert first["x-edge-request-id"] != second["x-edge-request-id"]


def test_the_log_has_the_address_that_a_reader_called_from(backend: str, bucket: Bucket) -> None:
    port = free_port()
    callers = ["127.0.0.1", *(["127.44.3.9"] if has_many_addresses() else [])]
    with a_front(backend, bucket, port):
        for ip in callers:
            connection = http.client.HTTPConnection(
                "127.0.0.1", port, timeout=5, source_address=(ip, 0)
            )
            connection.request("GET", "/en/", headers={"X-Forwarded-For": "192.0.2.1"})
            connection.getresponse().read()
            connection.close()
    ((_, text),) = bucket.logs.items()
    rows = [dict(zip(HEADER.split(), line.split("\t"), strict=True))
            for line in text.splitlines()[2:]]  # fmt: skip
    assert sorted(row["c-ip"] for row in rows) == callers
