"""Faults planted on purpose: the simulator is worth what it catches of them.

Each is the protocol without one of its rules, as one or two pieces of the stage exchanged for
faulty ones. The letters up to k are those of DECISIONS.md, "Publishing is compare-and-set".
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta

from greenlet import getcurrent

from shared.desk.sweep import Outcome, sweep
from shared.errors import Conflict, NewsroomError
from shared.intake.ports import Upload
from shared.news.article import Entry
from shared.news.events import UploadTouched
from shared.news.language import LANGUAGES, Language
from shared.news.log import Log
from shared.news.ranking import Printed, printed
from shared.news.shelf import Item, OldRenderer, Standing
from shared.news.view import StoryView, view
from shared.pages.names import ListName
from shared.pages.page import Named
from tests.fakes.archive import MemoryArchive, MemoryBodies
from tests.fakes.intake import MemoryInbox
from tests.fakes.pages import (
    MemoryFinished,
    MemoryLists,
    MemoryPrints,
    MemoryRankings,
    MemoryShows,
    MemoryStands,
)
from tests.fakes.shelf import MemoryShelf
from tests.simulation.functions import Failed, Messages, Ports
from tests.simulation.plain import PlainPress, PlainRenderer, Said
from tests.simulation.stage import Pieces
from tests.simulation.watch import shown_in

# --- the shelf


class BlindShelf(MemoryShelf):
    """a: puts whatever stands there."""

    def put(self, item: Item, over: Standing | None) -> None:  # noqa: ARG002
        super().put(item, self._standing(item.key))


class LateTargetShelf(MemoryShelf):
    """b: the page that stands is looked at after the facts, just before the put."""

    def put(self, item: Item, over: Standing | None) -> None:  # noqa: ARG002
        super().put(item, self.standing(item.key))


class SureShelf(MemoryShelf):
    """h: takes a lost race for a success."""

    def put(self, item: Item, over: Standing | None) -> None:
        try:
            super().put(item, over)
        except Conflict:
            return


class DeletingShelf(MemoryShelf):
    """l: deletes what was withdrawn, instead of putting a tombstone."""

    def put(self, item: Item, over: Standing | None) -> None:
        super().put(item, over)
        if item.status == 410:
            del self.items[item.key]


# --- the press


class Nameless(PlainRenderer):
    """c: pages do not name their facts, so what says the same again has the same bytes."""

    def naming(self, said: Said) -> Named:
        return Named(renderer=said.named.renderer)


class TombstonesUnnamed(PlainRenderer):
    """d: lists name only what they show."""

    def naming(self, said: Said) -> Named:
        return said.named if said.article else only(said, shown_in(said))


class RejectedUnnamed(PlainRenderer):
    """g: articles name only the related stories that they show."""

    def naming(self, said: Said) -> Named:
        return only(said, shown_in(said)) if said.article else said.named


def only(said: Said, stories: set[str]) -> Named:
    """The facts about these stories and the newsroom."""
    kept = {
        log: number
        for log, number in said.named.facts.items()
        if log == "newsroom" or log.partition(".")[0] in stories
    }
    return Named(kept, said.named.renderer)


class WaitingPress(PlainPress):
    """i: an edition whose newest source is not translated yet is not derived at all."""

    def story(self, story: str) -> StoryView:
        seen = super().story(story)
        newest = seen.released.number if seen.released else 0
        editions = {
            edition: replace(state, place=None, article=None)
            if state.article and state.revision < newest
            else state
            for edition, state in seen.editions.items()
        }
        return replace(seen, editions=editions)


class TrustingLists(MemoryLists):
    """e: entries are written whatever revision wrote the one that stands."""

    def enter(self, entry: Entry) -> None:
        which = ListName(entry.edition, entry.list)
        self.moments.passing(f"lists.enter {which.edition} {which.name} {entry.story}")
        self.entries[which, entry.published, entry.story] = entry


class TrustingStands(MemoryStands):
    """e, for the entries by id."""

    def stand(self, entry: Entry) -> None:
        self.moments.passing(f"stands.stand {entry.story} {entry.edition}")
        self.entries.setdefault(entry.story, {})[entry.edition] = entry


_LATER: dict[object, list[Callable[[], None]]] = defaultdict(list)
"""Requests of running functions that are still to be made."""


class LateShows(MemoryShows):
    """f: a page asks to be told of a story only after it looked at it and was put."""

    def register(self, shown: str, story: str, edition: Language) -> None:
        ask = super().register
        _LATER[getcurrent()].append(lambda: ask(shown, story, edition))


class AskingShelf(MemoryShelf):
    """f: makes the requests after the put."""

    def put(self, item: Item, over: Standing | None) -> None:
        super().put(item, over)
        for ask in _LATER.pop(getcurrent(), []):
            ask()


@dataclass
class EagerStands(MemoryStands):
    """j: pages link what will stand, entry or not."""

    archive: MemoryArchive = field(default_factory=MemoryArchive)
    bodies: MemoryBodies = field(default_factory=MemoryBodies)

    def standing(self, story: str) -> Mapping[Language, Entry]:
        stands = dict(super().standing(story))
        seen = view(Log(story, tuple(self.archive.logs.get(story, ()))), self.bodies)
        return {one: entry for one in LANGUAGES if (entry := seen.stands(one))} | stands


@dataclass
class EarlyFinished(MemoryFinished):
    """m: work is marked as done when it is begun."""

    archive: MemoryArchive = field(default_factory=MemoryArchive)

    def finished(self, story: str) -> int:
        before = super().finished(story)
        self.finish(story, len(self.archive.logs.get(story, ())))
        return before


@dataclass
class SurePrints(MemoryPrints):
    """q: what was announced once is taken for printed."""

    rankings: MemoryRankings = field(default_factory=MemoryRankings)

    def noted(self, lists: Collection[tuple[Language, str]]) -> Collection[Printed]:
        noted = super().noted(lists)
        for edition, name in lists:
            charts = self.rankings.rankings.values()
            of_it = [one for one in charts if (one.edition, one.list) == (edition, name)]
            self.kept[edition, name] = printed(edition, name, of_it)
        return noted


# --- functions


@dataclass
class EventInbox(MemoryInbox):
    """n: takes the version that the event spoke of, instead of what lies there now."""

    spoken: dict[object, tuple[str, int]] = field(default_factory=dict)

    def newest(self, key: str, limit: int) -> Upload | None:
        newest = super().newest(key, limit)
        about, version = self.spoken.get(getcurrent(), ("", 0))
        return self.files[key][version - 1] if newest and about == key and version else newest


class EventPorts(Ports):
    """n: the function that tells it."""

    def ingest(self, messages: Messages) -> Failed:
        inbox, event = self.inbox, messages[0].event
        assert isinstance(inbox, EventInbox)
        assert isinstance(event, UploadTouched)
        inbox.spoken[getcurrent()] = (event.key, messages[0].version)
        return super().ingest(messages)


class SkippingPorts(Ports):
    """k: an older function that meets a newer page takes it for done, instead of failing."""

    def publish(self, messages: Messages, renderer: str) -> Failed:
        try:
            return super().publish(messages, renderer)
        except OldRenderer:
            return ()

    def failing(self, failed: dict[str, NewsroomError], messages: Messages) -> Failed:
        others = {story: why for story, why in failed.items() if not isinstance(why, OldRenderer)}
        return super().failing(others, messages)


class CarelessPorts(Ports):
    """o: what fails is not delivered again."""

    def ingest(self, messages: Messages) -> Failed:
        with suppress(NewsroomError):
            super().ingest(messages)
        return ()

    def publish(self, messages: Messages, renderer: str) -> Failed:
        with suppress(NewsroomError):
            super().publish(messages, renderer)
        return ()

    def failing(self, failed: dict[str, NewsroomError], messages: Messages) -> Failed:  # noqa: ARG002
        return ()


class SilentPorts(Ports):
    """p: the sweep finds what was lost, and tells nobody."""

    def sweep(self, *, everything: bool, patience: timedelta) -> Outcome:
        return sweep(self.watch, everything=everything, patience=patience)


PLANTED: dict[str, Pieces] = {
    "a blind put": Pieces(site=lambda stage: BlindShelf(moments=stage.moments)),
    "b target after the facts": Pieces(site=lambda stage: LateTargetShelf(moments=stage.moments)),
    "c facts are not named": Pieces(renders=Nameless),
    "d tombstones are not named": Pieces(renders=TombstonesUnnamed),
    "e entries by any revision": Pieces(
        lists=lambda stage: TrustingLists(moments=stage.moments),
        stands=lambda stage: TrustingStands(moments=stage.moments),
    ),
    "f asked after the look": Pieces(
        shows=lambda stage: LateShows(moments=stage.moments),
        site=lambda stage: AskingShelf(moments=stage.moments),
    ),
    "g rejected candidates are not named": Pieces(renders=RejectedUnnamed),
    "h a lost race is a success": Pieces(site=lambda stage: SureShelf(moments=stage.moments)),
    "i waits for words": Pieces(press=WaitingPress),
    "j links what does not stand": Pieces(
        stands=lambda stage: EagerStands(
            moments=stage.moments, archive=stage.archive, bodies=stage.bodies
        )
    ),
    "k skips what a newer renderer made": Pieces(ports=SkippingPorts),
    "l deletes instead of a tombstone": Pieces(
        site=lambda stage: DeletingShelf(moments=stage.moments)
    ),
    "m marks before the effects": Pieces(
        finished=lambda stage: EarlyFinished(moments=stage.moments, archive=stage.archive)
    ),
    "n trusts the event": Pieces(
        inbox=lambda stage: EventInbox(moments=stage.moments, clock=stage.clock), ports=EventPorts
    ),
    "o swallows failures": Pieces(ports=CarelessPorts),
    "p sweeps and tells nobody": Pieces(ports=SilentPorts),
    "q announces a ranking once": Pieces(
        prints=lambda stage: SurePrints(moments=stage.moments, rankings=stage.rankings)
    ),
}
