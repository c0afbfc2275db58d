"""An edition's text as a file for people: change the words, upload it, and it is that edition's."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from shared.desk.body import body_as_markdown
from shared.desk.dossier import Dossier
from shared.desk.suggestion import suggestion
from shared.news.blocks import plain
from shared.news.facts import Released, SourceAccepted, Withdrawn
from shared.news.language import Language
from shared.news.log import Log
from shared.news.story import Texts
from shared.news.units import Unit
from shared.news.view import StoryView
from shared.news.wording import Block

_PLAIN = re.compile(r"[^\W\d_][\w .;!?()'’‘“”«»،؛؟¿¡–—/-]*")
_WORDS_OF_YAML = {"null", "true", "false", "yes", "no", "on", "off"}


def export(dossier: Dossier, edition: Language) -> bytes | None:
    """The edition's text as intake reads it; None where it has none, or is the source's own.

    It names the fact since which the edition says this, so its bytes never repeat.
    """
    seen = dossier.seen
    words = _words(seen, edition) if seen else None
    if seen is None or words is None:
        return None
    texts, made_from = words
    lines = [
        "---",
        f"# {seen.id}, {edition}, fact {since(dossier.log, edition)}",
        *_outdated(seen, edition),
        *_fields(texts),
        *_translates(seen, made_from),
        "---",
        body_as_markdown(texts.body or ()),
    ]
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def _words(seen: StoryView, edition: Language) -> tuple[Texts, str] | None:
    """The words to edit, and the source text that they belong to.

    The newest draft where every block has words, else what is live.
    """
    source, draft = seen.released or seen.waiting(), seen.draft(edition)
    if source is None or draft is None or edition == source.body.language:
        return None
    if not seen.pending(edition):
        return draft.texts(), source.fact.text
    state = seen.editions[edition]
    return (state.article.texts, state.text) if state.article else None


def _translates(seen: StoryView, made_from: str) -> Iterator[str]:
    """Which source text the words belong to, and which one is newer."""
    newest = seen.released.fact.text if seen.released else made_from
    yield f"translates: {made_from}"
    if newest != made_from:
        yield f"# translates: {newest}"


def since(log: Log, edition: Language) -> int:
    """The newest fact that may have changed the edition's words."""
    return max(
        fact.number
        for fact in log.facts
        if isinstance(fact.what, SourceAccepted | Released | Withdrawn)
        or getattr(fact.what, "edition", edition) == edition
    )


def _outdated(seen: StoryView, edition: Language) -> Iterator[str]:
    """What to look at before the file is uploaded, since that says that it was looked at."""
    draft = seen.draft(edition)
    if draft and draft.outdated and not seen.pending(edition):
        yield "# Older than the source. Uploading this file says that they were checked:"
        for block in draft.blocks:
            if block.outdated:
                yield f"#   {block.id}: {one_line(block.source)}"
                proposed = proposal(block, seen, edition)
                if proposed:
                    yield f"#     proposed: {proposed}"
        yield from (f"#   {block.id}: removed from the source" for block in draft.removed)


def proposal(block: Block, seen: StoryView, edition: Language) -> str:
    """What the block could say instead; what has not changed stays as the person wrote it."""
    source = seen.released or seen.waiting()
    found = suggestion(block, source.body.language, edition) if source else ()
    return " ".join(" ".join(one.says for one in found).split())


def one_line(units: Iterable[Unit]) -> str:
    """Their words without marks."""
    return " ".join(" ".join(unit.plain().split()) for unit in units)


def _fields(texts: Texts) -> Iterator[str]:
    for name in ("headline", "deck"):
        yield from _field(name, getattr(texts, name))
    if texts.caption or texts.alt:
        yield "picture:"
        yield from _field("  caption", texts.caption)
        yield from _field("  alt", texts.alt)
    yield from _field("source", texts.source)
    if texts.tags:
        yield "tags:"
        yield from (f"  - {_value(tag)}" for tag in texts.tags)
    yield from _field("correction", texts.correction)
    yield from _several(texts)


def _several(texts: Texts) -> Iterator[str]:
    """What is said in a video, the legends of a gallery, the rows of data."""
    if texts.transcript:
        yield "transcript: |"
        lines = (line for said in texts.transcript for line in ("", f"  {plain(said.spans)}"))
        yield from islice(lines, 1, None)
    if texts.pictures:
        yield "pictures:"
        for one in texts.pictures:
            yield f"  - file: {_value(one.file)}"
            yield from _field("    caption", one.caption)
            yield from _field("    alt", one.alt)
    if texts.table:
        yield "data:"
        for row in texts.table:
            yield f"  - [{', '.join(json.dumps(cell, ensure_ascii=False) for cell in row.cells)}]"


def _field(name: str, text: str | None) -> Iterator[str]:
    if text:
        yield f"{name}: {_value(text)}"


def _value(text: str) -> str:
    """Plain where YAML takes it for nothing but text, else in quotation marks."""
    plain = _PLAIN.fullmatch(text) and not text.endswith(" ")
    if plain and text.lower() not in _WORDS_OF_YAML:
        return text
    return json.dumps(text, ensure_ascii=False)
