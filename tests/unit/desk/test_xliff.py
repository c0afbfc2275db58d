"""What translators are given, and what comes back of it: only what they changed or vouch for."""

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from shared.news.blocks import Body, Heading, Listing, Paragraph, Quote, Row, Span
from shared.news.facts import EditionAccepted
from shared.news.policy import Policy
from shared.news.story import Texts
from shared.news.units import units_of
from tests.builders import a_source, body
from tests.unit.desk.test_body import BODIES
from tests.unit.desk.translators import (
    ARABIC,
    Translators,
    as_xliff_1,
    in_state,
    translated,
    with_target,
)

FIRST, SECOND = "The river rises.", "It falls again."
LINK = Span(text="report", link="https://example.org/?a=1&b=2")
STRONG = Span(text="today", strong=True)
MARKED = (Paragraph(spans=(Span(text="The "), LINK, Span(text=" came "), STRONG)),)


@pytest.fixture
def world() -> Translators:
    return Translators()


def a_story(world: Translators, *, made: bool = True, **texts: Any) -> str:
    """A story of two paragraphs whose Arabic edition the machine has made."""
    story = world.accept("river", a_source(texts={"body": body(FIRST, SECOND)} | texts))
    if made:
        world.translate(story, "ar")
    return story


def a_marked_story(world: Translators, said: Body = MARKED) -> str:
    story = a_story(world, made=False, body=MARKED)
    world.machine(story, Texts(headline="نهر", body=said))
    return story


# --- what counts ---------------------------------------------------------------------------------


def test_a_changed_target_is_a_persons_and_all_others_stay_the_machines(world: Translators) -> None:
    story = a_story(world)
    world.upload(with_target(world.export(story), "b1", "rises", "يرتفع"))
    assert world.faults(story) == ()
    told = world.blocks(story)
    assert {name: block.state for name, block in told.items()} == {
        "headline": "machine",
        "b1": "locked",
        "b2": "machine",
    }
    assert told["b1"].said[0].plain() == "ar The river يرتفع."
    world.publish(story)
    world.report(story)
    assert world.receipt(ARABIC)["state"] == "accepted"
    assert "b1" in world.receipt(ARABIC)["notes"][0]["says"]


def test_a_target_that_somebody_vouches_for_is_reviewed_although_it_is_the_machines(
    world: Translators,
) -> None:
    story = a_story(world)
    world.upload(in_state(world.export(story), "reviewed", "b2"))
    states = [world.blocks(story)[name].state for name in ("headline", "b1", "b2")]
    assert states == ["machine", "machine", "reviewed"]


def test_an_export_that_comes_back_as_it_was_says_nothing(world: Translators) -> None:
    story = a_story(world)
    before = world.blocks(story)
    world.upload(world.export(story))
    assert [fault.rule for fault in world.faults(story)] == ["xliff-says-nothing"]
    assert world.blocks(story) == before


def test_two_translators_with_the_same_export_never_undo_each_other(world: Translators) -> None:
    story = a_story(world)
    export = world.export(story)
    world.upload(with_target(export, "b1", "rises", "يرتفع"))
    world.upload(with_target(export, "b2", "falls", "يهبط"))
    assert [block.state for block in world.blocks(story).values()] == [
        "machine",
        "locked",
        "locked",
    ]
    again = world.export(story)
    world.upload(with_target(again, "b1", "يرتفع", "يعلو"))
    world.upload(with_target(again, "b2", "يهبط", "ينخفض"))
    said = {name: block.said[0].plain() for name, block in world.blocks(story).items()}
    assert "يعلو" in said["b1"]
    assert "ينخفض" in said["b2"]


def test_a_translator_can_give_the_machine_back_the_word(world: Translators) -> None:
    story = a_story(world)
    world.upload(with_target(world.export(story), "b1", "rises", "يرتفع"))
    world.upload(with_target(world.export(story), "b1", "يرتفع", "rises"))
    block = world.blocks(story)["b1"]
    assert (block.state, block.said[0].plain()) == ("reviewed", f"ar {FIRST}")


def test_where_people_translate_the_file_has_what_is_to_be_translated(world: Translators) -> None:
    story = world.accept(
        "river", a_source(policies={"ar": Policy(mode="human")}, texts={"body": body(FIRST)})
    )
    world.report(story)
    assert world.shelf.text("translations/2026/11/river.ar.xlf") == world.export(story)
    assert "<target>" not in world.export(story)
    copied = world.export(story).replace("</source>\n", "</source><target>نص</target>\n")
    world.upload(copied)
    world.publish(story)
    assert {block.state for block in world.blocks(story).values()} == {"locked"}
    assert world.view(story).editions["ar"].article


def test_sources_that_a_tool_has_copied_are_no_translation(world: Translators) -> None:
    story = a_story(world, made=False)
    world.upload(in_state(translated(world.export(story)), "initial"))
    assert [fault.rule for fault in world.faults(story)] == ["xliff-says-nothing"]


# --- what goes out -------------------------------------------------------------------------------


def test_states_and_translators_are_told(world: Translators) -> None:
    story = a_story(world)
    world.upload(with_target(world.export(story), "b1", "rises", "يرتفع"))
    world.upload(in_state(world.export(story), "final", "b2"))
    assert re.findall(r'state="([a-z]+)"', world.export(story)) == [
        "translated",
        "final",
        "reviewed",
    ]
    assert '<note category="by">person</note>' in world.export(story)


def test_outdated_words_come_with_what_they_were_made_from_and_what_is_proposed(
    world: Translators,
) -> None:
    story = a_story(world)
    world.upload(with_target(world.export(story), "b1", "rises", "يرتفع"))
    world.accept("river", a_source(texts={"body": body("The long river rises.", SECOND)}))
    world.translate(story, "ar")
    export = world.export(story)
    assert FIRST in re.findall(r'<note category="saw">(.*)</note>', export)[0]
    assert "ar The long river rises." in re.findall(r'"proposed">(.*)</note>', export)[0]
    assert 'state="initial">\n<source>The long river rises.' in export
    assert world.blocks(story)["b1"].outdated
    world.upload(in_state(export, "final", "b1"))
    block = world.blocks(story)["b1"]
    assert (block.outdated, block.said[0].plain()) == (False, "ar The river يرتفع.")


def test_a_block_that_is_gone_from_the_source_holds_the_edition_until_it_is_let_go(
    world: Translators,
) -> None:
    story = a_story(world)
    world.upload(with_target(world.export(story), "b1", "rises", "يرتفع"))
    world.accept("river", a_source(texts={"body": body(SECOND)}))
    export = world.export(story)
    assert f"<source>{FIRST}</source>\n<target>ar The river يرتفع." in export
    assert '<note category="removed">' in export
    world.upload(with_target(export, "b2", "falls", "يهبط"))
    assert not world.view(story).complete("ar")
    world.upload(with_target(world.export(story), "b1", "يرتفع", "يعلو"))
    assert [fault.rule for fault in world.faults(story)] == ["xliff-removed-unit"]
    world.upload(in_state(world.export(story), "final", "b1"))
    assert world.view(story).complete("ar")
    assert list(world.blocks(story)) == ["headline", "b2"]
    assert '"b1"' not in world.export(story)


def test_a_body_that_a_person_has_built_otherwise_is_left_to_its_markdown_file(
    world: Translators,
) -> None:
    story = a_story(world)
    world.write("river", "ar", Texts(body=body("نص", "آخر", "ثالث")))
    export = world.export(story)
    assert re.findall(r'<unit id="(.*?)"', export) == ["headline"]
    assert '<note category="body">' in export


def test_lines_of_a_transcript_and_rows_of_data_are_units_of_their_own(world: Translators) -> None:
    said = tuple(Paragraph(spans=(Span(text=text),)) for text in (FIRST, SECOND))
    rows = (Row(cells=("Month", "Wells")), Row(cells=("January", "12")), Row(cells=("2026", "19")))
    story = a_story(world, transcript=said, table=rows)
    content = world.export(story)
    units = re.findall(r'<unit id="([^"]+)"', content)
    assert units == ["headline", "b1", "b2", "t3", "t4", "r5", "r6"]
    world.upload(with_target(content, "t4", "falls", "يهبط"))
    assert world.faults(story) == ()
    told = world.blocks(story)
    assert (told["t3"].state, told["t4"].state) == ("machine", "locked")
    world.upload(with_target(world.export(story), "r6", "ar January", "كانون الثاني"))
    assert world.blocks(story)["r6"].said[0].said == Row(cells=("كانون الثاني", "12"))


def test_an_export_never_has_the_same_bytes_for_different_facts(world: Translators) -> None:
    story = a_story(world)
    first = world.export(story)
    world.upload(with_target(first, "b1", "rises", "يرتفع"))
    world.upload(with_target(world.export(story), "b1", "يرتفع", "rises"))
    assert world.export(story) != first


def test_the_sources_own_edition_has_nothing_to_translate(world: Translators) -> None:
    story = a_story(world)
    world.report(story)
    assert "translations/2026/11/river.en.xlf" not in world.shelf.items


# --- marks ---------------------------------------------------------------------------------------


@given(BODIES)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_whatever_a_body_says_its_sources_come_back_as_they_were(body: Body) -> None:
    for version in (str, as_xliff_1):
        world = Translators()
        story = a_story(world, made=False, body=body)
        world.upload(version(translated(world.export(story))))
        texts = a_source(texts={"body": body}).texts
        assert world.faults(story) == ()
        assert [block.said[0] for block in world.blocks(story).values()] == list(units_of(texts))


@given(BODIES, BODIES)
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_whatever_an_edition_says_comes_back_as_nothing_new(body: Body, other: Body) -> None:
    world = Translators()
    story = a_story(world, made=False, body=body)
    pairs = zip(units_of(Texts(body=body)), units_of(Texts(body=other)), strict=False)
    said = tuple(new.said if new.is_like(old) else old.said for old, new in pairs)
    world.machine(story, Texts(headline="نهر", body=(*said, *body[len(said) :])))
    for version in (str, as_xliff_1):
        world.upload(version(world.export(story)))
        assert [fault.rule for fault in world.faults(story)] == ["xliff-says-nothing"]


def test_codes_may_change_their_places(world: Translators) -> None:
    story = a_marked_story(world)
    export = world.export(story)
    line = re.findall(r"<target>(The .*)</target>", export)[0]
    link, strong = re.findall(r"<pc .*?</pc>", line)
    world.upload(export.replace(f"<target>{line}", f"<target>اليوم {strong} جاء {link}"))
    (block,) = [one for one in world.blocks(story).values() if one.id == "b1"]
    assert block.said[0].said == Paragraph(
        spans=(Span(text="اليوم "), STRONG, Span(text=" جاء "), LINK)
    )


def test_codes_inside_one_another_hold_both_and_so_do_codes_that_cross(world: Translators) -> None:
    story = a_marked_story(world)
    export = world.export(story)
    line = re.findall(r"<target>(The .*)</target>", export)[0]
    both = Span(text="ب", strong=True, link=LINK.link)
    for said, spans in (
        (
            '<pc id="1">أ<pc id="2">ب</pc></pc>',
            (Span(text="أ", link=LINK.link), both),
        ),
        (
            '<sc id="1"/>أ<sc id="2"/>ب<ec startRef="1"/>ج<ec startRef="2"/>',
            (Span(text="أ", link=LINK.link), both, Span(text="ج", strong=True)),
        ),
        (
            '<mrk id="m1" type="comment">أ</mrk> <pc id="1">ب</pc> <pc id="2">ج</pc>',
            (Span(text="أ "), Span(text="ب", link=LINK.link), Span(text=" "),
             Span(text="ج", strong=True)),
        ),
    ):  # fmt: skip
        world.upload(export.replace(f"<target>{line}", f"<target>{said}"))
        assert world.faults(story) == ()
        assert world.blocks(story)["b1"].said[0].said == Paragraph(spans=spans)


def test_marks_that_a_person_added_or_left_out_stay_as_they_are(world: Translators) -> None:
    story = a_marked_story(world)
    own = Span(text="مهم", emphasis=True)
    said = (Paragraph(spans=(Span(text="هذا "), own, Span(text=" جاء "), STRONG)),)
    world.write("river", "ar", Texts(body=said))
    world.upload(with_target(world.export(story), "b1", "هذا", "ذلك"))
    assert world.blocks(story)["b1"].said[0].said == Paragraph(
        spans=(Span(text="ذلك "), own, Span(text=" جاء "), STRONG)
    )


def test_the_runs_of_a_list_are_segments_of_one_unit(world: Translators) -> None:
    items = ((Span(text="one"),), (Span(text="two"),))
    bodies = (Listing(items=items), Quote(paragraphs=items), Heading(level=2, spans=items[0]))
    story = a_story(world, made=False, body=bodies)
    world.machine(story, a_source(texts={"body": bodies}).texts)
    for version in (str, as_xliff_1):
        world.upload(version(with_target(world.export(story), "b1", "two", "اثنان")))
        assert world.faults(story) == ()
        assert world.blocks(story)["b1"].said[0].plain() == "one\nاثنان"
        world.upload(version(with_target(world.export(story), "b1", "اثنان", "two")))


def test_white_space_and_hidden_directions_of_tools_are_tidied(world: Translators) -> None:
    story = a_story(world)
    changed = with_target(
        world.export(story), "b1", "rises.", "\n   يرتفع\u200f\u2067 &lt;g id=1&gt;.\n"
    )
    world.upload(changed)
    assert world.blocks(story)["b1"].said[0].plain() == "ar The river يرتفع <g id=1>."
    fact = world.archive.logs[story][-1].what
    assert isinstance(fact, EditionAccepted)
    assert fact.verdict
