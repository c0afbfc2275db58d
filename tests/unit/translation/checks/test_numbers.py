import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from shared.news.language import LANGUAGES, Language
from shared.translation.checks.numbers import fault
from shared.translation.ports import Pair

EN_ES, EN_AR, ES_EN, AR_EN = Pair("en", "es"), Pair("en", "ar"), Pair("es", "en"), Pair("ar", "en")
AR_ES, ES_AR = Pair("ar", "es"), Pair("es", "ar")
PAIRS = [Pair(a, b) for a in LANGUAGES for b in LANGUAGES if a != b]


@pytest.mark.parametrize(
    ("source", "answer", "pair"),
    [
        ("3 billion for the river", "3000 millones para el río", EN_ES),
        ("£2.8bn for the river", "2800 millones de libras para el río", EN_ES),
        ("2,000 people in 2025", "2 mil personas en 2025", EN_ES),
        ("48 gauges, 12,500 fields", "٤٨ مقياساً و١٢٬٥٠٠ حقل", EN_AR),
        ("12,500 fields, 3 dams", "12\u202f500 campos, tres presas", EN_ES),
        ("In 2 days, 2 schools", "في يومين مدرستان", EN_AR),
        ("تعادلا بهدفين", "They drew 2-2", AR_EN),
        ("at 8 p.m. on Sunday", "el domingo a las 20:00", EN_ES),
        ("at 7.55am", "a las 7:55", EN_ES),
        ("at 5:30", "في الخامسة والنصف", EN_AR),
        ("half a million", "medio millón", EN_ES),
        ("half a million", "500.000", EN_ES),
        ("الثامنة مساءً", "8 p.m.", AR_EN),
        ("las 5.30 de la tarde", "5:30 مساءً", ES_AR),
        ("in the 1980s", "en los años 80", EN_ES),
        ("in the 1930s", "في ثلاثينيات القرن العشرين", EN_AR),
        ("the 1950-53 war", "حرب 1950 إلى 1953", EN_AR),
        ("9/11", "11 de septiembre", EN_ES),
        ("14/3/2025", "14 de marzo de 2025", EN_ES),
        ("his 21st birthday", "عيد ميلاده الحادي والعشرين", EN_AR),
        ("the 20th century", "el siglo XX", EN_ES),
        ("40 percent", "40 بالمائة", EN_AR),
        ("1.7 million four years ago", "1,7 millones hace cuatro años", EN_ES),
        ("call 0800 555 111", "llame al 0800 555 111", EN_ES),
        ("one of them", "1 de ellos", EN_ES),
        ("a war of 1 year", "una guerra de un año", EN_ES),
        ("billions of dollars", "miles de millones de dólares", EN_ES),
        ("$11 billion", "11 مليار دولار", EN_AR),
        ("1,300,000,000,000 dollars", "1,3 billones de dólares", EN_ES),
    ],
)
def test_a_number_may_be_written_otherwise_in_the_other_language(
    source: str, answer: str, pair: Pair
) -> None:
    assert fault(source, answer, pair) is None
    assert fault(answer, source, Pair(pair.target, pair.source)) is None


@pytest.mark.parametrize(
    ("source", "answer", "pair"),
    [
        ("The 48 gauges opened in 2025.", "Los 48 medidores abrieron en 2024.", EN_ES),
        ("The 48 gauges opened.", "Los medidores se abrieron.", EN_ES),
        ("The gauges opened.", "Los 48 medidores abrieron.", EN_ES),
        ("12,500 fields are dry.", "1250 campos están secos.", EN_ES),
        ("3 schools", "سبع مدارس", EN_AR),
        ("650 pounds", "295 kilos", EN_ES),
        ("at 8 p.m.", "a las 21:00", EN_ES),
        ("٤٨ مقياسًا", "49 gauges", AR_EN),
        ("يومان", "3 days", AR_EN),
    ],
)
def test_a_number_that_is_lost_invented_or_changed_is_told(
    source: str, answer: str, pair: Pair
) -> None:
    assert fault(source, answer, pair) == "numbers"


@pytest.mark.parametrize(
    ("source", "answer", "pair"),
    [
        ("3 billion for the river", "3 billones para el río", EN_ES),
        ("£2.8bn for the river", "2,8 millones para el río", EN_ES),
        ("billions for the river", "billones para el río", EN_ES),
        ("half a million", "نصف مليار", EN_AR),
        ("two million trees", "dos mil millones de árboles", EN_ES),
        ("3 مليارات", "3 millones", AR_ES),
        ("2000 millones", "2000 مليار", ES_AR),
        ("3 thousand", "3 million", Pair("en", "en")),
    ],
)
def test_a_billion_is_no_billon(source: str, answer: str, pair: Pair) -> None:
    assert fault(source, answer, pair) == "magnitude"


@given(
    st.integers(13, 10**7),
    st.sampled_from(PAIRS),
    st.sampled_from(["{} 2031", "2031: {:,}", "({})", "{}%", "x {} y"]),
    st.data(),
)
def test_one_changed_digit_of_a_number_is_always_told(
    number: int, pair: Pair, form: str, data: st.DataObject
) -> None:
    source = form.format(number)
    assert fault(source, source, pair) is None
    places = [found.start() for found in re.finditer(r"\d", source)]
    at, digit = data.draw(st.sampled_from(places)), data.draw(st.sampled_from("0123456789"))
    changed = f"{source[:at]}{digit}{source[at + 1 :]}"
    assume(digit != source[at])
    assume(not 1800 <= number < 2100 or number % 10)
    assert fault(source, changed, pair) is not None


PIECES = [*"0123 .,:/-'٣٫٬،٪%sMkbn", " y ", " and ", " و", " mil", " ألف", " half", "XIV", " pm"]
LIKELY = st.lists(st.sampled_from(PIECES)).map("".join)


@given(st.text() | LIKELY, st.text() | LIKELY, st.sampled_from(PAIRS))
def test_no_text_makes_it_fail(source: str, answer: str, pair: Pair) -> None:
    assert fault(source, answer, pair) in {None, "numbers", "magnitude"}


@given(LIKELY, st.sampled_from(LANGUAGES))
def test_a_text_has_the_numbers_of_itself(text: str, language: Language) -> None:
    assert fault(text, text, Pair(language, language)) is None
