"""The body as Markdown, written so that intake reads exactly the same blocks from it.

Plain prose stays plain. What Markdown would take for a mark is escaped; a mark that could not
begin or end where it stands gets an invisible `&lrm;` beside it, which intake takes away again.
"""

import re
import string
import unicodedata
from collections.abc import Sequence

from shared.news.blocks import Block, Body, Break, Heading, Inline, Listing, Paragraph, Quote, Span

APART = "&lrm;"
_ALWAYS = re.compile(r"[\\`*\[\]<]")
_AMPERSAND = re.compile(r"&(?=[#A-Za-z]|$)")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_STARTS_A_BLOCK = re.compile(r"(?:#{1,6}|[-+])(?: |$)|-[- ]*$|~~~|>")
_STARTS_A_LIST = re.compile(r"^(\d{1,9})([.)])(?= |$)")
_IN_ADDRESS = re.compile(r"[()]|&(?=[#A-Za-z])")
_SIGNS = {"strong": "**", "emphasis": "_"}


def body_as_markdown(body: Body) -> str:
    """The blocks, with an empty line between them."""
    parts: list[str] = []
    other = False
    for before, block in zip((None, *body), body, strict=False):
        # two lists one after the other would be read as one, if they had the same signs
        other = _same_kind_of_list(before, block) and not other
        parts.append(_block(block, other=other))
    return "\n\n".join(parts)


def _same_kind_of_list(before: Block | None, block: Block) -> bool:
    return (
        isinstance(before, Listing)
        and isinstance(block, Listing)
        and before.ordered == block.ordered
    )


def _block(block: Block, *, other: bool) -> str:
    match block:
        case Paragraph(spans=spans):
            return _line(spans)
        case Heading(level=level, spans=spans):
            return f"{'#' * level} {_heading(spans)}"
        case Quote(paragraphs=paragraphs):
            return "\n>\n".join(f"> {_line(spans)}" for spans in paragraphs)
        case Listing(ordered=True, items=items):
            end = ")" if other else "."
            return "\n".join(f"{at}{end} {_line(run)}" for at, run in enumerate(items, start=1))
        case Listing(items=items):
            return "\n".join(f"{'*' if other else '-'} {_line(run)}" for run in items)
        case Break():
            return "***"


def _heading(spans: Inline) -> str:
    """A heading's own # at its end would be taken for a part of the mark."""
    source = _inline(spans)
    return f"{source[:-1]}\\#" if source.endswith("#") else source


def _line(spans: Inline) -> str:
    """A run at the begin of a line, where some signs would start another block."""
    source = _inline(spans)
    if _STARTS_A_BLOCK.match(source):
        return f"\\{source}"
    return _STARTS_A_LIST.sub(r"\1\\\2", source, count=1)


# --- runs ----------------------------------------------------------------------------------------


def _inline(spans: Sequence[Span]) -> str:
    """Wrap the longest runs of a mark first; what is inside has one mark less to say."""
    source = ""
    at = 0
    while at < len(spans):
        mark, end = _longest(spans, at)
        if mark is None:
            piece = _escaped(spans[at].text)
        elif mark == "link":
            piece = f"[{_inline(_without(mark, spans[at:end]))}]({_address(spans[at].link or '')})"
        else:
            inner = _inline(_without(mark, spans[at:end]))
            piece = f"{_SIGNS[mark]}{_held_together(inner)}{_SIGNS[mark]}"
        source = _joined(source, piece)
        at = end
    return source


def _longest(spans: Sequence[Span], at: int) -> tuple[str | None, int]:
    """The mark of the span that goes on longest, and where it ends."""
    best: tuple[str | None, int] = (None, at + 1)
    for mark in ("link", "strong", "emphasis"):
        value = getattr(spans[at], mark)
        if not value:
            continue
        end = at + 1
        while end < len(spans) and getattr(spans[end], mark) == value:
            end += 1
        if best[0] is None or end > best[1]:
            best = (mark, end)
    return best


def _without(mark: str, spans: Sequence[Span]) -> list[Span]:
    nothing = None if mark == "link" else False
    return [span.model_copy(update={mark: nothing}) for span in spans]


def _held_together(inner: str) -> str:
    """White space beside a mark would keep it from being one."""
    if inner[0].isspace():
        inner = f"&#{ord(inner[0])};{inner[1:]}"
    if inner[-1].isspace():
        inner = f"{inner[:-1]}&#{ord(inner[-1])};"
    return inner


def _joined(left: str, right: str) -> str:
    """Both, set apart where a mark at their seam would not be read as one."""
    if not left or not right:
        return left + right
    apart = _needs_room(_outer(right), left[-1]) or _needs_room(_outer(left[::-1]), right[0])
    return f"{left}{APART if apart else ''}{right}"


def _outer(source: str) -> tuple[str, str]:
    """The sign that the source begins with, if it is a mark, and the character behind it."""
    sign = next((sign for sign in _SIGNS.values() if source.startswith(sign)), "")
    return sign, source[len(sign) : len(sign) + 1]


def _needs_room(seam: tuple[str, str], outside: str) -> bool:
    sign, inside = seam
    if not sign or outside.isspace() or _is_punctuation(outside):
        return False
    return sign == "_" or not _is_word(inside) or not _is_word(outside)


def _is_word(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LNM"


def _is_punctuation(letter: str) -> bool:
    return letter in string.punctuation or unicodedata.category(letter)[0] == "P"


# --- texts ---------------------------------------------------------------------------------------


def _escaped(text: str) -> str:
    source = _UNDERSCORE.sub(r"\\_", _AMPERSAND.sub(r"\\&", _ALWAYS.sub(r"\\\g<0>", text)))
    return f"{source[:-1]}\\!" if source.endswith("!") else source


def _address(link: str) -> str:
    return _IN_ADDRESS.sub(r"\\\g<0>", link)
