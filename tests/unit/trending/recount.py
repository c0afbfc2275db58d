"""The lists again, from raw log lines: slowly, plainly, and without any code of the lists' own.

Exact sets and dictionaries; nothing is kept between two counts. What is counted, and how, stands
in docs/MOST_READ.md: this is the second reading of it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from ipaddress import ip_network
from typing import NamedTuple

from shared.news.article import Card
from shared.news.language import LANGUAGES, Language
from shared.news.ranking import EVERYWHERE, Chart, Ranked

MINUTE = timedelta(minutes=1)
Lists = dict[tuple[Language, str, Chart], tuple[Ranked, ...]]


class View(NamedTuple):
    """An article was shown; `at` is a whole minute."""

    at: datetime
    story: str
    edition: Language
    ip: str
    agent: str


LENGTH = 4
"""Of the lists: short, so that stories come and go."""


def recount(views: Iterable[View], now: datetime, cards: Iterable[Card]) -> Lists:
    """Every list, as the rules say it, of the views that the log objects hold."""
    seen, live = [*views], {(card.story, card.edition): card for card in cards}
    begun = [bucket(view.at) for view in seen if bucket(view.at) <= now]
    end = max(begun) + 5 * MINUTE if begun else now
    found = {edition: per_bucket(view for view in seen if view.edition == edition)
             for edition in LANGUAGES}  # fmt: skip
    lists: Lists = {}
    for edition in LANGUAGES:
        mine = {story: card for (story, code), card in live.items() if code == edition}
        for name in ("home", EVERYWHERE, *{f"section/{card.section}" for card in mine.values()}):
            of = [*found.values()] if name == EVERYWHERE else [found[edition]]
            fit = {story: card for story, card in mine.items()
                   if name in {"home", EVERYWHERE, f"section/{card.section}"}}  # fmt: skip
            lists[edition, name, "most-read"] = shown(most_read(of, end, fit), of, end, fit)
            lists[edition, name, "trending"] = shown(trending(of, end, fit), of, end, fit)
    return lists


def bucket(at: datetime) -> datetime:
    return at - timedelta(minutes=at.minute % 5)


def hour(at: datetime) -> datetime:
    return at - timedelta(minutes=at.minute)


Read = Mapping[str, Mapping[datetime, float]]
"""Readers by story and bucket."""


def per_bucket(views: Iterable[View]) -> Read:
    """Hour by hour: twenty readers of a network at most, spread as the views are."""
    hours: dict[tuple[str, datetime], list[View]] = defaultdict(list)
    for view in views:
        hours[view.story, hour(view.at)].append(view)
    found: dict[str, dict[datetime, float]] = defaultdict(dict)
    for (story, _), those in hours.items():
        networks: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for view in those:
            networks[str(ip_network(f"{view.ip}/24", strict=False))].add((view.ip, view.agent))
        readers = sum(min(len(people), 20) for people in networks.values())
        counts = Counter(bucket(view.at) for view in those)
        low, high = 0.0, float(max(counts.values()))
        for _ in range(200):  # the level at which there is one view for each reader
            middle = (low + high) / 2
            total = sum(min(number, middle) for number in counts.values())
            low, high = (middle, high) if total < readers else (low, middle)
        believed = {at: min(number, high) for at, number in counts.items()}
        whole = sum(believed.values())
        found[story] |= {at: readers * number / whole for at, number in believed.items()}
    return found


def between(of: list[Read], story: str, begin: datetime, end: datetime) -> float:
    return sum(
        number for read in of for at, number in read.get(story, {}).items() if begin <= at < end
    )


def day(of: list[Read], story: str, end: datetime) -> float:
    """Readers of the hour of the newest bucket, and of the 24 full hours before it."""
    present = hour(end - 5 * MINUTE)
    return round(between(of, story, present - timedelta(hours=24), end + timedelta(hours=1)), 6)


def most_read(of: list[Read], end: datetime, cards: Mapping[str, Card]) -> list[tuple[str, int]]:
    scores = {story: 1000 * day(of, story, end) for story in cards}
    return best({story: score for story, score in scores.items() if score >= 5000}, cards)


def trending(of: list[Read], end: datetime, cards: Mapping[str, Card]) -> list[tuple[str, int]]:
    """Thirteen lists, each with a bonus for those of the one before; the last counts."""
    names: set[str] = set()
    found: list[tuple[str, int]] = []
    for back in reversed(range(13)):
        then = end - back * 5 * MINUTE
        scores = {}
        for story in cards:
            recent = between(of, story, then - 15 * MINUTE, then)
            earlier = between(of, story, then - 195 * MINUTE, then - 15 * MINUTE)
            if round(recent, 6) < 5:
                continue
            decayed = sum(
                number * 2 ** (-((then - at) / MINUTE - 5) / 20)
                for read in of
                for at, number in read.get(story, {}).items()
                if then - 195 * MINUTE <= at < then
            )
            ratio = (recent + 10) / (earlier / 12 + 10)
            bonus = 1.15 if story in names else 1
            scores[story] = 1000 * decayed * min(4, max(0.5, ratio)) * bonus
        found = best(scores, cards)
        names = {story for story, _ in found}
    return found


def best(scores: Mapping[str, float], cards: Mapping[str, Card]) -> list[tuple[str, int]]:
    whole = {story: round(round(score, 3)) for story, score in scores.items()}
    order = sorted(whole)
    order.sort(key=lambda story: cards[story].published, reverse=True)
    order.sort(key=lambda story: whole[story], reverse=True)
    return [(story, whole[story]) for story in order[:LENGTH]]


def shown(
    ranked: list[tuple[str, int]], of: list[Read], end: datetime, cards: Mapping[str, Card]
) -> tuple[Ranked, ...]:
    """The ranked, then the latest until there are enough."""
    rest = sorted(cards.keys() - {story for story, _ in ranked})
    rest.sort(key=lambda story: cards[story].published, reverse=True)
    return tuple(
        [Ranked(story=story, readers=int(day(of, story, end)), score=score)
         for story, score in ranked]
        + [Ranked(story=story, readers=int(day(of, story, end)), because="latest")
           for story in rest[: LENGTH - len(ranked)]]
    )  # fmt: skip
