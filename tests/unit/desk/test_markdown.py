"""Markdown that means nothing but what it says."""

import pytest
from markdown_it import MarkdownIt

from shared.desk.markdown import code, link, text


def rendered(markdown: str) -> str:
    return str(MarkdownIt("commonmark").render(markdown)).strip()


@pytest.mark.parametrize("words", ["a_b_c *d*", "[x](y)", "<b>x</b>", "`x`", "back\\slash"])
def test_words_are_never_taken_for_marks(words: str) -> None:
    escaped = words.replace("<", "&lt;").replace(">", "&gt;")
    assert rendered(text(words)) == f"<p>{escaped}</p>"


def test_words_stay_on_one_line() -> None:
    assert text("one\n  two") == "one two"


@pytest.mark.parametrize("written", ["section: politics", "a`b", "`a`", "``"])
def test_what_is_to_be_typed_is_shown_letter_by_letter(written: str) -> None:
    assert rendered(code(written, "en")) == f"<p><code>{written}</code></p>"


def test_several_lines_are_shown_as_lines() -> None:
    assert "<pre><code>---\na: b\n---\n</code></pre>" in rendered(
        "1. x" + code("---\na: b\n---", "en")
    )


def test_latin_text_is_isolated_in_arabic_and_only_there() -> None:
    assert code("section", "ar") == "\u2068`section`\u2069"
    assert code("section", "es") == "`section`"
    assert link("/en/x", "https://a.org/en/x", "ar").startswith("\u2068[")
