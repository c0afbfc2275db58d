"""The real SAM CLI, with nothing but docs/DEPLOY.md, against a local cloud: up, over, and away."""

import os
import platform
import re
import shutil
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from infra.local.cloud import ROOT, LocalCloud, client, free_port
from infra.local.emulator import KEY, Emulator
from tests.house.template import template
from tests.journeys.conftest import CONFIG, Engine, Newsroom, eventually, story

pytestmark = pytest.mark.slow

STACK, REGION, DOMAIN = "triptych", "us-east-1", "news.example.org"
PATIENCE_SECONDS = 200.0
"""Messages of functions that the emulator killed come back one after the other."""
SHIPPED = ["functions", "shared", "infra/package", "template.yaml", "samconfig.toml"]
PARAMETERS = {"OnAws": "false", "PseudoTranslator": "true"}


@dataclass
class Ops:
    """Somebody with a checkout, the SAM CLI, the AWS CLI, and keys of an account."""

    checkout: Path
    environment: dict[str, str]
    endpoint: str

    def run(self, *command: str, typed: str = "") -> str:
        """What the command printed; it must succeed."""
        finished = subprocess.run(
            command,
            cwd=self.checkout,
            env=self.environment,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
        )
        assert finished.returncode == 0, finished.stdout[-3000:] + finished.stderr[-3000:]
        return finished.stdout

    def documented(self, heading: str) -> str:
        """Runs the commands below a heading of docs/DEPLOY.md, as they stand there."""
        chapter = (ROOT / "docs/DEPLOY.md").read_text().split(f"\n## {heading}\n")[1]
        commands = re.findall(
            r"^```sh\n(.*?)^```", chapter.split("\n## ")[0], re.DOTALL | re.MULTILINE
        )
        return self.run("bash", "-euc", "\n".join(commands))

    def client(self, service: str) -> Any:
        return client(self.endpoint, service)

    def outputs(self) -> dict[str, str]:
        (stack,) = self.client("cloudformation").describe_stacks(StackName=STACK)["Stacks"]
        assert stack["StackStatus"] in {"CREATE_COMPLETE", "UPDATE_COMPLETE"}
        return {one["OutputKey"]: one["OutputValue"] for one in stack["Outputs"]}

    def page(self, path: str) -> str:
        """A page of the site, from the distribution."""
        request = urllib.request.Request(
            self.endpoint + path,
            headers={"Host": self.outputs()["DistributionDomain"], "X-Forwarded-Proto": "https"},
        )
        with urllib.request.urlopen(request, timeout=20) as answer:
            return str(answer.read().decode())

    def reads(self, path: str, text: str) -> None:
        eventually(
            lambda: self.page(path), lambda page: text in page, path, patience=PATIENCE_SECONDS
        )

    def newsroom(self) -> Newsroom:
        found = self.outputs()
        cloud = LocalCloud(
            endpoint=self.endpoint,
            site_url=found["SiteUrl"],
            newsroom_bucket=found["NewsroomBucket"],
            site_bucket=found["SiteBucket"],
            table_name=found["TableName"],
            bus_name=found["BusName"],
            distribution_id=found["DistributionId"],
            distribution_domain=found["DistributionDomain"],
        )
        return Newsroom(cloud, Engine(), patience=PATIENCE_SECONDS)


def _hasten(file: Path) -> None:
    """The emulator kills functions whose code is changed; what they did must time out first.

    On AWS they end their work. That something is done twice meanwhile is as it should be.
    """
    text = re.sub(r"(?<=VisibilityTimeout: )\d+", "20", file.read_text())
    file.write_text(text)


@pytest.fixture(scope="module")
def ops(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ops]:
    """After `sam build && sam deploy --guided`, answered with nothing but yes."""
    home = tmp_path_factory.mktemp("ops")
    checkout = home / "triptych"
    for name in SHIPPED:
        source, target = ROOT / name, checkout / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    _hasten(checkout / "template.yaml")
    tools = [ROOT / ".venv/sam/bin", Path(sys.executable).parent]
    assert (tools[0] / "sam").exists(), "make sam"
    port = free_port()
    environment = {
        **{name: value for name, value in os.environ.items() if name.startswith("PIP_")},
        "PATH": ":".join([*map(str, tools), os.environ["PATH"]]),
        "HOME": str(home),
        # The SAM CLI reads the region out of the address, and understands only this name.
        "AWS_ENDPOINT_URL": f"http://localhost:{port}",
        "AWS_ACCESS_KEY_ID": KEY,
        "AWS_SECRET_ACCESS_KEY": KEY,
        "AWS_DEFAULT_REGION": REGION,
        "SAM_CLI_TELEMETRY": "0",
        # The local cloud runs functions with this Python on this processor.
        "LAYER_MACHINE": platform.machine(),
        "LAYER_PYTHON": platform.python_version(),
    }
    with Emulator(port, home / "state") as emulator:
        someone = Ops(checkout, environment, emulator.endpoint)
        someone.run("sam", "build")
        said = [f"{name}={value}" for name, value in PARAMETERS.items()]
        # Name, region, each parameter, four questions about the deployment, two about the file.
        enter = "\n" * (2 + len(template()["Parameters"]) + 4 + 2)
        someone.run(
            "sam", "deploy", "--guided", "--parameter-overrides", *said, typed=enter + "y\n"
        )
        yield someone


def test_the_first_deployment_shows_three_fronts(ops: Ops) -> None:
    for edition, direction in (("en", "ltr"), ("ar", "rtl"), ("es", "ltr")):
        assert f'<html lang="{edition}" dir="{direction}">' in ops.page(f"/{edition}/")


def test_the_first_story_of_the_documentation_is_live(ops: Ops) -> None:
    assert "- Arabic: " in ops.documented("The first story")
    ops.reads("/en/", "Hello from the newsroom")


def test_what_was_said_once_is_in_the_file_for_the_next_time(ops: Ops) -> None:
    kept = (ops.checkout / "samconfig.toml").read_text()
    assert all(f'{name}=\\"{value}\\"' in kept for name, value in PARAMETERS.items())
    assert "[prod.deploy.parameters]" in kept


def test_a_domain_needs_its_certificate_and_then_stands_on_every_page(ops: Ops) -> None:
    change = ["sam", "deploy", "--no-confirm-changeset", "--parameter-overrides"]
    with pytest.raises(AssertionError, match="Domain needs CertificateArn"):
        ops.run(*change, f"Domain={DOMAIN}")
    certificate = ops.client("acm").request_certificate(DomainName=DOMAIN)["CertificateArn"]
    ops.run(*change, f"Domain={DOMAIN}", f"CertificateArn={certificate}")
    assert ops.outputs()["SiteUrl"] == f"https://{DOMAIN}"
    (article, *_) = re.findall(r'href="(/en/politics/hello[^"]+)"', ops.page("/en/"))
    for path in ("/en/", article):
        ops.reads(path, f'<link rel="canonical" href="https://{DOMAIN}{path}">')


def test_an_update_loses_no_upload_and_renders_every_page_anew(ops: Ops) -> None:
    desk = ops.newsroom()
    desk.upload("config/newsroom.yaml", CONFIG.replace("libretranslate", "pseudo"))
    before = "inbox/2026/11/before.en.md"
    desk.upload(before, story("Before the update"))
    address = desk.live(before)["editions"]["ar"]["url"]
    page = ops.checkout / "shared/pages/templates/page.html"
    page.write_text(page.read_text().replace("<head>", '<head><meta name="new" content="yes">'))
    ops.run("sam", "build")

    over = threading.Event()
    uploaded: list[tuple[str, str]] = []

    def edit() -> None:
        while not over.wait(1) and len(uploaded) < 8:
            key = f"inbox/2026/11/during-{len(uploaded)}.en.md"
            uploaded.append((key, desk.upload(key, story(f"During the update {len(uploaded)}"))))

    editor = threading.Thread(target=edit)
    editor.start()
    try:
        ops.run("sam", "deploy", "--no-confirm-changeset")
    finally:
        over.set()
        editor.join()

    assert len(uploaded) > 2
    for key, version in uploaded:
        desk.live(key, version=version)
    article = re.sub(r"^https?://[^/]+", "", address)
    for path in ("/en/", "/ar/", article):
        ops.reads(path, 'name="new" content="yes"')


def test_deleting_keeps_content_until_the_documented_commands_remove_it(ops: Ops) -> None:
    found = ops.outputs()
    kept = {found["NewsroomBucket"], found["SiteBucket"], found["LogBucket"]}
    s3, dynamodb = ops.client("s3"), ops.client("dynamodb")
    ops.documented("Take it down")
    with pytest.raises(ops.client("cloudformation").exceptions.ClientError):
        ops.outputs()
    assert kept < {bucket["Name"] for bucket in s3.list_buckets()["Buckets"]}
    assert found["TableName"] in dynamodb.list_tables()["TableNames"]
    assert s3.list_objects_v2(Bucket=found["NewsroomBucket"], Prefix="inbox/")["KeyCount"] > 3

    ops.documented("Back to nothing")
    assert not kept & {bucket["Name"] for bucket in s3.list_buckets()["Buckets"]}
    assert found["TableName"] not in dynamodb.list_tables()["TableNames"]
