"""A story's texts, sentence by sentence: taken apart, and put together in another language."""

from collections.abc import Callable, Iterator, Mapping

from shared.news.blocks import Inline, Span, inlines, plain, with_inlines
from shared.news.language import Language
from shared.news.story import PARTS, MachineText, Part, Texts
from shared.translation.chain import Made, Sentence
from shared.translation.markup import decode, encode, joined
from shared.translation.segments import sentences

_EXACT: frozenset[Part] = frozenset({"headline", "deck"})

Retell = Callable[[Part, Inline], Inline]


def sentences_of(texts: Texts, language: Language) -> list[Sentence]:
    """Every sentence of the texts, in reading order."""
    found: list[Sentence] = []

    def note(part: Part, run: Inline) -> Inline:
        found.extend(
            Sentence(encode(spans).text, part in _EXACT) for spans, _ in _cut(run, language)
        )
        return run

    _retold(texts, note)
    return found


def in_other_words(texts: Texts, language: Language, made: Mapping[Sentence, Made]) -> MachineText:
    """The texts with every sentence replaced by what was made of it."""
    engines: dict[Part, dict[str, None]] = {}

    def say(part: Part, run: Inline) -> Inline:
        spans: list[Span] = []
        for sentence, gap in _cut(run, language):
            line = encode(sentence)
            done = made[Sentence(line.text, part in _EXACT)]
            engines.setdefault(part, {})[done.by] = None
            spans += [*decode(done.line, line), Span(text=gap)]
        return joined(spans)

    retold = _retold(texts, say)
    return MachineText(texts=retold, engines={part: tuple(by) for part, by in engines.items()})


def _retold(texts: Texts, retell: Retell) -> Texts:
    """The texts with every run of text replaced."""

    def words(part: Part, text: str) -> str:
        return plain(retell(part, (Span(text=text),)))

    changed: dict[str, object] = {}
    for part in PARTS:
        match getattr(texts, part):
            case str() as text if text:
                changed[part] = words(part, text)
            case tuple() as items if part == "tags":
                changed[part] = tuple(words(part, item) for item in items)
            case tuple() as blocks:
                changed[part] = tuple(
                    with_inlines(block, tuple(retell(part, run) for run in inlines(block)))
                    for block in blocks
                )
    return Texts.model_validate(changed)


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
