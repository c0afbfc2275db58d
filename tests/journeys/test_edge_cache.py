"""The edge's cache: what readers get from it, and what they never get from it again."""

import time
from collections.abc import Iterator

import pytest

from tests.journeys.conftest import CONFIG, Newsroom, Page, eventually, story

pytestmark = pytest.mark.journey
KEPT = CONFIG.replace("s_maxage: 1,", "s_maxage: 600,")


@pytest.fixture(scope="module", autouse=True)
def _pages_are_kept(newsroom: Newsroom) -> Iterator[None]:
    """For ten minutes: whoever sees something new before saw a purge."""
    _configure(newsroom, KEPT, "s-maxage=600")
    yield
    _configure(newsroom, CONFIG, "s-maxage=1")


def _configure(newsroom: Newsroom, config: str, says: str) -> None:
    newsroom.upload("config/newsroom.yaml", config)
    bucket = newsroom.cloud.site_bucket
    eventually(
        lambda: newsroom.s3.head_object(Bucket=bucket, Key="es/index.html")["CacheControl"],
        lambda found: f"{says}," in found,
        "the front's lifetime",
    )


def soon(newsroom: Newsroom, address: str) -> Page:
    """The page as it is given after the edge has looked for invalidations again."""
    time.sleep(1.1)
    return newsroom.get(address)


def test_a_correction_is_fresh_at_once_though_its_page_was_kept(newsroom: Newsroom) -> None:
    key = "inbox/edge/correct.en.md"
    newsroom.upload(key, story("Figures", "They are 62."))
    addresses = [one["url"] for one in newsroom.live(key)["editions"].values()]
    for address in addresses:
        assert "62" in newsroom.kept(address).text
    fields = {"change": "correction", "correction": "It was wrong."}
    version = newsroom.upload(key, story("Figures", "They are 26.", **fields))
    newsroom.live(key, version=version)
    for address in addresses:
        page = soon(newsroom, address)
        assert ("26" in page.text, "62." in page.text) == (True, False)
        assert page.headers["X-Cache"].startswith("Miss")
