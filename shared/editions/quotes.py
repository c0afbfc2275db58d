"""The quotation marks of each edition."""

from collections.abc import Mapping

from shared.news.language import Language
from shared.news.newsroom import EditionSettings, Quotes

PAIRS: Mapping[Quotes, tuple[str, str]] = {"curly": ("“”", "‘’"), "guillemets": ("«»", "“”")}
"""The outer and the inner quotation marks of each style."""
USUAL: Mapping[Language, Quotes] = {"en": "curly", "ar": "guillemets", "es": "curly"}
"""The style of an edition whose configuration names none."""


def style(language: Language, settings: EditionSettings) -> Quotes:
    """The quotation marks of an edition."""
    return settings.quotes or USUAL[language]


def quoted(text: str, language: Language, settings: EditionSettings) -> str:
    outer, _ = PAIRS[style(language, settings)]
    return f"{outer[0]}{text}{outer[1]}"
