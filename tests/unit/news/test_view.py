"""What an edition says is a pure function of the facts."""

from datetime import timedelta
from itertools import permutations

import pytest

from shared.news.facts import Crop, EditionWithdrawn, Illustrated, Released, Rendition
from shared.news.log import Log
from shared.news.story import Texts
from shared.news.view import _folded, _unfinished, view
from tests.builders import MORNING, World, a_source, a_wish, body, key_named


@pytest.fixture
def world() -> World:
    return World()


def headline(world: World, story: str, edition: str) -> str | None:
    article = world.view(story).editions[edition].article  # type: ignore[index]
    return article.texts.headline if article else None


def stale(world: World, story: str) -> bool:
    article = world.view(story).editions["ar"].article
    return article is not None and article.stale


def test_the_source_edition_is_live_as_soon_as_it_is_accepted(world: World) -> None:
    story = world.accept("river")
    assert headline(world, story, "en") == "The river"
    assert headline(world, story, "ar") is None


def test_a_view_is_folded_once_for_a_log_and_anew_for_each_fact(world: World) -> None:
    story = world.accept("river")
    first = world.view(story)
    assert world.view(story) is first
    world.translate(story, "ar")
    assert world.view(story).editions["ar"].article


def test_a_log_that_grew_says_what_it_says_to_who_reads_it_for_the_first_time(world: World) -> None:
    story = world.accept("river")
    world.translate(story, "ar")
    world.write("river", "es", Texts(headline="El río"))
    world.accept("river", a_source("The river rises"))
    world.translate(story, "ar")
    whole = Log(story, tuple(world.archive.logs[story]))
    parts = [Log(story, whole.facts[:length]) for length in range(1, whole.revision + 1)]
    grown = [view(part, world.bodies) for part in parts]
    branch = parts[1].plus(parts[1].next(Released(source=1), MORNING))
    assert view(branch, world.bodies).revision == branch.revision
    for part, seen in zip(reversed(parts), reversed(grown), strict=True):
        _folded.cache_clear()
        _unfinished.clear()
        assert view(part, world.bodies) == seen


def test_stories_whose_logs_end_alike_are_told_apart(world: World) -> None:
    log = Log("river", tuple(world.archive.logs[world.accept("river")]))
    assert view(log, world.bodies).id == "river"
    assert view(Log("other", log.facts), world.bodies).id == "other"


def test_an_edition_is_live_when_every_part_of_the_source_has_words(world: World) -> None:
    story = world.accept("river", a_source("The river", texts={"deck": "It flows"}))
    world.write("river", "es", Texts(headline="El río"))
    assert headline(world, story, "es") is None
    assert {unit.part for unit in world.view(story).lacking("es")} == {"deck", "body"}
    world.translate(story, "es")
    assert headline(world, story, "es") == "El río"


def test_an_edition_keeps_its_newest_complete_version_while_a_newer_one_waits(
    world: World,
) -> None:
    story = world.accept("river")
    world.translate(story, "ar")
    world.accept("river", a_source("The river rises"))
    assert headline(world, story, "en") == "The river rises"
    assert headline(world, story, "ar") == "ar The river"


def test_a_machine_text_from_before_a_withdrawal_is_never_shown_again(world: World) -> None:
    story = world.accept("river")
    world.translate(story, "ar")
    world.withdraw(story)
    world.accept("river", a_source("The river"))
    assert headline(world, story, "en") == "The river"
    assert headline(world, story, "ar") is None


def test_a_persons_text_comes_back_with_the_story(world: World) -> None:
    story = world.accept("river")
    world.write("river", "ar", Texts(headline="النهر", body=body("يجري النهر.")))
    world.withdraw(story)
    assert headline(world, story, "ar") is None
    world.accept("river", a_source("The river"))
    assert headline(world, story, "ar") == "النهر"


def test_a_persons_words_win_over_the_machines_in_whatever_order_they_come() -> None:
    def play(order: tuple[str, ...]) -> tuple[str | None, str | None]:
        world = World()
        story = ""
        for step in order:
            if step == "source":
                story = world.accept("river")
            elif step == "person":
                story = world.write("river", "ar", Texts(headline="النهر"))
            elif step == "machine" and story and world.view(story).released:
                world.translate(story, "ar")
        if headline(world, story, "ar") is None:
            world.translate(story, "ar")
        article = world.view(story).editions["ar"].article
        assert article
        return article.texts.headline, article.origins["body"]

    results = {play(order) for order in permutations(("source", "person", "machine"))}
    assert results == {("النهر", "")}


def test_a_persons_text_is_stale_once_the_source_says_something_else(world: World) -> None:
    story = world.accept("river")
    world.write("river", "ar", Texts(headline="النهر", body=body("يجري النهر.")))
    article = world.view(story).editions["ar"].article
    assert article
    assert not article.stale
    world.accept("river", a_source("The river rises"))
    article = world.view(story).editions["ar"].article
    assert article
    assert article.stale
    assert article.texts.headline == "النهر"


def test_a_persons_text_that_came_before_its_source_is_fresh(world: World) -> None:
    world.write("river", "ar", Texts(headline="النهر", body=body("يجري النهر.")))
    story = world.accept("river")
    article = world.view(story).editions["ar"].article
    assert article
    assert not article.stale


def test_a_person_who_translated_an_older_text_is_told_so(world: World) -> None:
    old = a_source("The river")
    story = world.accept("river", old)
    world.accept("river", a_source("The river rises"))
    texts = Texts(headline="النهر", body=body("يجري النهر."))
    world.write("river", "ar", texts, translates=old.texts.digest())
    article = world.view(story).editions["ar"].article
    assert article
    assert article.stale


def test_an_edition_returns_to_the_machines_words_when_the_persons_file_is_deleted(
    world: World,
) -> None:
    story = world.accept("river")
    world.translate(story, "ar")
    world.write("river", "ar", Texts(headline="النهر"))
    assert headline(world, story, "ar") == "النهر"
    key = key_named("river", "ar").key
    world.append(story, EditionWithdrawn(key=key, version="v", edition="ar"))
    assert headline(world, story, "ar") == "ar The river"


def test_an_address_stays_whatever_becomes_of_headline_and_section(world: World) -> None:
    story = world.accept("river")
    address = f"/en/politics/the-river-{story}"
    world.accept("river", a_source("The river rises", section="culture"))
    article = world.view(story).editions["en"].article
    assert article
    assert article.address == address
    world.withdraw(story)
    world.accept("river", a_source("A lake", section="economy"))
    article = world.view(story).editions["en"].article
    assert article
    assert article.address == address


def test_a_story_that_moves_leaves_a_tombstone_in_the_list_that_it_left(world: World) -> None:
    story = world.accept("river")
    world.accept("river", a_source("The river", section="culture"))
    entries = {entry.list: entry for entry in world.view(story).entries}
    assert entries["section/politics"].card is None
    assert entries["section/culture"].card is not None
    assert entries["home"].card is not None


def test_a_section_move_needs_no_new_translation(world: World) -> None:
    story = world.accept("river")
    world.translate(story, "ar")
    world.accept("river", a_source("The river", section="culture"))
    article = world.view(story).editions["ar"].article
    assert article
    assert article.section == "culture"


def test_the_same_words_again_change_nothing_that_a_page_shows(world: World) -> None:
    story = world.accept("river")
    before = world.view(story)
    world.accept("river")
    after = world.view(story)
    assert after.revision == before.revision + 1
    assert after.editions["en"].as_of == before.editions["en"].as_of
    assert after.entries[0].as_of == before.entries[0].as_of


def test_a_story_under_embargo_says_nothing_to_anyone(world: World) -> None:
    story = world.accept("river", release_at=MORNING + timedelta(hours=9))
    world.write("river", "ar", Texts(headline="النهر", body=body("يجري النهر.")))
    seen = world.view(story)
    assert [state.article for state in seen.editions.values()] == [None, None, None]
    assert seen.entries == ()
    assert seen.waiting() is not None


def test_a_later_revision_under_embargo_leaves_the_live_one_up(world: World) -> None:
    story = world.accept("river")
    world.accept("river", a_source("Secret"), release_at=MORNING + timedelta(hours=9))
    assert headline(world, story, "en") == "The river"
    world.append(story, Released(source=2))
    assert headline(world, story, "en") == "Secret"


def test_a_picture_is_shown_once_its_renditions_are_there(world: World) -> None:
    story = world.accept("river", a_source(picture=a_wish()))
    article = world.view(story).editions["en"].article
    assert article
    assert article.picture is None
    world.illustrate(story)
    article = world.view(story).editions["en"].article
    assert article
    assert article.picture
    assert article.picture.images[0].address == f"/media/{story}/2-640.jpg"


def test_the_parts_of_a_picture_are_for_the_article_and_not_for_its_cards(world: World) -> None:
    story = world.accept("river", a_source(picture=a_wish()))
    body = world.bodies.put(b"jpeg")
    whole = Rendition(width=640, height=360, body=body)
    part = Rendition(width=360, height=360, body=body, crop=Crop(shape="1x1", middle=(0.72, 0.5)))
    world.append(story, Illustrated(key=a_wish().key, version="p", renditions=(whole, part)))
    article = world.view(story).editions["en"].article
    assert article
    assert article.picture
    assert [one.address for one in article.picture.images] == [f"/media/{story}/2-640.jpg"]
    (shape,) = article.picture.shapes
    assert (shape.address, shape.width) == (f"/media/{story}/2-1x1-72-50.jpg", 360)
    picture = article.card().picture
    assert picture
    assert (picture.images, picture.shapes) == (article.picture.images, ())


def test_a_return_after_a_withdrawal_illustrates_anew(world: World) -> None:
    story = world.accept("river", a_source(picture=a_wish()))
    world.illustrate(story)
    world.withdraw(story)
    assert [media.shown for media in world.view(story).media] == [False]
    world.accept("river", a_source(picture=a_wish()))
    assert [media.shown for media in world.view(story).media] == [False]
    world.illustrate(story)
    assert [media.shown for media in world.view(story).media] == [False, True]


def test_a_deleted_picture_leaves_the_article(world: World) -> None:
    story = world.accept("river", a_source(picture=a_wish()))
    world.illustrate(story)
    gone = Illustrated(key=a_wish().key, version="gone", renditions=())
    world.append(story, gone)
    article = world.view(story).editions["en"].article
    assert article
    assert article.picture is None
    assert not world.view(story).media[0].shown


def test_a_typo_is_no_update_and_a_correction_is(world: World) -> None:
    story = world.accept("river")
    world.accept("river", a_source("The River"), change="typo")
    article = world.view(story).editions["en"].article
    assert article
    assert article.updated is None
    world.accept("river", a_source("The Rivers"), change="correction")
    article = world.view(story).editions["en"].article
    assert article
    assert article.updated is not None


def test_an_edition_names_the_newest_upload_whose_words_it_says(world: World) -> None:
    story = world.accept("river")
    world.translate(story, "ar")
    world.accept("river", a_source("The river rises"))
    editions = world.view(story).editions
    assert (editions["en"].revision, editions["ar"].revision) == (3, 1)
    world.write("river", "ar", Texts(headline="النهر", body=body("يجري النهر.")))
    assert world.view(story).editions["ar"].revision == 4


def test_a_person_saw_the_newest_source_of_their_time_in_whatever_order_events_come(
    world: World,
) -> None:
    texts = Texts(headline="النهر", body=body("يجري النهر."))
    second, later = MORNING, MORNING + timedelta(seconds=1)
    story = world.accept("river", uploaded=second)
    world.write("river", "ar", texts, uploaded=second)
    world.accept("river", a_source("The river rises"), uploaded=second)
    assert stale(world, story)
    world.accept("sea", uploaded=second)
    story = world.accept("sea", a_source("The sea rises"), uploaded=later + timedelta(seconds=1))
    world.write("sea", "ar", texts, uploaded=later)
    assert stale(world, story)
