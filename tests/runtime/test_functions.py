"""The built functions, each under its own role, from an upload to three live editions."""

import json
import re

import pytest

from infra.local.runtime import Answer
from tests.handlers.conftest import captured, queued
from tests.handlers.test_illustrate import a_picture
from tests.handlers.test_install import cloudformation
from tests.runtime.conftest import FUNCTIONS, Account, front_matter

pytestmark = pytest.mark.slow

KEY, PICTURE = "inbox/2026/11/river.en.md", "inbox/2026/11/palace.png"
STORY = front_matter(
    headline="A river",
    section="politics",
    picture={"file": "palace.png", "credit": "Desk", "alt": "A palace"},
)
CONFIG = """
outlet: {name: {en: G, ar: ج, es: G}, slogan: {en: S, ar: ش, es: S}}
editions: {en: {}, ar: {}, es: {}}
sections: {politics: {en: Politics, ar: سياسة, es: Política}}
translators: [memory, pseudo]
"""
ALL_DONE = Answer({"batchItemFailures": []})


def test_a_story_goes_the_whole_way(account: Account) -> None:
    s3, bucket = account.cloud.client("s3"), account.cloud.newsroom_bucket
    s3.put_object(Bucket=bucket, Key="config/newsroom.yaml", Body=CONFIG.encode())
    s3.put_object(Bucket=bucket, Key=KEY, Body=STORY.encode())
    s3.put_object(Bucket=bucket, Key=PICTURE, Body=a_picture())
    for function in ("Ingest", "Translate", "Illustrate", "Publish", "Report"):
        answers = account.work_off(f"{function}Function")
        assert set(map(str, answers)) == {str(ALL_DONE)}, function

    receipt = json.loads(
        s3.get_object(Bucket=bucket, Key="receipts/2026/11/river.en.md.json")["Body"].read()
    )
    states = {edition: one["state"] for edition, one in receipt["editions"].items()}
    assert states == {"en": "live", "ar": "live", "es": "live"}
    front = s3.get_object(Bucket=account.cloud.site_bucket, Key="ar/index.html")["Body"].read()
    pictures = re.findall(rb'src="/(media/[^"]+)"', front)
    assert pictures
    s3.head_object(Bucket=account.cloud.site_bucket, Key=pictures[0].decode())


def fed_by(kind: str) -> list[str]:
    """The functions that get their events from something of that kind."""
    return [
        name
        for name, function in FUNCTIONS.items()
        if any(source["Type"] == kind for source in function.get("Events", {}).values())
    ]


@pytest.mark.parametrize("function", fed_by("SQS"))
def test_a_message_that_makes_no_sense_is_given_back(account: Account, function: str) -> None:
    answer = account.invoke(function, queued({"nonsense": True}))
    assert answer == Answer({"batchItemFailures": [{"itemIdentifier": "message-0"}]})


@pytest.mark.parametrize("function", fed_by("Schedule"))
def test_the_schedule_is_followed(account: Account, function: str) -> None:
    answer = account.invoke(function, captured("schedule"))
    assert not answer.error


@pytest.mark.parametrize("request_type", ["Create", "Delete"])
def test_cloudformation_is_answered(account: Account, request_type: str) -> None:
    with cloudformation() as (address, answers):
        event = captured("custom_resource", request=request_type, answer=address)
        assert account.invoke("InstallFunction", event) == Answer(None)
    assert [answer["Status"] for answer in answers] == ["SUCCESS"]
