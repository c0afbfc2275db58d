"""`triptych redrive`: dead letters, why they failed, and sending them again after the mend."""

import argparse
import sys
from collections.abc import Mapping
from typing import Any

from infra.cli.target import Target, add_target, target
from shared.aws.bus import EventBus
from shared.aws.causes import DynamoCauses
from shared.aws.dead_letters import DeadQueues
from shared.aws.desk import DynamoRows
from shared.aws.tables import Table
from shared.clock import utc_now
from shared.desk.dead_letters import DeadLetter, look_for_dead_letters
from shared.news.events import DeskTouched

DEAD = "DeadLetters"


def add_to(commands: Any) -> None:
    parser = commands.add_parser("redrive", help="list dead letters, or send them again")
    parser.add_argument("queue", nargs="?", help="whose dead letters, for example translate")
    parser.add_argument("--all", action="store_true", help="those of every queue")
    parser.add_argument("--list", action="store_true", help="only list them, with their causes")
    parser.add_argument("--drop", metavar="MESSAGE", help="delete one for good, and print it")
    add_target(parser)
    parser.set_defaults(do=redrive)


def redrive(options: argparse.Namespace) -> int:
    """The exit status: 0 if everything that was asked for was sent again."""
    where = target(options)
    queues = dead_queues(where)
    wanted = {name: pair for name, pair in queues.items() if options.all or name == options.queue}
    if not (wanted or options.list or options.drop):
        print(f"Say --all, --list, --drop, or one of: {', '.join(sorted(queues))}", file=sys.stderr)
        return 1
    if options.list:
        letters = look(where, queues)
        print("\n".join(map(_line, letters)) or "There are no dead letters.")
        return 0
    sqs = where.client("sqs")
    if options.drop:
        return _dropped(sqs, where, queues, options.drop)
    for name, (dead, queue) in wanted.items():
        sent = send_again(sqs, dead, queue) if DeadQueues(sqs, (dead,)).count() else 0
        print(f"{name}: {sent} sent again")
    look(where, queues)
    return 0


def dead_queues(where: Target) -> dict[str, tuple[str, str]]:
    """The addresses of each queue's dead letters and of the queue, by its short name."""
    urls = where.resources("AWS::SQS::Queue")
    return {
        name.removesuffix(DEAD).lower(): (url, urls[name.replace(DEAD, "Queue")])
        for name, url in urls.items()
        if name.endswith(DEAD)
    }


def look(where: Target, queues: Mapping[str, tuple[str, str]]) -> tuple[DeadLetter, ...]:
    """What lies there now; the desk's overview is told where that is news."""
    table = Table(where.client("dynamodb"), where.outputs["TableName"])
    dead = tuple(url for url, _ in queues.values())
    outcome = look_for_dead_letters(
        DeadQueues(where.client("sqs"), dead), DynamoCauses(table, utc_now), DynamoRows(table)
    )
    if outcome.changed:
        EventBus(where.client("events"), where.outputs["BusName"]).announce([DeskTouched()])
    return outcome.letters


def send_again(sqs: Any, dead: str, queue: str) -> int:
    """Send each dead letter to its queue, then delete it; a crash between sends one twice.

    `StartMessageMoveTask` would do the same unseen; this way is the same on the local cloud.
    """
    sent = 0
    while messages := sqs.receive_message(
        QueueUrl=dead, MaxNumberOfMessages=10, WaitTimeSeconds=1
    ).get("Messages"):
        for message in messages:
            sqs.send_message(QueueUrl=queue, MessageBody=message["Body"])
            sqs.delete_message(QueueUrl=dead, ReceiptHandle=message["ReceiptHandle"])
            sent += 1
    return sent


def drop(sqs: Any, dead: str, message: str) -> str | None:
    """Delete a dead letter; its body, or None where it does not lie there."""
    seen, found = list[dict[str, Any]](), None
    while found is None and (
        messages := sqs.receive_message(
            QueueUrl=dead, MaxNumberOfMessages=10, WaitTimeSeconds=1, VisibilityTimeout=30
        ).get("Messages")
    ):
        seen += messages
        found = next((one for one in messages if one["MessageId"] == message), None)
    for one in seen:
        which = {"QueueUrl": dead, "ReceiptHandle": one["ReceiptHandle"]}
        if one is found:
            sqs.delete_message(**which)
        else:
            sqs.change_message_visibility(**which, VisibilityTimeout=0)
    return found["Body"] if found else None


def _dropped(sqs: Any, where: Target, queues: Mapping[str, tuple[str, str]], message: str) -> int:
    bodies = [body for dead, _ in queues.values() if (body := drop(sqs, dead, message))]
    print("\n".join(bodies) or f"There is no dead letter {message}.")
    look(where, queues)
    return 0 if bodies else 1


def _line(letter: DeadLetter) -> str:
    about = f"{letter.event or 'no event of ours'} {letter.log}".strip()
    why = f"{letter.cause.kind}: {letter.cause.reason}".removesuffix(": ")
    since = f"{letter.since:%Y-%m-%d %H:%M:%S}"
    return f"{since}  {letter.queue:<11} {about}\n    {why}\n    message {letter.message}"
