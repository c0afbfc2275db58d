"""The memory of paid translations: the fake's and DynamoDB's promises are the same."""

import pytest

from shared.aws.memory import DynamoMemory
from shared.translation.memory import paid_key
from shared.translation.ports import Memory, Pair, Refusal
from tests.fakes.engines import PaidMemory
from tests.fakes.guards import Watch

EN_ES = Pair("en", "es")
KEY = paid_key("The river rises.", EN_ES, "google")


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture(params=["fake", "dynamodb"])
def memory(request: pytest.FixtureRequest, watch: Watch) -> Memory:
    if request.param == "fake":
        return PaidMemory(clock=watch)
    return DynamoMemory(request.getfixturevalue("table"), watch)


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


@pytest.mark.parametrize("answer", ["El rio el rio el rio.", Refusal("placeholders")])
def test_what_gates_refused_is_recalled_for_a_day(
    memory: Memory, watch: Watch, answer: str | Refusal
) -> None:
    memory.remember(KEY, answer, refused=True)
    watch.wait(23 * 3600)
    assert memory.recall([KEY]) == {KEY: answer}
    watch.wait(2 * 3600)
    assert memory.recall([KEY]) == {}


def test_a_good_answer_replaces_a_refused_one_and_stays(memory: Memory, watch: Watch) -> None:
    memory.remember(KEY, "El rio el rio el rio.", refused=True)
    memory.remember(KEY, "El río sube.")
    memory.remember(KEY, "Otra cosa.", refused=True)
    watch.wait(48 * 3600)
    assert memory.recall([KEY]) == {KEY: "El río sube."}


def test_once_its_day_is_over_a_refused_answer_makes_room_for_another(
    memory: Memory, watch: Watch
) -> None:
    memory.remember(KEY, Refusal("script"), refused=True)
    watch.wait(25 * 3600)
    memory.remember(KEY, Refusal("loop"), refused=True)
    assert memory.recall([KEY]) == {KEY: Refusal("loop")}
