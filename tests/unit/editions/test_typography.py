import re
import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from shared.editions.typography import LITERAL, lapses, typeset
from shared.news.language import LANGUAGES, Language
from shared.news.newsroom import Quotes

PIECES = st.sampled_from([
    "و", "قال", "الوزيـــر", "هـ", "هل", "بـ", "سَـلام", "Who", "river", "río", "Él", "s", "n",
    "3,200", "3.2", "12\u202f500", "50", "٪", "%", " ", " ", " ", "\u00a0", "'", '"', "“", "”",
    "«", "»", "‘", "’", ",", ";", "?", "!", ".", ":", "،", "؛", "؟", "¿", "¡", "…", "(", ")", "-",
    "--", "—", "@ana.b", "#tag_1", "#وسم", "https://example.org/a?b=c,d", "www.example.org",
    "desk@example.org",
])  # fmt: skip
TEXTS = st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=30)
STYLES = st.sampled_from(["curly", "guillemets"])
CLASSES = dict.fromkeys(map(ord, " \u00a0\u202fـ¿¡%٪'\"“”«»‘’"), "") | {
    ord("،"): ",", ord("؛"): ";", ord("؟"): "?", ord("—"): "--",
}  # fmt: skip


def set_in(language: Language, text: str, quotes: Quotes | None = None) -> str:
    return typeset(text, language, quotes or ("guillemets" if language == "ar" else "curly"))


@given(TEXTS, st.sampled_from(LANGUAGES), STYLES)
@example('"I "b" c"', "en", "guillemets")
def test_nothing_is_lost_but_the_typography(text: str, language: Language, quotes: Quotes) -> None:
    told = typeset(text, language, quotes)
    assert told.translate(CLASSES) == text.translate(CLASSES)


@given(TEXTS, st.sampled_from(LANGUAGES), STYLES)
def test_twice_is_the_same_as_once(text: str, language: Language, quotes: Quotes) -> None:
    once = typeset(text, language, quotes)
    assert typeset(once, language, quotes) == once


@given(TEXTS, st.sampled_from(LANGUAGES), STYLES)
def test_addresses_handles_hashtags_and_numbers_come_through(
    text: str, language: Language, quotes: Quotes
) -> None:
    told = typeset(text, language, quotes)
    for pattern in (LITERAL, r"\d+(?:[.,\u202f]\d+)*"):
        assert re.findall(pattern, told) == re.findall(pattern, text)


@given(TEXTS, st.sampled_from(LANGUAGES), STYLES)
def test_a_lapse_is_found_where_and_only_where_something_would_be_set(
    text: str, language: Language, quotes: Quotes
) -> None:
    found = list(lapses(text, language, quotes))
    assert bool(found) == (typeset(text, language, quotes) != text)
    assert all(0 <= lapse.at < len(text) for lapse in found)


@given(TEXTS)
def test_no_question_in_spanish_is_without_its_opening_mark(text: str) -> None:
    told = re.sub(LITERAL, "x", set_in("es", text))
    for said in re.split(r"[?!]*\?[?!]*(?=\s|$)", told)[:-1]:
        if re.search(r"[^\W_]", said) and not re.search(r"[\s(]$", said):
            assert "¿" in said or "¡" in said


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("قال الوزير, أمس; إن الأمر", "قال الوزير، أمس؛ إن الأمر"),
        ("هل يكفي هذا?", "هل يكفي هذا؟"),
        ("هل ستطلق Apple هاتف iPhone 15?", "هل ستطلق Apple هاتف iPhone 15؟"),
        ("زار Paris, ثم عاد", "زار Paris، ثم عاد"),
        ("في 2026, قال", "في 2026، قال"),
        ("مدن مثل Paris, Texas", "مدن مثل Paris, Texas"),
        ("نعم ، قال :لا !", "نعم، قال: لا!"),
        ("نعم،لا", "نعم، لا"),
        ("عند 10:30 و3:1", "عند 10:30 و3:1"),
        ("د.أحمد", "د.أحمد"),
        ("كبـــير", "كبير"),
        ("1446 هـ، والـNBA", "1446 هـ، والـNBA"),
        ("زاد %50 أو 3.5 %", "زاد 50% أو 3.5%"),
        ('قال "نعم" و"لا"', "قال «نعم» و«لا»"),
        ("قال “نعم” بـ'لا'", "قال «نعم» بـ'لا'"),
        ('قال: "سمعت "لا" منه"', "قال: «سمعت “لا” منه»"),
        ('قال "نعم.', "قال «نعم."),
        ('ثم عاد".', "ثم عاد»."),
    ],
)
def test_arabic_has_its_own_marks(text: str, right: str) -> None:
    assert set_in("ar", text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Vendrá mañana?", "¿Vendrá mañana?"),
        ("Viva la libertad!", "¡Viva la libertad!"),
        ("Si llueve, ¿vendrás?", "Si llueve, ¿vendrás?"),
        ("¡Qué dices?", "¡Qué dices?"),
        ("Análisis: qué pasa en Sudán?", "Análisis: ¿qué pasa en Sudán?"),
        ('Dijo: "Vendrás?" y calló.', "Dijo: “¿Vendrás?” y calló."),
        ("“Viva!”, gritó.", "“¡Viva!”, gritó."),
        ("Yahoo! compró la empresa.", "Yahoo! compró la empresa."),
        ("Nació en 1576 (?) en Lima.", "Nació en 1576 (?) en Lima."),
        ("¿Sí? Y tú?", "¿Sí? ¿Y tú?"),
        ("Subió un 50% o un 3,5 %.", "Subió un 50\u202f% o un 3,5\u202f%."),
        ("L'Hospitalet", "L’Hospitalet"),
        ("«Hola», dijo", "“Hola”, dijo"),
    ],
)
def test_spanish_opens_what_it_closes(text: str, right: str) -> None:
    assert set_in("es", text) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ('"Yes," he said, "it is \'fine\'."', "“Yes,” he said, “it is ‘fine’.”"),
        ("the boys' game, it's the '90s", "the boys’ game, it’s the ’90s"),
        ('He said "no', "He said “no"),
        ('"He said "no" and left"', "“He said ‘no’ and left”"),
        ('a pipe of 5" there', 'a pipe of 5" there'),
        ('odd " one', 'odd " one'),
        ("'tis", "'tis"),
        ("the court -- it met--ruled", "the court — it met—ruled"),
        ("from 3-1 to 5--6", "from 3-1 to 5--6"),
    ],
)
def test_english_has_curly_marks(text: str, right: str) -> None:
    assert set_in("en", text) == right


def test_an_edition_may_choose_its_quotation_marks() -> None:
    said = 'Dijo "oí “no” ayer".'
    assert set_in("es", said, "guillemets") == "Dijo «oí “no” ayer»."
    assert set_in("es", said, "curly") == "Dijo “oí ‘no’ ayer”."


def test_a_mark_between_a_word_and_its_punctuation_is_looked_through() -> None:
    codes = re.compile(r"(?P<opens><)|(?P<closes>>)")
    assert typeset('قال <"الوزير">, ثم', "ar", "guillemets", codes) == "قال <«الوزير»>، ثم"
    assert typeset("<Quién> viene?", "es", "curly", codes) == "¿<Quién> viene?"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", ['"', "'", "?", " \u00a0", "%", ", ", "<a", "ـ", "1,", "@", "(?"])
def test_no_text_takes_long(language: Language, unit: str) -> None:
    """Of a time that grows with the square of the text the test run itself would not end."""
    assert set_in(language, unit * 200_000 + string.ascii_letters)
