"""`triptych rebuild`, after everything that the other journeys did."""

import pytest

from tests.journeys.conftest import Newsroom, eventually, story, triptych

pytestmark = pytest.mark.journey
LOST = ("list#", "periods#", "stands#", "shows#", "finished#")


def test_a_site_that_was_lost_comes_back_with_the_same_bytes(newsroom: Newsroom) -> None:
    for number in range(3):
        newsroom.upload(f"inbox/2026/11/kept{number}.en.md", story(f"Kept {number}"))
    for number in range(3):
        newsroom.live(f"inbox/2026/11/kept{number}.en.md")
    newsroom.delete("inbox/2026/11/kept0.en.md")
    eventually(
        lambda: triptych(newsroom, "rebuild", "--afresh"), lambda it: it.returncode == 0, "rebuild"
    )
    eventually(lambda: triptych(newsroom, "verify"), lambda it: it.returncode == 0, "verify")
    before = newsroom.everything_readable()
    wipe(newsroom)
    assert newsroom.everything_readable() == {}
    told = triptych(newsroom, "rebuild")
    assert told.returncode == 0, told
    assert "pages: 1 of " in told.stdout
    assert newsroom.everything_readable() == before
    assert triptych(newsroom, "verify").returncode == 0


def wipe(newsroom: Newsroom) -> None:
    """All that can be made again from the facts."""
    for key in newsroom.everything_readable():
        newsroom.s3.delete_object(Bucket=newsroom.cloud.site_bucket, Key=key)
    dynamodb = newsroom.cloud.client("dynamodb")
    table = newsroom.cloud.table_name
    for page in dynamodb.get_paginator("scan").paginate(TableName=table):
        for item in page["Items"]:
            if item["pk"]["S"].startswith(LOST):
                place = {"pk": item["pk"], "sk": item["sk"]}
                dynamodb.delete_item(TableName=table, Key=place)
