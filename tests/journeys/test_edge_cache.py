"""The edge's cache: what readers get from it, and what they never get from it again."""

import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest

from tests.journeys.conftest import CONFIG, Newsroom, Page, eventually, story
from tests.journeys.test_trouble import a_picture

pytestmark = pytest.mark.journey
EDITIONS = ("en", "ar", "es")
KEPT = CONFIG.replace("s_maxage: 1,", "s_maxage: 600,")


@pytest.fixture(scope="module", autouse=True)
def _pages_are_kept(newsroom: Newsroom) -> Iterator[None]:
    """For ten minutes: whoever sees something new before saw a purge."""
    _configure(newsroom, KEPT, "s-maxage=600")
    yield
    _configure(newsroom, CONFIG, "s-maxage=1")
    _forget_everything(newsroom)


def _configure(newsroom: Newsroom, config: str, says: str) -> None:
    newsroom.upload("config/newsroom.yaml", config)
    bucket = newsroom.cloud.site_bucket
    eventually(
        lambda: newsroom.s3.head_object(Bucket=bucket, Key="es/index.html")["CacheControl"],
        lambda found: f"{says}," in found,
        "the front's lifetime",
    )


def _forget_everything(newsroom: Newsroom) -> None:
    """The journeys that follow must not meet what these have made the edge keep."""
    everything = {"Quantity": 1, "Items": ["/*"]}
    newsroom.cloud.client("cloudfront").create_invalidation(
        DistributionId=newsroom.cloud.distribution_id,
        InvalidationBatch={"Paths": everything, "CallerReference": "journeys"},
    )
    eventually(
        lambda: [newsroom.get(f"/{edition}/").headers["Cache-Control"] for edition in EDITIONS],
        lambda found: all("s-maxage=1," in one for one in found),
        "the edge",
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


def test_a_withdrawn_story_is_gone_from_the_edge_everywhere(newsroom: Newsroom) -> None:
    key, picture = "inbox/edge/gone.en.md", "inbox/edge/gone.jpg"
    newsroom.upload(picture, a_picture())
    newsroom.settled(picture, lambda it: it.get("state") == "accepted")
    about = "{file: gone.jpg, caption: A bridge, credit: Desk, alt: A bridge}"
    newsroom.upload(key, story("Unspeakable", regions="[africa]", picture=about))
    receipt = newsroom.live(key)
    newsroom.upload(
        "inbox/edge/beside.en.md", story("It shows the other", related="[inbox/edge/gone]")
    )
    beside = newsroom.live("inbox/edge/beside.en.md")["editions"]["en"]["url"]
    articles = [one["url"] for one in receipt["editions"].values()]
    its_picture = f"/media/{receipt['story']}/"
    english = eventually(
        lambda: newsroom.everything_readable()[urlsplit(articles[0]).path.lstrip("/")],
        lambda text: its_picture in text,
        "the page with its picture",
    )
    pictures = sorted(set(re.findall(rf"{its_picture}[\w.-]+", english)))
    month = f"{datetime.now(UTC):%Y-%m}"
    parts = ("", "politics/", "regions/africa/", f"{month}/", "feed.xml", f"sitemap-{month}.xml")
    lists = [f"/{edition}/{part}" for edition in EDITIONS for part in parts]
    link = f"-{receipt['story']}"
    for one in [beside, *lists]:
        newsroom.kept(one, link)
    assert {newsroom.kept(one).status for one in [*articles, *pictures]} == {200}
    leads_to = newsroom.kept(f"/s/{receipt['story']}").headers["Location"]

    newsroom.delete(key)
    eventually(
        lambda: (
            [one for one in [*articles, *pictures, leads_to] if newsroom.get(one).status != 410]
            + [one for one in [beside, *lists] if link in newsroom.get(one).text]
        ),
        lambda shown: not shown,
        "the edge",
    )
