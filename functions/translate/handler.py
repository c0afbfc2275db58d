"""Entry point: one message for each story and edition that needs the machine's words.

A message that the glossary has changed becomes such messages.
"""

from collections.abc import Callable

from aws_lambda_powertools.utilities.typing import LambdaContext

from shared.errors import Unavailable
from shared.news.events import (
    ArticleHeld,
    ArticleReady,
    Event,
    GlossaryTouched,
    StoryAccepted,
    UploadAccepted,
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
from shared.translation.ports import AUTH
from shared.translation.retell import retell
from shared.translation.translate import Outcome, translate
from shared.wiring.translate import (
    announcer,
    causes,
    chain,
    newest,
    queue,
    renew_terminologies,
    storage,
)

PATIENCE_SECONDS = (5, 30, 180, 900)
"""How long a held edition waits before each new try. After the last one the desk is told, and the
sweep asks again from time to time: waiting for an engine or for a person is no failure."""


@logger.inject_lambda_context
@metrics.log_metrics
def lambda_handler(event: LambdaEvent, context: LambdaContext) -> LambdaEvent:
    left = context.get_remaining_time_in_millis
    return each_message(event, lambda message: work_off(message, left), causes().note)


def work_off(message: Message, left: Callable[[], int]) -> None:
    hint = event_in(message.body)
    if isinstance(hint, GlossaryTouched):
        find_changes(hint)
    else:
        give_words(StoryAccepted.model_validate(hint.model_dump()), message, left)


def find_changes(hint: GlossaryTouched) -> None:
    correlation_id = correlate(hint.correlation_id)
    archive, bodies, clock = storage()
    outcome = retell(hint.log, archive=archive, bodies=bodies, newest=newest, clock=clock)
    if trouble := renew_terminologies():  # before words are asked for that they are for
        logger.warning("terminologies not renewed", reason=trouble)
    told = UploadAccepted(log=outcome.log)
    wanted = (StoryAccepted(story=story, edition=edition) for story, edition in outcome.editions)
    announcer().announce((told, *wanted), correlation_id)
    logger.info("retold", log=outcome.log, looked=outcome.looked, editions=len(outcome.editions))
    count(Measure.CHARACTERS_SENT, 0)  # looking asks no engine


def give_words(wanted: StoryAccepted, message: Message, left: Callable[[], int]) -> None:
    correlation_id = correlate(wanted.correlation_id)
    archive, bodies, clock = storage()
    outcome = translate(
        wanted.story,
        wanted.edition,
        archive=archive,
        bodies=bodies,
        chain=chain(left),
        clock=clock,
    )
    for engine, breaker in outcome.stopped:
        logger.warning("engine left alone", engine=engine, reason=breaker.why, until=breaker.until)
        count(Measure.ENGINES_STOPPED)
        count(Measure.ENGINES_LOCKED_OUT, breaker.why == AUTH)
    patient = not wanted.again and message.tries <= len(PATIENCE_SECONDS)
    for_long = not wanted.again and not patient
    announcer().announce(_events(outcome, for_long=for_long), correlation_id)
    logger.info(
        "translated",
        story=outcome.story,
        edition=outcome.edition,
        state=outcome.state,
        reason=outcome.reason,
        characters=outcome.characters,
        refusals=dict(outcome.refusals),
    )
    count(Measure.TRANSLATIONS_READY, outcome.state == "ready")
    count(Measure.TRANSLATIONS_HELD, outcome.state == "held")
    count(Measure.TRANSLATIONS_REFUSED, sum(times for _, times in outcome.refusals))
    count(Measure.CHARACTERS_SENT, outcome.characters)
    if outcome.state == "held" and patient:
        queue().retry_in(PATIENCE_SECONDS[message.tries - 1], message.receipt)
        raise Unavailable(f"{outcome.story} is held in {outcome.edition}: {outcome.reason}")


def _events(outcome: Outcome, *, for_long: bool) -> tuple[Event, ...]:
    about = {"story": outcome.story, "edition": outcome.edition}
    match outcome.state:
        case "ready":
            return (ArticleReady.model_validate(about | {"urgent": outcome.urgent}),)
        case "held":
            held = about | {"receipt": receipt_key(outcome.upload), "for_long": for_long}
            return (ArticleHeld.model_validate(held),)
        case "nothing":
            return ()
