"""Each minute: what is due is done and told, and struck out only then."""

import json
from datetime import datetime, timedelta
from typing import Any, cast

import boto3
import pytest
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.ingest.handler import lambda_handler as ingest
from functions.release.handler import lambda_handler as release
from shared.aws.diary import DynamoDiary
from shared.aws.tables import Table
from shared.clock import utc_now
from shared.errors import Unavailable
from shared.news.due import Due
from shared.news.keys import log_of
from tests.handlers.conftest import Context, Deployment, captured, queued

KEY = "inbox/2026/11/river.en.md"
RIVER = log_of(KEY)
SOON = timedelta(seconds=1.5)


def a_minute_passes() -> None:
    release(captured("schedule"), cast("LambdaContext", Context()))


def a_story(embargo: datetime) -> str:
    front = f"headline: A secret river\nsection: politics\nembargo: {embargo.isoformat()}"
    return f"---\n{front}\n---\nIt flows.\n"


def diary() -> DynamoDiary:
    return DynamoDiary(Table(boto3.client("dynamodb"), "triptych"))


def take_in(desk: Deployment, embargo: datetime) -> list[str]:
    desk.upload(KEY, a_story(embargo))
    ingest(queued(captured("s3_object_created", key=KEY)), cast("LambdaContext", Context()))
    return [event["detail-type"] for event in desk.announced()]


def sleep_until_due() -> None:
    while not diary().due(utc_now()):
        pass


def test_a_story_comes_out_at_its_minute_and_is_told(
    deployment: Deployment, capsys: pytest.CaptureFixture[str]
) -> None:
    told = take_in(deployment, utc_now() + SOON)
    assert sorted(told) == ["StoryAccepted", "StoryAccepted", "UploadAccepted"]
    a_minute_passes()
    assert deployment.announced() == []
    sleep_until_due()
    a_minute_passes()
    events = {event["detail-type"]: event["detail"] for event in deployment.announced()}
    assert events["ArticleReady"]["urgent"]
    assert "StoryAccepted" in events
    assert diary().due(utc_now()) == ()
    assert "secret" not in capsys.readouterr().out


def test_one_that_fails_leaves_the_others_their_minute_and_is_still_due(
    deployment: Deployment,
) -> None:
    take_in(deployment, utc_now() + SOON)
    broken = Due(at=utc_now(), kind="release", story="broken", revision=1)
    item: dict[str, Any] = {"pk": "log#broken", "sk": "00000001", "value": json.dumps({"no": 1})}
    boto3.resource("dynamodb").Table("triptych").put_item(Item=item)
    diary().note(broken)
    sleep_until_due()
    while len(diary().due(utc_now())) < 2:
        pass
    with pytest.raises(Unavailable):
        a_minute_passes()
    assert "ArticleReady" in {event["detail-type"] for event in deployment.announced()}
    assert diary().due(utc_now()) == (broken,)


def test_tags_are_purged_again(deployment: Deployment) -> None:
    assert deployment
    tags = ("river", "list-en-home")
    diary().note(Due(at=utc_now(), kind="purge", story="river", revision=3, tags=tags))
    a_minute_passes()
    cloudfront = boto3.client("cloudfront")
    (distribution,) = cloudfront.list_distributions()["DistributionList"]["Items"]
    (made,) = cloudfront.list_invalidations(DistributionId=distribution["Id"])["InvalidationList"][
        "Items"
    ]
    found = cloudfront.get_invalidation(DistributionId=distribution["Id"], Id=made["Id"])
    paths = found["Invalidation"]["InvalidationBatch"]["Paths"]["Items"]
    assert paths == ["#river", "#list-en-home"]
    assert diary().due(utc_now()) == ()


def test_a_story_that_is_no_news_any_more_is_published_anew(deployment: Deployment) -> None:
    diary().note(Due(at=utc_now(), kind="news", story="river", revision=3))
    a_minute_passes()
    (event,) = deployment.announced()
    assert event["detail-type"] == "StoriesTouched"
    assert event["detail"]["stories"] == ["river"]
    assert diary().due(utc_now()) == ()
