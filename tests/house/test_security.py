"""docs/SECURITY.md cannot lie about roles, nor name a test that is not there.

`python -m tests.house.test_security` writes its table of roles anew.
"""

import json
import re
from typing import Any

import pytest

from tests.house.template import ROOT, resources

PATH = ROOT / "docs/SECURITY.md"
GUIDE = PATH.read_text()
PINNED = re.compile(r"@[0-9a-f]{40}$")
TESTS = re.findall(r"`(tests/[\w/]+(?:\.py)?)(?:::(\w+))?`", GUIDE)


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def place(resource: dict[str, Any] | str) -> str:
    """What an ARN of the template is about, by the names that the template gives."""
    if isinstance(resource, str):
        return resource
    arn = str(resource.get("Fn::Sub") or resource.get("Ref") or resource.get("Fn::GetAtt"))
    return "Distribution" if "distribution/" in arn else re.sub(r"\$\{|\.Arn\}?|\}", "", arn)


def right(statement: dict[str, Any]) -> str:
    actions = " ".join(action.partition(":")[2] for action in as_list(statement["Action"]))
    places = " ".join(f"`{place(one)}`" for one in as_list(statement["Resource"]))
    condition = statement.get("Condition")
    return f"{actions}: {places}" + (f" if `{json.dumps(condition)}`" if condition else "")


def table() -> str:
    """Every role of a function and every policy of a desk, with all that it may do."""
    statements = {
        role: [
            s for policy in properties["Policies"] for s in policy["PolicyDocument"]["Statement"]
        ]
        for role, properties in resources("AWS::IAM::Role").items()
    } | {
        policy: properties["PolicyDocument"]["Statement"]
        for policy, properties in resources("AWS::IAM::ManagedPolicy").items()
    }
    rows = [
        f"| {who} | {'<br>'.join(right(one) for one in found)} |"
        for who, found in statements.items()
    ]
    return "\n".join(["| who | may |", "|---|---|", *rows])


def test_the_table_of_roles_is_that_of_the_template() -> None:
    assert table() in GUIDE, "python -m tests.house.test_security writes it anew"


@pytest.mark.parametrize(("file", "test"), TESTS)
def test_a_test_that_it_names_is_there(file: str, test: str) -> None:
    assert (ROOT / file).exists()
    assert not test or f"def {test}(" in (ROOT / file).read_text()


def test_every_threat_names_what_proves_its_answer() -> None:
    threats = GUIDE.partition("## Threats")[2].partition("\n## ")[0]
    rows = [line for line in threats.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 10
    assert [row for row in rows if "`tests/" not in row] == []


def test_the_workflows_hold_no_keys_and_pin_what_they_run() -> None:
    for workflow in (ROOT / ".github/workflows").glob("*.yml"):
        text = workflow.read_text()
        assert "secrets." not in text
        assert [one for one in re.findall(r"uses: (\S+)", text) if not PINNED.search(one)] == []


def test_nothing_but_the_path_chooses_what_the_edge_keeps() -> None:
    for policy in resources("AWS::CloudFront::CachePolicy").values():
        key = policy["CachePolicyConfig"]["ParametersInCacheKeyAndForwardedToOrigin"]
        assert {
            key["CookiesConfig"]["CookieBehavior"],
            key["HeadersConfig"]["HeaderBehavior"],
            key["QueryStringsConfig"]["QueryStringBehavior"],
        } == {"none"}
    assert resources("AWS::CloudFront::OriginRequestPolicy") == {}


def test_only_engines_and_the_answer_to_cloudformation_open_addresses() -> None:
    opens = re.compile(r"urlopen|^(import|from) (requests|http\.client|socket)\b", re.MULTILINE)
    callers = [
        path.relative_to(ROOT).as_posix()
        for folder in ("functions", "shared")
        for path in (ROOT / folder).rglob("*.py")
        if opens.search(path.read_text())
    ]
    assert [name for name in callers if not name.startswith("shared/web/")] == [
        "functions/install/handler.py"
    ]


if __name__ == "__main__":
    PATH.write_text(re.sub(r"\| who \| may \|\n(\|.*\n)+", lambda _: table() + "\n", GUIDE))
