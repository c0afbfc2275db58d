"""Lambda: limits, errors, queues that feed a function, and what calls it at a deployment."""

import json
import sys
from typing import Any

import pytest

from tests.contracts.account import A_MOMENT_SECONDS, Account, Queue, eventually, known_gap, zipped

BEHAVES = """
import sys, time

def handler(event, context):
    match event["does"]:
        case "sleeps": time.sleep(4)
        case "grows": return len(bytearray(300_000_000))
        case "raises": raise ValueError("no such river")
        case "imports": return bool(__import__(event["what"]))
        case "version": return list(sys.version_info[:2])
        case "prints": print(event["what"])
        case "knows": return [context.function_name, context.get_remaining_time_in_millis()]
"""
FEEDS = """
import boto3, json, os

def handler(event, context):
    bodies = [record["body"] for record in event["Records"]]
    boto3.client("sqs").send_message(
        QueueUrl=os.environ["SEEN"],
        MessageBody=json.dumps(
            [[r["body"], r["attributes"]["ApproximateReceiveCount"]] for r in event["Records"]]
        ),
    )
    if "bug" in bodies:
        raise ValueError("a bug")
    failed = [r["messageId"] for r in event["Records"] if r["body"] == "bad"]
    return {"batchItemFailures": [{"itemIdentifier": one} for one in failed]}
"""
ANSWERS = """
import json, urllib.request

def handler(event, context):
    wanted = event["ResourceProperties"]
    answer = {
        "Status": wanted["Status"], "Reason": "as asked", "PhysicalResourceId": "the-site",
        "StackId": event["StackId"], "RequestId": event["RequestId"],
        "LogicalResourceId": event["LogicalResourceId"], "Data": {"Said": event["RequestType"]},
    }
    request = urllib.request.Request(
        event["ResponseURL"], data=json.dumps(answer).encode(), method="PUT",
        headers={"Content-Type": ""},
    )
    urllib.request.urlopen(request).close()
"""
LOGS = {
    "Effect": "Allow",
    "Action": ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
    "Resource": "*",
}


@pytest.fixture(scope="module")
def behaves(cloud: Account) -> str:
    role = cloud.role("behaves", "lambda.amazonaws.com", LOGS)
    return cloud.function("behaves", BEHAVES, role, Timeout=2, MemorySize=128)


def _invoke(cloud: Account, function: str, **event: Any) -> tuple[str | None, Any]:
    """What went wrong, if anything did, and the answer."""
    answer = cloud.client("lambda").invoke(FunctionName=function, Payload=json.dumps(event))
    return answer.get("FunctionError"), json.loads(answer["Payload"].read())


def test_a_function_that_takes_too_long_is_ended(cloud: Account, behaves: str) -> None:
    error, answer = _invoke(cloud, behaves, does="sleeps")
    assert error
    assert "timed out after 2.00 seconds" in answer["errorMessage"]


@known_gap("lets a function have all the memory that there is")
def test_a_function_that_wants_too_much_memory_is_ended(cloud: Account, behaves: str) -> None:
    error, _ = _invoke(cloud, behaves, does="grows")
    assert error


def test_an_error_comes_back_in_its_words(cloud: Account, behaves: str) -> None:
    error, answer = _invoke(cloud, behaves, does="raises")
    assert error == "Unhandled"
    assert answer["errorMessage"] == "no such river"


@known_gap("names every error Runtime.HandlerError")
def test_an_error_comes_back_with_its_class(cloud: Account, behaves: str) -> None:
    _, answer = _invoke(cloud, behaves, does="raises")
    assert answer["errorType"] == "ValueError"


@known_gap("runs functions in its own environment")
def test_a_function_sees_no_package_but_those_of_its_layers(cloud: Account, behaves: str) -> None:
    error, _ = _invoke(cloud, behaves, does="imports", what="pydantic")
    assert error


@pytest.mark.skipif(sys.version_info[:2] == (3, 13), reason="the emulator lends out its Python")
@known_gap("runs functions in its own Python")
def test_a_function_runs_in_the_python_that_it_names(cloud: Account, behaves: str) -> None:
    assert _invoke(cloud, behaves, does="version") == (None, [3, 13])


def test_a_function_knows_its_name_and_its_time(cloud: Account, behaves: str) -> None:
    error, (name, left) = _invoke(cloud, behaves, does="knows")
    assert error is None
    assert name == cloud.name("behaves")
    assert 0 < left <= 2000


def _logged(cloud: Account, behaves: str, pattern: str) -> list[str]:
    """What the function's log says of a pattern, after it printed two lines of JSON."""
    logs, group = cloud.client("logs"), f"/aws/lambda/{cloud.name('behaves')}"
    cloud.removed(logs.delete_log_group, logGroupName=group)
    for story in ("tram-line", "harbour"):
        _invoke(cloud, behaves, does="prints", what=json.dumps({"correlation_id": story}))
    found = eventually(
        lambda: logs.filter_log_events(logGroupName=group, filterPattern=pattern)["events"],
        despite="ResourceNotFoundException",
        seconds=2 * A_MOMENT_SECONDS,
    )
    return [one["message"].strip() for one in found]


def test_what_a_function_prints_is_found_in_its_log(cloud: Account, behaves: str) -> None:
    assert set(_logged(cloud, behaves, '"tram-line"')) == {'{"correlation_id": "tram-line"}'}


@known_gap("reads no JSON pattern and finds everything")
def test_the_log_is_searched_by_a_field(cloud: Account, behaves: str) -> None:
    found = _logged(cloud, behaves, '{ $.correlation_id = "tram-line" }')
    assert set(found) == {'{"correlation_id": "tram-line"}'}


class Feeding:
    """A queue that feeds a function in batches, and what the function saw."""

    def __init__(self, cloud: Account, word: str) -> None:
        self.seen, self.dead = cloud.queue(f"{word}-seen"), cloud.queue(f"{word}-dead")
        policy = f'{{"deadLetterTargetArn": "{self.dead.arn}", "maxReceiveCount": "2"}}'
        self.queue = cloud.queue(f"{word}-fed", RedrivePolicy=policy, VisibilityTimeout=3)
        take = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
        role = cloud.role(
            word, "lambda.amazonaws.com", LOGS,
            {"Effect": "Allow", "Action": take, "Resource": self.queue.arn},
            {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": self.seen.arn},
        )  # fmt: skip
        environment = {"Variables": {"SEEN": self.seen.url}}
        function = cloud.function(word, FEEDS, role, Timeout=3, Environment=environment)
        functions = cloud.client("lambda")
        mapping = eventually(
            lambda: functions.create_event_source_mapping(
                EventSourceArn=self.queue.arn, FunctionName=function, BatchSize=10,
                FunctionResponseTypes=["ReportBatchItemFailures"],
                ScalingConfig={"MaximumConcurrency": 2},
            ),
            despite="InvalidParameterValueException",
        )  # fmt: skip
        cloud.removed(functions.delete_event_source_mapping, UUID=mapping["UUID"])

    def tries(self, body: str) -> list[str]:
        """The receive counts of a message, up to the last one before it is a dead letter."""
        found: list[str] = []
        while found[-1:] != ["2"]:
            for what, count in json.loads(self.seen.takes()["Body"]):
                found += [count] if what == body else []
        return found


@pytest.fixture(scope="module")
def feeding(cloud: Account) -> Feeding:
    return Feeding(cloud, "feeding")


@pytest.mark.parametrize("body", ["bad", "bug"])
def test_a_message_that_fails_comes_again_and_is_given_up_after_its_tries(
    feeding: Feeding, body: str
) -> None:
    sent = feeding.queue.send(body)
    assert feeding.tries(body) == ["1", "2"]
    dead = feeding.dead.takes()
    assert (dead["MessageId"], dead["Body"]) == (sent, body)


def test_of_a_batch_only_what_was_reported_comes_again(feeding: Feeding) -> None:
    feeding.queue.sqs.send_message_batch(
        QueueUrl=feeding.queue.url,
        Entries=[{"Id": body, "MessageBody": body} for body in ("good", "bad", "fine")],
    )
    dead = feeding.dead.takes()
    assert dead["Body"] == "bad"
    seen = [what for one in _all(feeding.seen) for what in json.loads(one["Body"])]
    assert sorted(seen) == [["bad", "1"], ["bad", "2"], ["fine", "1"], ["good", "1"]]


def _all(queue: Queue) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    while messages := queue.receive(1):
        found += messages
    return found


def _stack(cloud: Account, word: str, status: str) -> dict[str, Any]:
    """A stack that asks a function for a resource, once it is made or has failed."""
    cloudformation = cloud.client("cloudformation")
    name, code = cloud.name(word), cloud.bucket(f"{word}-code")
    cloud.client("s3").put_object(Bucket=code, Key="it.zip", Body=zipped({"index.py": ANSWERS}))
    function = {
        "Runtime": "python3.13", "Handler": "index.handler", "Timeout": 20,
        "Role": cloud.role(word, "lambda.amazonaws.com", LOGS),
        "Code": {"S3Bucket": code, "S3Key": "it.zip"},
    }  # fmt: skip
    answered = {
        "ServiceToken": {"Fn::GetAtt": ["Function", "Arn"]}, "ServiceTimeout": 30, "Status": status
    }  # fmt: skip
    template = {
        "Resources": {
            "Function": {"Type": "AWS::Lambda::Function", "Properties": function},
            "Answered": {"Type": "Custom::Answered", "Properties": answered},
        },
        "Outputs": {
            "Id": {"Value": {"Ref": "Answered"}},
            "Said": {"Value": {"Fn::GetAtt": ["Answered", "Said"]}},
        },
    }
    cloudformation.create_stack(StackName=name, TemplateBody=json.dumps(template))
    cloud.removed(cloudformation.delete_stack, StackName=name)
    found: dict[str, Any] = eventually(
        lambda: cloudformation.describe_stacks(StackName=name)["Stacks"][0],
        lambda stack: not stack["StackStatus"].endswith("IN_PROGRESS"),
    )
    return found


def test_a_deployment_calls_a_function_and_uses_its_answer(cloud: Account) -> None:
    stack = _stack(cloud, "answered", "SUCCESS")
    assert stack["StackStatus"] == "CREATE_COMPLETE"
    outputs = {one["OutputKey"]: one["OutputValue"] for one in stack["Outputs"]}
    assert outputs == {"Id": "the-site", "Said": "Create"}


def test_a_deployment_fails_where_the_function_says_so(cloud: Account) -> None:
    status = _stack(cloud, "refused", "FAILED")["StackStatus"]
    assert status.startswith("ROLLBACK")


def test_a_map_runs_a_function_for_each_item(cloud: Account, behaves: str) -> None:
    states = cloud.client("stepfunctions")
    call = {"Effect": "Allow", "Action": "lambda:InvokeFunction", "Resource": behaves}
    arn = f"arn:aws:states:{cloud.region}:{cloud.number()}:stateMachine:{cloud.name('map')}"
    start = {
        "Effect": "Allow", "Action": ["states:StartExecution", "states:DescribeExecution"],
        "Resource": [arn, arn.replace(":stateMachine:", ":execution:") + "*"],
    }  # fmt: skip
    item = {
        "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": True,
        "Parameters": {"FunctionName": behaves, "Payload.$": "$"},
        "ResultSelector": {"ok.$": "$.Payload"},
    }  # fmt: skip
    each = {
        "Type": "Map", "End": True, "MaxConcurrency": 2, "ItemsPath": "$.items",
        "ItemProcessor": {
            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "One", "States": {"One": item},
        },
    }  # fmt: skip
    machine = eventually(
        lambda: states.create_state_machine(
            name=cloud.name("map"), roleArn=cloud.role("map", "states.amazonaws.com", call, start),
            definition=json.dumps({"StartAt": "Each", "States": {"Each": each}}),
        )["stateMachineArn"],
        despite="AccessDeniedException",
    )  # fmt: skip
    cloud.removed(states.delete_state_machine, stateMachineArn=machine)
    items = [{"does": "imports", "what": name} for name in ("json", "re", "csv")]
    run = states.start_execution(
        stateMachineArn=machine, input=json.dumps({"items": items})
    )["executionArn"]  # fmt: skip
    done = eventually(
        lambda: states.describe_execution(executionArn=run),
        lambda execution: execution["status"] != "RUNNING",
    )
    assert done["status"] == "SUCCEEDED"
    assert json.loads(done["output"]) == [{"ok": True}] * 3
