"""Logs and metrics, and the batch loop of the functions that a queue feeds.

The one place where Powertools is set up; contexts return outcomes, handlers log and measure them.
"""

import traceback
import warnings
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit, single_metric

from shared.errors import NewsroomError, Unavailable

NAMESPACE = "Triptych"


class Measure(StrEnum):
    """Everything that is measured; docs/RUNBOOK.md says what each tells."""

    UPLOADS = "Uploads"
    UPLOADS_REJECTED = "UploadsRejected"
    PICTURES_READY = "PicturesReady"
    PICTURES_REJECTED = "PicturesRejected"
    TRANSLATIONS_READY = "TranslationsReady"
    TRANSLATIONS_HELD = "TranslationsHeld"
    TRANSLATIONS_REFUSED = "TranslationsRefused"
    CHARACTERS_SENT = "CharactersSent"
    ENGINES_STOPPED = "EnginesStopped"
    ENGINES_LOCKED_OUT = "EnginesLockedOut"
    OBJECTS_PUT = "ObjectsPut"
    STORIES_RENEWED = "StoriesRenewed"
    RECEIPTS_PUT = "ReceiptsPut"
    UPLOAD_TO_LIVE = "UploadToLive"
    DUE = "Due"
    STORIES_RELEASED = "StoriesReleased"
    MESSAGES_FAILED = "MessagesFailed"
    DEAD_LETTERS = "DeadLetters"
    REPAIRS = "Repairs"
    LOG_LINES = "LogLines"
    VIEWS = "Views"
    LINES_UNPARSED = "LogLinesUnparsed"
    LINES_LATE = "LogLinesLate"
    VIEWS_BEHIND = "ViewsBehindSeconds"
    RANKINGS_PUT = "RankingsPut"
    RANKINGS_LATE = "RankingsLateSeconds"
    HOURS_FLAGGED = "HoursFlagged"
    OLDEST_UNPUBLISHED = "OldestUnpublishedSeconds"


logger = Logger()
metrics = Metrics(namespace=NAMESPACE)
warnings.filterwarnings("ignore", "No application metrics", UserWarning)

LONGEST_REASON = 400
"""Enough for the whole of what AWS says where a right is missing."""
OURS = tuple(f"{Path(__file__).parents[1]}/{folder}/" for folder in ("functions", "shared"))

LambdaEvent = dict[str, Any]
Item = TypeVar("Item")
Batch = Callable[[dict[str, str]], Mapping[str, NewsroomError]]
"""Handles the bodies of messages by their ids; gives those that failed."""
Note = Callable[[str, str, str], None]
"""Keeps why a message failed: its id, "unavailable" or "bug", and the reason."""


class Message(NamedTuple):
    """A message of a queue; `tries` is how often it was delivered, this time included."""

    id: str
    body: str
    receipt: str
    tries: int


def _messages(event: LambdaEvent) -> Iterable[Message]:
    """Those of an event of SQS, as docs.aws.amazon.com/lambda/latest/dg/with-sqs.html has it.

    The state machine of a rebuild sends messages of its own: no queue has delivered them.
    """
    for record in event["Records"]:
        tries = int(record.get("attributes", {}).get("ApproximateReceiveCount", 1))
        yield Message(record["messageId"], record["body"], record.get("receiptHandle", ""), tries)


def correlate(*ids: str) -> str:
    """Log under these ids from now on: the id, or all of them where a batch is handled as one."""
    joined = " ".join(dict.fromkeys(one for several in ids for one in several.split()))
    logger.set_correlation_id(joined or None)
    return joined


def each_message(event: LambdaEvent, handle: Callable[[Message], None], note: Note) -> LambdaEvent:
    """Handle the messages one by one; those that raise are told, and sent again by the queue."""

    def alone(message: Message) -> set[str]:
        def once(_bodies: dict[str, str]) -> Mapping[str, NewsroomError]:
            handle(message)
            return {}

        return _failed({message.id: message.body}, once, note)

    return _again(failed for message in _messages(event) for failed in alone(message))


def together(event: LambdaEvent, handle: Batch, note: Note) -> LambdaEvent:
    """Handle the messages (id to body) as one; `handle` says which are to come again, and why.

    Where it fails for a reason that nobody foresaw, they are handled one by one, so that one bad
    message does not take its neighbours along.
    """
    bodies = {message.id: message.body for message in _messages(event)}
    return _again(sorted(_failed(bodies, handle, note)))


def _again(messages: Iterable[str]) -> LambdaEvent:
    """What the queue is answered (`ReportBatchItemFailures`)."""
    return {"batchItemFailures": [{"itemIdentifier": message} for message in messages]}


def _failed(bodies: dict[str, str], handle: Batch, note: Note) -> set[str]:
    correlate()
    failures: Mapping[str, Exception]
    try:
        failures = handle(bodies)
    except NewsroomError as outage:
        failures = dict.fromkeys(bodies, outage)
    except Exception as bug:
        if len(bodies) > 1:
            logger.exception("a bug in a batch: its messages are handled one by one")
            return {one for alone in bodies.items() for one in _failed(dict([alone]), handle, note)}
        failures = dict.fromkeys(bodies, bug)
    for message, failure in failures.items():
        tell(message, failure, note)
    return set(failures)


def tell(message: str, failure: Exception, note: Note) -> None:
    """Log why a message failed, and note it for the time when it is a dead letter."""
    known = isinstance(failure, NewsroomError)
    reason = str(failure) if known else _where(failure)
    count(Measure.MESSAGES_FAILED)
    if known:
        logger.warning("to be tried again", message_id=message, reason=reason)
    else:
        logger.error("a bug", message_id=message, reason=reason, exc_info=failure)
    try:
        note(message, "unavailable" if known else "bug", reason)
    except Exception:  # noqa: BLE001 - it only would have been good to know
        logger.warning("the cause could not be noted", message_id=message)


def _where(bug: Exception) -> str:
    """What was raised and by which line of ours, without anything that a story says."""
    frames = traceback.extract_tb(bug.__traceback__)
    ours = (frame for frame in reversed(frames) if frame.filename.startswith(OURS))
    frame = next(ours, frames[-1])
    said = (str(bug).splitlines() or [""])[0][:LONGEST_REASON]
    return f"{type(bug).__name__}: {said} ({Path(frame.filename).name}:{frame.lineno})"


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


def count(name: Measure, value: float = 1) -> None:
    """Add to a metric."""
    metrics.add_metric(name=name, unit=MetricUnit.Count, value=value)


def measure_live(edition: str, milliseconds: float) -> None:
    """How long readers of an edition waited for an upload."""
    with single_metric(
        name=Measure.UPLOAD_TO_LIVE, unit=MetricUnit.Milliseconds, value=milliseconds,
        namespace=NAMESPACE,
    ) as metric:  # fmt: skip
        metric.add_dimension("service", metrics.service or "")
        metric.add_dimension("edition", edition)
