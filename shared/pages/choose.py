"""Which older stories an article shows beside itself: the editor's pins, then our choice."""

from collections.abc import Iterator
from typing import Protocol

from shared.clock import Clock
from shared.news.archive import Archive, Bodies, record
from shared.news.article import Article, Card
from shared.news.facts import Chosen
from shared.news.keys import story_of
from shared.news.language import Language
from shared.news.log import Log
from shared.news.view import StoryView, view
from shared.pages.names import ListName
from shared.pages.ports import Lists, Shows, Stands
from shared.pages.posts import live_pages, where_it_stands

SPARES = 3


class Ports(Protocol):
    """What choosing needs of the press."""

    @property
    def archive(self) -> Archive: ...
    @property
    def bodies(self) -> Bodies: ...
    @property
    def lists(self) -> Lists: ...
    @property
    def stands(self) -> Stands: ...
    @property
    def shows(self) -> Shows: ...
    @property
    def clock(self) -> Clock: ...


def choose(story: str, press: Ports, count: int) -> Log:
    """See that a live story has `count` live stories to show, as far as there are older ones."""

    def decide(log: Log) -> Chosen | None:
        seen = view(log, press.bodies)
        article = next((one.article for one in seen.editions.values() if one.article), None)
        if article is None or article.kind == "page" or seen.placeless or not seen.released:
            return None
        edition = seen.released.body.language
        if len(_live(seen, edition, press)) >= count:
            return None
        found = _older(article, edition, press, count + SPARES)
        return Chosen(stories=found) if found != seen.chosen else None

    return record(press.archive, story, decide, clock=press.clock)


def shown_beside(
    seen: StoryView, edition: Language, press: Ports, count: int
) -> tuple[tuple[Card, ...], dict[str, int]]:
    """The cards to show, and every candidate consulted with the fact that spoke for or against it.

    The page asks to be told of a candidate before it looks at it: a change that comes after the
    look then finds the request, and one that came before is seen.
    """
    candidates = _candidates(seen)
    for candidate in candidates:
        press.shows.register(candidate, seen.id, edition)
    entries = press.stands.cards(candidates, edition)
    lives = live_pages(press, entries, dict.fromkeys(candidates, (seen.id,)), edition)
    cards: list[Card] = []
    consulted: dict[str, int] = {}
    for candidate in candidates:
        entry = entries.get(candidate)
        card, about_live = where_it_stands(entry, lives)
        consulted |= about_live | {candidate: entry.as_of if entry else 0}
        if card and card.headline:  # a post may have none
            cards.append(card)
        if len(cards) == count:
            break
    return tuple(cards), consulted


def _candidates(seen: StoryView) -> tuple[str, ...]:
    pinned = seen.released.body.related if seen.released else ()
    wanted = dict.fromkeys((*(story_of(stem) for stem in pinned), *seen.chosen))
    return tuple(story for story in wanted if story != seen.id)


def _live(seen: StoryView, edition: Language, press: Ports) -> list[str]:
    """What is there to be shown; a post is not counted, since its live page may come and go."""
    entries = press.stands.cards(_candidates(seen), edition)
    return [story for story, entry in entries.items() if entry.card and not entry.card.post]


def _older(article: Article, edition: Language, press: Ports, most: int) -> tuple[str, ...]:
    """The newest older stories of its section, then of the whole edition."""
    place = (article.published, article.story)

    def names() -> Iterator[str]:
        for name in (f"section/{article.section}", "home"):
            for entry in press.lists.newest(ListName(edition, name), most, before=place):
                if entry.card:
                    yield entry.story

    return tuple(dict.fromkeys(names()))[:most]
