"""Entry point: objects of the access logs that were delivered to the log bucket."""

from aws_lambda_powertools.utilities.typing import LambdaContext

from shared.news.events import UploadTouched, events_in
from shared.telemetry import (
    LambdaEvent,
    Measure,
    Message,
    correlate,
    count,
    each_message,
    logger,
    metrics,
)
from shared.wiring.count import causes
from shared.wiring.count import count as count_object


@logger.inject_lambda_context
@metrics.log_metrics
def lambda_handler(event: LambdaEvent, _context: LambdaContext) -> LambdaEvent:
    return each_message(event, take_in, causes().note)


def take_in(message: Message) -> None:
    for event in events_in(message.body):
        count_delivery(UploadTouched.model_validate(event.model_dump()))


def count_delivery(delivered: UploadTouched) -> None:
    correlate(delivered.key)
    outcome = count_object(delivered.key)
    logger.info(
        "counted", log=delivered.key, lines=outcome.lines, views=outcome.views,
        unparsed=outcome.unparsed, rejected={**outcome.rejected}, items=outcome.items,
        late=outcome.late,
    )  # fmt: skip
    count(Measure.LOG_LINES, outcome.lines)
    count(Measure.VIEWS, outcome.views)
    count(Measure.LINES_UNPARSED, outcome.unparsed)
    count(Measure.LINES_LATE, outcome.rejected.get("late", 0))
    if outcome.behind is not None:
        count(Measure.VIEWS_BEHIND, outcome.behind.total_seconds())
