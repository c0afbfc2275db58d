"""The runbook has a page for each alarm, a line for each metric, and no link that leads nowhere."""

import re

from shared.telemetry import Measure
from tests.house.template import ROOT, resources

RUNBOOK = (ROOT / "docs/RUNBOOK.md").read_text()


def anchors(text: str) -> set[str]:
    """As GitHub makes them of headings."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


def test_every_alarm_names_a_page() -> None:
    for name, alarm in resources("AWS::CloudWatch::Alarm").items():
        _, _, page = alarm["AlarmDescription"].rpartition(" docs/RUNBOOK.md#")
        assert page in anchors(RUNBOOK), name


def test_every_page_says_what_it_means_how_to_mend_it_and_when_it_is_mended() -> None:
    alarms, _, _ = RUNBOOK.partition("# Without an alarm")
    pages = alarms.split("\n## ")[1:]
    assert len(pages) >= 8
    for page in pages:
        assert all(f"**{what}" in page for what in ("Means:", "Find out:", "Mend", "Mended:")), page


def test_every_metric_is_explained() -> None:
    _, _, table = RUNBOOK.partition("# What is measured")
    explained = set(re.findall(r"`([A-Z]\w+)`", table))
    assert explained >= set(Measure)


def test_links_lead_somewhere() -> None:
    for file, anchor in re.findall(r"\]\(([\w./]*)(?:#([\w-]+))?\)", RUNBOOK):
        path = ROOT / "docs" / (file or "RUNBOOK.md")
        assert path.exists(), file
        assert not anchor or anchor in anchors(path.read_text()), anchor
