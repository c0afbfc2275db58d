import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.editions.edition import Direction
from shared.pages.bidi import runs
from shared.translation.ports import Pair
from shared.translation.shield import finished
from tests.unit.pages import sample
from tests.unit.pages.reading import Page

FROM_THE_LEFT = re.compile(
    r"[A-Za-zÀ-ɏ]+|@[A-Za-z0-9_]+|https?:|www\.|\+\d[\d ]{6,}|\d{4}-\d\d-\d\d"
)
MIXED = st.text(st.sampled_from("ab Z12.,:;-+@#()«»،؟%/'ابة وال\u00a0\u0301\U0001f30d\n"))


def foreign(text: str, direction: Direction) -> list[str]:
    return [run.text for run in runs(text, direction) if run.direction]


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("أعلنت شركة Apple ذلك", ["Apple"]),
        ("وApple أيضًا", ["Apple"]),
        ("عن Layla Haddad, Omar Said وآخرين", ["Layla Haddad, Omar Said"]),
        ("قال البنك World Bank (WB) أمس", ["World Bank (WB)"]),
        ("(MRF)", ["MRF"]),
        ("كتاب «Don Quijote» الشهير", ["Don Quijote"]),
        ("في U.S. اليوم", ["U.S."]),
        ("لغة C++ و C#.", ["C++", "C#"]),
    ],
)
def test_latin_names_are_isolated_in_arabic(text: str, isolated: list[str]) -> None:
    assert foreign(text, "rtl") == isolated


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("إلى @river_2026.", ["@river_2026"]),
        ("وسم #ClimateNow!", ["#ClimateNow"]),
        ("على https://example.org/a?b=c، ثم", ["https://example.org/a?b=c"]),
        ("اكتب إلى desk@example.org.", ["desk@example.org"]),
        ("اتصل بـ +961 1 234 567 الآن", ["+961 1 234 567"]),
    ],
)
def test_handles_and_addresses_are_isolated_in_arabic(text: str, isolated: list[str]) -> None:
    assert foreign(text, "rtl") == isolated


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("فيروس COVID-19 انتشر", ["COVID-19"]),
        ("مجموعة G20", ["G20"]),
        ("شبكة 5G.", ["5G"]),
        ("مسافة 12.5 km فقط", ["12.5 km"]),
        ("هاتف iPhone 15 الجديد", ["iPhone 15"]),
        ("بطولة Euro 2028.", ["Euro 2028"]),
        ("سهم Netflix 20 دولارًا", ["Netflix"]),
        ("يوم 2026-11-24 صباحًا", ["2026-11-24"]),
    ],
)
def test_numbers_stay_with_the_latin_word_that_they_belong_to(
    text: str, isolated: list[str]
) -> None:
    assert foreign(text, "rtl") == isolated


@pytest.mark.parametrize("text", ["بنسبة 30%", "من 10-12 سنة", "الساعة 12:30", "", " ، ؟"])
def test_numbers_of_arabic_text_are_its_own(text: str) -> None:
    assert foreign(text, "rtl") == []


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("The word كتاب 3 times", ["كتاب"]),
        ("He asked «كيف حالك؟» twice", ["كيف حالك؟"]),
        ("قناة الجزيرة، الدوحة said", ["قناة الجزيرة، الدوحة"]),
        ("Plain English, 3 times", []),
    ],
)
def test_arabic_words_are_isolated_in_latin_text(text: str, isolated: list[str]) -> None:
    assert foreign(text, "ltr") == isolated


@given(MIXED, st.sampled_from(["ltr", "rtl"]))
def test_no_letter_is_lost_or_moved(text: str, direction: Direction) -> None:
    assert "".join(run.text for run in runs(text, direction)) == text


@given(st.text(), st.sampled_from(["ltr", "rtl"]))
def test_no_text_of_any_script_is_changed(text: str, direction: Direction) -> None:
    assert "".join(run.text for run in runs(text, direction)) == text


@given(MIXED)
def test_no_foreign_letter_stays_outside_an_isolate(text: str) -> None:
    native = "".join(run.text for run in runs(text, "rtl") if not run.direction)
    assert not any(letter in native for letter in "abZ")


@pytest.mark.parametrize("text", ["a" + "!" * 50_000, "1 " * 50_000 + "km", "ا" + " ." * 50_000])
def test_a_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    assert "".join(run.text for run in runs(text, "rtl")) == text


WORDS = st.lists(
    st.sampled_from([
        "قال", "الوزير", "و", "في", "لـ", " ", " ", " ", ", ", "? ", ": ", ". ", '"', "(", ")", "-",
        "/", "Apple", "iPhone 15", "Layla Haddad", "U.S.", "5 km", "COVID-19", "C++", "@river_2026",
        "@ana.b", "#ClimateNow", "#وسم", "https://example.org/a?b=c,d", "www.example.org",
        "desk@example.org", "2026-11-24", "24/11/2026", "+961 1 234 567", "3-1", "3,200", "50%",
    ]),
    min_size=1,
    max_size=12,
).map("".join)  # fmt: skip


@given(st.lists(WORDS, min_size=5, max_size=5))
def test_nothing_from_the_left_stands_bare_wherever_a_machine_says_it(said: list[str]) -> None:
    words = [finished(one, Pair("en", "ar"), "guillemets") for one in said]
    headline, deck, caption, marked, plain = words
    texts = sample.texts(
        "ar",
        headline=headline,
        deck=deck,
        caption=caption,
        body=(sample.paragraph(plain, sample.strong(marked), sample.link(plain, "/a")),),
        tags=(marked,),
    )
    article = sample.an_article("ar", texts=texts)
    page = sample.article_page("ar", article=article, related=(article.card(),))
    assert not FROM_THE_LEFT.findall(Page(sample.renderer().article(page)).native)
