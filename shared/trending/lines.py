"""Access logs as CloudFront delivers them: which lines of an object are readers' of articles.

The fields are found by the names in the `#Fields` header, never by their places. Lines that cannot
be understood are counted; none of them ends the reading.
"""

import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from operator import itemgetter
from typing import Literal, NamedTuple

from shared.news.language import LANGUAGES, Language
from shared.trending.hours import Key

Reason = Literal["method", "status", "page", "robot", "unclassified", "late", "unknown"]
"""Why a line is no view. `page`: it asked for something else than an article."""

FIELDS = ("cs-method", "sc-status", "cs-uri-stem", "date", "time", "c-ip", "cs(User-Agent)")
ARTICLE = re.compile(rb"/([a-z]{2})/[^/]+/(?:[^/]*-)?([a-z2-7]{10})")
EDITIONS: dict[bytes, Language] = {name.encode(): name for name in LANGUAGES}
SHOWN = frozenset({b"200", b"304"})
PIECE = 1 << 17
"""Unzipped bytes at a time, as many as stay in a processor's cache; no line is longer."""
DAMAGED = b""
"""A line that stands for what could not be unzipped."""
GZIP = 16 + zlib.MAX_WBITS


Who = tuple[bytes, bytes, bytes, bytes]
"""Date, time, IP address and user agent, as they were logged."""


@dataclass
class Lines:
    """Reads the lines of one object, and counts those that it does not give."""

    lines: int = 0
    unparsed: int = 0
    rejected: Counter[Reason] = field(default_factory=Counter)
    _layout: "Layout | None" = None

    def requests(self, chunks: Iterable[bytes]) -> Iterator[tuple[Key, Who]]:
        """The lines of a gzipped object that show an article."""
        for batch in batches(chunks):
            self.lines += len(batch)
            yield from self._requests(batch)

    def _requests(self, batch: list[bytes]) -> Iterator[tuple[Key, Who]]:
        """One loop for all that most lines end in: calls would cost more than the work itself."""
        rejected = self.rejected
        last, first, rest = self._layout or NO_LAYOUT
        others = 0
        for line in batch:
            row = line.split(b"\t", last)
            try:
                method, status, address = first(row)
            except IndexError:
                last, first, rest = self._header(line)
                continue
            if method != b"GET":
                if line.startswith(b"#"):
                    last, first, rest = self._header(line)
                else:
                    rejected["method"] += 1
            elif status not in SHOWN:
                rejected["status"] += 1
            else:
                key = article(address)
                if key is None:
                    others += 1
                elif len(row) >= last:
                    yield key, rest(row)
                else:
                    self.unparsed += 1
        if others:
            rejected["page"] += others

    def _header(self, line: bytes) -> "Layout":
        """The layout from here on; a line that is no header either was not understood."""
        if line.startswith(b"#"):
            self.lines -= 1
            if line.startswith(b"#Fields:"):
                self._layout = layout(line)
        else:
            self.unparsed += 1
        return self._layout or NO_LAYOUT


@lru_cache(maxsize=50_000)
def article(address: bytes) -> Key | None:
    """The story and the edition of an article's address; None for every other one."""
    found = ARTICLE.fullmatch(address)
    edition = EDITIONS.get(found[1]) if found else None
    return (found[2].decode(), edition) if found and edition else None


class Layout(NamedTuple):
    """How many fields at least a line has, and how to take from it what is looked at.

    `first` gives method, status and address; `rest` who asked, and when.
    """

    last: int
    first: Callable[[list[bytes]], tuple[bytes, bytes, bytes]]
    rest: Callable[[list[bytes]], Who]


NO_LAYOUT = Layout(0, itemgetter(1, 1, 1), itemgetter(1, 1, 1, 1))
"""Finds nothing in any line."""


def layout(header: bytes) -> Layout | None:
    """None where a field is missing that counting needs."""
    names = header.decode(errors="replace").split()[1:]
    if not {*FIELDS} <= {*names}:
        return None
    places = [names.index(name) for name in FIELDS]
    return Layout(max(places) + 1, itemgetter(*places[:3]), itemgetter(*places[3:]))


def batches(chunks: Iterable[bytes]) -> Iterator[list[bytes]]:
    """All lines of a gzipped object, many at a time."""
    rest = b""
    try:
        for piece in unzipped(chunks):
            text = rest + piece
            lines = (text.replace(b"\r\n", b"\n") if b"\r" in text else text).split(b"\n")
            rest = lines.pop()
            yield lines
            if len(rest) > PIECE:
                yield [DAMAGED]
                rest = b""
    except zlib.error:
        yield [DAMAGED]
    else:
        if rest:
            yield [rest]


def unzipped(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The contents, a megabyte at most at a time; raises zlib.error where they are damaged."""
    unzip = zlib.decompressobj(GZIP)
    for chunk in chunks:
        zipped = chunk
        while zipped:
            if unzip.eof:
                unzip = zlib.decompressobj(GZIP)
            yield unzip.decompress(zipped, PIECE)
            zipped = unzip.unused_data if unzip.eof else unzip.unconsumed_tail
    yield unzip.flush()
    if not unzip.eof:
        raise zlib.error("the end is missing")
