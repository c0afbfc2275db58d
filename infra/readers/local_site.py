"""The newspaper that runs on this machine, read over HTTP as browsers read it; no other site is."""

import contextlib
import gzip
import http.client
import re
import socket
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from infra.readers.day import Article, Reader, View
from infra.readers.page import Page
from shared.news.language import LANGUAGES, Language

HERE = "127.0.0.1"
_ARTICLE = re.compile(r"/(en|ar|es)/[^/]+/(?:[^/]+-)?([a-z2-7]{10})")
_SECTION = re.compile(r"/(en|ar|es)/[^/]+/")
_ACCEPTED: dict[Language, str] = {
    "en": "en-GB,en;q=0.9", "ar": "ar,en;q=0.6", "es": "es-ES,es;q=0.9",
}  # fmt: skip
_MOST_FILES = 6
_NOT_THERE = "nothing-is-here"


class NotLocal(Exception):
    """The site is not one of this machine."""


class Visit(NamedTuple):
    """A view that was made: its page's status (0: no answer), and all requests that it took."""

    view: View
    status: int
    requests: int


class _Answer(NamedTuple):
    status: int
    etag: str | None = None
    body: bytes = b""


_Ask = Callable[[str, str, Mapping[str, str]], _Answer]


def has_many_addresses() -> bool:
    """Whether one may call from all of 127.0.0.0/8: on Linux yes, on macOS not by itself."""
    with socket.socket() as probe, contextlib.suppress(OSError):
        probe.bind(("127.77.7.7", 0))
        return True
    return False


@dataclass
class LocalSite:
    """The site at `url`; raises NotLocal where that is not http://127.0.0.1 with some port.

    Readers call from their own addresses, or where this machine has none but one, from that.
    """

    url: str
    many_addresses: bool = field(default_factory=has_many_addresses)
    _has: dict[Reader, set[str]] = field(default_factory=dict)
    _etags: dict[tuple[Reader, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if (parts.scheme, parts.hostname) != ("http", HERE):
            raise NotLocal(f"Readers are simulated on http://{HERE} only, not on {self.url}")

    def articles(self) -> dict[Article, str]:
        """The headlines of the articles that the fronts and sections link. Raises OSError."""
        found: dict[Article, str] = {}
        for edition in LANGUAGES:
            front = self._links(f"/{edition}/")
            sections = [address for address in front if _SECTION.fullmatch(address)]
            for links in (front, *map(self._links, sections)):
                for address, words in links.items():
                    match = _ARTICLE.fullmatch(address)
                    if match and match[1] == edition:
                        article = Article(match[2], edition, address)
                        found[article] = found.get(article) or " ".join(words.split())
        return found

    def visit(self, view: View) -> Visit:
        """Ask for the page, and for the files that it wants if a browser would."""
        address = view.article.address
        if view.kind == "gone":
            address = address.rpartition("/")[0] + f"/{_NOT_THERE}"
        etag = self._etags.get((view.reader, address)) if view.kind == "again" else None
        headers = _headers(view) | ({"If-None-Match": etag} if etag else {})
        with self._connected(view.reader.ip) as ask:
            answer = ask("HEAD" if view.kind == "monitor" else "GET", address, headers)
            files = self._wanted(view, answer)
            for name in files:
                ask("GET", name, headers | {"Accept": "*/*", "Sec-Fetch-Mode": "no-cors"})
        return Visit(view, answer.status, 1 + len(files))

    def _wanted(self, view: View, answer: _Answer) -> list[str]:
        """The page's files that the reader has not had yet; robots want none."""
        if view.kind != "read" or answer.status != 200:
            return []
        if answer.etag:
            self._etags[view.reader, view.article.address] = answer.etag
        has = self._has.setdefault(view.reader, set())
        new = [name for name in Page(answer.body).files if name not in has][:_MOST_FILES]
        has.update(new)
        return new

    def _links(self, address: str) -> dict[str, str]:
        with self._connected(HERE) as ask:
            answer = ask("GET", address, {})
        if not answer.status:
            raise ConnectionRefusedError(f"{self.url} does not answer")
        links = Page(answer.body).links.items()
        return {unquote(urlsplit(link).path): words for link, words in links}

    @contextlib.contextmanager
    def _connected(self, ip: str) -> Iterator[_Ask]:
        connection = http.client.HTTPConnection(
            HERE, urlsplit(self.url).port, timeout=15,
            source_address=(ip, 0) if self.many_addresses else None,
        )  # fmt: skip

        def ask(method: str, address: str, headers: Mapping[str, str]) -> _Answer:
            try:
                connection.request(method, quote(address, safe="/%?=&"), headers=dict(headers))
                answer = connection.getresponse()
                body = answer.read()
            except (OSError, http.client.HTTPException):
                connection.close()
                return _Answer(0)
            zipped = body and answer.getheader("content-encoding") == "gzip"
            return _Answer(
                answer.status, answer.getheader("etag"), gzip.decompress(body) if zipped else body
            )

        with contextlib.closing(connection):
            yield ask


def _headers(view: View) -> dict[str, str]:
    """What a browser, or a robot, sends along with a page's address."""
    named = {"User-Agent": view.reader.agent} if view.reader.agent else {}
    if view.kind in {"robot", "monitor"}:
        return {**named, "Accept": "*/*"}
    ahead = {"Sec-Purpose": "prefetch"} if view.kind == "prefetch" else {}
    return {
        **named, **ahead, "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
        "Accept-Language": _ACCEPTED[view.article.edition], "Accept-Encoding": "gzip, deflate, br",
        "Sec-Fetch-Mode": "navigate", "Upgrade-Insecure-Requests": "1",
    }  # fmt: skip
