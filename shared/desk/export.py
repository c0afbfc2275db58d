"""An edition's text as a file for people: change the words, upload it, and it is that edition's."""

import json
import re
from collections.abc import Iterator

from shared.desk.body import body_as_markdown
from shared.desk.dossier import Dossier
from shared.news.facts import Translated
from shared.news.keys import export_key, story_key
from shared.news.language import LANGUAGES, Language
from shared.news.shelf import Item
from shared.news.story import Texts
from shared.news.view import StoryView

_PLAIN = re.compile(r"[^\W\d_][\w .;!?()'’‘“”«»،؛؟¿¡–—/-]*")
_WORDS_OF_YAML = {"null", "true", "false", "yes", "no", "on", "off"}


def exports(dossier: Dossier) -> Iterator[Item]:
    """The text of every edition that the story has words in, beside its own language."""
    for edition in LANGUAGES:
        content = export(dossier, edition)
        source = dossier.seen and dossier.seen.source
        name = story_key(source.fact.key) if source else None
        if content and name:
            yield Item(
                key=export_key(name.stem, edition),
                content=content,
                content_type="text/markdown; charset=utf-8",
            )


def export(dossier: Dossier, edition: Language) -> bytes | None:
    """The edition's text as intake reads it; None where it has none, or is the source's own.

    It names the fact since which the edition says this, so its bytes never repeat.
    """
    seen = dossier.seen
    article = seen.editions[edition].article if seen else None
    if seen is None or article is None or article.edition == article.source_language:
        return None
    lines = [
        "---",
        f"# {seen.id}, {edition}, fact {seen.editions[edition].as_of}",
        *_fields(article.texts),
        *_translates(dossier, seen, edition),
        "---",
        body_as_markdown(article.texts.body or ()),
    ]
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


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


def _field(name: str, text: str | None) -> Iterator[str]:
    if text:
        yield f"{name}: {_value(text)}"


def _value(text: str) -> str:
    """Plain where YAML takes it for nothing but text, else in quotation marks."""
    plain = _PLAIN.fullmatch(text) and not text.endswith(" ")
    if plain and text.lower() not in _WORDS_OF_YAML:
        return text
    return json.dumps(text, ensure_ascii=False)


def _translates(dossier: Dossier, seen: StoryView, edition: Language) -> Iterator[str]:
    """Which source text it was made from, and which one is newer."""
    made_from = _made_from(dossier, seen, edition)
    newest = seen.released.fact.text if seen.released else None
    yield f"translates: {made_from}"
    if newest != made_from:
        yield f"# translates: {newest}"


def _made_from(dossier: Dossier, seen: StoryView, edition: Language) -> str | None:
    person = seen.editions[edition].person
    if person and person.saw:
        return person.saw
    if seen.released and dossier.complete(edition):
        return seen.released.fact.text
    made = [
        fact.what
        for fact in dossier.log.facts
        if isinstance(fact.what, Translated) and fact.what.edition == edition and fact.what.body
    ]
    return made[-1].text if made else None
