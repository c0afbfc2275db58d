"""Inline marks as codes in a plain line, and back, so that no engine can lose one unnoticed.

A marked span becomes `XPA0Xthe riverXPZ0X` (A opens, Z closes); words that must come through as
they are become `XPH1X`. Opaque words of letters and digits survive engines that eat tags and
brackets. `encode` makes the canonical line of a sentence: codes for marks, everything else as
written; memories know sentences in this form. What an engine gets is made of it by `shield`.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from shared.editions.typography import LITERAL
from shared.news.blocks import UNMARKED, Inline, Span, joined, unmarked
from shared.translation.numerals import grouped, localised, western
from shared.translation.ports import Pair

_CODE = re.compile(r"XP([AZH])(\d{1,4})X", re.IGNORECASE)
_DAMAGED = re.compile(r"XP[AZH]\s?\d|XP[AZH]\w?X|P[AZH]\d+X", re.IGNORECASE)
_SPACE = re.compile(r"[^\S\u00a0\u202f\u2007]+")
_LIKE_A_CODE = re.compile(r"XP[AZH]\d", re.IGNORECASE)
_KEPT = re.compile(rf"{LITERAL}|\w*XP[AZH]\d\w*", re.IGNORECASE)


class Damaged(ValueError):
    """The codes of a translated line are not those of its source."""


@dataclass(frozen=True)
class Line:
    """A sentence as a canonical line, and what its codes stand for, by ordinal."""

    text: str
    marks: tuple[Span, ...] = ()


def encode(spans: Inline) -> Line:
    """The canonical line of a sentence."""
    marks: list[Span] = []
    words = "".join(_encoded(span, marks) for span in joined(spans))
    return Line(one_line(words), tuple(marks))


def _encoded(span: Span, marks: list[Span]) -> str:
    style = unmarked(span)
    before, core, after = _padding(span.text)
    if style == UNMARKED or not core:
        return _without_likes(span.text, marks)
    number = len(marks)
    marks.append(style)
    inside = _without_likes(core, marks)
    return f"{before}XPA{number}X{inside}XPZ{number}X{after}"


def _without_likes(text: str, marks: list[Span]) -> str:
    """The text with a code for each word or address that has something like a code in it."""

    def kept(found: re.Match[str]) -> str:
        if not _LIKE_A_CODE.search(found[0]):
            return found[0]
        marks.append(Span(text=found[0]))
        return f"XPH{len(marks) - 1}X"

    return _KEPT.sub(kept, text)


def _padding(text: str) -> tuple[str, str, str]:
    core = text.strip()
    before, _, after = text.partition(core) if core else (text, "", "")
    return before, core, after


def decode(text: str, line: Line) -> Inline:
    """The spans that a translation of the line says; raises Damaged where a mark is missing."""
    verify(line.text, text)
    spans: list[Span] = []
    style = UNMARKED
    for kind, number, words in tokens(text):
        if kind == "A":
            style = line.marks[number]
        elif kind == "Z":
            style = UNMARKED
        else:
            said = line.marks[number].text if kind == "H" else words
            spans.append(style.model_copy(update={"text": said}))
    return joined(spans)


def tokens(text: str) -> Iterator[tuple[str, int, str]]:
    """Codes as (kind, ordinal, ""), the words between them as ("", 0, words)."""
    at = 0
    for code in _CODE.finditer(text):
        yield "", 0, text[at : code.start()]
        yield code[1].upper(), int(code[2]), ""
        at = code.end()
    yield "", 0, text[at:]


def coded(kind: str, number: int) -> str:
    """The code of a kind ("A", "Z" or "H") and an ordinal."""
    return f"XP{kind}{number}X"


def verify(source: str, answer: str) -> None:
    """Raise Damaged unless the answer has the codes of the source, nested alike, around words."""
    if Counter(codes(source)) != Counter(codes(answer)):
        raise Damaged("codes were lost, doubled or invented")
    if _DAMAGED.search(bare(answer)) and not _DAMAGED.search(bare(source)):
        raise Damaged("part of a code is left")
    given, inside = anchors(source), anchors(answer)
    if any(
        extent(inside[one]) < min(1, extent(given[one])) or not inside[one].strip() for one in given
    ):
        raise Damaged("a mark stands around nothing")
    if any(sorted(codes(inside[number])) != sorted(codes(given[number])) for number in given):
        raise Damaged("a protected word has left its mark, or came under another")
    if _all_inside(answer, inside) and not _all_inside(source, given):
        raise Damaged("the marks have swallowed the sentence")


def codes(text: str) -> list[str]:
    """The codes of a line in their order: "A0", "Z0", "H1"."""
    return [f"{kind}{number}" for kind, number, _ in tokens(text) if kind]


def bare(text: str) -> str:
    """The line without its codes."""
    return _CODE.sub("", text)


def without_literals(text: str) -> str:
    """The line without codes, handles, hashtags and addresses."""
    return re.sub(LITERAL, "", bare(text))


def is_wordless(text: str) -> bool:
    """Whether a line has nothing to translate: no letters but in what comes through as it is."""
    return not any(letter.isalpha() for letter in without_literals(text))


def carried(text: str, pair: Pair) -> str:
    """A wordless line in the other language."""
    line = text if pair.target == "ar" else western(text)
    return grouped(pair.source).sub(lambda number: localised(number[0], pair), line)


def anchors(text: str) -> dict[int, str]:
    """The line inside each pair of codes; raises Damaged where pairs overlap or are open."""
    inside: dict[int, str] = {}
    current: int | None = None
    for kind, number, words in tokens(text):
        if (kind == "A" and current is not None) or (kind == "Z" and current != number):
            raise Damaged("marks overlap")
        if kind == "A":
            current = number
            inside[number] = ""
        elif kind == "Z":
            current = None
        elif current is not None:
            inside[current] += coded(kind, number) if kind else words
    if current is not None:
        raise Damaged("a mark is left open")
    return inside


def _all_inside(text: str, inside: dict[int, str]) -> bool:
    """Whether one pair of codes holds all words of the line."""
    return any(extent(text) <= extent(words) for words in inside.values())


def extent(text: str) -> int:
    """How many letters and digits a line has; a protected word counts as one."""
    words = _CODE.sub(lambda code: "x" if code[1] in "Hh" else "", text)
    return sum(map(str.isalnum, words))


def renumbered(text: str, order: dict[int, int]) -> str:
    """The line with other ordinals in its codes."""
    return _CODE.sub(lambda code: f"XP{code[1].upper()}{order[int(code[2])]}X", text)


def ordinals(text: str) -> dict[int, int]:
    """The ordinals of a line's codes, each with its rank by first appearance."""
    seen = dict.fromkeys(number for kind, number, _ in tokens(text) if kind)
    return {number: rank for rank, number in enumerate(seen)}


def one_line(text: str) -> str:
    """The text with white space collapsed; no-break spaces are kept."""
    return _SPACE.sub(" ", text).strip()
