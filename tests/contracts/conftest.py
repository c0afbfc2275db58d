"""Each port has one suite; it runs on the in-memory fake and on boto3 (`account.py` says where)."""

from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from typing import Any

import boto3
import pytest
from moto import mock_aws

from shared.aws.tables import Table
from tests.contracts.account import CHOSEN, REAL, Account, account


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs the emulator is a journey; and a real account is not on this machine."""
    for item in items:
        if "cloud" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.journey)
        if REAL:
            item.add_marker(pytest.mark.enable_socket)


@pytest.fixture(scope="session")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Account]:
    """The emulator's account, or the real one."""
    with account(tmp_path_factory.mktemp("account")) as chosen:
        yield chosen


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Account]:
    """An account without anything of an earlier test."""
    if CHOSEN:
        shared: Account = request.getfixturevalue("cloud")
        with ExitStack() as made:
            yield Account(shared.client, shared.region, made)
        return
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    with mock_aws():
        region = "eu-west-1"
        client = cache(lambda name: boto3.client(name, region_name=region))
        yield Account(client, region, ExitStack())


@pytest.fixture
def table(aws: Account) -> Table:
    return Table(aws.client("dynamodb"), aws.table("table"))


@pytest.fixture
def bucket(aws: Account) -> tuple[Any, str]:
    """A versioned bucket: its client and name."""
    return aws.client("s3"), aws.bucket("bucket")
