"""How one edition speaks on this site: its own words, and the configuration's names and labels."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import datetime

from minijinja import safe

from shared.editions import dates, numbers
from shared.editions.edition import Edition, Labels, fill
from shared.editions.quotes import quoted
from shared.editions.registry import EDITIONS
from shared.news.article import (
    MOST_AUTHORS,
    MOST_TAGS,
    Article,
    Card,
    author_list,
    tag_list,
)
from shared.news.blocks import word_count
from shared.news.language import Language
from shared.news.newsroom import Newsroom, PerEdition
from shared.news.slugs import slugify
from shared.news.story import Kind
from shared.pages.links import href
from shared.pages.markup import escaped, isolated
from shared.pages.names import ListName
from shared.pages.share import share_links

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
        self.about = (newsroom.outlet.about or {}).get(language, "")
        self.rights = (newsroom.outlet.rights or {}).get(language, "")
        apps = {"android": self.labels.android, "ios": self.labels.ios}
        self.apps = [(apps[one], address) for one, address in newsroom.outlet.apps.items()]

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

    def author(self, who: str) -> str:
        """The name from the configuration; who is not known there stands as written."""
        names = self.newsroom.authors.get(who)
        return names[self.language] if names else who

    def list_title(self, name: ListName, shown: Sequence[Card] = ()) -> str:
        """The list's name; of one that stories name, as the newest of those shown writes it."""
        topic = name.topic
        match name.kind:
            case "home":
                return self.labels.home
            case "breaking":
                return self.labels.breaking
            case "live":
                return self.labels.live
            case "section":
                return self.section(topic)
            case "region":
                return self.region(topic)
            case "kind":
                names = self.newsroom.fronts.get(topic)
                return names[self.language] if names else self.edition.fronts[topic]
            case "programme":
                return self._name(self.newsroom.programmes, topic)
            case "coverage":
                return self._name(self.newsroom.coverage, topic) or self.labels.coverage
            case "author" if topic in self.newsroom.authors:
                return self.author(topic)
        written = (one for card in shown for one in (*card.tags, *card.byline))
        return next((one for one in written if slugify(one) == topic), topic)

    def about_title(self, page: str) -> str:
        """What links to a page about the outlet say."""
        return self._name(self.newsroom.pages, page)

    def all_in(self, name: str) -> str:
        """Everything that a heading of the navigation has."""
        return fill(self.labels.all_in, list=name)

    def _name(self, known: Mapping[str, PerEdition], topic: str) -> str:
        return known[topic][self.language] if topic in known else topic

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

    def byline(self, people: tuple[str, ...], links: int = MOST_AUTHORS) -> str:
        """Who wrote it, as markup: a name leads to what else its author has written.

        Posts of live pages are in no list, so their authors' may not be there to be linked.
        """
        linked = (self._linked(author_list(one), self.author(one)) for one in people[:links])
        others = (self.text(self.author(one)) for one in people[links:])
        before, _, after = self.labels.by.partition("{names}")
        names = self.edition.conjoin((*linked, *others))
        return safe(f"{self.text(before)}{names}{self.text(after)}")

    def tags(self, tags: Sequence[str]) -> tuple[str, ...]:
        """Tags as markup, with links to the lists of those that have one."""
        links = (self._linked(tag_list(tag), tag) for tag in tags[:MOST_TAGS])
        return (*links, *map(self.text, tags[MOST_TAGS:]))

    def _linked(self, name: str | None, text: str) -> str:
        address = href(ListName(self.language, name).address) if name else None
        return safe(f'<a href="{address}">{self.text(text)}</a>') if address else self.text(text)

    def shares(self, headline: str, address: str) -> dict[str, str]:
        """The networks' names, each with its link for an article."""
        links = share_links(headline, address)
        return {self.edition.networks[network]: link for network, link in links.items()}

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

    def hour(self, hour: str) -> str:
        """The hour ("2026-11-24T09", UTC) on the edition's clock."""
        return self.moment(datetime.fromisoformat(f"{hour}:00+00:00"))

    def month(self, period: str) -> str:
        return dates.month(period, self.edition, self.settings)

    def heading(self, written: str) -> str:
        """A date that stands alone: Spanish begins its months and days with small letters."""
        return written[:1].upper() + written[1:]

    def iso(self, instant: datetime) -> str:
        """For machines: the instant with the edition's offset."""
        return dates.local(instant, self.settings).isoformat(timespec="seconds")

    def read_time(self, words: int) -> str:
        minutes = numbers.minutes_to_read(words, self.settings.words_per_minute)
        return numbers.read_time(minutes, self.edition, self.settings.numerals)

    def clock(self, seconds: int) -> str:
        """How long a video is, or a moment in it: 2:35, 1:02:35."""
        minutes, rest = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
        return numbers.in_numerals(text, self.settings.numerals)

    def playing(self, seconds: int) -> str:
        """How long a video is, told apart from a time of day."""
        return f"\u25b6\ufe0e\u00a0{self.clock(seconds)}"

    def pictures(self, count: int) -> str:
        return numbers.counted(count, self.edition.pictures, self.edition, self.settings.numerals)

    def cell(self, cell: str) -> str:
        """A cell of a table as markup; what stands before a number stays before it."""
        if not numbers.is_number(cell):
            return self.text(cell)
        number = numbers.written(cell, self.edition, self.settings.numerals)
        return safe(f'<bdi dir="ltr">{escaped(number)}</bdi>' if cell.startswith("-") else number)

    def length(self, article: Article) -> str:
        """How long it takes to watch or to read, or how many pictures there are to look at."""
        if article.video and article.video.seconds is not None:
            return self.playing(article.video.seconds)
        if article.gallery:
            return self.pictures(len(article.gallery))
        return self.read_time(word_count(article.texts.body or ()))

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
