"""Entry point: every five minutes, what an event failed to bring, and what nobody tries any more.

Invoked by hand, `{"everything": true, "patience_seconds": 0}` looks at everything at once.
"""

from datetime import timedelta
from typing import Any

from aws_lambda_powertools.utilities.typing import LambdaContext

from shared.desk.sweep import PATIENCE
from shared.news.events import DeskTouched
from shared.telemetry import LambdaEvent, Measure, count, logger, metrics
from shared.wiring.sweep import announcer, dead_letters, sweep

TO_FINISH = timedelta(seconds=20)
"""What is left of the function's time for announcing."""


@logger.inject_lambda_context
@metrics.log_metrics
def lambda_handler(event: LambdaEvent, context: LambdaContext) -> dict[str, Any]:
    patience = timedelta(seconds=event.get("patience_seconds", PATIENCE.total_seconds()))
    time = timedelta(milliseconds=context.get_remaining_time_in_millis()) - TO_FINISH
    letters = dead_letters()
    if letters.changed or letters.letters:  # the run that found them may have ended before it told
        announcer().announce([DeskTouched()])
    outcome = sweep(everything=bool(event.get("everything")), patience=patience, time=time)
    announcer().announce(outcome.events)
    told: dict[str, Any] = {
        "repairs": dict(outcome.repairs),
        "looked": outcome.looked,
        "left": outcome.left,
        "dead_letters": len(letters.letters),
        "oldest_unpublished_seconds": outcome.oldest.total_seconds(),
    }
    logger.info("swept", **told, mended=[one.model_dump() for one in outcome.events])
    count(Measure.REPAIRS, sum(outcome.repairs.values()))
    count(Measure.DEAD_LETTERS, len(letters.letters))
    count(Measure.OLDEST_UNPUBLISHED, outcome.oldest.total_seconds())
    return told
