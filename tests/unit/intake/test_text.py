import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.intake.findings import Findings
from shared.intake.text import as_text, clean, one_line


@pytest.mark.parametrize(
    "content",
    [
        "نص".encode("utf-16"),
        "ñandú".encode("latin-1"),
        "خبر".encode("windows-1256"),
        b"\x89PNG\r\n\x1a\n\x00\x00",
        b"PK\x03\x04\x00\xff",
        b"text with \x00 in it",
        b"\xc3",
    ],
)
def test_only_utf_8_is_text(content: bytes) -> None:
    assert as_text(content) is None


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert as_text(b"\xef\xbb\xbfagua") == "agua"


def test_hidden_directions_and_controls_go_and_are_noted() -> None:
    found = Findings()
    assert found.clean("a\u202eb\u2066c\u200fd\x07e\r\n", "headline") == "abcde\n"
    assert [note.rule for note in found.notes] == ["controls-removed", "direction-removed"]


def test_joiners_that_words_need_stay() -> None:
    assert clean("می\u200cخواهم 👩\u200d🚀") == "می\u200cخواهم 👩\u200d🚀"


def test_text_is_composed() -> None:
    assert clean("n\u0303") == "ñ"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_line_end_is_a_newline(end: str) -> None:
    assert clean(f"a{end}b") == "a\nb"


def test_white_space_of_one_line_is_single() -> None:
    assert one_line("  a \n\t b ") == "a b"


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
