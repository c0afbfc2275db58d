"""Translation memories: what was paid for (DynamoDB), and the desk's own file (S3)."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

from shared.aws.objects import S3Inbox
from shared.aws.tables import Table
from shared.clock import Clock
from shared.errors import Conflict
from shared.news.keys import MEMORY_KEY
from shared.news.record import Instant, Record
from shared.translation.memory import NO_MEMORY, ReviewedMemory
from shared.translation.ports import PaidKey, Refusal, Reviewed

MOST_BYTES = 50_000_000
READERS = 8
REFUSED = timedelta(days=1)
"""For so long an answer that gates refused is not asked for again."""


class Paid(Record):
    """An answer that was paid for: a line, or why there is none; the refused have an end."""

    text: str = ""
    refused: str = ""
    until: Instant | None = None

    @property
    def answer(self) -> str | Refusal:
        return Refusal(self.refused) if self.refused else self.text


@dataclass
class DynamoMemory:
    """The first good answer stays; a refused one is there for a day, or until a good one comes."""

    table: Table
    clock: Clock

    def recall(self, keys: Sequence[PaidKey]) -> Mapping[PaidKey, str | Refusal]:
        with ThreadPoolExecutor(READERS) as pool:
            found = zip(keys, pool.map(self._find, keys), strict=True)
        return {key: paid.answer for key, paid in found if paid}

    def remember(self, key: PaidKey, answer: str | Refusal, *, refused: bool = False) -> None:
        given = {"refused": answer.reason} if isinstance(answer, Refusal) else {"text": answer}
        until = self.clock() + REFUSED if refused else None
        kept = Paid.model_validate(given | {"until": until})
        expires = {"expires": int(until.timestamp())} if until else {}
        with suppress(Conflict):  # a good one was kept before
            self.table.put_over_passing(_pk(key), sort_key(key), kept, **expires)

    def _find(self, key: PaidKey) -> Paid | None:
        value = self.table.get(_pk(key), sort_key(key))
        paid = Paid.model_validate_json(value) if value else None
        return paid if paid and (paid.until is None or paid.until > self.clock()) else None


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
