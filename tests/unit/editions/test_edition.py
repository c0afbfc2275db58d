import re
from dataclasses import astuple

import pytest

from shared.editions.arabic import ARABIC
from shared.editions.edition import Edition, fill
from shared.editions.english import ENGLISH
from shared.editions.registry import EDITIONS
from shared.editions.spanish import SPANISH
from shared.news.language import LANGUAGES

EACH = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS)
BLANK = re.compile(r"\{\w+\}")


def words(edition: Edition) -> list[str]:
    """Everything that the edition says, its own name included."""
    calendar = edition.calendar
    names = [name for months in calendar.months.values() for name in months]
    patterns = [calendar.date, calendar.full_date, calendar.month, calendar.moment, calendar.zone]
    phrases = [
        *edition.in_language.values(),
        *edition.from_language.values(),
        *edition.not_yet.values(),
        *edition.minutes.values(),
        *edition.kinds.values(),
    ]
    said = [edition.name, *names, *calendar.weekdays, *patterns, *phrases]
    return [*said, *(str(label) for label in astuple(edition.labels))]


def test_there_is_one_edition_for_each_language() -> None:
    assert tuple(EDITIONS) == LANGUAGES
    assert all(edition.language == code for code, edition in EDITIONS.items())


def test_arabic_runs_from_right_to_left_and_the_others_do_not() -> None:
    assert (ARABIC.direction, ENGLISH.direction, SPANISH.direction) == ("rtl", "ltr", "ltr")


@EACH
def test_an_edition_leaves_nothing_unsaid(edition: Edition) -> None:
    assert all(word.strip() for word in words(edition))


def test_the_editions_fill_the_same_blanks() -> None:
    blanks = [
        [sorted(BLANK.findall(str(label))) for label in astuple(edition.labels)]
        for edition in EDITIONS.values()
    ]
    assert blanks[0] == blanks[1] == blanks[2]


def test_the_arabic_edition_says_nothing_in_latin_letters() -> None:
    said = " ".join(BLANK.sub("", word) for word in words(ARABIC))
    assert not re.findall(r"[A-Za-z]+", said)


def test_arabic_labels_have_arabic_punctuation() -> None:
    said = " ".join(words(ARABIC))
    assert "،" in said
    assert not re.search(r"[,;?]", said)


def test_spanish_questions_begin_with_their_mark() -> None:
    assert all("¿" in word for word in words(SPANISH) if "?" in word)


def test_several_names_become_one_phrase() -> None:
    assert ENGLISH.conjoin(("Ana", "Bo", "Cy")) == "Ana, Bo and Cy"
    assert SPANISH.conjoin(("Ana", "Bo")) == "Ana y Bo"
    assert ARABIC.conjoin(("ليلى", "كريم", "أمارا")) == "ليلى وكريم وأمارا"
    assert ENGLISH.conjoin(("Ana",)) == "Ana"
    assert ENGLISH.conjoin(()) == ""


@pytest.mark.parametrize(
    ("name", "phrase"),
    [
        ("Inés", "Ana e Inés"),
        ("Hilda", "Ana e Hilda"),
        ("Yves", "Ana e Yves"),
        ("Yolanda", "Ana y Yolanda"),
        ("Hierro", "Ana y Hierro"),
    ],
)
def test_spanish_and_changes_before_the_sound_of_i(name: str, phrase: str) -> None:
    assert SPANISH.conjoin(("Ana", name)) == phrase


def test_a_blank_that_nobody_fills_stays() -> None:
    assert fill("By {names} {", names="Ana") == "By Ana {"
    assert fill("{names.__class__}", names="Ana") == "{names.__class__}"
