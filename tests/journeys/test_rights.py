"""Who may do what: everything that is worth forbidding, tried by everybody under their own role.

What somebody may do is tried too, with a condition that fails, so that nothing happens: a denial
then means what it seems to mean.
"""

import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
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
    by: frozenset[str] = field(default=frozenset())

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
ANNOUNCERS = WRITERS_OF_FACTS | by("Publish", "Release")
EVERYBODY = ANNOUNCERS | by("Report")


def attempts(newsroom: Newsroom) -> Iterator[Attempt]:
    yield from on_objects(newsroom)
    yield from on_the_table(newsroom)
    yield from on_queues(newsroom)
    yield from on_the_account(newsroom)


def on_objects(newsroom: Newsroom) -> Iterator[Attempt]:
    ours, site = newsroom.bucket, newsroom.cloud.site_bucket
    log = physical(newsroom.cloud, "LogBucket")
    inbox, pages = by("Ingest", "Illustrate"), by("Publish", "Install")
    places = [
        *((f"an upload in {language}", ours, f"inbox/rights/river.{language}.md", inbox, by())
          for language in LANGUAGES),
        ("a picture", ours, "inbox/rights/palace.jpg", inbox, by()),
        ("something else in the inbox", ours, "inbox/rights/river.md", inbox, by()),
        ("a story among the configuration", ours, "config/river.en.md", by("Ingest"), by()),
        ("the configuration", ours, "config/newsroom.yaml",
         by("Ingest", "Install"), by("Install")),
        ("the desk's memory", ours, "config/memory.tmx",
         by("Ingest", "Translate"), by()),
        ("a body", ours, "facts/0123", EVERYBODY, WRITERS_OF_FACTS),
        ("a receipt", ours, "receipts/2026/11/river.en.md.json", by("Report"), by("Report")),
        ("an export", ours, "translations/river.ar.md", by("Report"), by("Report")),
        ("another place of the newsroom", ours, "elsewhere/river", by(), by()),
        ("a page", site, "en/index.html", pages, pages),
        ("a log of readers", log, "2026.gz", by(), by()),
        ("another bucket", OTHER, "anything", by(), by()),
    ]  # fmt: skip
    for what, bucket, key, readers, writers in places:
        where = {"Bucket": bucket, "Key": key}
        harmless = {"Body": b"", "IfMatch": '"nothing"'}
        yield Attempt(f"read {what}", "s3", "get_object", where, readers)
        yield Attempt(f"write {what}", "s3", "put_object", where | harmless, writers)
        yield Attempt(f"delete {what}", "s3", "delete_object", where)
        earlier = where | {"VersionId": "1"}
        yield Attempt(f"read a version of {what}", "s3", "get_object", earlier)
        yield Attempt(f"delete a version of {what}", "s3", "delete_object", earlier)
    for bucket, listers in ((ours, EVERYBODY), (site, pages), (OTHER, by()), (log, by())):
        yield Attempt(f"list {bucket}", "s3", "list_objects_v2", {"Bucket": bucket}, listers)
        yield Attempt(f"open {bucket} to all", "s3", "put_bucket_policy",
                      {"Bucket": bucket, "Policy": "{}"})  # fmt: skip
        yield Attempt(f"drop {bucket}'s shield", "s3", "delete_public_access_block",
                      {"Bucket": bucket})  # fmt: skip
        suspended = {"Bucket": bucket, "VersioningConfiguration": {"Status": "Suspended"}}
        yield Attempt(f"forget what {bucket} held", "s3", "put_bucket_versioning", suspended)
    yield Attempt("list the inbox", "s3", "list_objects_v2",
                  {"Bucket": ours, "Prefix": "inbox/rights/"}, EVERYBODY)  # fmt: skip
    yield Attempt("list all buckets", "s3", "list_buckets", {})


def on_the_table(newsroom: Newsroom) -> Iterator[Attempt]:
    key = {"pk": ANYTHING, "sk": ANYTHING}
    for table, mine in ((newsroom.cloud.table_name, True), (OTHER, False)):
        where, whole = {"TableName": table}, "our" if mine else "another"
        never = {"Item": key, "ConditionExpression": "attribute_exists(pk)"}
        yield Attempt(f"write to {whole} table", "dynamodb", "put_item", where | never,
                      EVERYBODY if mine else by())  # fmt: skip
        # On AWS only what is due; the emulator does not know the condition dynamodb:LeadingKeys.
        yield Attempt(f"remove from {whole} table", "dynamodb", "delete_item",
                      where | {"Key": key}, by("Release") if mine else by())  # fmt: skip
        yield Attempt(f"scan {whole} table", "dynamodb", "scan", where)
        yield Attempt(f"drop {whole} table", "dynamodb", "delete_table", where)


def on_queues(newsroom: Newsroom) -> Iterator[Attempt]:
    owners = {
        referred(source["Properties"]["Queue"]): by(name.removesuffix("Function"))
        for name, function in FUNCTIONS.items()
        for source in function.get("Events", {}).values()
        if "Queue" in source["Properties"]
    }
    for queue in QUEUES:
        where, owner = {"QueueUrl": physical(newsroom.cloud, queue)}, owners.get(queue, by())
        yield Attempt(f"look into {queue}", "sqs", "get_queue_attributes", where, owner)
        yield Attempt(f"send to {queue}", "sqs", "send_message", where | {"MessageBody": "x"})
        yield Attempt(f"empty {queue}", "sqs", "purge_queue", where)
        if not owner:
            yield Attempt(f"receive from {queue}", "sqs", "receive_message", where)


def on_the_account(newsroom: Newsroom) -> Iterator[Attempt]:
    bus, distribution = newsroom.cloud.bus_name, newsroom.cloud.distribution_id
    for name, announcers in ((bus, ANNOUNCERS), ("default", by())):
        entry = {"EventBusName": name, "Source": "test", "DetailType": "Nothing", "Detail": "{}"}
        yield Attempt(f"announce on {name}", "events", "put_events", {"Entries": [entry]},
                      announcers)  # fmt: skip
    paths = {"Quantity": 1, "Items": ["#nothing"]}
    yield Attempt("purge the edge", "cloudfront", "create_invalidation",
                  {"DistributionId": distribution,
                   "InvalidationBatch": {"Paths": paths, "CallerReference": "rights"}},
                  by("Publish", "Release"))  # fmt: skip
    yield Attempt("read the distribution", "cloudfront", "get_distribution_config",
                  {"Id": distribution})  # fmt: skip
    victim = physical(newsroom.cloud, "IngestFunction")
    role = physical(newsroom.cloud, "InstallRole")
    yield Attempt("call a function", "lambda", "invoke", {"FunctionName": victim})
    yield Attempt("read a function's settings", "lambda", "get_function_configuration",
                  {"FunctionName": victim})  # fmt: skip
    yield Attempt("replace a function", "lambda", "update_function_code",
                  {"FunctionName": victim, "ZipFile": b""})  # fmt: skip
    yield Attempt("make a user", "iam", "create_user", {"UserName": "mallory"})
    yield Attempt("widen a role", "iam", "put_role_policy",
                  {"RoleName": role, "PolicyName": "all", "PolicyDocument": "{}"})  # fmt: skip
    yield Attempt("read a role", "iam", "get_role", {"RoleName": role})
    yield Attempt("read the stack", "cloudformation", "describe_stacks", {})
    yield Attempt("read a secret", "secretsmanager", "get_secret_value", {"SecretId": "any"})
    yield Attempt("read a parameter", "ssm", "get_parameter", {"Name": "any"})


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
        for what in (f"an upload in {language}", "a picture")
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
