from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.news.blocks import Span, plain
from shared.news.newsroom import Quotes
from shared.translation.markup import Damaged, codes, decode, encode, tokens, verify
from shared.translation.ports import Pair
from shared.translation.shield import finished, shield, unshield

EN_ES, AR_EN = Pair("en", "es"), Pair("ar", "en")
TERMS = {"Reuters": "Reuters", "High Court": "Tribunal Superior", "High Court of Lima": "TSL"}


def test_protected_words_are_codes_and_come_back_as_the_glossary_has_them() -> None:
    sent = shield("The High Court of Lima told Reuters, and the High Court knew.", EN_ES, TERMS)
    assert sent.text == "The XPH0X told XPH1X, and the XPH2X knew."
    said = unshield("XPH2X ya sabía que XPH0X habló con XPH1X.", sent)
    assert said == "Tribunal Superior ya sabía que TSL habló con Reuters."


def test_protected_words_are_whole_words_of_the_same_case() -> None:
    text = "Reutersville and reuters said @Reuters at https://example.org/Reuters"
    assert shield(text, EN_ES, TERMS).text == "Reutersville and reuters said XPH0X at XPH1X"


def test_an_arabic_name_is_known_behind_a_one_letter_word() -> None:
    sent = shield("قالت السمت والسمت وBBC، والسمتية", AR_EN, {"السمت": "Al-Samt", "BBC": "BBC"})
    assert sent.text == "قالت XPH0X وXPH1X وXPH2X، والسمتية"


def test_marks_may_stand_around_protected_words_and_they_stay_inside() -> None:
    sent = shield("As XPA0XReutersXPZ0X told @desk, it rains.", EN_ES, TERMS)
    assert sent.text == "As XPA0X XPH1X XPZ0X told XPH2X, it rains."
    said = unshield("Llueve, dijo XPA0X XPH1X XPZ0X a XPH2X.", sent)
    assert said == "Llueve, dijo XPA0XReutersXPZ0X a @desk."
    with pytest.raises(Damaged):
        unshield("Llueve, dijo XPA0X XPH2X XPZ0X a XPH1X.", sent)


@pytest.mark.parametrize(
    "invented", ["@otra", "#otra", "https://example.net/", "a@example.net", "www.example.net"]
)
def test_no_address_or_handle_is_invented(invented: str) -> None:
    sent = shield("Ask @desk.", EN_ES)
    with pytest.raises(Damaged):
        unshield(f"Pregunte a XPH0X o a {invented}.", sent)


def test_an_address_with_something_like_a_code_in_it_stays_whole() -> None:
    run = (Span(text="See https://example.org/XPA0X/b, @xph1x and #XPZ0X."),)
    line = encode(run)
    sent = shield(line.text, EN_ES)
    assert sent.text == "See XPH0X, XPH1X and XPH2X."
    said = decode(unshield("Vea XPH2X, XPH1X y XPH0X.", sent), line)
    assert plain(said) == "Vea #XPZ0X, @xph1x y https://example.org/XPA0X/b."


def test_a_number_sign_is_no_hashtag() -> None:
    assert shield("Number #12,500 of #river1.", EN_ES).text == "Number #XPH0X of XPH1X."


PIECES = st.sampled_from(
    ["نعم", "río", "Reuters", " ", " ", '"', "'", ",", "?", "!", "50", "%", "."]
)
RUNS = st.lists(
    st.builds(
        lambda pieces, link: Span(text="".join(pieces), link=link),
        st.lists(PIECES, min_size=1, max_size=6),
        st.sampled_from([None, "/a", "/b"]),
    ),
    max_size=5,
)


@given(RUNS, st.sampled_from([EN_ES, Pair("en", "ar"), AR_EN]), st.sampled_from(get_args(Quotes)))
def test_typography_leaves_codes_and_protected_words(
    run: list[Span], pair: Pair, quotes: Quotes
) -> None:
    line = encode(tuple(run)).text
    told = finished(line, pair, quotes, {"Reuters": "Reuters"})
    assert codes(told) == codes(line)
    assert told.count("Reuters") == line.count("Reuters")
    verify(line, told)
    assert finished(told, pair, quotes, {"Reuters": "Reuters"}) == told


def test_marks_are_looked_through() -> None:
    line = 'قال XPA0X"الوزير"XPZ0X, ثم XPA1Xعادوا،وXPZ1X?'
    told = finished(line, Pair("en", "ar"), "guillemets")
    assert told == "قال XPA0X«الوزير»XPZ0X، ثم XPA1Xعادوا، وXPZ1X؟"
    assert [words for kind, _, words in tokens(told) if not kind][1] == "«الوزير»"
