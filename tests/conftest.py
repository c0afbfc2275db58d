"""Options of the test run, and who shares a process."""

import pytest
from hypothesis import settings

settings.register_profile("suite", deadline=None)  # how long a test takes is nothing it asserts
settings.load_profile("suite")

COSTLY = ("newsroom", "cloud", "artifact", "layer", "ops")
"""Fixtures that take long to make: what shares one runs in one process, the rest by file name."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--seed", type=int, help="play this run of the simulation again")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What `--dist loadgroup` goes by; it begins with its largest group, the newsroom's."""
    for item in items:
        used = getattr(item, "fixturenames", ())
        group = next((name for name in COSTLY if name in used), item.path.name)
        item.add_marker(pytest.mark.xdist_group(group))


@pytest.fixture
def seed(request: pytest.FixtureRequest) -> int | None:
    chosen: int | None = request.config.getoption("--seed")
    return chosen
