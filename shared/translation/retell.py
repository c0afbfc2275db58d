"""The use case: a glossary has changed; which of the machine's words change with it.

Only the newest stories are looked at, so a change takes seconds and costs what they cost. What it
finds is written down once, as a fact of the glossary's own log; the words are made by `translate`,
which knows by itself which blocks were made with other terms. An older story gets them when it is
translated for another reason.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from shared.clock import Clock
from shared.news.archive import Archive, Bodies, keep, record
from shared.news.facts import Dropped, Fact, GlossaryAccepted, GlossaryApplied
from shared.news.faults import Note, Verdict
from shared.news.glossary import Glossary, Term, glossary_bodies, glossary_from, glossary_of
from shared.news.keys import GLOSSARY_KEYS, log_of
from shared.news.language import LANGUAGES, Language
from shared.news.log import Log
from shared.news.view import StoryView, view
from shared.news.wording import Block, Wording
from shared.translation.ports import Pair
from shared.translation.terms import Lexicon, Lexicons, broken
from shared.translation.texts import behind, sentences_of

LOOK = 200
"""Stories that are looked at."""
TIME = timedelta(seconds=20)
"""For how long."""
LISTED = 40
"""Editions, and breaches by people, that are listed one by one."""


@dataclass(frozen=True)
class Outcome:
    """What came of it: the editions of stories to be translated anew, and how many were looked at.

    `log` is the glossary's.
    """

    log: str
    editions: tuple[tuple[str, Language], ...] = ()
    looked: int = 0


def retell(
    log: str,
    *,
    archive: Archive,
    bodies: Bodies,
    newest: Callable[[int], Sequence[str]],
    clock: Clock,
) -> Outcome:
    """Find what the newest fact of a glossary's log changes, and write it down.

    `newest` gives the ids of so many stories that stand, the newest first.
    """
    read = archive.read(log)
    accepted = _accepted(read)
    if not accepted:
        return Outcome(log)
    until, found = clock() + TIME, _Found(*_before_and_after(read, archive, bodies))
    for story in newest(LOOK):
        if found.looked and clock() > until:
            break
        found.look_at(view(archive.read(story), bodies))
    fact = GlossaryApplied(
        glossary=accepted[-1].number, looked=found.looked, verdict=keep(bodies, found.verdict())
    )

    def decide(now: Log) -> GlossaryApplied | None:
        told = (one.what for one in now.facts if isinstance(one.what, GlossaryApplied))
        return None if any(one.glossary >= fact.glossary for one in told) else fact

    record(archive, log, decide, clock=clock)
    return Outcome(log, tuple(found.editions), found.looked)


def _accepted(log: Log) -> list[Fact]:
    return [fact for fact in log.facts if isinstance(fact.what, GlossaryAccepted | Dropped)]


def _before_and_after(log: Log, archive: Archive, bodies: Bodies) -> tuple[Glossary, Glossary]:
    """The terms in force without and with the newest fact of one file's log."""
    last = _accepted(log)[-1].number
    earlier = glossary_of(Log(log.id, log.facts[: last - 1]), bodies)
    terms: list[Term] = []
    for name in map(log_of, GLOSSARY_KEYS):
        terms += (earlier if name == log.id else glossary_of(archive.read(name), bodies)).terms
    return Glossary(terms=tuple(terms)), glossary_from(glossary_bodies(archive), bodies)


class _Found:
    """What was found so far."""

    def __init__(self, before: Glossary, after: Glossary) -> None:
        self._before, self._after = Lexicons(before), Lexicons(after)
        known = set(map(_asks, before.terms))
        self._new = tuple(term for term in after.terms if _asks(term) not in known)
        self.editions: list[tuple[str, Language]] = []
        self.looked = 0
        self._sentences = 0
        self._changes: list[Note] = []
        self._breaches: list[Note] = []

    def look_at(self, story: StoryView) -> None:
        self.looked += 1
        source = story.released
        for edition in LANGUAGES:
            words = story.draft(edition)
            if source and words and edition != source.body.language:
                pair = Pair(source.body.language, edition)
                name = source.body.texts.headline or source.fact.key
                self._at_machine(story.id, words, pair, name)
                self._at_people(words, pair, name)

    def _at_machine(self, story: str, words: Wording, pair: Pair, name: str) -> None:
        after = self._after.of(pair)
        units = behind(words, after)
        if not units:
            return
        before, sentences = self._before.of(pair), sentences_of(units, pair.source)
        changed = {one for one in sentences if before.digest(one.line) != after.digest(one.line)}
        self.editions.append((story, pair.target))
        self._sentences += len(changed)
        self._changes.append(
            Note(
                field="file",
                rule="terms-change-story",
                given={"story": name, "edition": pair.target, "sentences": str(len(changed))},
            )
        )

    def _at_people(self, words: Wording, pair: Pair, name: str) -> None:
        lexicon = Lexicon(self._new, pair)
        for block in words.blocks:
            for term, said in _breaches(block, lexicon) if block.human else ():
                note = Note(
                    field="file",
                    rule="terms-people",
                    given={
                        "story": name,
                        "edition": pair.target,
                        "block": block.id,
                        "given": term.form(pair.source),
                        "other": said,
                    },
                )
                self._breaches.append(note)

    def verdict(self) -> Verdict:
        summary = Note(
            field="file",
            rule="terms-change",
            given={
                "looked": str(self.looked),
                "editions": str(len(self.editions)),
                "sentences": str(self._sentences),
                "people": str(len(self._breaches)),
            },
        )
        return Verdict(notes=(summary, *self._changes[:LISTED], *self._breaches[:LISTED]))


def _breaches(block: Block, lexicon: Lexicon) -> Iterator[tuple[Term, str]]:
    """Which terms a person's words do not honour, and the forbidden name that they use."""
    source = "\n".join(unit.plain() for unit in (block.saw or block.source))
    said = "\n".join(unit.plain() for unit in block.said)
    for one in broken(source, said, lexicon.terms(source), lexicon.pair):
        yield one.term, one.forbidden


def _asks(term: Term) -> Term:
    """The term without what only people read."""
    return term.model_copy(update={"pos": "", "note": ""})
