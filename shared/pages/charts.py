"""Most Read and Trending on pages: what the rankings in force say, of the stories that stand.

A ranking is read before its stories are looked at: one that is taken back while a page is made
either is seen to be gone, or its own run finds the ranking and makes the page again.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from shared.news.article import Card, Entry
from shared.news.language import Language
from shared.news.ranking import EVERYWHERE, Chart
from shared.pages.names import ListName
from shared.pages.page import Charted
from shared.pages.ports import Lists, Rankings, Stands

LENGTH = 10
ON_FRONTS = 5
"""How long Trending is there."""
ROWS = 5
FOR_A_LEADER = 3
"""How many of a section's stories are looked at to find the first that stands."""


class Ports(Protocol):
    """What charts need of the press."""

    @property
    def lists(self) -> Lists: ...
    @property
    def stands(self) -> Stands: ...
    @property
    def rankings(self) -> Rankings: ...


class Look:
    """One page's look at the rankings of an edition.

    Each story is looked at once, so that the page says one thing of it; `read` are entries that
    the page shows anyway. `facts` is all that was consulted, as pages name it.
    """

    def __init__(self, press: Ports, edition: Language, read: tuple[Entry, ...] = ()) -> None:
        self._press = press
        self._edition = edition
        self._read = read
        self._entries: dict[str, Entry | None] = {entry.story: entry for entry in read}
        self._revisions: dict[str, int] = {}

    @property
    def facts(self) -> dict[str, int]:
        stories = {story: entry.as_of if entry else 0 for story, entry in self._entries.items()}
        return self._revisions | stories

    def chart(self, name: str, kind: Chart, most: int = LENGTH) -> Charted:
        """A list's chart, without what does not stand in that list."""
        ranking = self._press.rankings.ranking(self._edition, name, kind)
        self._revisions[f"ranking.{name}.{kind}"] = ranking.revision if ranking else 0
        if ranking is None:
            return Charted()
        cards = self._cards([one.story for one in ranking.stories[:most]])
        return Charted(
            tuple(card for card in cards if _may_stand_in(name, card)),
            as_of=ranking.as_of if ranking.state == "late" else None,
            latest=ranking.state == "latest",
        )

    def most_read(self, which: ListName) -> Charted:
        """A list's Most Read; its newest stories where nothing is ranked."""
        found = self.chart(which.name, "most-read")
        if found.cards:
            return found
        newest = self._read or self._press.lists.newest(which, LENGTH)
        self._entries |= {entry.story: entry for entry in newest}
        cards = (one.card for one in newest if one.card)
        eligible = tuple(card for card in cards if _may_stand_in(which.name, card))
        return Charted(eligible[:LENGTH], latest=True)

    def newest(self, which: ListName, most: int) -> tuple[Card, ...]:
        """The newest stories of another list."""
        entries = self._press.lists.newest(which, most)
        self._revisions |= {f"{which.name}.{one.story}": one.as_of for one in entries}
        return tuple(self._cards([one.story for one in entries if one.card]))

    def everywhere(self) -> Charted:
        """What the readers of all editions read most, as far as it stands in this one."""
        return self.chart(EVERYWHERE, "most-read")

    def leaders(self, sections: Iterable[str]) -> Iterator[tuple[ListName, Card]]:
        """Each section that has one, with the first of its Most Read."""
        for section in sections:
            which = ListName(self._edition, f"section/{section}")
            for card in self.chart(which.name, "most-read", FOR_A_LEADER).cards[:1]:
                yield which, card

    def _cards(self, stories: list[str]) -> Iterator[Card]:
        if others := [story for story in stories if story not in self._entries]:
            found = self._press.stands.cards(others, self._edition)
            self._entries |= {story: found.get(story) for story in others}
        entries = (self._entries[story] for story in stories)
        return (entry.card for entry in entries if entry and entry.card)


def _may_stand_in(name: str, card: Card) -> bool:
    """Whether it is not sensitive, and still in the section that it was counted for."""
    there = {"home", EVERYWHERE, *(f"section/{section}" for section in card.sections())}
    return not card.sensitive and name in there
