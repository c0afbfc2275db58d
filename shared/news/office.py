"""The newsroom's own log: which configuration and which renderer are in force."""

from collections.abc import Iterable
from dataclasses import dataclass

from shared.clock import Clock
from shared.errors import Unavailable
from shared.news.archive import Archive, Bodies, fetch, record
from shared.news.facts import ConfigAccepted, Deployed
from shared.news.keys import NEWSROOM_LOG
from shared.news.log import Log
from shared.news.newsroom import Newsroom

ON_NO_PAGE = frozenset(
    {
        "desk_language",
        "translators",
        "translators_for",
        "translation",
        "embargoed",
        "budgets",
        "most_read",
    }
)
"""Parts of the configuration that change no page."""


@dataclass(frozen=True)
class Office:
    """The newsroom after the last fact of its log."""

    log: Log
    newsroom: Newsroom

    def number(self) -> int:
        """The fact that brought the configuration in force."""
        return max(number for number, _ in self._configs())

    def as_of(self, authors: Iterable[str] = ()) -> int:
        """The newest configuration fact that touched what a page with these authors uses."""
        used = {f"authors.{author}" for author in authors}
        return max(
            number
            for number, config in self._configs()
            if any(
                part in used or not part.startswith("authors.")
                for part in config.changed
                if part not in ON_NO_PAGE
            )
        )

    def shown(self) -> int:
        """The newest configuration fact that may change any page."""
        return max(
            number
            for number, config in self._configs()
            if not ON_NO_PAGE.issuperset(config.changed)
        )

    def renewal(self) -> int:
        """The newest fact that may change pages whatever their stories say."""
        return max(self.shown(), self.deployed())

    def deployed(self) -> int:
        """The fact that brought the renderer in force, 0 before the first."""
        deployed = (fact.number for fact in self.log.facts if isinstance(fact.what, Deployed))
        return max(deployed, default=0)

    def renderer(self, name: str) -> int:
        """The number of the fact that last put the renderer in force, 0 if none did."""
        return max(
            (
                fact.number
                for fact in self.log.facts
                if isinstance(fact.what, Deployed) and fact.what.renderer == name
            ),
            default=0,
        )

    def _configs(self) -> list[tuple[int, ConfigAccepted]]:
        return [
            (fact.number, fact.what)
            for fact in self.log.facts
            if isinstance(fact.what, ConfigAccepted)
        ]


def is_configured(archive: Archive) -> bool:
    """Whether a configuration ever came in force."""
    facts = archive.read(NEWSROOM_LOG).facts
    return any(isinstance(fact.what, ConfigAccepted) for fact in facts)


def office(archive: Archive, bodies: Bodies) -> Office:
    """The newsroom now; raises Unavailable before its first configuration."""
    log = archive.read(NEWSROOM_LOG)
    for fact in reversed(log.facts):
        if isinstance(fact.what, ConfigAccepted):
            return Office(log, fetch(bodies, fact.what.body, Newsroom))
    message = "the newsroom has no configuration yet"
    raise Unavailable(message)


def deploy(archive: Archive, renderer: str, *, again: bool, clock: Clock) -> None:
    """Put a renderer in force: where it never was, or (`again`) where another one is now."""

    def decide(log: Log) -> Deployed | None:
        deployed = [fact.what.renderer for fact in log.facts if isinstance(fact.what, Deployed)]
        known = renderer in (deployed[-1:] if again else deployed)
        return None if known else Deployed(renderer=renderer)

    record(archive, NEWSROOM_LOG, decide, clock=clock)
