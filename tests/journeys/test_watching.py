"""An ops engineer who is told of an alarm: finds out why a story is not live, and mends it."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from shared.news.keys import log_of
from tests.journeys.conftest import Newsroom, eventually, story

pytestmark = pytest.mark.journey
ROOT = Path(__file__).parents[2]


def triptych(newsroom: Newsroom, *words: str) -> str:
    """What the command prints, on the stack of these journeys as on one on AWS."""
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from infra.cli import main; sys.exit(main())", *words,
         "--stack", "triptych"],
        env=os.environ | newsroom.cloud.environment(),
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def resources(newsroom: Newsroom, kind: str) -> dict[str, str]:
    cloudformation = newsroom.cloud.client("cloudformation")
    pages = cloudformation.get_paginator("list_stack_resources").paginate(StackName="triptych")
    return {
        one["LogicalResourceId"]: one["PhysicalResourceId"]
        for page in pages
        for one in page["StackResourceSummaries"]
        if one["ResourceType"] == kind
    }


def test_one_uploads_id_is_in_the_logs_of_every_function_that_it_went_through(
    newsroom: Newsroom,
) -> None:
    key = "inbox/2026/11/followed.en.md"
    version = newsroom.upload(key, story("Followed all the way"))
    newsroom.live(key)
    upload = f"{log_of(key)}.{version}"
    logs = newsroom.cloud.client("logs")

    def functions() -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for name, group in resources(newsroom, "AWS::Logs::LogGroup").items():
            events = logs.filter_log_events(logGroupName=group, filterPattern=f'"{upload}"')
            for line in (json.loads(event["message"]) for event in events["events"]):
                if upload in line["correlation_id"].split():
                    found.setdefault(name, set()).add(line["message"])
        return found

    eventually(
        functions,
        lambda it: it.keys() >= {"IngestLogs", "TranslateLogs", "PublishLogs", "ReportLogs"},
        "the logs",
    )


def test_status_tells_where_a_story_is_and_every_hop_on_its_way(newsroom: Newsroom) -> None:
    key = "inbox/2026/11/timed.en.md"
    version = newsroom.upload(key, story("Timed", picture="{file: no.jpg, credit: C, alt: A}"))
    address = newsroom.live(key)["editions"]["ar"]["url"]
    for name in (key, log_of(key), address):
        assert address in triptych(newsroom, "status", name)

    def hops() -> list[dict[str, str]]:
        told = json.loads(triptych(newsroom, "status", key, "--timeline", "--json"))
        found: list[dict[str, str]] = told["timeline"]
        return found

    seen = eventually(hops, lambda it: any(hop["source"] == "report" for hop in it), "the timeline")
    whats = [hop["what"] for hop in seen]
    assert whats[0] == f"uploaded {key} {version}"
    assert f"SourceAccepted {key}" in whats
    assert "Translated ar: libretranslate" in whats
    assert any(what.startswith("readers of es have it after") for what in whats)
    assert any(what.startswith("put ar/politics/") for what in whats)
    assert "uploaded" in triptych(newsroom, "status", key, "--timeline").splitlines()[5]


@contextmanager
def a_bad_deployment(newsroom: Newsroom, function: str, **environment: str) -> Iterator[None]:
    """A function that was deployed with wrong settings."""
    client = newsroom.cloud.client("lambda")
    name = resources(newsroom, "AWS::Lambda::Function")[function]
    good = client.get_function_configuration(FunctionName=name)["Environment"]["Variables"]
    set_variables(client, name, good | environment)
    try:
        yield
    finally:
        set_variables(client, name, good)


def set_variables(client: Any, name: str, variables: dict[str, str]) -> None:
    client.update_function_configuration(FunctionName=name, Environment={"Variables": variables})


@contextmanager
def impatience(newsroom: Newsroom, queue: str) -> Iterator[None]:
    """A queue that tries again after a second, so that letters die while we watch."""
    sqs, url = newsroom.cloud.client("sqs"), resources(newsroom, "AWS::SQS::Queue")[queue]
    known = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["VisibilityTimeout"])
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": "1"})
    try:
        yield
    finally:
        sqs.set_queue_attributes(QueueUrl=url, Attributes=known["Attributes"])


def test_a_message_that_nobody_tries_is_on_the_desk_with_its_cause_and_lives_after_the_mend(
    newsroom: Newsroom,
) -> None:
    key = "inbox/2026/11/undead.en.md"
    with (
        impatience(newsroom, "TranslateQueue"),
        a_bad_deployment(newsroom, "TranslateFunction", NEWSROOM_BUCKET="no-such-bucket"),
    ):
        newsroom.upload(key, story("It will live"))
        eventually(
            lambda: triptych(newsroom, "redrive", "--list"),
            lambda it: it.count(log_of(key)) == 2,
            "the list of dead letters",
        )
    overview = eventually(
        lambda: newsroom.object("receipts/index.md") or "",
        lambda it: "Stuck, until somebody sends it again" in it,
        "the overview",
    )
    (line, _) = (line for line in overview.splitlines() if "(translate)" in line)
    assert "It will live" in line
    assert "The program has a fault: " in line
    assert "NoSuchBucket" in line or "AccessDenied" in line
    assert "translate: 2 sent again" in triptych(newsroom, "redrive", "translate")
    newsroom.live(key)
    assert "There are no dead letters." in triptych(newsroom, "redrive", "--list")
    eventually(
        lambda: newsroom.object("receipts/index.md") or "",
        lambda it: "Stuck" not in it,
        "the overview",
    )


RUNBOOK = re.findall(
    r"^```sh local\n(.*?)^```$",
    (ROOT / "docs/RUNBOOK.md").read_text(),
    re.MULTILINE | re.DOTALL,
)
SHELL = f"""set -eu
stack=triptych
triptych() {{
    '{sys.executable}' -c 'import sys; from infra.cli import main; sys.exit(main())' \\
        "$@" --stack triptych
}}
"""


def typed(newsroom: Newsroom, commands: str) -> subprocess.CompletedProcess[str]:
    """What came of typing the commands into a shell as the runbook has it."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    return subprocess.run(
        ["/bin/sh", "-c", SHELL + commands],
        env=os.environ | newsroom.cloud.environment() | {"PATH": path},
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_commands_of_the_runbook_work_and_leave_the_site_as_it_was(newsroom: Newsroom) -> None:
    key = "inbox/2026/11/river.en.md"  # as the runbook calls it
    newsroom.upload(key, story("The river"))
    newsroom.live(key)
    for block in RUNBOOK:
        # verify finds differences while other stories are on their way
        eventually(partial(typed, newsroom, block), lambda it: it.returncode == 0, block)
    version = newsroom.upload(key, story("The river again"))
    newsroom.live(key, version=version)
