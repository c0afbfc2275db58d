"""Entry point: hints that something happened to an upload, or that pages stand.

A batch is reported as one, so that a burst of stories makes the overview once.
"""

from aws_lambda_powertools.utilities.typing import LambdaContext

from shared.desk.report import report
from shared.errors import NewsroomError
from shared.news.events import ConfigAccepted, Event, event_in
from shared.news.keys import NEWSROOM_LOG
from shared.telemetry import LambdaEvent, Measure, correlate, count, logger, metrics, together
from shared.wiring.report import causes, desk, radars


@logger.inject_lambda_context
@metrics.log_metrics
def lambda_handler(event: LambdaEvent, _context: LambdaContext) -> LambdaEvent:
    return together(event, write_receipts, causes().note)


def write_receipts(messages: dict[str, str]) -> dict[str, NewsroomError]:
    """Report what the messages speak of; those that are to come again, and why."""
    hints = {message: event_in(body) for message, body in messages.items()}
    correlate(*(hint.correlation_id for hint in hints.values()))
    outcome = report([log for hint in hints.values() for log in logs_of(hint)], desk(), radars())
    logger.info("reported", puts=outcome.put)
    count(Measure.RECEIPTS_PUT, outcome.put)
    return {
        message: failure
        for message, hint in hints.items()
        for log, failure in outcome.failed.items()
        if log in logs_of(hint)
    }


def logs_of(hint: Event) -> tuple[str, ...]:
    """The logs that an event speaks of."""
    if isinstance(hint, ConfigAccepted):
        return (NEWSROOM_LOG,)
    one: str | None = getattr(hint, "story", None) or getattr(hint, "log", None)
    many: tuple[str, ...] = getattr(hint, "stories", ())
    return (one,) if one else many
