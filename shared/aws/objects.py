"""S3: the inbox, the bodies of facts, and objects kept by compare-and-set."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, cast
from urllib.parse import quote, unquote

from botocore.client import BaseClient
from botocore.exceptions import ClientError

from shared.aws.failures import ABSENT, calling, code
from shared.errors import Conflict, Unavailable
from shared.ids import digest
from shared.intake.ports import Upload
from shared.news.shelf import Item, Standing

BODIES = "facts/"
CACHED_BODIES = 128
GONE = 410
TOMBSTONE = "tombstone=yes"
"""By this tag a lifecycle rule of the site bucket takes tombstones away after years."""


@dataclass
class S3Inbox:
    """The files that editors drop, in a versioned bucket."""

    client: BaseClient
    bucket: str

    def newest(self, key: str, limit: int) -> Upload | None:
        while True:
            present = self._present(key, limit)
            if present:
                return present
            marker, reappeared = self._marker(key)
            if not reappeared:
                return marker

    def since(self, upload: Upload, judged: Collection[str]) -> datetime:
        since = upload.uploaded
        for one in self._versions(upload.key):  # the newest first
            if one["VersionId"] in judged:
                break
            since = min(since, one["LastModified"].astimezone(UTC))
        return since

    def _versions(self, key: str) -> Iterator[dict[str, Any]]:
        start: dict[str, str] = {}
        while True:
            with calling("S3"):
                answer = self.client.list_object_versions(Bucket=self.bucket, Prefix=key, **start)
            yield from (one for one in answer.get("Versions", ()) if one["Key"] == key)
            if not answer["IsTruncated"] or answer["NextKeyMarker"] != key:
                return
            start = {
                "KeyMarker": answer["NextKeyMarker"],
                "VersionIdMarker": answer["NextVersionIdMarker"],
            }

    def _present(self, key: str, limit: int) -> Upload | None:
        try:
            with calling("S3"):
                answer = self.client.get_object(Bucket=self.bucket, Key=key)
        except ClientError as error:
            if code(error) in ABSENT:
                return None
            raise
        with answer["Body"] as stream:
            content = stream.read(limit)
        return Upload(
            key=key,
            version=answer["VersionId"],
            content=content,
            uploaded=answer["LastModified"].astimezone(UTC),
            size=answer["ContentLength"],
        )

    def _marker(self, key: str) -> tuple[Upload | None, bool]:
        """The newest delete marker; and whether the file came back since it was looked for."""
        with calling("S3"):
            answer = self.client.list_object_versions(Bucket=self.bucket, Prefix=key, MaxKeys=10)
        if any(one["Key"] == key and one["IsLatest"] for one in answer.get("Versions", ())):
            return None, True
        for one in answer.get("DeleteMarkers", ()):
            if one["Key"] == key and one["IsLatest"]:
                when = one["LastModified"].astimezone(UTC)
                return Upload(key, one["VersionId"], None, when, 0), False
        return None, False


@dataclass
class S3Bodies:
    """Immutable contents by their hash, in a private prefix."""

    client: BaseClient
    bucket: str

    def __post_init__(self) -> None:
        self._cached = lru_cache(CACHED_BODIES)(self._get)

    def put(self, content: bytes) -> str:
        name = digest(content)
        try:
            with calling("S3"):
                self.client.put_object(
                    Bucket=self.bucket, Key=BODIES + name, Body=content, IfNoneMatch="*"
                )
        except Conflict:  # it is there already
            pass
        return name

    def get(self, name: str) -> bytes:
        return self._cached(name)

    def _get(self, name: str) -> bytes:
        try:
            with calling("S3"):
                answer = self.client.get_object(Bucket=self.bucket, Key=BODIES + name)
                return cast("bytes", answer["Body"].read())
        except ClientError as error:
            if code(error) in ABSENT:
                raise Unavailable(f"body {name} is not there") from error
            raise


@dataclass
class S3Shelf:
    """Objects that readers or the desk see; what the CDN needs of them is S3 metadata (ASCII)."""

    client: BaseClient
    bucket: str

    def standing(self, key: str) -> Standing | None:
        try:
            with calling("S3"):
                answer = self.client.head_object(Bucket=self.bucket, Key=key)
        except ClientError as error:
            if code(error) in ABSENT:
                return None
            raise
        return _standing(answer)

    def put(self, item: Item, over: Standing | None) -> None:
        how = {"IfMatch": over.etag} if over else {"IfNoneMatch": "*"}
        if item.status == GONE:
            how["Tagging"] = TOMBSTONE
        try:
            with calling("S3"):
                self.client.put_object(
                    Bucket=self.bucket,
                    Key=item.key,
                    Body=item.content,
                    ContentType=item.content_type,
                    CacheControl=item.cache_control,
                    Metadata=_metadata(item),
                    **how,
                )
        except ClientError as error:
            if code(error) in ABSENT:  # If-Match where nothing stands any more
                raise Conflict(f"{item.key} is gone") from error
            raise

    def everything(self) -> Iterator[str]:
        """Every key of the bucket, in S3's order."""
        start: dict[str, str] = {}
        while True:
            with calling("S3"):
                answer = self.client.list_objects_v2(Bucket=self.bucket, **start)
            yield from (one["Key"] for one in answer.get("Contents", ()))
            if not answer["IsTruncated"]:
                return
            start = {"ContinuationToken": answer["NextContinuationToken"]}

    def copy(self, key: str) -> tuple[Item, Standing] | None:
        """What readers get there, and what compare-and-set goes by; None where nothing stands."""
        try:
            with calling("S3"):
                answer = self.client.get_object(Bucket=self.bucket, Key=key)
                content = answer["Body"].read()
        except ClientError as error:
            if code(error) in ABSENT:
                return None
            raise
        return _item(key, answer, content), _standing(answer)


def _standing(answer: dict[str, Any]) -> Standing:
    about = answer["Metadata"]
    return Standing(
        etag=answer["ETag"],
        digest=about.get("digest", ""),
        renderer=int(about.get("renderer", "0")),
        office=int(about.get("office", "0")),
    )


def _item(key: str, answer: dict[str, Any], content: bytes) -> Item:
    """What `_metadata` and the headers of a put came from."""
    about, standing = answer["Metadata"], _standing(answer)
    return Item(
        key=key,
        content=content,
        content_type=answer["ContentType"],
        cache_control=answer.get("CacheControl", ""),
        tags=tuple(about["cache-tag"].split(",")) if "cache-tag" in about else (),
        status=int(about["status"]) if "status" in about else None,
        location=unquote(about["location"]) if "location" in about else None,
        renderer=standing.renderer,
        office=standing.office,
    )


def _metadata(item: Item) -> dict[str, str]:
    about = {
        "digest": item.digest(),
        "renderer": str(item.renderer),
        "office": str(item.office),
    }
    if item.tags:
        about["cache-tag"] = ",".join(item.tags)
    if item.status:
        about["status"] = str(item.status)
    if item.location:
        about["location"] = quote(item.location, safe="/:%#?=&")
    return about
