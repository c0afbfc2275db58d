"""What CloudFront does with a reader's request: functions, cache, origin.

The emulated distribution makes every answer: its functions, its headers policy and its error
pages. Kept is what it said, so rules of status and header are never repeated here. The functions
run for every request, before and after the cache; the viewer-response function so has its own
answer before it, which it leaves as it is (tests/unit/cdn holds it to that).
"""

import contextlib
import gzip
import http.client
import secrets
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from http.cookies import SimpleCookie
from typing import Any, Protocol
from urllib.parse import parse_qsl

from botocore.exceptions import BotoCoreError, ClientError

from infra.local.edge.cache import Answer, Cache, Headers, Kept, Life, State, life_of
from infra.local.edge.distribution import Behavior, Distribution
from infra.local.edge.functions import FunctionFailed, Functions

# A part of the documented list: the standard library has gzip and no Brotli.
COMPRESSED = (
    "text/", "application/javascript", "application/json", "application/xml",
    "application/rss+xml", "application/atom+xml", "application/manifest+json", "image/svg+xml",
)  # fmt: skip
SMALLEST, LARGEST = 1_000, 10_000_000
# The reader's business with us, not the origin's with us.
_OURS = {"if-none-match", "if-modified-since", "range", "accept-encoding", "referer"}
_PAUSE, _LONGEST_PAUSE = 0.25, 1.0
_DOWN = (OSError, http.client.HTTPException, BotoCoreError)


@dataclass(frozen=True)
class Request:
    """A reader's request; header names in lower case, the path without its query string."""

    method: str
    path: str
    query: str
    headers: Headers
    ip: str = "127.0.0.1"

    @property
    def target(self) -> str:
        return f"{self.path}?{self.query}" if self.query else self.path


@dataclass(frozen=True)
class Reply:
    """What the reader gets; `result` is CloudFront's word for how it came about."""

    status: int
    headers: Headers
    body: bytes
    result: str


class Upstream(Protocol):
    """The emulated distribution."""

    def __call__(self, request: Request, headers: Headers) -> tuple[int, Headers, bytes]:
        """Status, headers and body; raises OSError or HTTPException where it does not answer."""
        ...


@dataclass(frozen=True)
class _Wanted:
    """A request on its way to the cache: after the viewer-request function."""

    request: Request
    behavior: Behavior
    uri: str
    key: object
    gzip: bool


class Edge:
    """One distribution's edge."""

    def __init__(
        self,
        distribution: Distribution,
        upstream: Upstream,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._distribution = distribution
        self._upstream = upstream
        self._clock = clock
        self._cache = Cache()
        self._functions = Functions(distribution.functions)
        self._fetching: defaultdict[object, threading.Lock] = defaultdict(threading.Lock)
        self._looking = threading.Lock()
        self._look_again = 0.0
        self._seen = set(distribution.invalidations())

    def close(self) -> None:
        self._functions.close()

    def reply(self, request: Request) -> Reply:
        behavior = self._distribution.behavior(request.path)
        try:
            if request.method not in {"GET", "HEAD"}:
                return self._through(request)
            wanted = self._before_the_cache(request, behavior)
            if isinstance(wanted, Reply):
                return wanted
            return self._after_the_cache(wanted, self._from_cache(wanted))
        except FunctionFailed as failure:
            return _failed(503, str(failure))
        except _DOWN as failure:
            return _failed(502, str(failure))

    def _through(self, request: Request) -> Reply:
        status, headers, body = self._upstream(request, request.headers)
        return _reply(Answer(status, headers, body, status), "Error" if status >= 400 else "Miss")

    def _before_the_cache(self, request: Request, behavior: Behavior) -> Reply | _Wanted:
        event = _event(request)
        cookies, queries = event["cookies"], event["querystring"]
        uri, headers = request.path, request.headers
        if behavior.viewer_request:
            result = self._functions.call(behavior.viewer_request, {"request": event})
            if "statusCode" in result:
                made = {name: one["value"] for name, one in result.get("headers", {}).items()}
                status = result["statusCode"]
                return _reply(Answer(status, made, b"", status), "FunctionGeneratedResponse")
            uri, headers = result["uri"], _values(result["headers"])
            cookies, queries = result["cookies"], result["querystring"]
        policy = behavior.policy
        # A range of a compressed body would be no use to anybody.
        zipped = policy.gzip and "range" not in headers and "gzip" in _accepted(headers)
        key = (
            uri, zipped, policy.headers.of(headers), policy.cookies.of(_values(cookies)),
            policy.queries.of(_values(queries)),
        )  # fmt: skip
        return _Wanted(request, behavior, uri, key, zipped)

    def _after_the_cache(self, wanted: _Wanted, reply: Reply) -> Reply:
        """The reply as the viewer-response function leaves it; it is not called for errors."""
        function = wanted.behavior.viewer_response
        if not function or reply.result == "Error":
            return reply
        said = {"statusCode": reply.status, "headers": _boxed(reply.headers), "cookies": {}}
        event = {"request": {**_event(wanted.request), "uri": wanted.uri}, "response": said}
        result = self._functions.call(function, event)
        headers = _values(result["headers"])
        for name, one in result["cookies"].items():  # ours sets one at most
            headers["set-cookie"] = f"{name}={one['value']}; {one['attributes']}"
        return replace(reply, status=result["statusCode"], headers=headers)

    def _from_cache(self, wanted: _Wanted) -> Reply:
        self._look_for_invalidations()
        kept = self._cache.find(wanted.key)
        state = kept.state(self._clock()) if kept else State.EXPIRED
        if kept and state is State.STALE:
            self._fetch_behind(wanted)
        if kept and state is not State.EXPIRED:
            return self._given(wanted, kept, "Hit")
        with self._fetching[wanted.key]:
            # Somebody else may have fetched it while we waited.
            kept = self._cache.find(wanted.key)
            if kept and kept.state(self._clock()) is State.FRESH:
                return self._given(wanted, kept, "Hit")
            return self._fetched(wanted, kept)

    def _given(self, wanted: _Wanted, kept: Kept, result: str) -> Reply:
        found = "Error" if kept.answer.origin_status >= 400 else result
        reply = _reply(kept.answer, found, age=int(self._clock() - kept.asked))
        return _as_asked(wanted.request, reply, kept.answer.origin_status)

    def _fetch_behind(self, wanted: _Wanted) -> None:
        lock = self._fetching[wanted.key]

        def fetch() -> None:
            try:
                self._fetched(wanted, self._cache.find(wanted.key))
            finally:
                lock.release()

        if lock.acquire(blocking=False):
            threading.Thread(target=fetch, daemon=True).start()

    def _fetched(self, wanted: _Wanted, kept: Kept | None) -> Reply:
        asked = self._clock()
        try:
            fresh = self._ask(wanted, kept, asked)
        except _DOWN as failure:
            if kept and kept.helps_on_error(asked):
                return self._given(wanted, kept, "Hit")
            return _failed(502, str(failure))
        if fresh.answer.origin_status >= 500 and kept and kept.helps_on_error(asked):
            return self._given(wanted, kept, "Hit")
        self._cache.keep(wanted.key, fresh)
        renewed = kept and fresh.answer.body is kept.answer.body
        result = "RefreshHit" if renewed else "Miss"
        if fresh.answer.origin_status >= 400:
            result = "Error"
        reply = _reply(fresh.answer, result)
        return _as_asked(wanted.request, reply, fresh.answer.origin_status)

    def _ask(self, wanted: _Wanted, kept: Kept | None, asked: float) -> Kept:
        """The distribution's answer now, or what is kept, made fresh."""
        sent = {name: value for name, value in wanted.request.headers.items() if name not in _OURS}
        etag = kept.answer.headers.get("etag", "").removeprefix("W/") if kept else ""
        whole = replace(wanted.request, method="GET")
        for _ in range(3):
            status, headers, body = self._upstream(
                whole, {**sent, "if-none-match": etag} if etag else sent
            )
            if status == 304 and kept:
                renewed = {**kept.answer.headers, **_pick(headers, "cache-control", "date")}
                life = life_of(headers, wanted.behavior.policy)
                return replace(
                    kept, answer=replace(kept.answer, headers=renewed), asked=asked, life=life
                )
            if status >= 500:
                return Kept(
                    Answer(status, headers, body, status), asked,
                    self._distribution.error_life(status),
                )  # fmt: skip
            origin, about = self._distribution.origin_says(wanted.behavior, wanted.uri)
            answer = Answer(status, headers, body, origin)
            if origin >= 400 and status >= 400:
                return Kept(answer, asked, self._distribution.error_life(origin))
            # Between the two looks another page may have been put there.
            if about.get("etag") == headers.get("etag"):
                life = life_of(about, wanted.behavior.policy)
                break
        else:
            life = Life(0)
        tags = about.get(self._distribution.tag_header, "")
        return Kept(
            answer=_zipped(answer) if wanted.gzip and wanted.behavior.compress else answer,
            asked=asked,
            life=life,
            tags=frozenset(tag.strip() for tag in tags.split(",") if tag.strip()),
            paths=frozenset({wanted.request.path, wanted.uri}),
        )

    def _look_for_invalidations(self) -> None:
        """Learns of new invalidations before a page is given, at most four times a second.

        The emulator does one thing at a time and lists all that were ever made, so nobody looks
        while nobody reads, and after a slow look the next one waits up to a second.
        """
        if self._clock() < self._look_again or not self._looking.acquire(blocking=False):
            return
        began = self._clock()
        try:
            # An edge that cannot ask goes on with what it knows.
            with contextlib.suppress(BotoCoreError, ClientError):
                self._learn()
        finally:
            took = self._clock() - began
            self._look_again = began + min(max(_PAUSE, 10 * took), _LONGEST_PAUSE)
            self._looking.release()

    def _learn(self) -> None:
        for new in self._distribution.invalidations():
            if new not in self._seen:
                self._cache.invalidate(self._distribution.invalidated(new), self._clock())
                self._seen.add(new)


def _event(request: Request) -> dict[str, Any]:
    """A CloudFront Function's `event.request`."""
    cookies = SimpleCookie(request.headers.get("cookie", ""))
    headers = {name: value for name, value in request.headers.items() if name != "cookie"}
    return {
        "method": request.method,
        "uri": request.path,
        "querystring": _boxed(dict(parse_qsl(request.query, keep_blank_values=True))),
        "headers": _boxed(headers),
        "cookies": _boxed({name: one.value for name, one in cookies.items()}),
    }


def _boxed(values: Mapping[str, str]) -> dict[str, dict[str, str]]:
    return {name: {"value": value} for name, value in values.items()}


def _values(boxed: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {name: one["value"] for name, one in boxed.items()}


def _pick(headers: Headers, *names: str) -> dict[str, str]:
    return {name: headers[name] for name in names if name in headers}


def _accepted(headers: Headers) -> set[str]:
    """The encodings that the reader takes."""
    found = set()
    for part in headers.get("accept-encoding", "").lower().split(","):
        name, _, quality = part.partition(";")
        if quality.replace(" ", "") not in {"q=0", "q=0.0"}:
            found.add(name.strip())
    return found


def _zipped(answer: Answer) -> Answer:
    """The answer compressed, where CloudFront would."""
    headers = answer.headers
    kind = headers.get("content-type", "")
    if (
        not SMALLEST <= len(answer.body) <= LARGEST
        or not kind.startswith(COMPRESSED)
        or "content-encoding" in headers
    ):
        return answer
    changed = {**headers, "content-encoding": "gzip", "vary": "Accept-Encoding"}
    if "etag" in headers:
        changed["etag"] = f"W/{headers['etag']}"
    return replace(answer, headers=changed, body=gzip.compress(answer.body, 6))


def _reply(answer: Answer, result: str, age: int | None = None) -> Reply:
    ours = {
        "x-cache": f"{result} from cloudfront",
        "via": "1.1 local.cloudfront.net (CloudFront)",
        "x-amz-cf-pop": "LOC50-C1",
        "x-amz-cf-id": secrets.token_urlsafe(40),
    }
    if age is not None:
        ours["age"] = str(age)
    return Reply(answer.status, {**answer.headers, **ours}, answer.body, result)


def _failed(status: int, why: str) -> Reply:
    body = f"{status} ERROR: the request could not be satisfied.\n{why}\n".encode()
    return _reply(Answer(status, {"content-type": "text/plain"}, body, status), "Error")


def _as_asked(request: Request, reply: Reply, origin_status: int) -> Reply:
    """The reply, or 304 to a reader who has it, or the part that was asked for."""
    if origin_status != 200:
        return reply
    etag = reply.headers.get("etag", "").removeprefix("W/")
    known = request.headers.get("if-none-match")
    if known is not None:
        has_it = known.strip() == "*" or etag in {
            one.strip().removeprefix("W/") for one in known.split(",")
        }
    else:
        since = request.headers.get("if-modified-since")
        has_it = since is not None and since == reply.headers.get("last-modified")
    if has_it:
        gone = {"content-type", "content-encoding", "location"}
        headers = {name: value for name, value in reply.headers.items() if name not in gone}
        return replace(reply, status=304, headers=headers, body=b"")
    return _part(request, reply) if reply.status == 200 else reply


def _part(request: Request, reply: Reply) -> Reply:
    """One range of the body; several at once, or none that makes sense, are the whole."""
    unit, _, span = request.headers.get("range", "").partition("=")
    first, dash, last = span.partition("-")
    size = len(reply.body)
    if unit != "bytes" or not dash or not all(one.isdecimal() or not one for one in (first, last)):
        return reply
    start = int(first) if first else max(size - int(last or "0"), 0)
    stop = min(int(last) + 1, size) if first and last else size
    if start >= stop:
        headers = {**reply.headers, "content-range": f"bytes */{size}"}
        return replace(reply, status=416, headers=headers, body=b"")
    headers = {**reply.headers, "content-range": f"bytes {start}-{stop - 1}/{size}"}
    return replace(reply, status=206, headers=headers, body=reply.body[start:stop])
