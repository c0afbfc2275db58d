"""What `count` works with; it is kept as long as the process, with the salts and stories it met."""

from functools import cache

from shared.aws.causes import DynamoCauses
from shared.aws.clients import client
from shared.aws.counts import DynamoKnown, DynamoNewDeltas, DynamoSalts, S3Logs
from shared.aws.tables import Table
from shared.clock import utc_now
from shared.settings import CountSettings, environment
from shared.trending.count import Outcome
from shared.trending.count import count as count_object


@cache
def settings() -> CountSettings:
    return CountSettings.model_validate(environment())


@cache
def salts() -> DynamoSalts:
    return DynamoSalts(_counts())


@cache
def known() -> DynamoKnown:
    return DynamoKnown(_stories())


def count(key: str) -> Outcome:
    """Count an object of the log bucket."""
    return count_object(
        key,
        logs=S3Logs(client("s3"), settings().log_bucket),
        salts=salts(),
        known=known(),
        deltas=DynamoNewDeltas(_counts()),
        clock=utc_now,
    )


@cache
def causes() -> DynamoCauses:
    return DynamoCauses(_stories(), utc_now)


def _stories() -> Table:
    return Table(client("dynamodb"), settings().table_name)


def _counts() -> Table:
    return Table(client("dynamodb"), settings().counts_table_name)
