"""Functions that die at any moment: nothing is lost, and nothing is done twice."""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pytest

from shared.aws.objects import S3Bodies
from shared.aws.tables import DynamoArchive, Table
from shared.news.archive import fetch
from shared.news.facts import SourceAccepted, Translated
from shared.news.keys import log_of
from shared.news.words import MachineText
from tests.house.template import resources
from tests.journeys.conftest import Newsroom, Page, eventually, story, triptych
from tests.roles import physical

pytestmark = [pytest.mark.journey, pytest.mark.slow]

T = TypeVar("T")
KILLS = 50
STORIES = 12
PATIENCE_SECONDS = 300.0
# A message whose function died comes again after the time-out of its queue: as it ships, minutes.
# It must be longer than any batch takes, or batches that are still at work come again and again.
TIMEOUT_SECONDS = 30


def workers(newsroom: Newsroom) -> list[int]:
    """The processes that run functions of this cloud."""
    ours = f"AWS_ENDPOINT_URL={newsroom.cloud.endpoint}".encode()
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            environment = (process / "environ").read_bytes().split(b"\0")
        except OSError:  # it has ended, or is somebody else's
            continue
        if ours in environment and any(one.startswith(b"_LAMBDA_") for one in environment):
            found.append(int(process.name))
    return found


def kill_one(newsroom: Newsroom, chance: random.Random) -> int:
    """Kill one of them; how many were killed."""
    found = workers(newsroom)
    if not found:
        return 0
    try:
        os.kill(chance.choice(found), signal.SIGKILL)
    except ProcessLookupError:
        return 0
    return 1


def redrive(newsroom: Newsroom) -> None:
    """Send dead letters again, as an operator does."""
    sqs = newsroom.cloud.client("sqs")
    for name in resources("AWS::SQS::Queue"):
        if name.endswith("DeadLetters"):
            letters = physical(newsroom.cloud, name)
            queue = physical(newsroom.cloud, name.replace("DeadLetters", "Queue"))
            while messages := sqs.receive_message(QueueUrl=letters).get("Messages"):
                for message in messages:
                    sqs.send_message(QueueUrl=queue, MessageBody=message["Body"])
                    handle = message["ReceiptHandle"]
                    sqs.delete_message(QueueUrl=letters, ReceiptHandle=handle)


@pytest.fixture
def impatient(newsroom: Newsroom) -> Newsroom:
    # What was received before would keep the time-out that it was received with.
    settled(newsroom, partial(triptych, newsroom, "verify"), lambda told: told.returncode == 0)
    sqs = newsroom.cloud.client("sqs")
    for name in resources("AWS::SQS::Queue"):
        url = physical(newsroom.cloud, name)
        attributes = {"VisibilityTimeout": str(TIMEOUT_SECONDS)}
        sqs.set_queue_attributes(QueueUrl=url, Attributes=attributes)
    return newsroom


def test_fifty_kills_lose_no_upload_and_double_no_fact(impatient: Newsroom) -> None:
    newsroom, chance = impatient, random.Random(4)  # noqa: S311 - to repeat it
    versions: dict[str, tuple[str, str]] = {}
    kills = uploads = 0
    while kills < KILLS:
        uploads += 1
        key = f"inbox/kills/{chance.randrange(STORIES)}.en.md"
        words = f"Upload number {uploads}"
        versions[key] = newsroom.upload(key, story(words)), words
        time.sleep(chance.uniform(0, 2))
        kills += kill_one(newsroom, chance)

    gone = next(iter(versions))
    del versions[gone]
    address = settled(newsroom, lambda: newsroom.receipt(gone), is_live)["editions"]["en"]["url"]
    newsroom.delete(gone)
    for key, (version, words) in versions.items():
        receipt = settled(
            newsroom, partial(newsroom.receipt, key), partial(is_live, version=version)
        )
        url = receipt["editions"]["en"]["url"]
        settled(newsroom, partial(newsroom.get, url), partial(says, words=words))
    settled(newsroom, partial(newsroom.get, address), lambda page: page.status == 410)
    settled(newsroom, partial(triptych, newsroom, "verify"), lambda told: told.returncode == 0)
    once_each(newsroom, [*versions, gone])


def is_live(receipt: dict[str, Any], version: str = "") -> bool:
    editions = receipt.get("editions", {}).values()
    states = [one["state"] for one in editions if one["reason"] is None]
    return states == ["live"] * 3 and receipt["version"].startswith(version)


def says(page: Page, words: str) -> bool:
    return words in page.text


def settled(newsroom: Newsroom, look: Callable[[], T], when: Callable[[T], bool]) -> T:
    """What is seen at last, dead letters being sent again meanwhile."""

    def looked() -> T:
        redrive(newsroom)
        return look()

    return eventually(looked, when, "what was killed", patience=PATIENCE_SECONDS)


def once_each(newsroom: Newsroom, keys: list[str]) -> None:
    """No upload became two facts, and no block was translated twice."""
    cloud = newsroom.cloud
    archive = DynamoArchive(Table(cloud.client("dynamodb"), cloud.table_name))
    bodies = S3Bodies(cloud.client("s3"), cloud.newsroom_bucket)
    for key in keys:
        facts = [fact.what for fact in archive.read(log_of(key)).facts]
        done = [one.version for one in facts if isinstance(one, SourceAccepted)]
        done += [
            f"{one.edition} {block}"
            for one in facts
            if isinstance(one, Translated) and one.body
            for block in fetch(bodies, one.body, MachineText).made
        ]
        assert [what for what, times in Counter(done).items() if times > 1] == [], key
