"""Each port has one suite; it runs on the in-memory fake and on boto3 against moto."""

from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from moto import mock_aws

from shared.aws.tables import Table

REGION = "eu-west-1"


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Clients of an empty AWS account."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.delenv("AWS_ENDPOINT_URL", raising=False)
    with mock_aws():
        yield lambda service: boto3.client(service, region_name=REGION)


@pytest.fixture
def table(aws: Any) -> Table:
    client = aws("dynamodb")
    client.create_table(
        TableName="triptych",
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[
            {"AttributeName": name, "AttributeType": "S"} for name in ("pk", "sk")
        ],
        KeySchema=[
            {"AttributeName": "pk", "KeyType": "HASH"},
            {"AttributeName": "sk", "KeyType": "RANGE"},
        ],
    )
    return Table(client, "triptych")


@pytest.fixture
def bucket(aws: Any) -> tuple[Any, str]:
    """A versioned bucket: its client and name."""
    client = aws("s3")
    client.create_bucket(
        Bucket="newsroom", CreateBucketConfiguration={"LocationConstraint": REGION}
    )
    client.put_bucket_versioning(Bucket="newsroom", VersioningConfiguration={"Status": "Enabled"})
    return client, "newsroom"
