"""What `sweep` works with."""

from datetime import timedelta
from functools import cache

from shared.aws.arrivals import S3Arrivals
from shared.aws.bus import EventBus
from shared.aws.causes import DynamoCauses
from shared.aws.clients import client
from shared.aws.dead_letters import DeadQueues
from shared.aws.desk import DynamoRows
from shared.aws.diary import DynamoDiary
from shared.aws.objects import S3Bodies, S3Shelf
from shared.aws.tables import DynamoArchive, DynamoFinished, DynamoStands, Table
from shared.clock import utc_now
from shared.desk import dead_letters as desk_dead_letters
from shared.desk.report import Desk
from shared.desk.sweep import Outcome, Watch
from shared.desk.sweep import sweep as look_and_mend
from shared.settings import SweepSettings, environment


@cache
def settings() -> SweepSettings:
    return SweepSettings.model_validate(environment())


@cache
def table() -> Table:
    return Table(client("dynamodb"), settings().table_name)


@cache
def watch() -> Watch:
    now = settings()
    desk = Desk(
        archive=DynamoArchive(table()),
        bodies=S3Bodies(client("s3"), now.newsroom_bucket),
        stands=DynamoStands(table()).standing,
        rows=DynamoRows(table()),
        shelf=S3Shelf(client("s3"), now.newsroom_bucket),
        site_url=now.site_url,
    )
    return Watch(
        desk=desk,
        arrivals=S3Arrivals(client("s3"), now.newsroom_bucket),
        finished=DynamoFinished(table()),
        told=DynamoRows(table()),
        site=S3Shelf(client("s3"), now.site_bucket),
        diary=DynamoDiary(table()),
        clock=utc_now,
    )


def sweep(*, everything: bool, patience: timedelta, time: timedelta) -> Outcome:
    """Look at inbox, logs and site."""
    return look_and_mend(watch(), everything=everything, patience=patience, time=time)


def dead_letters() -> desk_dead_letters.Outcome:
    """Bring the desk's list of dead letters up to date."""
    queues = DeadQueues(client("sqs"), tuple(settings().dead_letter_urls.split(",")))
    return desk_dead_letters.look_for_dead_letters(
        queues, DynamoCauses(table(), utc_now), DynamoRows(table())
    )


@cache
def announcer() -> EventBus:
    return EventBus(client("events"), settings().bus_name)
