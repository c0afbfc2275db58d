"""What publishing needs from outside. Everything that is read here is strongly consistent."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Protocol

from shared.news.article import Entry
from shared.news.language import Language
from shared.news.ranking import Chart, Printed, Ranking
from shared.pages.names import ListName


class Lists(Protocol):
    """The stored lists: entries in frozen places, newest first; tombstones stay."""

    def enter(self, entry: Entry) -> None:
        """Write the entry, unless a newer revision of its story has written it already."""
        ...

    def newest(
        self, which: ListName, live: int, before: tuple[datetime, str] | None = None
    ) -> tuple[Entry, ...]:
        """From the newest on, until that many live entries; the tombstones between are included.

        `before` is a place (published, story): only older entries are read.
        """
        ...

    def month(self, which: ListName, period: str) -> tuple[Entry, ...]:
        """Every entry of a month ("2026-11", UTC), newest first."""
        ...


class Periods(Protocol):
    """The months of a list whose archive page stands."""

    def mark(self, which: ListName, period: str) -> None:
        """Note that the month's page stands."""
        ...

    def marked(self, which: ListName) -> tuple[str, ...]:
        """The months, newest first."""
        ...


class Stands(Protocol):
    """Which editions of a story stand, so that other pages may link them."""

    def stand(self, entry: Entry) -> None:
        """Write a story's home entry under its id, unless a newer revision already has."""
        ...

    def standing(self, story: str) -> Mapping[Language, Entry]:
        """The entries of a story that were ever written, tombstones included."""
        ...

    def cards(self, stories: Collection[str], edition: Language) -> Mapping[str, Entry]:
        """The entries of several stories in one edition, those that were ever written."""
        ...


class Finished(Protocol):
    """How far the pages of stories are known to be what the facts say."""

    def finish(self, story: str, revision: int) -> None:
        """Note that every page is what the story's facts said at that revision."""
        ...

    def finished(self, story: str) -> int:
        """The newest revision that was finished, 0 if none was."""
        ...

    def renew(self, story: str, office: int) -> None:
        """Note that every page was made anew for that fact of the newsroom's log."""
        ...

    def renewed(self, story: str) -> int:
        """The newest fact for which every page was made anew, 0 if for none."""
        ...


class Shows(Protocol):
    """Which articles show which stories."""

    def register(self, shown: str, story: str, edition: Language) -> None:
        """Note, before looking at `shown`, that the article of `story` in `edition` shows it."""
        ...

    def pages(self, shown: str) -> tuple[tuple[str, Language], ...]:
        """The articles (story, edition) that asked to show it."""
        ...


class Rankings(Protocol):
    """What readers read most."""

    def ranking(self, edition: Language, name: str, chart: Chart) -> Ranking | None:
        """The chart in force of an edition's list (`home`, `section/<id>`, `everywhere`)."""
        ...


class Prints(Protocol):
    """Which rankings the pages of lists show."""

    def note(self, printed: Printed) -> None:
        """Note what the pages of a list show, over what was noted before."""
        ...


class Edge(Protocol):
    """The CDN."""

    def purge(self, tags: Iterable[str]) -> None:
        """Drop every cached object that carries one of the tags."""
        ...
