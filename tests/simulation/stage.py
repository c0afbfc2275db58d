"""One run: the shipped use cases on ports in memory, at the mercy of one seed.

Everything that happens follows from the seed. At each step the stage does one thing: it lets a
running function go on to its next call of a port, delivers messages, lets an editor act, deploys,
changes the configuration, sweeps, or lets time pass. At the end trouble stops, everything comes to
rest, sweeps mend what was lost, and `truth` compares what stands with the facts.

Calls of ports are the only points where a function can be interrupted, stalled, refused or killed:
what happens between two of them is its own affair. Contents that never change once they are there
(bodies) are read without such a point.

A trace has one line for each step:

    0412  publish#31  shelf.put en/politics/treaty-….html
    0413  publish#31  killed
    ^step ^function#n ^the call that it is about to make (`did`: has just made), or what befell it

`make simulate SEED=884` plays one run again and prints its trace; the last lines are the violation.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from greenlet import GreenletExit, getcurrent, greenlet

from shared.desk.report import Desk
from shared.desk.sweep import PATIENCE, Outcome
from shared.desk.sweep import Watch as Sight
from shared.errors import NewsroomError, Unavailable
from shared.intake.accept import Intake
from shared.news.events import RankingsChanged, StoryWithdrawn, UploadTouched
from shared.news.keys import CONFIG_KEY, NEWSROOM_LOG
from shared.news.language import LANGUAGES
from shared.news.office import office
from shared.news.ranking import CHARTS, EVERYWHERE, Ranked, Ranking
from shared.pages.press import Press
from shared.translation.chain import Chain
from shared.translation.memory import NO_MEMORY
from shared.translation.ports import Pair, Refusal
from shared.translation.pseudo import pseudo
from shared.trending.rank import List, unprinted
from tests.fakes.archive import MemoryArchive, MemoryBodies
from tests.fakes.desk import MemoryRows
from tests.fakes.diary import MemoryDiary
from tests.fakes.engines import FakeEngine, PaidMemory
from tests.fakes.intake import MemoryArrivals, MemoryInbox, MemoryRejections, MemoryWishes
from tests.fakes.moments import Moments
from tests.fakes.pages import (
    MemoryEdge,
    MemoryFinished,
    MemoryLists,
    MemoryPeriods,
    MemoryPrints,
    MemoryRankings,
    MemoryShows,
    MemoryStands,
)
from tests.fakes.shelf import MemoryShelf
from tests.simulation.editors import (
    KINDS,
    MEDIA_HOST,
    OTHER_KINDS,
    UNRANKED,
    Editors,
    cast,
    configuration,
)
from tests.simulation.functions import Ports
from tests.simulation.plain import Library, PlainPress, PlainRenderer
from tests.simulation.post import Message, Post
from tests.simulation.truth import judge
from tests.simulation.watch import Violation, Watch
from tests.simulation.weather import CLEAR, Weather, drawn

MORNING = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
URL = "https://gazette.example"
HANDS = 4
"""How many functions run at the same time."""
LONG = 40_000
"""Steps after which a run that has no more trouble must have come to rest."""


@dataclass
class Crossings(Moments):
    """Each call of a port hands over to the stage, where the call was made by a function."""

    whose: str = ""

    def passing(self, moment: str) -> None:
        here = getcurrent()
        if here.parent is not None:
            here.parent.switch(self.whose + moment)


@dataclass(eq=False)
class Function:
    """A running function: its messages, and where it is."""

    name: str
    messages: Sequence[Message]
    run: greenlet
    at: str = "begins"
    asleep: int = 0
    began: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Sweeping:
    """How a sweep is called."""

    everything: bool
    patience: timedelta


@dataclass(eq=False)
class Pieces:
    """The parts of a stage; a planted fault is one of them exchanged."""

    archive: Callable[["Stage"], MemoryArchive] = lambda stage: MemoryArchive(moments=stage.moments)
    site: Callable[["Stage"], MemoryShelf] = lambda stage: MemoryShelf(moments=stage.moments)
    lists: Callable[["Stage"], MemoryLists] = lambda stage: MemoryLists(moments=stage.moments)
    stands: Callable[["Stage"], MemoryStands] = lambda stage: MemoryStands(moments=stage.moments)
    shows: Callable[["Stage"], MemoryShows] = lambda stage: MemoryShows(moments=stage.moments)
    finished: Callable[["Stage"], MemoryFinished] = lambda stage: MemoryFinished(
        moments=stage.moments
    )
    prints: Callable[["Stage"], MemoryPrints] = lambda stage: MemoryPrints(moments=stage.moments)
    inbox: Callable[["Stage"], MemoryInbox] = lambda stage: MemoryInbox(
        moments=stage.moments, clock=stage.clock
    )
    press: type[PlainPress] = PlainPress
    renders: type[PlainRenderer] = PlainRenderer
    ports: type[Ports] = Ports


SOUND = Pieces()
SCHEDULED = Sweeping(everything=False, patience=PATIENCE)
BY_HAND = Sweeping(everything=True, patience=timedelta())
A_WHOLE_DAY = Sweeping(everything=True, patience=PATIENCE)
"""What scheduled sweeps look at in the course of a day."""
SHOWN = (*sorted({*KINDS.values()}), *OTHER_KINDS)
"""The kinds of stories that some runs have at their end."""
SWEEPS = 12
"""After so many sweeps nothing that was lost is left to mend."""


class Stage:
    """The world of one seed."""

    def __init__(
        self, seed: int, weather: Weather | None = None, pieces: Pieces | None = None
    ) -> None:
        self.seed = seed
        self.random = Random(seed)  # noqa: S311 - a seed is the point
        self.weather = weather or drawn(self.random)
        self.pieces = pieces or SOUND
        self.now = MORNING
        self.steps = 0
        self.running: list[Function] = []
        self.trace: list[str] = []
        self.violation = ""
        self.counts: dict[str, int] = dict.fromkeys(
            (
                *("calls", "edit", "crash", "throttle", "stall", "duplicate", "loss"),
                *("deployment", "sweep", "repair", "ranking"),
                *SHOWN,
            ),
            0,
        )
        self.started = 0
        self.sweeping = SCHEDULED
        self.doomed = 0
        self.swept: Outcome | None = None
        self.renderer, self.older = "r1", "r1"
        self.outage = False
        self.moments: Moments = Crossings()
        self._set()

    def _set(self) -> None:
        pieces, moments = self.pieces, self.moments
        self.archive, self.bodies = pieces.archive(self), MemoryBodies(moments=moments)
        self.inbox = pieces.inbox(self)
        self.wishes = MemoryWishes(moments=moments)
        self.site, self.desk_shelf = (
            pieces.site(self),
            MemoryShelf(moments=Crossings(whose="desk's ")),
        )
        self.lists, self.stands = pieces.lists(self), pieces.stands(self)
        self.shows, self.periods = pieces.shows(self), MemoryPeriods(moments=moments)
        self.finished, self.edge = pieces.finished(self), MemoryEdge(moments=moments)
        self.rankings = MemoryRankings(moments=moments)
        self.prints = pieces.prints(self)
        self.rows, self.post = MemoryRows(moments=moments), Post(moments, self._loses)
        self.diary = MemoryDiary(moments=moments)
        self.rejections = MemoryRejections(moments=moments)
        self.paid, self.library = PaidMemory(), Library()
        self.engine = FakeEngine(behave=self._behave)
        self.editors = Editors(self.random, self.inbox, cast(self.random), self.now)
        self.watch = Watch(self.archive, self.bodies, self.site, self.library, self.editors)
        desk = Desk(
            self.archive, self.bodies, self.stands.standing, self.rows, self.desk_shelf, URL
        )
        self.ports = pieces.ports(
            archive=self.archive,
            bodies=self.bodies,
            inbox=self.inbox,
            wishes=self.wishes,
            intake=Intake(
                self.archive, self.bodies, self.inbox, self.wishes, self.diary,
                self.rejections, lambda _: (), self.clock, (MEDIA_HOST,),
            ),
            chain=lambda: Chain(NO_MEMORY, self.paid, (self.engine,)),
            press=self.press,
            desk=desk,
            watch=Sight(
                desk, MemoryArrivals(self.inbox), self.finished, self.rows, self.site, self.diary,
                self.clock,
            ),
            bus=self.post,
        )  # fmt: skip

    def press(self, renderer: str) -> Press:
        return self.pieces.press(
            archive=self.archive,
            bodies=self.bodies,
            site=self.site,
            lists=self.lists,
            periods=self.periods,
            stands=self.stands,
            finished=self.finished,
            shows=self.shows,
            rankings=self.rankings,
            prints=self.prints,
            edge=self.edge,
            diary=self.diary,
            clock=self.clock,
            url=URL,
            renderer=renderer,
            library=self.library,
            renders=self.pieces.renders,
        )

    def clock(self) -> datetime:
        return self.now

    def pass_time(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.editors.now = self.now

    def _behave(self, sentence: str, pair: Pair) -> str | Refusal:
        self.watch.sent(sentence)
        if self.outage:
            return Refusal("unavailable")
        if self.weather.outage and self.random.random() < 0.1:
            return f"<html>{sentence}</html>"
        return pseudo(sentence, pair)

    # --- the whole run

    def play(self, actions: int = 8) -> None:
        """Trouble first, then none: everything must come to rest."""
        self.note("stage", f"seed {self.seed} {self.weather}")
        self.open()
        while actions:
            actions -= self.turn()
        self.weather, self.outage = CLEAR, False
        self.settle()
        self.sweep_up()
        judge(self)
        self.settle(days=True)
        judge(self)
        entries = (one for editions in self.stands.entries.values() for one in editions.values())
        for kind in {one.card.kind for one in entries if one.card} & set(SHOWN):
            self.counts[kind] += 1

    def open(self) -> None:
        """The newsroom of the first morning: a configuration, a renderer, empty fronts.

        It is the same for every seed, so it is made once.
        """
        if self.pieces not in _OPENED:
            opening = Stage(0, CLEAR, self.pieces)
            opening.inbox.upload(CONFIG_KEY, configuration(sports=False, author="Layla"))
            opening.arrival(CONFIG_KEY)
            opening.settle()
            opening.start("install", [])
            opening.settle()
            _OPENED[self.pieces] = opening
        self.resume(_OPENED[self.pieces])

    def resume(self, other: "Stage") -> None:
        """Go on from where another stage came to rest."""
        for port, kept in KEPT:
            setattr(getattr(self, port), kept, _copied(getattr(getattr(other, port), kept)))
        self.library.update(other.library)
        self.steps, self.started = other.steps, other.started
        self.now = self.editors.now = other.now
        self.renderer, self.older = other.renderer, other.older

    def turn(self) -> int:
        """One step; 1 where an editor acted."""
        chance, weather = self.random.random, self.weather
        self.pass_time(0.05)
        if chance() < 0.012:
            self.edit()
            return 1
        if chance() < weather.configuration:
            self.arrival(self.editors.configure())
            self.note("editor", "configure")
        elif chance() < weather.deployment and not self._runs("install"):
            self.deploy()
        elif chance() < 0.01:
            self.rank()
        elif chance() < 0.01 and not self._runs("release"):
            self.start("release", [])
        elif chance() < weather.sweep and not self._runs("sweep"):
            self.sweeping = self.random.choice([SCHEDULED, BY_HAND])
            self.start("sweep", [])
        elif chance() < 0.002:
            self.pass_time(self.random.choice([60, 300, 1800]))
            self.note("stage", f"it is {self.now:%H:%M}")
        elif weather.outage and chance() < 0.01:
            self.outage = chance() < weather.outage
            self.note("engine", "down" if self.outage else "up")
        elif self.post.dead and chance() < 0.01:
            self.post.redrive()
            self.note("stage", "redrive")
        elif self.post.waiting and len(self.running) < HANDS and chance() < 0.3:
            self.deliver()
        else:
            self.go_on()
        return 0

    def edit(self) -> None:
        deed, touched = self.editors.act()
        self.counts["edit"] += 1
        self.note("editor", deed)
        self.arrival(touched)

    def arrival(self, key: str) -> None:
        """S3 tells that a key was touched."""
        self.post.send(UploadTouched(key=key), len(self.inbox.files.get(key, ())))

    def rank(self) -> None:
        """A ranking has a new revision: of any story, or for a section of any that was ever in it.

        Whether a story still stands, nobody promises: it may be gone since readers read it.
        Flashes, posts and static pages are never counted.
        """
        edition = self.random.choice(LANGUAGES)
        newsroom = office(self.archive, self.bodies).newsroom
        sections = [f"section/{one}" for one in newsroom.sections]
        name = self.random.choice(["home", EVERYWHERE, *sections])
        chart = self.random.choice(CHARTS)
        every = [log for log in self.archive.logs if log not in {NEWSROOM_LOG, *UNRANKED}]
        if name in sections:
            every = [story for which, _, story in self.lists.entries
                     if (which.edition, which.name) == (edition, name)]  # fmt: skip
        stories = self.random.sample(sorted(every), k=self.random.randint(0, len(every)))
        stands = self.rankings.rankings.get((edition, name, chart))
        revision = stands.revision + 1 if stands else 1
        state = self.random.choice(["counted", "counted", "late", "latest"])
        self.rankings.put(Ranking.model_validate({
            "edition": edition, "list": name, "chart": chart, "revision": revision,
            "as_of": self.now, "changed": self.now, "state": state,
            "stories": [Ranked(story=story) for story in stories],
        }))  # fmt: skip
        self.counts["ranking"] += 1
        self.note("rank", f"{edition} {name} {chart} {revision}: {' '.join(stories)}")
        self.tell_rankings()

    def tell_rankings(self) -> None:
        if changed := self.unprinted():
            self.post.send(RankingsChanged(rankings=changed))

    def unprinted(self) -> tuple[List, ...]:
        """What `rank` announces, sooner or later."""
        lists = defaultdict[List, list[Ranking]](list)
        for one in self.rankings.rankings.values():
            lists[one.edition, one.list].append(one)
        return unprinted(lists, self.prints)

    def deploy(self) -> None:
        """A new renderer, or the one before it again; functions of the other run on for a while."""
        self.counts["deployment"] += 1
        back = self.random.random() < 0.3
        new = self.older if back else f"r{self.counts['deployment'] + 1}"
        self.older, self.renderer = self.renderer, new
        self.note("stage", f"deploys {new}")
        self.start("install", [])

    def _runs(self, name: str) -> bool:
        return any(one.name.startswith(name) for one in self.running)

    # --- functions

    def deliver(self) -> None:
        waiting = self.post.waiting
        first = self.random.choice(waiting) if self._befalls("reorder") else waiting[0]
        batch = [first]
        function = FUNCTIONS[first.queue]
        if function in {"publish", "report"}:
            same = [one for one in waiting if one.queue == first.queue and one is not first]
            batch += same[: self.random.choice([0, 0, 1, 3])]
        for message in batch:
            self.post.take(message)
        self.start(function, batch)

    def start(self, name: str, messages: Sequence[Message]) -> None:
        for message in messages:
            if message in self.post.waiting:
                self.post.take(message)
        self.started += 1
        work: Callable[[], Any]
        old = self.weather.deployment and self.random.random() < 0.3
        renderer = self.older if old else self.renderer
        if name == "release":
            work = self.ports.release
        elif name == "sweep":
            work = self._sweep
        elif name == "install":
            renderer = self.renderer
            work = lambda: self.ports.install(renderer)  # noqa: E731
        elif name == "publish":
            work = lambda: self.ports.publish(messages, renderer)  # noqa: E731
        else:
            work = lambda: getattr(self.ports, name)(messages)  # noqa: E731
        function = Function(f"{name}#{self.started}", messages, greenlet(work))
        for message in messages:
            if isinstance(message.event, StoryWithdrawn):
                story = message.event.story
                function.began[story] = len(self.archive.logs[story])
        self.running.append(function)
        self.note(function.name, " ".join(describe(message) for message in messages))

    def go_on(self) -> None:
        awake = [one for one in self.running if one.asleep <= self.steps]
        if not awake:
            self.steps += 1
            return
        function = self.random.choice(awake)
        if self._befalls("crash"):
            self.kill(function)
        elif self._befalls("throttle") and function.at != "begins":
            self.step(function, Unavailable("throttled"))
        else:
            if self._befalls("duplicate"):
                for message in function.messages:
                    self.post.put_back(message)
                self.note(function.name, "its messages become visible again")
            self.step(function)
            if self._befalls("stall"):
                function.asleep = self.steps + self.random.randint(20, 200)
                self.note(function.name, f"stalls until {function.asleep}")

    def _loses(self, message: Message) -> bool:
        lost = self._befalls("loss")
        if message.number == self.doomed:
            lost = True
            self.counts["loss"] += 1
        if lost:
            self.note("post", f"loses {describe(message)}")
        return lost

    def _befalls(self, trouble: str) -> bool:
        befalls: bool = self.random.random() < getattr(self.weather, trouble)
        if befalls and trouble in self.counts:
            self.counts[trouble] += 1
        return befalls

    def kill(self, function: Function) -> None:
        function.run.throw(GreenletExit)
        self.note(function.name, "killed")
        self._ended(function, None)

    def step(self, function: Function, failure: NewsroomError | None = None) -> None:
        """Let a function make its next call, or refuse that call."""
        self.counts["calls"] += 1
        if failure:
            self.note(function.name, f"refused: {failure}")
        try:
            said = function.run.throw(failure) if failure else function.run.switch()
        except NewsroomError as fails:
            self.note(function.name, f"fails: {fails!r}")
            self._ended(function, None)
            return
        if not function.run.dead:
            function.at = said
            self.note(function.name, said)
            self.watch.passed(said)
            return
        failed = said or ()
        self.note(function.name, f"ends{', but for ' + str(len(failed)) if failed else ''}")
        self._ended(function, failed)

    def _ended(self, function: Function, failed: Sequence[Message] | None) -> None:
        """`failed` is None where the function as a whole did not get through."""
        self.running.remove(function)
        if function.name.startswith("install") and failed is None:
            self.start("install", [])  # CloudFormation does not let go before it is installed
        failed = function.messages if failed is None else failed
        for message in function.messages:
            if message in failed:
                self.post.put_back(message)
                continue
            self.post.delete(message)
            if isinstance(message.event, StoryWithdrawn) and message.queue == "UrgentQueue":
                story = message.event.story
                self.watch.acknowledged(story, function.began[story])

    def settle(self, *, days: bool = False) -> None:
        """No more trouble: everything that is under way comes to its end.

        What is due in days, as stories are no news any more then, only where so many are to pass:
        pages that are made once more would hide what is wrong with them today.
        """
        until = self.steps + LONG
        for function in self.running:
            function.asleep = 0
        while (
            self.running
            or self.post.waiting
            or self.post.dead
            or self._due(days)
            or self.unprinted()
        ):
            if self.steps > until:
                raise Violation(f"it does not come to rest: {len(self.post.waiting)} messages wait")
            if self.post.dead and not self.post.waiting and not self.running:
                self.post.redrive()
            self.pass_time(0.05)
            if not self.running and not self.post.waiting:
                self.tell_rankings()
            if (due := self._due(days)) and not self.running and not self.post.waiting:
                self.now = max(self.now, min(due))
                self.pass_time(1)
                self.start("release", [])
            elif self.post.waiting and len(self.running) < HANDS:
                self.deliver()
            else:
                self.go_on()

    def _due(self, days: bool) -> list[datetime]:
        return [item.at for item in self.diary.items.values() if days or item.kind != "news"]

    # --- sweeps

    def _sweep(self) -> None:
        self.swept = self.ports.sweep(**vars(self.sweeping))
        self.counts["sweep"] += 1
        self.counts["repair"] += sum(self.swept.repairs.values())

    def sweep_up(self) -> None:
        """Sweeps mend what was lost until there is nothing to mend, and never anything else."""
        if self.counts["loss"]:
            self.pass_time(86_400)
            for _ in range(SWEEPS):
                self.pass_time(2 * PATIENCE.total_seconds())
                if not self._sweep_now(A_WHOLE_DAY).repairs:
                    break
        swept = self._sweep_now(BY_HAND)
        if swept.repairs:
            raise Violation(f"I11 a sweep mends where everything is at rest: {swept.events}")

    def _sweep_now(self, how: Sweeping) -> Outcome:
        self.sweeping, self.swept = how, None
        self.start("sweep", [])
        self.settle()
        assert self.swept
        return self.swept

    def note(self, who: str, what: str) -> None:
        self.steps += 1
        self.trace.append(f"{self.steps:04} {who:<14} {what}")


_OPENED: dict[Pieces, Stage] = {}

KEPT = (
    ("archive", "logs"),
    ("bodies", "kept"),
    ("inbox", "files"),
    ("wishes", "wishes"),
    ("rejections", "marks"),
    ("site", "items"),
    ("desk_shelf", "items"),
    ("lists", "entries"),
    ("stands", "entries"),
    ("shows", "asked"),
    ("periods", "marks"),
    ("finished", "revisions"),
    ("finished", "renewals"),
    ("diary", "items"),
    ("rankings", "rankings"),
    ("prints", "kept"),
    ("rows", "rows"),
    ("paid", "kept"),
    ("watch", "history"),
    ("watch", "standing"),
    ("watch", "known"),
    ("watch", "gone"),
)
"""What a stage is, beside what is under way on it: ports, and where each keeps what it has."""


def _copied(value: Any) -> Any:
    """The containers anew, with the same values in them: those never change."""
    match value:
        case dict():
            return {name: _copied(one) for name, one in value.items()}
        case list():
            return list(value)
        case set():
            return set(value)
        case _:
            return value


FUNCTIONS = {
    "IngestQueue": "ingest",
    "TranslateQueue": "translate",
    "IllustrateQueue": "illustrate",
    "UrgentQueue": "publish",
    "RoutineQueue": "publish",
    "RenewQueue": "publish",
    "ReportQueue": "report",
}


def describe(message: Message) -> str:
    about = message.event.model_dump(exclude={"name"}, exclude_defaults=True)
    values = " ".join(str(value) for value in about.values())
    return f"{message.event.name} {values} (try {message.tries})"
