"""A distribution in memory: what the edge asks of the emulator, answered from a dictionary."""

import threading
from dataclasses import dataclass, field
from typing import Any

from botocore.exceptions import ClientError

from infra.local.edge.cache import Headers, Policy
from infra.local.edge.distribution import Behavior, Distribution
from infra.local.edge.edge import Request

DOMAIN = "d1.cloudfront.example"
LONG = "text " * 400
REQUEST_FUNCTION = """
function handler(event) {
    var request = event.request;
    if (request.uri === '/') return { statusCode: 302, headers: { location: { value: '/en/' } } };
    if (request.cookies.vip) request.uri = '/vip';
    return request;
}
"""
RESPONSE_FUNCTION = """
function handler(event) {
    var referer = event.request.headers.referer;
    if (referer) event.response.cookies.from = { value: referer.value, attributes: 'Path=/' };
    return event.response;
}
"""


@dataclass
class Site:
    """Objects by path; their headers as the bucket has them, tags included."""

    objects: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    sent: list[Headers] = field(default_factory=list)
    invalidations: list[list[str]] = field(default_factory=list)
    down: bool = False
    status: int = 200
    hold: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.hold.set()

    def put(self, path: str, text: str, cache_control: str = "max-age=10", **about: str) -> None:
        headers = {"content-type": "text/html", "etag": f'"{hash(text)}"'}
        headers["cache-control"] = cache_control
        named = {name.replace("_", "-"): value for name, value in about.items()}
        self.objects[path] = (text, headers | named)

    def __call__(self, request: Request, headers: Headers) -> tuple[int, Headers, bytes]:
        self.asked.append(request.path)
        self.sent.append(headers)
        self.hold.wait(5)
        if self.down:
            raise ConnectionRefusedError
        if request.path not in self.objects:
            return 404, {"content-type": "text/html"}, b"Nothing here."
        text, about = self.objects[request.path]
        if headers.get("if-none-match") == about["etag"]:
            return 304, about, b""
        shown = {name: value for name, value in about.items() if not name.startswith("x-")}
        return self.status, shown, text.encode()

    def client(self, _: str) -> Any:
        return self

    def head_object(self, Bucket: str, Key: str) -> dict[str, Any]:  # noqa: N803
        assert Bucket == "site"
        if f"/{Key}" not in self.objects:
            raise ClientError(
                {"Error": {"Code": "404"}, "ResponseMetadata": {"HTTPStatusCode": 404}},
                "HeadObject",
            )
        return {"ResponseMetadata": {"HTTPHeaders": self.objects[f"/{Key}"][1]}}

    def list_invalidations(self, **_: str) -> dict[str, Any]:
        return {
            "InvalidationList": {"Items": [{"Id": str(n)} for n in range(len(self.invalidations))]}
        }

    def get_invalidation(self, Id: str, **_: str) -> dict[str, Any]:  # noqa: N803
        items = self.invalidations[int(Id)]
        return {"Invalidation": {"InvalidationBatch": {"Paths": {"Items": items}}}}

    def distribution(self, **policy: Any) -> Distribution:
        keys = {"min_ttl": 0, "default_ttl": 60, "max_ttl": 1000, "gzip": True}
        behavior = Behavior(
            pattern="*", policy=Policy(**(keys | policy)), compress=True,
            viewer_request="request", viewer_response="response", bucket="site", origin_path="",
        )  # fmt: skip
        return Distribution(
            id="D1", domain=DOMAIN, behaviors=(behavior,), error_ttls={404: 5},
            tag_header="x-amz-meta-cache-tag", client=self.client,
            functions={"request": REQUEST_FUNCTION, "response": RESPONSE_FUNCTION},
        )  # fmt: skip
