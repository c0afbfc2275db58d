"""The three languages, each of which is an edition and any of which can be a story's source."""

from typing import Literal, get_args

Language = Literal["en", "ar", "es"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
