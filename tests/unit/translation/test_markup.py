import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.news.blocks import Inline, Span, joined, plain
from shared.news.language import Language
from shared.translation.markup import (
    Damaged,
    Line,
    bare,
    carried,
    codes,
    decode,
    encode,
    is_wordless,
    one_line,
    verify,
)
from shared.translation.ports import Pair
from shared.translation.pseudo import pseudo
from shared.translation.shield import shield, unshield
from tests.fakes.engines import MARK_DAMAGE

EN_ES, EN_AR = Pair("en", "es"), Pair("en", "ar")

RIVER = (
    Span(text="The "),
    Span(text="great river", strong=True),
    Span(text=", says "),
    Span(text="the court", link="https://example.org/court"),
    Span(text=", feeds 12,500 fields; ask @rivercourt."),
)

texts = st.text("ab Z.,«»@#:/1٣ز XPAHZ\u00a0", min_size=1, max_size=12) | st.text(
    st.characters(exclude_categories=["C"]), min_size=1, max_size=8
)
spans = st.builds(
    Span,
    text=texts,
    strong=st.booleans(),
    emphasis=st.booleans(),
    link=st.sampled_from([None, None, "/a", "https://example.org/b"]),
)
inlines = st.lists(spans, max_size=6).map(tuple)


def links(run: Inline) -> list[str]:
    return [span.link for span in run if span.link and span.text.strip()]


def squeezed(run: Inline) -> str:
    return one_line(plain(run)).replace(" ", "")


def through(run: Inline, pair: Pair, engine: object = None) -> Inline:
    line = encode(run)
    sent = shield(line.text, pair)
    answer = engine(sent.text) if callable(engine) else sent.text
    return decode(unshield(answer, sent), line)


def test_a_line_has_codes_for_marks_and_nothing_else() -> None:
    line = encode(RIVER)
    assert line.text == (
        "The XPA0Xgreat riverXPZ0X, says XPA1Xthe courtXPZ1X, feeds 12,500 fields; ask @rivercourt."
    )
    assert [mark.link for mark in line.marks] == [None, "https://example.org/court"]
    assert decode(line.text, line) == RIVER


def test_an_engine_gets_codes_for_names_and_numbers_set_apart_from_words() -> None:
    assert shield(encode(RIVER).text, EN_ES).text == (
        "The XPA0X great river XPZ0X, says XPA1X the court XPZ1X, feeds XPH2X fields; ask XPH3X."
    )


def test_words_may_move_with_their_marks() -> None:
    answer = (
        "Según XPA1X el tribunal XPZ1X , el XPA0X gran río XPZ0X riega XPH2X campos; "
        "pregunte a XPH3X."
    )
    assert through(RIVER, EN_ES, lambda _: answer) == (
        Span(text="Según "),
        Span(text="el tribunal", link="https://example.org/court"),
        Span(text=", el "),
        Span(text="gran río", strong=True),
        Span(text=" riega 12\u202f500 campos; pregunte a @rivercourt."),
    )


def test_glued_codes_are_set_apart_and_an_arabic_prefix_stays_glued() -> None:
    run = (Span(text="with "), Span(text="care", strong=True), Span(text=" now"))
    said = through(run, EN_ES, lambda _: "conXPA0XcuidadoXPZ0Xya")
    assert plain(said) == "con cuidado ya"
    assert plain(through(run, EN_AR, lambda _: "بXPA0XعنايةٍXPZ0X الآن")) == "بعنايةٍ الآن"


def test_codes_are_known_in_any_case_and_with_any_digits() -> None:
    run = (Span(text="with "), Span(text="care", link="/care"))
    assert links(through(run, EN_AR, lambda _: "بكل xpa٠x عناية Xpz0x")) == ["/care"]


@given(inlines, st.sampled_from([EN_ES, EN_AR, Pair("ar", "en"), Pair("es", "en")]))
def test_an_echo_brings_everything_back(run: Inline, pair: Pair) -> None:
    line = encode(run)
    assert links(decode(line.text, line)) == links(joined(run))
    assert squeezed(decode(line.text, line)) == squeezed(run)
    assert links(through(run, pair)) == links(joined(run))


damages = st.sampled_from(
    [
        lambda _text: "",
        lambda text: re.sub(r"XP[AZH]\d+X", "", text, count=1),
        lambda text: re.sub(r"(XP[AZH]\d+X)", r"\1\1", text, count=1),
        lambda text: " ".join(reversed(text.split())),
        lambda text: text.lower(),
        lambda text: text.title(),
        lambda text: text.replace("X", "x", 3),
        lambda text: re.sub(r"X\b", "", text),
        lambda text: re.sub(r"[A-Z]+", "", text),
        lambda text: text[: len(text) // 2],
        lambda text: text[len(text) // 2 :],
        lambda text: text * 2,
        lambda text: text.replace("0", "1"),
        lambda text: re.sub(r"(\d)", r" \1 ", text),
        lambda text: pseudo(text, EN_ES),
    ]
)


@given(inlines, st.lists(damages, min_size=1, max_size=3))
def test_whatever_an_engine_does_every_link_is_there_or_it_is_noticed(
    run: Inline, doings: list[object]
) -> None:
    def engine(text: str) -> str:
        for do in doings:
            text = do(text)  # type: ignore[operator]
        return text

    try:
        said = through(run, EN_ES, engine)
    except Damaged:
        return
    assert sorted(links(said)) == sorted(links(joined(run)))
    assert not re.search(r"XP[AZH]\d+X", plain(said)) or "XP" in plain(run).upper()


@pytest.mark.parametrize("damage", MARK_DAMAGE)
def test_each_damage_to_marks_is_noticed(damage: str) -> None:
    with pytest.raises(Damaged):
        through(RIVER, EN_ES, MARK_DAMAGE[damage])


@pytest.mark.parametrize(
    "answer",
    [
        "XPA0X todo, el tribunal también XPZ0X",  # swallowed the sentence
        "todo XPA0X . XPA1X XPZ0X XPZ1X",
        "todo XPZ0X río XPA0X",
        "el XPA0X río XPZ0X, y más XPZ0",  # part of a code is left
    ],
)
def test_marks_in_the_wrong_place_are_noticed(answer: str) -> None:
    with pytest.raises(Damaged):
        verify("The XPA0X river XPZ0X, and more", answer)


def test_a_text_that_looks_like_a_code_comes_through() -> None:
    run = (Span(text="The part XPA0X and "), Span(text="XPH1X", link="/part"), Span(text=" fit."))
    assert plain(through(run, EN_ES)) == plain(run)
    assert codes(encode(run).text) == ["H0", "A1", "H2", "Z1"]


def test_marks_around_white_space_are_dropped_and_its_words_are_not() -> None:
    run = (Span(text="a"), Span(text=" ", strong=True), Span(text="b"))
    assert encode(run) == Line("a b")


@pytest.mark.parametrize(
    ("text", "pair", "wanted"),
    [
        ("2025", EN_AR, "2025"),
        ("…", EN_ES, "…"),
        ("12,500 – 3", EN_ES, "12\u202f500 – 3"),
        ("٢٠٢٥", Pair("ar", "en"), "2025"),
        ("XPA0Xhttps://example.org/aXPZ0X", EN_AR, "XPA0Xhttps://example.org/aXPZ0X"),
    ],
)
def test_a_line_without_words_needs_no_engine(text: str, pair: Pair, wanted: str) -> None:
    assert is_wordless(text)
    assert carried(text, pair) == wanted


@pytest.mark.parametrize(
    ("literal", "language"),
    [
        ("https://example.org/a?b=c&d", "en"),
        ("www.example.org", "es"),
        ("desk@example.org", "en"),
        ("@مدار_الآن", "ar"),
        ("#RiverTreaty", "en"),
        ("#نهر_واحد", "ar"),
    ],
)
def test_addresses_handles_and_hashtags_never_reach_an_engine(
    literal: str, language: Language
) -> None:
    pair = Pair(language, "en" if language != "en" else "es")
    sent = shield(f"abc {literal}, abc", pair)
    assert sent.text == "abc XPH0X, abc"
    assert bare(unshield("XPH0X: abc", sent)) == f"{literal}: abc"
