"""Transcripts, galleries and tables are translated, edited and known block by block."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.news.blocks import Legend, Paragraph, Row, Span
from shared.news.language import Language
from shared.news.offer import offers
from shared.news.story import PictureWish, Source, Texts
from shared.news.units import FLOWS, Unit, flow_of, texts_of, units_of
from shared.news.wording import Revisions, Wording
from tests.builders import World, a_source

DAWN, DUSK = (
    Legend(file="dawn.jpg", caption="The river.", alt="A river"),
    Legend(file="dusk.jpg", alt="The same river"),
)
HEAD, JANUARY = Row(cells=("Month", "Wells")), Row(cells=("January", "12"))
NUMBERS = Row(cells=("2026", "19"))


def said(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(spans=(Span(text=text),)) for text in texts)


def ids(*revisions: Texts) -> list[str]:
    """The ids of the newest of these revisions' units."""
    known = Revisions()
    for texts in revisions:
        known.add(texts.digest(), texts)
    return list(known.by_text[revisions[-1].digest()].ids)


@pytest.fixture
def world() -> World:
    return World()


def accepted(world: World, **texts: object) -> str:
    wishes = tuple(
        PictureWish(key=f"inbox/{name}", credit="D") for name in ("dawn.jpg", "dusk.jpg")
    )
    source = a_source(texts=texts, pictures=wishes if "pictures" in texts else ())
    story = world.accept("river", source)
    world.translate(story, "ar")
    return story


def draft(world: World, story: str, edition: Language = "ar") -> Wording:
    words = world.view(story).draft(edition)
    assert words
    return words


def source_texts(world: World, story: str) -> Texts:
    source: Source = world.view(story).source.body  # type: ignore[union-attr]
    return source.texts


cells = st.text("ab 12.", max_size=4)
FLOWING = st.builds(
    Texts,
    headline=st.just("A river"),
    transcript=st.none() | st.lists(st.text("abc ", min_size=1, max_size=6), min_size=1).map(
        lambda texts: said(*texts)
    ),
    table=st.none()
    | st.lists(st.builds(Row, cells=st.tuples(cells, cells)), min_size=1).map(tuple),
    pictures=st.none() | st.just((DAWN, DUSK)),
)  # fmt: skip


@given(FLOWING)
def test_texts_are_their_units_joined_again(texts: Texts) -> None:
    assert texts_of(units_of(texts)) == texts
    for unit in units_of(texts):
        assert Unit.model_validate_json(unit.canonical()) == unit
        assert unit.saying(unit.runs()) == unit


@given(st.lists(FLOWING, min_size=1, max_size=4))
def test_every_block_has_an_id_of_its_own_that_tells_its_part(revisions: list[Texts]) -> None:
    found = ids(*revisions)
    assert len(set(found)) == len(found)
    for name, unit in zip(found, units_of(revisions[-1]), strict=True):
        assert flow_of(name) == (unit.part if unit.part in FLOWS else None)


def test_a_picture_is_known_by_its_file_however_it_is_described() -> None:
    other = Legend(file="dawn.jpg", caption="Nothing of this was said before.")
    before, after = Texts(pictures=(DAWN, DUSK)), Texts(pictures=(DUSK, other))
    assert ids(before) == ["p1", "p2"]
    assert ids(before, after) == ["p2", "p1"]


def test_numbers_of_a_table_are_nobody_s_words(world: World) -> None:
    story = accepted(world, table=(HEAD, JANUARY, NUMBERS))
    article = world.view(story).editions["ar"].article
    assert article
    assert article.texts.table == (
        Row(cells=("ar Month", "ar Wells")), Row(cells=("ar January", "12")), NUMBERS,
    )  # fmt: skip
    assert [one.block.id for one in offers(draft(world, story))][-2:] == ["r2", "r3"]


def test_an_edited_line_of_a_transcript_leaves_the_others_alone(world: World) -> None:
    story = accepted(world, transcript=said("The river rises before dawn today.", "Nobody sleeps."))
    world.accept(
        "river",
        a_source(
            texts={"transcript": said("The river rises before noon today.", "Nobody sleeps.")}
        ),
    )
    lacks = world.view(story).lacking("ar")
    assert [unit.plain() for unit in lacks] == ["The river rises before noon today."]


def test_a_person_s_line_stays_while_another_changes(world: World) -> None:
    first, second = "The river rises before dawn.", "Nobody on the bank sleeps."
    story = accepted(world, transcript=said(first, second))
    mine = Texts(transcript=said("يرتفع النهر قبل الفجر.", "لا أحد ينام."))
    world.write("river", "ar", mine)
    assert draft(world, story).texts().transcript == mine.transcript
    assert not draft(world, story).outdated
    other = said(first, "Nobody on the bank sleeps now.")
    world.accept("river", a_source(texts={"transcript": other}))
    assert [one.outdated for one in draft(world, story).blocks if one.id[0] == "t"] == [False, True]


def test_a_transcript_of_another_build_is_taken_whole(world: World) -> None:
    story = accepted(world, transcript=said("The river rises.", "Nobody sleeps."))
    mine = Texts(transcript=said("يرتفع النهر ولا أحد ينام."))
    world.write("river", "ar", mine)
    assert draft(world, story).texts().transcript == mine.transcript
    assert [one.id for one in draft(world, story).blocks][-1] == "transcript"


def test_a_person_may_write_of_one_picture_and_leave_the_others_to_the_machine(
    world: World,
) -> None:
    story = accepted(world, pictures=(DAWN, DUSK))
    mine = Legend(file="dusk.jpg", alt="النهر نفسه")
    world.write("river", "ar", Texts(pictures=(mine,)))
    assert draft(world, story).texts().pictures == (
        Legend(file="dawn.jpg", caption="ar The river.", alt="ar A river"), mine,
    )  # fmt: skip


def test_words_for_a_picture_that_came_before_the_story_wait_for_it(world: World) -> None:
    mine = Legend(file="dusk.jpg", alt="النهر نفسه")
    world.write("river", "ar", Texts(pictures=(mine,)))
    story = accepted(world, pictures=(DAWN, DUSK))
    assert (draft(world, story).texts().pictures or ())[1] == mine


def test_a_gallery_shows_the_pictures_that_are_there_in_its_order(world: World) -> None:
    story = accepted(world, pictures=(DAWN, DUSK))
    world.illustrate(story, "inbox/dusk.jpg")
    article = world.view(story).editions["en"].article
    assert article
    assert [one.alt for one in article.gallery] == ["The same river"]
    world.illustrate(story, "inbox/dawn.jpg")
    article = world.view(story).editions["ar"].article
    assert article
    assert [one.alt for one in article.gallery] == ["ar A river", "ar The same river"]
    assert article.picture == article.gallery[0]
    assert article.card().pictures == 2
