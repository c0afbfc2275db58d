"""CloudWatch: metrics from calls and from log lines, and alarms about them."""

import json
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.contracts.account import A_MOMENT_SECONDS, REAL, Account, eventually, known_gap


@pytest.fixture
def cloudwatch(cloud: Account) -> Any:
    return cloud.client("cloudwatch")


def _sum(cloudwatch: Any, namespace: str, metric: str) -> float:
    now = datetime.now(UTC)
    points = cloudwatch.get_metric_statistics(
        Namespace=namespace, MetricName=metric, Period=60, Statistics=["Sum"],
        StartTime=now - timedelta(minutes=10), EndTime=now + timedelta(minutes=1),
    )["Datapoints"]  # fmt: skip
    return float(sum(point["Sum"] for point in points))


def test_what_is_measured_is_added_up(cloud: Account, cloudwatch: Any) -> None:
    for value in (1, 2):
        cloudwatch.put_metric_data(
            Namespace=cloud.name("calls"),
            MetricData=[{"MetricName": "Repairs", "Value": value, "Unit": "Count"}],
        )
    eventually(lambda: _sum(cloudwatch, cloud.name("calls"), "Repairs") == 3)


@known_gap("makes no metrics of log lines")
def test_a_log_line_in_the_embedded_format_is_measured(cloud: Account, cloudwatch: Any) -> None:
    """As Powertools writes them: a function needs no right to put metrics."""
    logs, group, namespace = cloud.client("logs"), cloud.name("lines"), cloud.name("lines")
    logs.create_log_group(logGroupName=group)
    cloud.removed(logs.delete_log_group, logGroupName=group)
    logs.create_log_stream(logGroupName=group, logStreamName="one")
    now = int(time.time() * 1000)
    metrics = {"Namespace": namespace, "Dimensions": [[]], "Metrics": [{"Name": "Repairs"}]}
    line = {"_aws": {"Timestamp": now, "CloudWatchMetrics": [metrics]}, "Repairs": 2}
    logs.put_log_events(
        logGroupName=group, logStreamName="one",
        logEvents=[{"timestamp": now, "message": json.dumps(line)}],
    )  # fmt: skip
    eventually(lambda: _sum(cloudwatch, namespace, "Repairs") == 2, seconds=6 * A_MOMENT_SECONDS)


def _alarm(cloud: Account, word: str, **about: Any) -> str:
    name, cloudwatch = cloud.name(word), cloud.client("cloudwatch")
    settings = {
        "AlarmName": name, "Namespace": cloud.name("alarms"), "MetricName": "DeadLetters",
        "Statistic": "Sum", "Period": 60, "EvaluationPeriods": 1, "Threshold": 0,
        "ComparisonOperator": "GreaterThanThreshold", "TreatMissingData": "notBreaching",
    }  # fmt: skip
    cloudwatch.put_metric_alarm(**settings | about)
    cloud.removed(cloudwatch.delete_alarms, AlarmNames=[name])
    return name


def _state(cloudwatch: Any, alarm: str) -> str:
    (found,) = cloudwatch.describe_alarms(AlarmNames=[alarm])["MetricAlarms"]
    return str(found["StateValue"])


def test_an_alarm_goes_off_when_its_metric_does(cloud: Account, cloudwatch: Any) -> None:
    alarm = _alarm(cloud, "goes-off")
    cloudwatch.put_metric_data(
        Namespace=cloud.name("alarms"), MetricData=[{"MetricName": "DeadLetters", "Value": 1}]
    )
    eventually(
        lambda: _state(cloudwatch, alarm), lambda state: state == "ALARM",
        seconds=300 if REAL else 10,
    )  # fmt: skip


def test_an_alarm_is_told_to_its_topic(cloud: Account, cloudwatch: Any) -> None:
    sns, queue = cloud.client("sns"), cloud.queue("told", "sns.amazonaws.com")
    topic = sns.create_topic(Name=cloud.name("alarms"))["TopicArn"]
    cloud.removed(sns.delete_topic, TopicArn=topic)
    sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=queue.arn)
    alarm = _alarm(cloud, "told", AlarmActions=[topic], MetricName="Other")
    cloudwatch.set_alarm_state(AlarmName=alarm, StateValue="ALARM", StateReason="a drill")
    told = json.loads(json.loads(queue.takes()["Body"])["Message"])
    assert (told["AlarmName"], told["NewStateValue"]) == (alarm, "ALARM")


@known_gap("measures no queues")
def test_the_age_of_the_oldest_message_is_measured(cloud: Account, cloudwatch: Any) -> None:
    queue = cloud.queue("aged")
    queue.send("one")
    eventually(
        lambda: cloudwatch.list_metrics(
            Namespace="AWS/SQS", MetricName="ApproximateAgeOfOldestMessage",
            Dimensions=[{"Name": "QueueName", "Value": queue.url.rpartition("/")[2]}],
        )["Metrics"],
        seconds=40 * A_MOMENT_SECONDS if REAL else A_MOMENT_SECONDS,
    )  # fmt: skip
