"""Terms of the glossary: which ones a sentence has, and whether a translation honours them."""

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from shared.news.glossary import Match, Term
from shared.news.language import LANGUAGES, Language
from shared.translation.ports import Pair
from shared.translation.terms import Broken, Lexicon, broken

EN_AR, EN_ES, AR_EN, ES_EN = (
    Pair("en", "ar"), Pair("en", "es"), Pair("ar", "en"), Pair("es", "en"),
)  # fmt: skip
ELSEWHERE: dict[Language, Language] = {"en": "es", "ar": "en", "es": "en"}


def found(name: str, line: str, language: Language = "en", match: Match = "inflected") -> list[str]:
    """What of the line is found to be the name."""
    target = ELSEWHERE[language]
    term = Term.model_validate({language: name, target: "x", "match": match})
    places = Lexicon([term], Pair(language, target)).find(line)
    return [line[one.start : one.end] for one in places]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("treaty", "Treaties and a treaty's end: TREATY"),
        ("prime minister", "Two prime ministers met a Prime Minister."),
        ("NGO", "An NGO among NGOs"),
        ("crisis", "One crisis, two crises"),
        ("wolf", "Wolves eat a wolf"),
        ("spokeswoman", "The spokeswomen said"),
        ("United Nations", "The United Nations"),
        ("COVID-19", "Covid and COVID-19"),
        ("U.S.", "The U.S. said"),
    ],
)
def test_an_english_term_is_found_in_any_case_and_in_the_plural(name: str, line: str) -> None:
    every = {"treaty": 3, "prime minister": 2, "NGO": 2, "crisis": 2, "wolf": 2}
    assert len(found(name, line)) == every.get(name, 1)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("art", "The party started, smart as artists are"),
        ("WHO", "Those who knew"),
        ("news", "A new treaty"),
        ("United Nations", "The United, Nations"),
        ("treaty", "entreaty pretreaty treatyless"),
        ("Nile treaty", "the Nile XPH0X treaty"),
        ("glass", "gla glas"),
    ],
)
def test_no_other_word_is_the_term(name: str, line: str) -> None:
    assert found(name, line) == []


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("nación", "Las naciones"),
        ("inglés", "los ingleses"),
        ("joven", "Los jóvenes"),
        ("régimen", "dos regímenes"),
        ("luz", "LUCES"),
        ("tratado", "Tratados"),
        ("primer ministro", "los primeros ministros y el Primer Ministro"),
        ("ONG", "las ONGs"),
    ],
)
def test_a_spanish_term_is_found_in_any_case_and_in_the_plural(name: str, line: str) -> None:
    assert len(found(name, line, "es")) == 1


@pytest.mark.parametrize(
    ("name", "line"),
    [("término", "terminó"), ("puerto", "la puerta"), ("papa", "el papá"), ("mes", "un me")],
)
def test_an_accent_or_a_gender_makes_another_spanish_word(name: str, line: str) -> None:
    assert found(name, line, "es") == []


PREFIXES = [
    link + before + article
    for link in ("", "و", "ف")
    for before in ("", "ب", "ك", "ل", "س")
    for article in ("", "ال")
    if not (before in {"ل", "س"} and article)
] + ["لل", "ولل", "فلل"]


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("name", ["معاهدة", "رئيس", "محكمة", "بنك", "كتلة"])
def test_an_arabic_term_is_found_behind_every_one_letter_word_and_the_article(
    prefix: str, name: str
) -> None:
    assert found(name, f"قالت {prefix}{name} اليوم", "ar") != []
    assert found(name, f"قالت {prefix}{name} اليوم", "ar", "exact") != []


@pytest.mark.parametrize("suffix", ["ه", "ها", "هم", "هن", "هما", "نا", "ك", "كم", "كما", "كن"])
def test_an_arabic_term_is_found_with_every_pronoun(suffix: str) -> None:
    assert found("معاهدة", f"معاهدت{suffix}", "ar") == [f"معاهدت{suffix}"]
    assert found("رئيس", f"وبرئيس{suffix}", "ar") == [f"رئيس{suffix}"]
    assert found("رئيس", f"رئيس{suffix}", "ar", "any-case") == []


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("إيران", "ايران أيران آيران"),
        ("مسؤول", "مسئول مسؤول مسؤولها"),
        ("مستشفى", "مستشفي مستشفاها لمستشفى"),
        ("معاهدة", "معاهده المعاهدات بمعاهدتين"),
        ("الأمم المتحدة", "للأمم المتحدة والامم المتحدة بالأمم المتّحدة"),
        ("لجنة", "للجنة واللجنة لِلَّجنة"),
        ("وزراء", "وزراؤها وزرائهم وزراءنا"),
        ("رئيس", "رئيسًا رئيســـــا رَئِيسٌ"),
        ("مصري", "المصريين مصريون مصريان"),
        ("حكومة", "حكومتي حكومتنا حكومته"),
    ],
)
def test_spellings_and_suffixes_of_an_arabic_term_are_the_term(name: str, line: str) -> None:
    assert len(found(name, line, "ar")) == 3


@pytest.mark.parametrize(
    ("name", "line", "match"),
    [
        ("الجزيرة", "على جزيرة", "inflected"),
        ("رئيس", "رئيسة", "inflected"),
        ("مصر", "مصري", "inflected"),
        ("لد", "ولد", "inflected"),
        ("علي", "على", "exact"),
        ("سوريا لبنان", "سوريا ولبنان", "inflected"),
    ],
)
def test_no_other_arabic_word_is_the_term(name: str, line: str, match: Match) -> None:
    assert found(name, line, "ar", match) == []


def test_case_counts_where_the_term_says_so() -> None:
    assert found("Polish", "Polish polish POLISH", match="exact") == ["Polish"]
    assert found("Polish", "Polish polish POLISH", match="any-case") == [
        "Polish", "polish", "POLISH",
    ]  # fmt: skip
    assert found("treaty", "treaties", match="any-case") == []


def test_marks_do_not_hide_a_term() -> None:
    line = "The XPA0XNileXPZ0X treatyXPA1X of 1929XPZ1X"
    assert len(found("Nile treaty", line)) == 1
    assert found("of 1929", line) == ["of 1929"]


def test_the_longest_name_counts_and_of_two_alike_the_first() -> None:
    peace = Term(en="peace", es="paz")
    talks = Term(en="peace talks", es="conversaciones de paz")
    again = Term(en="Peace", es="sosiego")
    lexicon = Lexicon([peace, talks, again], EN_ES)
    assert [one.term for one in lexicon.find("Peace talks bring peace")] == [talks, peace]
    assert lexicon.terms("peace and peace") == (peace,)
    assert lexicon.terms("war") == ()


def test_only_terms_that_say_something_of_the_pair_are_found() -> None:
    assert Lexicon([Term(en="treaty", es="tratado")], EN_AR).find("treaty") == []


def test_what_is_to_be_kept_comes_as_the_text_writes_it() -> None:
    lexicon = Lexicon([Term(en="BBC News", keep=True), Term(en="river", ar="نهر")], EN_AR)
    assert lexicon.kept("the river on BBC news") == {"BBC news": "BBC news"}
    back = Lexicon([Term(en="BBC", keep=True)], AR_EN)
    assert back.kept("قالت وBBC") == {"BBC": "BBC"}


def test_the_digest_of_a_line_is_of_its_terms_alone() -> None:
    before, after = Term(en="treaty", es="tratado"), Term(en="treaty", es="acuerdo")
    first, second = (Lexicon([one, Term(en="sea", es="mar")], EN_ES) for one in (before, after))
    assert first.digest("a treaty") != second.digest("a treaty")
    assert first.digest("a sea") == second.digest("a sea") != ""
    assert first.digest("a war") == ""


# --- honoured ------------------------------------------------------------------------------------

TREATY = Term(en="treaty", ar="معاهدة", es="tratado", forbidden_es=("acuerdo",))


@pytest.mark.parametrize(
    ("pair", "source", "answer"),
    [
        (EN_AR, "The treaty was signed", "وُقّعت المعاهدة"),
        (EN_AR, "Their treaty", "معاهدتهم"),
        (EN_ES, "Treaties were signed", "Se firmaron Tratados"),
        (EN_ES, "No term at all", "Ningún acuerdo"),
        (AR_EN, "بالمعاهدة", "by treaties"),
        (ES_EN, "El tratado", "The Treaty"),
    ],
)
def test_a_translation_with_the_terms_name_honours_it(pair: Pair, source: str, answer: str) -> None:
    assert broken(source, answer, [TREATY], pair) == ()


def test_a_translation_without_the_terms_name_breaks_it() -> None:
    assert broken("The treaty", "الاتفاق", [TREATY], EN_AR) == (Broken(TREATY),)


def test_a_forbidden_name_is_told() -> None:
    both = "El tratado, un acuerdo"
    assert broken("The treaty", both, [TREATY], EN_ES) == (Broken(TREATY, "acuerdo"),)


def test_a_forbidden_name_that_is_part_of_a_right_one_is_none() -> None:
    deal = Term(en="peace deal", es="acuerdo de paz")
    source, answer = "The treaty after the peace deal", "El tratado tras el acuerdo de paz"
    assert broken(source, answer, [TREATY, deal], EN_ES) == ()


def test_spanish_gender_and_arabic_definiteness_are_no_other_name() -> None:
    premier = Term(en="prime minister", es="primer ministro", ar="رئيس الوزراء")
    assert broken("The prime minister", "la primera ministra", [premier], EN_ES) == ()
    court = Term(en="the Court", ar="المحكمة الدولية", match="exact")
    assert broken("the Court", "لمحكمة دولية", [court], EN_AR) == ()


def test_a_plural_is_never_missing_in_arabic_where_it_can_be_another_word() -> None:
    minister = Term(en="minister", ar="وزير", es="ministro")
    assert broken("The ministers met", "اجتمع الوزراء", [minister], EN_AR) == ()
    assert broken("The minister left", "غادر الوزراء", [minister], EN_AR) == (Broken(minister),)
    assert broken("The ministers met", "Se reunieron", [minister], EN_ES) == (Broken(minister),)


def test_a_term_to_keep_is_honoured_by_its_own_letters() -> None:
    agency = Term(en="Reuters", keep=True)
    assert broken("Reuters said", "قالت Reuters", [agency], EN_AR) == ()
    assert broken("Reuters said", "قالت رويترز", [agency], EN_AR) == (Broken(agency),)


# --- whatever the words --------------------------------------------------------------------------

LATIN = st.text("abcdeinorstuz", min_size=3, max_size=9)
ARABIC = st.text("ابتجحدرسشعفقكلمنهويةأإآؤئى", min_size=3, max_size=8)
WORDS: dict[Language, st.SearchStrategy[str]] = {"en": LATIN, "es": LATIN, "ar": ARABIC}


@given(st.data(), st.sampled_from(LANGUAGES), st.sampled_from(get_args(Match)))
def test_a_term_is_found_where_it_stands_and_what_is_found_lies_in_the_line(
    data: st.DataObject, language: Language, match: Match
) -> None:
    words = st.lists(WORDS[language], min_size=1, max_size=3).map(" ".join)
    name, before, after = data.draw(words), data.draw(words), data.draw(words)
    line = f"{before}, {name} ({after}"
    places = found(name, line, language, match)
    assert name in places or any(name in place for place in places)


@given(
    ARABIC,
    st.sampled_from(["", "و", "ف"]),
    st.sampled_from(["", "ب", "ك", "ل"]),
    st.text("ًٌٍَُِّْـ", max_size=3),
)
def test_vowel_signs_and_one_letter_words_never_hide_an_arabic_term(
    name: str, link: str, before: str, signs: str
) -> None:
    line = f"{link}{before}{name[0]}{signs}{name[1:]}"
    places = found(name, line, "ar", "exact")
    assert len(places) == 1
    assert line.endswith(places[0])


@given(st.text(max_size=60), st.sampled_from(LANGUAGES), st.lists(LATIN | ARABIC, max_size=4))
def test_no_text_is_too_odd_to_be_searched(line: str, language: Language, names: list[str]) -> None:
    other = ELSEWHERE[language]
    terms = [Term.model_validate({language: name, other: name}) for name in names]
    places = Lexicon(terms, Pair(language, other)).find(line)
    assert all(0 <= one.start < one.end <= len(line) for one in places)
    assert all(one.end <= two.start for one, two in pairwise(places))


@given(LATIN, LATIN)
def test_a_word_within_another_is_never_a_term(name: str, around: str) -> None:
    assume(not around.endswith("s"))
    assert found(name, f"{name}{around}", "en", "any-case") == []
