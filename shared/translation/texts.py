"""Units, sentence by sentence: taken apart, and put together in another language."""

from collections.abc import Iterable, Iterator, Mapping

from shared.editions.segments import sentences
from shared.news.blocks import Inline, Span, plain
from shared.news.language import Language
from shared.news.story import Part
from shared.news.units import Unit
from shared.news.words import Made as MadeUnit
from shared.translation.chain import Made, Sentence
from shared.translation.markup import decode, encode, joined

_EXACT: frozenset[Part] = frozenset({"headline", "deck"})


def sentences_of(units: Iterable[Unit], language: Language) -> list[Sentence]:
    """Every sentence of the units, in reading order."""
    return [
        Sentence(encode(spans).text, unit.part in _EXACT)
        for unit in units
        for run in unit.runs()
        for spans, _ in _cut(run, language)
    ]


def in_other_words(unit: Unit, language: Language, made: Mapping[Sentence, Made]) -> MadeUnit:
    """The unit with every sentence replaced by what was made of it, and who made them."""
    by: dict[str, None] = {}

    def say(run: Inline) -> Inline:
        spans: list[Span] = []
        for sentence, gap in _cut(run, language):
            line = encode(sentence)
            done = made[Sentence(line.text, unit.part in _EXACT)]
            by[done.by] = None
            spans += [*decode(done.line, line), Span(text=gap)]
        return joined(spans)

    return MadeUnit(said=unit.saying(tuple(say(run) for run in unit.runs())), by=tuple(by))


def _cut(run: Inline, language: Language) -> Iterator[tuple[Inline, str]]:
    """The sentences of a run with their marks, each with the white space after it."""
    at = 0
    for piece in sentences(plain(run), language):
        words = piece.strip()
        start = at + piece.index(words)
        if words:
            yield _between(run, start, start + len(words)), piece[len(piece.rstrip()) :]
        at += len(piece)


def _between(run: Inline, start: int, end: int) -> Inline:
    """The part of a run from one character to another."""
    spans, at = [], 0
    for span in run:
        inside = span.text[max(0, start - at) : max(0, end - at)]
        spans.append(span.model_copy(update={"text": inside}))
        at += len(span.text)
    return joined(spans)
