"""What counting, ranking and their pages ask of AWS, by calls really made, and the price."""

import gzip
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

import boto3
from moto import mock_aws

from infra.readers.logs import DATE, Log, objects
from shared.aws.counts import (
    DynamoKnown,
    DynamoNewDeltas,
    DynamoSalts,
    S3Logs,
)
from shared.aws.hours import DynamoDeltas, DynamoRollups
from shared.aws.objects import S3Bodies, S3Shelf
from shared.aws.rankings import DynamoPrints, DynamoRankings, DynamoStories
from shared.aws.tables import DynamoArchive, DynamoLists, DynamoPeriods, DynamoStands, Table
from shared.ids import digest
from shared.news.archive import keep, record
from shared.news.article import Entry
from shared.news.events import RankingsChanged
from shared.news.facts import ConfigAccepted
from shared.news.keys import CONFIG_KEY, NEWSROOM_LOG
from shared.pages.press import Press
from shared.pages.publish import install_pages, publish_rankings
from shared.trending.count import count
from shared.trending.ledger import Ledger
from shared.trending.rank import Board, rank
from tests.bench.counted import Objects, objects_of
from tests.bench.logs import ARTICLES, a_day
from tests.bench.partitions import PARTITIONS, VIEWS, written
from tests.bench.tables import table
from tests.bench.units import write_units
from tests.builders import World, a_newsroom, named
from tests.unit.trending.day import a_card

PRICES = {
    "S3 GET or HEAD": 0.40, "S3 PUT": 5.00, "S3 event": 1.00, "SQS request": 0.40,
    "Lambda request": 0.20, "Lambda GB-second": 13.3334, "write unit": 0.625, "read unit": 0.125,
}  # fmt: skip
"""Dollars a million in us-east-1 (Lambda on arm64), beyond any free tier, as of November 2026."""
COUNT_GB, RANK_GB, PUBLISH_GB = 1769 / 1024, 1.0, 1.0
WAITING = 0.05
"""Seconds that an object waits for S3 and DynamoDB, beside its processor time."""
SIZES = (2_000, 10_000, 50_000)
BUCKET, SITE, NEWSROOM = "access-logs", "site", "newsroom"
SECTIONS = {article.address.split("/")[2] for article in ARTICLES}
KEYS = {"pk": "HASH", "sk": "RANGE"}
SAMPLE = 60_000
"""Views: about the busiest hour of a day of a million."""


@dataclass
class Meter:
    """Notes what the calls of boto3's clients use."""

    used: Counter[str] = field(default_factory=Counter)
    _consistent: bool = False

    def on(self, client: Any) -> Any:
        client.meta.events.register("before-parameter-build", self._asked)
        client.meta.events.register("after-call", self._answered)
        return client

    def _asked(self, params: Mapping[str, Any], model: Any, **_: Any) -> None:
        self._consistent = bool(params.get("ConsistentRead"))
        if model.name in {"GetObject", "HeadObject"}:
            self.used["S3 GET or HEAD"] += 1
        if model.name == "PutObject":
            self.used["S3 PUT"] += 1
        if model.name == "PutItem":
            self.used["write unit"] += write_units(params["Item"])
        if model.name == "DeleteItem":
            self.used["write unit"] += 1
        if model.name == "BatchGetItem":
            ((_, wanted),) = params["RequestItems"].items()
            self.used["half units"] += len(wanted["Keys"]) * (
                2 if wanted.get("ConsistentRead") else 1
            )

    def _answered(self, parsed: Mapping[str, Any], model: Any, **_: Any) -> None:
        if model.name == "GetItem":
            self.used["half units"] += 2 if self._consistent else 1
        if model.name == "Query":
            blocks = -(-sum(map(write_units, parsed["Items"])) // 4) or 1
            self.used["half units"] += blocks * (2 if self._consistent else 1)

    def taken(self) -> Counter[str]:
        """What was used since the last look."""
        used, self.used = self.used, Counter[str]()
        return used


@contextmanager
def _account() -> Iterator[tuple[Any, Any]]:
    """S3 and DynamoDB with the buckets, the tables, and every story live in its lists."""
    keys = {"AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing"}
    os.environ.update(keys, AWS_DEFAULT_REGION="us-east-1")
    with mock_aws():
        s3, dynamodb = boto3.client("s3"), boto3.client("dynamodb")
        for bucket in (BUCKET, SITE, NEWSROOM):
            s3.create_bucket(Bucket=bucket)
        for name in ("triptych", "counts"):
            dynamodb.create_table(
                TableName=name,
                BillingMode="PAY_PER_REQUEST",
                AttributeDefinitions=[{"AttributeName": k, "AttributeType": "S"} for k in KEYS],
                KeySchema=[{"AttributeName": k, "KeyType": kind} for k, kind in KEYS.items()],
            )
        stories = DynamoStands(Table(dynamodb, "triptych"))
        lists = DynamoLists(Table(dynamodb, "triptych"))
        for story, edition, address in ARTICLES:
            card = a_card(story, edition=edition, section=address.split("/")[2])
            for name in ("home", f"section/{card.section}"):
                entry = Entry(story=story, edition=edition, list=name, published=card.published,
                              revision=1, as_of=1, card=card)  # fmt: skip
                lists.enter(entry)
                if name == "home":
                    stories.stand(entry)
        yield s3, dynamodb


@lru_cache(maxsize=1)
def _lines(beside: float, views: int, first: int, hours: int) -> Sequence[str]:
    day = replace(a_day(views), first=60 * first, minutes=60 * hours)
    return list(Log(beside).lines(day.reading()))


@dataclass(frozen=True)
class Bill:
    """What a million views take."""

    used: Mapping[str, float]
    objects: float = 0
    units: tuple[int, ...] = ()

    @property
    def dollars(self) -> float:
        return sum(PRICES[name] * number for name, number in self.used.items()) / 1e6

    def cells(self) -> Iterator[str]:
        for name in ("write unit", "read unit", "Lambda GB-second"):
            yield f"{self.used[name]:,.0f}"
        yield f"${self.dollars:.3f}"


def _counting(beside: float, size: int) -> Bill:
    """The objects of an hour, each delivered once and counted by the adapters that AWS runs."""
    texts = list(objects(_lines(beside, SAMPLE, 19, 1), size))
    meter, units, views = Meter(), list[int](), 0
    with _account() as (s3, dynamodb):
        for number, text in enumerate(texts):
            s3.put_object(Bucket=BUCKET, Key=f"{number}.gz", Body=gzip.compress(text.encode(), 6))
        for one in (s3, dynamodb):
            meter.on(one)
        counts = Table(dynamodb, "counts")
        logs, salts = S3Logs(s3, BUCKET), DynamoSalts(counts)
        known, deltas = DynamoKnown(Table(dynamodb, "triptych")), DynamoNewDeltas(counts)
        used, seconds = Counter[str](), 0.0
        for number in range(len(texts)):
            began = time.process_time()
            views += count(f"{number}.gz", logs=logs, salts=salts, known=known, deltas=deltas,
                           clock=lambda: DATE + timedelta(hours=20, minutes=5)).views  # fmt: skip
            seconds += time.process_time() - began + WAITING
            taken = meter.taken()
            units.append(taken["write unit"])
            used += taken
    used += Counter(
        {"S3 event": len(texts), "SQS request": 3 * len(texts), "Lambda request": len(texts)}
    )
    each = 1e6 / views
    return Bill(_scaled(used, seconds * COUNT_GB, each), len(texts) * each, tuple(units))


def _scaled(used: Counter[str], gigabyte_seconds: float, factor: float) -> dict[str, float]:
    halves = used.pop("half units", 0)
    exact = {**used, "read unit": halves / 2, "Lambda GB-second": gigabyte_seconds}
    return {name: number * factor for name, number in exact.items()}


def _ranking(views: int) -> tuple[Bill, Bill, int]:
    """An hour of ticks while a day of so many views is read, and the pages that follow from them.

    Also how often lists changed.
    """
    made = objects_of(_lines(70 / 30, views // 8, 17, 3), 2_000) if views else Objects()
    meter, changed, due = Meter(), 0, sorted(_due(made))
    ranking, pages = Counter[str]({"Lambda request": 60}), Counter[str]()
    with _account() as (s3, dynamodb):
        counts, table = Table(dynamodb, "counts"), Table(dynamodb, "triptych")
        press = _press(s3, table, counts, lambda: clock[0])
        board = Board(
            ledger=Ledger(DynamoDeltas(counts), DynamoRollups(counts)),
            stories=DynamoStories(table, press.clock),
            rankings=DynamoRankings(counts), prints=DynamoPrints(table),
            archive=press.archive, bodies=press.bodies, clock=press.clock,
        )  # fmt: skip
        clock = [DATE + timedelta(hours=19)]
        install_pages(press)
        new, for_ranks, for_pages = DynamoNewDeltas(counts), 0.0, 0.0
        for one in (s3, dynamodb):
            meter.on(one)
        for minute in range(60):
            clock[0] = DATE + timedelta(hours=19, minutes=minute)
            while due and due[0][0] <= clock[0]:
                _, name, hour, parts = due.pop(0)
                new.put(name, hour, parts)
            meter.taken()
            began = time.process_time()
            events = rank(board).events
            for_ranks += time.process_time() - began + WAITING
            ranking += meter.taken()
            for told in (one for one in events if isinstance(one, RankingsChanged)):
                changed += len(told.rankings)
                began = time.process_time()
                publish_rankings(told.rankings, press)
                for_pages += time.process_time() - began + WAITING
                pages += meter.taken()
                pages += Counter({"SQS request": 3, "Lambda request": 1, "S3 event": 1})
    return (
        Bill(_scaled(ranking, for_ranks * RANK_GB, 24)),
        Bill(_scaled(pages, for_pages * PUBLISH_GB, 24)),
        changed,
    )


def _press(s3: Any, table: Table, counts: Table, clock: Callable[[], datetime]) -> Press:
    """The adapters of `publish`, for a newsroom with the sections of the stories."""
    newsroom = a_newsroom(sections={one: named(one.title()) for one in sorted(SECTIONS)})
    archive, bodies = DynamoArchive(table), S3Bodies(s3, NEWSROOM)
    accepted = ConfigAccepted(
        key=CONFIG_KEY, version="v1", body=keep(bodies, newsroom), changed=("everything",)
    )
    record(archive, NEWSROOM_LOG, lambda _: accepted, clock=lambda: DATE)
    return replace(
        World().press(), archive=archive, bodies=bodies, site=S3Shelf(s3, SITE),
        lists=DynamoLists(table), periods=DynamoPeriods(table), stands=DynamoStands(table),
        rankings=DynamoRankings(counts), prints=DynamoPrints(table), clock=clock,
    )  # fmt: skip


def _due(made: Objects) -> Iterator[tuple[datetime, str, datetime, Sequence[bytes]]]:
    """Each delta with the minute of its delivery, five after its object's last line."""
    known = {digest(key.encode())[:16]: key for key in made.zipped}
    for (name, hour), parts in made.kept.items():
        hashed = name.partition("#")[2]
        lines = gzip.decompress(made.zipped[known[hashed]]).decode().splitlines()
        last = lines[-1].split("\t")
        at = datetime.fromisoformat(f"{last[0]}T{last[1][:5]}+00:00") + timedelta(minutes=5)
        yield at, f"{at:%Y%m%dT%H%M}#{hashed}", hour, parts


def cost() -> str:
    rows, loads = [], []
    for beside, lines in ((70 / 30, "3.3"), (19, "20")):
        for size in SIZES:
            bill = _counting(beside, size)
            name = f"{lines} lines a view, {size:,} an object"
            rows.append((name, f"{bill.objects:,.0f}", *bill.cells()))
            if lines == "20":
                load = written(bill.units, bill.objects * VIEWS / 1e6)
                loads.append((f"{size:,} lines an object", f"{load.mean:,.0f}", f"{load.most:,}"))
    idle, _, _ = _ranking(0)
    busy, pages, changed = _ranking(1_000_000)
    more = busy.dollars - idle.dollars
    read = (busy.used["read unit"] - idle.used["read unit"]) * VIEWS / 1e6 / 1440 / PARTITIONS
    ranked = [
        ("ranking, nothing is read", "", *idle.cells()),
        ("ranking, a million views come", "", *busy.cells()),
        ("the pages, then", f"{pages.used['S3 PUT']:,.0f}", *pages.cells()),
    ]
    return f"""## What it costs

Prices of us-east-1 as of November 2026, dollars a million, without any free tier: \
{", ".join(f"{name} {price}" for name, price in PRICES.items())}. An event of S3 is taken to cost \
what an opt-in event on the bus does, and a message three requests to SQS.

**Counting**, for a million views of articles by people: the objects of an evening hour through \
the adapters, every call noted, processor time as here plus {1000 * WAITING:.0f} ms of waiting an \
object, at {COUNT_GB:.2f} GB. How large CloudFront's objects are follows from the traffic; "3.3 \
lines a view" is a reader who has the assets already, "20" one who has none.

{table(("a million views", "objects", "write units", "read units", "GB-seconds", "dollars"), rows)}

**Ranking and its pages**, for a day of ticks once a minute: an hour of them, played on the same \
tables with deltas that come five minutes late, each change published at once, times 24. \
{len(SECTIONS)} sections in three editions; in that hour rankings changed {changed:,} times.

{table(("a day", "PUTs", "write units", "read units", "GB-seconds", "dollars"), ranked)}

So beyond CloudFront's own price a million views more cost a row of counting and ${more:.3f} of \
ranking at most (goal: $0.050), and the day itself ${idle.dollars:.3f}. Pages that are fresh each \
minute follow how often lists change, at most once a minute: ${pages.dollars:.3f} a day where they \
keep moving as in that hour. With them, a newsroom that has no more than that million a day pays \
${busy.dollars + pages.dollars:.2f} and a row of counting for it: over the goal. Other numbers of \
views and a longer `RankingMinutes` were not measured.

**Partitions** at a billion views a day, 20 lines a view: write units a second of the busiest of \
the {PARTITIONS} keys of the busiest hour; a key can take 1,000. Each tick reads some {read:,.0f} \
units more of each key; a key can give 3,000 a second.

{table(("a billion views a day", "on average", "in its busiest second"), loads)}"""
