"""S3: everything that lies in the inbox."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from botocore.client import BaseClient

from shared.aws.failures import calling
from shared.desk.sweep import Arrived
from shared.news.keys import CONFIG, INBOX


@dataclass
class S3Arrivals:
    """Lists the versions of the inbox and of the configuration, a thousand at a time."""

    client: BaseClient
    bucket: str

    def newest(self) -> Iterator[Arrived]:
        for prefix in (CONFIG, INBOX):
            yield from self.under(prefix)

    def under(self, prefix: str) -> Iterator[Arrived]:
        """The newest version or deletion of every file whose key begins so."""
        start: dict[str, str] = {}
        while True:
            with calling("S3"):
                answer = self.client.list_object_versions(
                    Bucket=self.bucket, Prefix=prefix, **start
                )
            yield from (_arrived(one, deleted=False) for one in _latest(answer, "Versions"))
            yield from (_arrived(one, deleted=True) for one in _latest(answer, "DeleteMarkers"))
            if not answer["IsTruncated"]:
                return
            start = {
                "KeyMarker": answer["NextKeyMarker"],
                "VersionIdMarker": answer["NextVersionIdMarker"],
            }


def _latest(answer: dict[str, Any], kind: str) -> Iterator[dict[str, Any]]:
    return (one for one in answer.get(kind, ()) if one["IsLatest"])


def _arrived(one: dict[str, Any], *, deleted: bool) -> Arrived:
    at = one["LastModified"].astimezone(UTC)
    return Arrived(key=one["Key"], version=one["VersionId"], at=at, deleted=deleted)
