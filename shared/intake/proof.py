"""A person's text is never changed; where its typography is not its language's, a note says so."""

from collections import Counter
from dataclasses import dataclass, field

from shared.editions.segments import sentences
from shared.editions.typography import Class, around, lapses
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
                    self.first[about] = (line, name, around(sentence, at))

    def note(self, found: Findings) -> None:
        for about, (line, name, words) in self.first.items():
            more = self.places[about] - 1
            given = {"line": str(line), "given": words, "more": str(more or "")}
            found.note(name, f"typography-{about}", **given)
