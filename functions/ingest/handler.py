"""Entry point: S3's events about `inbox/` and `config/`, and our own hints to judge again."""

from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from shared.intake.accept import ingest
from shared.news.events import UploadTouched, event_in
from shared.telemetry import LambdaEvent, Measure, correlate, count, each_record, logger, metrics
from shared.wiring.ingest import announcer, causes, intake


@logger.inject_lambda_context
@metrics.log_metrics
def lambda_handler(event: LambdaEvent, context: LambdaContext) -> LambdaEvent:
    return each_record(event, context, take_in, causes().note)


def take_in(record: SQSRecord) -> None:
    touched = UploadTouched.model_validate(event_in(record.body).model_dump())
    outcome = ingest(touched.key, intake())
    correlation_id = correlate(f"{outcome.log}.{outcome.version or touched.version}")
    announcer().announce(outcome.events, correlation_id)
    logger.info("ingested", upload=touched.key, log=outcome.log, fact=outcome.kind)
    count(Measure.UPLOADS)
    count(Measure.UPLOADS_REJECTED, outcome.kind == "Rejected")
