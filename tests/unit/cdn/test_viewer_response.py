"""What happens after the cache: pages that are gone or have moved, and what nobody should see."""

from typing import Any

import pytest

from shared.news.language import LANGUAGES
from tests.unit.cdn.edge import call


def answered(status: int = 200, **headers: str) -> dict[str, Any]:
    named = {name.replace("_", "-"): {"value": value} for name, value in headers.items()}
    event = {
        "request": {"method": "GET", "uri": "/x", "headers": {}},
        "response": {"statusCode": status, "statusDescription": "OK", "headers": named},
    }
    (answer,) = call("viewer-response", event)
    return answer


@pytest.mark.parametrize(("status", "says"), [(410, "Gone"), (404, "Not Found")])
def test_a_page_says_that_it_is_gone(status: int, says: str) -> None:
    answer = answered(x_amz_meta_status=str(status))
    assert (answer["statusCode"], answer["statusDescription"]) == (status, says)


def test_a_page_says_where_it_went() -> None:
    answer = answered(x_amz_meta_location="/en/politics/river-treaty-abcdefghij")
    assert answer["statusCode"] == 301
    assert answer["headers"]["location"]["value"] == "/en/politics/river-treaty-abcdefghij"


@pytest.mark.parametrize("status", ["200", "500", "", "gone", "constructor"])
def test_other_words_change_nothing(status: str) -> None:
    assert answered(x_amz_meta_status=status)["statusCode"] == 200


def test_part_of_a_tombstone_is_gone_too() -> None:
    assert answered(206, x_amz_meta_status="410")["statusCode"] == 410


def test_a_reader_who_has_the_page_is_told_so() -> None:
    assert answered(304, x_amz_meta_status="410")["statusCode"] == 304


def test_nothing_of_the_bucket_is_shown() -> None:
    answer = answered(
        content_type="text/html; charset=utf-8",
        cache_control="max-age=60",
        etag='"x"',
        x_amz_meta_cache_tag="a,b",
        x_amz_meta_digest="d",
        x_amz_meta_status="410",
        x_amz_server_side_encryption="AES256",
        x_amz_version_id="v",
        x_amz_cf_id="c",
    )
    assert sorted(answer["headers"]) == ["cache-control", "content-type", "etag", "x-amz-cf-id"]


def came(referer: str, uri: str = "/ar/index.html", host: str = "news.example") -> str:
    """What "/" will remember of a reader who came from there."""
    headers = {"host": {"value": host}} | ({"referer": {"value": referer}} if referer else {})
    event = {
        "request": {"method": "GET", "uri": uri, "headers": headers, "cookies": {}},
        "response": {"statusCode": 200, "headers": {}, "cookies": {}},
    }
    (answer,) = call("viewer-response", event)
    cookie = answer["cookies"].get("ed", {"value": "", "attributes": ""})
    assert cookie["value"] in {"", *LANGUAGES}
    assert bool(cookie["value"]) == ("Path=/; Max-Age=31536000" in cookie["attributes"])
    return str(cookie["value"])


@pytest.mark.parametrize(
    ("referer", "uri", "edition"),
    [
        ("https://news.example/en/", "/ar/index.html", "ar"),
        ("https://news.example/en/politics/treaty-abcdefghij", "/es/politics/x-abcdefghij", "es"),
        ("https://news.example/ar/%D9%85?x=/es/", "/en/index.html", "en"),
        ("http://news.example/es", "/ar/index.html", "ar"),
    ],
)
def test_who_goes_from_one_edition_to_another_has_chosen_it(
    referer: str, uri: str, edition: str
) -> None:
    assert came(referer, uri) == edition


@pytest.mark.parametrize(
    "referer",
    [
        "",
        "https://news.example/",
        "https://news.example/ar/politics/",
        "https://news.example/english/",
        "https://news.example/404",
        "https://search.example/en/",
        "https://news.example.evil.example/en/",
        "https://evil.example/news.example/en/",
        "https://evil.example?x=//news.example/en/",
        "android-app://news.example/en/",
        "nonsense",
    ],
)
def test_a_reader_who_comes_from_elsewhere_has_chosen_nothing(referer: str) -> None:
    assert came(referer) == ""


@pytest.mark.parametrize("uri", ["/sitemap.xml", "/media/x/1-640.jpg", "/s/abcdefghij", "/arabia"])
def test_what_is_in_no_edition_chooses_none(uri: str) -> None:
    assert came("https://news.example/en/", uri) == ""


def test_its_own_answer_stays_as_it_is() -> None:
    """So an edge that keeps the answer (infra/local/edge) may ask it about that again."""
    first = answered(x_amz_meta_location="/en/a", cache_control="max-age=60")
    event = {"request": {"uri": "/x", "headers": {}}, "response": first}
    assert call("viewer-response", event) == [first]
