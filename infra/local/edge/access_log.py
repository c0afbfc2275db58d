"""Access logs in CloudFront's standard format, delivered to the log bucket as CloudFront does."""

import contextlib
import gzip
import secrets
import threading
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import botocore.exceptions

from infra.local.edge.cache import Headers
from infra.local.edge.edge import Reply, Request

HEADER = (
    "date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer)"
    " cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header"
    " cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol ssl-cipher"
    " x-edge-response-result-type cs-protocol-version fle-status fle-encrypted-fields c-port"
    " time-to-first-byte x-edge-detailed-result-type sc-content-type sc-content-len"
    " sc-range-start sc-range-end"
)
EVERY_SECONDS = 5.0
ACCOUNT = "000000000000"
_PLAIN = "!#$&()*+,-./:;=?@[]_"


def line(
    request: Request, reply: Reply, *, seconds: float, at: datetime, domain: str, port: int
) -> str:
    """One request; what it does not have is `-`."""
    headers, result = request.headers, reply.result
    known = {
        "date": f"{at:%Y-%m-%d}",
        "time": f"{at:%H:%M:%S}",
        "x-edge-location": reply.headers["x-amz-cf-pop"],
        "sc-bytes": _size(reply.headers) + (0 if request.method == "HEAD" else len(reply.body)),
        "c-ip": request.ip,
        "cs-method": request.method,
        "cs(Host)": domain,
        "cs-uri-stem": quote(request.path, safe=f"{_PLAIN}%"),
        "sc-status": reply.status,
        "cs(Referer)": encoded(headers.get("referer")),
        "cs(User-Agent)": encoded(headers.get("user-agent")),
        "cs-uri-query": quote(request.query, safe=f"{_PLAIN}%"),
        "cs(Cookie)": "-",
        "x-edge-result-type": result,
        "x-edge-request-id": reply.headers["x-amz-cf-id"],
        "x-host-header": headers.get("host"),
        "cs-protocol": "https",
        "cs-bytes": _size(headers),
        "time-taken": f"{seconds:.3f}",
        "x-forwarded-for": headers.get("x-forwarded-for"),
        "x-edge-response-result-type": result,
        "cs-protocol-version": "HTTP/1.1",
        "c-port": port,
        "time-to-first-byte": f"{seconds:.3f}",
        "x-edge-detailed-result-type": result,
        "sc-content-type": encoded(reply.headers.get("content-type")),
        "sc-content-len": len(reply.body),
    }
    return "\t".join(str(known.get(field) or "-") for field in HEADER.split())


def _size(headers: Headers) -> int:
    return sum(len(f"{name}: {value}\r\n") for name, value in headers.items())


def encoded(value: str | None) -> str:
    """A text as a field has it: what is not plain ASCII, or would end the field, as `%09`."""
    return quote(value or "", safe=_PLAIN)


class AccessLog:
    """Lines on their way to the bucket: every few seconds, and at the end.

    `client` gives a boto3 client by its service's name. The keys are those of standard logging v2.
    """

    def __init__(self, client: Callable[[str], Any], bucket: str, distribution_id: str) -> None:
        self._client = client
        self._bucket = bucket
        self._prefix = f"AWSLogs/{ACCOUNT}/CloudFront/{distribution_id}"
        self._lines: deque[str] = deque()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def add(self, entry: str) -> None:
        self._lines.append(entry)

    def close(self) -> None:
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._ended.wait(EVERY_SECONDS):
            self._deliver()
        self._deliver()

    def _deliver(self) -> None:
        lines = [self._lines.popleft() for _ in range(len(self._lines))]
        if not lines:
            return
        text = "\n".join(["#Version: 1.0", f"#Fields: {HEADER}", *lines, ""])
        key = f"{self._prefix}.{datetime.now(UTC):%Y-%m-%d-%H}.{secrets.token_hex(4)}.gz"
        # Delivered as well as can be, like CloudFront's own.
        with contextlib.suppress(
            botocore.exceptions.BotoCoreError, botocore.exceptions.ClientError
        ):
            self._client("s3").put_object(
                Bucket=self._bucket, Key=key, Body=gzip.compress(text.encode())
            )
