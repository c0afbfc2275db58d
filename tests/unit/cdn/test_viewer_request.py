"""What happens before the cache: the choice of an edition, and index pages."""

from typing import Any

import pytest

from tests.unit.cdn.edge import call


def viewed(uri: str, language: str = "", edition: str = "") -> dict[str, Any]:
    headers = {"host": {"value": "news.example"}}
    if language:
        headers["accept-language"] = {"value": language}
    cookies = {"ed": {"value": edition}} if edition else {}
    return {"request": {"method": "GET", "uri": uri, "headers": headers, "cookies": cookies}}


def home(language: str = "", edition: str = "") -> str:
    (answer,) = call("viewer-request", viewed("/", language, edition))
    assert answer["statusCode"] == 302
    return str(answer["headers"]["location"]["value"])


@pytest.mark.parametrize(
    ("language", "address"),
    [
        ("ar", "/ar/"),
        ("ar-EG", "/ar/"),
        ("es-MX,es;q=0.9,en;q=0.8", "/es/"),
        ("fr-CH, fr;q=0.9, es;q=0.4, ar;q=0.7", "/ar/"),
        ("en;q=0.2,ES;Q=0.1,es;q=0.3", "/es/"),
        ("en;q=0, ar;q=0.1", "/ar/"),
        ("ar; q=0.5 , es ;q = 0.6", "/es/"),
        ("es,ar", "/es/"),
        ("*", "/en/"),
        ("de, *;q=0.5, ar;q=0.1", "/en/"),
        ("de", "/en/"),
        ("arn", "/en/"),
        ("", "/en/"),
        (";;,=,q=1", "/en/"),
        ("ar;q=nonsense", "/en/"),
    ],
)
def test_the_root_leads_to_the_language_that_the_reader_likes_best(
    language: str, address: str
) -> None:
    assert home(language) == address


def test_a_choice_made_before_wins_over_the_browser_s_language() -> None:
    assert home("en", edition="ar") == "/ar/"


@pytest.mark.parametrize("cookie", ["xx", "", "constructor", "en/../..", "EN"])
def test_an_unknown_choice_is_no_choice(cookie: str) -> None:
    assert home("es", edition=cookie) == "/es/"


def test_the_choice_is_never_cached() -> None:
    (answer,) = call("viewer-request", viewed("/"))
    assert answer["headers"]["cache-control"]["value"] == "private, no-store"


def test_an_edition_without_its_slash_moves_to_the_one_with_it() -> None:
    answers = call("viewer-request", *(viewed(f"/{edition}") for edition in ("en", "ar", "es")))
    assert [(a["statusCode"], a["headers"]["location"]["value"]) for a in answers] == [
        (301, "/en/"),
        (301, "/ar/"),
        (301, "/es/"),
    ]


@pytest.mark.parametrize("purpose", ["prefetch", "prefetch;prerender", "Prefetch", "prerender"])
def test_what_a_browser_fetches_ahead_is_not_answered(purpose: str) -> None:
    addresses = ("/", "/en", "/en/", "/en/politics/river-treaty-abcdefghij")
    events = [viewed(address, "ar") for address in addresses]
    for event in events:
        event["request"]["headers"]["sec-purpose"] = {"value": purpose}
    answers = call("viewer-request", *events)
    assert [answer["statusCode"] for answer in answers] == [503] * len(addresses)
    assert all(answer["headers"]["cache-control"]["value"] == "no-store" for answer in answers)


@pytest.mark.parametrize("purpose", ["", "none"])
def test_another_purpose_changes_nothing(purpose: str) -> None:
    event = viewed("/en/")
    event["request"]["headers"]["sec-purpose"] = {"value": purpose}
    (answer,) = call("viewer-request", event)
    assert answer["uri"] == "/en/index.html"


@pytest.mark.parametrize(
    ("uri", "key"),
    [
        ("/en/", "/en/index.html"),
        ("/ar/politics/2026-11/", "/ar/politics/2026-11/index.html"),
        ("/en/politics/river-treaty-abcdefghij", "/en/politics/river-treaty-abcdefghij"),
        ("/ar/x/%D9%85%D8%B9-abcdefghij", "/ar/x/%D9%85%D8%B9-abcdefghij"),
        ("/en/feed.xml", "/en/feed.xml"),
        ("/english", "/english"),
        ("//", "//index.html"),
    ],
)
def test_only_an_address_that_ends_in_a_slash_is_completed(uri: str, key: str) -> None:
    (answer,) = call("viewer-request", viewed(uri, language="ar", edition="ar"))
    assert answer["uri"] == key
