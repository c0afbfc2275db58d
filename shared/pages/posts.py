"""Posts on other pages: each leads to its live page, and is only shown where that stands."""

from collections.abc import Collection, Mapping
from typing import Protocol

from shared.news.article import Card, Entry
from shared.news.language import Language
from shared.pages.ports import Shows, Stands


class Ports(Protocol):
    """What is needed of the press."""

    @property
    def stands(self) -> Stands: ...
    @property
    def shows(self) -> Shows: ...


def live_pages(
    press: Ports,
    found: Mapping[str, Entry],
    shown_by: Mapping[str, Collection[str]],
    edition: Language,
) -> Mapping[str, Entry]:
    """The live pages of those of these entries that are posts, by id.

    Whoever shows a post asks to be told of its live page before that is looked at.
    """
    lives: set[str] = set()
    for story, entry in found.items():
        if live := _live_of(entry):
            lives.add(live)
            for shower in shown_by[story]:
                press.shows.register(live, shower, edition)
    return press.stands.cards(sorted(lives), edition) if lives else {}


def where_it_stands(
    entry: Entry | None, pages: Mapping[str, Entry]
) -> tuple[Card | None, dict[str, int]]:
    """The card to be shown for an entry, and the fact of its live page that was consulted."""
    card, live = (entry.card, _live_of(entry)) if entry else (None, None)
    if card is None or live is None:
        return card, {}
    page = pages.get(live)
    consulted = {f"{live}.page": page.as_of if page else 0}
    if page is None or page.card is None or page.card.kind != "live":
        return None, consulted
    anchor = card.address.partition("#")[2]
    return card.model_copy(update={"address": f"{page.card.address}#{anchor}"}), consulted


def _live_of(entry: Entry) -> str | None:
    return entry.card.post.live if entry.card and entry.card.post else None
