"""What a browser finds in a page: where it leads, and the files that it wants."""

from html.parser import HTMLParser

_WANTED = {"stylesheet", "preload", "icon"}
_HEADINGS = {"h1", "h2", "h3", "h4"}


class Page(HTMLParser):
    """`links`: the words of the first link to an address that has any; `files`: each once.

    A link in a heading comes before others: a ticker leads to stories by other words.
    """

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.links: dict[str, str] = {}
        self.files: dict[str, None] = {}
        self._link, self._heading = "", False
        self._titled = set[str]()
        self.feed(content.decode(errors="replace"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        if tag == "a":
            address = about.get("href") or ""
            if self._heading and address not in self._titled:
                self._titled.add(address)
                self.links[address] = ""
            self._link = "" if self.links.get(address, "").strip() else address
            self.links.setdefault(address, "")
        elif tag in _HEADINGS:
            self._heading = True
        elif tag in {"img", "script"}:
            self._want(about.get("src"))
        elif tag == "link" and about.get("rel") in _WANTED:
            self._want(about.get("href"))

    def handle_data(self, data: str) -> None:
        if self._link:
            self.links[self._link] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._link = ""
        elif tag in _HEADINGS:
            self._heading = False

    def _want(self, address: str | None) -> None:
        if address and address.startswith("/"):
            self.files[address] = None
