"""A video on its page, its captions, and what becomes of them."""

import pytest

from shared.news.blocks import Paragraph, Span
from shared.news.language import LANGUAGES, Language
from shared.news.story import Cue, Source, Texts, Video
from shared.pages.publish import install_pages
from shared.pages.rebuild import make_pages
from shared.pages.verify import verify
from tests.builders import World, a_source, a_wish
from tests.unit.pages import sample
from tests.unit.pages.reading import Page

EACH = pytest.mark.parametrize("edition", LANGUAGES)
ADDRESS = "https://media.gazette.example/river.mp4"
CUES = (Cue(start=0, end=4000), Cue(start=64_500, end=3_669_001))
VIDEO = Video(address=ADDRESS, seconds=155, cues=CUES)


def said(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(spans=(Span(text=text),)) for text in texts)


def a_video(**changes: object) -> Source:
    words = {"transcript": said("The river rises.", "A <b> & 2 --> 3.")}
    values = {"kind": "video", "texts": words, "video": VIDEO, "picture": a_wish(), **changes}
    return a_source(**values)  # type: ignore[arg-type]


@pytest.fixture
def world() -> World:
    return World()


def published(world: World, source: Source | None = None) -> str:
    story = world.accept("river", source or a_video())
    world.illustrate(story)
    for edition in ("ar", "es"):
        world.translate(story, edition)
    world.publish(story)
    return story


def captions(world: World, story: str, edition: Language = "en") -> str:
    return world.reads(f"media/{story}/captions.{edition}.vtt")


def page(world: World, story: str, edition: Language = "en") -> Page:
    item = world.site.items[world.page(story, edition)]
    return Page(item)


@EACH
def test_a_video_can_be_watched_and_read_without_any_script(edition: Language) -> None:
    world = World()
    story = published(world)
    found = page(world, story, edition)
    (video,) = (one for one in found.elements if one.tag == "video")
    assert video["preload"] == "none"
    assert "controls" in video.attributes
    assert video["poster"].startswith(f"/media/{story}/")
    source, track = (one for one in video.inside if one.tag in {"source", "track"})
    assert (source["src"], source["type"]) == (ADDRESS, "video/mp4")
    assert track["src"] == f"/media/{story}/captions.{edition}.vtt"
    assert (track["kind"], track["srclang"]) == ("captions", edition)
    assert "1:04" in found.text_of("transcript")
    words = {"en": "The river", "ar": "ar The river", "es": "es The river"}
    assert words[edition] in found.text_of("transcript")


@EACH
def test_captions_have_the_same_times_in_every_edition(edition: Language) -> None:
    world = World()
    text = captions(world, published(world), edition)
    first = {"en": "", "ar": "ar ", "es": "es "}[edition]
    assert text.startswith("WEBVTT\n\nNOTE triptych:facts ")
    assert text.endswith(
        f"\n\n00:00:00.000 --> 00:00:04.000\n{first}The river rises.\n"
        f"\n00:01:04.500 --> 01:01:09.001\n{first}A &lt;b&gt; &amp; 2 --&gt; 3.\n"
    )


def test_captions_stand_before_the_page_that_links_them(world: World) -> None:
    story = published(world)
    order = world.site.puts
    assert order.index(f"media/{story}/captions.en.vtt") < order.index(world.page(story))


def test_captions_that_come_while_the_page_is_made_stand_before_it_too(world: World) -> None:
    story = world.accept("river", a_source("The river"))
    page = f"en/politics/the-river-{story}"

    def meanwhile() -> None:
        world.accept("river", a_video())

    world.moments.plan(f"shelf.standing {page}", meanwhile)
    world.publish(story)
    assert "captions.en.vtt" in world.reads(page)
    assert world.site.puts.index(f"media/{story}/captions.en.vtt") < world.site.puts.index(page)


def test_a_withdrawn_video_has_no_captions(world: World) -> None:
    story = published(world)
    world.withdraw(story)
    world.publish(story)
    for edition in LANGUAGES:
        item = world.site.items[f"media/{story}/captions.{edition}.vtt"]
        assert item.status == 410
        assert b"river" not in item.content


def test_captions_that_are_gone_are_taken_back(world: World) -> None:
    story = published(world)
    world.accept("river", a_video(video=VIDEO.model_copy(update={"cues": ()})))
    world.publish(story)
    assert world.site.items[f"media/{story}/captions.en.vtt"].status == 410
    assert not any(one.tag == "track" for one in page(world, story).elements)


def test_words_that_do_not_fit_the_times_are_a_transcript_alone(world: World) -> None:
    story = published(world)
    world.write("river", "ar", Texts(transcript=said("سطر واحد.")))
    world.publish(story)
    assert "سطر واحد" in page(world, story, "ar").text_of("transcript")
    assert not any(one.tag == "track" for one in page(world, story, "ar").elements)
    assert world.site.items[f"media/{story}/captions.ar.vtt"].status == 410
    assert world.site.items[f"media/{story}/captions.es.vtt"].status == 200


def test_a_story_without_captions_has_no_object_for_them(world: World) -> None:
    story = published(world, a_source())
    assert not any("captions" in key for key in world.site.items)
    assert story


def test_a_card_says_how_long_a_video_is(world: World) -> None:
    published(world)
    front = Page(world.site.items["en/index.html"])
    assert "2:35" in front.text_of("card")


@pytest.mark.parametrize(
    ("edition", "length"),
    [("en", "▶\ufe0e 2:35"), ("ar", "▶\ufe0e 2:35"), ("es", "▶\ufe0e 2:35")],
)
def test_its_page_tells_its_length_instead_of_minutes_to_read(
    edition: Language, length: str
) -> None:
    article = sample.an_article(edition, kind="video", video=VIDEO, programme="field-notes")
    found = Page(sample.renderer().article(sample.article_page(edition, article=article)))
    assert found.text_of("read-time") == length
    assert found.text_of("programme") == "field-notes"


def test_captions_are_verified_and_come_back_with_a_rebuild(world: World) -> None:
    install_pages(world.press())
    story = published(world)
    every = [*world.archive.logs]
    assert list(verify(every, world.press(), world.site)) == []
    del world.site.items[f"media/{story}/captions.es.vtt"]
    (lost,) = verify(every, world.press(), world.site)
    assert (lost.kind, lost.story) == ("missing", story)
    make_pages([story], world.press())
    assert list(verify(every, world.press(), world.site)) == []
