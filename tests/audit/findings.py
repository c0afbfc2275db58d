"""What a look at a page finds, and what was found before, so that an audit can go on."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass
class Findings:
    """Figures by name, and problems in words; a good page has none."""

    figures: dict[str, float] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def expect(self, good: bool, otherwise: str) -> None:
        if not good:
            self.problems.append(otherwise)

    def at_most(self, name: str, figure: float, limit: float) -> None:
        """Keep a figure; one over its limit is a problem."""
        self.figures[name] = figure
        self.expect(figure <= limit, f"{name} {figure:g} is more than {limit:g}")

    def at_least(self, name: str, figure: float, limit: float) -> None:
        self.figures[name] = figure
        self.expect(figure >= limit, f"{name} {figure:g} is less than {limit:g}")


@dataclass
class Notes:
    """Looks that found nothing wrong, on disk; each is good as long as its page is, to the byte."""

    path: Path

    def __post_init__(self) -> None:
        known = json.loads(self.path.read_text()) if self.path.exists() else {}
        self._kept: dict[str, list[object]] = known

    def find(self, name: str, state: str, look: Callable[[], Findings]) -> Findings:
        """What is known of it in this state, else what a look says now."""
        kept_state, kept = self._kept.get(name, ["", {}])
        if kept_state == state and isinstance(kept, dict):
            return Findings(**kept)
        found = look()
        if not found.problems:
            self._kept[name] = [state, asdict(found)]
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_text(json.dumps(self._kept))
        return found
