"""What the desk writes as Markdown, intake reads as the same blocks."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from shared.desk.body import body_as_markdown
from shared.intake.body import read_body, tidy
from shared.intake.findings import Findings
from shared.intake.text import clean
from shared.news.blocks import Body, Break, Heading, Listing, Paragraph, Quote, Span

SIGNS = some.sampled_from([
    *"ab1 .,!?*_`[]()<>&#-+~=|\\\"'«»،؟عرéñ:;/@\u00a0—’$€😀",
    "&lt;", "&#35;", "---", "1. ", "# ", "**", "__", "https://", "![", "](", "lrm;",
])  # fmt: skip


def cleaned(text: str) -> str:
    return unicodedata.normalize("NFC", clean(text))


HOSTILE = some.lists(SIGNS, min_size=1, max_size=8).map("".join).map(cleaned)
ANY = some.text(min_size=1, max_size=8).map(cleaned)
WORDS = some.one_of(HOSTILE, ANY).filter(lambda text: text and not unicodedata.combining(text[0]))
LINKS = some.sampled_from([
    None, None, "https://example.org/a_b?c=1&copy=2", "https://example.org/(a)", "/en/x", "#a",
    "mailto:a@b.org",
])  # fmt: skip
SPANS = some.builds(
    Span, text=WORDS, strong=some.booleans(), emphasis=some.booleans(), link=LINKS
)  # fmt: skip
RUNS = some.lists(SPANS, min_size=1, max_size=5).map(tidy).filter(bool)
SEVERAL = some.lists(RUNS, min_size=1, max_size=3).map(tuple)
BLOCKS = some.one_of(
    some.builds(Paragraph, spans=RUNS),
    some.builds(Heading, level=some.sampled_from([2, 3, 4]), spans=RUNS),
    some.builds(Quote, paragraphs=SEVERAL),
    some.builds(Listing, ordered=some.booleans(), items=SEVERAL),
    some.just(Break()),
)
BODIES = some.lists(BLOCKS, min_size=1, max_size=4).map(tuple)


def read(markdown: str) -> Body:
    found = Findings()
    body = read_body(clean(markdown), 1, found)
    assert found.faults == ()
    return body


@given(BODIES)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_every_body_comes_back_as_it_was(body: Body) -> None:
    assert read(body_as_markdown(body)) == body


def paragraph(*spans: Span) -> Body:
    return (Paragraph(spans=spans),)


STRONG = Span(text="bold", strong=True)


@pytest.mark.parametrize(
    ("body", "markdown"),
    [
        (paragraph(Span(text="Plain prose, with (brackets) – and 3.5 km.")),
         "Plain prose, with (brackets) – and 3.5 km."),
        (paragraph(Span(text="a "), STRONG, Span(text=" word")), "a **bold** word"),
        (paragraph(Span(text="an "), Span(text="inner", emphasis=True)), "an _inner_"),
        (paragraph(Span(text="see "), Span(text="this", link="https://a.org/x")),
         "see [this](https://a.org/x)"),
        (paragraph(Span(text="x", strong=True, link="/en/a"), Span(text="y", link="/en/a")),
         "[**x**y](/en/a)"),
        ((Heading(level=3, spans=(Span(text="Now"),)), Break()), "### Now\n\n***"),
        ((Listing(ordered=True, items=((STRONG,), (Span(text="b"),))),), "1. **bold**\n2. b"),
        ((Quote(paragraphs=((Span(text="a"),), (Span(text="b"),))),), "> a\n>\n> b"),
    ],
)  # fmt: skip
def test_ordinary_prose_stays_readable(body: Body, markdown: str) -> None:
    assert body_as_markdown(body) == markdown
    assert read(markdown) == body


@pytest.mark.parametrize(
    "text", ["# no heading", "- no list", "1. no list", "> no quote", "*", "---", "~~~", "a_b *c*"]
)
def test_what_looks_like_a_mark_stays_text(text: str) -> None:
    body = paragraph(Span(text=text))
    assert read(body_as_markdown(body)) == body


def test_a_mark_inside_a_word_is_held_apart() -> None:
    body = paragraph(Span(text="un"), Span(text="«x»", strong=True), Span(text="y"))
    assert "&lrm;" in body_as_markdown(body)
    assert read(body_as_markdown(body)) == body


@pytest.mark.parametrize(
    "spans",
    [
        (Span(text="a"), Span(text=" b", strong=True)),
        (Span(text="a ", strong=True), Span(text="b")),
        (Span(text="a\u00a0", emphasis=True), Span(text="b")),
        (Span(text="un"), Span(text="do", emphasis=True), Span(text="able")),
        (Span(text="Look!"), Span(text="here", link="/en/x")),
        (Span(text="&amp; &#35; &"), Span(text="lt;", strong=True)),
        (Span(text="a", strong=True), Span(text="b", strong=True, emphasis=True, link="#a"),
         Span(text="c", emphasis=True)),
    ],
)  # fmt: skip
def test_marks_spaces_and_signs_side_by_side_stay_what_they_are(spans: tuple[Span, ...]) -> None:
    assert read(body_as_markdown(paragraph(*spans))) == paragraph(*spans)


def test_a_heading_may_end_in_a_sign_of_headings() -> None:
    body = (Heading(level=2, spans=(Span(text="In C #"),)),)
    assert read(body_as_markdown(body)) == body


def test_two_lists_side_by_side_stay_two() -> None:
    one = Listing(items=((Span(text="a"),),))
    body = (
        one,
        one,
        one,
        Listing(ordered=True, items=one.items),
        Listing(ordered=True, items=one.items),
    )
    assert read(body_as_markdown(body)) == body
