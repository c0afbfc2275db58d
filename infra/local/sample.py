"""The sample newsroom, uploaded as an editor would: through the AWS API."""

import hashlib
import mimetypes
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import botocore.exceptions

SAMPLE = Path(__file__).parents[1] / "newsroom"
EDITIONS = ("en", "ar", "es")


@dataclass
class Story:
    """One story on its way: the uploads that tell of it, and its editions."""

    name: str
    uploads: list[str] = field(default_factory=list)
    states: dict[str, str] = field(default_factory=dict)
    urls: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)

    def is_live(self) -> bool:
        return all(edition in self.seconds for edition in EDITIONS)


def files(folder: Path) -> list[Path]:
    """Configuration first, then the rest by name."""
    inbox = [path for path in sorted(folder.glob("inbox/**/*")) if path.is_file()]
    return [path for path in sorted(folder.glob("config/*")) if path.is_file()] + inbox


def upload(s3: Any, bucket: str, folder: Path) -> int:
    """Uploads what is not there yet, byte for byte; returns how many that were."""
    count = 0
    for path in files(folder):
        key, body = path.relative_to(folder).as_posix(), path.read_bytes()
        if not _is_there(s3, bucket, key, body):
            kind = mimetypes.guess_type(key)[0] or "application/octet-stream"
            s3.put_object(Bucket=bucket, Key=key, Body=body, ContentType=kind)
            count += 1
    return count


def stories(folder: Path) -> list[Story]:
    found: dict[str, Story] = {}
    for path in files(folder):
        key = path.relative_to(folder).as_posix()
        if key.startswith("inbox/") and key.endswith(tuple(f".{e}.md" for e in EDITIONS)):
            name = key.removeprefix("inbox/").removesuffix(".md")[:-3]
            found.setdefault(name, Story(name)).uploads.append(key)
    return list(found.values())


def _is_there(s3: Any, bucket: str, key: str, body: bytes) -> bool:
    try:
        head = s3.head_object(Bucket=bucket, Key=key)
    except botocore.exceptions.ClientError:
        return False
    digest = hashlib.md5(body, usedforsecurity=False).hexdigest()
    return bool(head["ETag"].strip('"') == digest)
