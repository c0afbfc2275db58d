"""S3: compare-and-set, versions and delete markers, names and metadata."""

from concurrent.futures import ThreadPoolExecutor
from hashlib import md5
from typing import Any

import botocore.exceptions
import pytest

from tests.contracts.account import Account, known_gap, refusal, refused

LOST = {"PreconditionFailed", "ConditionalRequestConflict"}


@pytest.fixture
def s3(cloud: Account) -> Any:
    return cloud.client("s3")


def test_a_first_put_loses_where_something_stands(s3: Any, bucket: str) -> None:
    s3.put_object(Bucket=bucket, Key="first", Body=b"1", IfNoneMatch="*")
    with refused("PreconditionFailed"):
        s3.put_object(Bucket=bucket, Key="first", Body=b"2", IfNoneMatch="*")


def test_a_put_over_a_version_loses_where_it_no_longer_stands(s3: Any, bucket: str) -> None:
    old = s3.put_object(Bucket=bucket, Key="over", Body=b"1")["ETag"]
    s3.put_object(Bucket=bucket, Key="over", Body=b"2", IfMatch=old)
    with refused("PreconditionFailed"):
        s3.put_object(Bucket=bucket, Key="over", Body=b"3", IfMatch=old)


def test_a_put_over_what_is_gone_finds_no_key(s3: Any, bucket: str) -> None:
    with refused("NoSuchKey"):
        s3.put_object(Bucket=bucket, Key="never", Body=b"1", IfMatch='"abc"')
    old = s3.put_object(Bucket=bucket, Key="gone", Body=b"1")["ETag"]
    s3.delete_object(Bucket=bucket, Key="gone")
    with refused("NoSuchKey"):
        s3.put_object(Bucket=bucket, Key="gone", Body=b"2", IfMatch=old)
    s3.put_object(Bucket=bucket, Key="gone", Body=b"3", IfNoneMatch="*")


@pytest.mark.parametrize("first", [True, False])
def test_of_puts_at_once_exactly_one_wins_and_the_others_know(
    s3: Any, bucket: str, *, first: bool
) -> None:
    """412 or, where S3 sees both at once, 409: either is a lost race."""
    key = f"race-{first}"
    if first:
        condition = {"IfNoneMatch": "*"}
    else:
        condition = {"IfMatch": s3.put_object(Bucket=bucket, Key=key, Body=b"0")["ETag"]}

    def put(number: int) -> str:
        try:
            s3.put_object(Bucket=bucket, Key=key, Body=f"run {number}".encode(), **condition)
        except botocore.exceptions.ClientError as error:
            return refusal(error)
        return "won"

    with ThreadPoolExecutor(8) as runs:
        ends = list(runs.map(put, range(8)))
    assert ends.count("won") == 1
    assert set(ends) <= LOST | {"won"}
    stands = s3.get_object(Bucket=bucket, Key=key)["Body"].read()
    assert stands == f"run {ends.index('won')}".encode()


def test_the_same_bytes_have_the_same_etag(s3: Any, bucket: str) -> None:
    """Hence pages name their facts: bytes that come back would bring their ETag back."""
    tags = [
        s3.put_object(Bucket=bucket, Key="etag", Body=body)["ETag"] for body in (b"1", b"2", b"1")
    ]
    assert tags[0] == tags[2] != tags[1]
    assert tags[0].strip('"') == md5(b"1", usedforsecurity=False).hexdigest()


def test_versions_come_newest_first_and_longer_names_after(s3: Any, bucket: str) -> None:
    versions = [
        s3.put_object(Bucket=bucket, Key=key, Body=b"x")["VersionId"]
        for key in ("inbox/a.jpg", "inbox/a.jpg", "inbox/a.jpg.txt")
    ]
    found = s3.list_object_versions(Bucket=bucket, Prefix="inbox/a.jpg")["Versions"]
    assert [(one["Key"], one["VersionId"], one["IsLatest"]) for one in found] == [
        ("inbox/a.jpg", versions[1], True),
        ("inbox/a.jpg", versions[0], False),
        ("inbox/a.jpg.txt", versions[2], True),
    ]


def test_a_deletion_is_a_version_of_its_own(s3: Any, bucket: str) -> None:
    s3.put_object(Bucket=bucket, Key="deleted", Body=b"x")
    marker = s3.delete_object(Bucket=bucket, Key="deleted")
    assert marker["DeleteMarker"] is True
    with refused("NoSuchKey"):
        s3.get_object(Bucket=bucket, Key="deleted")
    with refused("404"):
        s3.head_object(Bucket=bucket, Key="deleted")
    answer = s3.list_object_versions(Bucket=bucket, Prefix="deleted", MaxKeys=10)
    assert [one["IsLatest"] for one in answer["Versions"]] == [False]
    (found,) = answer["DeleteMarkers"]
    assert (found["VersionId"], found["IsLatest"]) == (marker["VersionId"], True)
    assert found["LastModified"].tzinfo is not None


def test_an_old_version_can_still_be_read(s3: Any, bucket: str) -> None:
    old = s3.put_object(Bucket=bucket, Key="kept", Body=b"old")["VersionId"]
    s3.put_object(Bucket=bucket, Key="kept", Body=b"new")
    assert s3.get_object(Bucket=bucket, Key="kept", VersionId=old)["Body"].read() == b"old"
    answer = s3.get_object(Bucket=bucket, Key="kept")
    assert answer["VersionId"] != old
    assert answer["ContentLength"] == 3


@pytest.mark.parametrize("key", ["inbox/نهر الذهب.ar.md", "inbox/a+b %2F c?.en.md", "inbox/./x"])
def test_a_name_comes_back_as_it_was_written(s3: Any, bucket: str, key: str) -> None:
    s3.put_object(Bucket=bucket, Key=key, Body=b"x")
    found = s3.list_objects_v2(Bucket=bucket, Prefix=key)["Contents"]
    assert [one["Key"] for one in found] == [key]
    assert s3.get_object(Bucket=bucket, Key=key)["Body"].read() == b"x"


def test_names_are_listed_in_the_order_of_their_bytes(s3: Any, bucket: str) -> None:
    for key in ("order/ن", "order/a", "order/B"):
        s3.put_object(Bucket=bucket, Key=key, Body=b"x")
    found = s3.list_objects_v2(Bucket=bucket, Prefix="order/")["Contents"]
    assert [one["Key"] for one in found] == ["order/B", "order/a", "order/ن"]


def test_a_name_may_have_1024_bytes(s3: Any, bucket: str) -> None:
    s3.put_object(Bucket=bucket, Key="k" * 1024, Body=b"x")


@known_gap("takes names of any length")
def test_a_name_may_have_no_more(s3: Any, bucket: str) -> None:
    with refused("KeyTooLongError"):
        s3.put_object(Bucket=bucket, Key="k" * 1025, Body=b"x")


def test_metadata_comes_back_with_the_object(s3: Any, bucket: str) -> None:
    about = {"status": "301", "location": "/ar/%D9%86", "cache-tag": "a,b", "digest": "0" * 64}
    s3.put_object(
        Bucket=bucket, Key="about", Body=b"x", ContentType="text/html; charset=utf-8",
        CacheControl="public, max-age=60", Metadata=about,
    )  # fmt: skip
    answer = s3.head_object(Bucket=bucket, Key="about")
    assert answer["Metadata"] == about
    assert answer["ContentType"] == "text/html; charset=utf-8"
    assert answer["CacheControl"] == "public, max-age=60"


def test_metadata_is_ascii(s3: Any, bucket: str) -> None:
    with pytest.raises(botocore.exceptions.ParamValidationError):
        s3.put_object(Bucket=bucket, Key="arabic", Body=b"x", Metadata={"location": "/ar/نهر"})


@known_gap("takes metadata of any length")
def test_metadata_is_at_most_two_kilobytes(s3: Any, bucket: str) -> None:
    with refused("MetadataTooLarge"):
        s3.put_object(Bucket=bucket, Key="much", Body=b"x", Metadata={"cache-tag": "x" * 2048})
