from typing import get_args

import pytest

from shared.editions.translators import translator
from shared.news.newsroom import Engine


@pytest.mark.parametrize("engine", sorted({*get_args(Engine)} - {"memory", "pseudo"}))
def test_readers_are_told_an_engine_by_the_name_that_it_has(engine: str) -> None:
    assert translator(engine) not in {engine, ""}
