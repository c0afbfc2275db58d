"""The audit finds what is wrong: a page with planted faults, and one without."""

import json
from pathlib import Path

from tests.audit.findings import Findings, Notes
from tests.audit.metadata import Head, metadata
from tests.audit.pages import Page, chosen

SITE = "http://127.0.0.1:8080"
URL = f"{SITE}/ar/politics/the-river-5py5uirwbt"
HEADERS = {
    "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'self';"
    " frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "strict-transport-security": "max-age=63072000",
    "permissions-policy": "camera=()",
    "cross-origin-opener-policy": "same-origin",
}
ARTICLE = {
    "@type": "NewsArticle",
    "headline": "النهر",
    "image": [{"url": "/media/a.jpg", "width": width, "height": 720} for width in (1280, 960, 720)],
    "datePublished": "2026-11-24T08:00:00+03:00",
    "dateModified": "2026-11-24T08:00:00+03:00",
    "author": [{"name": "ليلى حداد", "url": "/ar/authors/layla-haddad"}],
    "inLanguage": "ar",
}
GOOD = f"""<!DOCTYPE html><html lang="ar"><head><title>النهر</title>
<link rel="canonical" href="{URL}"><link rel="alternate" hreflang="ar" href="{URL}">
<link rel="alternate" hreflang="x-default" href="{URL}">
<link rel="preload" as="font" href="/naskh.woff2">
<meta name="description" content="د"><meta name="robots" content="max-image-preview:large">
{
    "".join(
        f'<meta property="og:{name}" content="x">'
        for name in ("title", "type", "url", "description", "locale", "site_name", "image")
    )
}
<script type="application/ld+json">{json.dumps(ARTICLE)}</script>
</head><body><main><h1>النهر</h1></main></body></html>"""
FAULTS = {
    'lang="ar"': ('lang="en"', "the page's language is en"),
    f'rel="canonical" href="{URL}"': (f'rel="canonical" href="{SITE}/"', "canonical is"),
    'hreflang="x-default"': ('hreflang="fr"', "no x-default"),
    'as="font"': ('as="image"', "0 fonts are preloaded"),
    "max-image-preview:large": ("noindex", "robots: noindex"),
    "og:image": ("og:picture", "no og:image"),
    "08:00:00+03:00": ("08:00:00", "datePublished has no zone"),
    '"width": 960': ('"width": 900', "no picture in each shape"),
    '"url": "/ar': ('"link": "/ar', "no author.url"),
    '"inLanguage": "ar"': ('"inLanguage": "es"', "inLanguage is es"),
    "</h1>": ("</h1><h1></h1>", "2 elements h1"),
}


def problems(html: str, headers: dict[str, str] = HEADERS) -> list[str]:
    page = Page("article", "ar", URL, 200, html, headers)
    return metadata(page, {URL: Head(html)}).problems


def test_a_good_page_has_no_problem() -> None:
    assert problems(GOOD) == []


def test_each_planted_fault_is_found() -> None:
    for there, (fault, told) in FAULTS.items():
        assert there in GOOD
        assert any(told in one for one in problems(GOOD.replace(there, fault))), told


def test_a_policy_that_lets_scripts_in_and_a_missing_header_are_found() -> None:
    policy = HEADERS["content-security-policy"] + "; script-src 'unsafe-inline'"
    assert problems(GOOD, HEADERS | {"content-security-policy": policy}) == [
        "the content security policy has an unsafe-*"
    ]
    del (less := {**HEADERS})["x-content-type-options"]
    assert problems(GOOD, less) == ["no header x-content-type-options"]


def test_a_translation_that_does_not_name_the_page_back_is_found() -> None:
    page = Page("article", "ar", URL, 200, GOOD, HEADERS)
    silent = Head(GOOD.replace('hreflang="ar"', 'hreflang="es"'))
    assert "hreflang: ar does not say the same" in metadata(page, {URL: silent}).problems


def test_one_page_of_each_kind_and_edition_is_chosen() -> None:
    paths = (
        "en/", "en/politics/", "en/culture/", "en/regions/africa/", "en/2026-11/", "ar/most-read",
        "en/politics/2026-11/", "en/politics/the-river-5py5uirwbt", "en/politics/view-7ehyi5b7ek",
        "en/news-feed/", "ar/most-read-rows", "en/feed.xml", "en/#content", "assets/paper.css",
        "es/about",
    )  # fmt: skip
    kinds = {
        f"{SITE}/en/politics/view-7ehyi5b7ek": "opinion",
        f"{SITE}/en/news-feed/": "subsection",
    }
    found = chosen([f"{SITE}/{path}" for path in paths], kinds, SITE)
    assert {place: url.removeprefix(SITE) for place, url in found.items()} == {
        ("front", "en"): "/en/",
        ("section", "en"): "/en/culture/",
        ("subsection", "en"): "/en/news-feed/",
        ("region", "en"): "/en/regions/africa/",
        ("month", "en"): "/en/2026-11/",
        ("month of a list", "en"): "/en/politics/2026-11/",
        ("article", "en"): "/en/politics/the-river-5py5uirwbt",
        ("opinion", "en"): "/en/politics/view-7ehyi5b7ek",
        ("most read", "ar"): "/ar/most-read",
        ("static page", "es"): "/es/about",
    }


def test_a_look_without_problems_holds_until_the_page_changes(tmp_path: Path) -> None:
    assert looks_at(tmp_path, weight=100) == [100, 100]


def test_a_look_that_found_a_problem_is_repeated(tmp_path: Path) -> None:
    assert looks_at(tmp_path, weight=120) == [120, 120, 120]


def looks_at(folder: Path, weight: int) -> list[int]:
    """The looks that are taken at a page that stays as it was once and then changes."""

    def look() -> Findings:
        looked.append(weight)
        found = Findings()
        found.at_most("KiB", weight, 110)
        return found

    looked: list[int] = []
    for state in ("as it was", "as it was", "another"):
        found = Notes(folder / "audit.json").find("article, ar", state, look)
        assert found.figures == {"KiB": weight}
    return looked
