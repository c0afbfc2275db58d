"""Each claim of a page for sceptics names what shows it, and that is there."""

import re

import pytest

from tests.bench.__main__ import PARTS
from tests.house.template import ROOT

PAGES = pytest.mark.parametrize("page", ["MOST_READ.md", "TRANSLATION.md"])


def parts(page: str) -> tuple[str, dict[str, str]]:
    """What a page claims, and the rows of what shows it by their numbers."""
    claims, _, proofs = (ROOT / "docs" / page).read_text().partition("## What shows it")
    return claims, dict(re.findall(r"^\| (\d+) \| (.+) \|$", proofs, re.MULTILINE))


@PAGES
def test_every_number_has_its_row_and_every_row_its_claim(page: str) -> None:
    claims, rows = parts(page)
    named = re.findall(r"\[(\d+)\](?!\()", claims)
    assert sorted({*named}, key=int) == list(rows)


@PAGES
def test_every_test_and_benchmark_that_is_named_is_there(page: str) -> None:
    for row in parts(page)[1].values():
        text = ""
        for path, test in re.findall(r"`(tests/[\w/.]+)?(?:::(\w+))?`", row):
            text = (ROOT / path).read_text() if path else text
            assert f"def {test}(" in text if test else text, (path, test)
        assert {*re.findall(r"ONLY=(\w+)", row)} <= {*PARTS}


@PAGES
def test_every_row_names_a_test(page: str) -> None:
    assert all("`tests/" in row for row in parts(page)[1].values())
