"""What a minute brings that has come: of an embargo, a date, a deadline, or a flash's end."""

from dataclasses import dataclass
from datetime import datetime

from shared.clock import Clock
from shared.intake.hints import about_picture, about_words, pages_of
from shared.news.archive import Archive, Bodies, record
from shared.news.events import Event
from shared.news.facts import Expired, Released
from shared.news.log import Log
from shared.news.view import view


@dataclass(frozen=True)
class Outcome:
    """What became of a story that was due: what to announce; `out` where its minute has come.

    `version` is the S3 version of the upload that came out.
    """

    story: str
    out: bool
    events: tuple[Event, ...] = ()
    version: str = ""


def release(story: str, *, archive: Archive, bodies: Bodies, clock: Clock) -> Outcome:
    """Bring out the story's newest source if its minute has come, or end the flash that it is.

    Only the newest source counts: one that was moved has a minute of its own, and one that was
    replaced, released or withdrawn needs nothing. What follows is announced again by every
    repetition, since an earlier run may have ended before it did.
    """

    def decide(log: Log) -> Released | Expired | None:
        seen = view(log, bodies)
        waiting, source = seen.waiting(), seen.released
        if waiting and _has_come(waiting.fact.release_at, clock):
            return Released(source=waiting.number)
        if seen.gathering and source and _has_come(source.body.deadline, clock):
            return Expired(source=source.number)
        if seen.running and _has_come(seen.running.body.expires, clock):
            return Expired(source=seen.running.number)
        return None

    seen = view(record(archive, story, decide, clock=clock), bodies)
    if seen.gathering or seen.running:  # both of its moments may have come
        seen = view(record(archive, story, decide, clock=clock), bodies)
    came = seen.released
    if came is None or not (came.fact.release_at or came.body.waits):
        return Outcome(story, out=False)
    events = (pages_of(seen, came, urgent=True), *about_words(seen), *about_picture(seen))
    return Outcome(
        story, out=not (seen.gathering or seen.over), events=events, version=came.fact.version
    )


def _has_come(at: datetime | None, clock: Clock) -> bool:
    return at is not None and at <= clock()
