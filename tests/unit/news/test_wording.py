"""What an edition says is a person's words, else the machine's, block by block."""

from datetime import timedelta
from typing import Any

import pytest

from shared.news.archive import keep
from shared.news.article import Article
from shared.news.facts import EditionAccepted, EditionWithdrawn
from shared.news.language import Language
from shared.news.policy import Policy
from shared.news.story import Source, Texts
from shared.news.units import units_of
from shared.news.wording import Block, Wording
from shared.news.words import EditionText, Given
from tests.builders import World, a_source, body, key_named

FIRST = "The treaty was signed on Tuesday by seven countries."
SECOND = "It took eleven years to write."
THIRD = "A joint court decides where the gauges disagree."
MINE = "وقّعت سبع دول المعاهدة يوم الثلاثاء."


@pytest.fixture
def world() -> World:
    return World()


def source(*paragraphs: str, **changes: Any) -> Source:
    return a_source("A treaty", texts={"body": body(*paragraphs)}, **changes)


def draft(world: World, story: str, edition: Language = "ar") -> Wording:
    words = world.view(story).draft(edition)
    assert words
    return words


def block(world: World, story: str, name: str) -> Block:
    return next(one for one in draft(world, story).blocks if one.id == name)


def shown(world: World, story: str) -> Article:
    article = world.view(story).editions["ar"].article
    assert article
    return article


def edited(world: World, **changes: Any) -> str:
    """A story whose first paragraph the Arabic desk has written anew, from the export."""
    told = source(FIRST, SECOND, **changes)
    story = world.accept("treaty", told)
    world.translate(story, "ar")
    texts = Texts(headline="ar A treaty", body=body(MINE, f"ar {SECOND}"))
    world.write("treaty", "ar", texts, translates=told.texts.digest())
    return story


def test_editing_a_block_locks_it_and_leaves_the_others_to_the_machine(world: World) -> None:
    story = edited(world)
    states = [(one.id, one.state) for one in draft(world, story).blocks]
    assert states == [("headline", "machine"), ("b1", "locked"), ("b2", "machine")]
    assert shown(world, story).origins == {"body": "person", "headline": ""}


def test_a_change_elsewhere_leaves_a_locked_block_and_takes_over_the_rest(world: World) -> None:
    story = edited(world)
    world.accept("treaty", source(FIRST, "It took twelve years to write."))
    assert [unit.plain() for unit in world.view(story).lacking("ar")] == [
        "It took twelve years to write."
    ]
    world.translate(story, "ar")
    assert shown(world, story).texts.body == body(MINE, "ar It took twelve years to write.")
    assert not shown(world, story).stale


def test_a_moved_paragraph_takes_its_persons_words_along(world: World) -> None:
    story = edited(world)
    world.accept("treaty", source(SECOND, FIRST))
    assert world.view(story).lacking("ar") == ()
    assert shown(world, story).texts.body == body(f"ar {SECOND}", MINE)


def test_a_changed_source_holds_the_whole_edition_and_proposes_the_new_words(world: World) -> None:
    story = edited(world)
    changed = FIRST.replace("seven", "eight")
    world.accept("treaty", source(changed, "It took long."), change="correction")
    world.translate(story, "ar")
    article, one = shown(world, story), block(world, story, "b1")
    assert article.texts.body == body(MINE, f"ar {SECOND}")
    assert (article.stale, article.waiting) == (True, "correction")
    assert (one.state, one.outdated) == ("locked", True)
    assert [unit.plain() for unit in (*one.saw, *one.said, *one.proposed)] == [
        FIRST, MINE, f"ar {changed}",
    ]  # fmt: skip


def test_with_notice_the_rest_is_taken_over_around_the_persons_words(world: World) -> None:
    policies = {"ar": Policy(outdated="publish-with-notice")}
    story = edited(world, policies=policies)
    changed = FIRST.replace("seven", "eight")
    world.accept("treaty", source(changed, "It took long.", policies=policies))
    world.translate(story, "ar")
    article = shown(world, story)
    assert article.texts.body == body(MINE, "ar It took long.")
    assert (article.stale, article.waiting) == (True, "update")
    assert [one.outdated for one in article.blocks] == [False, True, False]


def test_whoever_uploads_the_newest_draft_says_that_it_was_checked(world: World) -> None:
    story = edited(world)
    new = source(FIRST.replace("seven", "eight"), SECOND)
    world.accept("treaty", new)
    world.translate(story, "ar")
    words = draft(world, story).texts()
    world.write("treaty", "ar", words, translates=new.texts.digest())
    assert not draft(world, story).outdated
    assert shown(world, story).texts.body == body(MINE, f"ar {SECOND}")


def test_a_source_edited_back_makes_a_persons_words_fresh_again(world: World) -> None:
    story = edited(world)
    world.accept("treaty", source(FIRST.replace("seven", "eight"), SECOND))
    world.translate(story, "ar")
    world.accept("treaty", source(FIRST, SECOND))
    assert world.view(story).lacking("ar") == ()
    assert not shown(world, story).stale


def test_a_person_block_whose_source_is_gone_is_kept_and_holds_the_edition(world: World) -> None:
    story = edited(world)
    world.accept("treaty", source(SECOND))
    (gone,) = draft(world, story).removed
    assert [unit.plain() for unit in gone.said] == [MINE]
    assert shown(world, story).texts.body == body(MINE, f"ar {SECOND}")


def test_not_even_with_notice_does_a_person_block_vanish(world: World) -> None:
    policies = {"ar": Policy(outdated="publish-with-notice")}
    story = edited(world, policies=policies)
    world.accept("treaty", source(SECOND, policies=policies))
    assert shown(world, story).texts.body == body(MINE, f"ar {SECOND}")


def test_after_a_return_with_another_text_all_that_a_person_wrote_is_shown(world: World) -> None:
    story = edited(world)
    world.withdraw(story)
    world.accept("treaty", source(THIRD))
    world.translate(story, "ar")
    article = shown(world, story)
    assert article.texts.body == body(MINE, f"ar {SECOND}")
    assert (article.stale, article.waiting) == (True, "update")


def test_a_body_of_another_build_is_the_persons_as_a_whole(world: World) -> None:
    told = source(FIRST, SECOND)
    story = world.accept("treaty", told)
    world.translate(story, "ar")
    texts = Texts(body=body(MINE, "فقرة جديدة.", f"ar {SECOND}"))
    world.write("treaty", "ar", texts, translates=told.texts.digest())
    assert shown(world, story).texts.body == texts.body
    world.accept("treaty", source(FIRST, THIRD))
    world.translate(story, "ar")
    assert block(world, story, "body").outdated
    assert shown(world, story).texts.body == texts.body


def test_what_a_person_wrote_without_an_export_is_theirs_even_where_the_machine_says_the_same(
    world: World,
) -> None:
    story = world.accept("treaty", source(FIRST))
    world.translate(story, "ar")
    world.write("treaty", "ar", Texts(headline="ar A treaty"))
    assert block(world, story, "headline").state == "reviewed"


def test_single_blocks_are_given_by_their_ids_and_what_was_seen(world: World) -> None:
    told = source(FIRST, SECOND)
    story = world.accept("treaty", told)
    world.translate(story, "ar")
    unit = units_of(told.texts)[1]
    (said,) = units_of(Texts(body=body(MINE)))
    given = EditionText(edition="ar", blocks=(Given(id="b1", saw=unit.digest, said=said),))
    key = key_named("treaty", "ar").key
    fact = EditionAccepted(key=key, version="x", body=keep(world.bodies, given), edition="ar")
    world.append(story, fact)
    assert shown(world, story).texts.body == body(MINE, f"ar {SECOND}")
    assert block(world, story, "b1").state == "locked"


def gives(told: Source, at: int, said: str, *, approved: bool = False) -> Given:
    """A person's words for the paragraph `at` of a source (1 is the first)."""
    (words,) = units_of(Texts(body=body(said)))
    saw = units_of(told.texts)[at].digest
    return Given(id=f"b{at}", saw=saw, said=words, approved=approved)


def withdraw(world: World, story: str, ending: str) -> None:
    key = key_named("treaty", "ar", ending).key
    world.append(story, EditionWithdrawn(key=key, version="gone", edition="ar"))


def test_single_blocks_are_added_to_what_people_gave_before_and_the_later_words_stand(
    world: World,
) -> None:
    told = source(FIRST, SECOND, THIRD)
    text = told.texts.digest()
    story = world.accept("treaty", told)
    world.translate(story, "ar")
    world.write("treaty", "ar", Texts(body=body(MINE, *(f"ar {one}" for one in (SECOND, THIRD)))),
                translates=text)  # fmt: skip
    world.give("treaty", "ar", gives(told, 2, "ثانية"), translates=text)
    world.give("treaty", "ar", gives(told, 3, "ثالثة"), translates=text)
    assert shown(world, story).texts.body == body(MINE, "ثانية", "ثالثة")
    world.give("treaty", "ar", gives(told, 1, "أولى"), translates=text)
    assert shown(world, story).texts.body == body("أولى", "ثانية", "ثالثة")
    withdraw(world, story, ".xlf")
    assert shown(world, story).texts.body == body(MINE, f"ar {SECOND}", f"ar {THIRD}")
    withdraw(world, story, ".md")
    assert {one.state for one in shown(world, story).blocks} == {"machine"}


def test_of_two_files_the_one_that_was_uploaded_later_counts_whichever_was_read_first(
    world: World,
) -> None:
    told = source(FIRST)
    story = world.accept("treaty", told)
    world.translate(story, "ar")
    world.give("treaty", "ar", gives(told, 1, "أولى"), translates=told.texts.digest())
    world.write("treaty", "ar", Texts(body=body(MINE)), uploaded=world.now - timedelta(hours=1))
    assert shown(world, story).texts.body == body("أولى")


def test_a_body_made_from_an_export_without_a_block_ends_what_was_said_of_it(
    world: World,
) -> None:
    told, later = source(FIRST, SECOND), source(SECOND)
    story = world.accept("treaty", told)
    world.give("treaty", "ar", gives(told, 1, MINE), translates=told.texts.digest())
    world.accept("treaty", later)
    world.translate(story, "ar")
    texts = Texts(body=body("ثانية"))
    assert draft(world, story).removed
    world.write("treaty", "ar", texts, translates=told.texts.digest())
    assert draft(world, story).removed
    world.write("treaty", "ar", texts, translates=later.texts.digest())
    assert not draft(world, story).removed
    assert shown(world, story).texts.body == texts.body


def test_a_body_made_from_an_older_export_says_nothing_of_a_block_that_came_later(
    world: World,
) -> None:
    told, later = source(FIRST), source(FIRST, SECOND)
    story = world.accept("treaty", told)
    world.accept("treaty", later)
    world.translate(story, "ar")
    world.give("treaty", "ar", gives(later, 2, MINE), translates=later.texts.digest())
    world.write("treaty", "ar", Texts(body=body("أولى")), translates=told.texts.digest())
    assert shown(world, story).texts.body == body("أولى", MINE)


def test_words_for_one_block_never_break_a_body_that_somebody_has_built_anew(
    world: World,
) -> None:
    told = source(FIRST, SECOND)
    story = world.accept("treaty", told)
    world.translate(story, "ar")
    texts = Texts(body=body(MINE, "فقرة جديدة.", f"ar {SECOND}"))
    world.write("treaty", "ar", texts, translates=told.texts.digest())
    world.give("treaty", "ar", gives(told, 1, "أولى"), translates=told.texts.digest())
    article = shown(world, story)
    assert (article.texts.body, article.stale) == (texts.body, False)


def test_a_block_can_be_approved_alone(world: World) -> None:
    told = source(FIRST, SECOND)
    story = world.accept("treaty", told)
    world.translate(story, "ar")
    for approved, state in ((False, "machine"), (True, "reviewed")):
        word = gives(told, 1, f"ar {FIRST}", approved=approved)
        world.give("treaty", "ar", word, translates=told.texts.digest())
        assert block(world, story, "b1").state == state
        assert block(world, story, "b2").state == "machine"


def test_a_correction_is_told_although_the_newest_words_were_made_after_it(world: World) -> None:
    policies = {"ar": Policy(outdated="publish-with-notice")}
    told = source(FIRST, SECOND, policies=policies)
    story = world.accept("treaty", told)
    world.give("treaty", "ar", gives(told, 1, MINE), translates=told.texts.digest())
    new = source(FIRST.replace("seven", "eight"), SECOND, policies=policies)
    world.accept("treaty", new, change="correction")
    world.translate(story, "ar")
    world.give("treaty", "ar", gives(new, 2, "ثانية"), translates=new.texts.digest())
    assert block(world, story, "b1").outdated
    assert shown(world, story).texts.body == body(MINE, "ثانية")
    assert shown(world, story).waiting == "correction"


def test_where_people_approve_the_machines_words_alone_are_not_shown(world: World) -> None:
    told = source(FIRST, policies={"ar": Policy(mode="reviewed")})
    story = world.accept("treaty", told)
    world.translate(story, "ar")
    assert world.view(story).editions["ar"].article is None
    words = draft(world, story).texts()
    world.write("treaty", "ar", words, approved=True, translates=told.texts.digest())
    assert shown(world, story).texts == words
    assert {one.state for one in shown(world, story).blocks} == {"reviewed"}


def test_words_that_a_person_approved_name_the_engines_that_made_them(world: World) -> None:
    told = source(FIRST, SECOND)
    story = world.accept("treaty", told)
    world.translate(story, "ar", by=("memory", "google"))
    texts = Texts(body=body(f"ar {FIRST}", MINE))
    world.write("treaty", "ar", texts, approved=True, translates=told.texts.digest())
    made = {one.id: (one.state, one.by) for one in shown(world, story).blocks}
    assert made == {
        "headline": ("machine", "memory+google"),
        "b1": ("reviewed", "person+memory+google"),
        "b2": ("locked", "person"),
    }
    assert shown(world, story).origins == {"headline": "memory+google", "body": "person"}


def test_where_people_translate_the_machine_is_not_asked(world: World) -> None:
    story = world.accept("treaty", source(FIRST, policies={"ar": Policy(mode="human")}))
    assert world.view(story).lacking("ar") == ()
    assert world.view(story).pending("ar")
    assert world.view(story).lacking("es")


def test_words_older_than_every_public_text_are_shown_rather_than_nothing(world: World) -> None:
    story = world.accept("treaty", source(FIRST))
    texts = Texts(headline="معاهدة", body=body(MINE))
    world.write("treaty", "ar", texts, translates="0" * 64)
    article = shown(world, story)
    assert (article.texts, article.stale, article.waiting) == (texts, True, "update")
