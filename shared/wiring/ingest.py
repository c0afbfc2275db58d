"""What `ingest` works with."""

from functools import cache

from shared.aws.bus import EventBus
from shared.aws.causes import DynamoCauses
from shared.aws.clients import client
from shared.aws.diary import DynamoDiary
from shared.aws.objects import S3Bodies, S3Inbox
from shared.aws.rejections import DynamoRejections
from shared.aws.tables import DynamoArchive, DynamoWishes, Table
from shared.clock import utc_now
from shared.intake.accept import Intake
from shared.settings import IngestSettings, environment
from shared.translation.tmx import memory_faults


@cache
def settings() -> IngestSettings:
    return IngestSettings.model_validate(environment())


@cache
def intake() -> Intake:
    now, table = settings(), Table(client("dynamodb"), settings().table_name)
    return Intake(
        archive=DynamoArchive(table),
        bodies=S3Bodies(client("s3"), now.newsroom_bucket),
        inbox=S3Inbox(client("s3"), now.newsroom_bucket),
        wishes=DynamoWishes(table),
        diary=DynamoDiary(table),
        rejections=DynamoRejections(table),
        memory_faults=memory_faults,
        clock=utc_now,
        media_hosts=tuple(now.media_hosts.split()),
    )


@cache
def announcer() -> EventBus:
    return EventBus(client("events"), settings().bus_name)


@cache
def causes() -> DynamoCauses:
    return DynamoCauses(Table(client("dynamodb"), settings().table_name), utc_now)
