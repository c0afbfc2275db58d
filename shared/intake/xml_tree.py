"""XML files that editors upload, read safely: no entities, nothing from elsewhere."""

from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from shared.intake.findings import Findings

_LINE = "\0line"


class _Parser(DefusedXMLParser):  # type: ignore[misc]
    """Notes the line on which each element begins."""

    def _start(self, tag: str, attributes: list[str]) -> Element:
        element: Element = super()._start(tag, attributes)
        element.set(_LINE, str(self.parser.CurrentLineNumber))
        return element


def read_xml(content: bytes, found: Findings) -> Element | None:
    """The outermost element, or a fault: not-xml, xml-entities. A document type may be named."""
    parser = _Parser(target=TreeBuilder(), forbid_dtd=False, forbid_entities=True)
    try:
        parser.feed(content)
        root: Element = parser.close()
    except DefusedXmlException:
        found.fault("file", "xml-entities", parser.parser.CurrentLineNumber)
    except (ParseError, ValueError, LookupError) as broken:
        line = broken.position[0] if isinstance(broken, ParseError) else None
        found.fault("file", "not-xml", line)
    else:
        return root
    return None


def line_of(element: Element) -> int:
    """The line on which an element begins."""
    return int(element.get(_LINE, "0"))
