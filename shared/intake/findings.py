"""What was found in one upload: every fault at once, and notes, in the order of its lines."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from shared.intake.text import clean, without_controls, without_directions
from shared.news.faults import Fault, Note

LONGEST_NAME = 100
MOST = 100
"""A receipt with more faults than this helps nobody."""


@dataclass
class Findings:
    """Gathers faults and notes while a file is read."""

    found: list[Fault] = field(default_factory=list)
    noted: list[Note] = field(default_factory=list)

    def fault(
        self, name: str, rule: str, line: int | None = None, example: str = "", **given: str
    ) -> None:
        shown = {blank: clean(value) for blank, value in given.items()}
        field = clean(name)[:LONGEST_NAME]
        self.found.append(Fault(field=field, rule=rule, example=example, line=line, given=shown))

    def note(self, name: str, rule: str, **given: str) -> None:
        """Notes repeat easily (one for each link of a text); each is kept once."""
        note = Note(field=name, rule=rule, given={key: clean(one) for key, one in given.items()})
        if note not in self.noted and len(self.noted) < MOST:
            self.noted.append(note)

    def clean(self, text: str, name: str) -> str:
        """The text of a field without what is hidden in it, which is noted."""
        bare = without_controls(text)
        if len(bare) < len(text.replace("\r\n", "\n")):
            self.note(name, "controls-removed")
        if without_directions(bare) != bare:
            self.note(name, "direction-removed")
        return clean(bare)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Each fault once, by line."""
        once = list({fault.canonical(): fault for fault in self.found}.values())
        return tuple(sorted(once, key=lambda fault: fault.line or 0))[:MOST]

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(self.noted)


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that was probably meant, or ""."""
    folded = {one.casefold(): one for one in known}
    close = get_close_matches(name.casefold(), folded, n=1, cutoff=0.6)
    return folded[close[0]] if close else ""
