import pytest

from shared.translation.gates import refuse
from shared.translation.ports import Pair

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
