"""The newsroom's glossary as TMX 1.4b, for other tools and for the next upload."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from shared.news.archive import Archive, Bodies
from shared.news.glossary import Glossary, Term, glossary_of
from shared.news.keys import GLOSSARY_KEYS, GLOSSARY_TMX_KEY, log_of
from shared.news.language import LANGUAGES
from shared.news.shelf import Item

EXPORT_KEY = f"translations/{GLOSSARY_TMX_KEY}"
_LANGUAGE = "xml:lang"


def glossary_export(archive: Archive, bodies: Bodies) -> Item:
    """The terms in force; it names the facts that say so, so its bytes never repeat."""
    logs = [archive.read(log_of(key)) for key in GLOSSARY_KEYS]
    terms = tuple(term for log in logs for term in glossary_of(log, bodies).terms)
    facts = ", ".join(f"{key} {log.revision}" for key, log in zip(GLOSSARY_KEYS, logs, strict=True))
    content = as_tmx(Glossary(terms=terms), facts)
    return Item(key=EXPORT_KEY, content=content, content_type="application/xml")


def as_tmx(glossary: Glossary, note: str = "") -> bytes:
    """The glossary as intake reads it; the note stands in its header."""
    root = Element("tmx", {"version": "1.4"})
    header = SubElement(
        root,
        "header",
        {
            "creationtool": "triptych",
            "creationtoolversion": "1",
            "segtype": "phrase",
            "o-tmf": "csv",
            "adminlang": "en",
            "srclang": "*all*",
            "datatype": "plaintext",
        },
    )
    _said(header, "note", note)
    body = SubElement(root, "body")
    for term in glossary.terms:
        body.append(_unit(term))
    indent(root)
    content: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def _unit(term: Term) -> Element:
    unit = Element("tu")
    _said(unit, "note", term.note)
    for kind, said in _properties(term):
        _said(unit, "prop", said, type=kind)
    for language in LANGUAGES:
        name: str = getattr(term, language)
        if name or term.forbidden(language):
            variant = SubElement(unit, "tuv", {_LANGUAGE: language})
            for forbidden in term.forbidden(language):
                _said(variant, "prop", forbidden, type="x-forbidden")
            SubElement(variant, "seg").text = name
    return unit


def _properties(term: Term) -> Iterator[tuple[str, str]]:
    yield "x-match", term.match
    yield "x-pos", term.pos
    yield "x-keep", "yes" if term.keep else ""


def _said(parent: Element, tag: str, text: str, **attributes: str) -> None:
    if text:
        SubElement(parent, tag, attributes).text = text
