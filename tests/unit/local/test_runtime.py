"""Our Runtime API under AWS's own client: what Lambda says of functions that fail."""

import sys
from pathlib import Path

import pytest

from infra.local.runtime import Answer, Artifact, Configuration, ExecutionEnvironment

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Lambda's client is for Linux")

PROBE = """
import importlib.util, os, time

events = 0

def count(event, context):
    global events
    events += 1
    print("seen", event["name"])
    return {"events": events, "left": context.get_remaining_time_in_millis() > 0}

def see(event, context):
    return [name for name in event if importlib.util.find_spec(name)]

def sleep(event, context):
    time.sleep(60)

def fill(event, context):
    return len(bytearray(event["megabytes"] * 1024 * 1024))

def fail(event, context):
    raise ZeroDivisionError("a bug")

def leave(event, context):
    if event:
        os._exit(3)
    return "still there"
"""


@pytest.fixture
def artifact(tmp_path: Path) -> Artifact:
    (tmp_path / "code").mkdir()
    (tmp_path / "code/probe.py").write_text(PROBE)
    (tmp_path / "layer/python").mkdir(parents=True)
    (tmp_path / "layer/python/in_the_layer.py").touch()
    return Artifact(tmp_path / "code", tmp_path / "layer")


def environment(artifact: Artifact, function: str, timeout: float = 5) -> ExecutionEnvironment:
    return ExecutionEnvironment(artifact, Configuration(f"probe.{function}", 256, timeout))


def told(answer: Answer) -> tuple[str, str]:
    """The type and the message of a failure."""
    assert answer.error == "Unhandled"
    return answer.payload["errorType"], answer.payload["errorMessage"]


def test_events_are_answered_by_one_process_one_after_the_other(artifact: Artifact) -> None:
    with environment(artifact, "count") as function:
        answers = [function.invoke({"name": name}) for name in ("first", "second")]
        assert answers == [Answer({"events": n, "left": True}) for n in (1, 2)]
        assert function.log == "seen first\nseen second\n"


def test_a_function_sees_its_layer_and_nothing_of_ours(artifact: Artifact) -> None:
    names = ["in_the_layer", "json", "pytest", "ministack", "pydantic", "boto3", "infra", "tests"]
    with environment(artifact, "see") as function:
        assert function.invoke(names) == Answer(["in_the_layer", "json"])


def test_a_function_that_takes_too_long_is_killed_and_the_next_event_gets_a_new_one(
    artifact: Artifact,
) -> None:
    with environment(artifact, "sleep", timeout=0.3) as function:
        for _ in range(2):
            kind, message = told(function.invoke({}))
            assert kind == "Sandbox.Timedout"
            assert message.endswith("Error: Task timed out after 0.30 seconds")


def test_more_memory_than_it_has_is_refused(artifact: Artifact) -> None:
    with environment(artifact, "fill") as function:
        assert function.invoke({"megabytes": 100}) == Answer(100 * 1024 * 1024)
        assert told(function.invoke({"megabytes": 300}))[0] == "MemoryError"


def test_an_error_tells_its_type_and_where_it_happened(artifact: Artifact) -> None:
    with environment(artifact, "fail") as function:
        answer = function.invoke({})
        assert told(answer) == ("ZeroDivisionError", "a bug")
        assert "in fail" in answer.payload["stackTrace"][0]


def test_a_process_that_ends_is_told_and_replaced(artifact: Artifact) -> None:
    with environment(artifact, "leave") as function:
        failure = ("Runtime.ExitError", "Runtime exited with error: exit status 3")
        assert told(function.invoke({"now": True})) == failure
        assert function.invoke({}) == Answer("still there")


def test_a_module_that_is_missing_is_told(artifact: Artifact) -> None:
    with ExecutionEnvironment(artifact, Configuration("nowhere.handler", 256, 1)) as function:
        assert told(function.invoke({})) == (
            "Runtime.ImportModuleError",
            "Unable to import module 'nowhere': No module named 'nowhere'",
        )
