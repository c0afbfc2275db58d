from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.editions.segments import sentences
from shared.news.language import LANGUAGES, Language

FOLDER = Path(__file__).parent / "segments"
ALPHABET = "aB د.!?؟…»”)’ \u00a0\n\u202f«¿1é"


@given(st.text(ALPHABET) | st.text(), st.sampled_from(LANGUAGES))
def test_the_pieces_joined_again_are_the_text(text: str, language: Language) -> None:
    pieces = sentences(text, language)
    assert "".join(pieces) == text
    assert all(pieces)
    assert len(pieces) <= 1 or all(piece.strip() for piece in pieces)


@given(st.text(ALPHABET), st.text(ALPHABET), st.sampled_from(LANGUAGES))
def test_what_follows_changes_no_cut_but_the_last(text: str, more: str, code: Language) -> None:
    settled = sentences(text, code)[:-2]
    assert sentences(text + more, code)[: len(settled)] == settled


def rules(language: Language) -> Iterator[tuple[str, list[str]]]:
    """The golden rules of a language with their kinds; those under "beyond" are known misses."""
    kind = ""
    for line in (FOLDER / f"rules.{language}.txt").read_text().splitlines():
        if line.startswith("# "):
            kind = line[2:]
        else:
            yield kind, [piece.strip() for piece in line.split("|")]


BEYOND = {"beyond", "más allá", "أبعد من ذلك"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_golden_rules_of_a_language_hold(language: Language) -> None:
    asked = [pieces for kind, pieces in rules(language) if kind not in BEYOND]
    cut = [[piece.strip() for piece in sentences(" ".join(one), language)] for one in asked]
    assert cut == asked
    assert len(asked) > 40


def marked(language: Language) -> list[list[str]]:
    """The paragraphs of the sample newspaper, each with its sentences as people see them."""
    paragraphs = (FOLDER / f"news.{language}.txt").read_text().strip().split("\n\n")
    return [paragraph.split("\n") for paragraph in paragraphs]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_newspaper_is_cut_where_people_marked_it(language: Language) -> None:
    asked = marked(language)
    cut = [[one.strip() for one in sentences(" ".join(lines), language)] for lines in asked]
    assert sum(map(len, asked)) > 300
    assert sum(one != other for one, other in zip(cut, asked, strict=True)) <= 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It rained.| “Stay.” |She stayed!| Who knows?| Nobody…| The end."),
        ("en", "Dr. Pike met J. K. Alder on 3 Dec. 2025.| They talked."),
        ("en", "It grew 3.5 times.| “What?” he said, and left."),
        (
            "en",
            "See No. 5 and the U.S. |Then no.| He paid (in full.) |More came etc.| Then it ended.",
        ),
        ("es", "¿Y si lo compramos?».| «No somos héroes».| ¡Adelante!| ¿de verdad?| Sí."),
        (
            "es",
            "El Sr. Lemus dijo que no.| Luego, la Dra. Paz leyó la pág. 4.| En EE. UU. |El frío.",
        ),
        ("es", "Abre a las 9 a. m. en la calle."),
        ("ar", "وصل د. سامي إلى المدينة.| قال: «نعم.» |ثم سأل: لماذا؟| لا أحد يعلم…| انتهى."),
        ("ar", "نما 3.5 أضعاف، ثم توقف؛ هكذا كان."),
    ],
)
def test_a_sentence_ends_where_a_reader_would_say(language: Language, text: str) -> None:
    wanted = [piece.strip() for piece in text.split("|")]
    assert [piece.strip() for piece in sentences(text.replace("|", ""), language)] == wanted


def test_a_long_paragraph_takes_no_time() -> None:
    text = "A sentence of some words. Another one? " * 20_000
    assert len(sentences(text, "en")) == 40_000


def test_no_text_has_no_sentences() -> None:
    assert sentences("", "en") == []
