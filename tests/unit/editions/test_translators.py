"""Translators have the names that readers know."""

from typing import get_args

from shared.editions.translators import translator
from shared.news.newsroom import Engine


def test_every_translator_of_the_configuration_has_a_name_of_its_own() -> None:
    engines = set(get_args(Engine)) - {"memory", "pseudo"}  # these are no translators' names
    assert {translator(one) for one in engines}.isdisjoint(engines)


def test_one_that_nobody_has_named_goes_by_its_own_name() -> None:
    assert translator("own-engine") == "own-engine"
