"""Who may do what: everything that is worth forbidding, tried by everybody under their own role.

What somebody may do is tried too, with a condition that fails, so that nothing happens: a denial
then means what it seems to mean.
"""

import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import botocore.exceptions
import pytest

from shared.news.language import LANGUAGES, Language
from tests.house.template import referred, resources
from tests.journeys.conftest import Newsroom
from tests.roles import Role, physical, role_of, role_with

pytestmark = pytest.mark.journey

FUNCTIONS = resources("AWS::Serverless::Function")
QUEUES = resources("AWS::SQS::Queue")
DENIED = {"AccessDenied", "AccessDeniedException"}
UNKNOWN = {"InvalidAccessKeyId", "InvalidClientTokenId", "UnrecognizedClientException"}
ANYTHING = {"S": "anything"}
OTHER = "somebody-elses"


@dataclass(frozen=True)
class Attempt:
    """A call of an AWS API, and which functions may make it."""

    what: str
    service: str
    call: str
    given: dict[str, Any]
    by: frozenset[str]

    def is_denied(self, client: Any) -> bool:
        try:
            getattr(client, self.call)(**self.given)
        except botocore.exceptions.ClientError as error:
            return error.response["Error"]["Code"] in DENIED | UNKNOWN
        return False


def by(*functions: str) -> frozenset[str]:
    return frozenset(functions)


# A new function is denied everything until it is named here, or in one of the attempts.
WRITERS_OF_FACTS = by("Ingest", "Translate", "Illustrate", "Install")
ANNOUNCERS = WRITERS_OF_FACTS | by("Publish", "Release", "Rank", "Sweep")
EVERYBODY = ANNOUNCERS | by("Report")


def attempts(newsroom: Newsroom) -> Iterator[Attempt]:
    for rows in (on_objects, on_buckets, on_tables, on_queues, on_the_account):
        for what, service, call, given, functions in rows(newsroom):
            yield Attempt(what, service, call, given, functions)


Row = tuple[str, str, str, dict[str, Any], frozenset[str]]


def on_objects(newsroom: Newsroom) -> Iterator[Row]:
    ours, site = newsroom.bucket, newsroom.cloud.site_bucket
    inbox, pages, report = by("Ingest", "Illustrate"), by("Publish", "Install"), by("Report")
    places = [
        *((f"an upload in {language}", ours, f"inbox/rights/river.{language}.md", inbox, by())
          for language in LANGUAGES),
        *((f"a translator's file in {language}", ours, f"inbox/rights/river.{language}.xlf", inbox,
           by()) for language in LANGUAGES),
        ("a picture", ours, "inbox/rights/palace.jpg", inbox, by()),
        ("something else in the inbox", ours, "inbox/rights/river.md", inbox, by()),
        ("a story among the configuration", ours, "config/river.en.md", by("Ingest"), by()),
        ("the configuration", ours, "config/newsroom.yaml", by("Ingest", "Install"),
         by("Install")),
        ("the editors' picks", ours, "config/most-read.yaml", by("Ingest"), by()),
        ("the desk's memory", ours, "config/memory.tmx", by("Ingest", "Translate"), by()),
        ("a body", ours, "facts/0123", EVERYBODY, WRITERS_OF_FACTS),
        ("a receipt", ours, "receipts/2026/11/river.en.md.json", report, report),
        ("an export", ours, "translations/river.ar.md", report, report),
        ("another place of the newsroom", ours, "elsewhere/river", by(), by()),
        ("a page", site, "en/index.html", pages | by("Sweep"), pages),
        ("an access log", physical(newsroom.cloud, "LogBucket"), "AWSLogs/0/CloudFront/1.gz",
         by("Count"), by()),
        ("another file beside it", physical(newsroom.cloud, "LogBucket"), "2026.gz", by(), by()),
        ("another bucket", OTHER, "anything", by(), by()),
    ]  # fmt: skip
    for what, bucket, key, readers, writers in places:
        where = {"Bucket": bucket, "Key": key}
        harmless, earlier = where | {"Body": b"", "IfMatch": '"no"'}, where | {"VersionId": "1"}
        yield f"read {what}", "s3", "get_object", where, readers
        yield f"write {what}", "s3", "put_object", harmless, writers
        yield f"delete {what}", "s3", "delete_object", where, by()
        yield f"read a version of {what}", "s3", "get_object", earlier, by()
        yield f"delete a version of {what}", "s3", "delete_object", earlier, by()


def on_buckets(newsroom: Newsroom) -> Iterator[Row]:
    ours, pages = newsroom.bucket, by("Publish", "Install", "Sweep")
    buckets = {
        ours: EVERYBODY,
        newsroom.cloud.site_bucket: pages,
        physical(newsroom.cloud, "LogBucket"): by("Count"),
        OTHER: by(),
    }
    for bucket, listers in buckets.items():
        where = {"Bucket": bucket}
        suspended = where | {"VersioningConfiguration": {"Status": "Suspended"}}
        yield f"list {bucket}", "s3", "list_objects_v2", where, listers
        yield f"open {bucket} to all", "s3", "put_bucket_policy", where | {"Policy": "{}"}, by()
        yield f"drop {bucket}'s shield", "s3", "delete_public_access_block", where, by()
        yield f"forget what {bucket} held", "s3", "put_bucket_versioning", suspended, by()
    inbox = {"Bucket": ours, "Prefix": "inbox/rights/"}
    yield "list the inbox", "s3", "list_objects_v2", inbox, EVERYBODY
    yield "list all buckets", "s3", "list_buckets", {}, by()


def on_tables(newsroom: Newsroom) -> Iterator[Row]:
    key = {"pk": ANYTHING, "sk": ANYTHING}
    for table, whole in ((newsroom.cloud.table_name, "our"), (OTHER, "another")):
        where = {"TableName": table}
        item = where | {"Item": key, "ConditionExpression": "attribute_exists(pk)"}
        # On AWS Release strikes only what is due, Translate strikes only leases and adds only to
        # what engines were sent, Sweep writes only the list of dead letters, and Count only why a
        # message failed: the emulator knows no condition dynamodb:LeadingKeys.
        strikers = by("Release", "Translate") if whole == "our" else by()
        adders = by("Translate") if whole == "our" else by()
        addition = where | {
            "Key": key,
            "UpdateExpression": "ADD characters :none",
            "ConditionExpression": "attribute_exists(pk)",
            "ExpressionAttributeValues": {":none": {"N": "0"}},
        }
        writers = EVERYBODY - by("Rank") | by("Count") if whole == "our" else by()
        yield f"write to {whole} table", "dynamodb", "put_item", item, writers
        yield (
            f"strike from {whole} table",
            "dynamodb",
            "delete_item",
            where | {"Key": key},
            strikers,
        )
        yield f"add to {whole} table", "dynamodb", "update_item", addition, adders
        yield f"scan {whole} table", "dynamodb", "scan", where, by()
        yield f"drop {whole} table", "dynamodb", "delete_table", where, by()
    # On AWS by kind of key: rankings for Publish and Install, the radar for Report, and so on.
    counts = {"TableName": physical(newsroom.cloud, "CountsTable")}
    item = counts | {"Item": key, "ConditionExpression": "attribute_exists(pk)"}
    readers = by("Publish", "Install", "Report", "Count", "Rank")
    yield "read a count", "dynamodb", "get_item", counts | {"Key": key}, readers
    yield "write a count", "dynamodb", "put_item", item, by("Count", "Rank")
    yield "strike a count", "dynamodb", "delete_item", counts | {"Key": key}, by("Rank")
    yield "scan the counts", "dynamodb", "scan", counts, by()
    yield "drop the counts", "dynamodb", "delete_table", counts, by()


def on_queues(newsroom: Newsroom) -> Iterator[Row]:
    owners = {
        referred(source["Properties"]["Queue"]): by(name.removesuffix("Function"))
        for name, function in FUNCTIONS.items()
        for source in function.get("Events", {}).values()
        if "Queue" in source["Properties"]
    }
    for queue in QUEUES:
        where = {"QueueUrl": physical(newsroom.cloud, queue)}
        watcher = by("Sweep") if queue.endswith("DeadLetters") else by()
        owner = owners.get(queue, watcher)
        yield f"look at {queue}", "sqs", "get_queue_attributes", where, owner
        yield f"send to {queue}", "sqs", "send_message", where | {"MessageBody": "x"}, by()
        yield f"empty {queue}", "sqs", "purge_queue", where, by()
        if queue not in owners:
            yield f"receive from {queue}", "sqs", "receive_message", where, watcher


def on_the_account(newsroom: Newsroom) -> Iterator[Row]:
    for bus, announcers in ((newsroom.cloud.bus_name, ANNOUNCERS), ("default", by())):
        entry = {"EventBusName": bus, "Source": "test", "DetailType": "Nothing", "Detail": "{}"}
        yield f"announce on {bus}", "events", "put_events", {"Entries": [entry]}, announcers
    edge = newsroom.cloud.distribution_id
    batch = {"Paths": {"Quantity": 1, "Items": ["#nothing"]}, "CallerReference": "rights"}
    purge = {"DistributionId": edge, "InvalidationBatch": batch}
    function = {"FunctionName": physical(newsroom.cloud, "IngestFunction")}
    role = {"RoleName": physical(newsroom.cloud, "InstallRole")}
    wider = role | {"PolicyName": "all", "PolicyDocument": "{}"}
    yield "purge the edge", "cloudfront", "create_invalidation", purge, by("Publish", "Release")
    yield "read the distribution", "cloudfront", "get_distribution_config", {"Id": edge}, by()
    yield "call a function", "lambda", "invoke", function, by()
    yield "read its settings", "lambda", "get_function_configuration", function, by()
    yield "replace its code", "lambda", "update_function_code", function | {"ZipFile": b""}, by()
    yield "make a user", "iam", "create_user", {"UserName": "mallory"}, by()
    yield "widen a role", "iam", "put_role_policy", wider, by()
    yield "read a role", "iam", "get_role", role, by()
    yield "read the stack", "cloudformation", "describe_stacks", {}, by()
    yield "read a secret", "secretsmanager", "get_secret_value", {"SecretId": "any"}, by()
    yield "read a parameter", "ssm", "get_parameter", {"Name": "any"}, by()


@pytest.fixture(scope="module")
def everything(newsroom: Newsroom) -> list[Attempt]:
    newsroom.s3.create_bucket(Bucket=OTHER)
    newsroom.cloud.client("dynamodb").create_table(
        TableName=OTHER,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": n, "AttributeType": "S"} for n in ("pk", "sk")],
        KeySchema=[
            {"AttributeName": "pk", "KeyType": "HASH"},
            {"AttributeName": "sk", "KeyType": "RANGE"},
        ],
    )
    return list(attempts(newsroom))


def allowed(role: Role, everything: list[Attempt]) -> set[str]:
    """What is not denied."""
    clients = {service: role.client(service) for service in {one.service for one in everything}}
    return {one.what for one in everything if not one.is_denied(clients[one.service])}


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_function_may_do_its_own_work_and_nothing_else(
    newsroom: Newsroom, everything: list[Attempt], function: str
) -> None:
    role = role_of(newsroom.cloud, referred(FUNCTIONS[function]["Role"]))
    name = function.removesuffix("Function")
    assert allowed(role, everything) == {one.what for one in everything if name in one.by}


DESKS: dict[Language, str] = {"en": "EnglishDesk", "ar": "ArabicDesk", "es": "SpanishDesk"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_desk_may_write_its_own_language_and_nothing_else(
    newsroom: Newsroom, everything: list[Attempt], language: Language
) -> None:
    desk = role_with(newsroom.cloud, DESKS[language])
    own = {
        f"{deed} {what}"
        for deed in ("read", "write", "delete")
        for what in (f"an upload in {language}", f"a translator's file in {language}", "a picture")
    }
    told = {"read a receipt", "read an export", "list the inbox"}
    assert allowed(desk, everything) == own | told


def test_somebody_with_keys_of_nobody_may_do_nothing(
    newsroom: Newsroom, everything: list[Attempt]
) -> None:
    keys = dict.fromkeys(("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"), "AKIAIOSFODNN7EXAMPLE")
    assert allowed(Role(newsroom.cloud.endpoint, keys), everything) == set()


@pytest.mark.parametrize("path", ["newsroom_bucket", "site_bucket"])
def test_a_bucket_answers_nobody_who_does_not_sign(newsroom: Newsroom, path: str) -> None:
    bucket = getattr(newsroom.cloud, path)
    (held,) = newsroom.s3.list_objects_v2(Bucket=bucket, MaxKeys=1)["Contents"]
    for address in (f"/{bucket}/{held['Key']}", f"/{bucket}?list-type=2"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(newsroom.cloud.endpoint + address)
        refused.value.close()
        assert refused.value.code == 403
