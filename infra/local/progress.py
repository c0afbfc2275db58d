"""Watches the sample become pages, by the receipts and the site, as an editor would."""

import json
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from typing import Any
from urllib.parse import urljoin

import botocore.exceptions
from rich.console import Console
from rich.live import Live
from rich.table import Table

from infra.local.cloud import LocalCloud
from infra.local.sample import EDITIONS, Story


def watch(cloud: LocalCloud, stories: Sequence[Story], started: float, *, patience: float) -> bool:
    """Shows progress until every story is live in all editions.

    False where nothing more became live for `patience` seconds: a slow machine gets its time.
    """
    console = Console()
    shown = _Table(stories, console) if console.is_terminal else _Lines()
    s3, began = cloud.client("s3"), time.monotonic() - started
    read: dict[str, list[str | None]] = {}
    with shown:
        while not all(story.is_live() for story in stories):
            newest = max([began, *(at for story in stories for at in story.seconds.values())])
            if time.monotonic() - started - newest > patience:
                return False
            # To read all receipts again and again would keep the local cloud from its work.
            stand = _etags(s3, cloud.newsroom_bucket)
            for story in stories:
                receipts = [stand.get(_key(upload)) for upload in story.uploads]
                if not story.is_live() and (receipts != read.get(story.name) or story.is_due()):
                    read[story.name] = receipts
                    _look(cloud, s3, story, started)
                    shown.show(story)
            time.sleep(1)
    return True


def _etags(s3: Any, bucket: str) -> dict[str, str]:
    """Of all receipts, by key."""
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix="receipts/")
    return {one["Key"]: one["ETag"] for page in pages for one in page.get("Contents", ())}


def _look(cloud: LocalCloud, s3: Any, story: Story, started: float) -> None:
    receipts = {upload: _receipt(s3, cloud.newsroom_bucket, upload) for upload in story.uploads}
    if any(receipts[key].get("version") != version for key, version in story.versions.items()):
        return
    story.faults = [
        str(fault.get("says", fault))
        for receipt in receipts.values()
        for fault in receipt.get("faults", [])
    ]
    for receipt in receipts.values():
        for edition, said in receipt.get("editions", {}).items():
            story.states[edition] = said["state"]
            says_it = said["state"] == "live" and said["revision"] >= receipt["revision"]
            if says_it and edition not in story.seconds and _answers(cloud, said):
                story.urls[edition] = said["url"]
                story.seconds[edition] = time.monotonic() - started


def _key(upload: str) -> str:
    return f"receipts/{upload.removeprefix('inbox/')}.json"


def _receipt(s3: Any, bucket: str, upload: str) -> dict[str, Any]:
    try:
        receipt = json.loads(s3.get_object(Bucket=bucket, Key=_key(upload))["Body"].read())
    except botocore.exceptions.ClientError:
        return {}
    return receipt if isinstance(receipt, dict) else {}


def _answers(cloud: LocalCloud, said: dict[str, Any]) -> bool:
    try:
        with urllib.request.urlopen(urljoin(cloud.site_url, said["url"]), timeout=10) as page:
            return bool(page.status == 200)
    except (urllib.error.URLError, TimeoutError):
        return False


def _cell(story: Story, edition: str) -> str:
    if edition in story.seconds:
        return f"live {story.seconds[edition]:.1f} s"
    return "rejected" if story.faults else story.states.get(edition, "…")


class _Table:
    """A live table on a terminal."""

    def __init__(self, stories: Sequence[Story], console: Console) -> None:
        self._stories = stories
        self._live = Live(self._table(), console=console, refresh_per_second=8)

    def __enter__(self) -> "_Table":
        self._live.__enter__()
        return self

    def __exit__(self, *raised: Any) -> None:
        self._live.update(self._table())
        self._live.__exit__(*raised)

    def show(self, _: Story) -> None:
        self._live.update(self._table())

    def _table(self) -> Table:
        table = Table("story", *EDITIONS)
        for story in self._stories:
            table.add_row(story.name, *(_cell(story, edition) for edition in EDITIONS))
        return table


class _Lines:
    """One plain line whenever something changed."""

    def __init__(self) -> None:
        self._said: dict[str, str] = {}

    def __enter__(self) -> "_Lines":
        return self

    def __exit__(self, *raised: object) -> None:
        """Leaves nothing to do."""

    def show(self, story: Story) -> None:
        line = "  ".join(f"{edition}: {_cell(story, edition)}" for edition in EDITIONS)
        if (story.states or story.faults) and self._said.get(story.name) != line:
            self._said[story.name] = line
            print(f"{story.name:32} {line}", flush=True)
