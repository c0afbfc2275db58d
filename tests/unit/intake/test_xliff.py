"""A translator's file with a fault is taken in no part; the fault says where, what and how else."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as some

from shared.intake.text import clean
from shared.intake.xliff import LARGEST, read_xliff
from shared.news.blocks import Listing, Paragraph, Span
from shared.news.keys import story_key
from shared.news.view import StoryView
from tests.builders import a_newsroom, a_source, body
from tests.unit.desk.translators import Translators, as_xliff_1, in_state, with_target

ITEMS = Listing(items=((Span(text="one"),), (Span(text="two"),)))
MARKED = Paragraph(
    spans=(Span(text="The "), Span(text="report", link="/en/x"), Span(text=" came."))
)
CODE = '<pc id="1" canCopy="no" canDelete="no" dispStart="[/en/x] ">report</pc>'


@pytest.fixture
def world() -> Translators:
    return Translators()


def a_story(world: Translators) -> str:
    """A headline, a paragraph with a link (b1), a list of two (b2) and a paragraph (b3)."""
    source = a_source(texts={"body": (MARKED, ITEMS, *body("It falls."))})
    story = world.accept("river", source)
    world.machine(story, source.texts)
    return story


def replaced(old: str, new: str) -> Callable[[str], str]:
    def change(content: str) -> str:
        assert old in content
        return content.replace(old, new)

    return change


def in_target(unit: str, old: str, new: str) -> Callable[[str], str]:
    return lambda content: with_target(content, unit, old, new)


@pytest.mark.parametrize(
    ("change", "field", "rule", "example"),
    [
        (in_target("b1", CODE, "report"), "b1", "xliff-code-lost", '<pc id="1">…</pc>'),
        (in_target("b1", CODE, CODE * 2), "b1", "xliff-code-doubled", '<pc id="1">…</pc>'),
        (in_target("b1", CODE, f'{CODE}<pc id="2">x</pc>'), "b1", "xliff-code-unknown", ""),
        (in_target("b1", CODE, f'{CODE}s<ph id="7"/>'), "b1", "xliff-code-unknown", ""),
        (in_target("b3", "It", '<pc id="1">It</pc>'), "b3", "xliff-code-unknown", ""),
        (in_target("b1", CODE, '<sc id="1"/>report'), "b1", "xliff-code-open", None),
        (in_target("b1", CODE, 'report<ec startRef="1"/>'), "b1", "xliff-code-open", None),
        (in_target("b1", "report", ""), "b1", "xliff-code-empty", None),
        (in_target("b2", "two", ""), "b2", "xliff-empty", ""),
        (replaced('id="b3"', 'id="b9"'), "b9", "xliff-unknown-unit", None),
        (replaced('id="b3"', 'id="b1"'), "b1", "xliff-doubled-unit", ""),
        (in_target("headline", "A river", "ن" * 601), "headline", "too-long", ""),
        (replaced('trgLang="ar"', 'trgLang="es-MX"'), "language", "xliff-language", None),
        (replaced(' trgLang="ar"', ""), "language", "xliff-language", 'trgLang="ar"'),
        (replaced('<file id="', '<file id="x'), "file", "xliff-unknown-export", None),
        (replaced(".2\" original", ".99\" original"), "file", "xliff-unknown-export", None),
        (replaced('version="2.1"', 'version="3.0"'), "file", "xliff-version", None),
        (replaced("xliff", "tmx"), "file", "xliff-version", None),
        (replaced("</file>", ""), "file", "not-xml", ""),
        (replaced("<xliff", '<!DOCTYPE xliff SYSTEM "x.dtd"><xliff'), "file", "xml-doctype", ""),
        (replaced("<xliff", '<!DOCTYPE x [<!ENTITY a "b">]><xliff'), "file", "xml-doctype", ""),
        (replaced("<target>", "<target>" * 200), "file", "xml-deep", ""),
    ],
)  # fmt: skip
def test_a_fault_names_the_unit_the_line_and_an_example(
    world: Translators, change: Callable[[str], str], field: str, rule: str, example: str | None
) -> None:
    story = a_story(world)
    good = with_target(world.export(story), "b3", "falls", "يهبط")
    world.upload(change(good))
    first = world.faults(story)[0]
    assert (first.field, first.rule) == (field, rule)
    assert first.line
    assert example is None or first.example == example
    assert {block.state for block in world.blocks(story).values()} == {"machine"}


@pytest.mark.parametrize(
    ("change", "field", "rule"),
    [
        (replaced('<g id="1">report</g> came', "report came"), "b1", "xliff-code-lost"),
        (replaced("يهبط", 'يهبط<x id="1"/>'), "b3", "xliff-code-unknown"),
        (replaced("يهبط", '<bpt id="1">b</bpt>يهبط'), "b3", "xliff-code-unknown"),
        (replaced('<mrk mtype="seg" mid="1">two</mrk></target>', "</target>"), "b2", "xliff-empty"),
        (replaced('mid="1">two</mrk></target>', 'mid="7">two</mrk></target>'), "b2",
         "xliff-segments"),
        (replaced('<mrk mtype="seg" mid="0">one</mrk><mrk mtype="seg" mid="1">two</mrk></target>',
                  "one two</target>"), "b2", "xliff-segments"),
        (replaced('target-language="ar"', 'target-language="fr"'), "language", "xliff-language"),
        (replaced('original="', 'original="a/'), "file", "xliff-unknown-export"),
    ],
)  # fmt: skip
def test_the_same_holds_for_xliff_1(
    world: Translators, change: Callable[[str], str], field: str, rule: str
) -> None:
    story = a_story(world)
    good = with_target(world.export(story), "b3", "falls", "يهبط")
    world.upload(change(as_xliff_1(good)))
    first = world.faults(story)[0]
    assert (first.field, first.rule) == (field, rule)


def test_every_fault_is_told_at_once(world: Translators) -> None:
    story = a_story(world)
    content = with_target(world.export(story), "b1", CODE, "report")
    content = with_target(content, "b2", "two", "")
    world.upload(content.replace('id="b3"', 'id="b4"'))
    assert [fault.rule for fault in world.faults(story)] == [
        "xliff-code-lost",
        "xliff-empty",
        "xliff-unknown-unit",
    ]


def test_a_unit_of_another_text_of_the_source_is_a_fault_and_the_newest_export_is_none(
    world: Translators,
) -> None:
    story = a_story(world)
    old = world.export(story)
    world.accept("river", a_source(texts={"body": (MARKED, ITEMS, *body("It falls and falls."))}))
    new = world.export(story)
    digest = old.split('<unit id="b3" name="')[1].split('"')[0]
    world.upload(new.replace(new.split('<unit id="b3" name="')[1].split('"')[0], digest))
    assert [fault.rule for fault in world.faults(story)] == ["xliff-other-source"]


def test_a_file_made_of_an_older_export_is_for_the_text_that_its_translator_saw(
    world: Translators,
) -> None:
    story = a_story(world)
    old = with_target(world.export(story), "b3", "falls", "يهبط")
    world.accept("river", a_source(texts={"body": (MARKED, ITEMS, *body("It falls and falls."))}))
    world.upload(old)
    block = world.blocks(story)["b3"]
    assert (block.outdated, block.saw[0].plain()) == (True, "It falls.")


def test_tools_may_leave_out_units_digests_and_targets(world: Translators) -> None:
    story = a_story(world)
    content = with_target(world.export(story), "b3", "falls", "يهبط")
    digest = content.split('<unit id="b3" name="')[1].split('"')[0]
    before, _, rest = content.partition('<unit id="b1"')
    content = before + rest.partition("</unit>\n")[2]
    content = content.replace(f' name="{digest}"', "")
    content = content.replace("<target>one</target>", "").replace("<target>two</target>", "")
    world.upload(content)
    states = {name: block.state for name, block in world.blocks(story).items()}
    assert states == {"headline": "machine", "b1": "machine", "b2": "machine", "b3": "locked"}


@pytest.mark.parametrize("state", ["signed-off", "final"])
def test_xliff_1_vouches_by_its_own_states(world: Translators, state: str) -> None:
    story = a_story(world)
    content = as_xliff_1(world.export(story))
    world.upload(content.replace('state="translated">It', f'state="{state}">It'))
    assert world.blocks(story)["b3"].state == "reviewed"


def test_a_file_for_no_edition_and_a_file_too_large_are_told(world: Translators) -> None:
    story = a_story(world)
    content = in_state(world.export(story), "final")
    world.upload(content, "inbox/2026/11/river.xlf")
    assert [fault.rule for fault in world.faults(story)] == ["xliff-name"]
    key = story_key("inbox/2026/11/river.ar.xlf")
    assert key

    def then(_: int) -> StoryView:
        return world.view(story)

    (fault,) = read_xliff(key, content.encode(), LARGEST + 1, then, a_newsroom()).faults
    assert (fault.rule, fault.given) == ("too-large", {"size": "5.0", "limit": "5"})
    assert read_xliff(key, content.encode(), 0, then, a_newsroom()).edition


def test_another_encoding_is_read_as_what_it_says(world: Translators) -> None:
    story = a_story(world)
    content = with_target(world.export(story), "b3", "falls", "يهبط")
    world.upload(content.replace("UTF-8", "UTF-16").encode("utf-16"))
    assert world.blocks(story)["b3"].state == "locked"


PIECES = some.sampled_from([
    "<pc id='1'>", "</pc>", "<pc id='1'/>", "<sc id='1'/>", "<ec startRef='1'/>", "<ec/>", "<ph/>",
    "<target/>", "</target>", "<target>", "</segment><segment>", "<unit id='b1'/>", "<unit/>",
    "</unit>", "<mrk>", "<!-- -->", "<![CDATA[<g>]]>", "<?x?>", "&lt;", "&amp;#0;", "&#x202e;",
    "&#8;", "&x;", "\u202e", "\x00", "<x:y xmlns:x='z'>", " id=''", " xmlns=''", ">", '"', "نهر",
])  # fmt: skip
PLACES = some.lists(some.tuples(some.integers(0, 3000), some.integers(0, 40), PIECES), max_size=5)
GOOD = Translators()
STORY = a_story(GOOD)
EXPORT = in_state(GOOD.export(STORY), "final")


@given(PLACES, some.booleans())
def test_a_hostile_file_ends_as_faults_or_as_clean_words(
    places: list[tuple[int, int, str]], old: bool
) -> None:
    content = as_xliff_1(EXPORT) if old else EXPORT
    for at, less, piece in places:
        place = at % len(content)
        content = content[:place] + piece + content[place + less :]
    key = story_key("inbox/2026/11/river.ar.xlf")
    assert key
    reading = read_xliff(key, content.encode(), 0, lambda _: GOOD.view(STORY), a_newsroom())
    assert (reading.edition is None) == bool(reading.faults)
    for block in reading.edition.blocks if reading.edition else ():
        said = block.said.plain()
        assert said == clean(said)
        assert said.strip()
