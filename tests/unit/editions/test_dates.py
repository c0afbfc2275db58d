from datetime import UTC, datetime

import pytest

from shared.editions.dates import date, full_date, moment, month, time
from shared.editions.registry import EDITIONS
from shared.news.language import Language
from shared.news.newsroom import EditionSettings, Months

NOON = datetime(2026, 1, 31, 12, 30, tzinfo=UTC)
LATE = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)
LONDON = EditionSettings(timezone="Europe/London")
BEIRUT = EditionSettings(timezone="Asia/Beirut", months="levantine")
MADRID = EditionSettings(timezone="Europe/Madrid")


def test_one_instant_is_written_on_the_clock_of_each_edition() -> None:
    assert moment(LATE, EDITIONS["en"], LONDON) == "30 November 2026, 23:30\u00a0GMT"
    assert moment(LATE, EDITIONS["es"], MADRID) == "1 de diciembre de 2026, 00:30\u00a0(GMT+1)"
    assert moment(LATE, EDITIONS["ar"], BEIRUT) == "1 كانون الأول 2026، 01:30\u00a0(غرينتش+2)"


def test_summer_time_moves_the_clock() -> None:
    july = datetime(2026, 7, 1, 12, 0, tzinfo=UTC)
    assert moment(july, EDITIONS["en"], LONDON) == "1 July 2026, 13:00\u00a0GMT+1"


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        ("America/Bogota", "31 January 2026, 07:30\u00a0GMT−5"),
        ("Asia/Kathmandu", "31 January 2026, 18:15\u00a0GMT+5:45"),
        ("America/St_Johns", "31 January 2026, 09:00\u00a0GMT−3:30"),
        ("UTC", "31 January 2026, 12:30\u00a0GMT"),
    ],
)
def test_the_distance_from_greenwich_is_told(zone: str, written: str) -> None:
    assert moment(NOON, EDITIONS["en"], EditionSettings(timezone=zone)) == written


@pytest.mark.parametrize(
    ("months", "written"),
    [
        ("gregorian", "31 يناير 2026"),
        ("levantine", "31 كانون الثاني 2026"),
        ("dual", "31 كانون الثاني/يناير 2026"),
    ],
)
def test_arabic_month_names_are_a_setting(months: Months, written: str) -> None:
    assert date(NOON, EDITIONS["ar"], EditionSettings(months=months)) == written


def test_arabic_numerals_are_a_setting() -> None:
    settings = EditionSettings(months="gregorian", numerals="arab", timezone="Asia/Beirut")
    assert moment(NOON, EDITIONS["ar"], settings) == "٣١ يناير ٢٠٢٦، ١٤:٣٠\u00a0(غرينتش+٢)"
    assert time(NOON, settings) == "١٤:٣٠"
    assert month("2026-11", EDITIONS["ar"], settings) == "نوفمبر ٢٠٢٦"


def test_month_names_that_a_language_does_not_have_fall_back_to_its_own() -> None:
    assert date(NOON, EDITIONS["es"], EditionSettings(months="dual")) == "31 de enero de 2026"


@pytest.mark.parametrize(
    ("edition", "day", "of_month"),
    [
        ("en", "Saturday 31 January 2026", "November 2026"),
        ("ar", "السبت 31 يناير 2026", "نوفمبر 2026"),
        ("es", "sábado, 31 de enero de 2026", "noviembre de 2026"),
    ],
)
def test_days_and_months_have_names(edition: Language, day: str, of_month: str) -> None:
    assert full_date(NOON, EDITIONS[edition], EditionSettings()) == day
    assert month("2026-11", EDITIONS[edition], EditionSettings()) == of_month
