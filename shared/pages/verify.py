"""Whether the site is what the facts say, byte for byte.

There is no second opinion of what a page is: the steps of a rebuild run on ports that seem empty,
so that everything is put, and every put is compared with what stands instead. Of a newsroom at
rest; what is published meanwhile may be named as a difference.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from pathlib import PurePosixPath
from typing import Literal, Protocol

from shared.ids import digest
from shared.news.article import Entry
from shared.news.language import Language
from shared.news.shelf import Item, Standing
from shared.pages.names import ListName
from shared.pages.ports import Finished, Lists, Periods, Shows, Stands
from shared.pages.press import Press
from shared.pages.publish import every_list, install_pages, periods_of
from shared.pages.rebuild import enter, make_list, make_pages

CHUNK = 50
REQUESTS = 1000
"""How many shown stories' requests are remembered between articles that show the same ones."""
_SEEN_BY_READERS = ("content", "content_type", "cache_control", "tags", "status", "location")
_STORY = re.compile(r"^(?:s/|media/|.*-)(?P<id>[a-z2-7]{10})(?:/[^/]*)?$")


class Stock(Protocol):
    """All that stands in the site bucket."""

    def everything(self) -> Iterator[str]:
        """Every key."""
        ...

    def copy(self, key: str) -> tuple[Item, Standing] | None:
        """What readers get there, and what compare-and-set goes by; None where nothing stands."""
        ...


@dataclass(frozen=True)
class Difference:
    """Something that is not what the facts say: which thing, of which story, and what about it."""

    kind: Literal["missing", "differs", "not expected", "not readable"]
    what: str
    story: str = ""
    about: str = ""


class OtherRenderer(Exception):
    """Pages are made by other code than ours, so ours cannot say what they should be."""


def verify(stories: Iterable[str], press: Press, stock: Stock) -> Iterator[Difference]:
    """Every difference between the site, its lists and marks, and the facts of these logs.

    `stories` are the ids of all logs; those that are no story's have no pages. What is kept in
    memory is a number for each key and each list entry. Raises OtherRenderer.
    """
    _same_renderer(press)
    proof = _Proof(press, stock)
    install_pages(proof.press)
    lists = every_list(press)
    for which in lists:
        make_list(which, proof.press)
        yield from proof.told()
    logs = iter(stories)
    while chunk := tuple(islice(logs, CHUNK)):
        for step in (enter, make_pages):
            for story, failure in step(chunk, proof.press).failed.items():
                proof.tell("not readable", "its facts", story, str(failure))
        yield from proof.told()
    for which in {*lists, *proof.open}:
        yield from proof.strange_entries(which)
    for key in stock.everything():
        if hash(key) not in proof.keys and not _certifies_itself(key, stock):
            yield Difference("not expected", key, _story_in(key))


def _same_renderer(press: Press) -> None:
    desk = press.desk()
    if desk.renderer_number != desk.office.deployed():
        raise OtherRenderer("the pages were made by other code than this: use the deployed version")


def _certifies_itself(key: str, stock: Stock) -> bool:
    """Assets of older renderers are kept for older pages; their names carry their hash."""
    found = stock.copy(key) if key.startswith("assets/") else None
    return found is not None and PurePosixPath(key).stem.endswith(
        f"-{digest(found[0].content)[:12]}"
    )


def _story_in(key: str) -> str:
    """The id of the story whose page or picture stands under a key; "" for other pages."""
    match = None if key.endswith("/index.html") else _STORY.match(key)
    return match["id"] if match else ""


@dataclass
class _Proof:
    """Ports of publishing that only compare."""

    real: Press
    stock: Stock
    keys: set[int] = field(default_factory=set)
    places: set[int] = field(default_factory=set)
    open: set[ListName] = field(default_factory=set)
    """The lists that only stories name."""
    found: list[Difference] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.press = replace(
            self.real,
            site=_Site(self),
            lists=_Lists(self, self.real.lists),
            periods=_Periods(self, self.real.periods),
            stands=_Stands(self, self.real.stands),
            finished=_Finished(self.real.finished),
            shows=_Shows(self, self.real.shows),
        )

    def tell(self, kind: Literal["missing", "differs", "not readable"], what: str, story: str = "",
             about: str = "") -> None:  # fmt: skip
        self.found.append(Difference(kind, what, story, about))

    def told(self) -> tuple[Difference, ...]:
        found, self.found = self.found, []
        return tuple(found)

    def compare(self, item: Item) -> None:
        """A page that was derived, with the one that stands; each is looked at once."""
        if hash(item.key) in self.keys:
            return
        self.keys.add(hash(item.key))
        there = self.stock.copy(item.key)
        if there is None:
            self.tell("missing", item.key, _story_in(item.key))
            return
        copy, standing = there
        unlike = [name for name in _SEEN_BY_READERS if getattr(copy, name) != getattr(item, name)]
        about = [
            name if name == "content" else f"{name} {getattr(copy, name)!r}" for name in unlike
        ]
        if standing.digest != item.digest():
            about.append("digest")
        if about:
            self.tell("differs", item.key, _story_in(item.key), ", ".join(about))

    def same_entry(self, entry: Entry, stored: Entry | None, what: str) -> None:
        if stored is None:
            self.tell("missing", what, entry.story)
        elif stored.model_copy(update={"revision": entry.revision}) != entry:
            self.tell("differs", what, entry.story)

    def strange_entries(self, which: ListName) -> Iterator[Difference]:
        """Entries of a list that no facts speak of."""
        for period in periods_of(self.real.lists, which):
            for entry in self.real.lists.month(which, period):
                if _place(entry) not in self.places:
                    yield Difference("not expected", _named(which), entry.story)


def _place(entry: Entry) -> int:
    return hash((entry.edition, entry.list, entry.published, entry.story))


def _named(which: ListName) -> str:
    return f"list {which.edition} {which.name}"


@dataclass
class _Site:
    """A site on which nothing seems to stand."""

    proof: _Proof

    def standing(self, _key: str) -> Standing | None:
        return None

    def put(self, item: Item, over: Standing | None) -> None:  # noqa: ARG002
        self.proof.compare(item)


@dataclass
class _Lists:
    proof: _Proof
    real: Lists

    def enter(self, entry: Entry) -> None:
        if _place(entry) in self.proof.places:
            return
        self.proof.places.add(_place(entry))
        which = ListName(entry.edition, entry.list)
        if which.open:
            self.proof.open.add(which)
        behind = (entry.published, f"{entry.story}~")  # no id has a "~": the place itself is next
        newest = self.real.newest(which, 1, behind)
        there = newest[0] if newest and _place(newest[0]) == _place(entry) else None
        self.proof.same_entry(entry, there, _named(which))

    def newest(self, which: ListName, live: int, before: object = None) -> tuple[Entry, ...]:
        return self.real.newest(which, live, before)  # type: ignore[arg-type]

    def month(self, which: ListName, period: str) -> tuple[Entry, ...]:
        return self.real.month(which, period)


@dataclass
class _Periods:
    proof: _Proof
    real: Periods

    def mark(self, which: ListName, period: str) -> None:
        if period not in self.real.marked(which):
            self.proof.tell("missing", f"{_named(which)}: the mark of {period}")

    def marked(self, which: ListName) -> tuple[str, ...]:
        return self.real.marked(which)


@dataclass
class _Stands:
    proof: _Proof
    real: Stands

    def stand(self, entry: Entry) -> None:
        stored = self.real.standing(entry.story).get(entry.edition)
        self.proof.same_entry(entry, stored, f"what stands in {entry.edition}")

    def standing(self, story: str) -> Mapping[Language, Entry]:
        return self.real.standing(story)

    def cards(self, stories: Collection[str], edition: Language) -> Mapping[str, Entry]:
        return self.real.cards(stories, edition)


@dataclass
class _Finished:
    """What was finished is looked at all the same; how far it was, `sweep` watches."""

    real: Finished

    def finish(self, story: str, revision: int) -> None:
        pass

    def finished(self, story: str) -> int:
        return self.real.finished(story)

    def renew(self, story: str, office: int) -> None:
        pass

    def renewed(self, story: str) -> int:
        return self.real.renewed(story)


@dataclass
class _Shows:
    proof: _Proof
    real: Shows

    def __post_init__(self) -> None:
        self._pages = lru_cache(REQUESTS)(self.real.pages)

    def register(self, shown: str, story: str, edition: Language) -> None:
        if (story, edition) not in self._pages(shown):
            self.proof.tell("missing", f"the request of {edition} to be told of {shown}", story)

    def pages(self, shown: str) -> tuple[tuple[str, Language], ...]:
        return self._pages(shown)
