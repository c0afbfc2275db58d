"""What a page tells machines: its head and its structured data."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from typing import Any

from tests.audit.findings import Findings
from tests.audit.pages import Page

# What Google requires and recommends, by type; "a.b" is b of each a.
FIELDS = {
    "Article": (
        "headline", "image", "datePublished", "dateModified", "author.name", "author.url",
    ),
    "BreadcrumbList": ("itemListElement.position", "itemListElement.name"),
    "VideoObject": ("name", "thumbnailUrl", "uploadDate", "description"),
    "LiveBlogPosting": ("coverageStartTime", "liveBlogUpdate.headline"),
    "Organization": ("name", "url", "logo"),
    "CorrectionComment": ("text",),
}  # fmt: skip
ARTICLES = {
    "Article", "NewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle", "ReportageNewsArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "BlogPosting", "LiveBlogPosting",
}  # fmt: skip
STORIES = {
    "article", "opinion", "analysis", "blog", "feature", "video", "gallery", "infographic", "live",
}  # fmt: skip
SHAPES = {1.78, 1.33, 1.0}
"""16:9, 4:3 and 1:1, in which Google recommends the picture of an article."""
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)")
POLICY = ("default-src", "base-uri", "form-action", "frame-ancestors")
HEADERS = (
    "content-security-policy", "x-content-type-options", "referrer-policy",
    "strict-transport-security", "permissions-policy", "cross-origin-opener-policy",
)  # fmt: skip
SOCIAL = ("og:title", "og:type", "og:url", "og:description", "og:locale", "og:site_name")


class Head(HTMLParser):
    """The links, metas and structured data of a page, and how many elements of each name."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[dict[str, str]] = []
        self.metas: dict[str, str] = {}
        self.count: dict[str, int] = {}
        self.lang = ""
        self.data: list[dict[str, Any]] = []
        self._structured = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = {name: value or "" for name, value in attrs}
        self.count[tag] = self.count.get(tag, 0) + 1
        self._structured = tag == "script" and about.get("type") == "application/ld+json"
        if tag == "html":
            self.lang = about.get("lang", "")
        elif tag == "link":
            self.links.append(about)
        elif tag == "meta":
            self.metas[about.get("name") or about.get("property", "")] = about.get("content", "")

    def handle_endtag(self, tag: str) -> None:
        self._structured = self._structured and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._structured:
            told = json.loads(data)
            self.data += told if isinstance(told, list) else told.get("@graph", [told])

    def of(self, rel: str) -> list[dict[str, str]]:
        return [link for link in self.links if rel in link.get("rel", "").split()]

    @property
    def alternates(self) -> dict[str, str]:
        return {
            link["hreflang"]: link["href"] for link in self.of("alternate") if "hreflang" in link
        }


def metadata(page: Page, other: Mapping[str, Head]) -> Findings:
    """`other` has the heads of pages that this one names as its translations, by URL."""
    found, head = Findings(), Head(page.html)
    for name in HEADERS:
        found.expect(name in page.headers, f"no header {name}")
    policy = page.headers.get("content-security-policy", "")
    found.expect("unsafe-" not in policy, "the content security policy has an unsafe-*")
    for directive in POLICY:
        found.expect(directive in policy, f"the content security policy has no {directive}")
    if page.kind != "404":  # the edge has one for all editions: it speaks three languages
        fonts = [link for link in head.of("preload") if link.get("as") == "font"]
        found.expect(len(fonts) == 1, f"{len(fonts)} fonts are preloaded instead of one")
        found.expect(head.lang == page.edition, f"the page's language is {head.lang}")
    for tag in ("h1", "main", "title"):
        found.expect(head.count.get(tag) == 1, f"{head.count.get(tag, 0)} elements {tag}")
    if page.status == 200:
        _listed(page, head, found, other)
    return found


def _listed(page: Page, head: Head, found: Findings, other: Mapping[str, Head]) -> None:
    """What a page needs that is to be found."""
    canonical = [link["href"] for link in head.of("canonical")]
    found.expect(canonical == [page.url], f"canonical is {canonical}")
    robots = head.metas.get("robots", "")
    found.expect("max-image-preview:large" in robots, f"robots: {robots}")
    found.expect(bool(head.metas.get("description")), "no description")
    for name in SOCIAL:
        found.expect(bool(head.metas.get(name)), f"no {name}")
    if page.kind in STORIES | {"front"}:
        found.expect(bool(head.metas.get("og:image")), "no og:image")
    alternates = head.alternates
    found.expect(alternates.get(page.edition) == page.url, "hreflang: not its own")
    found.expect("x-default" in alternates, "hreflang: no x-default")
    for language, url in alternates.items():
        back = other[url].alternates if url in other else {}
        found.expect(back == alternates, f"hreflang: {language} does not say the same")
    told = [one for one in head.data if ARTICLES & set(_types(one))]
    found.expect(bool(told) or page.kind not in STORIES, "no structured data of an article")
    for one in head.data:
        _structured(one, found, page)


def _structured(data: Mapping[str, Any], found: Findings, page: Page) -> None:
    for kind in _types(data):
        wanted = FIELDS.get(kind, ()) + (FIELDS["Article"] if kind in ARTICLES else ())
        for name in wanted:
            values = list(_values(data, name.split(".")))
            found.expect(bool(values) and all(values), f"{kind} has no {name}")
        for name in ("datePublished", "dateModified", "uploadDate"):
            if name in data:
                found.expect(bool(MOMENT.fullmatch(data[name])), f"{kind}: {name} has no zone")
    if ARTICLES & set(_types(data)):
        own = [one for one in data["image"] if "/media/" in one["url"]]
        if own and page.kind != "gallery":
            found.expect(_ratios(own) >= SHAPES, "no picture in each shape")
        language = data.get("inLanguage")
        found.expect(language == page.edition, f"inLanguage is {language}")


def _ratios(images: Sequence[Mapping[str, int]]) -> set[float]:
    """Width by height of those that are large enough for search engines."""
    sizes = [(one["width"], one["height"]) for one in images]
    return {round(width / height, 2) for width, height in sizes if width * height >= 50_000}


def _types(data: Mapping[str, Any]) -> Sequence[str]:
    kind = data.get("@type", ())
    return [kind] if isinstance(kind, str) else kind


def _values(data: Any, path: Sequence[str]) -> Iterator[Any]:
    """Everything at the path; None where an element lacks it."""
    if isinstance(data, list):
        for one in data:
            yield from _values(one, path)
    elif not path:
        yield data
    elif isinstance(data, Mapping):
        yield from _values(data.get(path[0]), path[1:])
    else:
        yield None
