"""Feeds as a feed reader has them, and sitemaps."""

import re
from datetime import UTC, datetime, timedelta
from xml.etree.ElementTree import Element

import feedparser
from defusedxml.ElementTree import fromstring

from tests.audit.findings import Findings
from tests.audit.pages import Page, get

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
MOST = 50_000
FRESH = timedelta(days=2, minutes=10)


def feed(page: Page) -> Findings:
    found = Findings()
    said = feedparser.parse(page.html.encode(), response_headers={**page.headers})
    found.expect(page.status == 200, f"answers {page.status}")
    found.expect(not said.bozo, f"feedparser says: {said.get('bozo_exception')}")
    found.expect(said.version == "rss20", f"is {said.version or 'no feed'}")
    found.expect(bool(said.feed.get("title")), "has no title")
    language = said.feed.get("language", "")
    found.expect(language.partition("-")[0] == page.edition, f"language is {language}")
    own = [link.href for link in said.feed.get("links", ()) if link.rel == "self"]
    found.expect(own == [page.url], f"names itself {own}")
    for entry in said.entries:
        for name in ("id", "title", "link", "published_parsed"):
            found.expect(bool(entry.get(name)), f"an entry without {name}: {entry.get('title')}")
    found.figures["entries"] = len(said.entries)
    return found


def sitemaps(url: str) -> Findings:
    """An index and all that it names, or one sitemap."""
    found = Findings(figures={"pages": 0})
    _read(url, found)
    return found


def _read(url: str, found: Findings) -> None:
    page = get(url)
    found.expect(page.status == 200, f"{url} answers {page.status}")
    if page.status != 200:
        return
    root: Element = fromstring(page.html)
    if root.tag == f"{SITEMAP}sitemapindex":
        for place in root.iter(f"{SITEMAP}loc"):
            _read(place.text or "", found)
        return
    found.expect(root.tag == f"{SITEMAP}urlset", f"{url} is {root.tag}")
    entries = root.findall(f"{SITEMAP}url")
    found.expect(len(entries) <= MOST, f"{url} has {len(entries)} pages")
    for entry in entries:
        _entry(entry, found)
    found.figures["pages"] += len(entries)


def _entry(entry: Element, found: Findings) -> None:
    place = entry.findtext(f"{SITEMAP}loc") or ""
    target = get(place)
    found.expect(target.status == 200, f"{place} answers {target.status}")
    canonical = re.findall(r'rel="canonical" href="([^"]+)"', target.html)
    found.expect(canonical == [place], f"{place} is not canonical, but {canonical}")
    for news in entry.iter(f"{NEWS}news"):
        said = {one.tag.removeprefix(NEWS): one.text for one in news.iter()}
        for name in ("name", "language", "publication_date", "title"):
            found.expect(bool(said.get(name)), f"{place}: news without {name}")
        published = datetime.fromisoformat(said.get("publication_date") or "")
        found.expect(datetime.now(UTC) - published < FRESH, f"{place} is older than two days")
