"""How long readers waited for an upload, told for each upload and edition."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.news.archive import Bodies
from shared.news.article import Entry
from shared.news.facts import EditionAccepted, SourceAccepted
from shared.news.language import Language
from shared.news.log import Log
from shared.news.view import StoryView, view


@dataclass(frozen=True)
class Live:
    """An upload that an edition's readers have now.

    They waited from the upload on, or from the minute that it was kept until.
    """

    story: str
    edition: Language
    waited: timedelta


def went_live(
    log: Log, seen: StoryView, stood: Mapping[Language, Entry], bodies: Bodies, now: datetime
) -> Iterator[Live]:
    """The uploads whose words an edition says now and did not say while `stood` stood.

    A run that comes again finds that they stand, so each is told once: after a crash never, and
    twice by two runs at the same moment.
    """
    for edition, state in seen.editions.items():
        before = stood.get(edition)
        knew = before.revision if before and before.card else 0
        if not state.article or knew >= state.as_of:
            continue
        then = view(Log(log.id, log.facts[:knew]), bodies)
        what = log.facts[state.revision - 1].what
        if then.editions[edition].revision >= state.revision:
            continue
        if isinstance(what, SourceAccepted | EditionAccepted) and what.uploaded:
            release = getattr(what, "release_at", None) or what.uploaded
            yield Live(log.id, edition, now - max(release, what.uploaded))
