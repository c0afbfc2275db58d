"""The whole stage of translation beside the library that it wraps, and what corrections cost."""

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice, pairwise
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import requests

from shared.news.language import Language
from shared.news.story import Source
from shared.translation.chain import Chain
from shared.translation.memory import NO_MEMORY
from shared.translation.ports import Pair
from shared.translation.pseudo import pseudo
from shared.translation.translate import Outcome, translate
from shared.web.google import Google
from shared.web.library import module
from tests.bench.tables import table
from tests.builders import World, a_source, body
from tests.fakes.engine_server import Reply, google_page, serving
from tests.fakes.engines import PaidMemory

NEWS = Path(__file__).parents[1] / "unit/editions/segments/news.en.txt"
EN_ES = Pair("en", "es")
SENTENCES, PARAGRAPH, ARTICLES = 16, 3, 10
WAITS = (0, 50, 200)
RUNS = 3
GOAL = 7

Article = list[str]


@dataclass
class Newsroom:
    """A newsroom in memory that translates by a page like Google's."""

    page: str
    world: World = field(default_factory=World)
    paid: PaidMemory = field(default_factory=PaidMemory)

    def hear(self, name: str, article: Article, edition: Language = "es") -> Callable[[], Outcome]:
        """Accept an article; what the event of it makes happen."""
        story = self.world.accept(name, _source(article))
        archive, bodies, clock = self.world.archive, self.world.bodies, self.world.clock

        def event() -> Outcome:
            chain = Chain(NO_MEMORY, self.paid, (Google(self.page),))
            outcome = translate(
                story, edition, archive=archive, bodies=bodies, chain=chain, clock=clock
            )
            assert outcome.state == "ready", outcome
            return outcome

        return event


def translation() -> str:
    articles = list(islice(_articles(), ARTICLES))
    return f"""## Translation

**The whole stage**, from the fact that a story was accepted to the fact that it is translated \
(memory, protection, gates, log), beside `deep-translator` itself, which is given the same \
sentences one by one in a loop: {ARTICLES} articles of {SENTENCES} sentences and a headline, \
English to Spanish, by a page like Google's in another process that takes its time for each \
answer. Memory and log are in this process's memory. Medians of {RUNS} runs that took turns.

{_speeds(articles)}

The last column is the same articles as other stories, whose sentences are all paid for.

**What is billed**, in characters of the article's own ({SENTENCES} sentences in paragraphs of \
{PARAGRAPH}, and a headline), each of {ARTICLES * SENTENCES} corrections of one word by itself:

{_bills(articles)}

Goal: {GOAL} % of the article for a corrected word, nothing for a return to what it said before, \
and nothing for an event that comes again."""


def _articles() -> Iterator[Article]:
    """Articles of the sentences of real news, in their order; none comes twice."""
    lines = dict.fromkeys(
        line for line in NEWS.read_text().splitlines() if line.endswith((".", "?", "!", "”"))
    )
    sentences = iter(lines)
    while len(article := list(islice(sentences, SENTENCES))) == SENTENCES:
        yield article


def _source(article: Article) -> Source:
    ends = range(0, SENTENCES + PARAGRAPH, PARAGRAPH)
    paragraphs = [" ".join(article[start:end]) for start, end in pairwise(ends)]
    return a_source("A day in the news", texts={"body": body(*paragraphs)})


# ---- Speed --------------------------------------------------------------------------------------


def _speeds(articles: list[Article]) -> str:
    rows = []
    for wait in WAITS:
        with _page(wait) as page:
            runs = [_run(page, articles) for _ in range(RUNS)]
        alone, ours, again = (statistics.median(of) for of in zip(*runs, strict=True))
        count = len(articles) * (SENTENCES + 1)
        rows.append(
            (f"{wait} ms", *(f"{count / one:,.0f}" for one in (alone, ours)),
             f"{alone / ours:.1f}", f"{count / again:,.0f}")
        )  # fmt: skip
    head = ("an answer takes", "library, sentences a second", "the stage", "times", "from memory")
    return table(head, rows)


def _run(page: str, articles: list[Article]) -> tuple[float, float, float]:
    newsroom = Newsroom(page)
    first = [newsroom.hear(f"first{place}", one) for place, one in enumerate(articles)]
    second = [newsroom.hear(f"second{place}", one) for place, one in enumerate(articles)]
    return (
        _seconds(lambda: _library_alone(page, articles)),
        _seconds(lambda: [event() for event in first]),
        _seconds(lambda: [event() for event in second]),
    )


def _library_alone(page: str, articles: list[Article]) -> None:
    """As its manual says, with its own requests."""
    google = module("google")
    in_time = google.requests
    vars(google)["requests"] = requests
    try:
        translator = google.GoogleTranslator(source=EN_ES.source, target=EN_ES.target)
        vars(translator)["_base_url"] = page
        for article in articles:
            for sentence in ("A day in the news", *article):
                assert translator.translate(sentence)
    finally:
        vars(google)["requests"] = in_time


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


@contextmanager
def _page(wait: int) -> Iterator[str]:
    """The address of a page in a process of its own."""
    apart = get_context("spawn")
    ours, theirs = apart.Pipe()
    process = apart.Process(target=_serve, args=(theirs, wait))
    process.start()
    try:
        yield ours.recv()
    finally:
        ours.send("enough")
        process.join()


def _serve(told: Connection, wait: int) -> None:
    def answer(asked: dict[str, str]) -> Reply:
        time.sleep(wait / 1000)
        return _spanish(asked)

    with serving(answer) as server:
        told.send(f"{server.address}/m")
        told.recv()


def _spanish(asked: dict[str, str]) -> Reply:
    return google_page(pseudo(asked["q"], EN_ES))


# ---- Bills --------------------------------------------------------------------------------------


def _bills(articles: list[Article]) -> str:
    shares, returns, again = [], 0, 0
    with serving(_spanish) as server:
        for article in articles:
            for place in range(SENTENCES):
                newsroom = Newsroom(server.address)
                whole = newsroom.hear("story", article)().characters
                event = newsroom.hear("story", _corrected(article, place))
                shares.append(100 * event().characters / whole)
                again += event().characters + event().characters
                returns += newsroom.hear("story", article)().characters
    mean, most = statistics.mean(shares), max(shares)
    rows = [
        ("a corrected word, on average", f"{mean:.1f} %"),
        ("a corrected word, in the longest sentence", f"{most:.1f} %"),
        ("an event's second and third delivery", f"{again} characters"),
        ("back to the words of before", f"{returns} characters"),
    ]
    return table(("", "billed"), rows)


def _corrected(article: Article, place: int) -> Article:
    words = article[place].split()
    words[len(words) // 2] = "corrected"
    return [*article[:place], " ".join(words), *article[place + 1 :]]
