"""An exported edition, uploaded again as it is, says exactly what the edition said."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from shared.desk.dossier import Dossier
from shared.desk.export import export
from shared.intake.story_file import Reading, read_story
from shared.intake.text import clean, one_line
from shared.news.blocks import AnyBlock, Legend, Paragraph, Row, Span, inlines, with_inlines
from shared.news.keys import story_key
from shared.news.language import Language
from shared.news.story import Texts
from tests.builders import a_newsroom, a_source, a_wish, body
from tests.unit.desk.conftest import DeskWorld

WORDS = Texts(
    headline="عنوان: «واحد»", deck="مقدمة", body=body("نص"), caption="شرح", alt="وصف",
    source="وكالات", tags=("أنهار", "a: b"), correction="no",
)  # fmt: skip
LINES = some.text(min_size=1, max_size=30).map(lambda text: one_line(clean(text)))
SAID = LINES.filter(bool).map(lambda text: Paragraph(spans=(Span(text=text),)))
TEXTS = some.builds(
    Texts,
    headline=LINES.filter(bool),
    deck=some.none() | LINES.filter(bool),
    body=some.just(body("Words.")),
    caption=some.none() | LINES.filter(bool),
    alt=some.none() | LINES.filter(bool),
    source=some.none() | LINES.filter(bool),
    tags=some.none()
    | some.lists(LINES.filter(bool), min_size=1, max_size=20, unique=True).map(tuple),
    correction=some.none() | LINES.filter(bool),
    transcript=some.none() | some.lists(SAID, min_size=1, max_size=5).map(tuple),
    table=some.none()
    | some.lists(some.builds(Row, cells=some.tuples(LINES, LINES)), min_size=2).map(tuple),
    pictures=some.none()
    | some.builds(Legend, file=some.just("dawn.jpg"), caption=LINES, alt=LINES.filter(bool)).map(
        lambda legend: (legend,)
    ),
)


def dossier(world: DeskWorld, story: str) -> Dossier:
    return world.desk().dossier(story, a_newsroom())


def exported(world: DeskWorld, story: str, edition: Language = "ar") -> str:
    content = export(dossier(world, story), edition)
    assert content
    return content.decode()


def read_again(text: str) -> Reading:
    name = story_key("inbox/2026/11/river.ar.md")
    assert name
    reading = read_story(name, text.encode(), a_newsroom())
    assert reading.faults == ()
    assert reading.edition
    return reading


def _in_words(block: AnyBlock) -> AnyBlock:
    return with_inlines(block, tuple((Span(text="words"),) for _ in inlines(block)))


def a_story_in(world: DeskWorld, texts: Texts) -> str:
    """A story whose Arabic edition a person wrote in these words."""
    parts: dict[str, Any] = dict.fromkeys(texts.parts(), "words") | {"body": body("Words.")}
    parts |= {"tags": ("words",)} if texts.tags else {}
    parts |= {
        part: tuple(_in_words(block) for block in getattr(texts, part))
        for part in ("transcript", "table", "pictures")
        if getattr(texts, part)
    }
    story = world.accept("river", a_source(picture=a_wish(), texts=parts))
    world.write("river", "ar", texts)
    return story


def test_an_export_is_read_as_the_edition_that_it_came_from(world: DeskWorld) -> None:
    reading = read_again(exported(world, a_story_in(world, WORDS)))
    assert reading.edition
    assert reading.edition.edition == "ar"
    assert reading.edition.texts == WORDS


@given(TEXTS)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_whatever_its_fields_say_they_come_back_as_they_were(texts: Texts) -> None:
    world = DeskWorld()
    reading = read_again(exported(world, a_story_in(world, texts)))
    assert reading.edition
    assert reading.edition.texts == texts


def test_an_export_names_the_source_text_that_it_translates(world: DeskWorld) -> None:
    story = world.live()
    seen = world.view(story)
    assert seen.released
    assert read_again(exported(world, story)).translates == seen.released.fact.text


def test_a_translation_of_an_older_source_names_the_older_and_tells_the_newer(
    world: DeskWorld,
) -> None:
    story = world.live()
    older = world.view(story).released
    world.accept("river", a_source("The sea"))
    newer = world.view(story).released
    assert older
    assert newer
    text = exported(world, story)
    assert read_again(text).translates == older.fact.text
    assert f"# translates: {newer.fact.text}" in text


def test_a_persons_text_names_the_source_text_that_they_saw(world: DeskWorld) -> None:
    story = a_story_in(world, WORDS)
    seen = world.view(story).released
    assert seen
    world.accept("river", a_source("The sea"))
    assert read_again(exported(world, story)).translates == seen.fact.text


def test_an_export_that_is_uploaded_unchanged_is_a_persons_text_only_where_it_is_approved(
    world: DeskWorld,
) -> None:
    story = world.live()
    reading = read_again(exported(world, story))
    assert reading.edition
    for approved, origins in ((False, {""}), (True, {"person"})):
        world.write(
            "river", "ar", reading.edition.texts, approved=approved, translates=reading.translates
        )
        article = world.view(story).editions["ar"].article
        assert article
        assert set(article.origins.values()) == origins
        assert not article.stale


def test_a_draft_that_is_outdated_is_exported_with_what_to_check(world: DeskWorld) -> None:
    story = world.live()
    world.write("river", "ar", Texts(headline="النهر"))
    world.accept("river", a_source("The river rises"))
    world.translate(story, "ar")
    text = exported(world, story)
    assert "#   headline: The river rises\n#     proposed: ar The river rises\n" in text
    again = read_again(text)
    newest = world.view(story).released
    assert again.edition
    assert newest
    assert (again.edition.texts.headline, again.translates) == ("النهر", newest.fact.text)
    world.write("river", "ar", again.edition.texts, translates=again.translates)
    article = world.view(story).editions["ar"].article
    assert article
    assert (article.stale, article.texts.body) == (False, body("ar The river rises flows."))


def test_a_proposal_changes_only_the_sentences_whose_source_has_changed(world: DeskWorld) -> None:
    before, after = body("It rose. Nobody was hurt."), body("It rose. Two were hurt.")
    story = world.accept("river", a_source(texts={"body": before}))
    world.translate(story, "ar")
    world.write("river", "ar", Texts(body=body("ارتفع النهر. لم يُصب أحد.")))
    world.accept("river", a_source(texts={"body": after}))
    world.translate(story, "ar")
    lines = exported(world, story).split("\n")
    assert "#     proposed: ارتفع النهر. Two were hurt." in lines


def test_the_sources_own_language_and_what_has_no_words_are_not_exported(world: DeskWorld) -> None:
    story = world.accept("river")
    world.translate(story, "ar")
    assert export(dossier(world, story), "en") is None
    assert export(dossier(world, story), "es") is None
    world.report(story)
    keys = [key for key in world.shelf.items if key.endswith((".ar.md", ".es.md"))]
    assert keys == ["translations/2026/11/river.ar.md"]


def test_an_export_never_has_the_same_bytes_for_different_facts(world: DeskWorld) -> None:
    story = world.live()
    first = exported(world, story)
    world.accept("river", a_source("The sea"))
    world.translate(story, "ar")
    world.accept("river")
    world.translate(story, "ar")
    again = exported(world, story)
    assert read_again(again).edition == read_again(first).edition
    assert again != first
