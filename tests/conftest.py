"""Options of the test run."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--seed", type=int, help="play this run of the simulation again")


@pytest.fixture
def seed(request: pytest.FixtureRequest) -> int | None:
    chosen: int | None = request.config.getoption("--seed")
    return chosen
