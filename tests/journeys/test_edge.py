"""The site as readers get it: through the distribution, its functions and its headers."""

import pytest

from tests.journeys.conftest import Newsroom

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
        for page in ("", "culture/", "regions/africa/", "feed.xml", "sitemap.xml"):
            assert newsroom.get(f"/{edition}/{page}").status == 200
