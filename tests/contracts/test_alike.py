"""Fake and adapter are alike: whatever calls are made, in whatever order, both answer the same.

What tests prove with the fakes then holds for the adapters. In process only: an account would have
to be emptied for each of many runs.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from shared.aws.breakers import DynamoBreakers
from shared.aws.desk import DynamoRows
from shared.aws.diary import DynamoDiary
from shared.aws.leases import DynamoLeases
from shared.aws.memory import DynamoMemory
from shared.aws.objects import S3Bodies, S3Shelf
from shared.aws.tables import (
    DynamoArchive,
    DynamoFinished,
    DynamoLists,
    DynamoPeriods,
    DynamoShows,
    DynamoStands,
    DynamoWishes,
    Table,
)
from shared.aws.till import DynamoTill
from shared.desk.ports import Row
from shared.errors import NewsroomError
from shared.ids import digest
from shared.news.archive import Archive
from shared.news.article import Card, Entry
from shared.news.due import Due
from shared.news.facts import Chosen
from shared.news.log import Log
from shared.news.shelf import Item, Shelf, Standing
from shared.pages.names import ListName
from shared.translation.breaker import Breaker
from shared.translation.memory import paid_key
from shared.translation.ports import Pair
from tests.builders import MORNING
from tests.contracts.account import CHOSEN, Account
from tests.contracts.test_rows import a_row
from tests.fakes.archive import MemoryArchive, MemoryBodies
from tests.fakes.desk import MemoryRows
from tests.fakes.diary import MemoryDiary
from tests.fakes.engines import PaidMemory
from tests.fakes.guards import MemoryBreakers, MemoryLeases, MemoryTill
from tests.fakes.intake import MemoryWishes
from tests.fakes.pages import MemoryFinished, MemoryLists, MemoryPeriods, MemoryShows, MemoryStands
from tests.fakes.shelf import MemoryShelf

RUNS = count()
STORIES = st.sampled_from(["alba", "alb", "نهر", "B"])
EDITIONS = st.sampled_from(["en", "ar", "es"])
LISTS = st.sampled_from([ListName("en", "home"), ListName("ar", "section/politics")])
FEW = st.sampled_from(["alba", "نهر"])
MOMENTS = st.sampled_from([MORNING + timedelta(days=days) for days in (-24, 0, 0.000001)])
PERIODS = st.sampled_from(["2026-10", "2026-11", "2026-12"])
NUMBERS = st.integers(1, 3)
TEXTS = st.sampled_from([b"one", b"two", b""])
KEYS = st.sampled_from(["en/index.html", "ar/نهر", "en/"])


@dataclass
class Looking:
    """A shelf, and everything that was ever seen on it."""

    shelf: Shelf
    seen: list[Standing | None] = field(default_factory=lambda: [None])

    def look(self, key: str) -> Standing | None:
        stands = self.shelf.standing(key)
        self.seen.append(stands)
        return stands and stands.model_copy(update={"etag": ""})

    def put(self, item: Item, nth: int) -> None:
        self.shelf.put(item, self.seen[-nth % len(self.seen)])


@dataclass
class Reading:
    """An archive, and every log as it was ever read."""

    archive: Archive
    seen: list[Log] = field(default_factory=lambda: [Log("alba")])

    def read(self, log: str) -> Log:
        self.seen.append(self.archive.read(log))
        return self.seen[-1]

    def append(self, nth: int, story: str) -> None:
        log = self.seen[-nth % len(self.seen)]
        self.archive.append(log.id, log.next(Chosen(stories=(story,)), MORNING))


def an_entry(which: ListName, story: str, at: datetime, revision: int, gone: bool) -> Entry:
    card = Card(
        story=story, edition=which.edition, address="/en/politics/x", published=at,
        kind="news", section="politics", headline=f"{story} {revision}",
    )  # fmt: skip
    return Entry(
        story=story, edition=which.edition, list=which.name, published=at, revision=revision,
        as_of=revision, card=None if gone else card,
    )  # fmt: skip


def a_row_of(log: str, revision: int, stands: int, opened: bool) -> Row:
    """Whether a log is a story, and its place, never change."""
    hours = {"alba": 1.0, "alb": 1.0, "B": 0.0}.get(log, 2.0)
    return a_row(log, hours, story=log != "B", open=opened, revision=revision, stands=stands)


Call = tuple[str, tuple[Any, ...]]


def calls(**methods: tuple[st.SearchStrategy[Any], ...]) -> st.SearchStrategy[list[Call]]:
    """Some calls, one after the other, of these methods with such arguments."""
    each = [st.tuples(st.just(name), st.tuples(*given)) for name, given in methods.items()]
    return st.lists(st.one_of(each), min_size=20, max_size=40)


NTH = st.integers(1, 6)
ITEMS = st.builds(Item, key=KEYS, content=TEXTS, renderer=NUMBERS, status=st.just(410))
ENTRIES = st.builds(an_entry, LISTS, FEW, MOMENTS, NUMBERS, st.booleans())
STANDING = st.builds(an_entry, LISTS, FEW, st.just(MORNING), NUMBERS, st.booleans())
DUES = st.builds(Due, at=MOMENTS, kind=st.sampled_from(["release", "purge"]), story=STORIES,
                 revision=NUMBERS)  # fmt: skip
PAID = st.builds(lambda text: paid_key(text, Pair("en", "es"), "google"), STORIES)
PAIRS = st.sampled_from([Pair("en", "es"), Pair("en", "ar")])
PERIODS = st.sampled_from(["2026-11", "2026-11-24", "2026-11-24T08:00"])
SOME = st.lists(STORIES, unique=True)

Make = Callable[[Table, tuple[Any, str]], Any]
PORTS: dict[str, tuple[Callable[[], Any], Make, st.SearchStrategy[list[Call]]]] = {
    "archive": (
        lambda: Reading(MemoryArchive()),
        lambda table, _: Reading(DynamoArchive(table)),
        calls(read=(STORIES,), append=(NTH, STORIES)),
    ),
    "bodies": (
        MemoryBodies,
        lambda _, bucket: S3Bodies(*bucket),
        calls(put=(TEXTS,), get=(TEXTS.map(digest),)),
    ),
    "shelf": (
        lambda: Looking(MemoryShelf()),
        lambda _, bucket: Looking(S3Shelf(*bucket)),
        calls(look=(KEYS,), put=(ITEMS, NTH)),
    ),
    "lists": (
        MemoryLists,
        lambda table, _: DynamoLists(table),
        calls(
            enter=(ENTRIES,), month=(LISTS, PERIODS),
            newest=(LISTS, NUMBERS, st.none() | st.tuples(MOMENTS, FEW)),
        ),
    ),
    "periods": (
        MemoryPeriods,
        lambda table, _: DynamoPeriods(table),
        calls(mark=(LISTS, PERIODS), marked=(LISTS,)),
    ),
    "stands": (
        MemoryStands,
        lambda table, _: DynamoStands(table),
        calls(stand=(STANDING,), standing=(STORIES,), cards=(SOME, EDITIONS)),
    ),
    "finished": (
        MemoryFinished,
        lambda table, _: DynamoFinished(table),
        calls(finish=(STORIES, NUMBERS), renew=(STORIES, NUMBERS), finished=(STORIES,),
              renewed=(STORIES,)),
    ),
    "shows": (
        MemoryShows,
        lambda table, _: DynamoShows(table),
        calls(register=(STORIES, STORIES, EDITIONS), pages=(STORIES,)),
    ),
    "wishes": (
        MemoryWishes,
        lambda table, _: DynamoWishes(table),
        calls(wish=(KEYS, STORIES), wishing=(KEYS,)),
    ),
    "rows": (
        MemoryRows,
        lambda table, _: DynamoRows(table),
        calls(put=(st.builds(a_row_of, STORIES, NUMBERS, NUMBERS, st.booleans()),),
              newest=(NUMBERS,), open=()),
    ),
    "diary": (
        MemoryDiary,
        lambda table, _: DynamoDiary(table),
        calls(note=(DUES,), strike=(DUES,), due=(MOMENTS,)),
    ),
    "memory": (
        PaidMemory,
        lambda table, _: DynamoMemory(table, lambda: MORNING),
        calls(remember=(PAID, STORIES), recall=(st.lists(PAID, unique=True),)),
    ),
    "leases": (
        lambda: MemoryLeases(lambda: MORNING),
        lambda table, _: DynamoLeases(table, lambda: MORNING),
        calls(take=(st.lists(PAID, unique=True),), give_back=(st.lists(PAID, unique=True),)),
    ),
    "till": (
        MemoryTill,
        lambda table, _: DynamoTill(table, lambda: MORNING),
        calls(
            add=(FEW, PERIODS, st.integers(-3, 9), st.none() | st.integers(0, 12)),
            counted=(FEW, PERIODS),
        ),
    ),
    "breakers": (
        MemoryBreakers,
        lambda table, _: DynamoBreakers(table, lambda: MORNING),
        calls(put=(FEW, PAIRS, st.builds(Breaker, revision=NUMBERS)), find=(FEW, PAIRS)),
    ),
}  # fmt: skip


def _answer(port: Any, method: str, arguments: tuple[Any, ...]) -> Any:
    """What a port says, or the kind of failure that the newsroom has a word for."""
    try:
        return getattr(port, method)(*arguments)
    except NewsroomError as failure:
        return type(failure)


@pytest.mark.skipif(bool(CHOSEN), reason="an account would have to be emptied for each run")
@pytest.mark.parametrize("port", PORTS)
@settings(
    max_examples=15, derandomize=True, phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(data=st.data())
def test_fake_and_adapter_answer_every_call_alike(
    aws: Account, port: str, data: st.DataObject
) -> None:
    make_fake, make_adapter, some_calls = PORTS[port]
    client, run = aws.client, next(RUNS)
    table = Table(client("dynamodb"), aws.table(f"table-{run}"))
    fake, adapter = make_fake(), make_adapter(table, (client("s3"), aws.bucket(f"bucket-{run}")))
    for method, arguments in data.draw(some_calls):
        assert _answer(fake, method, arguments) == _answer(adapter, method, arguments), method
