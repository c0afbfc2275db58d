"""A log: the facts of one story, picture or newsroom, numbered from 1 without gaps."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from shared.news.facts import Digest, Fact, UploadFact, What


class BrokenLog(Exception):
    """Facts are missing, or one does not carry the hash of the one before it."""


@dataclass(frozen=True)
class Log:
    """The facts of one log as they were read; `revision` is the number of the last."""

    id: str
    facts: tuple[Fact, ...] = ()

    def __post_init__(self) -> None:
        previous = ""
        for number, fact in enumerate(self.facts, start=1):
            if fact.number != number or fact.previous != previous:
                message = f"log {self.id} is broken at fact {number}"
                raise BrokenLog(message)
            previous = fact.digest()

    @property
    def revision(self) -> int:
        return len(self.facts)

    def last_about(self, key: str) -> UploadFact | None:
        """The newest fact that speaks of a version of the file."""
        about = (fact.what for fact in reversed(self.facts) if isinstance(fact.what, UploadFact))
        return next((what for what in about if what.key == key), None)

    def versions(self, key: str) -> frozenset[str]:
        """The versions of the file of which facts speak."""
        about = (fact.what for fact in self.facts if isinstance(fact.what, UploadFact))
        return frozenset(what.version for what in about if what.key == key)

    @cached_property
    def head(self) -> Digest:
        """The hash of the last fact; since each carries the one before, it stands for them all."""
        return self.facts[-1].digest() if self.facts else ""

    def next(self, what: What, now: datetime) -> Fact:
        """The fact that would follow; it becomes one when an archive has appended it."""
        return Fact(number=self.revision + 1, at=now, previous=self.head, what=what)

    def plus(self, fact: Fact) -> "Log":
        return Log(self.id, (*self.facts, fact))
