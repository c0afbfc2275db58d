"""The sample newspaper, from its files to its pages, in memory."""

import html
import re
from pathlib import Path

import pytest

from infra.local.run import MEDIA_HOSTS
from shared.intake.config_file import read_config
from shared.intake.story_file import read_story
from shared.news.archive import keep
from shared.news.facts import EditionAccepted, Illustrated, Rendition
from shared.news.keys import story_key
from shared.news.language import LANGUAGES
from shared.pages.names import key_of
from shared.pages.publish import install_pages
from shared.translation.chain import Chain
from shared.translation.memory import ReviewedMemory
from shared.translation.tmx import parse_tmx
from shared.translation.translate import translate
from tests.builders import World
from tests.fakes.engines import PaidMemory
from tests.unit.pages.reading import Page
from tests.unit.pages.test_bidi import FROM_THE_LEFT

SAMPLE = Path(__file__).parents[3] / "infra/newsroom"
LATIN_ON_PURPOSE = {
    "English", "Español",  # the other editions, in the switcher
    "Azimuth", "Studio",  # credits are names
    "Facebook", "Telegram", "YouTube",
    "Triptych", "azimuth", "corrections", "desk", "example", "hello",  # and addresses of mail
    "DarkHorizon", "MarsaLive", "ViaLibre",
    "dawnwalks", "elrescoldo", "escueladeribera", "lakesidenights", "nightwadi", "rivergauges",
    "vaitoareef", "waidat", "linea5valdorra",
}  # fmt: skip


@pytest.fixture(scope="module")
def newspaper() -> World:
    """Every page of the sample, translated by its own memory alone."""
    world = World()
    newsroom = read_config((SAMPLE / "config/newsroom.yaml").read_bytes()).newsroom
    assert newsroom
    world.configure(newsroom)
    install_pages(world.press())
    memory = parse_tmx((SAMPLE / "config/memory.tmx").read_bytes())
    assert isinstance(memory, ReviewedMemory)
    chain = Chain(memory, PaidMemory())
    stories = set()
    for path in sorted(SAMPLE.glob("inbox/**/*.md")):
        name = story_key(path.relative_to(SAMPLE).as_posix())
        assert name
        reading = read_story(name, path.read_bytes(), newsroom, media_hosts=(MEDIA_HOSTS,))
        assert (reading.faults, reading.notes) == ((), ())
        stories.add(name.story)
        if reading.source:
            _accept(world, path, name.story, reading.source, reading.change)
        elif reading.edition:
            edition = EditionAccepted(
                key=name.key, version="1", body=keep(world.bodies, reading.edition),
                edition=reading.edition.edition,
            )  # fmt: skip
            world.append(name.story, edition)
    for story in sorted(stories):
        for language in LANGUAGES:
            made = translate(story, language, archive=world.archive, bodies=world.bodies,
                             chain=chain, clock=world.clock)  # fmt: skip
            assert made.state == "ready", made
    world.publish(*sorted(stories))
    return world


def _accept(world: World, path: Path, story: str, source: object, change: object) -> None:
    inside = path.relative_to(SAMPLE / "inbox").as_posix().removeprefix("2026/11/")
    name = inside.removesuffix(".md")[:-3]
    world.accept(name, source, change=change)  # type: ignore[arg-type]
    accepted = world.view(story).source
    assert accepted
    for wish in accepted.body.wishes:
        assert (SAMPLE / wish.key).exists()
        rendition = Rendition(width=640, height=360, body=world.bodies.put(b"picture"))
        world.append(story, Illustrated(key=wish.key, version="1", renditions=(rendition,)))


def pages(world: World, edition: str) -> list[str]:
    """The HTML pages of an edition."""
    return [
        key
        for key, item in world.site.items.items()
        if key.startswith(f"{edition}/") and item.content_type.startswith("text/html")
    ]


def words(page: str) -> str:
    """What a reader sees of a page."""
    seen = re.sub(r"<head>.*?</head>|<!--.*?-->", " ", page, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", " ", seen))


def test_every_story_stands_in_three_editions(newspaper: World) -> None:
    stories = [one for one in newspaper.stands.entries if not newspaper.view(one).placeless]
    assert len(stories) >= 24
    for story in stories:
        editions = newspaper.stands.entries[story]
        assert [edition for edition in LANGUAGES if editions[edition].card] == [*LANGUAGES]


def test_arabic_pages_say_nothing_in_latin_letters_but_names(newspaper: World) -> None:
    for key in pages(newspaper, "ar"):
        latin = set(re.findall(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9]+", words(newspaper.reads(key))))
        assert latin <= LATIN_ON_PURPOSE, key


def test_nothing_that_is_read_from_the_left_stands_bare_on_an_arabic_page(
    newspaper: World,
) -> None:
    for key in pages(newspaper, "ar"):
        item = newspaper.site.items[key]
        assert not FROM_THE_LEFT.findall(Page(item).native), key


def test_the_other_editions_say_nothing_in_arabic_but_its_name(newspaper: World) -> None:
    for edition in ("en", "es"):
        for key in pages(newspaper, edition):
            arabic = set(re.findall(r"[\u0600-\u06ff]+", words(newspaper.reads(key))))
            assert arabic <= {"العربية"}, key


def test_spanish_questions_open_and_close(newspaper: World) -> None:
    for key in pages(newspaper, "es"):
        said = words(newspaper.reads(key))
        assert said.count("¿") == said.count("?"), key
        assert said.count("¡") == said.count("!"), key


def test_no_link_of_the_whole_newspaper_is_dead(newspaper: World) -> None:
    links = re.compile(r"(?:href|src)=\"(/[^\"#?]*)\"")
    for edition in LANGUAGES:
        for key in pages(newspaper, edition):
            for link in links.findall(newspaper.reads(key)):
                address = html.unescape(link)
                assert address == "/" or key_of(address) in newspaper.site.items, (key, address)


def test_no_page_is_a_test_translation(newspaper: World) -> None:
    for edition in LANGUAGES:
        hidden = [key for key in pages(newspaper, edition) if "noindex" in newspaper.reads(key)]
        hidden = [key for key in hidden if not key.endswith("/latest")]  # of live pages
        coming = {f"{edition}/{page}" for page in ("about", "contact", "privacy")}
        assert {*hidden} - coming == {f"{edition}/most-read-rows", f"{edition}/ticker"}  # parts
