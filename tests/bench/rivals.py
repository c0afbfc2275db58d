"""Other ways to count the same log: GoAccess, and a plain loop that also keeps exact sets."""

import gzip
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from tests.debian import installed

_PANELS = (
    "VISITORS", "REQUESTS_STATIC", "NOT_FOUND", "HOSTS", "OS", "BROWSERS", "VISIT_TIMES",
    "VIRTUAL_HOSTS", "REFERRERS", "REFERRING_SITES", "KEYPHRASES", "STATUS_CODES", "REMOTE_USER",
    "CACHE_STATUS", "GEO_LOCATION", "MIME_TYPE", "TLS_TYPE",
)  # fmt: skip
_PAGE = re.compile(r"/(en|ar|es)/[^/]+/(?:[^/]+-)?([a-z2-7]{10})")
_ROBOT = re.compile(
    "bot|crawl|spider|external|headless|monitor|feed|rss|python|curl|wget|http-client|java/|axios"
    "|scrapy|whatsapp|okhttp",
    re.IGNORECASE,
)
Article = tuple[str, str]


def install_goaccess() -> str:
    """Its version; installs the Debian package where there is none."""
    program = installed("goaccess", "goaccess")
    said = subprocess.run([program, "--version"], check=True, capture_output=True, text=True)
    return said.stdout.split("\n", 1)[0].removeprefix("GoAccess - ").rstrip(".")


def goaccess(log: Path, report: Path, *, requests_only: bool) -> list[str]:
    """The command; `report` ends in `.json` or `.html`."""
    only = ["--ignore-crawlers", *(f"--ignore-panel={name}" for name in _PANELS)]
    return [
        "goaccess", str(log), "--no-global-config", "--log-format=CLOUDFRONT", "--no-progress",
        *(only if requests_only else ()), "-o", str(report),
    ]  # fmt: skip


def rows(objects: Iterable[Path]) -> Iterator[dict[str, str]]:
    for path in objects:
        with gzip.open(path, "rt") as lines:
            fields: list[str] = []
            for line in lines:
                if line.startswith("#"):
                    fields = line.split()[1:]
                else:
                    yield dict(zip(fields, line.rstrip("\n").split("\t"), strict=True))


def exact(objects: Iterable[Path]) -> tuple[Counter[Article], dict[Article, set[str]]]:
    """Views, and the visitors of each article: the loop that anybody would write first."""
    views, visitors = Counter[Article](), defaultdict[Article, set[str]](set)
    for row in rows(objects):
        page = _PAGE.fullmatch(unquote(row["cs-uri-stem"]))
        agent = unquote(row["cs(User-Agent)"])
        if not page or row["cs-method"] != "GET" or row["sc-status"] not in {"200", "304"}:
            continue
        if agent == "-" or _ROBOT.search(agent):
            continue
        article = (page[1], page[2])
        views[article] += 1
        visitors[article].add(f"{row['date']} {row['time'][:2]} {row['c-ip']} {agent}")
    return views, dict(visitors)


if __name__ == "__main__":
    found, _ = exact(sorted(Path(sys.argv[1]).glob("*.gz")))
    sys.stdout.write(f"{found.total()} views of {len(found)} articles\n")
