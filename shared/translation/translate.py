"""The use case: give one edition of a story its words, or say why it has to wait."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from shared.clock import Clock
from shared.errors import Conflict
from shared.news.archive import Archive, Bodies, fetch, keep, record
from shared.news.facts import Translated, Withdrawn
from shared.news.language import Language
from shared.news.log import Log
from shared.news.story import MachineText, Part, Texts
from shared.news.view import AcceptedSource, StoryView, view
from shared.translation.chain import SOURCE, Chain, Work
from shared.translation.ports import Pair
from shared.translation.texts import in_other_words, sentences_of

ATTEMPTS = 5


@dataclass(frozen=True)
class Outcome:
    """What came of it.

    ready    the edition has something to show, now or already: publish should look
    held     it waits, for `reason` (a code of `shared.translation.ports`); try again later
    nothing  there is nothing to translate and nothing to show

    `upload` is the key of the public source, empty where there is none. `urgent` is true where
    what readers see was wrong (a correction). `characters` were sent to paid engines; `refusals`
    counts what failed, like {"google:script": 2}, for logs and metrics.
    """

    story: str
    edition: Language
    state: Literal["ready", "held", "nothing"]
    reason: str | None = None
    upload: str = ""
    urgent: bool = False
    engines: tuple[str, ...] = ()
    characters: int = 0
    refusals: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class _Job:
    """The words that an edition lacks: these parts of this source, which may be under embargo."""

    source: AcceptedSource
    parts: frozenset[Part]
    embargoed: bool

    @property
    def texts(self) -> Texts:
        return self.source.body.texts.only(self.parts)

    def serves(self, other: "_Job") -> bool:
        """Whether this job's words are what the other job wants."""
        return self.source.fact.text == other.source.fact.text and self.parts >= other.parts


def translate(
    story: str, edition: Language, *, archive: Archive, bodies: Bodies, chain: Chain, clock: Clock
) -> Outcome:
    """Translate what an edition lacks of the public source text.

    The engines work before anything is appended; when the source has changed meanwhile, what was
    made is not wanted any more (but remembered, as it was paid), and all starts over.

    A source whose minute has not come is translated beforehand by those alone who may see it;
    what they cannot give is asked for again at its minute, and nothing is held until then.
    """
    spent = _Spent()
    log = archive.read(story)
    ahead = _job(log, view(log, bodies), edition, bodies, embargoed=True)
    if ahead:
        work = _work(ahead, edition, chain, spent)
        if not work.pending:
            _record(story, ahead, work, spent, archive=archive, bodies=bodies, clock=clock)
    for _ in range(ATTEMPTS):
        log = archive.read(story)
        now = view(log, bodies)
        job = _job(log, now, edition, bodies, embargoed=False)
        if job is None:
            return _standing(now, edition, spent)
        work = _work(job, edition, chain, spent)
        outcome = _record(story, job, work, spent, archive=archive, bodies=bodies, clock=clock)
        if outcome:
            return outcome
    message = f"the source of {story} changed {ATTEMPTS} times during its translation"
    raise Conflict(message)


class _Spent:
    """What all attempts took together."""

    def __init__(self) -> None:
        self.characters = 0
        self.refusals: Counter[str] = Counter()

    def add(self, work: Work) -> None:
        self.characters += work.characters.total()
        self.refusals.update(work.refusals())

    def outcome(
        self,
        now: StoryView,
        edition: Language,
        state: Literal["ready", "held", "nothing"],
        reason: str | None = None,
        engines: tuple[str, ...] = (),
    ) -> Outcome:
        urgent = now.released is not None and now.released.fact.change == "correction"
        return Outcome(
            story=now.id,
            edition=edition,
            state=state,
            reason=reason,
            upload=now.released.fact.key if now.released else "",
            urgent=urgent,
            engines=engines,
            characters=self.characters,
            refusals=tuple(sorted(self.refusals.items())),
        )


def _work(job: _Job, edition: Language, chain: Chain, spent: _Spent) -> Work:
    pair = Pair(job.source.body.language, edition)
    sentences = sentences_of(job.texts, pair.source)
    work = chain.translate(sentences, pair, embargoed=job.embargoed)
    spent.add(work)
    return work


def _job(
    log: Log, now: StoryView, edition: Language, bodies: Bodies, *, embargoed: bool
) -> _Job | None:
    """What the machine still has to give; None where nothing is missing.

    Of the public source, or (`embargoed`) of the one that waits for its minute.
    """
    source = now.waiting() if embargoed else now.released
    if now.withdrawn or source is None:
        return None
    given = [
        fetch(bodies, what.body, MachineText).texts.parts()
        for what in _told(log, edition, source.fact.text)
        if what.body
    ]
    parts = now.missing(edition, source).difference(*given)
    return _Job(source, parts, embargoed) if parts else None


def _told(log: Log, edition: Language, text: str) -> list[Translated]:
    """What was translated or held of a source text since the story was last withdrawn."""
    facts = [fact.what for fact in log.facts]
    last = max((at for at, what in enumerate(facts) if isinstance(what, Withdrawn)), default=-1)
    return [
        what
        for what in facts[last + 1 :]
        if isinstance(what, Translated) and (what.edition, what.text) == (edition, text)
    ]


def _standing(now: StoryView, edition: Language, spent: _Spent) -> Outcome:
    """A late or doubled event finds nothing to do, but the hint after it is sent again."""
    article = now.editions[edition].article
    return spent.outcome(now, edition, "ready" if article else "nothing")


def _record(
    story: str,
    job: _Job,
    work: Work,
    spent: _Spent,
    *,
    archive: Archive,
    bodies: Bodies,
    clock: Clock,
) -> Outcome | None:
    """Append what was made, or why it is held; None where the log wants something else by now."""
    edition = work.pair.target
    reason = work.reason()
    engines = tuple(dict.fromkeys(one.by for one in work.made.values() if one.by != SOURCE))
    body = None
    if reason is None:
        body = keep(bodies, in_other_words(job.texts, work.pair.source, work.made))
    wanted: _Job | None = None

    def decide(log: Log) -> Translated | None:
        nonlocal wanted
        wanted = _job(log, view(log, bodies), edition, bodies, embargoed=job.embargoed)
        if wanted is None or not job.serves(wanted):
            return None
        source = wanted.source
        told = _told(log, edition, source.fact.text)
        if reason and told and told[-1].held == reason:
            return None
        return Translated(
            edition=edition, source=source.number, text=source.fact.text, body=body, held=reason
        )

    now = view(record(archive, story, decide, clock=clock), bodies)
    if wanted is None or not job.serves(wanted):
        return None
    if reason:
        return spent.outcome(now, edition, "held", reason)
    return spent.outcome(now, edition, "ready", engines=engines)
