"""Blocks keep their identity through every revision of a story."""

from hypothesis import given
from hypothesis import strategies as st

from shared.news.blocks import Break, Heading, Listing, Paragraph, Span
from shared.news.story import Texts
from shared.news.units import Unit, texts_of, units_of
from shared.news.wording import Revisions
from tests.builders import body
from tests.unit.translation.stories import TEXTS

FIRST = "The treaty was signed on Tuesday by seven countries."
SECOND = "It took eleven years to write."
THIRD = "A joint court decides where the gauges disagree."


def ids(*revisions: Texts) -> list[str]:
    """The ids of the newest of these revisions' units."""
    known = Revisions()
    for texts in revisions:
        known.add(texts.digest(), texts)
    return list(known.by_text[revisions[-1].digest()].ids)


def story(*paragraphs: str) -> Texts:
    return Texts(headline="A treaty", body=body(*paragraphs))


def test_texts_are_their_units_joined_again() -> None:
    assert texts_of(units_of(TEXTS)) == TEXTS
    assert texts_of(()) == Texts()


def test_a_unit_can_be_stored_and_says_the_same_again() -> None:
    for unit in units_of(TEXTS):
        again = Unit.model_validate_json(unit.canonical())
        assert (again, again.digest) == (unit, unit.digest)
        assert unit.saying(unit.runs()) == unit


def test_the_same_words_in_another_part_or_with_another_mark_are_another_unit() -> None:
    plain, strong = Span(text="River"), Span(text="River", strong=True)
    said = [
        Unit(part="headline", said="River"),
        Unit(part="deck", said="River"),
        Unit(part="body", said=Paragraph(spans=(plain,))),
        Unit(part="body", said=Paragraph(spans=(strong,))),
        Unit(part="body", said=Heading(level=2, spans=(plain,))),
        Unit(part="body", said=Listing(items=((plain,),))),
    ]
    assert len({unit.digest for unit in said}) == len(said)


def test_an_edited_block_stays_itself() -> None:
    edited = FIRST.replace("Tuesday", "Wednesday")
    assert ids(story(FIRST, SECOND), story(edited, SECOND)) == ["headline", "b1", "b2"]


def test_a_moved_block_stays_itself() -> None:
    assert ids(story(FIRST, SECOND, THIRD), story(THIRD, FIRST, SECOND)) == [
        "headline", "b3", "b1", "b2",
    ]  # fmt: skip


def test_a_new_block_gets_a_number_that_no_block_ever_had() -> None:
    without = story(FIRST)
    assert ids(story(FIRST, SECOND), without, story(FIRST, THIRD)) == ["headline", "b1", "b3"]


def test_a_block_that_was_taken_out_comes_back_as_itself() -> None:
    assert ids(story(FIRST, SECOND), story(FIRST), story(SECOND, FIRST)) == [
        "headline", "b2", "b1",
    ]  # fmt: skip


def test_a_block_that_was_taken_out_comes_back_as_itself_also_where_it_was_edited() -> None:
    edited = SECOND.replace("eleven", "twelve")
    assert ids(story(FIRST, SECOND), story(FIRST), story(FIRST, edited)) == [
        "headline", "b1", "b2",
    ]  # fmt: skip


def test_a_paragraph_that_becomes_a_heading_is_new() -> None:
    heading = Texts(body=(Heading(level=2, spans=(Span(text=FIRST),)),))
    assert ids(Texts(body=body(FIRST)), heading) == ["b2"]


PARAGRAPHS = st.lists(st.sampled_from([FIRST, SECOND, THIRD, "Short.", "short"]), max_size=6)


@given(st.lists(PARAGRAPHS, min_size=1, max_size=5))
def test_every_block_has_one_id_of_its_own(revisions: list[list[str]]) -> None:
    texts = [Texts(body=(*body(*one), Break())) for one in revisions]
    found = ids(*texts)
    assert len(set(found)) == len(found) == len(revisions[-1]) + 1


@given(PARAGRAPHS)
def test_blocks_that_only_move_keep_their_ids(paragraphs: list[str]) -> None:
    moved = sorted(paragraphs)
    before, after = (Texts(body=body(*one)) for one in (paragraphs, moved))
    assert sorted(ids(before, after)) == sorted(ids(before))
