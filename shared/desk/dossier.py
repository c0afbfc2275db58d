"""Everything that the desk says of one log is made of: its facts, and what stands of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from shared.news.archive import Bodies
from shared.news.article import Entry
from shared.news.facts import Fact, Illustrated, Translated, UploadFact
from shared.news.keys import log_of, story_key
from shared.news.language import Language
from shared.news.log import Log
from shared.news.newsroom import Newsroom
from shared.news.view import StoryView, view
from shared.news.wording import Wording

PaperFact = UploadFact | Illustrated
"""What a receipt can be about; Illustrated in a picture's own log."""


@dataclass(frozen=True)
class Judged:
    """A fact that speaks of one version of an upload, with its number and time."""

    fact: Fact
    what: PaperFact


@dataclass(frozen=True)
class Dossier:
    """The papers of one log.

    `seen` is None where it is no story's; `pictures` are the own logs of the pictures that the
    story wants, by their keys.
    """

    log: Log
    seen: StoryView | None
    stands: Mapping[Language, Entry]
    pictures: Mapping[str, Log]
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

    def draft(self, edition: Language) -> Wording | None:
        """What the edition says, or will say, of the newest source that matters."""
        return self._story().draft(edition)

    def stale(self, edition: Language) -> bool:
        """Whether a person's words there were made from an older source text."""
        draft = self.draft(edition)
        return draft is not None and draft.outdated

    def complete(self, edition: Language) -> bool:
        """Whether nothing keeps the released text from being shown there."""
        return self._story().complete(edition)

    def held(self, edition: Language) -> str | None:
        """Why the machine holds blocks of the released text, as a stable code."""
        released = self._story().released
        if released is None or not self._story().pending(edition):
            return None
        told = (fact.what for fact in reversed(self.log.facts))
        made = (one for one in told if isinstance(one, Translated) and one.edition == edition)
        return next((one.held for one in made if one.text == released.fact.text), None)

    def _story(self) -> StoryView:
        if self.seen is None:
            message = f"log {self.log.id} is no story's"
            raise ValueError(message)
        return self.seen
