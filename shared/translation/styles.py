"""How an engine gets codes: as opaque words first, and where it loses those, in brackets."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from shared.translation.markup import Damaged

_WRITTEN = {"A": "[[{}]", "Z": "[{}]]", "H": "[{}]"}
_READ = (
    (re.compile(r"\[\s*\[\s*(\d{1,4})\s*\]"), "A"),
    (re.compile(r"\[\s*(\d{1,4})\s*\]\s*\]"), "Z"),
    (re.compile(r"\[\s*(\d{1,4})\s*\]"), "H"),
)


@dataclass(frozen=True)
class Style:
    """Writes the codes of a line for an engine, and reads them in its answer (or is Damaged)."""

    write: Callable[[str], str]
    read: Callable[[str], str]


def _in_brackets(line: str) -> str:
    return re.sub(r"XP([AZH])(\d+)X", lambda code: _WRITTEN[code[1]].format(code[2]), line)


def _from_brackets(answer: str) -> str:
    for pattern, kind in _READ:
        answer = pattern.sub(rf"XP{kind}\1X", answer)
    if "[" in answer or "]" in answer:
        raise Damaged("part of a code is left, or the text has brackets of its own")
    return answer


WORDS = Style(str, str)
BRACKETS = Style(_in_brackets, _from_brackets)
STYLES = (WORDS, BRACKETS)
