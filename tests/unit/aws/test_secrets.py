from collections.abc import Iterator

import boto3
import pytest
from moto import mock_aws

from shared.aws.secrets import Secret

NAME = "/triptych/microsoft-key"


@pytest.fixture
def secret(monkeypatch: pytest.MonkeyPatch) -> Iterator[Secret]:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    with mock_aws():
        yield Secret(boto3.client("ssm", "eu-west-1"), NAME)


def test_it_is_read_decrypted_each_time(secret: Secret) -> None:
    secret.client.put_parameter(Name=NAME, Value="old", Type="SecureString")
    assert secret.value() == "old"
    secret.client.put_parameter(Name=NAME, Value="new", Type="SecureString", Overwrite=True)
    assert secret.value() == "new"
    assert "new" not in repr(secret)


def test_one_that_is_not_there_is_empty(secret: Secret) -> None:
    assert secret.value() == ""
