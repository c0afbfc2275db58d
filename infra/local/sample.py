"""The sample newsroom, uploaded as an editor would: through the AWS API."""

import hashlib
import mimetypes
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import botocore.exceptions

SAMPLE = Path(__file__).parents[1] / "newsroom"
EDITIONS = ("en", "ar", "es")


@dataclass
class Story:
    """One story on its way: the uploads that tell of it, and its editions.

    `versions` are the S3 versions that this run uploaded; a receipt of an older one says nothing.
    """

    name: str
    uploads: list[str] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    urls: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)

    def is_live(self) -> bool:
        return all(edition in self.seconds for edition in EDITIONS)

    def is_due(self) -> bool:
        """Whether readers do not get an edition yet that is said to be live."""
        live = {edition for edition, state in self.states.items() if state == "live"}
        return not live <= self.seconds.keys()


def files(folder: Path) -> list[Path]:
    """Configuration first, then the rest by name."""
    inbox = [path for path in sorted(folder.glob("inbox/**/*")) if path.is_file()]
    return [path for path in sorted(folder.glob("config/*")) if path.is_file()] + inbox


def upload(s3: Any, bucket: str, folder: Path) -> dict[str, str]:
    """Uploads what is not there yet, byte for byte; the version of each key that was uploaded.

    A corrected story has its first version in `earlier/`: that goes up where nothing is there
    yet, and the next call brings the correction.
    """
    versions = {}
    for path in files(folder):
        key = path.relative_to(folder).as_posix()
        there = _etag(s3, bucket, key)
        earlier = folder / "earlier" / key
        body = (earlier if there is None and earlier.exists() else path).read_bytes()
        if there != hashlib.md5(body, usedforsecurity=False).hexdigest():
            kind = mimetypes.guess_type(key)[0] or "application/octet-stream"
            put = s3.put_object(Bucket=bucket, Key=key, Body=body, ContentType=kind)
            versions[key] = str(put["VersionId"])
    return versions


def stories(folder: Path) -> list[Story]:
    found: dict[str, Story] = {}
    for path in files(folder):
        key = path.relative_to(folder).as_posix()
        if key.startswith("inbox/") and key.endswith(tuple(f".{e}.md" for e in EDITIONS)):
            name = key.removeprefix("inbox/").removesuffix(".md")[:-3]
            found.setdefault(name, Story(name)).uploads.append(key)
    return list(found.values())


def await_again(everything: Sequence[Story], versions: Mapping[str, str]) -> None:
    """The stories with new versions are not live before those are."""
    for story in everything:
        new = {key: version for key, version in versions.items() if key in story.uploads}
        if new:
            story.versions |= new
            story.seconds.clear()


def _etag(s3: Any, bucket: str, key: str) -> str | None:
    try:
        return str(s3.head_object(Bucket=bucket, Key=key)["ETag"].strip('"'))
    except botocore.exceptions.ClientError:
        return None
