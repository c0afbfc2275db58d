"""Bytes and characters: what is text at all, and which characters may stay in it."""

import re
import unicodedata

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufff9-\ufffb\ufffe\uffff"
_HALVES = "\ud800-\udfff"
_BIDI_CONTROLS = re.compile(f"[{_BIDI}]")
_CONTROLS = re.compile(f"[{_CONTROL}{_HALVES}]")
_LINE_ENDS = re.compile("\r\n?|\x85|\u2028|\u2029")
_WHITE = re.compile(r"[ \t\n]+")


def as_text(content: bytes) -> str | None:
    """The text of UTF-8 bytes, with or without a byte order mark; None for anything else."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text else text


def without_controls(text: str) -> str:
    """Line ends as newlines; no control of a device, and no half of a character."""
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))


def without_directions(text: str) -> str:
    """Pages isolate names and numbers by themselves, so a hidden direction can only mislead."""
    return _BIDI_CONTROLS.sub("", text)


def clean(text: str) -> str:
    """Composed (NFC), and nothing hidden in it."""
    return unicodedata.normalize("NFC", without_directions(without_controls(text)))


def one_line(text: str) -> str:
    """The text with each run of white space as one space, and none around it."""
    return _WHITE.sub(" ", text).strip()
