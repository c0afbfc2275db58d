"""docs/AUDIT.md."""

import math
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime

from tests.audit import tools
from tests.audit.findings import Findings
from tests.audit.speed import CATEGORIES

INTRODUCTION = """
Each row is a page of its kind on the local newsroom with the sample, looked at by tools that
nobody here wrote. Scores are Lighthouse's for performance, accessibility, best practices, search
and agents, the lowest of all runs, first as a phone, then on a desk; all of 100 is ✓. LCP
(simulated, phone) and CLS are the highest of all runs. KiB and requests are those of a phone's
first visit, HTML is as Brotli. axe has what it finds (WCAG 2.2 AA, best practice, contrast of
7:1) in light and dark, on phone and desk, and in forced colours. Problems are all that is not as
[tests/audit](../tests/audit) wants it, other looks included: without JavaScript, at 320 px, at
200 % zoom, by keyboard, with reduced motion, in print, and what the page tells machines.
"""
COLUMNS = ("LCP", "CLS", "KiB", "requests", "HTML KB", "JS KB", "font KB")


def report(found: Mapping[str, Findings], runs: int, commit: str) -> str:
    """The whole page as Markdown."""
    versions = ", ".join(f"{name} {version}" for name, version in tools.versions().items())
    problems = [f"- {name}: {one}" for name, said in found.items() for one in said.problems]
    elsewhere = [
        f"- {name}: {', '.join(f'{figure:g} {what}' for what, figure in said.figures.items())}"
        for name, said in found.items()
        if name == "links" or name.startswith(("feed", "sitemaps"))
    ]
    return "\n\n".join(
        (
            "# Audit",
            f"`make audit` at commit {commit}, {datetime.now(UTC):%Y-%m-%d}, with {versions}.",
            f"{runs} runs of Lighthouse for each page and form. {len(problems)} problems. "
            + _slowdowns(found),
            INTRODUCTION.strip(),
            "\n".join(_rows(found)),
            "\n".join(elsewhere),
            "## Problems",
            "\n".join(problems) or "None.",
            "",
        )
    )


def _rows(found: Mapping[str, Findings]) -> list[str]:
    pages = [name.removesuffix(", reading") for name in found if name.endswith(", reading")]
    titles = ("page", "phone", "desk", *COLUMNS, "axe", "Nu", "html-validate", "problems")
    rows = [titles, ("---",) * len(titles)]
    for page in pages:
        looks = {name.rpartition(", ")[2]: said for name, said in found.items() if _of(page, name)}
        phone, desk = looks.get("phone", Findings()), looks.get("desk", Findings())
        markup, reading = looks["markup"].figures, looks["reading"].figures
        figures = [f"{phone.figures.get(one, math.nan):g}" for one in COLUMNS]
        checks = [
            f"{one:g}"
            for one in (reading.get("axe", math.nan), markup["nu"], markup["html-validate"])
        ]
        problems = sum(len(said.problems) for said in looks.values())
        rows.append((page, _scores(phone), _scores(desk), *figures, *checks, str(problems)))
    return [f"| {' | '.join(row)} |".replace("nan", "–") for row in rows]


def _slowdowns(found: Mapping[str, Findings]) -> str:
    each = sorted(said.figures["slowdown"] for said in found.values() if "slowdown" in said.figures)
    ends = " to ".join(f"{one:g}" for one in sorted({*each[:1], *each[-1:]}))
    return (
        f"A phone's processor is this machine's, {ends} times slower, as Lighthouse calibrates it."
    )


def _of(page: str, look: str) -> bool:
    return look.rpartition(", ")[0] == page


def _scores(speed: Findings) -> str:
    scores = [round(speed.figures[one]) for one in CATEGORIES if one in speed.figures]
    return "✓" if scores and min(scores) == 100 else " ".join(map(str, scores))


def checked_out() -> str:
    """The commit whose pages these are."""
    return subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=tools.ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
