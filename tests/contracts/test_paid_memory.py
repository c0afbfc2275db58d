"""The memory of paid translations: the fake's and DynamoDB's promises are the same."""

import pytest

from shared.aws.memory import DynamoMemory
from shared.translation.memory import paid_key
from shared.translation.ports import Memory, Pair
from tests.fakes.engines import PaidMemory

EN_ES = Pair("en", "es")
KEY = paid_key("The river rises.", EN_ES, "google")


@pytest.fixture(params=["fake", "dynamodb"])
def memory(request: pytest.FixtureRequest) -> Memory:
    if request.param == "fake":
        return PaidMemory()
    return DynamoMemory(request.getfixturevalue("table"))


def test_what_was_kept_is_recalled(memory: Memory) -> None:
    memory.remember(KEY, "El río sube.")
    other = paid_key("The river falls.", EN_ES, "google")
    assert memory.recall([KEY, other]) == {KEY: "El río sube."}


def test_the_first_text_stays(memory: Memory) -> None:
    memory.remember(KEY, "El río sube.")
    memory.remember(KEY, "Sube el río.")
    assert memory.recall([KEY]) == {KEY: "El río sube."}


def test_engine_and_direction_make_another_entry(memory: Memory) -> None:
    memory.remember(KEY, "El río sube.")
    others = [
        paid_key("The river rises.", EN_ES, "libretranslate"),
        paid_key("The river rises.", Pair("en", "ar"), "google"),
    ]
    assert memory.recall(others) == {}


def test_nothing_asked_is_nothing_recalled(memory: Memory) -> None:
    assert memory.recall([]) == {}


def test_many_are_recalled_at_once(memory: Memory) -> None:
    keys = [paid_key(f"Sentence {n}.", EN_ES, "google") for n in range(120)]
    for key in keys:
        memory.remember(key, key.sentence)
    assert memory.recall(keys) == {key: key.sentence for key in keys}
