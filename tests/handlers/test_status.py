"""What `triptych status` and `triptych redrive` are made of, on a stack in moto."""

import boto3
import pytest

from functions.ingest.handler import lambda_handler as ingest
from functions.publish.handler import lambda_handler as publish
from infra.cli.redrive import dead_queues, drop, look, send_again
from infra.cli.status import log_named, told_of, untaken
from infra.cli.target import NoTarget, Target
from infra.cli.timeline import timeline
from infra.cli.translations import told_of as translations_of
from shared.news.keys import log_of
from tests.handlers.conftest import Context, Deployment, captured, queued
from tests.handlers.test_telemetry import KEY, take_in

RIVER = log_of(KEY)


class Stack(Target):
    """A deployment that no CloudFormation made."""

    def resources(self, kind: str) -> dict[str, str]:
        if kind == "AWS::Logs::LogGroup":
            return {"PublishLogs": "publish"}
        sqs = boto3.client("sqs")
        names = ("TranslateDeadLetters", "TranslateQueue")
        return {name: sqs.create_queue(QueueName=f"x-{name}-1")["QueueUrl"] for name in names}


@pytest.fixture
def stack(deployment: Deployment) -> Stack:
    logs = boto3.client("logs")
    logs.create_log_group(logGroupName="publish")
    logs.create_log_stream(logGroupName="publish", logStreamName="one")
    names = {"SiteBucket": "site", "NewsroomBucket": "newsroom"}
    assert deployment
    return Stack("x", {**names, "TableName": "triptych", "BusName": "news"})


@pytest.mark.parametrize(
    "what",
    [
        KEY,
        RIVER,
        f"/en/politics/a-river-{RIVER}",
        f"https://news.example/ar/politics/%D9%86%D9%87%D8%B1-{RIVER}?from=mail",
        f"https://news.example/s/{RIVER}",
    ],
)
def test_a_story_is_found_by_its_key_its_id_or_an_address(what: str) -> None:
    assert log_named(what) == RIVER


def test_what_is_no_name_of_anything_is_not_taken_for_one(deployment: Deployment) -> None:
    assert log_named("a river") is None
    take_in(deployment)
    assert told_of("aaaaaaaaaa") is None


def test_the_translations_of_a_story_are_told_of_all_its_editions_or_of_one(
    deployment: Deployment,
) -> None:
    take_in(deployment)
    every, arabic = translations_of(RIVER), translations_of(RIVER, edition="ar", language="es")
    assert every
    assert arabic
    assert [one.edition for one in every.editions] == ["ar", "es"]
    assert [one.edition for one in arabic.editions] == ["ar"]
    assert [note.says for note in arabic.editions[0].blocks[0].notes] == ["todavía sin texto"]
    assert translations_of("aaaaaaaaaa") is None


def test_the_timeline_tells_facts_pages_and_what_functions_logged_in_order(
    deployment: Deployment, stack: Stack
) -> None:
    upload, events = take_in(deployment)
    publish(queued(*(one for one in events if one["detail-type"] == "ArticleReady")), Context())
    at = timeline(RIVER, stack)[-1].at
    lines = [
        f'{{"correlation_id": "{one}", "message": "published", "puts": {puts}, "purged": "",'
        f' "story": "{RIVER}.", "timestamp": "{at:%Y-%m-%d %H:%M:%S},999+0000"}}'
        for one, puts in ((f"other.v1 {upload}", 31), ("other.v1", 7))
    ]
    boto3.client("logs").put_log_events(
        logGroupName="publish",
        logStreamName="one",
        logEvents=[{"timestamp": int(at.timestamp() * 1000), "message": one} for one in lines],
    )
    told = [hop.what for hop in timeline(RIVER, stack)]
    assert told[:2] == [f"uploaded {KEY} {upload.split('.')[1]}", f"SourceAccepted {KEY}"]
    assert f"put en/politics/a-river-{RIVER}" in told
    published = [what for what in told if what.startswith("pages published")]
    assert published == ["pages published: 31 put, purged: "]


def test_letters_that_are_sent_again_reach_their_queue_and_leave_the_desk(
    deployment: Deployment, stack: Stack
) -> None:
    _, events = take_in(deployment)
    wanted = next(event for event in events if event["detail-type"] == "StoryAccepted")
    queues = dead_queues(stack)
    ((dead, queue),) = queues.values()
    assert list(queues) == ["translate"]
    sqs = boto3.client("sqs")
    body = queued(wanted)["Records"][0]["body"]
    sqs.send_message(QueueUrl=dead, MessageBody=body)
    (letter,) = look(stack, queues)
    assert (letter.queue, letter.log, letter.cause.kind) == ("translate", RIVER, "unfinished")
    assert [event["detail-type"] for event in deployment.announced()] == ["DeskTouched"]
    assert send_again(sqs, dead, queue) == 1
    assert look(stack, queues) == ()
    (again,) = sqs.receive_message(QueueUrl=queue)["Messages"]
    assert again["Body"] == body


def test_a_letter_that_can_never_succeed_is_dropped_and_the_others_stay(stack: Stack) -> None:
    ((dead, _),) = dead_queues(stack).values()
    sqs = boto3.client("sqs")
    first, second = (sqs.send_message(QueueUrl=dead, MessageBody=one)["MessageId"] for one in "ab")
    assert drop(sqs, dead, first) == "a"
    assert drop(sqs, dead, first) is None
    assert [one.message for one in look(stack, dead_queues(stack))] == [second]


def test_a_rejected_upload_says_what_to_mend(deployment: Deployment) -> None:
    take_in(deployment)
    deployment.upload(KEY, "nothing")
    ingest(queued(captured("s3_object_created", key=KEY)), Context())
    told = told_of(RIVER)
    assert told
    assert told.uploads[0].state == "rejected"
    assert told.uploads[0].says


def test_an_upload_that_no_function_has_seen_waits_for_intake_until_one_has(
    deployment: Deployment, stack: Stack
) -> None:
    def waits() -> list[tuple[str, bool]]:
        return [(one.key, one.deleted) for one in untaken(RIVER, [KEY], stack)]

    deployment.upload(KEY, "never told of")
    deployment.upload("inbox/2026/11/river-bank.en.md", "another story's")
    assert waits() == [(KEY, False)]
    take_in(deployment)
    assert waits() == []
    translation = KEY.replace(".en.", ".ar.")
    deployment.upload(translation, "never told of either")
    deployment.s3.delete_object(Bucket="newsroom", Key=KEY)
    assert waits() == [(translation, False), (KEY, True)]


def test_a_stack_that_is_older_than_a_command_is_told_from_a_bug(stack: Stack) -> None:
    assert stack.output("SiteBucket") == "site"
    with pytest.raises(NoTarget, match="older than this command"):
        stack.output("Rebuild")
