"""A bucket with compare-and-set in memory."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from shared.errors import Conflict
from shared.ids import digest
from shared.news.shelf import Item, Standing
from tests.fakes.moments import Moments


@dataclass
class MemoryShelf:
    items: dict[str, Item] = field(default_factory=dict)
    puts: list[str] = field(default_factory=list)
    moments: Moments = field(default_factory=Moments)

    def standing(self, key: str) -> Standing | None:
        self.moments.passing(f"shelf.standing {key}")
        return self._standing(key)

    def put(self, item: Item, over: Standing | None) -> None:
        self.moments.passing(f"shelf.put {item.key}")
        stands = self._standing(item.key)
        if (stands and stands.etag) != (over and over.etag):
            raise Conflict(f"{item.key} is no longer what was read")
        self.items[item.key] = item
        self.puts.append(item.key)
        self.moments.passing(f"shelf.did put {item.key}")

    def everything(self) -> Iterator[str]:
        return iter(sorted(self.items))

    def copy(self, key: str) -> tuple[Item, Standing] | None:
        standing = self._standing(key)
        return (self.items[key], standing) if standing else None

    def _standing(self, key: str) -> Standing | None:
        item = self.items.get(key)
        if item is None:
            return None
        # as on S3, the version is a hash of the bytes alone: the same bytes, the same ETag
        return Standing(
            etag=digest(item.content),
            digest=item.digest(),
            renderer=item.renderer,
            office=item.office,
        )

    def text(self, key: str) -> str:
        return self.items[key].content.decode()
