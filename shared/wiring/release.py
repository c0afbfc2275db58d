"""What `release` works with."""

from functools import cache

from shared.aws.bus import EventBus
from shared.aws.cdn import Distribution
from shared.aws.clients import client
from shared.aws.diary import DynamoDiary
from shared.aws.objects import S3Bodies
from shared.aws.tables import DynamoArchive, Table
from shared.clock import utc_now
from shared.intake.release import Outcome
from shared.intake.release import release as bring_out
from shared.news.due import Due
from shared.settings import ReleaseSettings, environment


@cache
def settings() -> ReleaseSettings:
    return ReleaseSettings.model_validate(environment())


@cache
def diary() -> DynamoDiary:
    return DynamoDiary(Table(client("dynamodb"), settings().table_name))


def due() -> tuple[Due, ...]:
    """What is due now."""
    return diary().due(utc_now())


def release(story: str) -> Outcome:
    """Bring out a story whose minute has come."""
    return bring_out(
        story,
        archive=DynamoArchive(diary().table),
        bodies=S3Bodies(client("s3"), settings().newsroom_bucket),
        clock=utc_now,
    )


@cache
def edge() -> Distribution:
    return Distribution(client("cloudfront"), settings().distribution_id, utc_now)


@cache
def announcer() -> EventBus:
    return EventBus(client("events"), settings().bus_name)
