"""The desk's words: a code and what was found become a sentence in the language of the upload.

A sentence has {blanks}, filled from what was found. A part in [brackets] is left out where one of
its blanks has nothing in it. What runs against the direction of the language is isolated, so that
it does not pull the words around it to the wrong side.
"""

import re
import unicodedata
from collections.abc import Mapping

from shared.desk.sentences import (
    DEAD,
    FAULTS,
    FLAGS,
    NOTES,
    REASONS,
    REFUSALS,
    TOLD,
    UNKNOWN,
    Sentence,
)
from shared.editions.registry import EDITIONS
from shared.editions.translators import translator
from shared.news.language import Language

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_BLANK = re.compile(r"\{([a-z]+)\}")
_LEFT, _RIGHT = {"L"}, {"R", "AL"}
_PLACES: dict[Language, int] = {"en": 0, "ar": 1, "es": 2}


def says(rule: str, language: Language, given: Mapping[str, str]) -> str:
    """A fault or a note in words."""
    return _phrased(FAULTS.get(rule) or NOTES.get(rule), rule, language, given)


def says_why(reason: str, language: Language, given: Mapping[str, str]) -> str:
    """Why an edition, a picture or an upload is as it is.

    A reason can carry the reason of a refusal behind a colon, or whose budget is spent until when.
    """
    code, _, detail = reason.partition(":")
    if code == "engines-budget":
        engine, _, until = detail.partition(":")
        given = {**given, "engine": translator(engine), "until": until}
        return _phrased(REASONS[code], reason, language, given)
    why = says_refused(detail, language)
    return _phrased(REASONS.get(code), reason, language, {**given, "why": why})


def says_refused(refusal: str, language: Language) -> str:
    """Why a sentence was refused by an engine, or its translation by a gate."""
    return _phrased(REFUSALS.get(refusal), refusal, language, {})


def says_told(code: str, language: Language, given: Mapping[str, str]) -> str:
    """What is said of a block of a translation, or what is to be done next."""
    return _phrased(TOLD.get(code), code, language, given)


def says_dead(kind: str, language: Language, given: Mapping[str, str]) -> str:
    """Why nobody tries a message any more, and what is to be done."""
    return _phrased(DEAD.get(kind), kind, language, given)


def says_flag(code: str, language: Language, given: Mapping[str, str]) -> str:
    """What looks forged in an hour of a story, or what follows from it."""
    return _phrased(FLAGS.get(code), code, language, given)


def _phrased(
    sentence: Sentence | None, code: str, language: Language, given: Mapping[str, str]
) -> str:
    words = (sentence or UNKNOWN)[_PLACES[language]]
    shown = {name: isolated(text, language) for name, text in {**given, "code": code}.items()}
    return filled(words, shown)


def isolated(text: str, language: Language) -> str:
    """The text, between invisible marks if it has letters of the other direction."""
    foreign = _LEFT if EDITIONS[language].direction == "rtl" else _RIGHT
    if foreign is _RIGHT and text.isascii():  # most texts, by far
        return text
    if any(unicodedata.bidirectional(letter) in foreign for letter in text):
        return f"\u2068{text}\u2069"
    return text


def blanks(sentence: str) -> frozenset[str]:
    """The names of a sentence's blanks."""
    return frozenset(_BLANK.findall(sentence))


def filled(sentence: str, given: Mapping[str, str]) -> str:
    """The sentence with its blanks filled; what was given is shown as it is, never filled again."""

    def optional(match: re.Match[str]) -> str:
        return match[1] if all(given.get(name) for name in blanks(match[1])) else ""

    return _BLANK.sub(lambda blank: given.get(blank[1], ""), _OPTIONAL.sub(optional, sentence))
