"""`make audit`: what Lighthouse, axe, the Nu checker and others say of every kind of page.

Any problem fails. A run that was stopped goes on where it was: a look that found no problem holds
as long as the page's bytes and the tools are the same. A whole audit writes docs/AUDIT.md.
"""

import argparse
import hashlib
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from playwright.sync_api import Browser
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from infra.local.cloud import STATE, LocalCloud, free_port
from tests.audit import tools
from tests.audit.feeds import feed, sitemaps
from tests.audit.findings import Findings, Notes
from tests.audit.metadata import Head, metadata
from tests.audit.newsroom import kinds, newsroom, take_back
from tests.audit.pages import EDITIONS, FEW, Page, chosen, get
from tests.audit.reading import reading
from tests.audit.report import checked_out, report
from tests.audit.speed import speed
from tests.chromium import chromium

NOTES = STATE / "audit.json"
REPORT = tools.ROOT / "docs/AUDIT.md"
# What a page was made of changes without the page.
FACTS = re.compile(r'<meta name="triptych:facts"[^>]*>')


Look = tuple[Page, str, Callable[[], Findings]]


def main() -> int:
    parser = argparse.ArgumentParser(prog="make audit", description=__doc__)
    parser.add_argument("--aws-port", type=int, default=4566)
    parser.add_argument("--site-port", type=int, default=8080)
    parser.add_argument("--runs", type=int, default=3, help="of Lighthouse; the worst counts")
    parser.add_argument("--few", action="store_true", help=f"{', '.join(FEW)}; as a phone, once")
    parser.add_argument("--only", default="", help="a part of pages' names, as “article, ar”")
    parser.add_argument("--minutes", type=float, default=600, help="look no longer than this")
    asked = parser.parse_args()
    if asked.few:
        asked.runs = 1
    commit = checked_out()
    with newsroom(asked.aws_port, asked.site_port) as cloud:
        found = audit(cloud, asked)
    problems = 0
    for name, said in found.items():
        for problem in said.problems:
            say(f"{name}: {problem}")
            problems += 1
        if said.problems:
            say(f"{name}: {', '.join(f'{one} {figure:g}' for one, figure in said.figures.items())}")
    say(f"{len(found)} looks, {problems} problems")
    if not asked.few and not asked.only:
        REPORT.write_text(report(found, asked.runs, commit))
    return 1 if problems else 0


def audit(cloud: LocalCloud, asked: argparse.Namespace) -> dict[str, Findings]:
    """What was found, by what was looked at."""
    known = kinds(cloud)
    gone = {} if asked.few else take_back(cloud)
    links = tools.linkinator([f"{cloud.site_url}/{edition}/" for edition in EDITIONS])
    addresses = chosen((link["url"] for link in links), known, cloud.site_url)
    if asked.few:
        addresses = {place: url for place, url in addresses.items() if place[0] in FEW}
    else:
        addresses |= {("404", code): f"{cloud.site_url}/{code}/not-there" for code in EDITIONS}
        addresses |= {("410", code): url for code, url in gone.items()}
    pages = [get(url, *place) for place, url in addresses.items() if asked.only in ", ".join(place)]
    found = {"links": _broken(links), **_machines(cloud.site_url), **_markup(pages)}
    notes, port = Notes(NOTES), free_port()
    with chromium(f"--remote-debugging-port={port}") as browser:
        until = time.monotonic() + 60 * asked.minutes
        for page, name, look in _progress(_looks(pages, browser, port, asked)):
            if time.monotonic() > until:
                found[f"{page.name}, {name}"] = Findings(problems=["was not looked at"])
                continue
            words = (tools.identity(), str(asked.runs), FACTS.sub("", page.html))
            state = hashlib.sha256("".join(words).encode()).hexdigest()
            found[f"{page.name}, {name}"] = notes.find(f"{page.name}, {name}", state, look)
    return found


def _looks(
    pages: Sequence[Page], browser: Browser, port: int, asked: argparse.Namespace
) -> list[Look]:
    phone = tools.slowdown(pages[0].url, port)
    say(f"Lighthouse's phone is this machine {phone:g} times slower")

    def fast(page: Page, form: str) -> Callable[[], Findings]:
        look = partial(speed, page, port, asked.runs, desktop=form == "desk", phone=phone)
        return partial(_patiently, look) if asked.few else look

    forms = ("phone",) if asked.few else ("phone", "desk")
    read: list[Look] = [(page, "reading", partial(reading, page, browser)) for page in pages]
    return read + [(page, form, fast(page, form)) for form in forms for page in pages]


def _patiently(look: Callable[[], Findings]) -> Findings:
    """A run alone may have met a busy machine; what does not depend on time is found each time."""
    for _ in range(3):
        found = look()
        if not found.problems:
            return found
    return look()


def _broken(links: Sequence[dict[str, Any]]) -> Findings:
    broken = [link for link in links if link["state"] == "BROKEN"]
    return Findings(
        {"links": len(links)},
        [f"{one['url']} answers {one['status']}, on {one.get('parent')}" for one in broken],
    )


def _machines(site: str) -> dict[str, Findings]:
    """Feeds and sitemaps."""
    found = {}
    for code in EDITIONS:
        found[f"feed, {code}"] = feed(get(f"{site}/{code}/feed.xml", "feed", code))
        found[f"sitemaps, {code}"] = sitemaps(f"{site}/{code}/sitemap.xml")
    return found


def _markup(pages: Sequence[Page]) -> dict[str, Findings]:
    """Checkers of HTML, and what the head says."""
    sources = [page.html for page in pages]
    heads = {page.url: Head(page.html) for page in pages}
    for url in {url for head in list(heads.values()) for url in head.alternates.values()}:
        heads.setdefault(url, Head(get(url).html))
    found = {}
    for page, nu, validate in zip(
        pages, tools.nu(sources), tools.html_validate(sources), strict=True
    ):
        said = metadata(page, heads)
        said.figures |= {"nu": len(nu), "html-validate": len(validate)}
        said.problems += [f"Nu: {one}" for one in nu]
        said.problems += [f"html-validate: {one}" for one in validate]
        found[f"{page.name}, markup"] = said
    return found


def _progress(looks: Sequence[Look]) -> Iterator[Look]:
    """Tells how far it is: a bar on a terminal, else a line now and then."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=len(looks))
        for done, (page, name, look) in enumerate(looks):
            bar.update(task, completed=done, description=f"{page.name}, {name}")
            if not console.is_terminal and done % 10 == 0:
                say(f"{done} of {len(looks)} looks")
            yield page, name, look
        bar.update(task, completed=len(looks))


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
