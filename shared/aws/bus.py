"""EventBridge: where events are announced."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from botocore.client import BaseClient

from shared.aws.failures import calling
from shared.errors import Unavailable
from shared.news.events import Event

SOURCE = "triptych"
MOST_ENTRIES = 10


@dataclass
class EventBus:
    """The newsroom's event bus."""

    client: BaseClient
    name: str

    def announce(self, events: Iterable[Event], correlation_id: str = "") -> None:
        """Announce what follows from the upload(s) of that id."""
        follows = {"correlation_id": correlation_id}
        waiting = (event.model_copy(update=follows) for event in events)
        while entries := [self._entry(event) for event in islice(waiting, MOST_ENTRIES)]:
            with calling("EventBridge"):
                answer = self.client.put_events(Entries=entries)
            if answer["FailedEntryCount"]:
                raise Unavailable(f"{answer['FailedEntryCount']} events were not taken")

    def _entry(self, event: Event) -> dict[str, str]:
        return {
            "EventBusName": self.name,
            "Source": SOURCE,
            "DetailType": event.name,
            "Detail": event.model_dump_json(),
        }
