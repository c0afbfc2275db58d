"""Where one sentence ends and the next begins, in English, Arabic and Spanish.

A sentence is the unit of the translation memory. The cut is lossless: the pieces joined again
are the text.
"""

import re

from shared.news.language import Language

# Only those that hardly ever end a sentence ("Dr.", not "etc.").
_ABBREVIATIONS = {
    "en": "mr mrs ms dr prof rev gen col capt lt sgt gov sen rep st vs dept approx"
    " jan feb mar apr jun jul aug sept sep oct nov dec",
    "es": "sr sra srta sres dr dra d dña ud uds prof gral cnel cap ing lic arq av avda pág págs"
    " núm nro art arts vol ej aprox dpto tel ee ff rr admón sto sta",
    "ar": "",
}
_BEFORE_NUMBERS = {"en": "no nos", "es": "n no", "ar": ""}
_ABBREVIATED = {code: frozenset(words.split()) for code, words in _ABBREVIATIONS.items()}
_NUMBERING = {code: frozenset(words.split()) for code, words in _BEFORE_NUMBERS.items()}

_TERMINATOR = ".!?؟…"
_CLOSING = "»”’\"'›)\\]}"
_END = re.compile(
    rf"[{_TERMINATOR}]+(?:[{_CLOSING}]+[{_TERMINATOR}]*)*(?P<gap>[^\S\u00a0\u2007\u202f]+)(?=\S)"
)
_LAST_WORD = re.compile(r"[^\s()\[\]«»“”\"'‘’¿¡/-]+\Z")
_OPENING = "«“‘\"'‹([{"


def sentences(text: str, language: Language) -> list[str]:
    """The sentences of one paragraph, each with the white space that follows it."""
    pieces, start = [], 0
    for end in _END.finditer(text):
        if _goes_on(text, start, end, language):
            continue
        pieces.append(text[start : end.end()])
        start = end.end()
    return [*pieces, text[start:]] if start < len(text) else pieces


def _goes_on(text: str, start: int, end: re.Match[str], language: Language) -> bool:
    """Whether the sentence continues after what looked like its end."""
    following = text[end.end() : end.end() + 3].lstrip(_OPENING)[:1]
    if following.islower():
        return True
    if text[end.start() : end.start("gap")] != ".":
        return False
    last = _LAST_WORD.search(text, max(start, end.start() - 24), end.start())
    return last is not None and _is_abbreviation(last[0], following, language)


def _is_abbreviation(word: str, following: str, language: Language) -> bool:
    initial = word.rpartition(".")[2]
    if len(initial) == 1 and initial.isalpha() and not initial.islower():
        return True
    plain = word.lower()
    return plain in _ABBREVIATED[language] or (
        following.isdigit() and plain in _NUMBERING[language]
    )
