"""Dead letters: messages that failed again and again, told to the desk with their cause.

Each function notes why a message failed; the sweep looks at what lies in the dead letters, and
joins the two. A letter without a note was never finished: its function ran out of time or memory.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from pydantic import ValidationError

from shared.desk.cause import Cause
from shared.news.events import Event, events_in
from shared.news.keys import log_of
from shared.news.record import Instant, Record


class DeadLetter(Record):
    """A message that nobody tries any more. `log` is what it speaks of, where that can be told.

    `event` is the event's name, and behind it the file that it names: no field of its own, since
    functions of the version before read this, too.
    """

    message: str
    queue: str
    event: str = ""
    log: str = ""
    since: Instant
    cause: Cause

    @property
    def key(self) -> str:
        """The file that the event names: all that is known of an upload not taken in yet."""
        return self.event.partition(" ")[2]


class DeadLetters(Record):
    """All of them; `number` counts how often the list has changed, so that it never repeats."""

    number: int = 0
    letters: tuple[DeadLetter, ...] = ()


@dataclass(frozen=True)
class Found:
    """A message as it lies there; `undelivered` is EventBridge's word where no queue took it."""

    message: str
    queue: str
    body: str
    since: Instant
    undelivered: str = ""


class Queues(Protocol):
    """The queues of dead letters."""

    def found(self) -> Iterable[Found]:
        """What lies there, the first hundred of each queue; it stays there."""
        ...


class Causes(Protocol):
    """What functions noted of the messages that they failed."""

    def cause(self, message: str) -> Cause | None: ...


class Board(Protocol):
    """Where the list hangs for the overview."""

    def dead_letters(self) -> DeadLetters: ...

    def hang(self, letters: DeadLetters) -> None: ...


@dataclass(frozen=True)
class Outcome:
    """How many there are, and whether the overview has to be made again."""

    letters: tuple[DeadLetter, ...]
    changed: bool


def look_for_dead_letters(queues: Queues, causes: Causes, board: Board) -> Outcome:
    """Bring the list that the overview shows up to date."""
    found = sorted(queues.found(), key=lambda one: (one.since, one.message))
    letters = tuple(_letter(one, causes) for one in found)
    hangs = board.dead_letters()
    changed = hangs.letters != letters
    if changed:
        board.hang(DeadLetters(number=hangs.number + 1, letters=letters))
    return Outcome(letters, changed)


def _letter(found: Found, causes: Causes) -> DeadLetter:
    hint = _hint(found.body)
    return DeadLetter(
        message=found.message,
        queue=found.queue,
        event=f"{hint.name} {_key(hint)}".rstrip() if hint else "",
        log=_log(hint) if hint else "",
        since=found.since,
        cause=_cause(found, causes),
    )


def _cause(found: Found, causes: Causes) -> Cause:
    if found.undelivered:
        return Cause(kind="undelivered", reason=found.undelivered)
    return causes.cause(found.message) or Cause(kind="unfinished")


def _hint(body: str) -> Event | None:
    try:
        return next(iter(events_in(body)), None)
    except (ValidationError, KeyError, TypeError):  # it makes no sense, which may be why it is here
        return None


def _key(hint: Event) -> str:
    key: str = getattr(hint, "key", "")
    return key


def _log(hint: Event) -> str:
    one: str | None = getattr(hint, "story", None) or getattr(hint, "log", None)
    many: tuple[str, ...] = getattr(hint, "stories", ())
    key = _key(hint)
    return one or (log_of(key) if key else " ".join(many))
