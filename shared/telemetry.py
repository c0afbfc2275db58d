"""Logs and metrics, and the batch loop of the functions that a queue feeds.

The one place where Powertools is set up; contexts return outcomes, handlers log and measure them.
"""

import warnings
from collections.abc import Callable
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,
)
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from shared.errors import NewsroomError

logger = Logger()
metrics = Metrics(namespace="Triptych")
warnings.filterwarnings("ignore", "No application metrics", UserWarning)

LambdaEvent = dict[str, Any]


def each_record(
    event: LambdaEvent, context: LambdaContext, handle: Callable[[SQSRecord], None]
) -> LambdaEvent:
    """Handle the messages one by one; those that raise are told, and sent again by the queue."""

    def told(record: SQSRecord) -> None:
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


def count(name: str, value: float = 1) -> None:
    """Add to a metric."""
    metrics.add_metric(name=name, unit=MetricUnit.Count, value=value)
