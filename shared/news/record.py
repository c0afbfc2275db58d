"""The common shape of every value that is stored or sent."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict


class Record(BaseModel):
    """An immutable value without unknown fields. Its errors never show what stories say."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    def canonical(self) -> bytes:
        """The one JSON spelling of this value: equal values give equal bytes."""
        return self.model_dump_json(exclude_none=True).encode()


def _as_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        message = "an instant needs a time zone"
        raise ValueError(message)
    return moment.astimezone(UTC)


Instant = Annotated[datetime, AfterValidator(_as_utc)]
"""A moment in UTC; accepts any time zone, refuses none."""
