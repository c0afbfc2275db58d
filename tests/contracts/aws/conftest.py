"""What Triptych relies on of AWS, whatever a fake or an emulator may think."""

import pytest

from tests.contracts.account import Account


@pytest.fixture(scope="module")
def bucket(cloud: Account) -> str:
    """A versioned bucket; tests use keys of their own."""
    return cloud.bucket("bucket")


@pytest.fixture(scope="module")
def table(cloud: Account) -> str:
    """A table of the shape of ours; tests use partitions of their own."""
    return cloud.table("table")
