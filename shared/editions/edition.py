"""The type of an edition. Everything that one edition says or writes differently is a field."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from shared.news.language import Language
from shared.news.newsroom import Months
from shared.news.story import Kind

Direction = Literal["ltr", "rtl"]
Plural = Literal["one", "two", "few", "many", "other"]
"""The CLDR plural categories that our languages use."""

MonthNames = tuple[str, str, str, str, str, str, str, str, str, str, str, str]


@dataclass(frozen=True)
class Calendar:
    """How dates are written. Patterns have blanks: {day} {month} {year} {weekday} {date} {time}.

    `weekdays` begin on Monday. `zone` names Greenwich; an offset is put behind it.
    """

    months: dict[Months, MonthNames]
    weekdays: tuple[str, str, str, str, str, str, str]
    date: str
    full_date: str
    month: str
    moment: str
    zone: str


@dataclass(frozen=True)
class Labels:
    """The words of the interface. The configuration's `labels` replace them by these names."""

    skip: str
    editions: str
    sections: str
    regions: str
    home: str
    more: str
    earlier: str
    latest: str
    archive: str
    archive_title: str  # {list} {month}
    feed: str
    by: str  # {names}
    source: str  # {source}
    published: str
    updated: str
    tags: str
    tag: str
    authors: str
    coverage: str
    all: str
    all_in: str  # {list}
    parts: str  # {list}
    follow: str
    about: str
    android: str
    ios: str
    coming: str
    related: str
    read_next: str
    share: str
    copy: str
    copied: str
    correction: str
    transcript: str
    captions: str
    watch: str
    opinion: str
    figures: str
    machine: str  # {from} {engines}
    machine_parts: str  # {from} {engines}
    translated: str  # {from} {engines}
    memory: str
    reviewed: str
    reviewed_parts: str
    unreviewed: str
    older: str  # {in}
    corrected: str  # {in}
    corrected_parts: str  # {in}
    original: str  # {in}
    corrected_original: str  # {in}
    test: str
    empty: str
    most_read: str
    trending: str
    everywhere: str
    by_section: str
    method: str
    late: str  # {moment}
    nothing_counted: str
    breaking: str
    flashes_over: str
    no_flashes: str
    live: str
    show_new: str
    live_over: str
    older_posts: str
    no_posts: str
    nothing_live: str
    live_before: str
    withdrawn: str
    withdrawn_says: str
    unavailable: str  # {in}
    unavailable_says: str
    read_source: str  # {headline} {in}
    not_found: str
    not_found_says: str
    to_front: str


@dataclass(frozen=True)
class Edition:
    """One edition of the newspaper."""

    language: Language
    direction: Direction
    name: str
    """The language as its readers call it."""
    locale: str
    """For Open Graph."""
    in_language: dict[Language, str]
    from_language: dict[Language, str]
    not_yet: dict[Language, str]
    """What the switcher says where a story does not stand in that other edition."""
    calendar: Calendar
    plural: Callable[[int], Plural]
    minutes: dict[Plural, str]
    """Minutes to read, with the blank {count} where the number is written."""
    pictures: dict[Plural, str]
    """How many pictures, with the blank {count} where the number is written."""
    decimal: str
    thousands: str
    """Before tenths, and between groups of three digits where a number has five or more."""
    conjoin: Callable[[tuple[str, ...]], str]
    """Writes several names as one phrase."""
    kinds: dict[Kind, str]
    fronts: dict[str, str]
    """The names of the fronts of kinds."""
    networks: dict[str, str]
    """What the networks are called by which readers share articles."""
    labels: Labels


def fill(pattern: str, **blanks: str) -> str:
    """The pattern with its {blanks} filled; unlike str.format, what it does not know stays.

    Labels can come from the configuration, where a stray brace must not break a page.
    """
    for name, text in blanks.items():
        pattern = pattern.replace(f"{{{name}}}", text)
    return pattern


def one_or_other(count: int) -> Plural:
    """The plural rule of English, and of Spanish for numbers below a million."""
    return "one" if count == 1 else "other"


def joined(names: tuple[str, ...], last: str) -> str:
    """A, B{last}C."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}{last}{names[-1]}"
