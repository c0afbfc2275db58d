"""`triptych rebuild`: the whole site again from the facts, by the stack's state machine.

What it is to do lies in the newsroom bucket under `rebuild/`: a file for each step, a line for each
part of it, as publish takes it from a queue.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import ClientError

from infra.cli.target import Target, add_target, target
from shared.aws.bus import SOURCE
from shared.news.events import EntriesLost, FrontsLost, ListLost, Lost, PagesLost
from shared.pages.publish import every_list
from shared.pages.rebuild import CALENDAR
from shared.wiring.publish import catalogue, press

STEPS = ("fronts", "entries", "lists", "pages")
STORIES, MONTHS = 10, 6
SECONDS = 1.0
UNDER_WAY = {"RUNNING", "PENDING_REDRIVE"}
NOT_REDRIVABLE = {"ExecutionNotRedrivable", "InvalidAction"}
"""Too old (14 days); and the local cloud has no such call: there it begins again."""


def add_to(commands: Any) -> None:
    parser = commands.add_parser("rebuild", help="write the whole site again from the facts")
    parser.add_argument("--afresh", action="store_true", help="do not go on with one that failed")
    add_target(parser)
    parser.set_defaults(do=rebuild)


def rebuild(options: argparse.Namespace) -> int:
    """Start it, or go on, and look at it until it ends; the exit status: 0 if all came through."""
    deployment = target(options)
    machine = Machine(deployment.client("stepfunctions"), deployment.output("Rebuild"))
    execution = machine.under_way(again=not options.afresh)
    if not execution:
        write_lines(deployment)
        execution = machine.start()
    try:
        for line in machine.progress(execution):
            print(line, flush=True)
    except KeyboardInterrupt:
        print("It goes on without you. Say triptych rebuild again to look at it.")
        return 130
    failed = list(machine.failures(execution))
    if not failed:
        print("The site is written again.")
        return 0
    print("\n".join(failed), file=sys.stderr)
    print("Say triptych rebuild again to go on from here.", file=sys.stderr)
    return 1


def write_lines(deployment: Target) -> None:
    """What there is to do now, for each step."""
    stories = sorted(catalogue().logs())
    chunks = [tuple(stories[at : at + STORIES]) for at in range(0, len(stories), STORIES)]
    halves = [CALENDAR[at : at + MONTHS] for at in range(0, len(CALENDAR), MONTHS)]
    steps: dict[str, Iterable[Lost]] = {
        "fronts": [FrontsLost()],
        "entries": [EntriesLost(stories=some) for some in chunks],
        "lists": [
            ListLost(edition=which.edition, list=which.name, months=months)
            for which in every_list(press())
            for months in halves
        ],
        "pages": [PagesLost(stories=some) for some in chunks],
    }
    s3, bucket = deployment.client("s3"), deployment.outputs["NewsroomBucket"]
    for step in STEPS:
        lines = [
            json.dumps({"source": SOURCE, "detail": part.model_dump(mode="json")})
            for part in steps[step]
        ]
        s3.put_object(Bucket=bucket, Key=key(step), Body="\n".join(lines).encode())


def key(step: str) -> str:
    return f"rebuild/{step}.jsonl"


def plan() -> dict[str, Any]:
    """The machine's input: the file of a step, and the same of the next."""
    steps: dict[str, Any] = {}
    for step in reversed(STEPS):
        steps = {"key": key(step)} | ({"then": steps} if steps else {})
    return steps


@dataclass(frozen=True)
class Machine:
    """The state machine of a stack."""

    states: Any
    arn: str

    def start(self) -> str:
        answer = self.states.start_execution(stateMachineArn=self.arn, input=json.dumps(plan()))
        return str(answer["executionArn"])

    def under_way(self, *, again: bool) -> str:
        """The execution that runs, or the last one, redriven, if it did not end well; or ""."""
        listed = self.states.list_executions(stateMachineArn=self.arn, maxResults=1)
        for last in listed["executions"]:
            execution = str(last["executionArn"])
            if last["status"] in UNDER_WAY:
                return execution
            if again and last["status"] != "SUCCEEDED" and self._redriven(execution):
                return execution
        return ""

    def progress(self, execution: str) -> Iterator[str]:
        """A line whenever there is news, until the execution has ended."""
        told: dict[str, str] = {}
        status = "RUNNING"
        while status in UNDER_WAY:
            status = self.states.describe_execution(executionArn=execution)["status"]
            for step, run in zip(STEPS, self._runs(execution), strict=False):
                counts = run["itemCounts"]
                line = f"{step}: {counts['succeeded']} of {counts['total']}"
                if told.get(step) != line:
                    yield line
                told[step] = line
            if status in UNDER_WAY:
                time.sleep(SECONDS)

    def failures(self, execution: str) -> Iterator[str]:
        """Why it did not end well, part by part; nothing where it did."""
        ended = self.states.describe_execution(executionArn=execution)
        if ended["status"] == "SUCCEEDED":
            return
        for run in self._runs(execution):
            failed = self.states.list_executions(mapRunArn=run["mapRunArn"], statusFilter="FAILED")
            for one in failed["executions"]:
                part = self.states.describe_execution(executionArn=one["executionArn"])
                yield f"not rebuilt: {part['input']}: {part.get('cause', '')}"
        yield f"{ended['status']}: {ended.get('error', '')} {ended.get('cause', '')}"

    def _redriven(self, execution: str) -> bool:
        try:
            self.states.redrive_execution(executionArn=execution)
        except ClientError as error:
            if error.response["Error"]["Code"] in NOT_REDRIVABLE:
                return False
            raise
        return True

    def _runs(self, execution: str) -> list[dict[str, Any]]:
        """The map runs of the steps that have begun, in their order."""
        listed = self.states.list_map_runs(executionArn=execution)["mapRuns"]
        return [
            self.states.describe_map_run(mapRunArn=run["mapRunArn"])
            for run in sorted(listed, key=lambda one: one["startDate"])
        ]
