"""The common shape of every value that is stored or sent."""

from collections.abc import Mapping
from datetime import UTC, datetime
from threading import RLock
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict

_BUILDING = RLock()


class Record(BaseModel):
    """An immutable value without unknown fields. Its errors never show what stories say.

    pydantic builds a kind's validator when it is first used: most kinds are only met inside others.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True
    )

    @classmethod
    def model_rebuild(
        cls,
        *,
        force: bool = False,
        raise_errors: bool = True,
        _parent_namespace_depth: int = 2,
        _types_namespace: Mapping[str, Any] | None = None,
    ) -> bool | None:
        """What builds it, one thread at a time: pydantic has no lock, and engines have threads."""
        with _BUILDING:
            return super().model_rebuild(
                force=force,
                raise_errors=raise_errors,
                _parent_namespace_depth=_parent_namespace_depth + 1,
                _types_namespace=_types_namespace,
            )

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
