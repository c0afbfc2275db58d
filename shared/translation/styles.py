"""How an engine gets codes: as opaque words, in brackets, or as tags where it honours tags.

WORDS     The XPA0X river XPZ0X, XPH1X
BRACKETS  The [[0] river [0]], [1]
TAGS      The <g id="0"> river </g>, <x id="1"/>
HTML      The <span id="0"> river </span>, <span id="1" translate="no">X1</span>

A protected element holds no code: where its tags were stripped, nothing is left to believe.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape, unescape

from shared.translation.markup import Damaged, coded, tokens
from shared.translation.ports import StyleName

_WRITTEN = {"A": "[[{}]", "Z": "[{}]]", "H": "[{}]"}
_READ = (
    (re.compile(r"\[\s*\[\s*(\d{1,4})\s*\]"), "A"),
    (re.compile(r"\[\s*(\d{1,4})\s*\]\s*\]"), "Z"),
    (re.compile(r"\[\s*(\d{1,4})\s*\]"), "H"),
)
_TAG = re.compile(r"<\s*(?P<end>/?)\s*(?P<name>g|x|span)\b(?P<rest>[^<>]*)>", re.IGNORECASE)
_ID = re.compile(r"\bid\s*=\s*[\"']?\s*(\d{1,4})\b")
_PROTECTED = re.compile(
    r"<\s*span\b(?=[^<>]*\btranslate\s*=\s*[\"']?no\b)([^<>]*)>[^<>]*<\s*/\s*span\s*>",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Style:
    """Writes the codes of a line for an engine, and reads them in its answer (or is Damaged)."""

    write: Callable[[str], str]
    read: Callable[[str], str]

    def carries(self, line: str) -> bool:
        """Whether the line would come back whole; not where its words look like such codes."""
        try:
            return self.read(self.write(line)) == line
        except Damaged:
            return False


def _in_brackets(line: str) -> str:
    return re.sub(r"XP([AZH])(\d+)X", lambda code: _WRITTEN[code[1]].format(code[2]), line)


def _from_brackets(answer: str) -> str:
    for pattern, kind in _READ:
        answer = pattern.sub(rf"XP{kind}\1X", answer)
    if "[" in answer or "]" in answer:
        raise Damaged("part of a code is left, or the text has brackets of its own")
    return answer


def _tagged(line: str, opening: str, closing: str, protected: str) -> str:
    tags = {"A": opening, "Z": closing, "H": protected}
    return "".join(
        tags[kind].format(number) if kind else escape(words, quote=False)
        for kind, number, words in tokens(line)
    )


def _in_tags(line: str) -> str:
    return _tagged(line, '<g id="{}">', "</g>", '<x id="{}"/>')


def _in_html(line: str) -> str:
    return _tagged(line, '<span id="{}">', "</span>", '<span id="{0}" translate="no">X{0}</span>')


def _from_tags(answer: str) -> str:
    """The line of an answer with tags; what stands in a protected element does not matter."""
    begun: list[int] = []
    line = _TAG.sub(lambda tag: _code(tag, begun), _PROTECTED.sub(r"<x\1/>", answer))
    if begun or "<" in line or ">" in line:
        raise Damaged("part of a tag is left, or there are others")
    return unescape(line)


def without_tags(answer: str) -> str:
    """The words of an answer whose tags cannot be read."""
    return _TAG.sub(" ", answer)


def _code(tag: re.Match[str], begun: list[int]) -> str:
    """The code that a tag stands for; `begun` are the marks that are open."""
    if tag["end"]:
        if not begun:
            raise Damaged("a tag closes nothing")
        return coded("Z", begun.pop())
    found = _ID.search(tag["rest"])
    if not found:
        raise Damaged("a tag has lost its number")
    if tag["name"].lower() == "x":
        return coded("H", int(found[1]))
    begun.append(int(found[1]))
    return coded("A", begun[-1])


WORDS = Style(str, str)
BRACKETS = Style(_in_brackets, _from_brackets)
TAGS = Style(_in_tags, _from_tags)
HTML = Style(_in_html, _from_tags)
STYLES: Mapping[StyleName, Style] = {
    "words": WORDS,
    "brackets": BRACKETS,
    "tags": TAGS,
    "html": HTML,
}
