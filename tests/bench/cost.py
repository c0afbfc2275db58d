"""What counting, ranking and their pages ask of AWS, by calls really made, and the price."""

import gzip
import math
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
from shared.news.language import LANGUAGES
from shared.news.most_read import MostRead
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
from tests.house.template import function_property, resources
from tests.unit.trending.day import a_card

PRICES = {
    "S3 GET or HEAD": 0.40, "S3 PUT": 5.00, "event on the bus": 1.00, "SQS request": 0.40,
    "Lambda request": 0.20, "Lambda GB-second": 13.3334, "write unit": 0.625, "read unit": 0.125,
}  # fmt: skip
"""Dollars a million in us-east-1 (Lambda on arm64), beyond any free tier, as of November 2026."""
WHOLE_MB = 1769
"""Memory that comes with a whole processor; with less, work takes longer in proportion."""
WAITING = 0.05
"""Seconds that an object waits for S3 and DynamoDB, beside its processor time."""
POLLERS, POLL = 5, 20
"""Lambda asks a queue that often at least, and for so many seconds; each poller fills a batch."""
SIZES = (2_000, 10_000, 50_000)
BUCKET, SITE, NEWSROOM = "access-logs", "site", "newsroom"
SECTIONS = {article.address.split("/")[2] for article in ARTICLES}
KEYS = {"pk": "HASH", "sk": "RANGE"}
SAMPLE = 60_000
"""Views: about the busiest hour of a day of a million."""


@dataclass
class Meter:
    """Notes what the calls of boto3's clients use, and our processor time without that of moto."""

    used: Counter[str] = field(default_factory=Counter)
    _theirs: float = 0.0
    _consistent: bool = False

    def seconds(self) -> float:
        return time.process_time() - self._theirs

    def on(self, client: Any) -> Any:
        client.meta.events.register_first("before-send", self._sent)
        client.meta.events.register_first("response-received", self._received)
        client.meta.events.register("before-parameter-build", self._asked)
        client.meta.events.register("after-call", self._answered)
        return client

    def _sent(self, **_: Any) -> None:
        self._theirs -= time.process_time()

    def _received(self, **_: Any) -> None:
        self._theirs += time.process_time()

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
        used, processor = Counter[str](), 0.0
        for number in range(len(texts)):
            began = meter.seconds()
            views += count(f"{number}.gz", logs=logs, salts=salts, known=known, deltas=deltas,
                           clock=lambda: DATE + timedelta(hours=20, minutes=5)).views  # fmt: skip
            processor += meter.seconds() - began
            taken = meter.taken()
            units.append(taken["write unit"])
            used += taken
    used["SQS request"], used["Lambda request"] = _requests(len(texts))
    each = 1e6 / views
    seconds = _gigabyte_seconds("CountFunction", processor, len(texts))
    return Bill(_scaled(used, seconds, each), len(texts) * each, tuple(units))


def _requests(objects: int) -> tuple[int, int]:
    """Of SQS and of Lambda, where so many objects come within an hour, at random.

    Each is sent by itself, and received too: what ends a long poll early adds to the polls of an
    empty queue what the first term says. A batch waits from its first object on.
    """
    mapping = resources("AWS::Serverless::Function")["CountFunction"]["Events"]["Count"]
    seconds, _ = mapping["Properties"]["MaximumBatchingWindowInSeconds"]["Fn::If"][1:]
    a_second = objects / 3600 / POLLERS
    a_poll = a_second * POLL
    received = objects * (1 / (1 - math.exp(-a_poll)) - 1 / a_poll)
    batches = objects / min(mapping["Properties"]["BatchSize"], 1 + seconds * a_second)
    return round(objects + received + batches), round(batches)


def _memory(function: str) -> int:
    """What the template gives it."""
    megabytes: int = function_property(
        resources("AWS::Serverless::Function")[function], "MemorySize"
    )
    return megabytes


def _gigabyte_seconds(function: str, processor: float, waits: int) -> float:
    megabytes = _memory(function)
    slower = max(1, WHOLE_MB / megabytes)
    return (processor * slower + waits * WAITING) * megabytes / 1024


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
            began = meter.seconds()
            events = rank(board).events
            for_ranks += meter.seconds() - began
            ranking += meter.taken()
            for told in (one for one in events if isinstance(one, RankingsChanged)):
                changed += len(told.rankings)
                began = meter.seconds()
                publish_rankings(told.rankings, press)
                for_pages += meter.seconds() - began
                pages += meter.taken()
                pages += Counter({"SQS request": 3, "Lambda request": 1, "event on the bus": 1})
    runs = pages["Lambda request"]
    return (
        Bill(_scaled(ranking, _gigabyte_seconds("RankFunction", for_ranks, 60), 24)),
        Bill(_scaled(pages, _gigabyte_seconds("PublishFunction", for_pages, runs), 24)),
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


def _most_changes() -> int:
    """Of lists in a day: two of each edition in each tick, those of sections by their minutes."""
    return int(1440 * len(LANGUAGES) * (2 + len(SECTIONS) / MostRead().section_minutes))


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
    few, few_pages, few_changed = _ranking(100_000)
    busy, pages, changed = _ranking(1_000_000)
    more = busy.dollars - idle.dollars
    read = (busy.used["read unit"] - idle.used["read unit"]) * VIEWS / 1e6 / 1440 / PARTITIONS
    ranked = [
        ("ranking, nothing is read", "", "", *idle.cells()),
        *(
            (f"{what}, {views} views come", changes, puts, *bill.cells())
            for views, changes, ranks, shown in (
                ("100,000", f"{24 * few_changed:,}", few, few_pages),
                ("1,000,000", f"{24 * changed:,}", busy, pages),
            )
            for what, puts, bill in (
                ("ranking", "", ranks),
                ("its pages", f"{shown.used['S3 PUT']:,.0f}", shown),
            )
        ),
    ]
    return f"""## What it costs

Prices of us-east-1 as of November 2026, dollars a million, without any free tier: \
{", ".join(f"{name} {price}" for name, price in PRICES.items())}. That \
Lambda's {POLLERS} pollers ask an empty queue every {POLL} seconds is the day's: \
${POLLERS * 86400 / POLL * PRICES["SQS request"] / 1e6:.3f} for each queue. A message of `publish` \
is taken for three requests more.

**Counting**, for a million views of articles by people: the objects of an evening hour through \
the adapters, every call noted, processor time as here on a whole processor ({WHOLE_MB} MB), of \
which a function has what its memory buys, plus {1000 * WAITING:.0f} ms of waiting an object, at \
{_memory("CountFunction")} MB. Objects come at random, each as a message of its own; a message \
that ends a poll early adds a part of a request, and a batch waits a minute from its first object \
on, is one run and one deletion. How large CloudFront's objects are follows from the traffic; "3.3 \
lines a view" is a reader who has the assets already, "20" one who has none.

{table(("a million views", "objects", "write units", "read units", "GB-seconds", "dollars"), rows)}

**Ranking and its pages**, for a day of ticks once a minute: an hour of them, played on the same \
tables with deltas that come five minutes late, each change published at once, times 24. \
{len(SECTIONS)} sections in three editions; the lists of editions may change in each tick, those \
of sections every five minutes.

{table(("a day", "changes", "PUTs", "write units", "read units", "GB-seconds", "dollars"), ranked)}

So beyond CloudFront's own price a million views more cost a row of counting and ${more:.3f} of \
ranking at most (goal: $0.050 in all). What the day itself costs is ${idle.dollars:.3f} of \
ranking, and pages by how often lists change, which is at most {_most_changes():,} times a day \
however much is read: ${few_pages.dollars:.3f} at 100,000 views and ${pages.dollars:.3f} at a \
million. Other numbers of views were not measured.

**Partitions** at a billion views a day, 20 lines a view: write units a second of the busiest of \
the {PARTITIONS} keys of the busiest hour; a key can take 1,000. Each tick reads some {read:,.0f} \
units more of each key; a key can give 3,000 a second.

{table(("a billion views a day", "on average", "in its busiest second"), loads)}"""
