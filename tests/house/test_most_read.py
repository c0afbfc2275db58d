"""Each claim of docs/MOST_READ.md names what shows it, and that is there."""

import re

from tests.bench.__main__ import PARTS
from tests.house.template import ROOT

CLAIMS, _, PROOFS = (ROOT / "docs/MOST_READ.md").read_text().partition("## What shows it")
ROWS = dict(re.findall(r"^\| (\d+) \| (.+) \|$", PROOFS, re.MULTILINE))


def test_every_number_has_its_row_and_every_row_its_claim() -> None:
    named = re.findall(r"\[(\d+)\](?!\()", CLAIMS)
    assert sorted({*named}, key=int) == list(ROWS)


def test_every_test_and_benchmark_that_is_named_is_there() -> None:
    for row in ROWS.values():
        text = ""
        for path, test in re.findall(r"`(tests/[\w/.]+)?(?:::(\w+))?`", row):
            text = (ROOT / path).read_text() if path else text
            assert f"def {test}(" in text if test else text, (path, test)
        assert {*re.findall(r"ONLY=(\w+)", row)} <= {*PARTS}


def test_every_row_names_a_test() -> None:
    assert all("`tests/" in row for row in ROWS.values())
