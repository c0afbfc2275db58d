"""Dates and times as an edition writes them, in its time zone, month names and numerals."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from shared.editions.edition import Edition, fill
from shared.editions.numbers import in_numerals
from shared.news.newsroom import EditionSettings


def local(instant: datetime, settings: EditionSettings) -> datetime:
    """The instant on the edition's own clock."""
    return instant.astimezone(ZoneInfo(settings.timezone))


def date(instant: datetime, edition: Edition, settings: EditionSettings) -> str:
    """24 November 2026."""
    return in_numerals(_written(edition.calendar.date, instant, edition, settings),
                       settings.numerals)  # fmt: skip


def full_date(instant: datetime, edition: Edition, settings: EditionSettings) -> str:
    """Tuesday 24 November 2026."""
    return in_numerals(_written(edition.calendar.full_date, instant, edition, settings),
                       settings.numerals)  # fmt: skip


def moment(instant: datetime, edition: Edition, settings: EditionSettings) -> str:
    """24 November 2026, 08:00 GMT."""
    here = local(instant, settings)
    written = fill(
        edition.calendar.moment,
        date=_written(edition.calendar.date, instant, edition, settings),
        time=f"{here:%H:%M}",
        zone=edition.calendar.zone + _offset(here.utcoffset() or timedelta()),
    )
    return in_numerals(written, settings.numerals)


def time(instant: datetime, settings: EditionSettings) -> str:
    """08:00."""
    return in_numerals(f"{local(instant, settings):%H:%M}", settings.numerals)


def month(period: str, edition: Edition, settings: EditionSettings) -> str:
    """November 2026, of a period such as "2026-11"."""
    year, _, number = period.partition("-")
    written = fill(
        edition.calendar.month, month=_month_name(int(number), edition, settings), year=year
    )
    return in_numerals(written, settings.numerals)


def _written(pattern: str, instant: datetime, edition: Edition, settings: EditionSettings) -> str:
    here = local(instant, settings)
    return fill(
        pattern,
        weekday=edition.calendar.weekdays[here.weekday()],
        day=str(here.day),
        month=_month_name(here.month, edition, settings),
        year=str(here.year),
    )


def _month_name(number: int, edition: Edition, settings: EditionSettings) -> str:
    known = edition.calendar.months
    return known.get(settings.months, known["gregorian"])[number - 1]


def _offset(offset: timedelta) -> str:
    """+2, −3:30, or nothing at Greenwich."""
    minutes = round(abs(offset).total_seconds()) // 60
    if not minutes:
        return ""
    sign = "−" if offset < timedelta() else "+"
    hours, rest = divmod(minutes, 60)
    return f"{sign}{hours}{f':{rest:02}' if rest else ''}"
