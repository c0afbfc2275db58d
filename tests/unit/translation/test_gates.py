import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from shared.news.language import LANGUAGES
from shared.translation.gates import doubts, nonsense, refuse
from shared.translation.markup import carried, is_wordless
from shared.translation.ports import Pair
from tests.corpus.texts import news

EN_ES, EN_AR, AR_ES, ES_EN = Pair("en", "es"), Pair("en", "ar"), Pair("ar", "es"), Pair("es", "en")
RIVER = "Seven countries signed a treaty to share the great river on Tuesday."
RIO = "Siete países firmaron el martes un tratado para compartir el gran río."
NAHR = "وقّعت سبع دول يوم الثلاثاء معاهدة لتقاسم النهر العظيم."


@pytest.mark.parametrize(
    ("source", "answer", "pair"),
    [
        (RIVER, RIO, EN_ES),
        (RIVER, NAHR, EN_AR),
        (NAHR, RIO, AR_ES),
        (RIO, RIVER, ES_EN),
        ("Lionel Messi", "Lionel Messi", EN_ES),
        ("hospital", "hospital", EN_ES),
        ("NASA", "NASA", EN_AR),
        ("NASA", "ناسا", EN_AR),
        ("BBC", "BBC", ES_EN),
        ("Error 404, says the page.", "«Error 404», dice la página.", EN_ES),
        ("The captcha is old.", "El captcha es viejo.", EN_ES),
        ("no no no no no", "no no no no no no", EN_ES),
        ("Ask @rivercourt", "اسأل @rivercourt", EN_AR),
        ("Written in XPA0Xa dayXPZ0X.", "Escrito en XPA0Xun díaXPZ0X.", EN_ES),
    ],
)
def test_a_fair_translation_passes(source: str, answer: str, pair: Pair) -> None:
    assert refuse(source, answer, pair) is None


@pytest.mark.parametrize(
    ("answer", "gate"),
    [
        ("", "empty"),
        (" ", "empty"),
        ("XPA0XXPZ0X", "empty"),
        ("Error 500 (Server Error)!!1500.That’s an error.", "error"),
        ("MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY.", "error"),
        ("QUERY LENGTH LIMIT EXCEEDED. MAX ALLOWED QUERY : 500 CHARS", "error"),
        ("<html><body>Siete países</body></html>", "error"),
        ("Siete países &quot;firmaron&quot; un tratado para compartir el gran río.", "error"),
        ("Too Many Requests. Please slow down and try again after a while.", "error"),
        ("Our systems have detected unusual traffic from your computer network.", "error"),
        ("Quota exceeded for quota metric 'Translate requests'.", "error"),
        (f"\u202e{RIO}", "invisible"),
        (RIO.replace(" ", "\u200b"), "invisible"),
        (RIO.replace("í", "\ufffd"), "invisible"),
        (RIVER, "same"),
        (NAHR, "script"),
        ("1234567 890 1234567 890 1234567 890 1234567 890", "script"),
        ("Siete.", "length"),
        ("Siete países firmaron el martes un tratado para", "cut"),
        (RIO.replace("Siete", "Los 7").replace("gran", "gran 2º"), "numbers"),
        (f"{RIO} {RIO} Y nada más que decir.", "length"),
        ("Siete países países países países países firmaron el martes.", "loop"),
        ("el gran río es un gran río el gran río es un gran río el gran río es un", "loop"),
    ],
)
def test_nonsense_is_refused_by_its_gate(answer: str, gate: str) -> None:
    assert refuse(RIVER, answer, EN_ES) == gate


def test_latin_words_are_no_arabic_text() -> None:
    assert refuse(RIVER, RIO, EN_AR) == "script"
    assert refuse("rivers", "rivers", EN_AR) == "same"
    assert refuse("Madrid", "Madrid", EN_AR) == "same"
    assert refuse(NAHR, NAHR, AR_ES) == "same"


PAIRS = [Pair(a, b) for a in LANGUAGES for b in LANGUAGES if a != b]
NEWS = news()


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_peoples_translations_pass_but_for_one_in_a_hundred(pair: Pair) -> None:
    refused = [one for one in NEWS if refuse(one[pair.source], one[pair.target], pair)]
    assert len(refused) * 100 <= len(NEWS)


@given(st.sampled_from(PAIRS), st.sampled_from(NEWS), st.data())
def test_a_changed_digit_of_a_number_that_both_texts_have_once_is_refused(
    pair: Pair, row: dict[str, str], data: st.DataObject
) -> None:
    source, answer = row[pair.source], row[pair.target]
    numbers = [one for one in re.findall(r"\d+", answer) if _once(one, source) and len(one) > 1]
    assume(numbers and refuse(source, answer, pair) is None)
    number = data.draw(st.sampled_from(numbers))
    at, digit = data.draw(st.integers(0, len(number) - 1)), data.draw(st.sampled_from("0123456789"))
    changed = f"{number[:at]}{digit}{number[at + 1 :]}"
    assume(changed not in source and _once(number, answer) and not changed.startswith("0"))
    assert refuse(source, answer.replace(number, changed), pair) in {"numbers", "magnitude"}


def _once(number: str, text: str) -> bool:
    return re.findall(r"\d+", text).count(number) == 1


@given(st.text(), st.text(), st.sampled_from(PAIRS))
def test_no_text_makes_a_gate_fail(source: str, answer: str, pair: Pair) -> None:
    refuse(source, answer, pair)
    nonsense(source, answer, pair)
    doubts(source, answer, pair)


@given(
    st.text(st.sampled_from("0123456789.,:%-–/()…٠١٢٣٫\u202f")).map(str.strip),
    st.sampled_from(PAIRS),
)
def test_a_line_without_words_that_is_carried_over_fails_no_gate_of_words(
    line: str, pair: Pair
) -> None:
    assume(is_wordless(line) and line)
    assert refuse(line, carried(line, pair), pair) in {None, "script", "same"}
