"""A newsroom on the local cloud, and an editor and a reader who use nothing but HTTP."""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote, urlsplit

import pytest

from infra.local.cloud import LocalCloud, local_cloud
from shared.translation.ports import Pair
from shared.translation.pseudo import pseudo
from tests.fakes.engine_server import EngineServer, Reply, libre_json, serving
from tests.roles import physical

T = TypeVar("T")
PATIENCE_SECONDS = 100.0
"""More than the minute after which a ranking that met another one is made again."""
LIST_SECONDS = 1
"""How long the edge keeps a copy of a list, as the configuration here says."""
CONFIG = """
outlet:
  name: {en: Gazette, ar: الجريدة, es: Gaceta}
  slogan: {en: All of it, ar: كل شيء, es: Todo}
editions:
  en: {timezone: Europe/London}
  ar: {timezone: Asia/Beirut, months: dual}
  es: {timezone: Europe/Madrid}
sections:
  politics: {en: Politics, ar: سياسة, es: Política}
  culture: {en: Culture, ar: ثقافة, es: Cultura}
regions:
  africa: {en: Africa, ar: أفريقيا, es: África}
authors:
  layla-haddad: {en: Layla Haddad, ar: ليلى حداد, es: Layla Haddad}
translators: [memory, libretranslate]
caching:
  article: {s_maxage: 1, stale_while_revalidate: 0}
  list: {s_maxage: 1, stale_while_revalidate: 0}
  feed: {s_maxage: 1, stale_while_revalidate: 0}
"""


@dataclass
class Engine:
    """The LibreTranslate server of these journeys; it can be down, or answer nonsense."""

    says: Callable[[dict[str, str]], Reply] | None = None

    def answer(self, asked: dict[str, str]) -> Reply:
        if self.says:
            return self.says(asked)
        pair = Pair(asked["source"], asked["target"])  # type: ignore[arg-type]
        return libre_json(pseudo(asked["q"], pair))


@dataclass
class Page:
    """What a reader gets."""

    status: int
    text: str
    headers: dict[str, str]


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


@dataclass
class Newsroom:
    """What an editor and a reader can do."""

    cloud: LocalCloud
    engine: Engine
    patience: float = PATIENCE_SECONDS

    def __post_init__(self) -> None:
        self.s3 = self.cloud.client("s3")
        self.bucket = self.cloud.newsroom_bucket

    def upload(self, key: str, content: str | bytes) -> str:
        """Drop a file; its S3 version."""
        body = content.encode() if isinstance(content, str) else content
        return str(self.s3.put_object(Bucket=self.bucket, Key=key, Body=body)["VersionId"])

    def delete(self, key: str) -> None:
        self.s3.delete_object(Bucket=self.bucket, Key=key)

    def object(self, key: str) -> str | None:
        """An object of the newsroom bucket, None where there is none."""
        try:
            answer = self.s3.get_object(Bucket=self.bucket, Key=key)
        except self.s3.exceptions.NoSuchKey:
            return None
        return str(answer["Body"].read().decode())

    def receipt(self, key: str) -> dict[str, Any]:
        """The present receipt of an upload, {} where there is none yet."""
        text = self.object(f"receipts/{key.removeprefix('inbox/')}.json")
        found: dict[str, Any] = json.loads(text) if text else {}
        return found

    def settled(self, key: str, when: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The receipt once it says what is waited for."""
        what = f"the receipt of {key}"
        return eventually(lambda: self.receipt(key), when, what, patience=self.patience)

    def live(self, key: str, *, version: str = "") -> dict[str, Any]:
        """The receipt once readers have this version of the upload in all three editions."""

        def everywhere(receipt: dict[str, Any]) -> bool:
            editions = receipt.get("editions", {}).values()
            return (
                len(editions) == 3
                and (not version or receipt["version"] == version)
                and all(one["state"] == "live" and one["reason"] is None for one in editions)
            )

        return self.settled(key, everywhere)

    def get(self, address: str, *, at: str = "", **headers: str) -> Page:
        """Read an address of the site, as it is answered (redirects are not followed).

        `at` is the URL of another front than the cloud's own.
        """
        url = urlsplit(address)
        path = quote(url.path, safe="/%")
        target = f"{at or self.cloud.site_url}{path}"
        request = urllib.request.Request(
            target, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        opener = urllib.request.build_opener(_NoRedirect)
        try:
            with opener.open(request, timeout=20) as answer:
                return Page(
                    answer.status, answer.read().decode(errors="replace"), dict(answer.headers)
                )
        except urllib.error.HTTPError as answer:
            with answer:
                return Page(
                    answer.code, answer.read().decode(errors="replace"), dict(answer.headers)
                )

    def reads(self, address: str, when: Callable[[Page], bool]) -> Page:
        """The page once it says what is waited for."""
        what = f"the page {address}"
        return eventually(lambda: self.get(address), when, what, patience=self.patience)

    def kept(self, address: str, words: str = "") -> Page:
        """The page once the edge gives a copy of its own that says these words."""
        return self.reads(
            address,
            lambda page: page.headers["X-Cache"].startswith("Hit") and words in page.text,
        )

    def ranks(self) -> None:
        """What readers read most is ranked now, not at the next minute."""
        answer = self.cloud.client("lambda").invoke(
            FunctionName=physical(self.cloud, "RankFunction"), Payload=b"{}"
        )
        assert "FunctionError" not in answer, answer["Payload"].read()

    def waiting(self, *queues: str) -> int:
        """How many messages wait in these queues, or are being worked on."""
        names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        found = [
            self.cloud.client("sqs").get_queue_attributes(
                QueueUrl=physical(self.cloud, queue), AttributeNames=names
            )
            for queue in queues
        ]
        return sum(int(one["Attributes"][name]) for one in found for name in names)

    def everything_readable(self) -> dict[str, str]:
        """Every text that the site bucket holds, by key."""
        found = {}
        for page in self.s3.get_paginator("list_objects_v2").paginate(
            Bucket=self.cloud.site_bucket
        ):
            for item in page.get("Contents", ()):
                if item["Key"].startswith(("en/", "ar/", "es/", "s/", "media/")):
                    answer = self.s3.get_object(Bucket=self.cloud.site_bucket, Key=item["Key"])
                    found[item["Key"]] = answer["Body"].read().decode(errors="replace")
        return found


def eventually(
    look: Callable[[], T],
    when: Callable[[T], bool],
    what: str,
    *,
    patience: float = PATIENCE_SECONDS,
) -> T:
    """Look again and again until it is so; the last look is shown where it never was."""
    until = time.monotonic() + patience
    while True:
        seen = look()
        if when(seen):
            return seen
        if time.monotonic() > until:
            raise AssertionError(f"{what} never said what was waited for:\n{seen}")
        time.sleep(0.1)


@contextmanager
def deaf(newsroom: Newsroom, *rules: str) -> Iterator[None]:
    """While this lasts, what these rules should deliver is lost.

    S3's events come a moment after the upload: whoever looks for the loss does it meanwhile.
    """
    events = newsroom.cloud.client("events")
    buses = ("default", newsroom.cloud.bus_name)
    found = [
        {"Name": rule["Name"], "EventBusName": bus}
        for bus in buses
        for rule in events.list_rules(EventBusName=bus)["Rules"]
        if any(name in rule["Name"] for name in rules)
    ]
    assert len(found) >= len(rules)
    for rule in found:
        events.disable_rule(**rule)
    yield
    for rule in found:
        events.enable_rule(**rule)


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    engine = Engine()
    state = tmp_path_factory.mktemp("cloud")
    with (
        serving(engine.answer) as server,
        local_cloud(state=state, parameters=_parameters(server)) as cloud,
    ):
        desk = Newsroom(cloud, engine)
        desk.upload("config/newsroom.yaml", CONFIG)
        # Not through the edge, which would keep the first front for as long as that one says.
        eventually(
            lambda: desk.everything_readable().get("en/index.html", ""),
            lambda front: "Gazette" in front,
            "the front",
        )
        yield desk


def _parameters(server: EngineServer) -> dict[str, str]:
    return {"LibreTranslateUrl": server.address}


@pytest.fixture(autouse=True)
def _engine_is_up_again(newsroom: Newsroom) -> Iterator[None]:
    yield
    newsroom.engine.says = None


def story(headline: str, body: str = "It flows.", **fields: str) -> str:
    """A story file; `section` is politics unless said otherwise."""
    front = {"headline": headline, "section": "politics", **fields}
    lines = [f"{name}: {value}" for name, value in front.items() if value]
    return "\n".join(["---", *lines, "---", body, ""])


def triptych(newsroom: Newsroom, *words: str) -> subprocess.CompletedProcess[str]:
    """The command, on the stack of these journeys as on one on AWS."""
    with watched(newsroom, *words) as command:
        told, complained = command.communicate()
    return subprocess.CompletedProcess(command.args, command.returncode, told, complained)


def watched(newsroom: Newsroom, *words: str) -> subprocess.Popen[str]:
    """The command at work; it hears Ctrl-C, as background jobs of a shell would not."""
    code = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from infra.cli import main
sys.exit(main())"""
    return subprocess.Popen(
        [sys.executable, "-c", code, *words, "--stack", "triptych"],
        env=os.environ | newsroom.cloud.environment(), cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
