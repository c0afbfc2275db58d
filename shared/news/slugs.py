"""Slugs: the readable part of an address, in the edition's own script."""

import re
import unicodedata

MAX_CHARACTERS = 80
MAX_BYTES = 180
_NOT_WORD = re.compile(r"[^\w]+|_+")
_MARKS_KEPT_OUT = re.compile("[\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


def slugify(text: str) -> str:
    """Lower-case words joined by hyphens, at most 80 characters and 180 bytes of UTF-8.

    Letters and digits of every script are kept, Latin accents and Arabic vowel signs are not.
    A text without letters or digits (emoji) gives "".
    """
    composed = unicodedata.normalize("NFKC", _MARKS_KEPT_OUT.sub("", text)).casefold()
    bare = "".join(_without_accent(letter) for letter in composed)
    words = [word for word in _NOT_WORD.split(bare) if word]
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word
        if len(longer) > MAX_CHARACTERS or len(longer.encode()) > MAX_BYTES:
            break
        slug = longer
    return slug or (words[0][:30] if words else "")


def _without_accent(letter: str) -> str:
    first = unicodedata.normalize("NFD", letter)[0]
    return first if "a" <= first <= "z" else letter
