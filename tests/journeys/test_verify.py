"""`triptych verify`, as a person types it, after everything that the other journeys did."""

import pytest

from tests.journeys.conftest import Newsroom, eventually, story, triptych

pytestmark = pytest.mark.journey


def test_the_site_is_what_the_facts_say_and_every_difference_is_named(newsroom: Newsroom) -> None:
    key = "inbox/2026/11/verified.en.md"
    newsroom.upload(key, story("Verified"))
    page = newsroom.live(key)["editions"]["en"]["url"].removeprefix(newsroom.cloud.site_url)[1:]
    eventually(
        lambda: newsroom.waiting("UrgentQueue", "RoutineQueue", "RenewQueue"),
        lambda count: count == 0,
        "publish",
        patience=180,  # the journeys before may have changed the configuration
    )
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
    version = newsroom.upload(key, story("Verified again"))
    newsroom.live(key, version=version)
    eventually(
        lambda: triptych(newsroom, "verify"), lambda it: it.returncode == 0, "triptych verify"
    )
