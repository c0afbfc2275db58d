"""Objects that readers or the desk see, kept by compare-and-set: put what differs, lose no race."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from shared.errors import Conflict
from shared.ids import digest
from shared.news.record import Record

ATTEMPTS = 50


class Item(Record):
    """An object to be put: its bytes, and the headers that belong to it.

    `tags` are cache tags (story ids, list tags); `status` and `location` make a tombstone or a
    redirect at the edge. `renderer` is the number of the renderer that made it, `office` how many
    facts of the newsroom's own log were known to it; 0 where neither had a part in it.
    """

    key: str
    content: bytes
    content_type: str = "text/html; charset=utf-8"
    cache_control: str = "no-store"
    tags: tuple[str, ...] = ()
    status: int | None = None
    location: str | None = None
    renderer: int = 0
    office: int = 0

    def digest(self) -> str:
        """The hash of everything about it that a reader could notice."""
        about = (self.content_type, self.cache_control, self.tags, self.status, self.location)
        return digest(repr(about).encode() + self.content)


class Standing(Record):
    """What stands under a key: its version for compare-and-set, and the digest of its item."""

    etag: str
    digest: str
    renderer: int = 0
    office: int = 0


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


class OldOffice(Conflict):
    """The object was made by someone who knew a newer configuration: read that and start over."""


def reconcile(shelf: Shelf, key: str, derive: Callable[[], Item | None]) -> bool:
    """Make the object under `key` what the facts say; True where that took a put.

    `derive` gives None where nothing is to stand there yet.
    """

    def one() -> dict[str, Item]:
        item = derive()
        return {key: item} if item else {}

    return reconcile_all(shelf, [key], one) == 1


def reconcile_all(
    shelf: Shelf, keys: Iterable[str], derive: Callable[[], Mapping[str, Item]]
) -> int:
    """Make several objects what one look at the facts says, in the order of `keys`.

    The targets are read first, the facts (inside `derive`) after them: else a run that stalled
    between the two could put an older page over a newer one. Who loses a race looks again.
    """
    waiting, put = list(keys), 0
    for _ in range(ATTEMPTS):
        stands = {key: shelf.standing(key) for key in waiting}
        items = derive()
        lost = []
        for key in waiting:
            if key in items and _differs(items[key], stands[key]):
                try:
                    shelf.put(items[key], stands[key])
                    put += 1
                except Conflict:
                    lost.append(key)
        if not lost:
            return put
        waiting = lost
    message = f"{waiting[0]} was busy {ATTEMPTS} times"
    raise Conflict(message)


def _differs(item: Item, stands: Standing | None) -> bool:
    if stands is None:
        return True
    if stands.digest == item.digest():
        return False
    if stands.renderer > item.renderer:
        message = f"{item.key} was made by a newer renderer"
        raise OldRenderer(message)
    if stands.office > item.office:
        message = f"{item.key} was made by a newer configuration"
        raise OldOffice(message)
    return True
