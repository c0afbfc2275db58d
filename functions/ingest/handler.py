"""Entry point: S3's events about `inbox/` and `config/`, and our own hints to judge again."""

from aws_lambda_powertools.utilities.typing import LambdaContext

from shared.intake.accept import ingest
from shared.news.events import UploadTouched, event_in
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
from shared.wiring.ingest import announcer, causes, intake


@logger.inject_lambda_context
@metrics.log_metrics
def lambda_handler(event: LambdaEvent, _context: LambdaContext) -> LambdaEvent:
    return each_message(event, take_in, causes().note)


def take_in(message: Message) -> None:
    touched = UploadTouched.model_validate(event_in(message.body).model_dump())
    outcome = ingest(touched.key, intake())
    correlation_id = correlate(f"{outcome.log}.{outcome.version or touched.version}")
    announcer().announce(outcome.events, correlation_id)
    logger.info("ingested", upload=touched.key, log=outcome.log, fact=outcome.kind)
    count(Measure.UPLOADS)
    count(Measure.UPLOADS_REJECTED, outcome.kind == "Rejected")
