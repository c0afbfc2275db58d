"""`triptych verify`, as a person types it, after everything that the other journeys did."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.conftest import Newsroom, eventually, story

pytestmark = pytest.mark.journey
ROOT = Path(__file__).parents[2]


def triptych(newsroom: Newsroom, *words: str) -> subprocess.CompletedProcess[str]:
    """The command, on the stack of these journeys as on one on AWS."""
    return subprocess.run(
        [sys.executable, "-c", "import sys; from infra.cli import main; sys.exit(main())", *words,
         "--stack", "triptych"],
        env=os.environ | newsroom.cloud.environment(),
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_site_is_what_the_facts_say_and_every_difference_is_named(newsroom: Newsroom) -> None:
    key = "inbox/2026/11/verified.en.md"
    newsroom.upload(key, story("Verified"))
    page = newsroom.live(key)["editions"]["en"]["url"].removeprefix(newsroom.cloud.site_url)[1:]
    eventually(
        lambda: triptych(newsroom, "verify"), lambda it: it.returncode == 0, "triptych verify"
    )
    newsroom.s3.delete_object(Bucket=newsroom.cloud.site_bucket, Key="en/feed.xml")
    newsroom.s3.put_object(Bucket=newsroom.cloud.site_bucket, Key=page, Body=b"other words")
    newsroom.s3.put_object(Bucket=newsroom.cloud.site_bucket, Key="es/rumour", Body=b"a rumour")
    told = triptych(newsroom, "verify")
    assert told.returncode == 1
    assert "missing: en/feed.xml" in told.stdout
    assert f"differs: {page} (content, " in told.stdout
    assert "not expected: es/rumour" in told.stdout
    newsroom.s3.delete_object(Bucket=newsroom.cloud.site_bucket, Key="es/rumour")
