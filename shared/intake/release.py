"""Bringing out the stories whose minute has come."""

from dataclasses import dataclass

from shared.clock import Clock
from shared.intake.hints import about_picture, about_words, pages_of
from shared.news.archive import Archive, Bodies, record
from shared.news.events import Event
from shared.news.facts import Released
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
    """Bring out the story's newest source if its minute has come.

    Only the newest source counts: one that was moved has a minute of its own, and one that was
    replaced, released or withdrawn needs nothing. What follows is announced again by every
    repetition, since an earlier run may have ended before it did.
    """

    def decide(log: Log) -> Released | None:
        waiting = view(log, bodies).waiting()
        at = waiting and waiting.fact.release_at
        return Released(source=waiting.number) if waiting and at and at <= clock() else None

    seen = view(record(archive, story, decide, clock=clock), bodies)
    came = seen.released
    if came is None or came.fact.release_at is None:
        return Outcome(story, out=False)
    events = (pages_of(seen, came, urgent=True), *about_words(seen), *about_picture(seen))
    return Outcome(story, out=True, events=events, version=came.fact.version)
