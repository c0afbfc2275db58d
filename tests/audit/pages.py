"""Which pages are audited: one of every kind in each edition, found by its links."""

import re
import urllib.error
import urllib.request
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urlsplit

EDITIONS = ("en", "ar", "es")
# Each kind of list by what its address has behind the edition; the first that fits.
KINDS = {
    "front": r"",
    "month": r"\d{4}-\d\d/",
    "month of a list": r".+/\d{4}-\d\d/",
    "region": r"regions/[^/]+/",
    "kind": r"kinds/[^/]+/",
    "programme": r"programmes/[^/]+/",
    "coverage": r"coverage/",
    "collection": r"coverage/[^/]+/",
    "authors": r"authors/",
    "author": r"authors/[^/]+/",
    "tag": r"tags/[^/]+/",
    "breaking": r"breaking/?",
    "live pages": r"live/?",
    "most read": r"most-read",
    "section": r"[^/]+/",
    "static page": r"[^/]+",
    "other": r".+",
}
STORY = re.compile(r"-[a-z0-9]{10}$")
# Feeds and files, and what articles fetch.
NO_PAGES = re.compile(r"\.\w+$|^most-read-rows$|^ticker$")
# Those that .ci/run looks at.
FEW = ("front", "section", "article")
GONE = ("404", "410")


@dataclass(frozen=True)
class Page:
    """A page as it was answered."""

    kind: str
    edition: str
    url: str
    status: int
    html: str
    headers: Mapping[str, str] = field(repr=False)

    @property
    def name(self) -> str:
        return f"{self.kind}, {self.edition}"


def chosen(links: Iterable[str], kinds: Mapping[str, str], site: str) -> dict[tuple[str, str], str]:
    """A URL for each kind and edition, the first by name.

    `kinds` are those of pages whose addresses do not tell, by URL.
    """
    found: dict[tuple[str, str], str] = {}
    for url in sorted({link.partition("#")[0] for link in links}):
        place = re.fullmatch(rf"{re.escape(site)}/(\w\w)/([^?]*)", url)
        if place and place[1] in EDITIONS and not NO_PAGES.search(place[2]):
            kind = kinds.get(unquote(url)) or kind_of(place[2])
            found.setdefault((kind, place[1]), url)
    return found


def kind_of(rest: str) -> str:
    """What an address tells of the kind, by what it has behind the edition."""
    if STORY.search(rest):
        return "article"
    return next(kind for kind, pattern in KINDS.items() if re.fullmatch(pattern, rest))


def get(url: str, kind: str = "", edition: str = "") -> Page:
    """The page at an address; redirects are followed."""
    parts = urlsplit(url)
    asked = parts._replace(path=quote(parts.path, safe="/%")).geturl()
    request = urllib.request.Request(asked, headers={"Accept-Encoding": "identity"})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return _page(kind, edition, url, answer.status, answer.read(), {**answer.headers})
    except urllib.error.HTTPError as answer:
        with answer:
            return _page(kind, edition, url, answer.code, answer.read(), {**answer.headers})


def _page(
    kind: str, edition: str, url: str, status: int, body: bytes, headers: Mapping[str, str]
) -> Page:
    lower = {name.lower(): value for name, value in headers.items()}
    return Page(kind, edition, url, status, body.decode(errors="replace"), lower)
