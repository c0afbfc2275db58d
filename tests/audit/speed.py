"""Lighthouse's scores, and what a page weighs."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import brotli

from tests.audit.findings import Findings
from tests.audit.pages import GONE, KINDS, Page
from tests.audit.tools import failures, lighthouse

CATEGORIES = ("performance", "accessibility", "best-practices", "seo", "agentic-browsing")
KIB = 1024
# KiB and requests.
ARTICLE, LIST = (110, 10), (150, 14)
# What shows stories in a list, or many pictures, is weighed as the front is.
LISTS = {*KINDS, "gallery"} - {"static page", "other"}
LONG = {"month", "month of a list", "live"}
CLOUDFRONTS_BROTLI = 5


def speed(page: Page, port: int, runs: int, *, desktop: bool, phone: float) -> Findings:
    """The worst of some runs, since every one of them counts; `phone` as `lighthouse` has it."""
    found = Findings()
    # A page that is not there is not for search engines, and the browser logs its status.
    gone = page.kind in GONE
    wanted = [one for one in CATEGORIES if not gone or one != "seo"]
    skip = ["errors-in-console"] if gone else []
    look = partial(
        lighthouse, page.url, port, desktop=desktop, categories=wanted, skip=skip, phone=phone
    )
    reports = [look() for _ in range(runs)]
    for report in reports:
        found.problems += [f"Lighthouse failed: {fault}" for fault in failures(report)]
    for category in wanted:
        scores = [_score(report["categories"][category]["score"]) for report in reports]
        found.at_least(category, min(scores), 100)
    found.problems += sorted({fault for report in reports for fault in _faults(report)})
    found.at_most("LCP", round(max(_figure(reports, "largest-contentful-paint"))), 1800)
    found.at_most("CLS", round(max(_figure(reports, "cumulative-layout-shift")), 3), 0)
    found.figures["TBT"] = round(max(_figure(reports, "total-blocking-time")))
    if not desktop:
        throttling = [report["configSettings"]["throttling"] for report in reports]
        found.figures["slowdown"] = min(one["cpuSlowdownMultiplier"] for one in throttling)
    _weigh(page, found, [_requests(report) for report in reports])
    return found


def _weigh(page: Page, found: Findings, runs: Sequence[list[dict[str, Any]]]) -> None:
    weight, requests = LIST if page.kind in LISTS else ARTICLE
    whole = max(sum(one["transferSize"] for one in run) for run in runs)
    found.at_most("KiB", round(whole / KIB, 1), weight)
    found.at_most("requests", max(map(len, runs)), requests)
    html = len(brotli.compress(page.html.encode(), quality=CLOUDFRONTS_BROTLI))
    found.at_most("HTML KB", round(html / 1000, 1), 30 if page.kind in LONG else 8)
    last = runs[-1]
    found.at_most("CSS KB", _sum(last, "Stylesheet", "resourceSize"), 10)
    found.at_most("JS KB", _sum(last, "Script", "transferSize"), 3)
    found.at_most("font KB", _sum(last, "Font", "resourceSize"), 27 if page.edition == "ar" else 40)
    fonts = sum(one["resourceType"] == "Font" for one in last)
    allowed = 0 if page.kind == "404" else 1  # which is for every edition, and has none of its own
    found.expect(fonts == allowed, f"{fonts} fonts instead of {allowed}")


def _sum(requests: list[dict[str, Any]], kind: str, size: str) -> float:
    whole: int = sum(one[size] for one in requests if one["resourceType"] == kind)
    return round(whole / 1000, 1)


def _score(share: float | None) -> float:
    """Of 100; a category of which nothing applies has none."""
    return 100 if share is None else round(share * 100)


def _figure(reports: Sequence[dict[str, Any]], audit: str) -> list[float]:
    return [report["audits"][audit].get("numericValue") or 0 for report in reports]


def _requests(report: dict[str, Any]) -> list[dict[str, Any]]:
    items = report["audits"]["network-requests"]["details"]["items"]
    return [one for one in items if one["url"].startswith("http")]


def _faults(report: dict[str, Any]) -> list[str]:
    """Each audit that costs points, outside performance, where points go by degrees."""
    return [
        f"{name}/{one['id']}: {report['audits'][one['id']]['title']}"
        for name, category in report["categories"].items()
        for one in category["auditRefs"]
        if name != "performance" and one["weight"] and report["audits"][one["id"]]["score"] == 0
    ]
