"""`triptych rebuild`, after everything that the other journeys did."""

import re
import signal
from typing import Any

import pytest

from shared.news.keys import log_of
from tests.journeys.conftest import Newsroom, deaf, eventually, story, triptych, watched

pytestmark = pytest.mark.journey
KEPT = "inbox/2026/11/kept1.en.md"
LOST = ("list#", "periods#", "stands#", "shows#", "finished#")


def test_a_site_that_was_lost_comes_back_with_the_same_bytes(newsroom: Newsroom) -> None:
    with deaf(newsroom, "RankFunction"):  # what moves by itself would move meanwhile
        lost_and_found(newsroom)


def lost_and_found(newsroom: Newsroom) -> None:
    for number in range(3):
        newsroom.upload(f"inbox/2026/11/kept{number}.en.md", story(f"Kept {number}"))
    for number in range(3):
        newsroom.live(f"inbox/2026/11/kept{number}.en.md")
    newsroom.delete("inbox/2026/11/kept0.en.md")
    eventually(lambda: triptych(newsroom, "rebuild"), lambda it: it.returncode == 0, "rebuild")
    eventually(lambda: triptych(newsroom, "verify"), lambda it: it.returncode == 0, "verify")
    before = newsroom.everything_readable()
    wipe(newsroom)
    assert newsroom.everything_readable() == {}

    wordless = log_without_words(newsroom)
    told = triptych(newsroom, "rebuild")
    assert told.returncode == 1, told
    assert "wordless" in told.stderr
    assert "lists:" not in told.stdout  # while entries are missing
    newsroom.cloud.client("dynamodb").delete_item(TableName=newsroom.cloud.table_name, Key=wordless)

    assert break_off_a_look(newsroom) == 130
    began = executions(newsroom)
    told = triptych(newsroom, "rebuild")
    assert told.returncode == 0, told
    assert executions(newsroom) == began
    assert [line.partition(":")[0] for line in told.stdout.splitlines()][-2:] == [
        "pages",
        "The site is written again.",
    ]
    assert newsroom.everything_readable() == before
    assert triptych(newsroom, "verify").returncode == 0


def break_off_a_look(newsroom: Newsroom) -> int:
    """Ctrl-C in a rebuild that has begun; the command's exit status."""
    with watched(newsroom, "rebuild") as command:
        assert command.stdout
        assert "fronts" in command.stdout.readline()
        command.send_signal(signal.SIGINT)
        return command.wait()


def executions(newsroom: Newsroom) -> int:
    states = newsroom.cloud.client("stepfunctions")
    (machine,) = states.list_state_machines()["stateMachines"]
    arn = machine["stateMachineArn"]
    return len(states.list_executions(stateMachineArn=arn)["executions"])


def log_without_words(newsroom: Newsroom) -> dict[str, Any]:
    """The place of a log whose words are nowhere: publish gives back the part that names it."""
    dynamodb, table = newsroom.cloud.client("dynamodb"), newsroom.cloud.table_name
    kept = {"pk": {"S": f"log#{log_of(KEPT)}"}, "sk": {"S": "00000001"}}
    fact = dynamodb.get_item(TableName=table, Key=kept)["Item"]
    value = re.sub('"body":"[0-9a-f]{64}"', f'"body":"{"0" * 64}"', fact["value"]["S"])
    place = kept | {"pk": {"S": "log#wordless"}}
    dynamodb.put_item(TableName=table, Item=fact | place | {"value": {"S": value}})
    return place


def wipe(newsroom: Newsroom) -> None:
    """All that can be made again from the facts."""
    for key in newsroom.everything_readable():
        newsroom.s3.delete_object(Bucket=newsroom.cloud.site_bucket, Key=key)
    dynamodb = newsroom.cloud.client("dynamodb")
    table = newsroom.cloud.table_name
    for page in dynamodb.get_paginator("scan").paginate(TableName=table):
        for item in page["Items"]:
            if item["pk"]["S"].startswith(LOST):
                place = {"pk": item["pk"], "sk": item["sk"]}
                dynamodb.delete_item(TableName=table, Key=place)
