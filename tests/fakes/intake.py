"""The ports of intake in memory."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from shared.clock import Clock
from shared.desk.sweep import Arrived
from shared.intake.ports import Upload
from tests.fakes.moments import Moments

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@dataclass
class MemoryInbox:
    """Versions of files, the newest last."""

    files: dict[str, list[Upload]] = field(default_factory=dict)
    moments: Moments = field(default_factory=Moments)
    clock: Clock = lambda: NOON

    def upload(self, key: str, content: str | bytes | None) -> str:
        versions = self.files.setdefault(key, [])
        body = content.encode() if isinstance(content, str) else content
        version = f"{key}@{len(versions) + 1}"
        versions.append(Upload(key, version, body, self.clock(), len(body or b"")))
        return version

    def delete(self, key: str) -> str:
        return self.upload(key, None)

    def newest(self, key: str, limit: int) -> Upload | None:
        self.moments.passing(f"inbox.newest {key}")
        if key not in self.files:
            return None
        newest = self.files[key][-1]
        content = newest.content
        self.moments.passing(f"inbox.did read {key}")
        cut = None if content is None else content[:limit]
        return Upload(newest.key, newest.version, cut, newest.uploaded, newest.size)

    def since(self, upload: Upload, judged: Collection[str]) -> datetime:
        self.moments.passing(f"inbox.since {upload.key}")
        since = upload.uploaded
        for one in reversed(self.files[upload.key]):
            if one.version in judged:
                break
            if one.content is not None:
                since = min(since, one.uploaded)
        return since


@dataclass
class MemoryArrivals:
    """The list of what lies in the inbox."""

    inbox: MemoryInbox

    def newest(self) -> Iterator[Arrived]:
        def read() -> dict[str, Arrived]:
            newest = (self.inbox.files[key][-1] for key in sorted(self.inbox.files))
            return {
                one.key: Arrived(one.key, one.version, one.uploaded, deleted=one.content is None)
                for one in newest
            }

        return iter(self.inbox.moments.turning("arrivals.newest", read).values())


@dataclass
class MemoryWishes:
    wishes: dict[str, set[str]] = field(default_factory=dict)
    moments: Moments = field(default_factory=Moments)

    def wish(self, picture: str, story: str) -> None:
        self.moments.passing(f"wishes.wish {picture}")
        self.wishes.setdefault(picture, set()).add(story)

    def wishing(self, picture: str) -> tuple[str, ...]:
        def read() -> dict[str, None]:
            return dict.fromkeys(sorted(self.wishes.get(picture, ())))

        return tuple(self.moments.turning(f"wishes.wishing {picture}", read))


@dataclass
class MemoryRejections:
    marks: dict[str, tuple[int, bool]] = field(default_factory=dict)
    moments: Moments = field(default_factory=Moments)

    def note(self, key: str, revision: int) -> None:
        self.moments.passing(f"rejections.note {key}")
        self._mark(key, revision, stands=True)

    def settle(self, key: str, revision: int) -> None:
        self.moments.passing(f"rejections.settle {key}")
        self._mark(key, revision, stands=False)

    def rejected(self) -> tuple[str, ...]:
        self.moments.passing("rejections.rejected")
        return tuple(sorted(key for key, (_, stands) in self.marks.items() if stands))

    def _mark(self, key: str, revision: int, *, stands: bool) -> None:
        if self.marks.get(key, (0, False))[0] <= revision:
            self.marks[key] = (revision, stands)
