"""Where facts and their bodies are kept: the ports, and the two ways to use them."""

from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar

from shared.clock import Clock
from shared.errors import Conflict
from shared.news.facts import Fact, What
from shared.news.log import Log
from shared.news.record import Record

ATTEMPTS = 50

R = TypeVar("R", bound=Record)


class Archive(Protocol):
    """The logs."""

    def read(self, log: str) -> Log:
        """Every fact so far, strongly consistent; an unknown log is empty.

        Raises Unavailable where the facts that were read have a gap (a reader then reads again).
        """
        ...

    def append(self, log: str, fact: Fact) -> None:
        """Add a fact; raises Conflict where its number is taken."""
        ...


class Catalogue(Protocol):
    """Which logs there are."""

    def logs(self) -> Iterator[str]:
        """The id of every log that was there when the first was asked for, in no order."""
        ...


class Bodies(Protocol):
    """Immutable contents by their hash."""

    def put(self, content: bytes) -> str:
        """Keep the bytes and return their SHA-256; keeping them twice changes nothing."""
        ...

    def get(self, name: str) -> bytes:
        """The bytes of that hash; raises Unavailable where they are not (yet) there."""
        ...


def keep(bodies: Bodies, body: Record) -> str:
    """Keep a value as a body and return its hash."""
    return bodies.put(body.canonical())


def fetch(bodies: Bodies, name: str, shape: type[R]) -> R:
    """The value that was kept under that hash."""
    return shape.model_validate_json(bodies.get(name))


def record(
    archive: Archive, log: str, decide: Callable[[Log], What | None], *, clock: Clock
) -> Log:
    """Append what `decide` makes of the log, or nothing; start over when someone was first.

    `decide` must look at anything else only after it was given the log: an older look would let
    a stalled run append what is no longer true.
    """
    for _ in range(ATTEMPTS):
        read = archive.read(log)
        what = decide(read)
        if what is None:
            return read
        fact = read.next(what, clock())
        try:
            archive.append(log, fact)
        except Conflict:
            continue
        return read.plus(fact)
    message = f"log {log} was busy {ATTEMPTS} times"
    raise Conflict(message)
