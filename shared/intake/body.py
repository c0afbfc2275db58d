"""The body: CommonMark without HTML becomes typed blocks.

What our blocks do not know (code, nesting, raw HTML) stays as text and is noted; a picture or a
forbidden link is a fault. Links are checked here, not by the Markdown parser, which would quietly
leave a forbidden one as text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from shared.intake.findings import Findings
from shared.intake.links import link
from shared.intake.proof import Proof
from shared.intake.text import clean
from shared.news.blocks import (
    Block,
    Body,
    Break,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Quote,
    Span,
    plain,
)

_WHITE = re.compile(r"[ \t\n]+")
_HTML = re.compile(r"</?[a-zA-Z][^<>]{0,500}>|<!--")
_TABLE = re.compile(r"^\|? {0,3}:?--+:? {0,3}\|", re.MULTILINE)
PICTURE_EXAMPLE = "picture: {file: palace.jpg, credit: Layla Haddad, alt: The palace at dawn}"
LINK_EXAMPLE = "[the report](https://example.org/report)"


class _Markdown(MarkdownIt):
    """CommonMark that hands every link on as it was written."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url


_MARKDOWN = _Markdown("commonmark", {"html": False, "maxNesting": 20})


@dataclass
class _Blocks:
    """Walks the tokens; the outermost quote or list decides what inner blocks become."""

    found: Findings
    first_line: int
    shift: int
    proof: Proof | None = None
    done: list[Block] = field(default_factory=list)
    outer: Literal["quote", "list"] | None = None
    ordered: bool = False
    runs: list[Inline] = field(default_factory=list)
    depth: int = 0
    fresh: bool = False
    level: int = 0

    def take(self, token: Token) -> None:
        match token.type:
            case "blockquote_open" | "bullet_list_open" | "ordered_list_open":
                self._enter(token)
            case "blockquote_close" | "bullet_list_close" | "ordered_list_close":
                self._leave()
            case "list_item_open":
                self.fresh = True
            case "heading_open":
                self.level = int(token.tag[1])
            case "heading_close":
                self.level = 0
            case "inline":
                self._read(token)
            case "hr":
                self._break()
            case "fence" | "code_block":
                self.found.note("body", "code-as-text")
                self._run(tidy((Span(text=clean(token.content)),)))

    def _read(self, token: Token) -> None:
        run = _inline(token, self.found, self.first_line)
        if self.proof:
            self.proof.read(plain(run), "body", (token.map or [0])[0] + self.first_line)
        self._run(run)

    def _enter(self, token: Token) -> None:
        self.depth += 1
        if self.outer is not None:
            self.found.note("body", "nesting-flattened")
            return
        self.outer = "quote" if token.type == "blockquote_open" else "list"
        self.ordered = token.type == "ordered_list_open"

    def _leave(self) -> None:
        self.depth -= 1
        if self.depth:
            return
        runs = tuple(self.runs)
        if runs and self.outer == "quote":
            self.done.append(Quote(paragraphs=runs))
        elif runs:
            self.done.append(Listing(ordered=self.ordered, items=runs))
        self.outer, self.runs = None, []

    def _run(self, spans: Inline) -> None:
        if not spans:
            return
        if self.outer is None:
            self.done.append(self._block(spans))
            return
        if self.level:
            self.found.note("body", "nesting-flattened")
        if self.outer == "list" and not self.fresh:
            self.found.note("body", "nesting-flattened")
            self._join(spans)
        else:
            self.runs.append(spans)
        self.fresh = False

    def _block(self, spans: Inline) -> Block:
        level = min(self.level + self.shift, 4)
        if level >= 4:
            return Heading(level=4, spans=spans) if self.level else Paragraph(spans=spans)
        if not self.level:
            return Paragraph(spans=spans)
        return Heading(level=2 if level < 3 else 3, spans=spans)

    def _join(self, spans: Inline) -> None:
        """A further paragraph of an item goes on in the same item."""
        before = self.runs.pop() if self.runs else ()
        self.runs.append(tidy((*before, Span(text=" "), *spans)))

    def _break(self) -> None:
        if self.outer is None:
            self.done.append(Break())
        else:
            self.found.note("body", "nesting-flattened")


def read_body(markdown: str, first_line: int, found: Findings, proof: Proof | None = None) -> Body:
    """The blocks that the text says. `first_line` is the line of the file where it begins.

    `proof` reads what people wrote there.
    """
    tokens = _MARKDOWN.parse(markdown)
    if _TABLE.search(markdown):
        found.note("body", "table-as-text")
    highest = any(token.type == "heading_open" and token.tag == "h1" for token in tokens)
    blocks = _Blocks(found, first_line, shift=1 if highest else 0, proof=proof)
    for token in tokens:
        blocks.take(token)
    return tuple(blocks.done)


@dataclass
class _Marks:
    """The marks that are open at a point of a run, and the line where it is."""

    line: int
    strong: int = 0
    emphasis: int = 0
    links: list[str | None] = field(default_factory=list)

    def span(self, text: str) -> Span:
        address = self.links[-1] if self.links else None
        return Span(
            text=text, strong=self.strong > 0, emphasis=self.emphasis > 0, link=address
        )  # fmt: skip


def _inline(token: Token, found: Findings, first_line: int) -> Inline:
    marks = _Marks((token.map or [0])[0] + first_line)
    spans = [_piece(child, marks, found) for child in token.children or ()]
    run = tidy([span for span in spans if span is not None])
    if _HTML.search("".join(span.text for span in run)):
        found.note("body", "html-as-text")
    return run


def _piece(token: Token, marks: _Marks, found: Findings) -> Span | None:
    match token.type:
        case "strong_open" | "strong_close":
            marks.strong += token.nesting
        case "em_open" | "em_close":
            marks.emphasis += token.nesting
        case "link_open":
            marks.links.append(_address(token, marks, found))
        case "link_close":
            marks.links.pop()
        case "softbreak" | "hardbreak":
            marks.line += 1
            return marks.span(" ")
        case "image":
            found.fault("body", "picture-in-body", marks.line, PICTURE_EXAMPLE)
        case "code_inline":
            found.note("body", "code-as-text")
            return marks.span(clean(token.content))
        case _:
            return marks.span(clean(token.content))
    return None


def _address(token: Token, marks: _Marks, found: Findings) -> str | None:
    written = str(token.attrs.get("href", ""))
    address = link(written)
    if address is None:
        found.fault("body", "link-scheme", marks.line, LINK_EXAMPLE, address=written[:100])
    return address


def tidy(spans: Sequence[Span]) -> Inline:
    """Equal neighbours joined, white space single, none at either end, nothing empty."""
    told: list[Span] = []
    for span in spans:
        text = _WHITE.sub(" ", span.text)
        if text.startswith(" ") and (not told or told[-1].text.endswith(" ")):
            text = text[1:]
        if not text:
            continue
        if told and _same_marks(told[-1], span):
            told[-1] = span.model_copy(update={"text": told[-1].text + text})
        else:
            told.append(span.model_copy(update={"text": text}))
    return _trimmed(told)


def _same_marks(one: Span, other: Span) -> bool:
    return (one.strong, one.emphasis, one.link) == (other.strong, other.emphasis, other.link)


def _trimmed(spans: list[Span]) -> Inline:
    while spans and not spans[0].text.lstrip():
        spans.pop(0)
    while spans and not spans[-1].text.rstrip():
        spans.pop()
    if not spans:
        return ()
    spans[0] = spans[0].model_copy(update={"text": spans[0].text.lstrip()})
    spans[-1] = spans[-1].model_copy(update={"text": spans[-1].text.rstrip()})
    return tuple(spans)
