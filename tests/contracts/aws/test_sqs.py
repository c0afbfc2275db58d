"""SQS: hidden messages, the way to the dead letters and back."""

import pytest

from tests.contracts.account import Account, Queue, eventually, known_gap, refused


@pytest.fixture
def dead(cloud: Account, request: pytest.FixtureRequest) -> Queue:
    return cloud.queue(f"dead-{request.node.name[:20]}")


@pytest.fixture
def queue(cloud: Account, dead: Queue, request: pytest.FixtureRequest) -> Queue:
    """A queue that gives up after the second try."""
    policy = f'{{"deadLetterTargetArn": "{dead.arn}", "maxReceiveCount": "2"}}'
    return cloud.queue(f"live-{request.node.name[:20]}", RedrivePolicy=policy)


def test_a_message_is_hidden_while_it_is_worked_on(queue: Queue) -> None:
    queue.send("one")
    assert [one["Body"] for one in queue.receive(5)] == ["one"]
    assert queue.receive() == []


def test_a_message_can_be_shown_again_at_once(queue: Queue) -> None:
    queue.send("one")
    (first,) = queue.receive(5, hidden=600)
    queue.sqs.change_message_visibility(
        QueueUrl=queue.url, ReceiptHandle=first["ReceiptHandle"], VisibilityTimeout=0
    )
    (again,) = queue.receive(5)
    assert again["MessageId"] == first["MessageId"]
    assert again["Attributes"]["ApproximateReceiveCount"] == "2"


@known_gap("hides a message for as long as it is told")
def test_a_message_is_hidden_for_12_hours_at_most(queue: Queue) -> None:
    queue.send("one")
    (message,) = queue.receive(5)
    with refused("InvalidParameterValue"):
        queue.sqs.change_message_visibility(
            QueueUrl=queue.url, ReceiptHandle=message["ReceiptHandle"], VisibilityTimeout=43_201
        )


def _given_up(queue: Queue, dead: Queue) -> dict[str, object]:
    """A message that was tried twice in vain, as it is found among the dead letters."""
    sent = queue.send("poison")
    for _ in range(2):
        assert [one["MessageId"] for one in queue.receive(5, hidden=0)] == [sent]
    assert queue.receive(1) == []
    (message,) = eventually(lambda: dead.receive(1, hidden=0))
    assert message["MessageId"] == sent
    return message


def test_what_fails_too_often_is_a_dead_letter_under_the_same_id(queue: Queue, dead: Queue) -> None:
    assert _given_up(queue, dead)["Body"] == "poison"


def test_a_peek_at_dead_letters_takes_none_away(queue: Queue, dead: Queue) -> None:
    _given_up(queue, dead)
    for _ in range(3):
        assert [one["Body"] for one in eventually(lambda: dead.receive(1, hidden=0))] == ["poison"]


@known_gap("knows no StartMessageMoveTask")
def test_dead_letters_go_back_to_where_they_came_from(queue: Queue, dead: Queue) -> None:
    """They begin anew there: with the count of tries, and a full life before them."""
    _given_up(queue, dead)
    task = queue.sqs.start_message_move_task(SourceArn=dead.arn)
    assert task["TaskHandle"]
    (message,) = eventually(lambda: queue.receive(1))
    assert message["Body"] == "poison"
    assert message["Attributes"]["ApproximateReceiveCount"] == "1"
    done = eventually(
        lambda: queue.sqs.list_message_move_tasks(SourceArn=dead.arn)["Results"],
        lambda tasks: tasks[0]["Status"] == "COMPLETED",
    )
    assert done[0]["ApproximateNumberOfMessagesMoved"] == 1


@known_gap("knows no StartMessageMoveTask")
def test_only_dead_letters_can_be_sent_back(queue: Queue) -> None:
    with refused("InvalidParameterValue", "AWS.SimpleQueueService.UnsupportedOperation"):
        queue.sqs.start_message_move_task(SourceArn=queue.arn)


def test_how_many_wait_can_be_asked(queue: Queue) -> None:
    for _ in range(3):
        queue.send("one")
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    eventually(
        lambda: queue.sqs.get_queue_attributes(QueueUrl=queue.url, AttributeNames=names)[
            "Attributes"
        ],
        lambda seen: seen == {names[0]: "3", names[1]: "0"},
    )
