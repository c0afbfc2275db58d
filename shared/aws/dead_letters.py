"""SQS: messages that nobody tries any more."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from botocore.client import BaseClient

from shared.aws.failures import calling
from shared.desk.dead_letters import Found

LOOK_SECONDS = 30
MOST = 100
_LOGICAL_NAME = re.compile(r"(\w+)DeadLetters")


@dataclass
class DeadQueues:
    """The queues of dead letters, by their addresses."""

    client: BaseClient
    urls: tuple[str, ...]

    def found(self) -> Iterator[Found]:
        for url in self.urls:
            yield from self._lying_in(url)

    def count(self) -> int:
        """How many lie there, about."""
        return sum(self._count(url) for url in self.urls)

    def _count(self, url: str) -> int:
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        with calling("SQS"):
            answer = self.client.get_queue_attributes(QueueUrl=url, AttributeNames=names)
        return sum(int(answer["Attributes"][name]) for name in names)

    def _lying_in(self, url: str) -> Iterator[Found]:
        """Hidden while we look, so that SQS shows none twice, and then no longer."""
        wanted, seen = min(self._count(url), MOST), list[dict[str, Any]]()
        while len(seen) < wanted and (messages := self._receive(url)):
            seen += messages
            yield from (_found(url, one) for one in messages)
        for message in seen:
            with calling("SQS"):
                self.client.change_message_visibility(
                    QueueUrl=url, ReceiptHandle=message["ReceiptHandle"], VisibilityTimeout=0
                )

    def _receive(self, url: str) -> list[dict[str, Any]]:
        with calling("SQS"):
            answer = self.client.receive_message(
                QueueUrl=url,
                MaxNumberOfMessages=10,
                VisibilityTimeout=LOOK_SECONDS,
                WaitTimeSeconds=1,
                MessageSystemAttributeNames=["SentTimestamp"],
                MessageAttributeNames=["ERROR_MESSAGE"],
            )
        return list(answer.get("Messages", ()))


def _found(url: str, message: dict[str, Any]) -> Found:
    name = _LOGICAL_NAME.search(url.rsplit("/", 1)[-1])
    attributes = message.get("MessageAttributes", {})
    sent = int(message["Attributes"]["SentTimestamp"]) / 1000
    return Found(
        message=message["MessageId"],
        queue=name[1].lower() if name else url,
        body=message["Body"],
        since=datetime.fromtimestamp(sent, UTC),
        undelivered=attributes.get("ERROR_MESSAGE", {}).get("StringValue", ""),
    )
