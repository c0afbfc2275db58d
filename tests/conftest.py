"""Options of the test run."""

import pytest
from hypothesis import settings

settings.register_profile("suite", deadline=None)  # how long a test takes is nothing it asserts
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--seed", type=int, help="play this run of the simulation again")


@pytest.fixture
def seed(request: pytest.FixtureRequest) -> int | None:
    chosen: int | None = request.config.getoption("--seed")
    return chosen
