"""Why a story stands where it does, or does not stand at all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.news.article import Card
from shared.news.language import LANGUAGES, Language
from shared.news.ranking import CHARTS, Flag, Ranked
from shared.trending.ports import Place, Stories
from shared.trending.rank import Counted, Lists, names, settled
from shared.trending.score import Surge, may_stand, trending


@dataclass(frozen=True)
class HourRead:
    """An hour in which a story was read in an edition; `phones` in percent of the views."""

    hour: datetime
    views: int
    visitors: int
    networks: int
    readers: int
    phones: int


@dataclass(frozen=True)
class Stand:
    """Its place in a chart of a list (0 if it has none), the score there, and why."""

    list: str
    chart: str
    place: int
    score: int
    why: str


@dataclass(frozen=True)
class Why:
    """A story in one edition: what was counted, what editors chose, and where it stands.

    `readers` are those of the last 24 full hours and the present one. `surge` is None where too
    few read it in 15 minutes; `stood` says whether it had the bonus of who stood there before.
    """

    edition: Language
    live: bool
    headline: str
    hours: tuple[HourRead, ...]
    readers: int
    surge: Surge | None
    ratio: float | None
    stood: bool
    boost: float
    flags: tuple[Flag, ...]
    stands: tuple[Stand, ...]


def why(counted: Counted, stories: Stories, story: str) -> tuple[Why, ...]:
    """One answer for each edition."""
    lists, cards = settled(counted, stories)
    for edition in LANGUAGES:  # one that was hardly read is not among them
        cards[edition].update(stories.cards([story], edition, timedelta(0)))
    return tuple(_why(counted, lists, cards[edition], edition, story) for edition in LANGUAGES)


def _why(
    counted: Counted, lists: Lists, cards: Mapping[str, Card], edition: Language, story: str
) -> Why:
    surge = _surge(counted, edition, story)
    card = cards.get(story)
    return Why(
        edition=edition,
        live=card is not None,
        headline=card.headline if card else "",
        hours=tuple(_hours(counted, edition, story)),
        readers=counted.readers[edition].day.get(story, 0),
        surge=surge,
        ratio=round(surge.ratio, 2) if surge else None,
        stood=_stood(counted, cards, edition, story),
        boost=counted.picks.boosted(edition, counted.now).get(story, 1),
        flags=tuple(one for one in counted.flags if (one.story, one.edition) == (story, edition)),
        stands=tuple(
            _stand(counted, (edition, name, chart), lists[edition, name, chart], card, story)
            for name in names(counted.newsroom)
            for chart in CHARTS
            if not name.startswith("section/")
            or (card and name.removeprefix("section/") in card.sections())
        ),
    )


def _hours(counted: Counted, edition: Language, story: str) -> Iterator[HourRead]:
    for hour in sorted(counted.hours, reverse=True):
        tally = counted.hours[hour].get((story, edition))
        if tally:
            views = sum(tally.views)
            yield HourRead(
                hour, views, tally.visitors, tally.networks,
                tally.readers(counted.newsroom.most_read.kappa), round(100 * tally.phones / views),
            )  # fmt: skip


def _surge(counted: Counted, edition: Language, story: str) -> Surge | None:
    steps = counted.surges[edition]
    return steps[-1].get(story) if steps else None


def _stood(counted: Counted, cards: Mapping[str, Card], edition: Language, story: str) -> bool:
    """Whether it stood in the edition's Trending five minutes before."""
    out = counted.suspects(edition, "home")
    fit = {one: card for one, card in cards.items() if may_stand(card) and one not in out}
    choice, rules = counted.choice(edition, "home", "trending"), counted.newsroom.most_read
    before = trending(counted.surges[edition][:-1], counted.readers[edition], fit, choice, rules)
    return story in {one.story for one in before}


def _stand(
    counted: Counted, place: Place, ranked: tuple[Ranked, ...], card: Card | None, story: str
) -> Stand:
    _, name, chart = place
    for number, one in enumerate(ranked, 1):
        if one.story == story:
            because = {"readers": "by its readers", "pin": "pinned by the editors",
                       "latest": "one of the latest, as too few stories have readers"}  # fmt: skip
            return Stand(name, chart, number, one.score, because[one.because])
    return Stand(name, chart, 0, 0, _absent(counted, place, ranked, card, story))


def _absent(
    counted: Counted, place: Place, ranked: tuple[Ranked, ...], card: Card | None, story: str
) -> str:
    """The first reason for which it does not stand there."""
    edition, name, chart = place
    rules, source = counted.newsroom.most_read, counted.source(edition, name)
    if card is None:
        return "not live in this edition"
    if not may_stand(card):
        return "marked sensitive" if card.sensitive else f"{card.kind} is never ranked"
    if story in counted.picks.banned(edition, counted.now):
        return "banned by the editors"
    if chart == "most-read" and counted.readers[source].day.get(story, 0) < rules.minimum_readers:
        return f"fewer than {rules.minimum_readers} readers in 24 hours"
    if chart == "trending" and story in counted.suspects(edition, name):
        return "its readers look forged"
    if chart == "trending" and story not in counted.surges[source][-1]:
        return f"fewer than {rules.trending_minimum} readers in 15 minutes"
    last = min((one.score for one in ranked if one.because == "readers"), default=0)
    return f"others have more: the last that stands there has {last / 1000:g}"
