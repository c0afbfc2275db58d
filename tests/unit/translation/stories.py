"""Stories for these tests, and the log that they begin."""

from datetime import UTC, datetime

from shared.news.archive import keep, record
from shared.news.blocks import Heading, Inline, Listing, Paragraph, Quote, Span
from shared.news.facts import SourceAccepted, What, Withdrawn
from shared.news.story import Change, Source, Texts
from tests.fakes.archive import MemoryArchive, MemoryBodies

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
STORY = "riverstory"


def clock() -> datetime:
    return NOW


def words(text: str) -> Inline:
    return (Span(text=text),)


TEXTS = Texts(
    headline="Seven countries sign a treaty to share the great river",
    deck="Dry-season quotas, 48 open gauges, and a joint court.",
    body=(
        Paragraph(
            spans=(
                Span(text="The treaty was signed on Tuesday. It took "),
                Span(text="eleven years", strong=True),
                Span(text=" to write. Read "),
                Span(text="the full text", link="https://example.org/treaty"),
                Span(text=", with 12,500 pages, or ask @rivercourt about it."),
            )
        ),
        Heading(level=2, spans=words("What changes now")),
        Listing(items=(words("Gauges are open to everyone."), words("A court decides."))),
        Quote(paragraphs=(words("“We drink from one cup.” That was his answer."),)),
    ),
    caption="The river at dawn.",
    alt="A wide river between dry hills.",
    source="Agencies",
    tags=("rivers", "diplomacy"),
)


class Desk:
    """One story's log, and what editors do with it."""

    def __init__(self) -> None:
        self.archive = MemoryArchive()
        self.bodies = MemoryBodies()

    def add(self, what: What) -> None:
        record(self.archive, STORY, lambda _log: what, clock=clock)

    def accept(
        self,
        texts: Texts = TEXTS,
        change: Change | None = None,
        release_at: datetime | None = None,
    ) -> None:
        source = Source(language="en", section="politics", texts=texts)
        self.add(
            SourceAccepted(
                key="inbox/river.en.md",
                version="1",
                body=keep(self.bodies, source),
                text=texts.digest(),
                language="en",
                change=change,
                release_at=release_at,
            )
        )

    def withdraw(self) -> None:
        self.add(Withdrawn(key="inbox/river.en.md", version="2", outcome="deleted"))
