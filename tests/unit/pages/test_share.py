from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.editions.registry import EDITIONS
from shared.news.language import LANGUAGES, Language
from shared.pages.share import NETWORKS, share_links
from tests.unit.pages import sample
from tests.unit.pages.reading import Page

EACH = pytest.mark.parametrize("edition", LANGUAGES)


@given(st.text(), st.text())
def test_each_network_gets_what_is_shared_whatever_its_characters(words: str, place: str) -> None:
    for network, link in share_links(words, place).items():
        assert link.isascii()
        asked = parse_qs(urlsplit(link).query, keep_blank_values=True, strict_parsing=True)
        said = " ".join(value for values in asked.values() for value in values)
        assert place in said
        assert words in said or network == "facebook"


@EACH
def test_every_network_has_a_name_in_every_edition(edition: Language) -> None:
    assert EDITIONS[edition].networks.keys() == NETWORKS.keys()


@EACH
def test_an_article_is_shared_by_plain_links_to_its_own_address(edition: Language) -> None:
    page = Page(sample.renderer().article(sample.article_page(edition)))
    share = page.one("section", **{"data-component": "share"})
    links = [one["href"] for one in share.inside if one.tag == "a"]
    assert links == list(
        share_links(
            sample.texts(edition).headline or "", page.one("link", rel="canonical")["href"]
        ).values()
    )
    assert all(name in share.text for name in EDITIONS[edition].networks.values())


def test_copying_needs_the_script_and_is_not_offered_without_it() -> None:
    page = Page(sample.renderer().article(sample.article_page("en")))
    share = page.one("section", **{"data-component": "share"})
    (button,) = (one for one in share.inside if one.tag == "button")
    (place,) = (one for one in share.inside if one.tag == "li" and button in one.inside)
    assert "hidden" in place.attributes
    assert button["value"] == page.one("link", rel="canonical")["href"]
