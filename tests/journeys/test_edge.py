"""The site as readers get it: through the distribution, its functions and its headers."""

import gzip
import re
import socket
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from infra.local.cloud import free_port
from infra.local.edge.access_log import HEADER, AccessLog
from infra.local.edge.distribution import read_distribution
from infra.local.edge.front import Front
from tests.journeys.conftest import LIST_SECONDS, Newsroom, eventually, story

pytestmark = pytest.mark.journey


@pytest.mark.parametrize(
    ("headers", "edition"),
    [
        ({}, "en"),
        ({"Accept_Language": "ar-LB,ar;q=0.9,en;q=0.5"}, "ar"),
        ({"Accept_Language": "fr,es;q=0.8,en;q=0.7"}, "es"),
        ({"Accept_Language": "ar", "Cookie": "ed=es"}, "es"),
    ],
)
def test_the_root_chooses_an_edition(
    newsroom: Newsroom, headers: dict[str, str], edition: str
) -> None:
    page = newsroom.get("/", **headers)
    assert page.status == 302
    assert page.headers["Location"].endswith(f"/{edition}/")
    assert "no-store" in page.headers["Cache-Control"]


def test_a_deep_link_is_never_redirected_by_language(newsroom: Newsroom) -> None:
    assert newsroom.get("/en/", Accept_Language="ar", Cookie="ed=ar").status == 200


def test_every_page_has_its_security_headers_and_shows_no_metadata(newsroom: Newsroom) -> None:
    headers = {name.lower(): value for name, value in newsroom.get("/ar/").headers.items()}
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["strict-transport-security"]
    assert not [name for name in headers if name.startswith("x-amz-meta")]


def test_an_unknown_address_is_a_friendly_404(newsroom: Newsroom) -> None:
    page = newsroom.get("/en/nothing/here")
    assert page.status == 404
    assert "<html" in page.text


def test_empty_fronts_stand_before_the_first_story(newsroom: Newsroom) -> None:
    for edition in ("en", "ar", "es"):
        for page in ("", "culture/", "regions/africa/", "feed.xml", "sitemap.xml", "most-read"):
            assert newsroom.get(f"/{edition}/{page}").status == 200


def test_what_a_browser_fetches_ahead_is_refused(newsroom: Newsroom) -> None:
    newsroom.kept("/en/")
    assert newsroom.get("/en/", Sec_Purpose="prefetch;prerender").status == 503
    assert newsroom.get("/en/").status == 200


def test_most_read_has_a_story_from_its_first_minute_to_its_withdrawal(newsroom: Newsroom) -> None:
    key = "inbox/edge/read.en.md"
    newsroom.upload(key, story("Read by everybody"))
    article = newsroom.live(key)["editions"]["en"]["url"].removeprefix(newsroom.cloud.site_url)
    page = newsroom.get(article).text
    for address in (re.search(r'<script src="([^"]+)"', page), re.search(r'rows="([^"]+)"', page)):
        assert address
        assert newsroom.get(address[1]).status == 200
    newsroom.ranks()
    places = ("/en/", "/en/most-read", "/en/most-read-rows")
    for place in places:
        newsroom.reads(place, lambda seen: "Read by everybody" in seen.text)
    newsroom.delete(key)
    for place in places:
        newsroom.reads(place, lambda seen: "Read by everybody" not in seen.text)


def test_a_list_is_never_staler_than_its_time(newsroom: Newsroom) -> None:
    newsroom.kept("/en/culture/")
    key = "inbox/edge/newest.en.md"
    newsroom.upload(key, story("The newest of all", section="culture"))
    newsroom.live(key)
    time.sleep(LIST_SECONDS)
    assert "The newest of all" in newsroom.get("/en/culture/").text


@pytest.fixture
def another_edge(newsroom: Newsroom) -> Iterator[Front]:
    """A second edge of the same distribution, which may lose its origin."""
    cloud = newsroom.cloud
    log = AccessLog(cloud.client, cloud.log_bucket, cloud.distribution_id)
    distribution = read_distribution(cloud.client, cloud.distribution_id)
    with Front(free_port(), cloud.endpoint, distribution, log) as front:
        yield front


def test_readers_get_the_last_page_when_the_origin_is_down(
    newsroom: Newsroom, another_edge: Front
) -> None:
    assert newsroom.get("/ar/regions/africa/", at=another_edge.url).status == 200
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        another_edge.emulated.address = f"127.0.0.1:{nobody.getsockname()[1]}"
        time.sleep(LIST_SECONDS + 1)
        for _ in range(2):
            page = newsroom.get("/ar/regions/africa/", at=another_edge.url)
            assert page.status == 200
            assert int(page.headers["Age"]) > LIST_SECONDS
        assert newsroom.get("/", at=another_edge.url).status == 302
        never_read = newsroom.get("/es/", at=another_edge.url)
        assert (never_read.status, never_read.headers["X-Cache"]) == (502, "Error from cloudfront")


def test_a_page_is_compressed_and_not_sent_again_to_who_has_it(newsroom: Newsroom) -> None:
    plain = newsroom.get("/en/")
    zipped = newsroom.get("/en/", Accept_Encoding="gzip, deflate, br")
    assert zipped.headers["Content-Encoding"] == "gzip"
    assert int(zipped.headers["Content-Length"]) < int(plain.headers["Content-Length"])
    assert zipped.headers["Etag"] == f"W/{plain.headers['Etag']}"
    again = newsroom.get("/en/", Accept_Encoding="gzip", If_None_Match=zipped.headers["Etag"])
    assert (again.status, again.text) == (304, "")
    assert "Content-Security-Policy" in again.headers


def test_access_logs_arrive_in_cloudfronts_own_format(newsroom: Newsroom) -> None:
    newsroom.get("/en/nothing", User_Agent="Mozilla/5.0 (a\tb)")
    bucket = newsroom.cloud.log_bucket
    prefix = f"AWSLogs/000000000000/CloudFront/{newsroom.cloud.distribution_id}."

    def lines() -> list[dict[str, str]]:
        found = []
        for one in newsroom.s3.list_objects_v2(Bucket=bucket, Prefix=prefix).get("Contents", ()):
            answer = newsroom.s3.get_object(Bucket=bucket, Key=one["Key"])
            version, fields, *rest = gzip.decompress(answer["Body"].read()).decode().splitlines()
            assert (version, fields) == ("#Version: 1.0", f"#Fields: {HEADER}")
            found += [dict(zip(HEADER.split(), line.split("\t"), strict=True)) for line in rest]
        return found

    def ours(found: list[dict[str, str]]) -> list[dict[str, str]]:
        return [one for one in found if one["cs(User-Agent)"] == "Mozilla/5.0%20(a%09b)"]

    (line,) = ours(eventually(lines, lambda found: bool(ours(found)), "the log"))
    assert (line["cs-uri-stem"], line["sc-status"]) == ("/en/nothing", "404")
    assert line["x-edge-result-type"] == "Error"
    assert urlsplit(newsroom.cloud.site_url).netloc == line["x-host-header"]
    assert float(line["time-taken"]) >= 0
