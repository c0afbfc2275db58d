"""Least privilege, seen from inside: every call is a right of the role, every right is used."""

import importlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from fnmatch import fnmatchcase
from typing import Any

import boto3
import pytest

from shared.aws.clients import client, translator
from shared.aws.diary import DynamoDiary
from shared.aws.tables import Table
from shared.clock import utc_now
from shared.news.due import Due
from shared.trending.hours import HOUR, hour_of
from tests.fakes.aws_engines import Amazon, Asked, Told, aws, bedrock, fault
from tests.fakes.engine_server import libre_json, serving
from tests.handlers.conftest import Context, Deployment, captured, forget_folds, queued
from tests.handlers.test_count import hear_of_reading_late
from tests.handlers.test_illustrate import a_picture
from tests.handlers.test_install import cloudformation
from tests.handlers.test_rank import hear_of_late_reading
from tests.house.template import referred, resources

FUNCTIONS = resources("AWS::Serverless::Function")
NAMES = {
    "NewsroomBucket": "newsroom",
    "SiteBucket": "site",
    "LogBucket": "access",
    "Table": "triptych",
    "CountsTable": "counts",
    "Bus": "news",
    "TranslateQueue": "translate",
}
"""What the resources of the template are called in the tests' deployment."""

# What Lambda itself does under the role of a function.
LAMBDA = {
    "logs:CreateLogStream",
    "logs:PutLogEvents",
    "sqs:ReceiveMessage",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
}
# No call of its own: with it S3 answers 404 for what is not there, without it 403.
NOT_FOUND = "s3:ListBucket"
# What only a race, or a failure, makes a function do.
RARE = {
    # Somebody deletes the starter configuration between its put and the look at it.
    ("InstallFunction", "s3:ListBucketVersions"),
}

ACTIONS = {
    "s3:HeadObject": "s3:GetObject",
    "s3:ListObjectVersions": "s3:ListBucketVersions",
    "bedrock-runtime:Converse": "bedrock:InvokeModel",
}

Right = tuple[str, str]
"""An action, and the name of what it is done to (a pattern where it is a right)."""


@dataclass
class Calls:
    """What each function asked AWS for."""

    function: str = ""
    made: dict[str, set[Right]] = field(default_factory=dict)

    def note(self, params: Mapping[str, Any], model: Any, **_: Any) -> None:
        prefix = model.service_model.endpoint_prefix
        action = f"{prefix}:{model.name}"
        made = self.made[self.function]
        made.add((ACTIONS.get(action, action), subject(params)))
        if "Tagging" in params:
            made.add(("s3:PutObjectTagging", subject(params)))

    @contextmanager
    def by(self, function: str) -> Iterator[None]:
        """A process of its own, which remembers nothing of what others read."""
        forget_folds()
        self.function = function
        self.made.setdefault(function, set())
        yield
        self.function = ""


def subject(params: Mapping[str, Any]) -> str:
    """What a call is about, by its name in the deployment."""
    match params:
        case {"TableName": table, "Key": {"pk": {"S": pk}}} | {
            "TableName": table,
            "Item": {"pk": {"S": pk}},
        }:
            return f"{table}/{pk}"
        case {"TableName": table, "ExpressionAttributeValues": {":pk": {"S": pk}}}:
            return f"{table}/{pk}"
        case {"TableName": table}:
            return f"{table}/"
        case {"RequestItems": tables}:
            return ",".join(f"{table}/{of['Keys'][0]['pk']['S']}" for table, of in tables.items())
        case {"Bucket": bucket, "Key": key}:
            return f"{bucket}/{key}"
        case {"Bucket": name} | {"DistributionId": name}:
            return str(name)
        case {"Entries": entries}:
            return ",".join({entry["EventBusName"] for entry in entries})
        case {"QueueUrl": url}:
            return str(url).rpartition("/")[2]
        case {"Name": name, "WithDecryption": _}:
            return f"parameter{name}"
        case {"Name": name}:
            return f"terminology/{name}"
        case {"Text": _}:
            return "*"
        case {} if not params:  # a list of all
            return "*"
        case {"modelId": model}:
            return str(model)
    raise AssertionError(params)


def rights(function: str) -> set[Right]:
    """The rights of a function's role, beside those that Lambda uses."""
    role = resources("AWS::IAM::Role")[referred(FUNCTIONS[function]["Role"])]
    return {
        (action, named(resource) + partition)
        for policy in role["Policies"]
        for statement in policy["PolicyDocument"]["Statement"]
        for action in as_list(statement["Action"])
        for resource in as_list(statement["Resource"])
        for partition in partitions(statement)
        if action not in LAMBDA or named(resource) == "DeadLetters"
    }


def partitions(statement: Mapping[str, Any]) -> list[str]:
    """Which items of the table a right is about: those of some partitions, or all."""
    if not as_list(statement["Action"])[0].startswith("dynamodb:"):
        return [""]
    match statement.get("Condition"):
        case None:
            return ["/*"]
        case {"ForAllValues:StringEquals": {"dynamodb:LeadingKeys": pks}}:
            return [f"/{pk}" for pk in pks]
        case {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": pks}}:
            return [f"/{pk}" for pk in pks]
    raise AssertionError(statement)


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def named(resource: Mapping[str, str] | str) -> str:
    """An ARN of the template, as the name that it has in the deployment."""
    if isinstance(resource, str):
        return resource
    arn = resource.get("Fn::Sub") or f"${{{resource['Fn::GetAtt']}}}"
    if "distribution/" in arn:
        return "*"
    if ":terminology/" in arn:
        return f"terminology/triptych{arn.partition('StackName}')[2]}"
    if "MicrosoftKeyParameter" in arn:
        return "parameter/microsoft-key"
    if "BedrockModel" in arn:
        return "maker.model-v1:0"
    logical, _, rest = arn.removeprefix("${").partition(".Arn}")
    if logical.endswith("DeadLetters"):
        return "DeadLetters"
    return NAMES.get(logical, logical) + rest


def covers(right: Right, call: Right) -> bool:
    return right[0] == call[0] and fnmatchcase(call[1], right[1])


# ---- One newsroom's life, with every event brought to the functions that the rules name --------

CONFIG = """
outlet: {name: {en: G, ar: ج, es: G}, slogan: {en: S, ar: ش, es: S}}
editions: {en: {}, ar: {}, es: {}}
sections: {politics: {en: Politics, ar: سياسة, es: Política}}
translators: [memory, libretranslate, microsoft, amazon-translate, bedrock]
"""
STORY = """---
headline: A river
section: politics
picture: {file: palace.jpg, credit: Desk, alt: A palace}
---
It flows.
"""
KEY, PICTURE = "inbox/2026/11/river.en.md", "inbox/2026/11/palace.jpg"


@dataclass
class Newsroom:
    """A deployment whose events go where the template's rules send them."""

    deployment: Deployment
    calls: Calls

    def drop(self, key: str, content: str | bytes) -> None:
        self.deployment.upload(key, content)
        self.call("IngestFunction", queued(captured("s3_object_created", key=key)))

    def take_back(self, key: str) -> None:
        self.deployment.s3.delete_object(Bucket="newsroom", Key=key)
        self.call("IngestFunction", queued(captured("s3_object_deleted", key=key)))

    def install(self) -> None:
        with cloudformation() as (address, answers):
            event = captured("custom_resource", request="Create", answer=address)
            self.call("InstallFunction", event)
        assert answers[0]["Status"] == "SUCCESS"

    def wait_for_a_minute(self) -> None:
        while not any(item.kind == "release" for item in diary().due(utc_now())):
            pass
        self.call("ReleaseFunction", captured("schedule"))

    def miss(self, key: str, content: str) -> None:
        """An upload of which nobody is told, and a letter that nobody can read."""
        self.deployment.upload(key, content)
        url = self.deployment.sqs.get_queue_url(QueueName="DeadLetters")["QueueUrl"]
        self.deployment.sqs.send_message(QueueUrl=url, MessageBody="nonsense")
        self.call("SweepFunction", {"everything": True, "patience_seconds": 0})

    def count_what_came_late(self) -> None:
        """A log object of three hours ago, and one message that nobody can read."""
        with self.calls.by("CountFunction"):
            hear_of_reading_late(self.deployment)
        self.call("CountFunction", queued({"nothing": "known"}))

    def rank_what_came_late(self) -> None:
        """A story was read three hours ago, and nobody knew until now."""
        hour = hour_of(utc_now()) - 3 * HOUR
        hear_of_late_reading(self.deployment, hour)
        self.call("RankFunction", captured("schedule"))

    def call(self, function: str, event: dict[str, Any]) -> None:
        """Hand an event to a function; then work off all that is announced."""
        module = FUNCTIONS[function]["Handler"].rpartition(".")[0]
        with self.calls.by(function):
            importlib.import_module(module).lambda_handler(event, Context())
        for told in self.deployment.announced():
            for reader in readers(told["detail-type"]):
                self.call(reader, self._delivered(told, reader))

    def _delivered(self, told: dict[str, Any], reader: str) -> dict[str, Any]:
        """As a queue delivers it, with a receipt that the translate queue knows."""
        batch = queued(told)
        if reader == "TranslateFunction":
            url = self.deployment.sqs.get_queue_url(QueueName="translate")["QueueUrl"]
            self.deployment.sqs.send_message(QueueUrl=url, MessageBody=json.dumps(told))
            (message,) = self.deployment.sqs.receive_message(QueueUrl=url)["Messages"]
            batch["Records"][0]["receiptHandle"] = message["ReceiptHandle"]
        return batch


def throttled(asked: Asked, amazon: Amazon) -> Told:
    """Amazon Translate that takes terminologies, and so many texts that it takes no more."""
    return fault(400, "ThrottlingException") if "Text" in asked else amazon(asked)


def diary() -> DynamoDiary:
    return DynamoDiary(Table(boto3.client("dynamodb"), "triptych"))


def readers(name: str) -> set[str]:
    """The functions that get an event of this name."""
    queues = {
        referred(target["Arn"])
        for rule in resources("AWS::Events::Rule").values()
        if name in rule["EventPattern"]["detail-type"]
        for target in rule["Targets"]
    }
    return {
        function
        for function, properties in FUNCTIONS.items()
        for source in properties.get("Events", {}).values()
        if "Queue" in source["Properties"] and referred(source["Properties"]["Queue"]) in queues
    }


@pytest.fixture
def calls(deployment: Deployment) -> Calls:
    assert deployment
    calls = Calls()
    for service in ("s3", "dynamodb", "events", "sqs", "cloudfront"):
        client(service).meta.events.register("before-parameter-build", calls.note)
    return calls


def live(newsroom: Newsroom) -> None:
    """Have happen what makes each function make each of its calls."""
    newsroom.install()
    newsroom.drop("config/newsroom.yaml", CONFIG)
    for name in "نهر", "نهير":
        newsroom.drop("config/glossary.csv", f"en,ar\nriver,{name}\n")
    newsroom.drop(KEY, STORY)
    newsroom.drop(PICTURE, a_picture())
    newsroom.drop("inbox/2026/11/river.ar.md", "---\nheadline: نهر\n---\nيجري.\n")
    newsroom.drop(KEY, STORY.replace("A river", "Two rivers"))
    newsroom.drop("inbox/2026/11/bad.en.md", "no story")
    newsroom.drop(
        "config/newsroom.yaml",
        CONFIG.replace(", libretranslate, microsoft, amazon-translate, bedrock", ""),
    )
    newsroom.drop("inbox/2026/11/held.en.md", STORY.replace("A river", "A bridge"))
    newsroom.take_back(PICTURE)
    newsroom.take_back(KEY)
    embargo = (utc_now() + timedelta(seconds=1)).isoformat()
    newsroom.drop(
        "inbox/2026/11/later.en.md", STORY.replace("A river", f"Later\nembargo: {embargo}")
    )
    diary().note(Due(at=utc_now(), kind="purge", story="river", revision=3, tags=("river",)))
    newsroom.wait_for_a_minute()
    newsroom.count_what_came_late()
    newsroom.rank_what_came_late()
    newsroom.miss("inbox/2026/11/missed.en.md", STORY)
    newsroom.install()


def test_every_call_is_a_right_of_the_role_and_every_right_is_used(
    deployment: Deployment, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom, translate = Newsroom(deployment, calls), Amazon()
    with (
        serving(lambda asked: libre_json(asked["q"].upper())) as engine,
        aws(lambda asked: throttled(asked, translate)) as amazon,
        aws(bedrock) as model,
    ):
        monkeypatch.setenv("LIBRETRANSLATE_URL", engine.address)
        monkeypatch.setenv("AWS_ENDPOINT_URL_TRANSLATE", amazon.address)
        monkeypatch.setenv("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", model.address)
        monkeypatch.setenv("MICROSOFT_KEY_PARAMETER", "/microsoft-key")
        monkeypatch.setenv("BEDROCK_MODEL", "maker.model-v1:0")
        for service in ("translate", "bedrock-runtime", "ssm"):
            translator(service).meta.events.register("before-parameter-build", calls.note)
        live(newsroom)

    assert set(calls.made) == set(FUNCTIONS)
    beyond, unused = set[tuple[str, Right]](), set[tuple[str, Right]]()
    for function, made in calls.made.items():
        granted = rights(function)
        beyond |= {(function, call) for call in made if not any(covers(r, call) for r in granted)}
        unused |= {(function, r) for r in granted if not any(covers(r, call) for call in made)}
    assert beyond == set()
    assert {
        (function, right)
        for function, right in unused
        if right[0] != NOT_FOUND and (function, right[0]) not in RARE
    } == set()
