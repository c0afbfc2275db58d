"""Units, sentence by sentence: taken apart, and put together in another language."""

from collections.abc import Iterable, Iterator, Mapping

from shared.editions.segments import sentences
from shared.news.blocks import Inline, Span, joined, plain
from shared.news.language import Language
from shared.news.units import Unit
from shared.news.wording import Wording
from shared.news.words import Made as MadeUnit
from shared.translation.chain import Made, Sentence
from shared.translation.markup import decode, encode
from shared.translation.terms import Lexicon


def sentences_of(units: Iterable[Unit], language: Language) -> list[Sentence]:
    """Every sentence of the units, in reading order."""
    return [
        Sentence(encode(spans).text)
        for unit in units
        for run in unit.runs()
        for spans, _ in _cut(run, language)
    ]


def terms_of(unit: Unit, lexicon: Lexicon) -> str:
    """The digest of the glossary's terms in a unit of a source."""
    lines = (one.line for one in sentences_of([unit], lexicon.pair.source))
    return lexicon.digest(*lines)


def behind(words: Wording, lexicon: Lexicon) -> tuple[Unit, ...]:
    """The source blocks whose machine's words were made with other terms than the lexicon's."""
    return tuple(
        unit
        for block in words.blocks
        for unit in block.source
        if len(block.source) == 1 and (block.state == "machine" or block.proposed)
        if block.terms != terms_of(unit, lexicon)
    )


def in_other_words(
    unit: Unit, language: Language, made: Mapping[Sentence, Made], terms: str = ""
) -> MadeUnit:
    """The unit with every sentence replaced by what was made of it, and who made them.

    `terms` is the digest of the terms with which they were asked.
    """
    by: dict[str, None] = {}
    doubts: dict[str, None] = {}

    def say(run: Inline) -> Inline:
        spans: list[Span] = []
        for sentence, gap in _cut(run, language):
            line = encode(sentence)
            done = made[Sentence(line.text)]
            by[done.by] = None
            doubts.update(dict.fromkeys(done.doubts))
            spans += [*decode(done.line, line), Span(text=gap)]
        return joined(spans)

    said = unit.saying(tuple(say(run) for run in unit.runs()))
    return MadeUnit(said=said, by=tuple(by), terms=terms, doubts=tuple(doubts))


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
