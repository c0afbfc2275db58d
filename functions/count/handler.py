"""Entry point: objects of the access logs that were delivered to the log bucket."""

from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from shared.news.events import UploadTouched, event_in
from shared.telemetry import LambdaEvent, Measure, correlate, count, each_record, logger, metrics
from shared.wiring.count import causes
from shared.wiring.count import count as count_object


@logger.inject_lambda_context
@metrics.log_metrics
def lambda_handler(event: LambdaEvent, context: LambdaContext) -> LambdaEvent:
    return each_record(event, context, take_in, causes().note)


def take_in(record: SQSRecord) -> None:
    delivered = UploadTouched.model_validate(event_in(record.body).model_dump())
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
