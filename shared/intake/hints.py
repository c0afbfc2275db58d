"""The hints that follow from a story as it is."""

from shared.news.events import ArticleReady, Event, PictureTouched, StoryAccepted
from shared.news.language import LANGUAGES
from shared.news.view import AcceptedSource, StoryView


def pages_of(seen: StoryView, source: AcceptedSource, *, urgent: bool) -> Event:
    """The story's pages may differ from what it says."""
    return ArticleReady(story=seen.id, edition=source.body.language, urgent=urgent)


def about_words(seen: StoryView) -> list[Event]:
    """One for each edition that needs the machine's words, now or at the story's minute."""
    sources = [source for source in (seen.released, seen.waiting()) if source]
    wanted = [
        edition for edition in LANGUAGES if any(seen.lacking(edition, source) for source in sources)
    ]
    return [StoryAccepted(story=seen.id, edition=edition) for edition in wanted]


def about_picture(seen: StoryView) -> list[Event]:
    wishes = seen.source.body.wishes if seen.source else ()
    return [PictureTouched(key=key) for key in dict.fromkeys(wish.key for wish in wishes)]
