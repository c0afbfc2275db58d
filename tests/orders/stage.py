"""A newsroom in which deliveries come in any order: what happened, and what the editions say of it.

An upload is made once, at its time; what varies is when its event, and every hint, is delivered.
Nothing but the real use cases appends facts. States are values: the same facts and the same hints
on their way are the same state, however they came about, so that each is played only once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import NamedTuple

from shared.intake.accept import Intake, ingest
from shared.intake.ports import Upload
from shared.news.archive import Archive
from shared.news.events import Event, GlossaryTouched, StoryAccepted
from shared.news.facts import Fact
from shared.news.glossary import glossary_bodies, glossary_from
from shared.news.keys import CONFIG_KEY, log_of
from shared.news.language import Language
from shared.news.log import Log
from shared.news.units import Unit
from shared.news.view import StoryView, view
from shared.news.wording import Block
from shared.translation.chain import Chain
from shared.translation.memory import NO_MEMORY
from shared.translation.ports import Pair, Refusal
from shared.translation.pseudo import pseudo
from shared.translation.retell import retell
from shared.translation.terms import Lexicons
from shared.translation.translate import translate
from tests.builders import MORNING
from tests.fakes.archive import MemoryArchive, MemoryBodies
from tests.fakes.diary import MemoryDiary
from tests.fakes.engines import FakeEngine, PaidMemory
from tests.fakes.intake import MemoryInbox, MemoryRejections, MemoryWishes
from tests.unit.intake.desk import CONFIG, KEY

RIVER = log_of(KEY)
EDITIONS: tuple[Language, ...] = ("ar", "es")
BODIES = MemoryBodies()
"""One for all states: bodies are named by what they hold."""


class Delivery(NamedTuple):
    """The event of a version of a file, or a hint that an edition wants words.

    `minute` is when it was uploaded: versions of a file follow one another by it. `words` are
    those that a person has written.
    """

    name: str
    minute: int
    key: str
    content: str = ""
    edition: Language | None = None
    words: frozenset[str] = frozenset()


Facts = tuple[tuple[str, tuple[Fact, ...]], ...]


@dataclass(frozen=True)
class State:
    """All logs, which uploads of the script are known by now, and the hints on their way.

    Logs are compared by `heads`, the hashes of their last facts.
    """

    logs: Facts = field(default=(), compare=False)
    delivered: frozenset[Delivery] = frozenset()
    hints: frozenset[Event] = frozenset()
    heads: tuple[tuple[str, str], ...] = ()

    def seen(self) -> StoryView:
        return view(Log(RIVER, dict(self.logs)[RIVER]), BODIES)


def deliver(state: State, what: Delivery) -> State:
    """The state after one more delivery, which may have been there before."""
    delivered = state.delivered | {what}
    if what.edition:
        return _work_off(state, StoryAccepted(story=RIVER, edition=what.edition), delivered)
    archive, inbox = _archive(state), MemoryInbox()
    for one in sorted(delivered, key=lambda one: one.minute):
        if not one.edition:
            at, content = MORNING + timedelta(minutes=one.minute), one.content.encode()
            inbox.files[one.key] = [Upload(one.key, one.name, content, at, len(content))]
    intake = Intake(
        archive=archive, bodies=BODIES, inbox=inbox, wishes=MemoryWishes(), diary=MemoryDiary(),
        rejections=MemoryRejections(), memory_faults=lambda _: (), clock=_clock,
    )  # fmt: skip
    outcome = ingest(what.key, intake)
    return _state(archive, delivered, {*state.hints, *_for_words(outcome.events)})


def settle(state: State) -> State:
    """Deliver the hints that are on their way, and those that follow, until there are none."""
    while state.hints:
        hint = min(state.hints, key=repr)
        state = _work_off(state, hint, state.delivered)
    return state


def _work_off(state: State, hint: Event, delivered: frozenset[Delivery]) -> State:
    archive, hints = _archive(state), set(state.hints) - {hint}
    if isinstance(hint, GlossaryTouched):
        found = retell(hint.log, archive=archive, bodies=BODIES, newest=lambda _: [RIVER],
                       clock=_clock)  # fmt: skip
        hints |= {StoryAccepted(story=story, edition=edition) for story, edition in found.editions}
    if isinstance(hint, StoryAccepted):
        translate(hint.story, hint.edition, archive=archive, bodies=BODIES,
                  chain=_chain(archive), clock=_clock)  # fmt: skip
    return _state(archive, delivered, hints)


def _for_words(events: Sequence[Event]) -> set[Event]:
    return {one for one in events if isinstance(one, StoryAccepted | GlossaryTouched)}


def _archive(state: State) -> MemoryArchive:
    return MemoryArchive({name: list(facts) for name, facts in state.logs})


def _state(archive: MemoryArchive, delivered: frozenset[Delivery], hints: set[Event]) -> State:
    logs = tuple(sorted((name, tuple(facts)) for name, facts in archive.logs.items()))
    heads = tuple((name, Log(name, facts).head) for name, facts in logs)
    return State(logs, delivered, frozenset(hints), heads)


def _clock() -> datetime:
    """Facts are numbered; when they were appended decides nothing."""
    return MORNING


def _chain(archive: Archive) -> Chain:
    names = glossary_bodies(archive)
    return Chain(NO_MEMORY, PaidMemory(), (_engine(names),), lexicons=_lexicons(names))


@cache
def _lexicons(names: tuple[str, ...]) -> Lexicons:
    return Lexicons(glossary_from(names, BODIES))


def _engine(names: tuple[str, ...]) -> FakeEngine:
    """One that keeps to the glossary's terms."""
    terms = glossary_from(names, BODIES).terms

    def say(text: str, pair: Pair) -> str | Refusal:
        honoured = {term.form(pair.target) for term in terms if term.form(pair.source) in text}
        return " ".join([pseudo(text, pair), *sorted(honoured)])

    return FakeEngine(behave=say)


# --- what is compared ----------------------------------------------------------------------------


def says(state: State) -> tuple[object, ...]:
    """All that editors and readers can tell of the editions: words, states, age, proposals.

    Where an edition is held at an older version, not which one: that is what readers had last,
    and a version that was replaced before it was read or translated was never among those.
    """
    seen = state.seen()
    return tuple(_edition(seen, edition) for edition in ("en", *EDITIONS))


def _edition(seen: StoryView, edition: Language) -> tuple[object, ...]:
    draft, state = seen.draft(edition), seen.editions[edition]
    article = state.article if seen.complete(edition) else None
    shown = article and (article.texts.digest(), article.stale, article.waiting)
    return (
        edition,
        tuple(map(_block, draft.blocks)) if draft else None,
        tuple(sorted(map(_block, draft.removed))) if draft else None,
        shown,
    )


def _block(block: Block) -> tuple[object, ...]:
    def plain(units: Sequence[Unit]) -> tuple[str, ...]:
        return tuple(unit.digest for unit in units)

    words = (block.source, block.said, block.saw, block.proposed)
    return (*map(plain, words), block.state, block.by, block.outdated, block.terms)


def lost(state: State) -> frozenset[str]:
    """What people have written, in the newest version of each file, and no edition has any more.

    It has what is shown, and what is kept for the desk: beside a newer source, or without one.
    """
    newest = {one.key: one.words for one in sorted(state.delivered, key=lambda one: one.minute)}
    return frozenset[str]().union(*newest.values()) - _kept(state)


def _kept(state: State) -> set[str]:
    seen, found = state.seen(), set[str]()
    for edition in EDITIONS:
        draft = seen.draft(edition)
        for block in (*draft.blocks, *draft.removed) if draft else ():
            if block.human:
                found |= {unit.plain() for unit in block.said}
    return found


def begin(*deliveries: Delivery) -> State:
    """A newsroom with its configuration, after these deliveries and all that follows from them."""
    state = deliver(State(), Delivery("config", 0, CONFIG_KEY, CONFIG))
    for one in deliveries:
        state = settle(deliver(state, one))
    return state
