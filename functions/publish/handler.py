"""Entry point: hints that stories, or the configuration of the newsroom, have changed.

A batch is published as one, so that a burst of stories makes each list page once.
"""

from datetime import timedelta

from aws_lambda_powertools.utilities.typing import LambdaContext

from shared.errors import NewsroomError
from shared.news.events import (
    ConfigAccepted,
    Event,
    Lost,
    MonthTouched,
    RankingsChanged,
    StoriesTouched,
    event_in,
)
from shared.pages.publish import Outcome, publish, publish_fronts, publish_rankings
from shared.pages.rebuild import rebuild
from shared.pages.renew import still_to_renew, stories_of_month
from shared.telemetry import (
    LambdaEvent,
    Measure,
    correlate,
    count,
    logger,
    measure_live,
    metrics,
    together,
)
from shared.wiring.publish import announcer, causes, press


@logger.inject_lambda_context
@metrics.log_metrics
def lambda_handler(event: LambdaEvent, _context: LambdaContext) -> LambdaEvent:
    return together(event, make_pages, causes().note)


def make_pages(messages: dict[str, str]) -> dict[str, NewsroomError]:
    """Publish what the messages speak of; those that are to come again, and why."""
    hints = {message: event_in(body) for message, body in messages.items()}
    correlation_id = correlate(*(hint.correlation_id for hint in hints.values()))
    if any(isinstance(hint, ConfigAccepted) for hint in hints.values()):
        _tell(publish_fronts(press()), correlation_id)
    for month in hints.values():
        if isinstance(month, MonthTouched):
            announcer().announce(stories_of_month(month, press()), correlation_id)
    failed = _rebuild(hints, correlation_id)
    changed: dict[str, Event] = {
        message: hint for message, hint in hints.items() if not isinstance(hint, Lost)
    }
    failed |= _publish_stories(changed, correlation_id)
    return failed | _publish_rankings(hints, correlation_id)


def stories_of(hint: Event) -> tuple[str, ...]:
    """The stories that an event speaks of."""
    one: str | None = getattr(hint, "story", None)
    many: tuple[str, ...] = getattr(hint, "stories", ())
    return (one,) if one else many


def _rebuild(hints: dict[str, Event], correlation_id: str) -> dict[str, NewsroomError]:
    failed: dict[str, NewsroomError] = {}
    for message, lost in hints.items():
        if isinstance(lost, Lost):
            press.cache_clear()  # the marks that a warm function remembers may be lost, too
            outcome = rebuild(lost, press())
            _tell(outcome, correlation_id)
            for failure in outcome.failed.values():
                failed[message] = failure
    return failed


def _publish_stories(hints: dict[str, Event], correlation_id: str) -> dict[str, NewsroomError]:
    wanted: list[str] = []
    anew: set[str] = set()
    for hint in hints.values():
        if isinstance(hint, StoriesTouched):
            anew |= set(still_to_renew(hint, press()))
        else:
            wanted += stories_of(hint)
    count(Measure.STORIES_RENEWED, len(anew))
    if not wanted and not anew:
        return {}
    outcome = publish([*wanted, *sorted(anew)], press(), anew=anew)
    _tell(outcome, correlation_id)
    return {
        message: failure
        for message, hint in hints.items()
        for story, failure in outcome.failed.items()
        if story in stories_of(hint)
    }


def _publish_rankings(hints: dict[str, Event], correlation_id: str) -> dict[str, NewsroomError]:
    changed = {
        message: hint.rankings
        for message, hint in hints.items()
        if isinstance(hint, RankingsChanged)
    }
    if not changed:
        return {}
    try:
        every = [one for rankings in changed.values() for one in rankings]
        _tell(publish_rankings(every, press()), correlation_id)
    except NewsroomError as failure:  # the stories of the batch are done
        return dict.fromkeys(changed, failure)
    return {}


def _tell(outcome: Outcome, correlation_id: str) -> None:
    announcer().announce(outcome.events, correlation_id)
    logger.info("published", puts=outcome.put, purged=" ".join(outcome.purged))
    count(Measure.OBJECTS_PUT, outcome.put)
    for one in outcome.live:
        milliseconds = one.waited / timedelta(milliseconds=1)
        logger.info("live", story=one.story, edition=one.edition, milliseconds=milliseconds)
        measure_live(one.edition, milliseconds)
