"""Ranking: what readers read most and what gains readers, for every list of every edition.

Everything is counted anew from the hours each time, so runs may overlap, end in the middle or be
left out: the next one makes good. A ranking is put only where readers would see a difference, and
announced until its pages are noted to show it, so that nothing is lost where a run ends between
the two, or an announcement gets lost.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from shared.clock import Clock
from shared.errors import Conflict
from shared.news.archive import Archive, Bodies
from shared.news.article import Card
from shared.news.events import DeskTouched, Event, RankingsChanged
from shared.news.language import LANGUAGES, Language
from shared.news.newsroom import Newsroom
from shared.news.office import is_configured, office
from shared.news.picks import Picks, picks_in_force
from shared.news.ranking import (
    CHARTS,
    EVERYWHERE,
    Chart,
    Flag,
    Hot,
    Radar,
    Ranked,
    Ranking,
    printed,
)
from shared.trending.flags import flags, suspects
from shared.trending.ledger import Ledger
from shared.trending.ports import Place, Prints, Rankings, Stories
from shared.trending.score import (
    Choice,
    Hours,
    Readers,
    Surge,
    counted_until,
    filled,
    is_late,
    may_stand,
    most_read,
    readers,
    surges,
    trending,
)

TOLD_AGAIN_FOR = timedelta(minutes=3)
"""How long a change that pages do not show yet is announced in every run."""
LOOKED_FOR_EVERY = 5
"""And in which minutes any such change is."""
AGE_OF_CARDS = timedelta(hours=1)
"""How old what is known of a story may be while it only might stand in a list."""
AGE_OF_SHOWN = timedelta(minutes=5)
"""And of one that does: pages look for themselves, so this only fills its place the sooner."""
SPARE = 5
"""More of the latest stories than a list has places: some may not stand."""

List = tuple[Language, str]
Lists = dict[Place, tuple[Ranked, ...]]
Cards = Mapping[Language, dict[str, Card]]


@dataclass(frozen=True)
class Board:
    """What ranking works with."""

    ledger: Ledger
    stories: Stories
    rankings: Rankings
    prints: Prints
    archive: Archive
    bodies: Bodies
    clock: Clock


@dataclass(frozen=True)
class Outcome:
    """What a run did: what to announce, how many rankings it put, and how late the data are."""

    events: tuple[Event, ...] = ()
    put: int = 0
    late: timedelta = timedelta(0)
    flagged: int = 0


@dataclass(frozen=True)
class Counted:
    """What the hours say at a moment, and who may stand where."""

    hours: Hours
    now: datetime
    newsroom: Newsroom
    picks: Picks

    @cached_property
    def until(self) -> datetime | None:
        return counted_until(self.hours, self.now)

    @cached_property
    def as_of(self) -> datetime:
        return min(self.until or self.now, self.now)

    @cached_property
    def late(self) -> bool:
        rules = self.newsroom.most_read
        return self.until is not None and is_late(self.hours, self.until, self.now, rules)

    @cached_property
    def readers(self) -> Mapping[str, Readers]:
        if self.until is None:
            return {name: Readers() for name in (*LANGUAGES, EVERYWHERE)}
        return readers(self.hours, self.until, self.newsroom.most_read)

    @cached_property
    def surges(self) -> Mapping[str, tuple[dict[str, Surge], ...]]:
        return {name: surges(one, self.newsroom.most_read) for name, one in self.readers.items()}

    @cached_property
    def flags(self) -> tuple[Flag, ...]:
        return flags(self.hours, self.until, self.newsroom.most_read) if self.until else ()

    def source(self, edition: Language, name: str) -> str:
        """Whose readers a list counts."""
        return EVERYWHERE if name == EVERYWHERE else edition

    def suspects(self, edition: Language, name: str) -> frozenset[str]:
        """The stories that are out of Trending in a list of an edition."""
        whose = None if name == EVERYWHERE else edition
        return suspects(self.flags, self.until, whose) if self.until else frozenset()

    def candidates(self) -> tuple[str, ...]:
        """The stories that were read enough to stand somewhere."""
        rules, day = self.newsroom.most_read, self.readers[EVERYWHERE].day
        least = min(rules.minimum_readers, rules.trending_minimum)
        return tuple(story for story, number in day.items() if number >= least)

    def choice(self, edition: Language, name: str, chart: Chart) -> Choice:
        """Pins hold places in Most Read; what gains readers nobody can pin."""
        pins = self.picks.pinned(edition, name, self.now) if chart == "most-read" else {}
        banned, boosts = self.picks.banned(edition, self.now), self.picks.boosted(edition, self.now)
        return Choice(pins, banned, boosts)

    def list(
        self, place: Place, cards: Mapping[str, Card], latest: Iterable[Card]
    ) -> tuple[Ranked, ...]:
        """A list of these cards."""
        edition, name, chart = place
        source = self.source(edition, name)
        rules, read, choice = self.newsroom.most_read, self.readers[source], self.choice(*place)
        if chart == "most-read":
            best = most_read(read, cards, choice, rules)
        else:
            out = self.suspects(edition, name)
            believed = {story: card for story, card in cards.items() if story not in out}
            best = trending(self.surges[source], read, believed, choice, rules)
        return filled(best, read, cards, choice, latest, rules)


def rank(board: Board) -> Outcome:
    """Bring every ranking, and the desk's radar, up to date; nothing before there is a newsroom."""
    if not is_configured(board.archive):
        return Outcome()
    # Before anything is looked at: what a later run puts meanwhile is not overwritten then.
    standing = board.rankings.standing(places(office(board.archive, board.bodies).newsroom))
    hangs = board.rankings.radar()
    counted = look(board)
    lists, cards = settled(counted, board.stories)
    stand = [*_put_changed(counted, lists, standing, board.rankings)]
    seen = _hang(_radar(counted, lists, cards, board.stories), hangs, board.rankings)
    since = counted.now - TOLD_AGAIN_FOR
    told = unprinted(_to_look_for(stand, counted.now), board.prints)
    events: list[Event] = [RankingsChanged(rankings=told)] if told else []
    if seen and seen.changed >= since:
        events.append(DeskTouched())
    return Outcome(
        events=tuple(events),
        put=sum(one.changed == counted.now for one in stand),
        late=counted.now - counted.as_of if counted.late else timedelta(0),
        flagged=len(counted.flags),
    )


def _to_look_for(stand: Iterable[Ranking], now: datetime) -> Mapping[List, list[Ranking]]:
    """The lists that changed a moment ago, now and then all of them; each with its charts."""
    lists = defaultdict[List, list[Ranking]](list)
    for one in stand:
        lists[one.edition, one.list].append(one)
    if now.minute % LOOKED_FOR_EVERY == 0:
        return lists
    since = now - TOLD_AGAIN_FOR
    return {which: of for which, of in lists.items() if any(one.changed >= since for one in of)}


def unprinted(lists: Mapping[List, Iterable[Ranking]], prints: Prints) -> tuple[List, ...]:
    """Those of the lists whose pages are not noted to show these charts."""
    noted = {(one.edition, one.list): one for one in prints.noted(lists)}
    return tuple(
        sorted(which for which, of in lists.items() if noted.get(which) != printed(*which, of))
    )


def look(board: Board) -> Counted:
    """What is counted and configured now."""
    now = board.clock()
    newsroom = office(board.archive, board.bodies).newsroom
    picks = picks_in_force(board.archive, board.bodies)
    return Counted(board.ledger.hours(now), now, newsroom, picks)


# ---- Lists --------------------------------------------------------------------------------------


def names(newsroom: Newsroom) -> tuple[str, ...]:
    """The lists of an edition that have charts."""
    return ("home", EVERYWHERE, *(f"section/{section}" for section in newsroom.sections))


def places(newsroom: Newsroom) -> tuple[Place, ...]:
    """Every ranking."""
    lists = names(newsroom)
    return tuple((code, name, chart) for code in LANGUAGES for name in lists for chart in CHARTS)


def settled(counted: Counted, stories: Stories) -> tuple[Lists, Cards]:
    """Every list, and the cards it was made of: those of stories in it are fresh."""
    candidates = counted.candidates()
    known: Cards = {
        edition: dict(stories.cards(_with_pins(candidates, counted.picks), edition, AGE_OF_CARDS))
        for edition in LANGUAGES
    }
    while True:
        lists = {
            place: ranked
            for edition in LANGUAGES
            for place, ranked in _lists(counted, edition, known[edition], stories)
        }
        if not [edition for edition in LANGUAGES if _freshened(lists, edition, known, stories)]:
            return lists, known


def _with_pins(candidates: Iterable[str], picks: Picks) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*candidates, *(pin.story for pin in picks.pins)]))


def _lists(
    counted: Counted, edition: Language, known: dict[str, Card], stories: Stories
) -> Iterator[tuple[Place, tuple[Ranked, ...]]]:
    length = counted.newsroom.most_read.length
    for name in names(counted.newsroom):
        section = name.removeprefix("section/") if name.startswith("section/") else None
        cards = {
            story: card
            for story, card in known.items()
            if may_stand(card) and (section is None or section in card.sections())
        }
        for chart in CHARTS:
            place: Place = (edition, name, chart)
            ranked = counted.list(place, cards, ())
            if len(ranked) < length:
                shown = "home" if name == EVERYWHERE else name
                latest = [*filter(may_stand, stories.latest(edition, shown, length + SPARE))]
                ranked = counted.list(place, cards, latest)
            yield place, ranked


def _freshened(lists: Lists, edition: Language, known: Cards, stories: Stories) -> bool:
    """Look again at the stories that stand in lists; whether one of them is no longer the same."""
    shown = {
        one.story
        for place, ranked in lists.items()
        if place[0] == edition
        for one in ranked
        if one.because != "latest"
    }
    fresh = stories.cards(sorted(shown), edition, AGE_OF_SHOWN)
    changed = [story for story in shown if fresh.get(story) != known[edition].get(story)]
    for story in changed:
        known[edition].pop(story, None)
    known[edition].update({story: fresh[story] for story in changed if story in fresh})
    return bool(changed)


def _put_changed(
    counted: Counted, lists: Lists, standing: Mapping[Place, Ranking], rankings: Rankings
) -> Iterator[Ranking]:
    """Put what readers would see differ; all rankings as they stand now."""
    for place, ranked in lists.items():
        stands = standing.get(place)
        made = _ranking(counted, place, ranked, stands.revision + 1 if stands else 1)
        if stands is None or (_seen(stands) != _seen(made) and not _holds(counted, stands, made)):
            try:
                rankings.put(made)
            except Conflict:  # another run was first; the next one looks again
                continue
            stands = made
        yield stands


def _ranking(counted: Counted, place: Place, ranked: tuple[Ranked, ...], revision: int) -> Ranking:
    edition, name, chart = place
    read = any(one.because == "readers" for one in ranked)
    return Ranking(
        edition=edition, list=name, chart=chart, revision=revision,
        as_of=counted.as_of, changed=counted.now,
        state="latest" if not read else "late" if counted.late else "counted",
        stories=ranked,
    )  # fmt: skip


def _holds(counted: Counted, stands: Ranking, made: Ranking) -> bool:
    """Whether a section's list stays a little longer: there are many, and each change has a price.

    Pages do not wait for a new list to leave out what may no longer stand in it.
    """
    rules, counts = counted.newsroom.most_read, stands.state == made.state == "counted"
    until = stands.changed + timedelta(minutes=rules.section_minutes)
    return counts and made.list.startswith("section/") and counted.now < until


def _seen(ranking: Ranking) -> object:
    """What readers see of a ranking."""
    stories = [(one.story, one.because) for one in ranking.stories]
    return ranking.state, stories, ranking.as_of if ranking.state == "late" else None


# ---- The desk -----------------------------------------------------------------------------------


def _radar(counted: Counted, lists: Lists, cards: Cards, stories: Stories) -> Radar:
    hot = {
        edition: [one for one in lists[edition, "home", "trending"] if one.because == "readers"]
        for edition in LANGUAGES
    }
    everyone = sorted({one.story for ranked in hot.values() for one in ranked})
    live = {edition: stories.cards(everyone, edition, AGE_OF_SHOWN) for edition in LANGUAGES}
    found = [
        Hot(
            story=one.story, edition=edition, place=place, readers=one.readers,
            headline=cards[edition][one.story].headline,
            missing=tuple(other for other in LANGUAGES if one.story not in live[other]),
        )
        for edition, ranked in hot.items()
        for place, one in enumerate(ranked, 1)
    ]  # fmt: skip
    return Radar(
        revision=0, as_of=counted.as_of, changed=counted.now, flags=counted.flags, hot=tuple(found)
    )


def _hang(made: Radar, hangs: Radar | None, rankings: Rankings) -> Radar | None:
    """Put the radar where the desk would see a difference; what hangs now, if that is known."""
    if hangs and _told(hangs) == _told(made):
        return hangs
    new = made.model_copy(update={"revision": hangs.revision + 1 if hangs else 1})
    try:
        rankings.hang(new)
    except Conflict:
        return None
    return new


def _told(radar: Radar) -> object:
    """What the desk sees of it, apart from numbers of readers."""
    flagged = {(one.story, one.edition, one.hour, one.why, one.out) for one in radar.flags}
    return flagged, {(one.story, one.edition, one.missing) for one in radar.hot}
