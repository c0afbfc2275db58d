"""The editors' picks for Most Read: pins, bans and boosts; checked whole, every fault at once."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from shared.intake.fields import Fields
from shared.intake.findings import Findings, nearest
from shared.intake.ports import LIMIT
from shared.intake.text import as_text
from shared.intake.yaml_tree import Mapping, Sequence, read_tree
from shared.news.faults import Fault, Note
from shared.news.keys import story_key
from shared.news.language import LANGUAGES, Language
from shared.news.newsroom import Newsroom
from shared.news.picks import HIGHEST, LEAST_BOOST, MOST, MOST_BOOST, Picks
from shared.news.ranking import EVERYWHERE

_ANY = {
    "story": "story: inbox/2026/11/river-treaty",
    "editions": "editions: [en, ar]",
    "until": "until: 2026-11-25T08:00:00+03:00",
}
_FIELDS = {
    "pins": _ANY | {"place": "place: 1", "list": "list: section/politics"},
    "bans": _ANY,
    "boosts": _ANY | {"factor": "factor: 1.5"},
}
_ENTRIES = {
    "pins": f"pins:\n  - {{{_ANY['story']}, place: 1, {_ANY['until']}}}",
    "bans": f"bans:\n  - {{{_ANY['story']}, {_ANY['until']}}}",
    "boosts": f"boosts:\n  - {{{_ANY['story']}, factor: 1.5, {_ANY['until']}}}",
}
_EXAMPLES = _ENTRIES | {
    f"{group}.{name}": example
    for group, fields in _FIELDS.items()
    for name, example in fields.items()
}
_ID = re.compile(r"[a-z2-7]{10}")
_COMMENTS = re.compile(r"(\s*(#.*)?\n)*\s*(#.*)?")


@dataclass(frozen=True)
class PicksReading:
    """What the file says; without faults the picks are there."""

    faults: tuple[Fault, ...] = ()
    notes: tuple[Note, ...] = ()
    picks: Picks | None = None


def read_picks(
    content: bytes, size: int, newsroom: Newsroom, now: datetime, known: Callable[[str], bool]
) -> PicksReading:
    """The picks, or every fault of the file; never an exception.

    `size` is the file's true size where `content` may be only its beginning; `known` says whether
    there is a story with that id. A file of nothing but comments picks nothing.
    """
    found = Findings()
    file = _File(newsroom, now, known, found)
    picks = file.picks(content, max(size, len(content)))
    if found.faults:
        return PicksReading(found.faults, found.notes)
    return PicksReading((), found.notes, picks)


@dataclass(frozen=True)
class _File:
    """One file while it is read."""

    newsroom: Newsroom
    now: datetime
    known: Callable[[str], bool]
    found: Findings

    def picks(self, content: bytes, size: int) -> Picks | None:
        tree = self._tree(content, size)
        if tree is None:
            return None
        fields = Fields(tree, self.found, examples=_EXAMPLES)
        fields.only(frozenset(_FIELDS), {})
        groups = {group: [*self._entries(fields, group)] for group in _FIELDS}
        number = sum(map(len, groups.values()))
        if number > MOST:
            self.found.fault("file", "too-many", tree.line, length=str(number), limit=str(MOST))
            return None
        read = {group: [self._pick(group, one) for one in groups[group]] for group in groups}
        return None if self.found.faults else Picks.model_validate(read)

    def _tree(self, content: bytes, size: int) -> Mapping | None:
        if size > LIMIT:
            self.found.fault("file", "too-large", size=f"{size / 1_000_000:.1f}", limit="1")
            return None
        text = as_text(content)
        if text is None:
            self.found.fault("file", "not-text")
            return None
        text = self.found.clean(text, "file")
        if not text.strip():
            self.found.fault("file", "empty", example=_ENTRIES["pins"])
            return None
        return Mapping(1) if _COMMENTS.fullmatch(text) else read_tree(text, 1, self.found)

    def _entries(self, fields: Fields, group: str) -> Iterator[Fields]:
        node = fields.node(group)
        if node is None:
            return
        if not isinstance(node, Sequence):
            fields.fault(group, "expects-entries")
            return
        for item in node.items:
            if isinstance(item, Mapping):
                yield Fields(item, self.found, f"{group}.", _EXAMPLES)
            else:
                self.found.fault(group, "expects-fields", item.line, _ENTRIES[group])

    def _pick(self, group: str, fields: Fields) -> dict[str, Any]:
        fields.only(frozenset(_FIELDS[group]), {})
        for needed in ("story", "place", "factor", "until"):
            if needed in _FIELDS[group]:
                fields.require(needed)
        read: dict[str, Any] = {
            "story": self._story(fields),
            "editions": self._editions(fields),
            "until": self._until(fields),
        }
        match group:
            case "pins":
                sections = (f"section/{section}" for section in self.newsroom.sections)
                lists = ("home", EVERYWHERE, *sections)
                read["list"] = fields.one_of("list", lists) or "home"
                read["place"] = fields.whole("place", 1, HIGHEST)
            case "boosts":
                read["factor"] = fields.number("factor", LEAST_BOOST, MOST_BOOST)
        return read

    def _story(self, fields: Fields) -> str | None:
        written = fields.text("story", 1024)
        if written is None:
            return None
        key = story_key(f"{written.removesuffix('.md')}.md")
        if not (key or _ID.fullmatch(written)):
            fields.fault("story", "names-no-story", given=written[:100])
            return None
        story = key.story if key else written
        if not self.known(story):
            self.found.note(fields.name("story"), "unknown-story", given=written[:100])
        return story

    def _editions(self, fields: Fields) -> tuple[Language, ...]:
        editions = fields.texts("editions", 60, len(LANGUAGES))
        for edition in editions:
            if edition not in LANGUAGES:
                guess, names = nearest(edition, LANGUAGES), ", ".join(LANGUAGES)
                fields.fault("editions", "not-one-of", given=edition, known=names, nearest=guess)
        return cast("tuple[Language, ...]", editions) or LANGUAGES

    def _until(self, fields: Fields) -> datetime | None:
        desk = self.newsroom.editions[self.newsroom.desk_language]
        until = fields.instant("until", desk.timezone)
        if until and until <= self.now:
            self.found.note(
                fields.name("until"), "has-expired", given=fields.text("until", 60) or ""
            )
        return until
