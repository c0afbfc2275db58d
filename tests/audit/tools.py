"""The tools that nobody here wrote, as `make audit` installs them from package-lock.json."""

import hashlib
import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any

from tests.debian import installed

ROOT = Path(__file__).parents[2]
HERE = ROOT / ".venv/audit"
MODULES = HERE / "node_modules"
AXE = MODULES / "axe-core/axe.min.js"
SLOWDOWN, MEANT_FOR = 4.0, 1750
"""By how much Lighthouse slows the processor down for a phone, and the `benchmarkIndex` of the
machines that this is meant for (fast desks, 1500 to 2000: docs/throttling.md of Lighthouse)."""
SAME = 0.85
"""A machine that has this share of its speed left counts as the same."""


def versions() -> dict[str, str]:
    """The tools' versions by their names."""
    package = Path(__file__).with_name("package.json").read_text()
    pinned: dict[str, str] = json.loads(package)["dependencies"]
    return pinned


def identity() -> str:
    """Changes whenever a tool, or what is asked of a page by it, does."""
    asking = ("findings.py", "reading.py", "speed.py")
    files = [HERE / "package-lock.json", *(Path(__file__).with_name(name) for name in asking)]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def slowdown(url: str, port: int) -> float:
    """What makes this machine as slow as the phone that Lighthouse means, at most its own factor.

    Lighthouse asks to calibrate it where machines are slower than those of its developers.
    """
    return _fitting(lighthouse(url, port, desktop=True, categories=["seo"]))


def _fitting(report: dict[str, Any]) -> float:
    """The factor for the machine as it was when it made this report."""
    index: float = report["environment"]["benchmarkIndex"]
    return round(min(SLOWDOWN, max(1.0, SLOWDOWN * index / MEANT_FOR)), 1)


def lighthouse(
    url: str,
    port: int,
    *,
    desktop: bool,
    categories: Sequence[str],
    skip: Sequence[str] = (),
    phone: float = SLOWDOWN,
) -> dict[str, Any]:
    """Lighthouse's report, by the browser that listens at the port.

    `skip` are audits, `phone` is by how much the processor is slowed down where it is not a desk's.
    Where Lighthouse fails by itself (it says so: "run Lighthouse again"), or the machine has become
    much slower than the one that `phone` was for, it runs again.
    """
    words = [
        "lighthouse/cli/index.js", url, f"--port={port}", "--output=json", "--quiet",
        "--ignore-status-code", "--disable-full-page-screenshot",
        f"--only-categories={','.join(categories)}",
        *(f"--skip-audits={one}" for one in skip),
    ]  # fmt: skip

    def look(factor: float) -> dict[str, Any]:
        form = "preset=desktop" if desktop else f"throttling.cpuSlowdownMultiplier={factor}"
        report: dict[str, Any] = json.loads(_node(*words, f"--{form}"))
        return report

    report = look(phone)
    if failures(report):
        return look(phone)
    as_slow = desktop or _fitting(report) >= SAME * phone
    return report if as_slow else look(_fitting(report))


def failures(report: dict[str, Any]) -> list[str]:
    """What Lighthouse could not do, which is no finding about the page."""
    whole = [report["runtimeError"]["message"]] if "runtimeError" in report else []
    errors = [one for one in report["audits"].values() if one["scoreDisplayMode"] == "error"]
    return whole + [f"{one['id']}: {one.get('errorMessage')}" for one in errors]


def linkinator(urls: Sequence[str]) -> list[dict[str, Any]]:
    """Every link that can be reached from these pages; other sites are not asked."""
    (elsewhere,) = {re.escape("/".join(url.split("/")[:3])) for url in urls}
    answer = _node(
        "linkinator/build/src/cli.js", *urls, "--recurse", "--check-fragments", "--check-css",
        "--concurrency=4", "--format=json", f"--skip=^(?!{elsewhere}/)",
        # An edge's copy of a section's front may be minutes older than its first ranking.
        "--skip-fragment=^most-read$",
    )  # fmt: skip
    links: list[dict[str, Any]] = json.loads(answer)["links"]
    return links


def nu(pages: Sequence[str]) -> list[list[str]]:
    """What the Nu HTML checker says of each page: errors and warnings."""
    java = installed("java", "default-jre-headless")
    jar = MODULES / "vnu-jar/build/dist/vnu.jar"
    with _files(pages) as paths:
        words = ["-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always"]
        messages = json.loads(_output([java, *words, *paths]))["messages"]
    said: list[list[str]] = [[] for _ in pages]
    for one in messages:
        if one["type"] == "error" or one.get("subType") == "warning":
            place = int(Path(one["url"]).stem)
            said[place].append(f"line {one.get('lastLine')}: {one['message']}")
    return said


def html_validate(pages: Sequence[str]) -> list[list[str]]:
    """What html-validate's recommended rules say of each page."""
    said: list[list[str]] = [[] for _ in pages]
    with _files(pages) as paths:
        found = json.loads(_node("html-validate/bin/html-validate.mjs", "--formatter=json", *paths))
    for page in found:
        said[int(Path(page["filePath"]).stem)] = [
            f"{one['ruleId']}, line {one['line']}: {one['message']}" for one in page["messages"]
        ]
    return said


@contextmanager
def _files(pages: Sequence[str]) -> Iterator[list[str]]:
    """The pages as files, named by their places."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{place}.html" for place in range(len(pages))]
        for path, page in zip(paths, pages, strict=True):
            path.write_text(page)
        yield [str(path) for path in paths]


def _node(module: str, *words: str) -> str:
    return _output([str(HERE / "bin/node"), str(MODULES / module), *words])


def _output(words: Sequence[str]) -> str:
    """What a program prints; its exit status says only that it found something.

    It prints to a file: Node's programs that end by process.exit leave half of it in a pipe.
    """
    with TemporaryFile("w+") as printed:
        done = subprocess.run(
            words, stdout=printed, stderr=subprocess.PIPE, text=True, check=False, timeout=600
        )
        printed.seek(0)
        text = printed.read()
    if not text:
        raise RuntimeError(f"{' '.join(words[:3])}: {done.stderr[-2000:]}")
    return text
