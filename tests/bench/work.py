"""The work of publishing one new story, counted at the ports, beside archives of several sizes."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Sized
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from shared.news.article import Entry
from shared.news.language import LANGUAGES
from shared.pages.names import ListName
from shared.pages.press import Press
from shared.pages.publish import install_pages, publish
from tests.bench.tables import table
from tests.builders import World, a_source, a_wish, body
from tests.fakes.pages import MemoryLists

ARCHIVES = (100, 1_000, 10_000)
A_MONTH = 50
THIS_MONTH = 25
BUSY_MONTH = 1_000
BEGAN = datetime(2000, 1, 2, tzinfo=UTC)
WORDS = "The river rises in the hills and falls to the sea, and nobody along it owns the water."

OPERATIONS = {
    "site.standing": "S3 HEAD", "site.put": "S3 PUT", "bodies.put": "S3 PUT of a body",
    "bodies.get": "S3 GET of a body",
    "archive.append": "DynamoDB write", "lists.enter": "DynamoDB write",
    "periods.mark": "DynamoDB write", "stands.stand": "DynamoDB write",
    "finished.finish": "DynamoDB write", "shows.register": "DynamoDB write",
}  # fmt: skip
"""What a call of a port is on AWS; every other one is a read of DynamoDB."""


class OrderedLists(MemoryLists):
    """The lists in memory, kept in order: a long archive is to be built in minutes."""

    def __init__(self) -> None:
        super().__init__()
        self.order: dict[ListName, list[tuple[datetime, str]]] = {}

    def enter(self, entry: Entry) -> None:
        which, place = ListName(entry.edition, entry.list), (entry.published, entry.story)
        if (which, *place) not in self.entries:
            insort(self.order.setdefault(which, []), place)
        super().enter(entry)

    def newest(
        self, which: ListName, live: int, before: tuple[datetime, str] | None = None
    ) -> tuple[Entry, ...]:
        order = self.order.get(which, [])
        end = bisect_left(order, before) if before else len(order)
        read: list[Entry] = []
        for place in reversed(order[max(0, end - 2 * live) : end]):  # none here is a tombstone
            if len(read) < live:
                read.append(self.entries[which, *place])
        return tuple(read)

    def month(self, which: ListName, period: str) -> tuple[Entry, ...]:
        order, first = self.order.get(which, []), datetime.fromisoformat(f"{period}-01T00:00Z")
        after = (first + timedelta(days=32)).replace(day=1)
        found = order[bisect_left(order, (first, "")) : bisect_left(order, (after, ""))]
        return tuple(self.entries[which, *place] for place in reversed(found))


@dataclass
class Counted:
    """A port whose calls are counted, with how much they read or put."""

    port: Any
    name: str
    counts: Counter[str]

    def __getattr__(self, method: str) -> Callable[..., Any]:
        call = getattr(self.port, method)

        def counted(*arguments: Any, **named: Any) -> Any:
            answer = call(*arguments, **named)
            operation = OPERATIONS.get(f"{self.name}.{method}", "DynamoDB read")
            self.counts[operation] += 1
            if operation == "DynamoDB read":
                facts = getattr(answer, "facts", answer)
                self.counts["items read"] += len(facts) if isinstance(facts, Sized) else 1
            if operation == "S3 PUT":
                self.counts["bytes put"] += len(arguments[0].content)
            return answer

        return counted


@dataclass
class Newspaper:
    """A newsroom in memory, with as many stories as are asked for."""

    months: Callable[[int], int]
    world: World = field(default_factory=World)
    stories: int = 0

    def __post_init__(self) -> None:
        self.world.lists = OrderedLists()
        install_pages(self.world.press())

    def grow(self, stories: int) -> None:
        """Publish stories until there are that many."""
        batch: list[str] = []
        while self.stories < stories:
            batch.append(self._accept(paragraphs=1))
            if len(batch) == 100 or self.stories == stories:
                self.world.publish(*batch)
                batch = []

    def _accept(self, *, paragraphs: int) -> str:
        month = self.months(self.stories)
        start = BEGAN.replace(year=BEGAN.year + month // 12, month=month % 12 + 1)
        self.world.now = start + timedelta(minutes=20 * (self.stories % 1_900))
        self.stories += 1
        words = tuple(f"{WORDS} {number}." for number in range(paragraphs))
        source = a_source(f"The river {self.stories}", regions=("africa",), picture=a_wish(),
                          texts={"body": body(*words)})  # fmt: skip
        story = self.world.accept(f"story{self.stories}", source)
        self.world.illustrate(story)
        for edition in ("ar", "es"):
            self.world.translate(story, edition)
        return story

    def one_more(self) -> Counter[str]:
        """Publish one more story; the work of it."""
        story, counts = self._accept(paragraphs=12), Counter[str]()
        press = self.world.press()
        ports = {
            name: Counted(getattr(press, name), name, counts)
            for name in vars(press)
            if name not in {"clock", "edge", "url", "renderer"}
        }
        publish([story], Press(**vars(press) | ports))
        return counts


FIGURES = (
    "S3 HEAD", "S3 PUT", "bytes put", "S3 GET of a body", "DynamoDB read", "items read",
    "DynamoDB write",
)  # fmt: skip


def work() -> str:
    quiet = Newspaper(months=lambda number: (number + THIS_MONTH) // A_MONTH)
    rows = []
    for archive in ARCHIVES:
        quiet.grow(archive)
        rows.append((f"{archive:,}", quiet.one_more()))
    busy = Newspaper(months=lambda _: 0)
    busy.grow(BUSY_MONTH)
    rows.append((f"{BUSY_MONTH:,}, all in this month", busy.one_more()))
    figures = table(
        ("stories before it", *FIGURES),
        [(name, *(f"{counts[figure]:,}" for figure in FIGURES)) for name, counts in rows],
    )
    return f"""## The work of one new story

A story with a picture, in {len(LANGUAGES)} editions, published at once beside an archive with \
{A_MONTH} stories a month ({THIS_MONTH} of them in this one). Counted at the ports: a HEAD is a \
page that was looked at, a PUT one that differed.

{figures}

The archive's size changes nothing but the list of its months; what grows within a month are the \
month's own pages (archive pages and sitemaps name each of its stories)."""
