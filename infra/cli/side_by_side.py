"""Two texts side by side in a terminal, each in its own direction.

Right-to-left text stands between isolates, so that no terminal moves the columns around it, and
at the right of its column.
"""

import unicodedata
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from shared.editions.edition import Direction

BETWEEN = " │ "
NARROWEST = 24
"""Columns of a text; where there is less room the texts stand one below the other."""
_ISOLATES: dict[Direction, str] = {"ltr": "\u2066", "rtl": "\u2067"}
_END = "\u2069"


class Text(NamedTuple):
    """A text, and the direction in which it is read."""

    says: str
    direction: Direction


def side_by_side(left: Text, right: Text, width: int) -> Iterator[str]:
    """The lines of both texts, none wider than `width` columns."""
    room = (width - len(BETWEEN)) // 2
    if room < NARROWEST:
        yield from (line.rstrip() for one in (left, right) for line in _column(one, width))
        return
    for one, other in zip_longest(_column(left, room), _column(right, room)):
        yield f"{one or ' ' * room}{BETWEEN}{other or ''}".rstrip()


def lines(text: Text, width: int) -> Iterator[str]:
    """The lines of one text."""
    return (line.rstrip() for line in _column(text, width))


def _column(text: Text, width: int) -> Iterator[str]:
    for line in _wrapped(text.says, width):
        room = " " * (width - columns(line))
        said = isolated(line, text.direction)
        yield f"{room}{said}" if text.direction == "rtl" else f"{said}{room}"


def isolated(line: str, direction: Direction) -> str:
    """The line between isolates, where a terminal that reads from the left could turn it."""
    foreign = any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in line)
    if direction == "ltr" and not foreign:
        return line
    return f"{_ISOLATES[direction]}{line}{_END}"


def _wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of at most so many columns; a longer word is cut."""
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if columns(longer) <= width:
                line = longer
                continue
            if line:
                yield line
            *full, line = _cut(word, width)
            yield from full
        if line:
            yield line


def _cut(word: str, width: int) -> Iterator[str]:
    piece = ""
    for letter in word:
        if columns(piece + letter) > width:
            yield piece
            piece = ""
        piece += letter
    yield piece


def columns(text: str) -> int:
    """How many columns of a terminal the text takes: marks and controls take none."""
    return sum(
        0
        if unicodedata.category(letter) in {"Mn", "Me", "Cf"}
        else 1 + (unicodedata.east_asian_width(letter) in {"W", "F"})
        for letter in text
    )
