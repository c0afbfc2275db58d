"""Which AWS the contracts run against: `TRIPTYCH_AWS` says.

| TRIPTYCH_AWS | the adapters' suites | what we rely on of AWS (`aws/`) |
|---|---|---|
| not set | moto, in process | the local cloud's emulator |
| `emulator` | the emulator | the emulator |
| a profile's name, or `shell` for the shell's own credentials | that account | that account |

A real account is billed: a few cents, for what is made under one name (`triptych-contract-…`) in
the account's region, and removed again at the end.
"""

import io
import json
import os
import secrets
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import boto3
import botocore.config
import botocore.exceptions
import pytest

from infra.local.cloud import client, free_port
from infra.local.emulator import REGION, Emulator

CHOSEN = os.environ.get("TRIPTYCH_AWS", "")
REAL = CHOSEN not in {"", "emulator"}
PATIENCE_SECONDS = 120.0 if REAL else 10.0
A_MOMENT_SECONDS = 30.0 if REAL else 1.5
"""How long to look for something before it is called absent."""

T = TypeVar("T")


def known_gap(reason: str) -> pytest.MarkDecorator:
    """What the emulator does otherwise than AWS: it must fail here, and must not there."""
    return pytest.mark.xfail(not REAL, reason=reason, strict=True)


@dataclass(frozen=True)
class Queue:
    """A queue of this run."""

    sqs: Any
    url: str
    arn: str

    def send(self, body: str) -> str:
        return str(self.sqs.send_message(QueueUrl=self.url, MessageBody=body)["MessageId"])

    def receive(self, seconds: int = 0, *, hidden: int = 30) -> list[dict[str, Any]]:
        """The messages that are there, or come within some seconds; hidden for others since."""
        answer = self.sqs.receive_message(
            QueueUrl=self.url,
            MaxNumberOfMessages=10,
            WaitTimeSeconds=seconds,
            VisibilityTimeout=hidden,
            AttributeNames=["All"],
        )
        return list(answer.get("Messages", ()))

    def takes(self, seconds: float = PATIENCE_SECONDS) -> dict[str, Any]:
        """The next message, which is deleted."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for message in self.receive(1):
                self.sqs.delete_message(QueueUrl=self.url, ReceiptHandle=message["ReceiptHandle"])
                return message
        raise AssertionError(f"no message in {self.url} within {seconds} s")


@dataclass
class Account:
    """An AWS account, and what this run made in it."""

    client: Callable[[str], Any]
    region: str
    made: ExitStack
    prefix: str = field(default_factory=lambda: f"triptych-contract-{secrets.token_hex(4)}")

    def name(self, word: str) -> str:
        """A name that no other run has."""
        return f"{self.prefix}-{word}"

    def number(self) -> str:
        return str(self.client("sts").get_caller_identity()["Account"])

    def removed(self, remove: Callable[..., Any], **arguments: Any) -> None:
        """Call that at the end of the run, before what was made earlier is removed."""

        def quietly() -> None:
            with suppress(botocore.exceptions.ClientError):
                remove(**arguments)

        self.made.callback(quietly)

    def bucket(self, word: str) -> str:
        """A new versioned bucket."""
        s3, name = self.client("s3"), self.name(word)
        where = {} if self.region == "us-east-1" else {
            "CreateBucketConfiguration": {"LocationConstraint": self.region}
        }  # fmt: skip
        s3.create_bucket(Bucket=name, **where)
        self.removed(s3.delete_bucket, Bucket=name)
        self.removed(_empty, s3=s3, bucket=name)
        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
        return name

    def table(self, word: str) -> str:
        """A new table of the shape of ours."""
        dynamodb, name = self.client("dynamodb"), self.name(word)
        dynamodb.create_table(
            TableName=name,
            BillingMode="PAY_PER_REQUEST",
            AttributeDefinitions=[
                {"AttributeName": key, "AttributeType": "S"} for key in ("pk", "sk")
            ],
            KeySchema=[
                {"AttributeName": "pk", "KeyType": "HASH"},
                {"AttributeName": "sk", "KeyType": "RANGE"},
            ],
        )
        self.removed(dynamodb.delete_table, TableName=name)
        dynamodb.get_waiter("table_exists").wait(TableName=name, WaiterConfig={"Delay": 1})
        return name

    def queue(self, word: str, *senders: str, **attributes: Any) -> Queue:
        """A new queue; `senders` are AWS services that may send to it."""
        sqs, name = self.client("sqs"), self.name(word)
        written = {key: str(value) for key, value in attributes.items()}
        url = sqs.create_queue(QueueName=name, Attributes=written)["QueueUrl"]
        self.removed(sqs.delete_queue, QueueUrl=url)
        asked = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
        arn = asked["Attributes"]["QueueArn"]
        if senders:
            statement = {
                "Effect": "Allow",
                "Principal": {"Service": list(senders)},
                "Action": "sqs:SendMessage",
                "Resource": arn,
            }
            sqs.set_queue_attributes(QueueUrl=url, Attributes={"Policy": _policy(statement)})
        return Queue(sqs, url, arn)

    def role(self, word: str, service: str, *statements: dict[str, Any]) -> str:
        """A new role that a service may take; its ARN."""
        iam, name = self.client("iam"), self.name(word)
        trust = {"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"}
        arn = iam.create_role(RoleName=name, AssumeRolePolicyDocument=_policy(trust))["Role"]["Arn"]
        self.removed(iam.delete_role, RoleName=name)
        iam.put_role_policy(RoleName=name, PolicyName="it", PolicyDocument=_policy(*statements))
        self.removed(iam.delete_role_policy, RoleName=name, PolicyName="it")
        return str(arn)

    def function(self, word: str, code: str, role: str, **settings: Any) -> str:
        """A new Lambda function from the text of its module; its ARN."""
        functions, name = self.client("lambda"), self.name(word)
        request = {
            "FunctionName": name,
            "Runtime": "python3.13",
            "Architectures": ["arm64"],
            "Role": role,
            "Handler": "index.handler",
            "Code": {"ZipFile": zipped({"index.py": code})},
        }
        made = eventually(  # a new role cannot be taken at once
            lambda: functions.create_function(**request | settings),
            despite="InvalidParameterValueException",
        )
        self.removed(functions.delete_function, FunctionName=name)
        functions.get_waiter("function_active_v2").wait(FunctionName=name)
        return str(made["FunctionArn"])


def _policy(*statements: dict[str, Any]) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": statements})


def _empty(s3: Any, bucket: str) -> None:
    for page in s3.get_paginator("list_object_versions").paginate(Bucket=bucket):
        found = [*page.get("Versions", ()), *page.get("DeleteMarkers", ())]
        if found:
            objects = [{"Key": one["Key"], "VersionId": one["VersionId"]} for one in found]
            s3.delete_objects(Bucket=bucket, Delete={"Objects": objects, "Quiet": True})


def zipped(files: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def eventually(
    look: Callable[[], T],
    when: Callable[[T], bool] = bool,
    *,
    despite: str = "",
    seconds: float = PATIENCE_SECONDS,
) -> T:
    """Look until it is so, whatever error of that code is met on the way; the last look."""
    until = time.monotonic() + seconds
    while True:
        try:
            seen = look()
        except botocore.exceptions.ClientError as error:
            if refusal(error) != despite or time.monotonic() > until:
                raise
        else:
            if when(seen):
                return seen
            assert time.monotonic() < until, f"never so: {seen}"
        time.sleep(1 if REAL else 0.05)


def refusal(error: botocore.exceptions.ClientError) -> str:
    return str(error.response["Error"]["Code"])


@contextmanager
def refused(*codes: str) -> Iterator[None]:
    """AWS must refuse what is done here with one of these error codes."""
    with pytest.raises(botocore.exceptions.ClientError) as caught:
        yield
    assert refusal(caught.value) in codes


@contextmanager
def account(state: Path) -> Iterator[Account]:
    """The account that was chosen (the emulator where none was), and at the end nothing in it."""
    with ExitStack() as ends:
        if REAL:
            session = boto3.Session(profile_name=None if CHOSEN == "shell" else CHOSEN)
            sys.stderr.write(f"Contracts on a real account ({CHOSEN}): this costs some cents.\n")
            patience = botocore.config.Config(retries={"mode": "standard"})
            yield Account(
                lambda service: session.client(service, config=patience), session.region_name, ends
            )
        else:
            emulator = ends.enter_context(Emulator(free_port(), state))
            yield Account(lambda service: client(emulator.endpoint, service), REGION, ends)
