"""Dead letters on SQS, their causes and their list on DynamoDB."""

from datetime import UTC, datetime

from shared.aws.causes import DynamoCauses
from shared.aws.dead_letters import DeadQueues
from shared.aws.desk import DynamoRows
from shared.aws.tables import Table
from shared.desk.cause import Cause
from shared.desk.dead_letters import DeadLetter, DeadLetters
from tests.contracts.account import Account

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def test_every_letter_is_seen_once_and_stays_where_it_is(aws: Account) -> None:
    sqs = aws.client("sqs")
    url = sqs.create_queue(QueueName="triptych-IngestDeadLetters-1A2B")["QueueUrl"]
    empty = sqs.create_queue(QueueName="triptych-ReportDeadLetters-1A2B")["QueueUrl"]
    sent = {sqs.send_message(QueueUrl=url, MessageBody=str(n))["MessageId"] for n in range(12)}
    queues = DeadQueues(sqs, (url, empty))
    found = list(queues.found())
    assert {one.message for one in found} == sent
    assert len(found) == 12
    assert {(one.queue, one.undelivered) for one in found} == {("ingest", "")}
    assert abs((found[0].since - datetime.now(UTC)).total_seconds()) < 3600
    assert queues.count() == 12
    assert len(list(queues.found())) == 12


def test_an_event_that_could_not_be_delivered_brings_its_reason_along(aws: Account) -> None:
    sqs = aws.client("sqs")
    url = sqs.create_queue(QueueName="triptych-IngestDeadLetters-1A2B")["QueueUrl"]
    sqs.send_message(
        QueueUrl=url,
        MessageBody="{}",
        MessageAttributes={"ERROR_MESSAGE": {"DataType": "String", "StringValue": "denied"}},
    )
    assert [one.undelivered for one in DeadQueues(sqs, (url,)).found()] == ["denied"]


def test_the_last_cause_of_a_message_is_kept_until_it_would_be_gone_anyway(table: Table) -> None:
    causes = DynamoCauses(table, lambda: NOW)
    assert causes.cause("m1") is None
    causes.note("m1", "unavailable", "S3: SlowDown")
    causes.note("m1", "bug", "KeyError")
    assert causes.cause("m1") == Cause(kind="bug", reason="KeyError")
    (item,) = table.items("cause#m1")
    assert int(item["expires"]["N"]) - NOW.timestamp() == 15 * 24 * 3600


def test_the_list_hangs_until_a_newer_one_does(table: Table) -> None:
    rows = DynamoRows(table)
    assert rows.dead_letters() == DeadLetters()
    letter = DeadLetter(message="m1", queue="ingest", since=NOW, cause=Cause(kind="unfinished"))
    newer = DeadLetters(number=2, letters=(letter,))
    rows.hang(newer)
    rows.hang(DeadLetters(number=1))
    assert rows.dead_letters() == newer
