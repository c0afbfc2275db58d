"""A deployment in moto: the resources that the functions' environment names, and nothing else."""

import io
import json
import logging
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
import pytest
from moto import mock_aws

from shared.aws.clients import client, translator
from shared.news.view import _folded, _unfinished
from shared.telemetry import logger

REGION = "eu-west-1"
EVENTS = Path(__file__).parent.parent / "events"


@dataclass
class Context:
    """What Lambda hands a handler, as far as Powertools reads it."""

    function_name: str = "triptych"
    memory_limit_in_mb: int = 512
    invoked_function_arn: str = "arn:aws:lambda:eu-west-1:123456789012:function:triptych"
    aws_request_id: str = "52fdfc07-2182-454f-963f-5f0f9a621d72"
    log_stream_name: str = "2026/11/24/[$LATEST]1"

    def get_remaining_time_in_millis(self) -> int:
        return 30_000


def captured(event: str, **blanks: str) -> dict[str, Any]:
    """A captured event, with its blanks (`<key>` and the like) filled."""
    text = (EVENTS / f"{event}.json").read_text()
    for blank, value in blanks.items():
        text = text.replace(f"<{blank}>", value)
    filled: dict[str, Any] = json.loads(text)
    return filled


def queued(*messages: dict[str, Any]) -> dict[str, Any]:
    """The messages as a queue hands them to a function, in the shape of sqs_record.json."""
    record = captured("sqs_record")
    return {
        "Records": [
            record | {"messageId": f"message-{number}", "body": json.dumps(message)}
            for number, message in enumerate(messages)
        ]
    }


@dataclass
class Deployment:
    """The account that the handlers under test live in."""

    s3: Any
    sqs: Any
    bus_queue: str

    def upload(self, key: str, content: bytes | str) -> None:
        body = content.encode() if isinstance(content, str) else content
        self.s3.put_object(Bucket="newsroom", Key=key, Body=body)

    def reads(self, bucket: str, key: str) -> str:
        return str(self.s3.get_object(Bucket=bucket, Key=key)["Body"].read().decode())

    def announced(self) -> list[dict[str, Any]]:
        """The events that were put on the bus since the last look."""
        found = []
        while messages := self.sqs.receive_message(
            QueueUrl=self.bus_queue, MaxNumberOfMessages=10
        ).get("Messages"):
            for message in messages:
                found.append(json.loads(message["Body"]))
                self.sqs.delete_message(
                    QueueUrl=self.bus_queue, ReceiptHandle=message["ReceiptHandle"]
                )
        return found


@pytest.fixture
def deployment(monkeypatch: pytest.MonkeyPatch) -> Iterator[Deployment]:
    environment = {
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_DEFAULT_REGION": REGION,
        "AWS_REGION": REGION,
        "TABLE_NAME": "triptych",
        "COUNTS_TABLE_NAME": "counts",
        "NEWSROOM_BUCKET": "newsroom",
        "SITE_BUCKET": "site",
        "LOG_BUCKET": "access",
        "BUS_NAME": "news",
        "MEDIA_HOSTS": "",
        "SITE_URL": "https://news.example",
        "PSEUDO_TRANSLATOR": "true",
        "LIBRETRANSLATE_URL": "",
        "TERMINOLOGY_PREFIX": "triptych",
        "MICROSOFT_KEY_PARAMETER": "",
        "MICROSOFT_REGION": "",
        "BEDROCK_MODEL": "",
        "POWERTOOLS_METRICS_NAMESPACE": "Triptych",
    }
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    with mock_aws():
        yield _deploy(monkeypatch)
    forget_clients()


@pytest.fixture
def told() -> Iterator[io.StringIO]:
    """The log, line by line."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logger.registered_formatter)
    logs = logging.getLogger(logger.name)
    logs.addHandler(handler)
    yield stream
    logs.removeHandler(handler)


def _deploy(monkeypatch: pytest.MonkeyPatch) -> Deployment:
    forget_clients()
    s3, sqs = boto3.client("s3"), boto3.client("sqs")
    for bucket in ("newsroom", "site", "access"):
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
    s3.put_bucket_versioning(Bucket="newsroom", VersioningConfiguration={"Status": "Enabled"})
    for table in ("triptych", "counts"):
        boto3.client("dynamodb").create_table(
            TableName=table,
            BillingMode="PAY_PER_REQUEST",
            AttributeDefinitions=[
                {"AttributeName": name, "AttributeType": "S"} for name in ("pk", "sk")
            ],
            KeySchema=[
                {"AttributeName": "pk", "KeyType": "HASH"},
                {"AttributeName": "sk", "KeyType": "RANGE"},
            ],
        )
    monkeypatch.setenv("DISTRIBUTION_ID", _distribution())
    monkeypatch.setenv("TRANSLATE_QUEUE_URL", sqs.create_queue(QueueName="translate")["QueueUrl"])
    monkeypatch.setenv("DEAD_LETTER_URLS", sqs.create_queue(QueueName="DeadLetters")["QueueUrl"])
    return Deployment(s3, sqs, _bus(sqs))


def _distribution() -> str:
    origin = {
        "Id": "site",
        "DomainName": "site.s3.amazonaws.com",
        "S3OriginConfig": {"OriginAccessIdentity": ""},
    }
    config = {
        "CallerReference": "once",
        "Comment": "",
        "Enabled": True,
        "Origins": {"Quantity": 1, "Items": [origin]},
        "DefaultCacheBehavior": {
            "TargetOriginId": "site",
            "ViewerProtocolPolicy": "redirect-to-https",
        },
    }
    made = boto3.client("cloudfront").create_distribution(DistributionConfig=config)
    return str(made["Distribution"]["Id"])


def _bus(sqs: Any) -> str:
    """A bus whose events all end in one queue, so that tests can read them."""
    events = boto3.client("events")
    events.create_event_bus(Name="news")
    url: str = sqs.create_queue(QueueName="announced")["QueueUrl"]
    arn = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
    events.put_rule(Name="all", EventBusName="news", EventPattern='{"source": ["triptych"]}')
    events.put_targets(
        Rule="all",
        EventBusName="news",
        Targets=[{"Id": "queue", "Arn": arn["Attributes"]["QueueArn"]}],
    )
    return url


def forget_folds() -> None:
    """A function remembers what it folded for the life of its process."""
    _folded.cache_clear()
    _unfinished.clear()


def forget_clients() -> None:
    """Clients and ports are kept for the life of a process; each test is a new one."""
    client.cache_clear()
    translator.cache_clear()
    forget_folds()
    for name, module in list(sys.modules.items()):
        if name.startswith("shared.wiring."):
            for member in vars(module).values():
                if hasattr(member, "cache_clear"):
                    member.cache_clear()
