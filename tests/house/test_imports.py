"""A function loads what it uses and nothing else: each package costs every cold start."""

import pytest

from shared.settings import VERBS
from tests.house.packages import loaded, packages

ALWAYS = {"aws-lambda-powertools", "boto3", "pydantic"}
BESIDE: dict[str, set[str]] = {
    "ingest": {"markdown-it-py", "ruamel-yaml", "defusedxml"},
    "translate": {"defusedxml"},
    "publish": {"minijinja"},
    "install": {"minijinja", "ruamel-yaml"},
}


@pytest.mark.parametrize("verb", VERBS)
def test_a_function_loads_only_the_packages_that_it_uses(verb: str) -> None:
    assert packages(verb) == ALWAYS | BESIDE.get(verb, set())


@pytest.mark.parametrize("verb", VERBS)
def test_nothing_that_speaks_http_is_loaded_beside_the_sdk(verb: str) -> None:
    assert not loaded(verb) & {"requests", "deep_translator"}
