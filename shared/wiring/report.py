"""What `report` works with."""

from functools import cache

from shared.aws.causes import DynamoCauses
from shared.aws.clients import client
from shared.aws.desk import DynamoRows
from shared.aws.objects import S3Bodies, S3Shelf
from shared.aws.rankings import DynamoRankings
from shared.aws.tables import DynamoArchive, DynamoStands, Table
from shared.clock import utc_now
from shared.desk.report import Desk
from shared.settings import ReportSettings, environment


@cache
def settings() -> ReportSettings:
    return ReportSettings.model_validate(environment())


@cache
def desk() -> Desk:
    now, table = settings(), Table(client("dynamodb"), settings().table_name)
    return Desk(
        archive=DynamoArchive(table),
        bodies=S3Bodies(client("s3"), now.newsroom_bucket),
        stands=DynamoStands(table).standing,
        rows=DynamoRows(table),
        shelf=S3Shelf(client("s3"), now.newsroom_bucket),
        site_url=now.site_url,
    )


@cache
def radars() -> DynamoRankings:
    return DynamoRankings(Table(client("dynamodb"), settings().counts_table_name))


@cache
def causes() -> DynamoCauses:
    return DynamoCauses(Table(client("dynamodb"), settings().table_name), utc_now)
