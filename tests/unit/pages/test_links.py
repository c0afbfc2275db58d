import pytest

from shared.pages.links import encoded, href


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=c#d",
        "HTTP://example.org",
        "mailto:desk@example.org",
        "/en/culture/",
        "/ar/ثقافة",
    ],
)
def test_addresses_of_the_web_of_mail_and_of_ours_become_links(address: str) -> None:
    assert href(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "\x01javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,<script>",
        "vbscript:x",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https:evil.example",
        "https://example.org/\nLocation: x",
        "en/culture",
        "",
    ],
)
def test_any_other_address_becomes_none(address: str) -> None:
    assert href(address) is None


def test_what_could_end_an_attribute_is_escaped() -> None:
    assert href('https://example.org/"onclick=x&y') == "https://example.org/&quot;onclick=x&amp;y"


def test_a_header_gets_only_ascii() -> None:
    assert encoded("/ar/ثقافة/a-1") == "/ar/%D8%AB%D9%82%D8%A7%D9%81%D8%A9/a-1"
    assert encoded("/en/a%20b") == "/en/a%20b"
