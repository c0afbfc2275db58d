"""What happens after the cache: pages that are gone or have moved, and what nobody should see."""

from typing import Any

import pytest

from tests.unit.cdn.edge import CDN, call


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


def test_its_answer_follows_from_the_response_alone() -> None:
    """So an edge that keeps the answer (infra/local/edge) gives the same as one that asks again."""
    assert "event.request" not in (CDN / "viewer-response.js").read_text()
