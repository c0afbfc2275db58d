"""A person's text is never changed; where its typography is not its language's, a note says so."""

from collections import Counter
from dataclasses import dataclass, field

from shared.editions.segments import sentences
from shared.editions.typography import Class, lapses
from shared.intake.findings import Findings
from shared.news.language import Language
from shared.news.newsroom import Quotes


@dataclass
class Proof:
    """Reads one file: of each class the first place is noted, and how many more there are."""

    language: Language
    quotes: Quotes
    first: dict[Class, tuple[int, str, str]] = field(default_factory=dict)
    places: Counter[Class] = field(default_factory=Counter)

    def read(self, text: str | None, name: str, line: int) -> None:
        for sentence in sentences(text or "", self.language):
            for about, at in lapses(sentence, self.language, self.quotes):
                self.places[about] += 1
                if about not in self.first or line < self.first[about][0]:
                    self.first[about] = (line, name, _around(sentence, at))

    def note(self, found: Findings) -> None:
        for about, (line, name, words) in self.first.items():
            more = self.places[about] - 1
            given = {"line": str(line), "given": words, "more": str(more or "")}
            found.note(name, f"typography-{about}", **given)


def _around(text: str, at: int) -> str:
    """The words around a place, some twenty letters before and behind it."""
    start = text.rfind(" ", 0, max(0, at - 20)) + 1
    end = text.find(" ", at + 20)
    words = text[start : end if end > 0 else None].strip()
    return f"{'…' if start else ''}{words}{'…' if end > 0 else ''}"
