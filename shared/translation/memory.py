"""The reviewed memory: translations that people approved, from a TMX 1.4 file.

A unit's inline elements (bpt and ept by their `i`, ph, and it) become codes; a sentence is found
by its normalised line in any direction between the languages of its unit. A bold link is one
pair, as marks do not nest.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from shared.news.faults import Fault
from shared.news.language import LANGUAGES, Language
from shared.translation.markup import Damaged, one_line, ordinals, renumbered, verify
from shared.translation.ports import PaidKey, Pair

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_FIELD = "memory"


def normalised(line: str) -> str:
    """The line as memories compare it: NFC, white space collapsed, codes by first appearance."""
    composed = unicodedata.normalize("NFC", line)
    return renumbered(re.sub(r"\s+", " ", composed).strip(), ordinals(composed))


def paid_key(line: str, pair: Pair, engine: str) -> PaidKey:
    """What an engine's translation of a line is remembered by."""
    sentence = hashlib.sha256(normalised(line).encode()).hexdigest()
    return PaidKey(sentence, pair.source, pair.target, engine)


@dataclass(frozen=True)
class ReviewedMemory:
    """Approved translations by pair of languages and normalised line."""

    entries: Mapping[tuple[Language, Language, str], str]

    def find(self, sentence: str, source: Language, target: Language) -> str | None:
        found = self.entries.get((source, target, normalised(sentence)))
        if found is None:
            return None
        back = {rank: number for number, rank in ordinals(sentence).items()}
        return renumbered(found, back)

    def __len__(self) -> int:
        return len(self.entries)


NO_MEMORY = ReviewedMemory({})


class _Wrong(Exception):
    def __init__(self, rule: str, line: int | None, **given: str) -> None:
        super().__init__(rule)
        self.fault = Fault(field=_FIELD, rule=rule, line=line, given=given)


def parse_tmx(content: bytes) -> ReviewedMemory | tuple[Fault, ...]:
    """The memory that a TMX file holds, or what is wrong with it, each with its line.

    Rules: memory-not-xml, memory-entities (entity declarations are refused), memory-not-tmx,
    memory-language (a tuv without a language), memory-empty (a tuv without words), memory-inline
    (an unknown inline element, or a bpt without its ept), memory-marks (the languages of a unit
    have different marks). Languages other than the three editions' are passed over.
    """
    try:
        root = _tree(content)
    except _Wrong as wrong:
        return (wrong.fault,)
    entries: dict[tuple[Language, Language, str], str] = {}
    faults: list[Fault] = []
    for unit in root.iter("tu"):
        try:
            lines = _lines(unit)
        except _Wrong as wrong:
            faults.append(wrong.fault)
            continue
        for (source, line), (target, other) in permutations(lines.items(), 2):
            entry = renumbered(other, ordinals(line))
            entries.setdefault((source, target, normalised(line)), entry)
    return tuple(faults) or ReviewedMemory(entries)


class _Parser(DefusedXMLParser):  # type: ignore[misc]
    """Notes the line on which each element begins."""

    def _start(self, tag: str, attributes: list[str]) -> Element:
        element: Element = super()._start(tag, attributes)
        element.set("line", str(self.parser.CurrentLineNumber))
        return element


def _tree(content: bytes) -> Element:
    parser = _Parser(target=TreeBuilder(), forbid_dtd=False, forbid_entities=True)
    try:
        parser.feed(content)
        root = parser.close()
    except DefusedXmlException:
        raise _Wrong("memory-entities", parser.parser.CurrentLineNumber) from None
    except (ParseError, ValueError, LookupError) as broken:
        line = broken.position[0] if isinstance(broken, ParseError) else None
        raise _Wrong("memory-not-xml", line) from None
    if not isinstance(root, Element) or root.tag != "tmx":
        raise _Wrong("memory-not-tmx", 1)
    return root


def _lines(unit: Element) -> dict[Language, str]:
    """The canonical line of each language in a unit."""
    lines: dict[Language, str] = {}
    for variant in unit.iter("tuv"):
        language = _language(variant)
        if language:
            lines.setdefault(language, _line(variant))
    first = next(iter(lines.values()), "")
    for line in lines.values():
        try:
            verify(first, line)
        except Damaged:
            raise _Wrong("memory-marks", _at(unit), unit=unit.get("tuid", "")) from None
    return lines


def _language(variant: Element) -> Language | None:
    tag = variant.get(_LANGUAGE) or variant.get("lang")
    if not tag:
        raise _Wrong("memory-language", _at(variant))
    return next((code for code in LANGUAGES if code == re.split("[-_]", tag.lower())[0]), None)


def _line(variant: Element) -> str:
    segment = variant.find("seg")
    text = "" if segment is None else one_line("".join(_words(segment, {})))
    if not text:
        raise _Wrong("memory-empty", _at(variant))
    return text


def _words(element: Element, numbers: dict[str, int]) -> Iterator[str]:
    """The words of an element, with codes for the inline elements in it."""
    yield element.text or ""
    for child in element:
        yield from _code(child, numbers)
        yield child.tail or ""


def _code(child: Element, numbers: dict[str, int]) -> Iterator[str]:
    name = child.get("i") or child.get("x") or f"{child.tag}{len(numbers)}"
    match child.tag:
        case "bpt":
            yield f"XPA{numbers.setdefault(name, len(numbers))}X"
        case "ept" if name in numbers:
            yield f"XPZ{numbers[name]}X"
        case "ph" | "it":
            yield f"XPH{numbers.setdefault(f'{child.tag} {name}', len(numbers))}X"
        case "hi":
            yield from _words(child, numbers)
        case _:
            raise _Wrong("memory-inline", _at(child), element=child.tag)


def _at(element: Element) -> int:
    return int(element.get("line", "0"))
