"""The custom resource: what a new deployment shows, and how it answers CloudFormation."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any, cast

import pytest
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.install.handler import lambda_handler as install
from tests.handlers.conftest import Context, Deployment, captured, forget_clients


@contextmanager
def cloudformation() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Where CloudFormation waits for answers, and those that came."""
    answers: list[dict[str, Any]] = []

    class Waiting(BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            answers.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Waiting)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", answers
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def deploy(request: str = "Create") -> dict[str, Any]:
    """The answer that CloudFormation got."""
    with cloudformation() as (address, answers):
        event = captured("custom_resource", request=request, answer=address)
        install(event, cast("LambdaContext", Context()))
    (answer,) = answers
    return answer


def test_a_first_deployment_shows_three_fronts_and_a_configuration_to_start_from(
    deployment: Deployment,
) -> None:
    answer = deploy()
    assert answer["Status"] == "SUCCESS"
    for edition in ("en", "ar", "es"):
        assert f'lang="{edition}"' in deployment.reads("site", f"{edition}/index.html")
    assert "sections:" in deployment.reads("newsroom", "config/newsroom.yaml")
    keys = [item["Key"] for item in deployment.s3.list_objects_v2(Bucket="site")["Contents"]]
    page = deployment.reads("site", "en/index.html")
    (style,) = re.findall(r'<link rel="stylesheet" href="/([^"]+)"', page)
    assert style in keys


def test_a_configuration_that_is_there_is_left_alone(deployment: Deployment) -> None:
    deployment.upload("config/newsroom.yaml", "broken: [")
    assert deploy()["Status"] == "SUCCESS"  # by the starter, until it can be read
    assert 'lang="ar"' in deployment.reads("site", "ar/index.html")
    assert deployment.reads("newsroom", "config/newsroom.yaml") == "broken: ["


def test_a_starter_that_was_deleted_does_not_come_back(deployment: Deployment) -> None:
    deploy()
    deployment.s3.delete_object(Bucket="newsroom", Key="config/newsroom.yaml")
    forget_clients()
    assert deploy("Update")["Status"] == "SUCCESS"
    assert "Contents" not in deployment.s3.list_objects_v2(Bucket="newsroom", Prefix="config/")


def test_a_second_deployment_changes_nothing(deployment: Deployment) -> None:
    deploy()
    before = deployment.s3.list_objects_v2(Bucket="site")["Contents"]
    forget_clients()
    assert deploy("Update")["Status"] == "SUCCESS"
    after = deployment.s3.list_objects_v2(Bucket="site")["Contents"]
    assert [(item["Key"], item["LastModified"]) for item in after] == [
        (item["Key"], item["LastModified"]) for item in before
    ]


def test_deleting_the_stack_keeps_everything(deployment: Deployment) -> None:
    deploy()
    assert deploy("Delete")["Status"] == "SUCCESS"
    assert deployment.reads("site", "en/index.html")


def test_a_deployment_that_fails_says_so_instead_of_letting_cloudformation_wait(
    deployment: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TABLE_NAME", "no-such-table")
    assert deployment
    answer = deploy()
    assert (answer["Status"], answer["LogicalResourceId"]) == ("FAILED", "Installation")
