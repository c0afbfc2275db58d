"""Entry point: every minute, what is due by now. What could not be done is due the next minute."""

from aws_lambda_powertools.utilities.typing import LambdaContext

from shared.news.due import Due
from shared.news.events import StoriesTouched
from shared.telemetry import LambdaEvent, Measure, correlate, count, each_item, logger, metrics
from shared.wiring.release import announcer, diary, due, edge, release


@logger.inject_lambda_context
@metrics.log_metrics
def lambda_handler(_event: LambdaEvent, _context: LambdaContext) -> None:
    items = due()
    count(Measure.DUE, len(items))
    each_item(items, work_off)


def work_off(item: Due) -> None:
    """Do what is due, tell it, and only then strike it out."""
    match item.kind:
        case "release":
            outcome = release(item.story)
            correlation_id = correlate(f"{outcome.story}.{outcome.version}")
            announcer().announce(outcome.events, correlation_id)
            logger.info("released" if outcome.out else "not to be released", story=item.story)
            count(Measure.STORIES_RELEASED, outcome.out)
        case "purge":
            edge().purge(item.tags)
            logger.info("purged again", story=item.story, purged=" ".join(item.tags))
        case "news":
            announcer().announce((StoriesTouched(stories=(item.story,)),), correlate(item.story))
            logger.info("no news any more", story=item.story)
    diary().strike(item)
