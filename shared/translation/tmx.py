"""The reviewed memory as a TMX 1.4 file: what people approved, in any of the languages.

A unit's inline elements become codes: bpt and ept are a pair by their `i`, ph and it stand alone;
`x` matches them between languages (without it, `i` and their order do). A bold link is one pair,
as marks do not nest.
"""

import re
from collections.abc import Iterator
from itertools import permutations
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from shared.news.faults import Fault
from shared.news.language import LANGUAGES, Language
from shared.translation.markup import Damaged, one_line, ordinals, renumbered, verify
from shared.translation.memory import ReviewedMemory, normalised

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_FIELD = "memory"


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


def memory_faults(content: bytes) -> tuple[Fault, ...]:
    """What is wrong with a TMX file that was uploaded."""
    parsed = parse_tmx(content)
    return () if isinstance(parsed, ReviewedMemory) else parsed


class _Wrong(Exception):
    def __init__(self, rule: str, line: int | None, **given: str) -> None:
        super().__init__(rule)
        self.fault = Fault(field=_FIELD, rule=rule, line=line, given=given)


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
    numbers: dict[str, int] = {}
    for variant in unit.iter("tuv"):
        language = _language(variant)
        if language:
            lines.setdefault(language, _line(variant, numbers))
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


def _line(variant: Element, numbers: dict[str, int]) -> str:
    """The canonical line of a variant; `numbers` are the ordinals of its unit's elements."""
    segment = variant.find("seg")
    text = "" if segment is None else one_line("".join(_words(segment, numbers, _Open())))
    if not text:
        raise _Wrong("memory-empty", _at(variant))
    return text


class _Open(dict[str, int]):
    """The pairs that a variant has begun, by their `i`, and how many other elements it has."""

    others = 0


def _words(element: Element, numbers: dict[str, int], begun: _Open) -> Iterator[str]:
    """The words of an element, with codes for the inline elements in it."""
    yield element.text or ""
    for child in element:
        if child.tag == "hi" and element.tag != "hi":
            yield from _words(child, numbers, begun)
        else:
            yield _code(child, numbers, begun)
        yield child.tail or ""


def _code(child: Element, numbers: dict[str, int], begun: _Open) -> str:
    """An inline element as a code; `x` matches elements between languages, `i` within one."""
    inner = child.get("i", "")
    match child.tag:
        case "bpt":
            name = f"pair {child.get('x') or inner}"
            begun[inner] = numbers.setdefault(name, len(numbers))
            return f"XPA{begun[inner]}X"
        case "ept" if inner in begun:
            return f"XPZ{begun[inner]}X"
        case "ph" | "it":
            begun.others += 1
            name = f"one {child.get('x') or begun.others}"
            return f"XPH{numbers.setdefault(name, len(numbers))}X"
        case _:
            raise _Wrong("memory-inline", _at(child), element=child.tag)


def _at(element: Element) -> int:
    return int(element.get("line", "0"))
