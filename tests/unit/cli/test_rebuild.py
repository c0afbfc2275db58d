"""`triptych rebuild`: one execution at a time, and what failed goes on."""

import json
from dataclasses import dataclass, field
from typing import Any

import pytest
from botocore.exceptions import ClientError

from infra.cli.rebuild import STEPS, Machine, plan

ARN = "arn:aws:states:us-east-1:111122223333:stateMachine:triptych-rebuild"


@dataclass
class States:
    """Step Functions, as far as the command asks it; `looks` are the states at each look."""

    executions: list[dict[str, str]] = field(default_factory=list)
    refuses: str = ""
    redriven: list[str] = field(default_factory=list)
    looks: list[str] = field(default_factory=lambda: ["SUCCEEDED"])
    runs: list[dict[str, int]] = field(default_factory=list)

    def list_executions(self, **asked: Any) -> dict[str, Any]:
        if "mapRunArn" in asked:
            return {"executions": [{"executionArn": "part"}]}
        assert asked["stateMachineArn"] == ARN
        return {"executions": self.executions[: asked["maxResults"]]}

    def redrive_execution(self, executionArn: str) -> None:  # noqa: N803
        if self.refuses:
            raise ClientError({"Error": {"Code": self.refuses}}, "RedriveExecution")
        self.redriven.append(executionArn)

    def describe_execution(self, executionArn: str) -> dict[str, Any]:  # noqa: N803
        if executionArn == "part":
            return {"input": '{"stories": ["river"]}', "cause": "given back"}
        return {"status": self.looks.pop(0) if len(self.looks) > 1 else self.looks[0]}

    def list_map_runs(self, executionArn: str) -> dict[str, Any]:  # noqa: N803, ARG002
        runs = [{"mapRunArn": str(at), "startDate": at} for at in range(len(self.runs))]
        return {"mapRuns": runs[::-1]}

    def describe_map_run(self, mapRunArn: str) -> dict[str, Any]:  # noqa: N803
        return {"mapRunArn": mapRunArn, "itemCounts": self.runs[int(mapRunArn)]}


def ended(status: str) -> dict[str, str]:
    return {"executionArn": f"last-{status}", "status": status}


def test_one_that_runs_is_looked_at_and_no_second_one_is_started() -> None:
    for again in (True, False):
        assert Machine(States([ended("RUNNING")]), ARN).under_way(again=again) == "last-RUNNING"


@pytest.mark.parametrize("status", ["FAILED", "ABORTED", "TIMED_OUT"])
def test_one_that_did_not_end_well_goes_on_where_it_stopped(status: str) -> None:
    states = States([ended(status), ended("RUNNING")])
    assert Machine(states, ARN).under_way(again=True) == f"last-{status}"
    assert states.redriven == [f"last-{status}"]


def test_a_new_one_is_wanted_after_success_afresh_and_where_none_can_go_on() -> None:
    assert Machine(States(), ARN).under_way(again=True) == ""
    assert Machine(States([ended("SUCCEEDED")]), ARN).under_way(again=True) == ""
    afresh = States([ended("FAILED")])
    assert Machine(afresh, ARN).under_way(again=False) == ""
    assert afresh.redriven == []
    for code in ("ExecutionNotRedrivable", "InvalidAction"):
        assert Machine(States([ended("FAILED")], code), ARN).under_way(again=True) == ""


def test_what_it_may_not_do_is_no_reason_to_begin_again() -> None:
    with pytest.raises(ClientError):
        Machine(States([ended("FAILED")], "AccessDeniedException"), ARN).under_way(again=True)


def test_the_steps_are_told_in_their_order_and_parts_that_failed_by_name() -> None:
    counts = [{"succeeded": 1, "total": 1}, {"succeeded": 2, "total": 3}]
    machine = Machine(States(looks=["FAILED"], runs=counts), ARN)
    assert list(machine.progress("it")) == ["fronts: 1 of 1", "entries: 2 of 3"]
    told = "\n".join(machine.failures("it"))
    assert "river" in told
    assert "given back" in told


def test_the_plan_is_every_step_in_its_order() -> None:
    step, found = json.loads(json.dumps(plan())), []
    while step:
        found.append(step["key"])
        step = step.get("then")
    assert found == [f"rebuild/{name}.jsonl" for name in STEPS]
