"""The desk is mailed what became of an upload that needs a person."""

import json
from collections.abc import Callable, Iterator

import pytest

from tests.journeys.conftest import Newsroom, eventually, story

pytestmark = pytest.mark.journey


@pytest.fixture
def mailbox(newsroom: Newsroom) -> Iterator[Callable[[], list[str]]]:
    """What is sent to subscribers of the desk's topic: a queue subscribes in a mailbox's place."""
    sns, sqs = newsroom.cloud.client("sns"), newsroom.cloud.client("sqs")
    (topic,) = [
        one["TopicArn"] for one in sns.list_topics()["Topics"] if "DeskTopic" in one["TopicArn"]
    ]
    queue = sqs.create_queue(QueueName="mailbox")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"][
        "QueueArn"
    ]
    statement = {
        "Effect": "Allow",
        "Principal": {"Service": "sns.amazonaws.com"},
        "Action": "sqs:SendMessage",
        "Resource": arn,
    }
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    sqs.set_queue_attributes(QueueUrl=queue, Attributes={"Policy": policy})
    subscription = sns.subscribe(
        TopicArn=topic, Protocol="sqs", Endpoint=arn, Attributes={"RawMessageDelivery": "true"}
    )["SubscriptionArn"]

    def read() -> list[str]:
        return [one["Body"] for one in sqs.receive_message(QueueUrl=queue).get("Messages", ())]

    yield read
    sns.unsubscribe(SubscriptionArn=subscription)
    sqs.delete_queue(QueueUrl=queue)


def test_a_rejected_file_is_mailed_with_the_address_of_its_receipt(
    newsroom: Newsroom, mailbox: Callable[[], list[str]]
) -> None:
    newsroom.upload("inbox/2026/11/mailed.es.md", story("Un error", section="nowhere"))
    (mail,) = eventually(mailbox, bool, "the mailbox")
    assert "no fue aceptado" in mail
    assert "لم يُقبل" in mail
    assert f"/{newsroom.bucket}?prefix=receipts/2026/11/mailed.es.md.md" in mail
