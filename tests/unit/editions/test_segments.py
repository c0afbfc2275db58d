import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.editions.segments import sentences
from shared.news.language import LANGUAGES, Language

ALPHABET = "aB د.!?؟…»”)’ \u00a0\n\u202f«¿1é"


@given(st.text(ALPHABET) | st.text(), st.sampled_from(LANGUAGES))
def test_the_pieces_joined_again_are_the_text(text: str, language: Language) -> None:
    pieces = sentences(text, language)
    assert "".join(pieces) == text
    assert all(pieces)
    assert len(pieces) <= 1 or all(piece.strip() for piece in pieces)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It rained.| “Stay.” |She stayed!| Who knows?| Nobody…| The end."),
        ("en", "Dr. Pike met J. K. Alder on 3 Dec. 2025.| They talked."),
        ("en", "It grew 3.5 times.| “What?” he said, and left."),
        (
            "en",
            "See No. 5 and the U.S. Then no.| He paid (in full.) |More came etc.| Then it ended.",
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
