"""What `sam build` makes, built for this machine, against a local cloud that runs nothing."""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from infra.local.cloud import ROOT, LocalCloud, local_cloud
from infra.local.emulator import REGION
from infra.local.runtime import Answer, Artifact, Configuration, ExecutionEnvironment
from tests.house.template import referred, resources
from tests.roles import physical, role_of

FUNCTIONS = resources("AWS::Serverless::Function")


def make(rule: str, folder: Path, **variables: str) -> Path:
    """Run a rule of infra/package/Makefile as the SAM CLI does."""
    folder.mkdir()
    subprocess.run(
        ["make", "-s", "-f", "infra/package/Makefile", rule],
        cwd=ROOT,
        env={
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "ARTIFACTS_DIR": str(folder),
            **{name: os.environ[name] for name in ("HOME", "LANG") if name in os.environ},
            **{name: value for name, value in os.environ.items() if name.startswith("PIP_")},
            **variables,
        },
        check=True,
        capture_output=True,
    )
    return folder


@pytest.fixture(scope="session")
def artifact(tmp_path_factory: pytest.TempPathFactory) -> Artifact:
    """The same recipe, for this processor and this Python."""
    folder = tmp_path_factory.mktemp("artifact")
    layer = make(
        "build-DependenciesLayer",
        folder / "layer",
        LAYER_MACHINE=platform.machine(),
        LAYER_PYTHON=platform.python_version(),
    )
    return Artifact(make("build-IngestFunction", folder / "code"), layer)


@dataclass
class Account:
    """A deployed stack whose functions do nothing: the built ones do their work by hand."""

    cloud: LocalCloud
    artifact: Artifact

    def invoke(self, function: str, event: object) -> Answer:
        """One event for a function, under its own role, with its own settings and limits."""
        with ExecutionEnvironment(self.artifact, self._configuration(function)) as environment:
            answer = environment.invoke(event)
            print(environment.log)  # noqa: T201 - shown where a test fails
            return answer

    def work_off(self, function: str) -> list[Answer]:
        """Hand a function what waits in its queues; messages that it takes are gone then."""
        sqs, answers = self.cloud.client("sqs"), []
        with ExecutionEnvironment(self.artifact, self._configuration(function)) as environment:
            for source in FUNCTIONS[function]["Events"].values():
                url = physical(self.cloud, referred(source["Properties"]["Queue"]))
                while messages := self._received(sqs, url):
                    records = [_record(message) for message in messages]
                    answers.append(environment.invoke({"Records": records}))
                    for message in messages:
                        sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
            print(environment.log)  # noqa: T201
        return answers

    def _received(self, sqs: Any, url: str) -> list[dict[str, Any]]:
        answer = sqs.receive_message(
            QueueUrl=url, MaxNumberOfMessages=10, WaitTimeSeconds=1, AttributeNames=["All"]
        )
        found: list[dict[str, Any]] = answer.get("Messages", [])
        return found

    def _configuration(self, function: str) -> Configuration:
        deployed = self.cloud.client("lambda").get_function_configuration(
            FunctionName=physical(self.cloud, function)
        )
        role = role_of(self.cloud, referred(FUNCTIONS[function]["Role"]))
        environment = {
            **deployed["Environment"]["Variables"],
            **role.credentials,
            "AWS_ENDPOINT_URL": self.cloud.endpoint,
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
        }
        return Configuration(
            deployed["Handler"], deployed["MemorySize"], deployed["Timeout"], environment
        )


def _record(message: dict[str, Any]) -> dict[str, Any]:
    """A received message as Lambda hands it to a function."""
    return {
        "messageId": message["MessageId"],
        "receiptHandle": message["ReceiptHandle"],
        "body": message["Body"],
        "attributes": message["Attributes"],
        "messageAttributes": {},
        "md5OfBody": message["MD5OfBody"],
        "eventSource": "aws:sqs",
        "eventSourceARN": "arn:aws:sqs:us-east-1:000000000000:triptych",
        "awsRegion": REGION,
    }


@pytest.fixture(scope="session")
def account(artifact: Artifact, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Account]:
    with local_cloud(state=tmp_path_factory.mktemp("cloud")) as cloud:
        functions = cloud.client("lambda")
        for mapping in functions.list_event_source_mappings()["EventSourceMappings"]:
            functions.update_event_source_mapping(UUID=mapping["UUID"], Enabled=False)
        yield Account(cloud, artifact)


def front_matter(**fields: object) -> str:
    """A story file with these fields."""
    lines = [f"{name}: {json.dumps(value)}" for name, value in fields.items()]
    return "\n".join(["---", *lines, "---", "It flows to the sea.", ""])
