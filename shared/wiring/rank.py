"""What `rank` works with; it is kept as long as the process, with what the ledger remembers."""

from functools import cache

from shared.aws.bus import EventBus
from shared.aws.clients import client
from shared.aws.hours import DynamoDeltas, DynamoRollups
from shared.aws.objects import S3Bodies
from shared.aws.rankings import DynamoPrints, DynamoRankings, DynamoStories
from shared.aws.tables import DynamoArchive, Table
from shared.clock import utc_now
from shared.settings import RankSettings, environment
from shared.trending.ledger import Ledger
from shared.trending.rank import Board, Outcome
from shared.trending.rank import rank as rank_all


@cache
def settings() -> RankSettings:
    return RankSettings.model_validate(environment())


@cache
def board() -> Board:
    now, dynamodb = settings(), client("dynamodb")
    table, counts = Table(dynamodb, now.table_name), Table(dynamodb, now.counts_table_name)
    return Board(
        ledger=Ledger(DynamoDeltas(counts), DynamoRollups(counts)),
        stories=DynamoStories(table, utc_now),
        rankings=DynamoRankings(counts),
        prints=DynamoPrints(table),
        archive=DynamoArchive(table),
        bodies=S3Bodies(client("s3"), now.newsroom_bucket),
        clock=utc_now,
    )


def rank() -> Outcome:
    """Bring every ranking up to date."""
    return rank_all(board())


@cache
def announcer() -> EventBus:
    return EventBus(client("events"), settings().bus_name)
