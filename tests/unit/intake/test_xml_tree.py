"""XML from editors: read with the line of each element, or told what is wrong with it."""

import pytest

from shared.intake.findings import Findings
from shared.intake.xml_tree import line_of, read_xml


def test_elements_know_their_lines() -> None:
    root = read_xml(b"<a>\n<b/>\n\n<c/></a>", Findings())
    assert root is not None
    assert [line_of(root), *map(line_of, root)] == [1, 2, 4]


@pytest.mark.parametrize(
    ("content", "rule", "line"),
    [
        (b"<a>\n<b></a>", "not-xml", 2),
        (b"", "not-xml", 1),
        (b"<?xml version='1.0' encoding='klingon'?><a/>", "not-xml", None),
        (b"<a>\n" + b"<b/>" * 1_000_000, "xml-many", 2),
        (b"<a>" * 99 + b"\n<a>" * 100_000, "xml-deep", 3),
        (b'<!DOCTYPE a [\n<!ENTITY b "c">]><a>&b;</a>', "xml-entities", 2),
    ],
)
def test_what_cannot_be_read_is_told(content: bytes, rule: str, line: int | None) -> None:
    found = Findings()
    assert read_xml(content, found) is None
    assert [fault.rule for fault in found.faults] == [rule]
    assert line is None or found.faults[0].line == line


def test_a_document_type_may_be_named() -> None:
    assert read_xml(b'<!DOCTYPE a SYSTEM "a.dtd"><a/>', Findings()) is not None


def test_a_document_type_is_a_fault_where_the_kind_of_file_has_none() -> None:
    found = Findings()
    assert read_xml(b'\n<!DOCTYPE a SYSTEM "a.dtd"><a/>', found, doctype=False) is None
    assert [(fault.rule, fault.line) for fault in found.faults] == [("xml-doctype", 2)]
