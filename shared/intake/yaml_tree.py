"""YAML 1.2 as a tree that keeps what was written: every scalar is text, every node has its line.

Built from the parser's events, so nothing is converted (`no` is a word, 0123 keeps its zero) and
nothing recurses: depth, anchors, aliases, tags and doubled keys are refused on the way.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from shared.intake.findings import Findings

DEEPEST = 16
_COMMENT = re.compile(r"[ \t]+(#.*)")
_NULLS = {"", "~", "null", "Null", "NULL"}
_TROUBLES = {  # what the parser says, as the rule that the desk knows how to explain
    "mapping values are not allowed": "yaml-colon",
    "'\\t' that cannot start": "yaml-tab",
    "that cannot start any token": "yaml-quote",
    "while scanning a quoted scalar": "yaml-quote",
    "but found '<scalar>'": "yaml-quote",
    "while parsing a flow": "yaml-bracket",
}
_OPENED = ("while scanning a quoted scalar", "while parsing a flow")
EXAMPLES = {
    "yaml-colon": 'headline: "Rivers: seven countries sign a treaty"',
    "yaml-quote": 'headline: "What the president calls a ‘new dawn’"',
    "yaml-bracket": "tags: [Rivers, diplomacy]",
    "yaml-tab": "regions: [africa]",
    "not-yaml": "headline: Seven countries sign a treaty",
}


@dataclass(frozen=True)
class Scalar:
    """A value as it was written; `quoted` tells "" and "null" from nothing.

    `comment` is what YAML cut off after it, from the # on: often a part of a headline.
    """

    text: str
    line: int
    quoted: bool = False
    comment: str = ""

    @property
    def given(self) -> bool:
        return self.quoted or self.text not in _NULLS


@dataclass(frozen=True)
class Sequence:
    """A list."""

    line: int
    items: list["Node"] = field(default_factory=list)


@dataclass(frozen=True)
class Mapping:
    """Named values; `lines` has the line of each name."""

    line: int
    entries: dict[str, "Node"] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


class _Refused(Exception):
    """The tree breaks a rule; building it further is of no use."""

    def __init__(self, rule: str, line: int) -> None:
        super().__init__(rule)
        self.rule = rule
        self.line = line


class _Builder:
    """Puts nodes into the innermost open collection."""

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.root: Node | None = None
        self.open: list[tuple[Sequence | Mapping, Scalar | None]] = []

    def add(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        parent, name = self.open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif name is not None:
            self._name(parent, name, node)
            self.open[-1] = (parent, None)
        elif isinstance(node, Scalar):
            self.open[-1] = (parent, node)
        else:
            raise _Refused("yaml-key", node.line)

    def _name(self, parent: Mapping, name: Scalar, node: Node) -> None:
        if name.text in parent.entries:
            first = str(parent.lines[name.text])
            self.found.fault(name.text, "doubled-field", name.line, first=first)
            return
        parent.entries[name.text] = node
        parent.lines[name.text] = name.line

    def begin(self, node: Sequence | Mapping) -> None:
        if len(self.open) == DEEPEST:
            raise _Refused("yaml-deep", node.line)
        if isinstance(node, Mapping) and self._expects_name():
            raise _Refused("yaml-key", node.line)
        self.add(node)
        self.open.append((node, None))

    def _expects_name(self) -> bool:
        return bool(self.open) and isinstance(self.open[-1][0], Mapping) and not self.open[-1][1]

    def end(self) -> None:
        self.open.pop()


def read_tree(text: str, first_line: int, found: Findings) -> Mapping | None:
    """The mapping that the text says, or None and a fault. `first_line` is its first line's."""
    builder = _Builder(found)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            _take(event, builder, text, first_line)
    except _Refused as no:
        found.fault("front-matter", no.rule, no.line)
        return None
    except (YAMLError, ValueError, RecursionError) as error:
        rule, line = _trouble(error)
        found.fault("front-matter", rule, line + first_line, EXAMPLES[rule])
        return None
    if not isinstance(builder.root, Mapping):
        found.fault("front-matter", "no-fields", first_line, EXAMPLES["not-yaml"])
        return None
    return builder.root


def _take(event: Event, builder: _Builder, text: str, first_line: int) -> None:
    line = event.start_mark.line + first_line
    match event:
        case AliasEvent():
            raise _Refused("yaml-anchor", line)
        case DocumentStartEvent() if builder.root is not None:
            raise _Refused("not-yaml", line)
        case ScalarEvent() | SequenceStartEvent() | MappingStartEvent():
            if event.anchor is not None:
                raise _Refused("yaml-anchor", line)
            if event.tag is not None:
                raise _Refused("yaml-tag", line)
            _put(event, builder, text, line)
        case SequenceEndEvent() | MappingEndEvent():
            builder.end()


def _put(event: NodeEvent, builder: _Builder, text: str, line: int) -> None:
    match event:
        case ScalarEvent():
            comment = _COMMENT.match(text, event.end_mark.index)
            shown = comment[1].strip() if comment and not event.style else ""
            builder.add(Scalar(event.value, line, quoted=bool(event.style), comment=shown))
        case SequenceStartEvent():
            builder.begin(Sequence(line))
        case MappingStartEvent():
            builder.begin(Mapping(line))


def _trouble(error: Exception) -> tuple[str, int]:
    """The rule that was probably broken, and the line of the text (from 0) where."""
    if not isinstance(error, MarkedYAMLError):
        return "not-yaml", 0
    said = f"{error.context} {error.problem}"
    rule = next((rule for words, rule in _TROUBLES.items() if words in said), "not-yaml")
    opened = said.startswith(_OPENED)  # then what was opened is to be mended, not the end
    mark = (error.context_mark if opened else None) or error.problem_mark
    return rule, mark.line if mark else 0


def walk(node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Node]]:
    """Every node with its path, parents first."""
    yield path, node
    match node:
        case Mapping(entries=entries):
            for name, child in entries.items():
                yield from walk(child, (*path, name))
        case Sequence(items=items):
            for number, child in enumerate(items):
                yield from walk(child, (*path, str(number)))
        case Scalar():
            return
