"""XML files that editors upload, read safely: no entities, nothing from elsewhere."""

from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException, DTDForbidden
from defusedxml.ElementTree import DefusedXMLParser

from shared.intake.findings import Findings

DEEPEST = 100
"""No file of ours has elements in elements in elements as deep as this."""
MOST = 200_000
"""Elements of a file: some 80 MB of memory."""
_LINE = "\0line"


class _TooDeep(Exception):
    """Elements are nested as nobody nests them."""


class _TooMany(Exception):
    """There are more elements than memory is to be spent on."""


class _Parser(DefusedXMLParser):  # type: ignore[misc]
    """Notes the line on which each element begins."""

    depth = 0
    begun = 0

    def _start(self, tag: str, attributes: list[str]) -> Element:
        self.depth += 1
        self.begun += 1
        if self.depth > DEEPEST:
            raise _TooDeep
        if self.begun > MOST:
            raise _TooMany
        element: Element = super()._start(tag, attributes)
        element.set(_LINE, str(self.parser.CurrentLineNumber))
        return element

    def _end(self, tag: str) -> Element:
        self.depth -= 1
        element: Element = super()._end(tag)
        return element


def read_xml(content: bytes, found: Findings, *, doctype: bool = True) -> Element | None:
    """The outermost element; or one fault of the file, not-xml or one that begins with xml.

    A document type may be named, but for kinds of file that have none.
    """
    parser = _Parser(target=TreeBuilder(), forbid_dtd=not doctype, forbid_entities=True)
    try:
        parser.feed(content)
        root: Element = parser.close()
    except DTDForbidden:
        found.fault("file", "xml-doctype", parser.parser.CurrentLineNumber)
    except DefusedXmlException:
        found.fault("file", "xml-entities", parser.parser.CurrentLineNumber)
    except _TooDeep:
        found.fault("file", "xml-deep", parser.parser.CurrentLineNumber, limit=str(DEEPEST))
    except _TooMany:
        found.fault("file", "xml-many", parser.parser.CurrentLineNumber, limit=str(MOST))
    except (ParseError, ValueError, LookupError) as broken:
        line = broken.position[0] if isinstance(broken, ParseError) else None
        found.fault("file", "not-xml", line)
    else:
        return root
    return None


def line_of(element: Element) -> int:
    """The line on which an element begins."""
    return int(element.get(_LINE, "0"))
