"""Typed body text: what Markdown becomes at intake, and the only thing that pages render."""

from collections.abc import Iterable
from itertools import groupby
from typing import Annotated, Literal

from pydantic import Field

from shared.news.record import Record


class Span(Record):
    """A run of text with the same marks. `link` is an absolute http(s)/mailto address or a path."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None


Inline = tuple[Span, ...]
UNMARKED = Span(text="")
"""The style of plain text: a span's marks are told by the same span without its text."""


class Paragraph(Record):
    """A paragraph."""

    kind: Literal["paragraph"] = "paragraph"
    spans: Inline


class Heading(Record):
    """A heading inside the body; level 2 is the highest, since the headline is level 1."""

    kind: Literal["heading"] = "heading"
    level: Literal[2, 3, 4]
    spans: Inline


class Quote(Record):
    """A quotation of one or more paragraphs."""

    kind: Literal["quote"] = "quote"
    paragraphs: tuple[Inline, ...]


class Listing(Record):
    """A bulleted or numbered list of single-paragraph items."""

    kind: Literal["list"] = "list"
    ordered: bool = False
    items: tuple[Inline, ...]


class Break(Record):
    """A thematic break."""

    kind: Literal["break"] = "break"


class Row(Record):
    """A row of an infographic's data. A cell without a letter is the same in every language."""

    kind: Literal["row"] = "row"
    cells: tuple[str, ...]


class Legend(Record):
    """What is said of a picture of a gallery, known by the name of its file."""

    kind: Literal["legend"] = "legend"
    file: str
    caption: str = ""
    alt: str = ""


Block = Annotated[Paragraph | Heading | Quote | Listing | Break, Field(discriminator="kind")]
Body = tuple[Block, ...]
AnyBlock = Annotated[
    Paragraph | Heading | Quote | Listing | Break | Row | Legend, Field(discriminator="kind")
]
"""A block of a body, or of another part that has several."""


def unmarked(span: Span) -> Span:
    """The span's style."""
    return span.model_copy(update={"text": ""})


def joined(spans: Iterable[Span]) -> Inline:
    """The spans, with neighbours of the same style made one and empty ones left out."""
    alike = groupby((span for span in spans if span.text), key=_marks)
    return tuple(_one(list(group)) for _, group in alike)


def _marks(span: Span) -> tuple[bool, bool, str | None]:
    return span.strong, span.emphasis, span.link


def _one(alike: list[Span]) -> Span:
    first, *others = alike
    if not others:
        return first
    return first.model_copy(update={"text": "".join(span.text for span in alike)})


def plain(spans: Inline) -> str:
    """The text of the spans without marks."""
    return "".join(span.text for span in spans)


def has_words(cell: str) -> bool:
    """Whether there is something in it to translate."""
    return any(letter.isalpha() for letter in cell)


def inlines(block: AnyBlock) -> tuple[Inline, ...]:
    """The runs of text in a block, in reading order."""
    match block:
        case Paragraph(spans=spans) | Heading(spans=spans):
            return (spans,)
        case Quote(paragraphs=runs) | Listing(items=runs):
            return runs
        case Row(cells=cells):
            return tuple((Span(text=cell),) for cell in cells if has_words(cell))
        case Legend(caption=caption, alt=alt):
            return tuple((Span(text=text),) for text in (caption, alt) if text)
        case Break():
            return ()


def with_inlines(block: AnyBlock, runs: tuple[Inline, ...]) -> AnyBlock:
    """The same block saying other words; `runs` has as many entries as `inlines(block)`."""
    match block:
        case Paragraph() | Heading():
            return block.model_copy(update={"spans": runs[0]})
        case Quote():
            return block.model_copy(update={"paragraphs": runs})
        case Listing():
            return block.model_copy(update={"items": runs})
        case Row(cells=cells):
            said = iter(runs)
            other = tuple(plain(next(said)) if has_words(cell) else cell for cell in cells)
            return block.model_copy(update={"cells": other})
        case Legend():
            names = [name for name in ("caption", "alt") if getattr(block, name)]
            texts = [plain(run) for run in runs]
            return block.model_copy(update=dict(zip(names, texts, strict=True)))
        case Break():
            return block


def word_count(body: Body) -> int:
    """Words as a reader counts them: runs of anything but white space."""
    return sum(len(plain(run).split()) for block in body for run in inlines(block))
