"""Which runs of a text go against the direction of its page, and must be isolated in it.

The bidirectional algorithm alone lets a foreign run pull numbers and punctuation beside it to
the wrong side; an isolate keeps them where they were written. Everything here takes time
proportional to the text, whatever the text is.
"""

import re
from dataclasses import dataclass

from shared.editions.edition import Direction

_LEFT = r"A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u0370-\u058f\u1e00-\u1fff"
_RIGHT = r"\u0590-\u065f\u066b-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_DATE = r"\d{4}-\d\d-\d\d"
_TELEPHONE = r"\+\d[\d \u00a0-]{5,20}\d"
_FROM_THE_LEFT = re.compile(f"[{_LEFT}]|{_DATE}")

# Pieces of left-to-right text: a telephone number, an ISO date, or what stands between spaces,
# brackets, quotation marks and right-to-left letters.
_PIECE = re.compile(
    rf"(?P<number>{_TELEPHONE}|{_DATE})|(?:(?!{_TELEPHONE})[^\s{_RIGHT}،؛؟«»‹›“”\"()\[\]{{}}])+"
)
_BEFORE = ".,:;!?…'’-–—/*"
_AFTER = ".,:;!?…'’‘-–—*"
_INITIALS = re.compile(r"(?:\w\.)+\w$")
_GAPS = frozenset({"", " ", "\u00a0", ", ", " & ", " – ", " - ", " / ", ": "})
_UNITS = re.compile(r"k?m|[cm]m|k?g|[lt]|km/h|[GMT]B|[kMG]Wh?|[GM]bps|[kMG]?Hz|°C|USD|EUR|GBP")
_AMOUNT = re.compile(r"\d[\d.,]*[ \u00a0]$")
# A number behind a name is a part of it (iPhone 15), unless a counted noun follows it.
_NUMBER_BEHIND = re.compile(r"[ \u00a0]\d+(?=$|[.,:;!?،؛؟)»”…]|\s+ال)")

_RIGHT_RUN = re.compile(rf"[{_RIGHT}]+(?:[ \u00a0،؛:\-–/.\d\u0660-\u0669]+[{_RIGHT}]+)*؟?")


@dataclass(frozen=True)
class Run:
    """A piece of a text; `direction` is set where it has to be isolated."""

    text: str
    direction: Direction | None = None


def runs(text: str, direction: Direction) -> tuple[Run, ...]:
    """The text cut into native runs and foreign ones; joined again they are the text."""
    foreign: Direction = "rtl" if direction == "ltr" else "ltr"
    spans = _left_spans(text) if foreign == "ltr" else _right_spans(text)
    found: list[Run] = []
    end = 0
    for start, stop in spans:
        found += [Run(text[end:start]), Run(text[start:stop], foreign)]
        end = stop
    found.append(Run(text[end:]))
    return tuple(run for run in found if run.text)


def _right_spans(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in _RIGHT_RUN.finditer(text)]


def _left_spans(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for match in _PIECE.finditer(text):
        start, end = match.span() if match["number"] else _core(match)
        if start == end:
            continue
        if spans and (longer := _together(text, spans[-1], (start, end))):
            spans[-1] = longer
        else:
            spans.append((_with_amount(text, start, end), end))
    limits = [start for start, _ in spans[1:]] + [len(text)]
    return [
        (start, _with_number(text, end, limit))
        for (start, end), limit in zip(spans, limits, strict=False)
    ]


def _core(match: re.Match[str]) -> tuple[int, int]:
    """The piece without the punctuation around it; empty where it has no letter and no date."""
    piece = match[0]
    if not _FROM_THE_LEFT.search(piece):
        return match.start(), match.start()
    start = match.start() + len(piece) - len(piece.lstrip(_BEFORE))
    end = match.start() + len(piece.rstrip(_AFTER))
    bare = match.string[start:end]
    if match.string[end : end + 1] == "." and _INITIALS.match(bare):
        end += 1  # U.S.
    return start, end


def _together(text: str, one: tuple[int, int], two: tuple[int, int]) -> tuple[int, int] | None:
    """Both as one run, where only a light gap or an opening bracket is between them."""
    gap = text[one[1] : two[0]]
    if gap in _GAPS:
        return one[0], two[1]
    if gap == " (" and text[two[1] : two[1] + 1] == ")":
        return one[0], two[1] + 1
    return None


def _with_amount(text: str, start: int, end: int) -> int:
    """Where the run starts with the number before its unit: 5 km."""
    if not _UNITS.fullmatch(text, start, end):
        return start
    amount = _AMOUNT.search(text, max(0, start - 20), start)
    return amount.start() if amount else start


def _with_number(text: str, end: int, limit: int) -> int:
    """Where the run ends with the number behind it, if that is not the next run's."""
    number = _NUMBER_BEHIND.match(text, end)
    return number.end() if number and number.end() <= limit else end
