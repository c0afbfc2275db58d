"""The whole site again from the facts, by steps of which each may be repeated at any time.

First what stands without a story, then the entries of every story, then every list, then every
page of every story. A story's marks come last (`finished`), so that a rebuild that was broken off
is seen to be unfinished. No fact is added: related stories chosen among entries that are not all
there yet would be others.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from shared.errors import NewsroomError
from shared.news.events import EntriesLost, FrontsLost, ListLost, Lost, PagesLost
from shared.news.view import StoryView
from shared.pages.names import ListName
from shared.pages.press import Batch, Press
from shared.pages.publish import (
    Outcome,
    install_pages,
    note_pages,
    open_lists,
    periods_of,
    publish_entries,
    publish_list,
    publish_machine_pages,
    publish_media,
    publish_most_read,
    publish_noted,
    start,
)

CALENDAR = tuple(f"{month:02}" for month in range(1, 13))


def rebuild(lost: Lost, press: Press) -> Outcome:
    """One part of a step. Nothing is to be announced, since every part is asked for by itself."""
    match lost:
        case FrontsLost():
            outcome = install_pages(press)
        case EntriesLost():
            outcome = enter(lost.stories, press)
        case ListLost():
            outcome = make_list(ListName(lost.edition, lost.list), press, lost.months)
        case PagesLost():
            outcome = make_pages(lost.stories, press)
    return replace(outcome, events=())


def enter(stories: Sequence[str], press: Press) -> Outcome:
    """The entries of these stories, and the articles and pictures that entries link."""
    batch = start(press)

    def enter_story(seen: StoryView) -> None:
        for media in seen.media:
            publish_media(batch, seen.id, media, 0)
        publish_entries(batch, seen, press.stands.standing(seen.id), 0)

    _each(batch, stories, enter_story)
    return Outcome(put=batch.put, failed=batch.failed)


def make_list(which: ListName, press: Press, calendar: Collection[str] = CALENDAR) -> Outcome:
    """A list's pages of these months of any year; with a home list its edition's other pages too.

    In parts since a function has a minute; the last to write the front sees the months of all.
    """
    batch = start(press)
    every = periods_of(press.lists, which) if which.monthly else ()
    periods = {period for period in every if period[-2:] in calendar}
    publish_list(batch, which, periods)
    if which.kind == "home":
        publish_machine_pages(batch, which.edition)
        publish_most_read(batch, which.edition)
    return Outcome(put=batch.put)


def make_pages(stories: Sequence[str], press: Press) -> Outcome:
    """Every page of these stories, and the lists that they name, once all entries are there."""
    batch = start(press)
    began = batch.desk.office.renewal()

    def note(seen: StoryView) -> None:
        note_pages(batch, seen)
        batch.fronts |= {*open_lists(seen)}
        batch.done[seen.id] = seen.revision

    _each(batch, stories, note)
    publish_noted(batch)
    for which in batch.fronts:
        publish_list(batch, which, set())
    if press.desk().office.renewal() != began:
        return make_pages(stories, press)
    for story, revision in batch.done.items():
        press.finished.finish(story, revision)
        press.finished.renew(story, began)
    return Outcome(put=batch.put, failed=batch.failed)


def _each(batch: Batch, stories: Sequence[str], make: Callable[[StoryView], None]) -> None:
    for story in stories:
        try:
            seen = batch.press.story(story)
            if seen.source:  # no other log has pages
                make(seen)
        except NewsroomError as failure:  # the others of the batch go on
            batch.fail(story, failure)
