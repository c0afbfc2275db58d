"""What the functions tell of an upload on its way: its correlation id in every line and event."""

import io
import json
from typing import Any

import boto3

from functions.ingest.handler import lambda_handler as ingest
from functions.publish.handler import lambda_handler as publish
from functions.report.handler import lambda_handler as report
from functions.translate.handler import lambda_handler as translate
from shared.news.keys import log_of
from tests.handlers.conftest import Context, Deployment, captured, forget_clients, queued

KEY = "inbox/2026/11/river.en.md"
CONFIG = """
outlet: {name: {en: G, ar: ج, es: G}, slogan: {en: S, ar: ش, es: S}}
editions: {en: {}, ar: {}, es: {}}
sections: {politics: {en: Politics, ar: سياسة, es: Política}}
translators: [memory, pseudo]
"""
STORY = "---\nheadline: A river\nsection: politics\n---\nIt flows to the sea.\n"


def lines(told: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in told.getvalue().splitlines()]


def take_in(deployment: Deployment, key: str = KEY) -> tuple[str, list[dict[str, Any]]]:
    """The correlation id of a new upload, and the events that its intake announced."""
    deployment.upload("config/newsroom.yaml", CONFIG)
    deployment.upload(key, STORY)
    ingest(queued(captured("s3_object_created", key=key)), Context())
    version = deployment.s3.head_object(Bucket="newsroom", Key=key)["VersionId"]
    return f"{log_of(key)}.{version}", deployment.announced()


def test_an_upload_keeps_its_id_through_every_function(
    deployment: Deployment, told: io.StringIO
) -> None:
    upload, events = take_in(deployment)
    wanted = [event for event in events if event["detail-type"] == "StoryAccepted"]
    ready = [event for event in events if event["detail-type"] == "ArticleReady"]
    translate(queued(*wanted), Context())
    ready += deployment.announced()
    publish(queued(*ready), Context())
    stands = deployment.announced()
    report(queued(*stands), Context())
    everything = [*events, *ready, *stands]
    assert {event["detail"]["correlation_id"] for event in everything} == {upload}
    said = [line for line in lines(told) if line.get("correlation_id") == upload]
    assert [line["message"] for line in said] == [
        "ingested", "translated", "translated", "published", "live", "live", "live", "reported",
    ]  # fmt: skip
    waits = [line["milliseconds"] for line in said if line["message"] == "live"]
    assert all(wait > 0 for wait in waits)


def test_what_is_handled_as_one_is_told_under_all_its_ids(
    deployment: Deployment, told: io.StringIO
) -> None:
    first, events = take_in(deployment)
    second, more = take_in(deployment, "inbox/2026/11/bridge.en.md")
    ready = [event for event in (*events, *more) if event["detail-type"] == "ArticleReady"]
    publish(queued(*ready, *ready), Context())
    (stands,) = deployment.announced()
    assert stands["detail"]["correlation_id"] == f"{first} {second}"
    assert lines(told)[-1]["correlation_id"] == f"{first} {second}"


def test_a_message_that_makes_no_sense_is_not_told_under_its_neighbours_id(
    deployment: Deployment, told: io.StringIO
) -> None:
    _, events = take_in(deployment)
    wanted = next(event for event in events if event["detail-type"] == "StoryAccepted")
    translate(queued(wanted, {"nonsense": True}), Context())
    bug = lines(told)[-1]
    assert bug["message"] == "a bug"
    assert "correlation_id" not in bug


def noted(message: str) -> str:
    """Why a message failed, as it will be told when it is a dead letter."""
    key = {"pk": {"S": f"cause#{message}"}, "sk": {"S": "last"}}
    item = boto3.client("dynamodb").get_item(TableName="triptych", Key=key).get("Item", {})
    return str(item.get("value", {}).get("S", ""))


def test_why_a_message_failed_is_noted_without_what_the_story_says(
    deployment: Deployment, told: io.StringIO
) -> None:
    _, events = take_in(deployment)
    wanted = next(event for event in events if event["detail-type"] == "StoryAccepted")
    for item in deployment.s3.list_objects_v2(Bucket="newsroom", Prefix="facts/")["Contents"]:
        if "A river" in deployment.reads("newsroom", item["Key"]):
            deployment.upload(item["Key"], '{"texts": {"headline": "A secret"}, "x": 1}')
    forget_clients()
    translate(queued(wanted), Context())
    assert '"kind":"bug"' in noted("message-0")
    assert "ValidationError: " in noted("message-0")
    assert "(archive.py:" in noted("message-0"), "the line of ours, not the library's"
    assert "A secret" not in noted("message-0") + told.getvalue()


def test_an_outage_is_noted_for_each_message_that_it_failed(deployment: Deployment) -> None:
    _, events = take_in(deployment)
    ready = next(event for event in events if event["detail-type"] == "ArticleReady")
    for item in deployment.s3.list_objects_v2(Bucket="newsroom", Prefix="facts/")["Contents"]:
        deployment.s3.delete_object(Bucket="newsroom", Key=item["Key"])
    forget_clients()
    failed = {"batchItemFailures": [{"itemIdentifier": "message-0"}]}
    for handler in (publish, report):
        assert handler(queued(ready), Context()) == failed
        assert '"kind":"unavailable"' in noted("message-0")


def test_events_of_an_older_version_without_an_id_are_understood(deployment: Deployment) -> None:
    _, events = take_in(deployment)
    wanted = next(event for event in events if event["detail-type"] == "StoryAccepted")
    del wanted["detail"]["correlation_id"]
    assert translate(queued(wanted), Context()) == {"batchItemFailures": []}


def test_the_mails_to_the_desk_can_name_the_receipt(deployment: Deployment) -> None:
    deployment.upload("config/newsroom.yaml", CONFIG.replace("memory, pseudo", "memory"))
    deployment.upload(KEY, STORY)
    ingest(queued(captured("s3_object_created", key=KEY)), Context())
    events = deployment.announced()
    wanted = [event for event in events if event["detail-type"] == "StoryAccepted"]
    translate(queued(wanted[0]), Context())
    (held,) = deployment.announced()
    assert held["detail"]["receipt"] == "receipts/2026/11/river.en.md.md"
    deployment.upload(KEY, "nothing")
    ingest(queued(captured("s3_object_created", key=KEY)), Context())
    rejected = next(
        event for event in deployment.announced() if event["detail-type"] == "UploadRejected"
    )
    assert rejected["detail"]["receipt"] == "receipts/2026/11/river.en.md.md"
