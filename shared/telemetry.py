"""Logs and metrics, and the batch loop of the functions that a queue feeds.

The one place where Powertools is set up; contexts return outcomes, handlers log and measure them.
"""

import warnings
from collections.abc import Callable, Collection, Iterable
from typing import Any, TypeVar

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,
)
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSEvent, SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from shared.errors import NewsroomError, Unavailable

logger = Logger()
metrics = Metrics(namespace="Triptych")
warnings.filterwarnings("ignore", "No application metrics", UserWarning)

LambdaEvent = dict[str, Any]
Item = TypeVar("Item")


def correlate(*ids: str) -> str:
    """Log under these ids from now on: the id, or all of them where a batch is handled as one."""
    joined = " ".join(dict.fromkeys(one for several in ids for one in several.split()))
    logger.set_correlation_id(joined or None)
    return joined


def each_record(
    event: LambdaEvent, context: LambdaContext, handle: Callable[[SQSRecord], None]
) -> LambdaEvent:
    """Handle the messages one by one; those that raise are told, and sent again by the queue."""

    def told(record: SQSRecord) -> None:
        correlate()
        try:
            handle(record)
        except NewsroomError as failure:
            logger.warning("to be tried again", message_id=record.message_id, reason=str(failure))
            raise
        except Exception:
            logger.exception("a bug", message_id=record.message_id)
            raise

    processor = BatchProcessor(event_type=EventType.SQS, raise_on_entire_batch_failure=False)
    return dict(
        process_partial_response(
            event=event, record_handler=told, processor=processor, context=context
        )
    )


def together(
    event: LambdaEvent, handle: Callable[[dict[str, str]], Collection[str]]
) -> LambdaEvent:
    """Handle the messages (id to body) as one; `handle` names those that are to come again.

    Where it fails for a reason that nobody foresaw, they are handled one by one, so that one bad
    message does not take its neighbours along.
    """
    bodies = {record.message_id: record.body for record in SQSEvent(event).records}
    failed = sorted(_failed(bodies, handle))
    return {"batchItemFailures": [{"itemIdentifier": message} for message in failed]}


def _failed(
    bodies: dict[str, str], handle: Callable[[dict[str, str]], Collection[str]]
) -> set[str]:
    correlate()
    try:
        return set(handle(bodies))
    except NewsroomError as failure:
        logger.warning("to be tried again", message_ids=list(bodies), reason=str(failure))
        return set(bodies)
    except Exception:
        logger.exception("a bug", message_ids=list(bodies))
    if len(bodies) == 1:
        return set(bodies)
    return {one for alone in bodies.items() for one in _failed(dict([alone]), handle)}


def each_item(items: Iterable[Item], handle: Callable[[Item], None]) -> None:
    """Handle what a schedule finds to do, each on its own; raises Unavailable where one failed."""
    failed = []
    for item in items:
        correlate()
        try:
            handle(item)
        except NewsroomError as failure:
            logger.warning("to be tried again", item=str(item), reason=str(failure))
            failed.append(item)
        except Exception:
            logger.exception("a bug", item=str(item))
            failed.append(item)
    if failed:
        raise Unavailable(f"{len(failed)} could not be done")


def count(name: str, value: float = 1) -> None:
    """Add to a metric."""
    metrics.add_metric(name=name, unit=MetricUnit.Count, value=value)
