"""Renewals: pages made anew for a configuration or a renderer, though no story changed.

Month by month, then in small chunks, since an archive may be large. Each step only announces the
next, so a crash repeats it; a story that was renewed already is left alone.
"""

from shared.news.article import STATIC
from shared.news.events import MonthTouched, StoriesTouched
from shared.news.language import LANGUAGES
from shared.pages.names import ListName
from shared.pages.press import Press

CHUNK = 10


def months_to_renew(press: Press, office: int) -> tuple[MonthTouched, ...]:
    """The months in which a story stands or ever stood, the newest first."""
    months = {
        (period, edition)
        for edition in LANGUAGES
        for name in ("home", STATIC)
        for period in press.periods.marked(ListName(edition, name))
    }
    return tuple(
        MonthTouched(edition=edition, period=period, office=office)
        for period, edition in sorted(months, reverse=True)
    )


def stories_of_month(hint: MonthTouched, press: Press) -> tuple[StoriesTouched, ...]:
    """The month's stories in chunks, the newest first; withdrawn ones have pages too."""
    stories = [
        entry.story
        for name in ("home", STATIC)
        for entry in press.lists.month(ListName(hint.edition, name), hint.period)
    ]
    return tuple(
        StoriesTouched(stories=tuple(stories[at : at + CHUNK]), office=hint.office)
        for at in range(0, len(stories), CHUNK)
    )


def still_to_renew(hint: StoriesTouched, press: Press) -> tuple[str, ...]:
    """The stories that were not made anew yet for what asks for it."""
    if not hint.office:
        return hint.stories
    return tuple(story for story in hint.stories if press.finished.renewed(story) < hint.office)
