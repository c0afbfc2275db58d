"""What is happening now: an edition's flashes, with the stories that they lead to.

A flash asks to be told of the story that it leads to before it looks whether that stands.
"""

from collections.abc import Iterator
from typing import Protocol

from shared.news.article import BREAKING, LIVE, Card, Entry
from shared.news.language import Language
from shared.pages.names import ListName
from shared.pages.page import Flash, Now
from shared.pages.ports import Lists, Shows, Stands

RECENT = 30
"""How many flashes the page of flashes has."""
ON_FRONTS = 10
"""Of how many of the newest flashes those that run are shown everywhere."""
LIVE_PAGES = 10
"""How many of the newest live pages are looked at for one that runs."""
FRONTS = {"home", "section", "region"}
"""The kinds of lists whose fronts say what is happening; other pages fetch it."""


class Ports(Protocol):
    """What is needed of the press."""

    @property
    def lists(self) -> Lists: ...
    @property
    def stands(self) -> Stands: ...
    @property
    def shows(self) -> Shows: ...


def now(press: Ports, edition: Language) -> tuple[Now, dict[str, int]]:
    """What is happening, and the facts that were consulted."""
    flashes, facts = newest(press, edition, ON_FRONTS)
    entries = press.lists.newest(ListName(edition, LIVE), LIVE_PAGES)
    facts |= {f"{entry.story}.live": entry.as_of for entry in entries}
    live = any(entry.card and not entry.card.over for entry in entries)
    return Now(tuple(one for one in flashes if not one.card.over), live), facts


def newest(press: Ports, edition: Language, most: int) -> tuple[tuple[Flash, ...], dict[str, int]]:
    """The newest flashes, running or over, and the facts that were consulted."""
    entries = press.lists.newest(ListName(edition, BREAKING), most)
    cards = [entry.card for entry in entries if entry.card]
    leads_to = dict(_leads_to(press, edition, cards))
    facts = {entry.story: entry.as_of for entry in entries}
    facts |= {f"{story}.link": found.as_of if found else 0 for story, found in leads_to.items()}
    return tuple(Flash(card, _link(card, leads_to)) for card in cards), facts


def _leads_to(
    press: Ports, edition: Language, cards: list[Card]
) -> Iterator[tuple[str, Entry | None]]:
    for card in cards:
        if card.about:
            press.shows.register(card.about, card.story, edition)
    stories = list(dict.fromkeys(card.about for card in cards if card.about))
    found = press.stands.cards(stories, edition) if stories else {}
    yield from ((story, found.get(story)) for story in stories)


def _link(card: Card, leads_to: dict[str, Entry | None]) -> str | None:
    entry = leads_to.get(card.about or "")
    return entry.card.address if entry and entry.card else card.link
