"""Markdown becomes blocks; what blocks do not know is noted, what may not be is a fault."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.intake.body import read_body, tidy
from shared.intake.findings import Findings
from shared.intake.links import link
from shared.news.blocks import Block, Body, Break, Heading, Listing, Paragraph, Quote, Span, inlines


def blocks(markdown: str) -> Body:
    return read_body(markdown, 1, Findings())


def found_in(markdown: str, first_line: int = 1) -> Findings:
    found = Findings()
    read_body(markdown, first_line, found)
    return found


def notes_of(markdown: str) -> list[str]:
    return [note.rule for note in found_in(markdown).notes]


def words(*texts: str) -> list[tuple[Span, ...]]:
    return [(Span(text=text),) for text in texts]


def test_paragraphs_are_told_apart_by_blank_lines_and_lines_are_joined() -> None:
    assert blocks("one\ntwo  \nthree\\\nfour\n\nfive") == (
        Paragraph(spans=(Span(text="one two three four"),)),
        Paragraph(spans=(Span(text="five"),)),
    )


def test_marks_nest_and_links_keep_them() -> None:
    (block,) = blocks("a **b _c_** [d *e*](https://x.org/)")
    assert inlines(block)[0] == (
        Span(text="a "),
        Span(text="b ", strong=True),
        Span(text="c", strong=True, emphasis=True),
        Span(text=" "),
        Span(text="d ", link="https://x.org/"),
        Span(text="e", emphasis=True, link="https://x.org/"),
    )


@pytest.mark.parametrize(
    ("markdown", "levels"),
    [
        ("# a\n\n## b\n\n### c\n\n#### d", [2, 3, 4, 4]),
        ("## a\n\n### b\n\n###### c", [2, 3, 4]),
        ("a\n===\n\nb\n---", [2, 3]),
    ],
)
def test_headings_begin_at_level_two(markdown: str, levels: list[int]) -> None:
    assert [block.level for block in blocks(markdown) if isinstance(block, Heading)] == levels


def test_a_quote_keeps_its_paragraphs() -> None:
    assert blocks("> one\n>\n> two") == (Quote(paragraphs=tuple(words("one", "two"))),)


def test_lists_are_numbered_or_not() -> None:
    assert blocks("- one\n- two\n\ntext\n\n1. three") == (
        Listing(items=tuple(words("one", "two"))),
        Paragraph(spans=(Span(text="text"),)),
        Listing(ordered=True, items=tuple(words("three"))),
    )


def test_three_stars_or_hyphens_are_a_break() -> None:
    assert blocks("a\n\n---\n\n***") == (Paragraph(spans=words("a")[0]), Break(), Break())


NESTED: dict[str, list[Block]] = {
    "- a\n  - b\n    - c\n- d": [Listing(items=tuple(words("a", "b", "c", "d")))],
    "> a\n>> b": [Quote(paragraphs=tuple(words("a", "b")))],
    "> - a\n> - b": [Quote(paragraphs=tuple(words("a", "b")))],
    "- a\n\n  b": [Listing(items=tuple(words("a b")))],
    "- # a": [Listing(items=tuple(words("a")))],
    "- a\n\n  > b": [Listing(items=tuple(words("a b")))],
    "> a\n>\n> ***": [Quote(paragraphs=tuple(words("a")))],
}


@pytest.mark.parametrize("markdown", NESTED)
def test_what_is_nested_is_flattened_and_noted(markdown: str) -> None:
    assert list(blocks(markdown)) == NESTED[markdown]
    assert "nesting-flattened" in notes_of(markdown)


@pytest.mark.parametrize("markdown", ["    a = 1", "```py\na = 1\n```", "~~~\na = 1", "`a = 1`"])
def test_code_is_text_and_noted(markdown: str) -> None:
    assert blocks(markdown) == (Paragraph(spans=(Span(text="a = 1"),)),)
    assert notes_of(markdown) == ["code-as-text"]


@pytest.mark.parametrize(
    "markdown", ["a <b>c</b>", "<script>alert(1)</script>", "<!-- a -->", "<img src=x onerror=y>"]
)
def test_html_is_text_and_noted(markdown: str) -> None:
    (block,) = blocks(markdown)
    assert inlines(block)[0] == (Span(text=markdown),)
    assert notes_of(markdown) == ["html-as-text"]


def test_a_table_is_noted() -> None:
    assert notes_of("| a | b |\n|---|---|\n| c | d |") == ["table-as-text"]


@pytest.mark.parametrize("markdown", ["", "\n\n", ">", "-", "- \n- ", "#", "&nbsp;", "[a]: /b"])
def test_nothing_said_is_no_block(markdown: str) -> None:
    assert blocks(markdown) == ()


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a?b=c#d",
        "http://example.org/",
        "mailto:desk@example.org",
        "/en/politics/",
        "#top",
    ],
)
def test_the_web_mail_and_our_own_pages_can_be_linked(address: str) -> None:
    assert link(address) == address


def test_an_arabic_address_is_linked_in_its_encoded_form() -> None:
    assert link("https://example.org/خبر") == "https://example.org/%D8%AE%D8%A8%D8%B1"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "\u00a0javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https:",
        "https://",
        "http:evil",
        "https://[",
        "mailto:nobody",
        "river.md",
        "",
        "https://x.org/\u00a0",
        "https://x.org/" + "a" * 2000,
    ],
)
def test_nothing_else_can(address: str) -> None:
    assert link(address) is None


@pytest.mark.parametrize(
    "markdown",
    [
        "[a](javascript:alert(1))",
        "[a](<javascript:alert(1)>)",
        "[a](java&#x73;cript:alert(1))",
        "[a](&#x6A;avascript:alert(1))",
        "[a](\\javascript:alert(1))",
        "[a][b]\n\n[b]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "[a](data:text/html;base64,PHNjcmlwdD4=)",
        "[a](&nbsp;javascript:alert(1))",
    ],
)
def test_a_forbidden_link_is_a_fault_however_it_is_written(markdown: str) -> None:
    found = found_in(markdown)
    assert [fault.rule for fault in found.faults] == ["link-scheme"]
    spans = [span for block in blocks(markdown) for run in inlines(block) for span in run]
    assert all(span.link is None for span in spans)


def test_a_picture_in_the_text_is_a_fault_with_its_line() -> None:
    (fault,) = found_in("one\n\ntwo\nthree ![alt](a.jpg)", first_line=10).faults
    assert (fault.rule, fault.line) == ("picture-in-body", 13)
    assert fault.example.startswith("picture:")


def test_entities_bring_no_hidden_directions_back() -> None:
    (block,) = blocks("a&#x202e;b&#8294;c")
    assert inlines(block)[0] == (Span(text="abc"),)


HOSTILE = {
    "brackets": "[" * 100_000,
    "links": "[a](" * 25_000,
    "pictures": "![" * 50_000,
    "quotes": ">" * 100_000,
    "nested quotes": "> " * 50_000,
    "stars": "*a " * 33_000,
    "mixed marks": "**a_" * 25_000,
    "backticks": "".join("`" * count + " " for count in range(1, 440)),
    "list items": "- " * 50_000,
    "deep list": "".join(" " * depth + "- a\n" for depth in range(440)),
    "newlines": "\n" * 100_000,
    "references": "[a]: /x\n\n" + "[a]" * 30_000,
    "reference names": "".join(f"[a{number}]: b\n" for number in range(9_000)),
    "angles": "<a" * 50_000,
    "comments": "<!--" * 25_000,
    "backslashes": "\\" * 100_000,
    "open addresses": "[a](<b" * 14_000,
    "dashes": "|-" * 50_000,
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_markdown_is_read_in_time(what: str) -> None:
    # Of the processor: a function has so much, whatever else this machine does.
    started = time.process_time()
    blocks(HOSTILE[what])
    assert time.process_time() - started < 10


@given(st.text(alphabet=st.sampled_from("ab *_`[]()<>!#-+=>&;\\/:1.\n\t\"'|~شن")))
def test_any_markdown_gives_tidy_blocks(markdown: str) -> None:
    for block in blocks(markdown):
        runs = inlines(block)
        assert isinstance(block, Break) or runs
        for run in runs:
            assert run
            assert run == tidy(run)


@given(st.text())
def test_any_text_at_all_gives_blocks(text: str) -> None:
    blocks(text)
