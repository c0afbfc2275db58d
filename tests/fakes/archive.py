"""Logs and bodies in memory; they pass the same contract suite as the AWS ones."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from shared.errors import Conflict, Unavailable
from shared.ids import digest
from shared.news.facts import Fact
from shared.news.log import Log
from tests.fakes.moments import Moments


@dataclass
class MemoryArchive:
    logs: dict[str, list[Fact]] = field(default_factory=dict)
    moments: Moments = field(default_factory=Moments)

    def read(self, log: str) -> Log:
        self.moments.passing(f"archive.read {log}")
        return Log(log, tuple(self.logs.get(log, ())))

    def append(self, log: str, fact: Fact) -> None:
        self.moments.passing(f"archive.append {log}")
        facts = self.logs.setdefault(log, [])
        if fact.number <= len(facts):
            raise Conflict(f"fact {fact.number} of {log} is taken")
        facts.append(fact)
        self.moments.passing(f"archive.did append {log}")


@dataclass
class MemoryCatalogue:
    archive: MemoryArchive

    def logs(self) -> Iterator[str]:
        return iter(tuple(self.archive.logs))


@dataclass
class MemoryBodies:
    kept: dict[str, bytes] = field(default_factory=dict)
    moments: Moments = field(default_factory=Moments)

    def put(self, content: bytes) -> str:
        name = digest(content)
        self.moments.passing(f"bodies.put {name[:8]}")
        self.kept[name] = content
        return name

    def get(self, name: str) -> bytes:
        try:
            return self.kept[name]
        except KeyError:
            raise Unavailable(f"body {name} is not there") from None
