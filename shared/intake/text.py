"""Bytes and characters: what is text at all, and which characters may stay in it."""

import re
import unicodedata

from shared.intake.findings import Findings

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufff9-\ufffb\ufffe\uffff"
_BIDI_CONTROLS = re.compile(f"[{_BIDI}]")
_CONTROLS = re.compile(f"[{_CONTROL}]")
_LINE_ENDS = re.compile("\r\n?|\x85|\u2028|\u2029")
_WHITE = re.compile(r"[ \t\n]+")


def as_text(content: bytes) -> str | None:
    """The text of UTF-8 bytes, with or without a byte order mark; None for anything else."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if "\x00" in text else text


def clean(text: str, found: Findings | None = None, name: str = "") -> str:
    """Composed (NFC), with line ends as newlines, without controls of direction or device.

    Pages isolate names and numbers by themselves, so a hidden control can only mislead.
    """
    bare = _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
    if found is not None and bare != _LINE_ENDS.sub("\n", text):
        found.note(name, "controls-removed")
    straight = _BIDI_CONTROLS.sub("", bare)
    if found is not None and straight != bare:
        found.note(name, "direction-removed")
    return unicodedata.normalize("NFC", straight)


def one_line(text: str) -> str:
    """The text with each run of white space as one space, and none around it."""
    return _WHITE.sub(" ", text).strip()
