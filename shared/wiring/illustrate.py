"""What `illustrate` works with."""

from functools import cache

from shared.aws.bus import EventBus
from shared.aws.causes import DynamoCauses
from shared.aws.clients import client
from shared.aws.objects import S3Bodies, S3Inbox
from shared.aws.tables import DynamoArchive, DynamoWishes, Table
from shared.clock import utc_now
from shared.intake.illustrate import Outcome
from shared.intake.illustrate import illustrate as bring_up_to_date
from shared.settings import IllustrateSettings, environment


@cache
def settings() -> IllustrateSettings:
    return IllustrateSettings.model_validate(environment())


def illustrate(key: str) -> Outcome:
    """Bring a picture and the stories that want it up to its newest version."""
    now, table = settings(), Table(client("dynamodb"), settings().table_name)
    return bring_up_to_date(
        key,
        archive=DynamoArchive(table),
        bodies=S3Bodies(client("s3"), now.newsroom_bucket),
        inbox=S3Inbox(client("s3"), now.newsroom_bucket),
        wishes=DynamoWishes(table),
        clock=utc_now,
    )


@cache
def announcer() -> EventBus:
    return EventBus(client("events"), settings().bus_name)


@cache
def causes() -> DynamoCauses:
    return DynamoCauses(Table(client("dynamodb"), settings().table_name), utc_now)
