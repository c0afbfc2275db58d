"""Entry point: pictures that were uploaded, deleted, or asked for by a story."""

from aws_lambda_powertools.utilities.typing import LambdaContext

from shared.intake.illustrate import Outcome
from shared.news.events import (
    Event,
    PictureTouched,
    StoryIllustrated,
    UploadAccepted,
    UploadRejected,
    event_in,
)
from shared.news.keys import receipt_key
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
from shared.wiring.illustrate import announcer, causes, illustrate


@logger.inject_lambda_context
@metrics.log_metrics
def lambda_handler(event: LambdaEvent, _context: LambdaContext) -> LambdaEvent:
    return each_message(event, make_renditions, causes().note)


def make_renditions(message: Message) -> None:
    touched = PictureTouched.model_validate(event_in(message.body).model_dump())
    correlation_id = correlate(touched.correlation_id)
    outcome = illustrate(touched.key)
    announcer().announce(_events(touched.key, outcome), correlation_id)
    logger.info("illustrated", picture=touched.key, stories=list(outcome.stories))
    count(Measure.PICTURES_REJECTED if outcome.rejected else Measure.PICTURES_READY)


def _events(key: str, outcome: Outcome) -> list[Event]:
    events: list[Event] = [StoryIllustrated(story=story) for story in outcome.stories]
    if outcome.accepted:
        events.append(UploadAccepted(log=outcome.log))
    if outcome.rejected:
        events.append(UploadRejected(log=outcome.log, receipt=receipt_key(key)))
    return events
