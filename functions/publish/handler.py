"""Entry point: hints that stories, or the configuration of the newsroom, have changed.

A batch is published as one, so that a burst of stories makes each list page once.
"""

from collections.abc import Iterable

from aws_lambda_powertools.utilities.data_classes import SQSEvent
from aws_lambda_powertools.utilities.typing import LambdaContext

from shared.errors import NewsroomError
from shared.news.events import ConfigAccepted, Event, StoriesTouched, event_in
from shared.pages.publish import Outcome, publish, publish_fronts
from shared.telemetry import LambdaEvent, count, logger, metrics
from shared.wiring.publish import announcer, press


@logger.inject_lambda_context
@metrics.log_metrics
def lambda_handler(event: LambdaEvent, context: LambdaContext) -> LambdaEvent:  # noqa: ARG001
    hints = {record.message_id: event_in(record.body) for record in SQSEvent(event).records}
    failed = _stories_failed(hints) | _fronts_failed(hints)
    return {"batchItemFailures": [{"itemIdentifier": message} for message in sorted(failed)]}


def stories_of(hint: Event) -> tuple[str, ...]:
    """The stories that an event speaks of."""
    one: str | None = getattr(hint, "story", None)
    many: tuple[str, ...] = getattr(hint, "stories", ())
    return (one,) if one else many


def _stories_failed(hints: dict[str, Event]) -> set[str]:
    wanted = [story for hint in hints.values() for story in stories_of(hint)]
    if not wanted:
        return set()
    touched = [hint for hint in hints.values() if isinstance(hint, StoriesTouched)]
    anew = {story for hint in touched for story in hint.stories}
    outcome = publish(wanted, press(), anew=anew)
    _tell(outcome)
    for story, failure in outcome.failed.items():
        logger.warning("not published", story=story, reason=str(failure))
    return {message for message, hint in hints.items() if outcome.failed.keys() & stories_of(hint)}


def _fronts_failed(hints: dict[str, Event]) -> set[str]:
    configs = {message for message, hint in hints.items() if isinstance(hint, ConfigAccepted)}
    if not configs:
        return set()
    try:
        _tell(publish_fronts(press()))
    except NewsroomError as failure:
        logger.warning("fronts not published", reason=str(failure))
        return configs
    return set()


def _tell(outcome: Outcome) -> None:
    announcer().announce(outcome.events)
    logger.info("published", puts=outcome.put, purged=_joined(outcome.purged))
    count("ObjectsPut", outcome.put)


def _joined(names: Iterable[str]) -> str:
    return " ".join(names)
