"""How one edition speaks on this site: its own words, and the configuration's names and labels."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime

from shared.editions import dates, numbers
from shared.editions.edition import Edition, Labels, fill
from shared.editions.registry import EDITIONS
from shared.editions.typography import quoted
from shared.news.article import Article, Card
from shared.news.language import Language
from shared.news.newsroom import Newsroom
from shared.news.story import Kind
from shared.pages.markup import isolated
from shared.pages.names import ListName

LABEL_NAMES = frozenset(field.name for field in fields(Labels))


class Voice:
    """The edition's words and names, for templates: `text` makes markup, all else gives text."""

    def __init__(self, newsroom: Newsroom, language: Language) -> None:
        self.edition: Edition = EDITIONS[language]
        self.newsroom = newsroom
        self.settings = newsroom.editions[language]
        self.labels = replace(
            self.edition.labels,
            **{
                name: names[language]
                for name, names in newsroom.labels.items()
                if name in LABEL_NAMES
            },
        )
        self.outlet = newsroom.outlet.name[language]
        self.slogan = newsroom.outlet.slogan[language]

    @property
    def language(self) -> Language:
        return self.edition.language

    def text(self, text: str) -> str:
        """The text as markup, foreign runs isolated."""
        return isolated(text, self.edition.direction)

    def section(self, section: str) -> str:
        names = self.newsroom.sections.get(section)
        return names[self.language] if names else section

    def region(self, region: str) -> str:
        names = self.newsroom.regions.get(region)
        return names[self.language] if names else region

    def kind(self, kind: Kind) -> str:
        names = self.newsroom.kinds.get(kind)
        return names[self.language] if names else self.edition.kinds[kind]

    def list_title(self, name: ListName) -> str:
        if name.kind == "home":
            return self.labels.home
        return self.section(name.topic) if name.kind == "section" else self.region(name.topic)

    def label(self, story: Article | Card) -> str:
        """What stands over a headline: the story's label, else its kind, else its section.

        A label that is the id of a section, region or kind is written as that is.
        """
        if story.label:
            return self._named(story.label)
        return self.section(story.section) if story.kind == "news" else self.kind(story.kind)

    def _named(self, label: str) -> str:
        if label in self.newsroom.sections:
            return self.section(label)
        if label in self.newsroom.regions:
            return self.region(label)
        known = next((kind for kind in self.edition.kinds if kind == label), None)
        return self.kind(known) if known else label

    def byline(self, people: tuple[str, ...]) -> str:
        """Authors' names from the configuration; who is not known there stands as written."""
        authors = self.newsroom.authors
        names = tuple(authors[who][self.language] if who in authors else who for who in people)
        return fill(self.labels.by, names=self.edition.conjoin(names))

    def source(self, source: str) -> str:
        return fill(self.labels.source, source=source)

    def date(self, instant: datetime) -> str:
        return dates.date(instant, self.edition, self.settings)

    def full_date(self, instant: datetime) -> str:
        return dates.full_date(instant, self.edition, self.settings)

    def moment(self, instant: datetime) -> str:
        return dates.moment(instant, self.edition, self.settings)

    def time(self, instant: datetime) -> str:
        return dates.time(instant, self.settings)

    def month(self, period: str) -> str:
        return dates.month(period, self.edition, self.settings)

    def iso(self, instant: datetime) -> str:
        """For machines: the instant with the edition's offset."""
        return dates.local(instant, self.settings).isoformat(timespec="seconds")

    def read_time(self, words: int) -> str:
        minutes = numbers.minutes_to_read(words, self.settings.words_per_minute)
        return numbers.read_time(minutes, self.edition, self.settings.numerals)

    def archive_title(self, name: ListName, period: str) -> str:
        title = self.labels.archive if name.kind == "home" else self.list_title(name)
        return fill(self.labels.archive_title, list=title, month=self.month(period))

    def translated(self, pattern: str, source: Language, names: Sequence[str]) -> str:
        engines = self.edition.conjoin(tuple(names))
        return fill(pattern, engines=engines, **{"from": self.edition.from_language[source]})

    def of_original(self, pattern: str, source: Language) -> str:
        """Words about the original, whose language they name."""
        return fill(pattern, **{"in": self.edition.in_language[source]})

    def late(self, as_of: datetime) -> str:
        return fill(self.labels.late, moment=self.moment(as_of))

    def unavailable(self) -> str:
        return fill(self.labels.unavailable, **{"in": self.edition.in_language[self.language]})

    def read_source(self, card: Card) -> str:
        return fill(
            self.labels.read_source,
            headline=quoted(card.headline, self.language, self.settings),
            **{"in": self.edition.in_language[card.edition]},
        )
