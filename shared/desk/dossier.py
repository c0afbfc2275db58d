"""Everything that the desk says of one log is made of: its facts, and what stands of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from shared.news.archive import Bodies, fetch
from shared.news.article import Entry
from shared.news.facts import Fact, Illustrated, Translated, UploadFact, Withdrawn
from shared.news.keys import log_of, story_key
from shared.news.language import Language
from shared.news.log import Log
from shared.news.newsroom import Newsroom
from shared.news.story import MachineText, Part
from shared.news.view import PersonText, StoryView, view

PaperFact = UploadFact | Illustrated
"""What a receipt can be about; Illustrated in a picture's own log."""


@dataclass(frozen=True)
class Judged:
    """A fact that speaks of one version of an upload, with its number and time."""

    fact: Fact
    what: PaperFact


@dataclass(frozen=True)
class Machine:
    """What the machine has done for an edition of the released text, and why it holds the rest."""

    parts: frozenset[Part] = frozenset()
    held: str | None = None


@dataclass(frozen=True)
class Dossier:
    """The papers of one log.

    `seen` is None where it is no story's; `picture` is the own log of the picture that the story
    wants.
    """

    log: Log
    seen: StoryView | None
    stands: Mapping[Language, Entry]
    picture: Log | None
    bodies: Bodies
    newsroom: Newsroom
    site_url: str
    speaks: Language | None = None
    """The language of everything that is said, whatever the uploads' are."""

    def said(self, edition: Language) -> int:
        """The newest upload whose words stand in an edition."""
        then = Log(self.log.id, self.log.facts[: self.stands[edition].revision])
        return view(then, self.bodies).editions[edition].revision

    def uploads(self) -> dict[str, list[Judged]]:
        """What was found of each upload, oldest first; the uploads as they first came.

        A picture is told to every story that wants it, but has a log of its own.
        """
        found: dict[str, list[Judged]] = {}
        for fact in self.log.facts:
            what = fact.what
            if isinstance(what, PaperFact) and log_of(what.key) == self.log.id:
                found.setdefault(what.key, []).append(Judged(fact, what))
        return found

    def main_upload(self) -> str | None:
        """The key of the story's own file; of the first upload where there is none yet."""
        if self.seen and self.seen.source:
            return self.seen.source.fact.key
        return next(iter(self.uploads()), None)

    def language_of(self, upload: str) -> Language:
        """The language in which the desk speaks of an upload: its own if its name says one."""
        name = story_key(upload)
        own = (name and name.language) or self.newsroom.desk_language
        return self.speaks or own

    def was_live(self) -> bool:
        return bool(self.seen) and any(one.place for one in self._story().editions.values())

    def stale(self, edition: Language) -> bool:
        """Whether a person's words there were made from an older source text."""
        source = self._story().released or self._story().source
        person = self._story().editions[edition].person
        return bool(person and person.saw and source and person.saw != source.fact.text)

    def person(self, edition: Language) -> PersonText | None:
        return self._story().editions[edition].person

    def complete(self, edition: Language) -> bool:
        """Whether the edition has words for every part of the released text."""
        missing = self._story().missing(edition)
        return self._story().released is not None and missing <= self.machine(edition).parts

    def machine(self, edition: Language) -> Machine:
        """What the machine gave for the released text since the last withdrawal."""
        released = self._story().released
        facts = [fact.what for fact in self.log.facts]
        withdrawn = [at for at, what in enumerate(facts) if isinstance(what, Withdrawn)]
        made = [
            what
            for what in facts[withdrawn[-1] if withdrawn else 0 :]
            if isinstance(what, Translated)
            and what.edition == edition
            and released
            and what.text == released.fact.text
        ]
        texts = [fetch(self.bodies, what.body, MachineText).texts for what in made if what.body]
        parts = frozenset[Part]().union(*(text.parts() for text in texts))
        return Machine(parts, made[-1].held if made else None)

    def _story(self) -> StoryView:
        if self.seen is None:
            message = f"log {self.log.id} is no story's"
            raise ValueError(message)
        return self.seen
