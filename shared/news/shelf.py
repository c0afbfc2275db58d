"""Objects that readers or the desk see, kept by compare-and-set: put what differs, lose no race."""

from collections.abc import Callable
from typing import Protocol

from shared.errors import Conflict
from shared.ids import digest
from shared.news.record import Record

ATTEMPTS = 50


class Item(Record):
    """An object to be put: its bytes, and the headers that belong to it.

    `tags` are cache tags (story ids, list tags); `status` and `location` make a tombstone or a
    redirect at the edge. `renderer` is the number of the renderer that made it, 0 where none did.
    """

    key: str
    content: bytes
    content_type: str = "text/html; charset=utf-8"
    cache_control: str = "no-store"
    tags: tuple[str, ...] = ()
    status: int | None = None
    location: str | None = None
    renderer: int = 0

    def digest(self) -> str:
        """The hash of everything about it that a reader could notice."""
        about = (self.content_type, self.cache_control, self.tags, self.status, self.location)
        return digest(repr(about).encode() + self.content)


class Standing(Record):
    """What stands under a key: its version for compare-and-set, and the digest of its item."""

    etag: str
    digest: str
    renderer: int = 0


class Shelf(Protocol):
    """A bucket of such objects."""

    def standing(self, key: str) -> Standing | None:
        """What stands there, strongly consistent; None where nothing does."""
        ...

    def put(self, item: Item, over: Standing | None) -> None:
        """Put it where `over` still stands (None: nothing); raises Conflict where it does not."""
        ...


class OldRenderer(Conflict):
    """The object was made by a newer renderer than ours: a newer function has to do this."""


def reconcile(shelf: Shelf, key: str, derive: Callable[[], Item | None]) -> bool:
    """Make the object under `key` what the facts say; True where that took a put.

    The target is read first, the facts (inside `derive`) after it: else a run that stalled
    between the two could put an older page over a newer one. `derive` gives None where nothing
    is to stand there yet.
    """
    for _ in range(ATTEMPTS):
        stands = shelf.standing(key)
        item = derive()
        if item is None or (stands and stands.digest == item.digest()):
            return False
        if stands and stands.renderer > item.renderer:
            message = f"{key} was made by a newer renderer"
            raise OldRenderer(message)
        try:
            shelf.put(item, stands)
        except Conflict:
            continue
        return True
    message = f"{key} was busy {ATTEMPTS} times"
    raise Conflict(message)
