"""Translation memories: what was paid for (DynamoDB), and the desk's own file (S3)."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass

from shared.aws.objects import S3Inbox
from shared.aws.tables import Table
from shared.errors import Conflict
from shared.news.keys import MEMORY_KEY
from shared.news.record import Record
from shared.translation.memory import NO_MEMORY, ReviewedMemory
from shared.translation.ports import PaidKey, Reviewed

MOST_BYTES = 50_000_000
READERS = 8


class Paid(Record):
    """A translation that was paid for."""

    text: str


@dataclass
class DynamoMemory:
    """Paid translations, first write wins."""

    table: Table

    def recall(self, keys: Sequence[PaidKey]) -> Mapping[PaidKey, str]:
        with ThreadPoolExecutor(READERS) as pool:
            found = zip(keys, pool.map(self._find, keys), strict=True)
        return {key: text for key, text in found if text is not None}

    def remember(self, key: PaidKey, text: str) -> None:
        with suppress(Conflict):  # it was kept before
            self.table.put_new(_pk(key), sort_key(key), Paid(text=text))

    def _find(self, key: PaidKey) -> str | None:
        value = self.table.get(_pk(key), sort_key(key))
        return Paid.model_validate_json(value).text if value else None


def _pk(key: PaidKey) -> str:
    return f"memory#{key.sentence}"


def sort_key(key: PaidKey) -> str:
    """What tells the items of one sentence apart."""
    return f"{key.source}#{key.target}#{key.engine}"


@dataclass
class S3Reviewed:
    """The newest `config/memory.tmx` that can be read, parsed once for each version."""

    inbox: S3Inbox
    parse: Callable[[bytes], ReviewedMemory | tuple[object, ...]]
    version: str = ""
    memory: Reviewed = NO_MEMORY

    def newest(self) -> Reviewed:
        """A file that was deleted is no memory; one that is broken leaves the last good one."""
        upload = self.inbox.newest(MEMORY_KEY, MOST_BYTES)
        if upload is None or upload.content is None:
            return NO_MEMORY
        if upload.version != self.version:
            parsed = self.parse(upload.content)
            if isinstance(parsed, ReviewedMemory):
                self.memory = parsed
            self.version = upload.version
        return self.memory
