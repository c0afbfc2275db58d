"""The newsroom's glossary, as CSV or as TMX 1.4b; checked whole, every fault at once.

Both are read into rows of cells by column, so the same rules hold for both. A cell of `forbidden`
names has them with a bar between: `acuerdo | convenio`. In TMX each `tu` is a row: a `tuv` has the
name of its language and a `prop` of type `x-forbidden` for each forbidden one; `note`, and `prop`s
of the types `x-pos`, `x-match` and `x-keep` have the rest.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast, get_args
from xml.etree.ElementTree import Element

from shared.intake.findings import Findings, nearest
from shared.intake.text import as_text, one_line
from shared.intake.xml_tree import line_of, read_xml
from shared.news.faults import Fault, Note
from shared.news.glossary import NO_TERMS, Glossary, Match, Term
from shared.news.keys import GLOSSARY_TMX_KEY
from shared.news.language import LANGUAGES, Language

LARGEST = 5_000_000
"""Bytes of a glossary."""
MOST = 5000
"""Terms of one file."""
LONGEST = 100
LONGEST_NOTE = 500
SHORT = 3
"""A name with fewer letters, found in any case, is found where nobody expects it."""
_FORBIDDEN = {language: f"forbidden_{language}" for language in LANGUAGES}
COLUMNS = (*LANGUAGES, "pos", "note", "match", "keep", *_FORBIDDEN.values())
_EXAMPLES = {
    "en": "treaty",
    "ar": "معاهدة",
    "es": "tratado",
    "pos": "noun",
    "note": "Not an agreement",
    "match": "inflected",
    "keep": "yes",
    "forbidden_en": "pact",
    "forbidden_ar": "اتفاق",
    "forbidden_es": "acuerdo | convenio",
}
_HEADER = ",".join(COLUMNS)
_YES, _NO = ("yes", "true", "1", "sí", "si", "نعم"), ("no", "false", "0", "لا", "")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class GlossaryReading:
    """What the file says; without faults the glossary is there."""

    faults: tuple[Fault, ...] = ()
    notes: tuple[Note, ...] = ()
    glossary: Glossary | None = None


@dataclass(frozen=True)
class _Row:
    """A row with its line in the file, and its cells by column."""

    line: int
    cells: dict[str, str]
    found: Findings

    def cell(self, column: str) -> str:
        return one_line(self.cells.get(column) or "")

    def fault(self, column: str, rule: str, example: str | None = None, **given: str) -> None:
        shown = _EXAMPLES[column] if example is None else example
        self.found.fault(column, rule, self.line, shown, **given)


def read_glossary(
    key: str, content: bytes, size: int, others: Glossary = NO_TERMS
) -> GlossaryReading:
    """The glossary, or every fault of the file; never an exception.

    `others` are the terms of the newsroom's other file, which the notes compare these with.
    `size` is the file's true size where `content` may be only its beginning.
    """
    found = Findings()
    if max(size, len(content)) > LARGEST:
        shown = f"{max(size, len(content)) / 1_000_000:.1f}"
        found.fault("file", "too-large", size=shown, limit=str(LARGEST // 1_000_000))
        return GlossaryReading(found.faults)
    rows = [*(_in_tmx if key == GLOSSARY_TMX_KEY else _in_csv)(content, found)]
    if len(rows) > MOST:
        found.fault("file", "too-many", length=str(len(rows)), limit=str(MOST))
        return GlossaryReading(found.faults)
    terms = [(row.line, term) for row in rows if (term := _term(row))]
    if found.faults:
        return GlossaryReading(found.faults, found.notes)
    _Suspicion(found, others).look_at(terms)
    return GlossaryReading((), found.notes, Glossary(terms=tuple(term for _, term in terms)))


# --- CSV -----------------------------------------------------------------------------------------


def _in_csv(content: bytes, found: Findings) -> Iterator[_Row]:
    text = as_text(content)
    if text is None:
        found.fault("file", "not-text")
        return
    lines = found.clean(text, "file").split("\n")
    if not any(map(str.strip, lines)):
        found.fault("file", "empty", example=_HEADER)
        return
    separator = max(",;\t", key=lines[0].count)
    table = csv.reader((f"{line}\n" for line in lines), delimiter=separator, strict=True)
    columns: list[str] | None = None
    try:
        for cells in table:
            if columns is None:
                columns = _columns(cells, found)
            elif any(map(str.strip, cells)):
                yield _row(cells, columns, table.line_num, found)
    except csv.Error:
        found.fault("file", "csv-quotes", table.line_num)


def _columns(cells: list[str], found: Findings) -> list[str]:
    """The names of the columns; "" for one that has none."""
    columns = [cell.strip().lower() for cell in cells]
    for at, name in enumerate(columns):
        if name and name in columns[:at]:
            found.fault(name, "doubled-column", 1, _HEADER)
        elif name and name not in COLUMNS:
            found.fault(name, "unknown-column", 1, _HEADER, nearest=nearest(name, COLUMNS))
    if not set(LANGUAGES) & set(columns):
        found.fault("file", "no-columns", 1, _HEADER)
    return columns


def _row(cells: list[str], columns: list[str], line: int, found: Findings) -> _Row:
    beyond = [cell for cell in cells[len(columns) :] if cell.strip()]
    if beyond:
        found.fault("file", "too-many-cells", line, given=beyond[0][:LONGEST])
    return _Row(line, dict(zip(columns, cells, strict=False)), found)


# --- TMX -----------------------------------------------------------------------------------------


def _in_tmx(content: bytes, found: Findings) -> Iterator[_Row]:
    root = read_xml(content, found)
    if root is None:
        return
    if root.tag != "tmx":
        found.fault("file", "memory-not-tmx", 1, '<tmx version="1.4">')
        return
    for unit in root.iter("tu"):
        cells = {"note": _said(unit, "note")}
        cells |= {name: _prop(unit, f"x-{name}") for name in ("pos", "match", "keep")}
        for variant in unit.iter("tuv"):
            cells |= _variant(variant, found)
        yield _Row(line_of(unit), cells, found)


def _variant(variant: Element, found: Findings) -> dict[str, str]:
    """The cells of a language; those of one that we have no edition in are passed over."""
    tag = variant.get(_LANGUAGE) or variant.get("lang")
    if not tag:
        found.fault("file", "memory-language", line_of(variant), '<tuv xml:lang="en">')
        return {}
    language = next((code for code in LANGUAGES if code == re.split("[-_]", tag.lower())[0]), None)
    if language is None:
        return {}
    segment = variant.find("seg")
    name = "" if segment is None else "".join(segment.itertext())
    return {language: name, _FORBIDDEN[language]: _prop(variant, "x-forbidden")}


def _prop(element: Element, kind: str) -> str:
    return " | ".join(
        "".join(prop.itertext()) for prop in element.findall("prop") if prop.get("type") == kind
    )


def _said(element: Element, tag: str) -> str:
    said = element.find(tag)
    return "" if said is None else "".join(said.itertext())


# --- rows ----------------------------------------------------------------------------------------


def _term(row: _Row) -> Term | None:
    """The term of a row; None where it has a fault."""
    before = len(row.found.found)
    names = {language: _checked(row, language, row.cell(language)) for language in LANGUAGES}
    forbidden = {language: _forbidden(row, _FORBIDDEN[language]) for language in LANGUAGES}
    match = row.cell("match").lower() or "inflected"
    if match not in get_args(Match):
        known, guess = ", ".join(get_args(Match)), nearest(match, get_args(Match))
        row.fault("match", "not-one-of", given=match, known=known, nearest=guess)
    keep = _is_yes(row)
    _check_names(row, names, forbidden, keep=keep)
    for column, limit in (("note", LONGEST_NOTE), ("pos", LONGEST)):
        _check_length(row, column, row.cell(column), limit)
    if len(row.found.found) > before:
        return None
    return Term(
        **names,
        keep=keep,
        match=cast("Match", match),
        pos=row.cell("pos"),
        note=row.cell("note"),
        forbidden_en=forbidden["en"],
        forbidden_ar=forbidden["ar"],
        forbidden_es=forbidden["es"],
    )


def _forbidden(row: _Row, column: str) -> tuple[str, ...]:
    names = (one_line(name) for name in (row.cells.get(column) or "").split("|"))
    return tuple(dict.fromkeys(_checked(row, column, name) for name in names if name))


def _checked(row: _Row, column: str, name: str) -> str:
    _check_length(row, column, name, LONGEST)
    if name and not any(map(str.isalnum, name)):
        row.fault(column, "term-without-letters", given=name[:LONGEST])
    return name


def _check_length(row: _Row, column: str, text: str, limit: int) -> None:
    if len(text) > limit:
        row.fault(column, "too-long", length=str(len(text)), limit=str(limit))


def _is_yes(row: _Row) -> bool:
    keep = row.cell("keep").casefold()
    if keep not in (*_YES, *_NO):
        row.fault("keep", "not-one-of", given=keep, known="yes, no", nearest="")
    return keep in _YES


def _check_names(
    row: _Row,
    names: dict[Language, str],
    forbidden: dict[Language, tuple[str, ...]],
    *,
    keep: bool,
) -> None:
    given = {language: name for language, name in names.items() if name}
    said = {*given, *(language for language in LANGUAGES if forbidden[language])}
    if not given or not (keep or len(said) > 1):  # it must lead from one language into another
        row.fault("en", "term-says-nothing")
    if keep and len(set(given.values())) > 1:
        first, second, *_ = dict.fromkeys(given.values())
        row.fault("keep", "term-kept-differs", given=first, other=second)
    for language, name in given.items():
        if _folded(name) in map(_folded, forbidden[language]):
            row.fault(_FORBIDDEN[language], "term-forbids-itself", given=name)


def _says(term: Term) -> tuple[object, ...]:
    names = (
        *map(term.form, LANGUAGES),
        *(one for code in LANGUAGES for one in term.forbidden(code)),
    )
    return term.keep, *map(_folded, names)


def _any(term: Term) -> str:
    return next(name for name in map(term.form, LANGUAGES) if name)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


# --- what looks wrong ----------------------------------------------------------------------------


@dataclass
class _Suspicion:
    """Compares each term with those before it, in the file and in the other one."""

    found: Findings
    others: Glossary
    known: dict[tuple[Language, str], list[tuple[int, Term]]] = field(default_factory=dict)

    def look_at(self, terms: Sequence[tuple[int, Term]]) -> None:
        for term in self.others.terms:
            self._remember(0, term)
        for line, term in terms:
            for language in LANGUAGES:
                name = getattr(term, language)
                if name:
                    self._at_name(line, term, language, name)
            self._remember(line, term)

    def _remember(self, line: int, term: Term) -> None:
        for language in LANGUAGES:
            if name := getattr(term, language):
                self.known.setdefault((language, _folded(name)), []).append((line, term))

    def _at_name(self, line: int, term: Term, language: Language, name: str) -> None:
        if sum(map(str.isalnum, name)) < SHORT and term.match != "exact" and not name.isupper():
            self.found.note(language, "term-short", row=str(line), given=name)
        arabic = any("ARABIC" in unicodedata.name(one, "") for one in name if one.isalpha())
        if not term.keep and arabic != (language == "ar"):
            self.found.note(language, "term-script", row=str(line), given=name)
        for before, known in self.known.get((language, _folded(name)), ()):
            self._beside(line, term, language, before, known)

    def _beside(self, line: int, term: Term, language: Language, before: int, known: Term) -> None:
        """What two terms with the same name in a language say of the others."""
        given = {"given": term.form(language), "first": str(before or "")}
        if _says(known) == _says(term):
            self.found.note(
                "file", "term-doubled", row=str(line), first=given["first"], given=_any(term)
            )
            return
        for other in LANGUAGES:
            here, there = term.form(other), known.form(other)
            if other != language and here and there and _folded(here) != _folded(there):
                self.found.note(other, "term-contradicts", row=str(line), **given, other=there)
            if there and _folded(there) in map(_folded, term.forbidden(other)):
                column = _FORBIDDEN[other]
                self.found.note(
                    column, "term-forbidden-elsewhere", row=str(line), **given, other=there
                )
            if here and _folded(here) in map(_folded, known.forbidden(other)):
                self.found.note(
                    other, "term-forbidden-elsewhere", row=str(line), **given, other=here
                )
