"""What a desk is told of a story's translations: where each block comes from, and what to do."""

import re
from pathlib import Path
from typing import Any, get_args

import pytest

from shared.desk import translations as module
from shared.desk.sentences import TOLD
from shared.desk.translations import BlockTold, EditionTold, Translations, translations
from shared.news.archive import keep
from shared.news.blocks import Break
from shared.news.facts import Translated
from shared.news.language import LANGUAGES, Language
from shared.news.policy import Mode, Policy
from shared.news.story import Source, Texts
from shared.news.units import units_of
from shared.news.wording import BlockState
from shared.news.words import Held, MachineText, Made
from shared.translation.gates import Doubt
from tests.builders import a_newsroom, a_source, body
from tests.unit.desk.conftest import DeskWorld

ROSE, HURT, SHUT = "It rose. Nobody was hurt.", "It rose. Two were hurt.", "The bridge is shut."
MINE = "ارتفع النهر. لم يُصب أحد."
BY = ("memory", "google")
STEPS = re.findall(r'"(next-[a-z]+)"', Path(module.__file__).read_text())


def source(*paragraphs: str, **changes: Any) -> Source:
    return a_source("A river", texts={"body": body(*paragraphs)}, **changes)


def told(world: DeskWorld, story: str, language: Language = "en") -> Translations:
    found = translations(world.desk().dossier(story, a_newsroom()), language)
    assert found
    return found


def arabic(world: DeskWorld, story: str, language: Language = "en") -> EditionTold:
    return next(one for one in told(world, story, language).editions if one.edition == "ar")


def block(edition: EditionTold, name: str) -> BlockTold:
    return next(one for one in edition.blocks if one.id == name)


def said(one: BlockTold) -> list[str]:
    return [note.says for note in one.notes]


def hold(world: DeskWorld, story: str, reasons: dict[str, str]) -> None:
    """The machine gives no words for the first paragraph, and none for anything else yet."""
    seen = world.view(story).released
    assert seen
    unit = next(one for one in units_of(seen.body.texts) if one.part == "body")
    text = MachineText(language="en", held={unit.digest: Held(reasons=reasons)})
    fact = Translated(
        edition="ar", source=seen.number, text=seen.fact.text, body=keep(world.bodies, text)
    )
    world.append(story, fact)


def edited(world: DeskWorld, **changes: Any) -> str:
    """A story whose first paragraph is a person's in Arabic, the rest the machine's."""
    before = source(ROSE, SHUT, **changes)
    story = world.accept("river", before)
    world.translate(story, "ar", BY)
    texts = Texts(headline="ar A river", body=body(MINE, f"ar {SHUT}"))
    world.write("river", "ar", texts, translates=before.texts.digest())
    return story


def test_each_block_says_what_it_says_and_where_it_came_from(world: DeskWorld) -> None:
    edition = arabic(world, edited(world))
    assert [(one.id, one.source, one.says, said(one)) for one in edition.blocks] == [
        (
            "headline", "A river", "ar A river",
            ["machine: our editors’ earlier translations and Google Translate"],
        ),
        ("b1", ROSE, MINE, ["a person's words"]),
        (
            "b2", SHUT, f"ar {SHUT}",
            ["machine: our editors’ earlier translations and Google Translate"],
        ),
    ]  # fmt: skip


def test_words_that_only_the_memory_gave_are_no_machines(world: DeskWorld) -> None:
    story = world.accept("river", source(ROSE))
    world.translate(story, "ar", ("memory",))
    assert said(block(arabic(world, story), "b1")) == ["earlier translations"]


def test_every_edition_but_the_source_s_own_is_told(world: DeskWorld) -> None:
    story = edited(world)
    found = told(world, story)
    assert (found.story, found.headline, found.source) == (story, "A river", "en")
    assert [one.edition for one in found.editions] == ["ar", "es"]


def test_an_outdated_block_says_what_the_person_saw_and_what_it_could_say(
    world: DeskWorld,
) -> None:
    story = edited(world)
    world.accept("river", source(HURT, SHUT))
    world.translate(story, "ar", BY)
    edition = arabic(world, story)
    one = block(edition, "b1")
    assert (one.source, one.says, one.saw, one.outdated) == (HURT, MINE, ROSE, True)
    assert [(piece.says, piece.own) for piece in one.suggested] == [
        ("ارتفع النهر.", True), ("Two were hurt.", False),
    ]  # fmt: skip
    assert said(one) == ["a person's words", "older than the source"]
    step, _ = edition.next
    assert step.startswith("Older than the source: b1. Take translations/2026/11/river.ar.md,")
    assert "upload it as inbox/2026/11/river.ar.md" in step


def test_a_block_that_is_gone_from_the_source_is_told_last(world: DeskWorld) -> None:
    story = edited(world)
    world.accept("river", source(SHUT))
    world.translate(story, "ar", BY)
    edition = arabic(world, story)
    last = edition.blocks[-1]
    assert (last.id, last.source, last.says, last.saw) == ("b1", "", MINE, ROSE)
    assert said(last) == ["a person's words", "no longer in the source; only the desk sees it"]
    assert edition.next[0].startswith("Older than the source: b1.")


def test_a_block_that_is_held_says_why_in_words_and_who_has_to_write_it(
    world: DeskWorld,
) -> None:
    story = world.accept("river", source(ROSE))
    hold(world, story, {"google": "numbers", "own-engine": "loop"})
    edition = arabic(world, story)
    assert said(block(edition, "b1")) == [
        "no words yet",
        "held by Google Translate: a number is missing, invented or changed",
        "held by own-engine: it says the same words again and again",
    ]
    step, _ = edition.next
    assert step.startswith("The machine gives no words that may be shown for: b1.")
    assert "upload it as inbox/2026/11/river.ar.md" in step


@pytest.mark.parametrize(
    ("mode", "machine", "says"),
    [
        ("automatic", True, "Nothing has to be done."),
        ("reviewed", True, "The machine's words wait for a person."),
        ("human", False, "People translate here, and these blocks have no words: headline, b1."),
    ],
)
def test_what_is_to_be_done_follows_from_the_policy_and_the_words(
    world: DeskWorld, mode: Mode, *, machine: bool, says: str
) -> None:
    story = world.accept("river", source(ROSE, policies={"ar": Policy(mode=mode)}))
    if machine:
        world.translate(story, "ar", BY)
    step, _ = arabic(world, story).next
    assert step.startswith(says)
    assert ("review: approved" in step) == (mode == "reviewed")


def test_while_the_machine_is_at_work_nothing_but_a_translators_tool_is_advised(
    world: DeskWorld,
) -> None:
    edition = arabic(world, world.accept("river", source(ROSE)))
    assert edition.why == "It is being translated."
    assert [step[:17] for step in edition.next] == ["Or block by block"]


def test_what_a_person_approved_has_nothing_to_be_done(world: DeskWorld) -> None:
    told_in = source(ROSE, policies={"ar": Policy(mode="reviewed")})
    story = world.accept("river", told_in)
    world.translate(story, "ar", BY)
    texts = Texts(headline="ar A river", body=body(f"ar {ROSE}"))
    world.write("river", "ar", texts, approved=True, translates=told_in.texts.digest())
    edition = arabic(world, story)
    assert {one.state for one in edition.blocks} == {"reviewed"}
    assert said(edition.blocks[0]) == [
        "machine, approved by a person: our editors’ earlier translations and Google Translate"
    ]
    assert edition.next[0].startswith("Nothing has to be done.")


def test_a_persons_typography_is_noted_once_of_a_kind_and_a_machines_is_not(
    world: DeskWorld,
) -> None:
    before = source(ROSE, SHUT)
    story = world.accept("river", before)
    world.translate(story, "ar", BY)
    texts = Texts(body=body("ارتفع النهر, ولم يُصب أحد, أبدًا.", f"ar {SHUT}"))
    world.write("river", "ar", texts, translates=before.texts.digest())
    edition = arabic(world, story)
    (note,) = [one for one in block(edition, "b1").notes if one.kind == "typography"]
    assert note.says.startswith(
        "Latin punctuation stands between Arabic words: “\u2068ارتفع النهر,"
    )
    assert {one.kind for one in block(edition, "b2").notes} == {"origin"}


def test_a_break_between_blocks_is_not_told(world: DeskWorld) -> None:
    (paragraph,) = body(ROSE)
    story = world.accept("river", a_source(texts={"body": (paragraph, Break(), *body(SHUT))}))
    assert [one.id for one in arabic(world, story).blocks] == ["headline", "b1", "b3"]


def test_a_story_that_was_withdrawn_says_so_and_has_nothing_to_be_done(world: DeskWorld) -> None:
    story = edited(world)
    world.publish(story)
    world.withdraw(story)
    world.publish(story)
    edition = arabic(world, story)
    assert (edition.state, edition.blocks, edition.next) == ("withdrawn", (), ())
    assert edition.why


def test_without_a_source_there_is_nothing_to_tell(world: DeskWorld) -> None:
    story = world.write("river", "ar", Texts(headline="نهر"))
    assert translations(world.desk().dossier(story, a_newsroom()), "en") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_said_in_the_language_that_was_asked_for(
    world: DeskWorld, language: Language
) -> None:
    edition = arabic(world, edited(world), language)
    labels = {"en": "a person's words", "ar": "كلام إنسان", "es": "texto de una persona"}
    assert said(block(edition, "b1")) == [labels[language]]


def test_what_is_doubted_in_a_machines_words_is_told(world: DeskWorld) -> None:
    story = world.accept("river", source(HURT))
    seen = world.view(story).released
    assert seen
    unit = next(one for one in units_of(seen.body.texts) if one.part == "body")
    made = Made(said=unit, by=("google",), doubts=("negation",))
    text = MachineText(language="en", made={unit.digest: made})
    fact = Translated(
        edition="ar", source=seen.number, text=seen.fact.text, body=keep(world.bodies, text)
    )
    world.append(story, fact)
    notes = block(arabic(world, story), "b1").notes
    assert [one.says for one in notes if one.kind == "doubt"] == [TOLD["doubt-negation"][0]]


DOUBTS = [f"doubt-{doubt}" for doubt in get_args(Doubt)]


@pytest.mark.parametrize("code", [*get_args(BlockState), *STEPS, *DOUBTS])
def test_every_state_and_every_step_has_its_sentence(code: str) -> None:
    assert code in TOLD
