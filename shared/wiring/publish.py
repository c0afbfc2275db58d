"""What `publish` and `install` work with."""

from functools import cache

from shared.aws.bus import EventBus
from shared.aws.catalogue import DynamoCatalogue
from shared.aws.causes import DynamoCauses
from shared.aws.cdn import Distribution
from shared.aws.clients import client
from shared.aws.diary import DynamoDiary
from shared.aws.objects import S3Bodies, S3Shelf
from shared.aws.rankings import DynamoPrints, DynamoRankings
from shared.aws.tables import (
    DynamoArchive,
    DynamoFinished,
    DynamoLists,
    DynamoPeriods,
    DynamoShows,
    DynamoStands,
    Table,
)
from shared.clock import utc_now
from shared.pages.assets import renderer_hash
from shared.pages.press import Press
from shared.settings import PublishSettings, environment


@cache
def settings() -> PublishSettings:
    return PublishSettings.model_validate(environment())


@cache
def site() -> S3Shelf:
    return S3Shelf(client("s3"), settings().site_bucket)


@cache
def catalogue() -> DynamoCatalogue:
    return DynamoCatalogue(Table(client("dynamodb"), settings().table_name))


@cache
def press() -> Press:
    now, table = settings(), Table(client("dynamodb"), settings().table_name)
    return Press(
        archive=DynamoArchive(table),
        bodies=S3Bodies(client("s3"), now.newsroom_bucket),
        site=site(),
        lists=DynamoLists(table),
        periods=DynamoPeriods(table),
        stands=DynamoStands(table),
        finished=DynamoFinished(table),
        shows=DynamoShows(table),
        rankings=DynamoRankings(Table(client("dynamodb"), now.counts_table_name)),
        prints=DynamoPrints(table),
        diary=DynamoDiary(table),
        edge=Distribution(client("cloudfront"), now.distribution_id, utc_now),
        clock=utc_now,
        url=now.site_url,
        renderer=renderer_hash(now.site_url),
    )


@cache
def announcer() -> EventBus:
    return EventBus(client("events"), settings().bus_name)


@cache
def causes() -> DynamoCauses:
    return DynamoCauses(Table(client("dynamodb"), settings().table_name), utc_now)
