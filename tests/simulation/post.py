"""The queues: messages come late, twice, in any order, and are dead letters after five tries."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from shared.news.events import Event
from tests.fakes.moments import Moments
from tests.house.template import referred, resources

TRIES = 5


@dataclass(eq=False)
class Message:
    """One message of a queue; it may be in several hands at once.

    `version` is what S3's own events say of the upload's versions, counted from 1.
    """

    number: int
    queue: str
    event: Event
    tries: int = 0
    gone: bool = False
    version: int = 0


@cache
def rules() -> tuple[tuple[frozenset[str], dict[str, list[object]], tuple[str, ...]], ...]:
    """The template's rules for our own events: names, what else must match, and the queues."""
    return tuple(
        (
            frozenset(rule["EventPattern"]["detail-type"]),
            rule["EventPattern"].get("detail", {}),
            tuple(referred(target["Arn"]) for target in rule["Targets"]),
        )
        for rule in resources("AWS::Events::Rule").values()
        if rule.get("EventPattern", {}).get("source") == ["triptych"]
    )


def queues_for(event: Event) -> Iterable[str]:
    """Where the template sends an event."""
    for names, detail, queues in rules():
        if event.name in names and all(getattr(event, of) in any_ for of, any_ in detail.items()):
            yield from (queue for queue in queues if queue.endswith("Queue"))


@dataclass
class Post:
    """The event bus, the queues behind it and their dead letters; `loses` says what never comes."""

    moments: Moments
    loses: Callable[[Message], bool]
    waiting: list[Message] = field(default_factory=list)
    dead: list[Message] = field(default_factory=list)
    sent: int = 0
    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def announce(self, events: Iterable[Event]) -> None:
        for event in events:
            self.moments.passing(f"bus.announce {event.name}")
            self.send(event)

    def send(self, event: Event, version: int = 0) -> None:
        for queue in queues_for(event):
            self.sent += 1
            self.counts[queue] += 1
            message = Message(self.sent, queue, event, version=version)
            if not self.loses(message):
                self.waiting.append(message)

    def take(self, message: Message) -> None:
        self.waiting.remove(message)
        message.tries += 1

    def delete(self, message: Message) -> None:
        """Done: it is not delivered again, though another hand may still be at it."""
        message.gone = True
        if message in self.waiting:
            self.waiting.remove(message)

    def put_back(self, message: Message) -> None:
        """Its time ran out or its function failed: it comes again, or is a dead letter."""
        if message.gone or message in self.waiting or message in self.dead:
            return
        (self.dead if message.tries >= TRIES else self.waiting).append(message)

    def redrive(self) -> None:
        """Dead letters are sent again."""
        for message in self.dead:
            message.tries = 0
        self.waiting += self.dead
        self.dead = []
