"""The sweep with captured events, on boto3 against moto."""

from typing import Any, cast

import pytest
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.sweep.handler import lambda_handler
from shared.wiring.sweep import watch
from tests.handlers.conftest import Context, Deployment, captured
from tests.handlers.test_handlers import CONFIG, KEY, STORY, take_in
from tests.handlers.test_install import deploy

NOW = {"everything": True, "patience_seconds": 0}


@pytest.fixture
def desk(deployment: Deployment) -> Deployment:
    deployment.upload("config/newsroom.yaml", CONFIG)
    deploy()
    deployment.announced()
    return deployment


def sweep(event: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = lambda_handler(event, cast("LambdaContext", Context()))
    return told


def announced(desk: Deployment) -> set[str]:
    return {event["detail-type"] for event in desk.announced()}


def test_an_upload_of_which_no_event_came_is_announced(desk: Deployment) -> None:
    desk.upload(KEY, STORY)
    assert sweep(NOW)["repairs"]["upload"] == 1
    assert "UploadTouched" in announced(desk)


def test_a_deletion_of_which_no_event_came_is_announced(desk: Deployment) -> None:
    take_in(desk)
    desk.s3.delete_object(Bucket="newsroom", Key=KEY)
    assert sweep(NOW)["repairs"]["upload"] == 1


def test_the_schedule_looks_only_at_what_has_waited(desk: Deployment) -> None:
    desk.upload(KEY, STORY)
    told = sweep(captured("schedule"))
    assert (told["repairs"], told["looked"]) == ({}, 0)
    assert announced(desk) == set()


def test_dead_letters_hang_on_the_desk_and_are_told_while_they_lie_there(desk: Deployment) -> None:
    url = desk.sqs.get_queue_url(QueueName="DeadLetters")["QueueUrl"]
    desk.sqs.send_message(QueueUrl=url, MessageBody="nonsense")
    assert sweep(captured("schedule"))["dead_letters"] == 1
    assert announced(desk) == {"DeskTouched"}
    sweep(captured("schedule"))
    assert announced(desk) == {"DeskTouched"}
    (letter,) = watch().desk.rows.dead_letters().letters
    assert letter.cause.kind == "unfinished"


def test_every_version_of_the_inbox_is_listed_by_its_newest(desk: Deployment) -> None:
    for number in range(3):
        desk.upload(KEY, STORY + str(number))
    desk.upload("inbox/2026/11/gone.en.md", STORY)
    desk.s3.delete_object(Bucket="newsroom", Key="inbox/2026/11/gone.en.md")
    newest = {one.key: one.deleted for one in watch().arrivals.newest()}
    assert newest == {
        "config/newsroom.yaml": False, KEY: False, "inbox/2026/11/gone.en.md": True,
    }  # fmt: skip
