"""The three editions, by language."""

from shared.editions.arabic import ARABIC
from shared.editions.edition import Edition
from shared.editions.english import ENGLISH
from shared.editions.spanish import SPANISH
from shared.news.language import Language

EDITIONS: dict[Language, Edition] = {"en": ENGLISH, "ar": ARABIC, "es": SPANISH}
