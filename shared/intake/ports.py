"""What intake needs of the world: the files that editors drop, and who waits for a picture."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

LIMIT = 1_000_000
"""The most bytes of a text file that are read; a larger one is rejected."""


@dataclass(frozen=True)
class Upload:
    """The newest version of a file; `content` is None where that version deletes it.

    `size` is the file's true size in bytes: where it is above the limit that was asked for,
    `content` is only its beginning.
    """

    key: str
    version: str
    content: bytes | None
    uploaded: datetime
    size: int

    @property
    def deleted(self) -> bool:
        return self.content is None


class Inbox(Protocol):
    """The files that editors drop."""

    def newest(self, key: str, limit: int) -> Upload | None:
        """The newest version, strongly consistent; None where there never was one.

        Reads at most `limit` bytes of a file that is larger.
        """
        ...

    def since(self, upload: Upload, judged: Collection[str]) -> datetime:
        """When the first of the versions came that led to this one and were never judged.

        `judged` are the versions that were. Where there is none but this one, when it came.
        """
        ...


class Wishes(Protocol):
    """Which stories want which picture; a wish once made is never forgotten."""

    def wish(self, picture: str, story: str) -> None:
        """Remember that the story wants the picture with this inbox key."""
        ...

    def wishing(self, picture: str) -> tuple[str, ...]:
        """The stories that ever wanted it, strongly consistent."""
        ...


class Rejections(Protocol):
    """The story files that stand rejected, so that a new configuration judges them again.

    `revision` is the number of a fact of the story: a late run undoes nothing of a newer one.
    """

    def note(self, key: str, revision: int) -> None:
        """Write down that the file is rejected."""
        ...

    def settle(self, key: str, revision: int) -> None:
        """Write down that it no longer is."""
        ...

    def rejected(self) -> tuple[str, ...]:
        """Their keys in the newsroom bucket, strongly consistent."""
        ...
