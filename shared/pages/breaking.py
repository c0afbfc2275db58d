"""What is happening now: an edition's flashes, with the stories that they lead to.

A flash asks to be told of the story that it leads to before it looks whether that stands.
"""

from collections.abc import Iterable
from typing import Protocol

from shared.news.article import BREAKING, LIVE, Card
from shared.news.language import Language
from shared.pages.names import ListName
from shared.pages.page import Flash, Now
from shared.pages.ports import Lists, Shows, Stands
from shared.pages.posts import live_pages, where_it_stands

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
    links, facts = _leads_to(press, edition, cards)
    facts |= {entry.story: entry.as_of for entry in entries}
    return tuple(Flash(card, links.get(card.about or "", card.link)) for card in cards), facts


def _leads_to(
    press: Ports, edition: Language, cards: Iterable[Card]
) -> tuple[dict[str, str], dict[str, int]]:
    """The addresses of the stories that flashes lead to, as far as they stand."""
    asked: dict[str, list[str]] = {}
    for card in cards:
        if card.about:
            asked.setdefault(card.about, []).append(card.story)
            press.shows.register(card.about, card.story, edition)
    found = press.stands.cards(list(asked), edition) if asked else {}
    lives = live_pages(press, found, asked, edition)
    links: dict[str, str] = {}
    facts: dict[str, int] = {}
    for story in asked:
        entry = found.get(story)
        leads_to, about_live = where_it_stands(entry, lives)
        facts |= about_live | {f"{story}.link": entry.as_of if entry else 0}
        if leads_to:
            links[story] = leads_to.address
    return links, facts
