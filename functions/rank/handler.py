"""Entry point: every minute, what readers read most. What failed is ranked the next minute."""

from aws_lambda_powertools.utilities.typing import LambdaContext

from shared.telemetry import LambdaEvent, Measure, count, logger, metrics
from shared.wiring.rank import announcer, rank


@logger.inject_lambda_context
@metrics.log_metrics
def lambda_handler(_event: LambdaEvent, _context: LambdaContext) -> None:
    outcome = rank()
    announcer().announce(outcome.events)
    late = outcome.late.total_seconds()
    logger.info("ranked", put=outcome.put, late_seconds=late, flagged=outcome.flagged)
    count(Measure.RANKINGS_PUT, outcome.put)
    count(Measure.RANKINGS_LATE, late)
    count(Measure.HOURS_FLAGGED, outcome.flagged)
