"""How long readers waited for an upload: told once for each upload and edition."""

from datetime import timedelta

import pytest

from shared.news.story import PictureWish, Texts
from tests.builders import MORNING, World, a_source, body, key_named

RIVER = a_source("The river")


class Crashed(BaseException):
    """The function ended in the middle."""


def crash() -> None:
    raise Crashed


def live(world: World, story: str) -> list[tuple[str, int]]:
    """The editions that went live by publishing now, with the whole seconds waited."""
    return [(one.edition, int(one.waited.total_seconds())) for one in world.publish(story).live]


def test_an_upload_is_told_for_each_edition_when_its_page_stands() -> None:
    world = World()
    story = world.accept("river", RIVER, uploaded=MORNING)
    ((edition, waited),) = live(world, story)
    assert edition == "en"
    assert 0 < waited <= (world.now - MORNING).total_seconds()
    world.translate(story, "ar")
    assert [edition for edition, _ in live(world, story)] == ["ar"]


def test_a_second_delivery_tells_nothing_again() -> None:
    world = World()
    story = world.accept("river", RIVER, uploaded=MORNING)
    assert live(world, story)
    assert not live(world, story)
    assert not world.publish(story, anew=True).live


def test_a_crash_before_the_end_does_not_tell_it_twice() -> None:
    world = World()
    story = world.accept("river", RIVER, uploaded=MORNING)
    world.moments.plan("shelf.put en/index.html", crash)
    with pytest.raises(Crashed):
        world.publish(story)
    assert not live(world, story)


def test_a_new_version_is_told_where_its_words_are_shown_and_a_picture_is_not() -> None:
    world = World()
    wish = PictureWish(key="inbox/2026/11/palace.jpg", credit="Desk")
    world.accept("river", a_source("The river", picture=wish), uploaded=MORNING)
    story = key_named("river").story
    world.translate(story, "ar")
    live(world, story)
    greater = a_source("The great river", picture=wish)
    world.accept("river", greater, uploaded=MORNING + timedelta(hours=1))
    assert [edition for edition, _ in live(world, story)] == ["en"]
    world.illustrate(story)
    assert not live(world, story)
    world.translate(story, "ar")
    assert [edition for edition, _ in live(world, story)] == ["ar"]


def test_a_persons_words_are_told_for_their_edition_alone() -> None:
    world = World()
    story = world.accept("river", RIVER, uploaded=MORNING)
    live(world, story)
    world.write("river", "es", Texts(headline="El río", body=body("Fluye.")), uploaded=MORNING)
    assert [edition for edition, _ in live(world, story)] == ["es"]


def test_a_story_of_before_uploads_had_a_time_is_not_told() -> None:
    world = World()
    assert not live(world, world.accept("river", RIVER))
