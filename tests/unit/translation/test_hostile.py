"""Engines that do us harm, over real HTTP: nothing bad is published, and no story is lost."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

import pytest

from shared.aws.bedrock import Bedrock
from shared.news.blocks import Paragraph, Span
from shared.news.budget import Budget
from shared.news.story import Texts
from shared.news.view import view
from shared.translation.chain import Chain
from shared.translation.guards import Guards
from shared.translation.memory import NO_MEMORY
from shared.translation.ports import Engine, Pair
from shared.translation.pseudo import pseudo
from shared.translation.purse import Purse
from shared.translation.translate import Outcome, translate
from shared.web.google import Google
from shared.web.libretranslate import LibreTranslate
from shared.web.microsoft import Microsoft
from tests.fakes.aws_engines import Asked, Told, aws, says, segments_of
from tests.fakes.engine_server import (
    EngineServer,
    Reply,
    google_page,
    libre_json,
    microsoft_json,
    serving,
)
from tests.fakes.engines import FakeEngine, PaidMemory
from tests.fakes.guards import MemoryBreakers, MemoryLeases, MemoryTill, Watch
from tests.unit.translation.stories import STORY, Desk

EN_ES, EN_AR = Pair("en", "es"), Pair("en", "ar")
KEY = "s3cret-key"
LINES = (
    "Seven countries signed a treaty about the river on Tuesday.",
    "Layla Haddad, who chaired the talks, spoke of 11 long years.",
    "A court in Geneva will decide where two governments disagree.",
    "Farmers may take 40 litres a second from the upper channel.",
    "Most gauges of the delta are open to everyone from today.",
)
ROTATED = dict(zip(LINES, (*LINES[1:], LINES[0]), strict=True))

Worded = Callable[[str], Reply]
ENGINES: dict[str, tuple[Callable[[str], Engine], Worded]] = {
    "google": (lambda address: Google(f"{address}/m"), google_page),
    "libretranslate": (lambda address: LibreTranslate(address, KEY), libre_json),
    "microsoft": (lambda address: Microsoft(lambda: KEY, "", address), microsoft_json),
}
REPLIES: dict[str, Reply] = {
    "is down": (500, f"Internal error, {KEY}"),
    "has had enough": (429, f"Too many requests by {KEY}"),
    "does not know us": (403, f"Invalid key {KEY}"),
    "asks for a person": (200, "<html><body><form id='captcha-form'></form></body></html>"),
    "says null": (200, "null"),
    "says nothing": (200, ""),
    "says half of it": (200, '{"translatedText": "El r'),
}
WORDS: dict[str, Callable[[str], str]] = {
    "has no words": lambda _: "",
    "says what it costs": lambda _: "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS",
    "sees a robot": lambda _: "Our systems have detected unusual traffic from your network.",
    "repeats": lambda line: line,
    "speaks another language": lambda line: pseudo(line, EN_AR),
    "answers with other segments": lambda line: pseudo(ROTATED.get(line, line), EN_ES),
    "stammers": lambda line: f"{pseudo(line, EN_ES)} " * 9,
    "gives up": lambda line: pseudo(line, EN_ES)[:11],
    "writes HTML": lambda line: f"<html><body>{pseudo(line, EN_ES)}</body></html>",
}


class Newsroom:
    """A story of five sentences that wants to be told in Spanish."""

    def __init__(self, *lines: str) -> None:
        self.watch, self.left = Watch(), [30.0]
        self.desk, self.paid = Desk(), PaidMemory(clock=self.watch)
        self.leases, self.till = MemoryLeases(self.watch), MemoryTill()
        self.breakers = MemoryBreakers()
        headline, *body = lines or LINES
        spans = (Span(text=" ".join(body)),)
        self.desk.accept(Texts(headline=headline, body=(Paragraph(spans=spans),) if body else ()))

    def seconds_left(self) -> float:
        return self.left.pop(0) if len(self.left) > 1 else self.left[0]

    def translate(self, *engines: Engine) -> Outcome:
        purse = Purse(self.till, lambda _: Budget())
        guards = Guards(self.leases, purse, self.breakers, self.seconds_left, self.watch)
        return translate(
            STORY,
            "es",
            archive=self.desk.archive,
            bodies=self.desk.bodies,
            chain=Chain(NO_MEMORY, self.paid, engines, guards=guards),
            clock=self.watch,
        )

    @property
    def shows(self) -> Texts | None:
        """What readers of the Spanish edition get."""
        article = view(self.desk.archive.read(STORY), self.desk.bodies).editions["es"].article
        return article.texts if article else None


@contextmanager
def asking(
    name: str, words: Callable[[str], str] | None = None, reply: Reply = (200, "")
) -> Iterator[tuple[EngineServer, Engine]]:
    """A server that answers with these words, or with this reply, and the engine that asks it."""
    made, told = ENGINES[name]
    with serving(lambda asked: told(words(asked["q"])) if words else reply) as server:
        yield server, made(server.address)


@pytest.mark.parametrize("name", ENGINES)
def test_a_server_that_does_no_harm_is_believed(name: str) -> None:
    newsroom = Newsroom()
    with asking(name, lambda line: pseudo(line, EN_ES)) as (_, engine):
        assert newsroom.translate(engine).state == "ready"
    assert newsroom.shows


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("behaviour", [*REPLIES, *WORDS])
def test_nothing_bad_is_published_the_story_waits_and_no_log_has_the_key(
    name: str, behaviour: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    newsroom = Newsroom()
    with asking(name, WORDS.get(behaviour), REPLIES.get(behaviour, (200, ""))) as (_, engine):
        outcome = newsroom.translate(engine)
    assert (outcome.state, newsroom.shows) == ("held", None)
    assert outcome.reason
    assert KEY not in caplog.text + repr(outcome) + repr(engine)
    assert newsroom.leases.held == {}


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("behaviour", [*REPLIES, *WORDS])
def test_the_next_engine_tells_the_story_all_the_same(name: str, behaviour: str) -> None:
    newsroom = Newsroom()
    with asking(name, WORDS.get(behaviour), REPLIES.get(behaviour, (200, ""))) as (_, engine):
        outcome = newsroom.translate(engine, FakeEngine("bedrock"))
    assert (outcome.state, outcome.engines) == ("ready", ("bedrock",))


Segments = list[dict[str, str]]
IDS: dict[str, Callable[[Segments], Segments]] = {
    "adds one": lambda told: [*told, {"id": "8", "text": "Una frase que nadie pidió."}],
    "tells one twice": lambda told: [*told, told[0] | {"text": "Una frase que nadie pidió."}],
    "tells none": lambda _: [],
    "forgets one": lambda told: told[1:],
    "shifts all": lambda told: [
        one | {"text": other["text"]} for one, other in zip(told, [*told[1:], told[0]], strict=True)
    ],
}


@pytest.mark.parametrize("behaviour", IDS)
def test_a_model_that_adds_forgets_or_mixes_up_segments_publishes_none_of_them(
    behaviour: str,
) -> None:
    def answering(asked: Asked) -> Told:
        told = [one | {"text": pseudo(one["text"], EN_ES)} for one in segments_of(asked)]
        return says(IDS[behaviour](told))

    newsroom = Newsroom()
    with aws(answering) as server:
        outcome = newsroom.translate(Bedrock(server.client("bedrock-runtime"), "model"))
    assert server.asked
    assert (outcome.state, newsroom.shows) == ("held", None)


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("how", ["silent", "slow"])
def test_an_engine_that_does_not_come_to_an_end_takes_its_time_and_no_more(
    name: str, how: str
) -> None:
    newsroom = Newsroom()
    newsroom.left = [30.0, 30.0, 0.5, 0.0]
    made, told = ENGINES[name]
    with serving(lambda asked: told(pseudo(asked["q"], EN_ES)), **{how: True}) as server:
        waiting = server.silence or server.drip
        assert waiting
        late = Timer(3, waiting.set)  # then it answers well
        late.start()
        outcome = newsroom.translate(made(server.address))
        late.cancel()
    assert server.asked
    assert (outcome.state, outcome.reason) == ("held", "engines-unavailable")
    assert newsroom.shows is None


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize("behaviour", ["is down", "asks for a person", "says null", "says nothing"])
def test_nobody_asks_for_a_sixth_sentence_until_a_minute_has_passed(
    name: str, behaviour: str
) -> None:
    newsroom = Newsroom("One line.")
    with asking(name, reply=REPLIES[behaviour]) as (server, engine):
        for number in range(9):
            newsroom.desk.accept(Texts(headline=f"The river rose {number} times this year."))
            assert newsroom.translate(engine).state == "held"
        assert len({asked["q"] for asked in server.asked}) == 5


@pytest.mark.parametrize("name", ENGINES)
def test_once_the_engine_answers_again_the_story_is_told(name: str) -> None:
    newsroom, healthy = Newsroom(), [False]
    made, told = ENGINES[name]

    def answering(asked: dict[str, str]) -> Reply:
        return told(pseudo(asked["q"], EN_ES)) if healthy[0] else (500, "")

    with serving(answering) as server:
        engine = made(server.address)
        assert newsroom.translate(engine).state == "held"
        healthy[0] = True
        assert newsroom.translate(engine).reason == "engines-unavailable"  # it is left alone
        newsroom.watch.wait(80)
        assert newsroom.translate(engine).state == "ready"
    assert newsroom.shows
