"""Each minute: what was counted is ranked, kept, and told."""

from datetime import datetime
from typing import Any, cast

import boto3
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.ingest.handler import lambda_handler as ingest
from functions.publish.handler import lambda_handler as publish
from functions.rank.handler import lambda_handler as rank
from shared.aws.hours import named
from shared.aws.rankings import DynamoRankings
from shared.aws.tables import Table
from shared.clock import utc_now
from shared.news.keys import log_of
from shared.news.ranking import Ranking
from shared.trending.delta import Counts, Delta, encoded
from shared.trending.hours import HOUR, hour_of
from shared.trending.sketch import Visitors
from tests.handlers.conftest import Context, Deployment, captured, queued

CONTEXT = cast("LambdaContext", Context())
KEYS = ("inbox/2026/11/river.en.md", "inbox/2026/11/tram.en.md")
STORY = "---\nheadline: A river\nsection: politics\n---\nIt flows.\n"


def hear_of_reading(story: str, hour: datetime, readers: int, name: str = "object#0") -> None:
    """What `count` keeps of a log object: a story was read in the first minutes of an hour."""
    visitors = Visitors(number.to_bytes(3) + bytes(2) for number in range(readers))
    counts = Counts([readers, *[0] * 11], readers // 2, visitors, visitors.networks())
    (part,) = encoded(Delta({(story, "en"): counts}))
    counts_table().put_item(Item={"pk": f"D#{named(hour)}#3", "sk": name, "v": part})


def hear_of_late_reading(_deployment: Deployment, hour: datetime) -> None:
    hear_of_reading(log_of(KEYS[0]), hour, 7)
    counts_table().put_item(Item={"pk": "LATE", "sk": f"{named(hour)}#3#object#0"})


def counts_table() -> Any:
    return boto3.resource("dynamodb").Table("counts")


def home() -> Ranking:
    found = DynamoRankings(Table(boto3.client("dynamodb"), "counts")).ranking(
        "en", "home", "most-read"
    )
    assert found
    return found


def publish_two(desk: Deployment) -> None:
    for key in KEYS:
        desk.upload(key, STORY)
        ingest(queued(captured("s3_object_created", key=key)), CONTEXT)
    ready = [one for one in desk.announced() if one["detail-type"] == "ArticleReady"]
    publish(queued(*ready), CONTEXT)
    desk.announced()


def a_minute_passes() -> None:
    rank(captured("schedule"), CONTEXT)


def test_what_was_read_stands_first_and_that_is_told(deployment: Deployment) -> None:
    publish_two(deployment)
    river, tram = map(log_of, KEYS)
    a_minute_passes()
    assert (home().state, {one.story for one in home().stories}) == ("latest", {river, tram})
    for story, readers in ((river, 6), (tram, 9)):
        hear_of_reading(story, hour_of(utc_now()), readers, story)
    a_minute_passes()
    assert [(one.story, one.readers) for one in home().stories] == [(tram, 9), (river, 6)]
    assert home().revision == 2
    (told,) = [e for e in deployment.announced() if e["detail-type"] == "RankingsChanged"][-1:]
    assert ["en", "home"] in told["detail"]["rankings"]


def test_what_came_late_is_counted_in_its_hour(deployment: Deployment) -> None:
    publish_two(deployment)
    hour = hour_of(utc_now()) - 3 * HOUR
    a_minute_passes()
    hear_of_late_reading(deployment, hour)
    a_minute_passes()
    assert home().stories[0].readers == 7
    assert (
        counts_table().query(
            KeyConditionExpression="pk = :pk", ExpressionAttributeValues={":pk": "LATE"}
        )["Items"]
        == []
    )


def test_before_the_newsroom_is_configured_nothing_is_ranked(deployment: Deployment) -> None:
    a_minute_passes()
    assert deployment.announced() == []
