"""A day of reading: who reads what when. The same seed gives the same day.

Stories differ in size by a Pareto law and lose half of their readers in eight hours; an edition
sleeps at four in the morning of its readers and is read most in their evening. Beside people there
are robots, monitors, browsers that fetch ahead, and pages that are not there.
"""

import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal, NamedTuple

from infra.readers.agents import ROBOTS
from shared.ids import short_id
from shared.news.language import LANGUAGES, Language

Kind = Literal["read", "again", "prefetch", "robot", "monitor", "gone"]
"""`again`: loaded once more by one who has just read it. `gone`: no page was there."""

KINDS: tuple[Kind, ...] = ("read", "again", "prefetch", "robot", "monitor", "gone")
_KIND_SHARES = tuple(accumulate((0.752, 0.04, 0.015, 0.17, 0.008, 0.015)))
SHARES: dict[Language, float] = {"en": 0.5, "ar": 0.3, "es": 0.2}
_HOURS_FROM_UTC: dict[Language, int] = {"en": 0, "ar": 3, "es": -5}
_STEP = 5
_DAY = 24 * 60
_HALF_LIFE = 8 * 60
_SECTIONS = ("politics", "culture", "science", "environment", "sports", "business")
_WORDS: dict[Language, str] = {
    "en": "river treaty palace garden market north winter school harvest railway",
    "ar": "النهر معاهدة القصر حديقة السوق الشمال الشتاء المدرسة الحصاد القطار",
    "es": "rio tratado palacio jardin mercado norte invierno escuela cosecha tren",
}


class Article(NamedTuple):
    """A story in one edition, and its address."""

    story: str
    edition: Language
    address: str


class Reader(NamedTuple):
    """A person, or what passes for one."""

    ip: str
    agent: str


class View(NamedTuple):
    """One article is asked for, `at` seconds after midnight UTC."""

    at: float
    reader: Reader
    article: Article
    kind: Kind


class Breaking(NamedTuple):
    """A story that takes `share` of every edition's readers from `minute` on."""

    story: str
    minute: int
    share: float = 0.12


@dataclass(frozen=True)
class Day:
    """What is read from minute `first` on, for `minutes` of the day.

    `views` is how many articles are asked for in all, robots included; each comes from `readers`
    (by edition) or `robots`. `born` says since which minute (before the day: negative) a story is
    there; the others are as old as the day.
    """

    articles: Sequence[Article]
    readers: Mapping[Language, Sequence[Reader]]
    robots: Sequence[Reader]
    views: int
    seed: int = 1
    first: int = 0
    minutes: int = _DAY
    born: Mapping[str, int] | None = None
    breaking: Breaking | None = None

    def reading(self) -> Iterator[View]:
        """All views, the earliest first."""
        rng = random.Random(self.seed)
        sizes = [rng.paretovariate(1.1) for _ in self.articles]
        steps = range(self.first, self.first + self.minutes, _STEP)
        whole = sum(curve(minute, edition) for minute in steps for edition in LANGUAGES)
        for minute in steps:
            step: list[View] = []
            for edition in LANGUAGES:
                due = self.views * curve(minute, edition) / whole
                number = int(due) + (rng.random() < due % 1)
                step += self._views(rng, sizes, minute, edition, number)
            yield from sorted(step)

    def _views(
        self, rng: random.Random, sizes: Sequence[float], minute: int, edition: Language,
        number: int,
    ) -> Iterator[View]:  # fmt: skip
        weights = self._interest(sizes, minute, edition)
        if not self.readers[edition] or not any(weights):
            return
        until = min(_STEP, self.first + self.minutes - minute) * 60
        times = [60 * minute + until * rng.random() for _ in range(number)]
        articles = rng.choices(self.articles, cum_weights=list(accumulate(weights)), k=number)
        kinds = rng.choices(KINDS, cum_weights=_KIND_SHARES, k=number)
        read: list[tuple[Reader, Article]] = []
        for at, article, kind in zip(sorted(times), articles, kinds, strict=True):
            if kind == "again" and read:
                yield View(at, *rng.choice(read), kind)
                continue
            those = self.robots if kind in {"robot", "monitor"} else self.readers[edition]
            reader = rng.choice(those)
            if kind in {"read", "again"}:
                read.append((reader, article))
            yield View(at, reader, article, "read" if kind == "again" else kind)

    def _interest(self, sizes: Sequence[float], minute: int, edition: Language) -> list[float]:
        """How much each article draws the edition's readers in a minute."""
        born = self.born or {}
        ages = [minute - born.get(article.story, 0) for article in self.articles]
        weights = [
            size * 2 ** (-age / _HALF_LIFE) if age >= 0 and article.edition == edition else 0.0
            for article, size, age in zip(self.articles, sizes, ages, strict=True)
        ]
        news = self.breaking
        if news and minute >= news.minute:
            others = sum(weights)
            for place, article in enumerate(self.articles):
                if (article.story, article.edition) == (news.story, edition):
                    others -= weights[place]
                    weights[place] = (others or 1.0) * news.share / (1 - news.share)
        return weights


def curve(minute: float, edition: Language) -> float:
    """How much an edition is read in a minute of the day, beside others and other minutes."""
    hour = (minute / 60 + _HOURS_FROM_UTC[edition]) % 24
    evening = math.cos((hour - 20) / 24 * math.tau)
    noon = math.cos((hour - 12) / 12 * math.tau)
    return SHARES[edition] * max(0.12, 1 + 0.75 * evening + 0.25 * noon)


def invented_articles(stories: int, seed: int = 1) -> tuple[Article, ...]:
    """Stories that are in all editions."""
    rng = random.Random(seed)
    return tuple(
        _article(rng, f"{seed} {number}", edition)
        for number in range(stories)
        for edition in LANGUAGES
    )


def births(articles: Sequence[Article], seed: int = 1) -> dict[str, int]:
    """Minutes in which the stories came out: half of them the day before."""
    rng = random.Random(seed)
    stories = dict.fromkeys(article.story for article in articles)
    return {story: rng.randrange(-_DAY, _DAY) if place else -_DAY
            for place, story in enumerate(stories)}  # fmt: skip


def _article(rng: random.Random, name: str, edition: Language) -> Article:
    story = short_id(name)
    slug = "-".join(
        rng.choices(_WORDS[edition].split(), k=rng.randint(2, 5 if edition != "ar" else 3))
    )
    section = _SECTIONS[int(story, 36) % len(_SECTIONS)]
    return Article(story, edition, f"/{edition}/{section}/{slug}-{story}")


def people(
    rng: random.Random, number: int, ips: Iterator[str], agents: Sequence[str]
) -> list[Reader]:
    """Readers, most of them with one of the usual browsers (the first ones)."""
    weights = list(accumulate(1 / (place + 3) for place in range(len(agents))))
    chosen = rng.choices(agents, cum_weights=weights, k=number)
    return [Reader(next(ips), agent) for agent in chosen]


def robots(rng: random.Random, number: int, ips: Iterator[str]) -> list[Reader]:
    return [Reader(next(ips), rng.choice(ROBOTS)) for _ in range(number)]
