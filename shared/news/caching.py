"""How long copies of an object may be kept: the table of defaults, and how the file changes it."""

from typing import Annotated, Any

from pydantic import Field, model_validator

from shared.news.record import Record

YEAR = 31_536_000
Seconds = Annotated[int, Field(ge=0, le=YEAR)]


class Lifetime(Record):
    """Seconds, by the names of Cache-Control: in browsers (`max_age`), at the edge (`s_maxage`).

    For `stale_while_revalidate` more the edge gives its copy while it fetches a new one, and for
    `stale_if_error` more where it cannot.
    """

    max_age: Seconds
    s_maxage: Seconds
    stale_while_revalidate: Seconds = 0
    stale_if_error: Seconds = 0

    @property
    def cache_control(self) -> str:
        said = [f"public, max-age={self.max_age}, s-maxage={self.s_maxage}"]
        if self.stale_while_revalidate:
            said.append(f"stale-while-revalidate={self.stale_while_revalidate}")
        if self.stale_if_error:
            said.append(f"stale-if-error={self.stale_if_error}")
        return ", ".join(said)


def _shipped(*seconds: int) -> Lifetime:
    return Lifetime(**dict(zip(Lifetime.model_fields, seconds, strict=False)))


class Caching(Record):
    """Lifetimes by kind of object. What a file leaves out is as shipped.

    Corrections and withdrawals are purged from the edge and wait for none of these; browsers are
    out of reach, so their seconds are few where what they show can change.
    """

    article: Lifetime = _shipped(60, 300, 600, 86_400)
    list: Lifetime = _shipped(30, 30, 300, 86_400)
    """Fronts, Most Read, months, redirects, the page of unknown addresses, robots.txt."""
    feed: Lifetime = _shipped(30, 30, 300, 86_400)
    """Feeds and sitemaps."""
    media: Lifetime = _shipped(86_400, YEAR)
    """Pictures never change at their address, but they can be taken back."""
    gone: Lifetime = _shipped(0, 60)
    """What was withdrawn, and may return."""

    @model_validator(mode="before")
    @classmethod
    def _as_shipped(cls, said: Any) -> Any:  # noqa: ANN401
        if not isinstance(said, dict):
            return said
        shipped = {name: field.default.model_dump() for name, field in cls.model_fields.items()}
        return {
            name: {**shipped.get(name, {}), **given} if isinstance(given, dict) else given
            for name, given in said.items()
        }
