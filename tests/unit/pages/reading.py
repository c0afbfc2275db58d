"""Reads a rendered page as a browser would, as far as tests need it."""

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from shared.news.shelf import Item

_VOID = {"meta", "link", "img", "source", "track", "hr", "br", "input"}


@dataclass
class Element:
    """One element: its attributes, and all the text in it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    inside: list["Element"] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")


class Page(HTMLParser):
    """A parsed page; fails where elements are not closed in order."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self._native: list[str] = []
        self.feed(item.content.decode())
        self.close()
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        for outer in self._open:
            outer.inside.append(element)
        self.elements.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag, tag

    def handle_data(self, data: str) -> None:
        if not any(
            one.tag in {"head", "bdi", "script"} or one["dir"] == "ltr" for one in self._open
        ):
            self._native.append(data)
        for element in self._open:
            element.text += data

    @property
    def native(self) -> str:
        """What the page itself says, without what is isolated or in another language."""
        return "".join(self._native)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        wanted = {name.strip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            element
            for element in self.elements
            if element.tag == tag and wanted.items() <= element.attributes.items()
        ]

    def one(self, tag: str, **attributes: str) -> Element:
        (found,) = self.all(tag, **attributes)
        return found

    def component(self, name: str) -> Element | None:
        found = [one for one in self.elements if one["data-component"] == name]
        return found[0] if found else None

    def text_of(self, name: str) -> str:
        found = self.component(name)
        return " ".join(found.text.split()) if found else ""

    @property
    def scripts(self) -> list[Element]:
        """What a browser would run; structured data it only keeps."""
        return [one for one in self.all("script") if one["type"] != "application/ld+json"]

    @property
    def data(self) -> dict[str, dict[str, Any]]:
        """The structured data by type."""
        found = self.all("script", type="application/ld+json")
        return {thing["@type"]: thing for one in found for thing in json.loads(one.text)}

    def meta(self, name: str) -> str:
        return self.one("meta", name=name)["content"]

    @property
    def switcher(self) -> dict[str, tuple[str, str]]:
        """Edition to address and hint."""
        found = self.component("edition-switcher")
        assert found
        return {
            item.inside[0]["lang"]: (
                item.inside[0]["href"],
                "".join(hint.text for hint in item.inside[1:]),
            )
            for item in found.inside
            if item.tag == "li"
        }

    @property
    def alternates(self) -> dict[str, str]:
        links = self.all("link", rel="alternate")
        return {link["hreflang"]: link["href"] for link in links if link["hreflang"]}
