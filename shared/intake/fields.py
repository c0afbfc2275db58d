"""The fields of a front matter, each read as what it has to be; what is not becomes a fault."""

import re
from collections.abc import Callable, Collection
from datetime import UTC, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from shared.intake.findings import Findings, nearest
from shared.intake.text import clean, one_line
from shared.intake.yaml_tree import Mapping, Node, Scalar, Sequence

EXAMPLES = {
    "headline": "headline: Seven countries sign a treaty to share the great river",
    "section": "section: politics",
    "deck": "deck: Dry-season quotas, open gauges, and a joint court.",
    "kind": "kind: news",
    "regions": "regions: [africa]",
    "label": "label: africa",
    "byline": "byline: [layla-haddad]",
    "source": "source: Agencies",
    "published": "published: 2026-11-24T08:00:00+03:00",
    "embargo": "embargo: 2026-11-24T09:00:00+03:00",
    "tags": "tags: [Rivers, diplomacy]",
    "picture": "picture: {file: palace.jpg, credit: Layla Haddad, alt: The palace at dawn}",
    "picture.file": "file: palace.jpg",
    "picture.credit": "credit: Layla Haddad",
    "picture.caption": "caption: The palace, where the treaty was signed",
    "picture.alt": "alt: A white palace beside a river at dawn",
    "picture.focus": "focus: [0.5, 0.3]",
    "video": "video: {address: https://media.example.org/gauges.mp4, duration: 2:35}",
    "video.address": "address: https://media.example.org/gauges.mp4",
    "video.duration": "duration: 2:35",
    "programme": "programme: field-notes",
    "captions": "captions: |\n  00:00.000 --> 00:04.000\n  The river rises before dawn.",
    "transcript": "transcript: |\n  The river rises before dawn.",
    "pictures": "pictures:\n  - {file: dawn.jpg, credit: Layla Haddad, alt: A river at dawn}\n"
    "  - {file: dusk.jpg, credit: Layla Haddad, alt: The same river at dusk}",
    "pictures.file": "file: dawn.jpg",
    "pictures.credit": "credit: Layla Haddad",
    "pictures.caption": "caption: The river an hour before the boats go out",
    "pictures.alt": "alt: A river at dawn",
    "pictures.focus": "focus: [0.5, 0.3]",
    "data": "data:\n  - [Month, Wells]\n  - [January, 12]\n  - [February, 19]",
    "related": "related: [inbox/2026/10/river-gauges]",
    "coverage": "coverage: [in-five]",
    "status": "status: usable",
    "change": "change: update",
    "correction": "correction: An earlier version gave the wrong year.",
    "release": "release: together",
    "deadline": "deadline: 2026-11-24T10:00:00+03:00",
    "review": "review: approved",
    "slug": "slug: river-treaty",
    "sensitive": "sensitive: true",
    "override": "override: true",
    "expires": "expires: 2026-11-24T12:00:00+03:00",
    "link": "link: inbox/2026/11/river-treaty",
    "translates": f"translates: {'0123456789abcdef' * 4}",
}
_ALSO_CALLED = {
    "headline": "title titular título titulo العنوان عنوان",
    "deck": "subtitle summary description excerpt standfirst entradilla bajada المقدمة",
    "section": "category sección seccion القسم قسم",
    "byline": "author authors by autor autora firma الكاتب الكاتبة",
    "published": "date fecha التاريخ",
    "picture": "image photo foto imagen الصورة صورة",
    "tags": "keywords etiquetas الوسوم",
}
"""What other systems and other languages call our fields."""
_MEANT = {name: field for field, names in _ALSO_CALLED.items() for name in names.split()}
PROSE = {
    "headline", "deck", "picture.caption", "picture.alt", "correction", "pictures.caption",
    "pictures.alt",
}  # fmt: skip
_DATE_ONLY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ZONE_APART = re.compile(r"\s+([+-]\d{2}:?\d{2}|Z)$")
N = TypeVar("N", int, float)
_FIRST, _LAST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


def meant(name: str, known: Collection[str]) -> str:
    """The known field that was probably meant by an unknown name, or ""."""
    field = _MEANT.get(name.casefold(), "")
    return field if field in known else nearest(name, known)


class Fields:
    """The named values of one mapping; `path` goes before the names in faults.

    `examples` are by name with the path.
    """

    def __init__(
        self,
        mapping: Mapping,
        found: Findings,
        path: str = "",
        examples: dict[str, str] = EXAMPLES,
    ) -> None:
        self.mapping = mapping
        self.found = found
        self.path = path
        self.examples = examples

    def name(self, name: str) -> str:
        return f"{self.path}{name}"

    def line(self, name: str) -> int:
        return self.mapping.lines.get(name, self.mapping.line)

    def fault(self, name: str, rule: str, example: str | None = None, **given: str) -> None:
        full = self.name(name)
        shown = self.examples.get(full, "") if example is None else example
        self.found.fault(full, rule, self.line(name), shown, **given)

    def absent(self, name: str) -> bool:
        """Nothing was written there (what is written but wrong has a fault of its own)."""
        node = self.node(name)
        return node is None or (isinstance(node, Scalar) and not one_line(clean(node.text)))

    def require(self, name: str) -> None:
        """A fault where it is absent, unless a misspelt name already has one."""
        if not self.absent(name):
            return
        known = {one.removeprefix(self.path) for one in self.examples}
        if not any(meant(other, known) == name for other in self.mapping.entries.keys() - known):
            self.fault(name, "required")

    def node(self, name: str) -> Node | None:
        """The value; None where the name is absent or has nothing after it."""
        node = self.mapping.entries.get(name)
        return None if isinstance(node, Scalar) and not node.given else node

    def text(self, name: str, longest: int) -> str | None:
        """One line of text."""
        node = self.node(name)
        if node is None:
            return None
        if not isinstance(node, Scalar):
            self.fault(name, "expects-text")
            return None
        return self._checked(name, node, longest)

    def _checked(self, name: str, node: Scalar, longest: int) -> str | None:
        if node.comment and self.name(name) in PROSE:
            self.found.note(self.name(name), "comment-cut", given=node.comment[:100])
        text = one_line(self.found.clean(node.text, self.name(name)))
        if len(text) > longest:
            self.fault(name, "too-long", "", length=str(len(text)), limit=str(longest))
            return None
        return text or None

    def texts(self, name: str, longest: int, most: int) -> tuple[str, ...]:
        """A list of texts, each once; a single text without commas is a list of one."""
        node = self.node(name)
        if node is None:
            return ()
        items: list[Node] = node.items if isinstance(node, Sequence) else [node]
        if isinstance(node, Scalar) and re.search("[,،;؛]", node.text):
            self.fault(name, "expects-list")
            return ()
        if len(items) > most:
            self.fault(name, "too-many", length=str(len(items)), limit=str(most))
            return ()
        return tuple(dict.fromkeys(self._items(name, items, longest)))

    def _items(self, name: str, items: list[Node], longest: int) -> list[str]:
        texts = []
        for item in items:
            if not isinstance(item, Scalar):
                self.fault(name, "expects-list")
                continue
            text = self._checked(name, item, longest)
            if text:
                texts.append(text)
        return texts

    def one_of(self, name: str, choices: tuple[str, ...]) -> str | None:
        text = self.text(name, 60)
        if text is None or text in choices:
            return text
        guess = nearest(text, choices)
        self.fault(
            name, "not-one-of", given=text, known=", ".join(choices), nearest=guess,
            example=f"{name}: {guess or choices[0]}",
        )  # fmt: skip
        return None

    def flag(self, name: str) -> bool:
        return self.one_of(name, ("true", "false")) == "true"

    def whole(self, name: str, least: int, most: int) -> int | None:
        """A whole number within the bounds."""
        return self._number(name, int, least, most)

    def number(self, name: str, least: float, most: float) -> float | None:
        """A number within the bounds."""
        return self._number(name, float, least, most)

    def _number(self, name: str, kind: Callable[[str], N], least: float, most: float) -> N | None:
        text = self.text(name, 60)
        if text is None:
            return None
        try:
            number = kind(text)
        except ValueError:
            number = None
        if number is None or not least <= number <= most:
            self.fault(name, "not-in-range", given=text, limit=f"{least:g}–{most:g}")
            return None
        return number

    def instant(self, name: str, zone: str) -> datetime | None:
        """A date and time with its zone; `zone` is the one that the example proposes."""
        text = self.text(name, 60)
        if text is None:
            return None
        moment = _moment(text)
        if moment is None or (_DATE_ONLY.fullmatch(text) and moment.tzinfo is None):
            example = f"{text}T08:00:00" if moment else None
            shown = f"{name}: {_with_zone(example, zone)}" if example else None
            self.fault(name, "not-a-time", shown, given=text)
            return None
        if moment.tzinfo is None:
            self.fault(name, "time-without-zone", f"{name}: {_with_zone(text, zone)}", given=text)
            return None
        return self._in_range(name, text, moment)

    def _in_range(self, name: str, text: str, moment: datetime) -> datetime | None:
        try:
            utc = moment.astimezone(UTC)
        except OverflowError:
            utc = None
        if utc is None or not _FIRST <= utc < _LAST:
            self.fault(name, "time-out-of-range", given=text)
            return None
        return utc

    def inner(self, name: str) -> "Fields | None":
        """The mapping under the name."""
        node = self.node(name)
        if node is None:
            return None
        if not isinstance(node, Mapping):
            self.fault(name, "expects-fields")
            return None
        return Fields(node, self.found, f"{self.name(name)}.", self.examples)

    def entries(self, name: str, most: int) -> "tuple[Fields, ...]":
        """The mappings in the list under the name; their faults are told apart by their lines."""
        node = self.node(name)
        if node is None:
            return ()
        items = node.items if isinstance(node, Sequence) else []
        found = [item for item in items if isinstance(item, Mapping)]
        if not found or len(found) != len(items):
            self.fault(name, "expects-entries")
            return ()
        if len(found) > most:
            self.fault(name, "too-many", "", length=str(len(found)), limit=str(most))
            return ()
        return tuple(Fields(one, self.found, f"{self.name(name)}.", self.examples) for one in found)

    def pair(self, name: str) -> tuple[float, float] | None:
        """Two fractions from 0 to 1."""
        node = self.node(name)
        if node is None:
            return None
        items = node.items if isinstance(node, Sequence) else []
        numbers = [_fraction(item) for item in items]
        if len(numbers) != 2 or None in numbers:
            self.fault(name, "not-a-point")
            return None
        return numbers[0] or 0.0, numbers[1] or 0.0

    def only(self, known: frozenset[str], elsewhere: dict[str, str]) -> None:
        """Every other name is a fault: of the rule that `elsewhere` gives it, or unknown."""
        for name in self.mapping.entries:
            if name in known:
                continue
            if name in elsewhere:
                self.fault(name, elsewhere[name], "")
                continue
            guess = meant(name, known)
            example = self.examples.get(self.name(guess), "") if guess else ""
            self.fault(name, "unknown-field", example, given=name[:60], nearest=guess)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(_ZONE_APART.sub(r"\1", text))
    except ValueError:
        return None


def _with_zone(text: str, zone: str) -> str:
    try:
        moment = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
        return moment.isoformat()
    except (ValueError, OverflowError):
        return f"{text}+03:00"


def _fraction(node: Node) -> float | None:
    if not isinstance(node, Scalar) or not re.fullmatch(r"[01]?\.?\d{1,6}", node.text):
        return None
    number = float(node.text)
    return number if 0 <= number <= 1 else None
