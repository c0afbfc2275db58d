"""The desk's words: a code and what was found become a sentence in the language of the upload.

A sentence has {blanks}, filled from what was found. A part in [brackets] is left out where one of
its blanks has nothing in it.
"""

import re
from collections.abc import Mapping

from shared.desk.sentences import FAULTS, NOTES, REASONS, REFUSALS, UNKNOWN, Sentence
from shared.news.language import Language

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_BLANK = re.compile(r"\{([a-z]+)\}")
_PLACES: dict[Language, int] = {"en": 0, "ar": 1, "es": 2}


def says(rule: str, language: Language, given: Mapping[str, str]) -> str:
    """A fault or a note in words."""
    return _phrased(FAULTS.get(rule) or NOTES.get(rule), rule, language, given)


def says_why(reason: str, language: Language, given: Mapping[str, str]) -> str:
    """Why an edition, a picture or an upload is as it is.

    A reason can carry the reason of a refusal behind a colon.
    """
    code, _, refusal = reason.partition(":")
    why = _phrased(REFUSALS.get(refusal), refusal, language, {})
    return _phrased(REASONS.get(code), reason, language, {**given, "why": why})


def _phrased(
    sentence: Sentence | None, code: str, language: Language, given: Mapping[str, str]
) -> str:
    words = (sentence or UNKNOWN)[_PLACES[language]]
    return filled(words, {**given, "code": code})


def blanks(sentence: str) -> frozenset[str]:
    """The names of a sentence's blanks."""
    return frozenset(_BLANK.findall(sentence))


def filled(sentence: str, given: Mapping[str, str]) -> str:
    """The sentence with its blanks filled; what was given is shown as it is, never filled again."""

    def optional(match: re.Match[str]) -> str:
        return match[1] if all(given.get(name) for name in blanks(match[1])) else ""

    return _BLANK.sub(lambda blank: given.get(blank[1], ""), _OPTIONAL.sub(optional, sentence))
