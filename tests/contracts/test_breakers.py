"""What is known of engines that failed: the fake's and DynamoDB's promises are the same."""

import pytest

from shared.aws.breakers import DynamoBreakers
from shared.errors import Conflict
from shared.translation.breaker import Breaker, Breakers
from shared.translation.ports import Pair
from tests.builders import MORNING
from tests.fakes.guards import MemoryBreakers, Watch

EN_ES, EN_AR = Pair("en", "es"), Pair("en", "ar")
FAILED = Breaker(revision=1, failures=2)
OPEN = Breaker(revision=2, failures=5, opened=1, until=MORNING, why="throttled")


@pytest.fixture(params=["fake", "dynamodb"])
def breakers(request: pytest.FixtureRequest) -> Breakers:
    if request.param == "fake":
        return MemoryBreakers()
    return DynamoBreakers(request.getfixturevalue("table"), Watch())


def test_an_engine_of_which_nothing_is_known_never_failed(breakers: Breakers) -> None:
    assert breakers.find("google", EN_ES) == Breaker()


def test_what_was_written_is_found_for_its_engine_and_pair_alone(breakers: Breakers) -> None:
    breakers.put("google", EN_ES, FAILED)
    breakers.put("google", EN_ES, OPEN)
    assert breakers.find("google", EN_ES) == OPEN
    assert breakers.find("google", EN_AR) == breakers.find("bedrock", EN_ES) == Breaker()


def test_of_two_who_write_the_same_revision_the_first_wins(breakers: Breakers) -> None:
    breakers.put("google", EN_ES, FAILED)
    with pytest.raises(Conflict):
        breakers.put("google", EN_ES, FAILED.model_copy(update={"failures": 3}))
    assert breakers.find("google", EN_ES) == FAILED
