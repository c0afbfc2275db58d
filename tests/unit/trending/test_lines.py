"""Every shape in which access logs are delivered is read; what cannot be understood is counted."""

import gzip
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.trending.lines import PIECE, Lines, article
from tests.unit.trending.log import NAMES, PAGE, RIVER, TITLE, a_line, a_log

OTHER = ["sc-status", "cs(User-Agent)", "c-ip", "cs-uri-stem", "time", "cs-method", "date"]
"""A selection of fields in an order of its own, as standard logging v2 delivers it."""


def read(content: bytes, chunk: int = 1 << 18) -> tuple[Lines, list[bytes]]:
    """What was counted, and the addresses of the readers whose lines were given."""
    lines = Lines()
    chunks = (content[at : at + chunk] for at in range(0, len(content), chunk))
    return lines, [ip for _, (_, _, ip, _) in lines.requests(chunks)]


def test_fields_are_found_by_their_names() -> None:
    for names in (NAMES, OTHER, NAMES[::-1]):
        lines, ips = read(a_log(a_line(names=names), title=f"#Fields: {' '.join(names)}"))
        assert (ips, lines.lines, lines.unparsed) == ([b"198.51.100.7"], 1, 0)


def test_a_header_in_the_middle_of_an_object_rules_what_follows() -> None:
    middle = ("#Version: 1.0", f"#Fields: {' '.join(OTHER)}")
    lines, ips = read(a_log(a_line(), *middle, a_line(names=OTHER, ip="2001:db8::7")))
    assert (ips, lines.lines) == ([b"198.51.100.7", b"2001:db8::7"], 2)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_may_end_as_on_windows(end: str) -> None:
    title = f"#Fields: {' '.join(OTHER)}"
    _, ips = read(a_log(a_line(names=OTHER), title=title, end=end), chunk=7)
    assert ips == [b"198.51.100.7"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (a_line(method="HEAD"), "method"),
        (a_line(method="POST"), "method"),
        *((a_line(status=status), "status") for status in ("206", "301", "404", "503", "000")),
        *((a_line(path=path), "page") for path in
          ("/", "/en/", "/en/politics/", "/en/most-read", "/assets/paper.css", "/robots.txt",
           f"/media/{RIVER}/3-640.jpg", f"/fr/politics/{RIVER}", f"/en/{RIVER}", f"{PAGE}x")),
    ],
)  # fmt: skip
def test_what_is_no_shown_article_is_no_view(line: str, reason: str) -> None:
    lines, ips = read(a_log(line))
    assert (ips, lines.unparsed, dict(lines.rejected)) == ([], 0, {reason: 1})


@pytest.mark.parametrize("status", ["200", "304"])
def test_what_was_shown_or_is_still_good_is_a_view(status: str) -> None:
    assert read(a_log(a_line(status=status)))[1]


def test_the_edition_that_was_read_is_in_the_address_and_the_slug_does_not_matter() -> None:
    assert article(f"/ar/politics/{RIVER}".encode()) == (RIVER, "ar")
    assert article(f"/es/culture/%D9%86%D9%87%D8%B1-{RIVER}".encode()) == (RIVER, "es")


@pytest.mark.parametrize("title", ["", "#Version: 1.0", "#Fields: date time cs-method"])
def test_without_the_fields_that_counting_needs_no_line_is_understood(title: str) -> None:
    lines, ips = read(a_log(a_line(), a_line(), title=title))
    assert (ips, lines.lines, lines.unparsed) == ([], 2, 2)


def test_a_row_is_as_long_as_its_last_needed_field() -> None:
    short = a_line().split("\t")
    lines, ips = read(a_log("\t".join(short[:31]), "\t".join(short[:11]), "\t".join(short[:10])))
    assert (len(ips), lines.unparsed) == (2, 1)


def test_a_truncated_object_gives_the_lines_that_are_whole() -> None:
    ips = [f"10.{random.Random(n).getrandbits(8)}.0.{n % 250}" for n in range(2000)]
    whole = a_log(*(a_line(ip=ip) for ip in ips))
    lines, found = read(whole[: len(whole) // 2])
    assert 100 < len(found) < 2000
    assert found == [ip.encode() for ip in ips[: len(found)]]
    assert lines.unparsed == 1


@pytest.mark.parametrize("content", [b"", b"no gzip at all", a_line().encode()])
def test_what_is_no_gzip_is_one_line_that_was_not_understood(content: bytes) -> None:
    lines, ips = read(content)
    assert (ips, lines.lines, lines.unparsed) == ([], 1, 1)


def test_several_gzip_members_are_one_object() -> None:
    content = a_log(a_line()) + gzip.compress(f"{a_line()}\n".encode())
    assert len(read(content, chunk=11)[1]) == 2


def test_a_bomb_is_unzipped_a_piece_at_a_time_and_is_no_line() -> None:
    lines, ips = read(gzip.compress(f"{TITLE}\n".encode() + b"x" * 5 * PIECE))
    assert ips == []
    assert lines.unparsed > 1


@given(st.binary(max_size=300), st.booleans())
def test_nothing_that_is_delivered_ends_the_reading(junk: bytes, zipped: bool) -> None:
    lines, _ = read(gzip.compress(f"{TITLE}\n".encode() + junk) if zipped else junk)
    assert lines.lines >= lines.unparsed >= 0
