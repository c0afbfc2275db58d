"""An inbox, and the use case at work on it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from shared.intake import release as releasing
from shared.intake.accept import Intake, Outcome, ingest
from shared.news.archive import fetch
from shared.news.facts import Rejected
from shared.news.faults import Fault, Verdict
from shared.news.keys import CONFIG_KEY, log_of
from shared.news.log import Log
from shared.news.view import StoryView, view
from tests.builders import MORNING
from tests.fakes.archive import MemoryArchive, MemoryBodies
from tests.fakes.diary import MemoryDiary
from tests.fakes.intake import MemoryInbox, MemoryRejections, MemoryWishes
from tests.fakes.moments import Moments

KEY = "inbox/2026/11/river.en.md"
ARABIC = "inbox/2026/11/river.ar.md"
RIVER = log_of(KEY)
CONFIG = """
outlet: {name: {en: G, ar: ج, es: G}, slogan: {en: S, ar: ش, es: S}}
editions: {en: {}, ar: {}, es: {}}
sections:
  politics: {en: Politics, ar: سياسة, es: Política}
"""


def a_file(headline: str = "A river", body: str = "It flows.", **fields: str) -> str:
    front = {"headline": headline, "section": "politics", **fields}
    lines = [f"{name}: {value}" for name, value in front.items() if value]
    return "\n".join(["---", *lines, "---", body, ""])


@dataclass
class Desk:
    """An inbox, and the use case at work on it."""

    moments: Moments = field(default_factory=Moments)
    now: datetime = MORNING

    def __post_init__(self) -> None:
        self.archive = MemoryArchive(moments=self.moments)
        self.bodies = MemoryBodies()
        self.inbox = MemoryInbox(moments=self.moments)
        self.wishes = MemoryWishes(moments=self.moments)
        self.diary = MemoryDiary(moments=self.moments)
        self.rejections = MemoryRejections(moments=self.moments)
        self.unreadable: dict[bytes, tuple[Fault, ...]] = {}
        self.inbox.upload(CONFIG_KEY, CONFIG)

    def ingest(self, key: str = KEY) -> Outcome:
        return ingest(
            key,
            Intake(
                archive=self.archive,
                bodies=self.bodies,
                inbox=self.inbox,
                wishes=self.wishes,
                diary=self.diary,
                rejections=self.rejections,
                memory_faults=lambda content: self.unreadable.get(content, ()),
                clock=lambda: self.now,
            ),
        )

    def drop(self, content: str | bytes | None, key: str = KEY) -> Outcome:
        self.inbox.upload(key, content)
        return self.ingest(key)

    def facts(self, log: str = RIVER) -> list[str]:
        return [fact.what.kind for fact in self.archive.logs.get(log, ())]

    def faults(self, log: str = RIVER) -> list[Fault]:
        last = self.archive.logs[log][-1].what
        assert isinstance(last, Rejected)
        return list(fetch(self.bodies, last.verdict, Verdict).faults)

    def view(self) -> StoryView:
        return view(Log(RIVER, tuple(self.archive.logs[RIVER])), self.bodies)

    def headline(self) -> str | None:
        article = self.view().editions["en"].article
        return article.texts.headline if article else None


class Newsroom(Desk):
    """A desk whose stories come out."""

    def at(self, hours: float) -> None:
        self.now = MORNING + timedelta(hours=hours)

    def release(self) -> list[releasing.Outcome]:
        """As each minute: what is due is done, and then struck out."""
        outcomes = []
        for item in self.diary.due(self.now):
            outcomes.append(
                releasing.release(
                    item.story, archive=self.archive, bodies=self.bodies, clock=lambda: self.now
                )
            )
            self.diary.strike(item)
        return outcomes
