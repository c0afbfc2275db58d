"""Markdown that people read as it is, in a terminal or rendered, in either direction."""

import re

from shared.desk.messages import isolated
from shared.news.language import Language

_MARKS = re.compile(r"([\\`*_\[\]<>|])")
_TICKS = re.compile("`+")
_ENDS = re.compile(r"\s*\n\s*")


def text(words: str) -> str:
    """Words that mean nothing to Markdown, on one line."""
    return _MARKS.sub(r"\\\1", _ENDS.sub(" ", words))


def code(written: str, language: Language) -> str:
    """What is to be typed or read letter by letter; on lines of its own if it has several."""
    longest = max((len(run) for run in _TICKS.findall(written)), default=0)
    if "\n" in written:
        fence = "`" * max(3, longest + 1)
        lines = "\n".join(f"   {line}" for line in [fence, *written.split("\n"), fence])
        return f"\n\n{lines}"
    ticks = "`" * (longest + 1)
    padding = " " if written.startswith("`") or written.endswith("`") else ""
    return isolated(f"{ticks}{padding}{written}{padding}{ticks}", language)


def link(words: str, address: str, language: Language) -> str:
    return isolated(f"[{text(words)}]({address})", language)
