"""The use case: give one edition of a story its words, or say why it has to wait."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from shared.clock import Clock
from shared.errors import Conflict
from shared.news.archive import Archive, Bodies, keep, record
from shared.news.facts import Translated
from shared.news.language import Language
from shared.news.log import Log
from shared.news.units import Unit
from shared.news.view import AcceptedSource, StoryView, view
from shared.news.words import Held, MachineText
from shared.translation.breaker import Breaker
from shared.translation.chain import SOURCE, Chain, Work
from shared.translation.ports import Pair
from shared.translation.terms import Lexicons
from shared.translation.texts import behind, in_other_words, sentences_of, terms_of

ATTEMPTS = 5


@dataclass(frozen=True)
class Outcome:
    """What came of it.

    ready    the edition has something to show, now or already: publish should look
    held     it waits, for `reason` (a code of `shared.translation.ports`); try again later
    nothing  there is nothing to translate and nothing to show

    `upload` is the key of the public source, empty where there is none. `urgent` is true where
    what readers see was wrong (a correction). `characters` were sent to paid engines; `refusals`
    counts what failed, like {"google:script": 2}, and `stopped` has the engines that are left alone
    since, for logs and metrics.
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
    stopped: tuple[tuple[str, Breaker], ...] = ()


@dataclass(frozen=True)
class _Job:
    """The blocks of this source that an edition lacks words for; it may be under embargo.

    Machine's words that were made with other terms of the glossary are lacking too.
    """

    source: AcceptedSource
    units: tuple[Unit, ...]
    embargoed: bool
    lexicons: Lexicons

    @property
    def digests(self) -> frozenset[str]:
        return frozenset(unit.digest for unit in self.units)

    def serves(self, other: "_Job") -> bool:
        """Whether this job's words are what the other job wants."""
        mine, others = self.source.body.language, other.source.body.language
        return mine == others and self.digests >= other.digests


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
    ahead = _job(view(log, bodies), edition, chain.lexicons, embargoed=True)
    if ahead:
        work = _work(ahead, edition, chain, spent)
        if not work.pending:
            _record(story, ahead, work, spent, archive=archive, bodies=bodies, clock=clock)
    for _ in range(ATTEMPTS):
        log = archive.read(story)
        now = view(log, bodies)
        job = _job(now, edition, chain.lexicons, embargoed=False)
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
        self.stopped: dict[str, Breaker] = {}

    def add(self, work: Work) -> None:
        self.characters += work.characters.total()
        self.refusals.update(work.refusals())
        self.stopped |= work.stopped

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
            stopped=tuple(self.stopped.items()),
        )


def _work(job: _Job, edition: Language, chain: Chain, spent: _Spent) -> Work:
    pair = Pair(job.source.body.language, edition)
    sentences = sentences_of(job.units, pair.source)
    work = chain.translate(sentences, pair, embargoed=job.embargoed)
    spent.add(work)
    return work


def _job(now: StoryView, edition: Language, lexicons: Lexicons, *, embargoed: bool) -> _Job | None:
    """What the machine still has to give; None where nothing is missing.

    Of the public source, or (`embargoed`) of the one that waits for its minute.
    """
    source = now.waiting() if embargoed else now.released
    if now.withdrawn or source is None:
        return None
    words = now.editions[edition].drafts[source.number]
    lexicon = lexicons.of(Pair(source.body.language, edition))
    units = tuple(dict.fromkeys((*now.lacking(edition, source), *behind(words, lexicon))))
    return _Job(source, units, embargoed, lexicons) if units else None


def _machine_text(job: _Job, work: Work) -> MachineText:
    """The blocks of which every sentence was made, and why the others were not."""
    language, lexicon = job.source.body.language, job.lexicons.of(work.pair)
    made, held = {}, {}
    for unit in job.units:
        sentences = sentences_of([unit], language)
        if all(one in work.made for one in sentences):
            made[unit.digest] = in_other_words(unit, language, work.made, terms_of(unit, lexicon))
        else:
            refused = (work.refused.get(one, {}) for one in sentences if one not in work.made)
            held[unit.digest] = Held(
                reasons={by: why for one in refused for by, why in one.items()}
            )
    return MachineText(language=language, made=made, held=held)


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
    wanted: _Job | None = None

    def decide(log: Log) -> Translated | None:
        nonlocal wanted
        now = view(log, bodies)
        wanted = _job(now, edition, job.lexicons, embargoed=job.embargoed)
        if wanted is None or not job.serves(wanted):
            return None
        # Another run may have given a part of it meanwhile: no block has words from two facts.
        words = _machine_text(wanted, work)
        fact = Translated(
            edition=edition,
            source=wanted.source.number,
            text=wanted.source.fact.text,
            body=keep(bodies, words),
            held=reason if words.held else None,
        )
        return None if fact == _last(log, edition) else fact

    now = view(record(archive, story, decide, clock=clock), bodies)
    if wanted is None or not job.serves(wanted):
        return None
    if reason and (now.pending(edition) or _is_behind(now, job, work)):
        return spent.outcome(now, edition, "held", reason)
    return spent.outcome(now, edition, "ready", engines=engines)


def _is_behind(now: StoryView, job: _Job, work: Work) -> bool:
    """Whether words with older terms of the glossary stand, and an engine may give others later.

    Nothing waits where every engine refused, or where a proposal alone is missing.
    """
    lexicon = job.lexicons.of(work.pair)
    words = now.editions[work.pair.target].drafts.get(job.source.number)
    left = behind(words, lexicon) if words else ()
    return work.reason() in {"engines-busy", "engines-unavailable"} and bool(left)


def _last(log: Log, edition: Language) -> Translated | None:
    told = (fact.what for fact in reversed(log.facts))
    return next(
        (one for one in told if isinstance(one, Translated) and one.edition == edition), None
    )
