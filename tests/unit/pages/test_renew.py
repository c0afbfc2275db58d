"""A new configuration or renderer reaches every page, once, whatever is doubled or crashes."""

from collections import deque
from datetime import timedelta

import pytest

from shared.news.events import MonthTouched, StoriesTouched
from shared.news.shelf import OldRenderer
from shared.pages.publish import install_pages, publish, publish_fronts
from shared.pages.renew import CHUNK, months_to_renew, still_to_renew, stories_of_month
from tests.builders import MORNING, World, named
from tests.fakes.moments import Moments
from tests.unit.pages.test_publish import Crash, CrashingMoments

Hint = MonthTouched | StoriesTouched
OCTOBER = MORNING - timedelta(days=40)


@pytest.fixture
def world() -> World:
    return World()


def rename_politics(world: World, name: str) -> None:
    newsroom = world.press().desk().office.newsroom
    sections = {**newsroom.sections, "politics": named(name)}
    world.configure(newsroom.model_copy(update={"sections": sections}), changed=["sections"])


def answer(world: World, hint: Hint) -> tuple[Hint, ...]:
    """What the function does with one message of the queue."""
    press = world.press()
    if isinstance(hint, MonthTouched):
        return stories_of_month(hint, press)
    stories = still_to_renew(hint, press)
    if stories:
        publish(stories, press, anew=stories)
    return ()


def asked(world: World) -> list[Hint]:
    """What a new configuration asks for, its fronts done."""
    return [hint for hint in publish_fronts(world.press()).events if isinstance(hint, MonthTouched)]


def work_off(world: World, hints: list[Hint]) -> int:
    """Deliver until nothing is left; a run that crashes is delivered again. The crashes."""
    queue, crashes = deque(hints), 0
    while queue:
        hint = queue.popleft()
        try:
            queue.extend(answer(world, hint))
        except Crash:
            crashes += 1
            queue.append(hint)
    return crashes


def test_a_new_configuration_names_the_months_and_each_month_its_stories(world: World) -> None:
    world.now = OCTOBER
    old = world.accept("old")
    world.now = MORNING
    stories = [world.accept(f"story{number}") for number in range(2 * CHUNK + 3)]
    world.publish(*stories, old)
    months = months_to_renew(world.press(), 2)
    assert [month.period for month in months] == ["2026-11", "2026-10"]
    chunks = [chunk for month in months for chunk in stories_of_month(month, world.press())]
    assert [len(chunk.stories) for chunk in chunks] == [CHUNK, CHUNK, 3, 1]
    assert {story for chunk in chunks for story in chunk.stories} == {*stories, old}


def test_a_story_renewed_for_an_older_configuration_is_renewed_again(world: World) -> None:
    story = world.accept("river")
    world.publish(story)
    for name in ("Statecraft", "Polity"):
        rename_politics(world, name)
        work_off(world, asked(world))
        assert name in world.reads(world.page(story))


def test_a_doubled_renewal_does_nothing(world: World) -> None:
    story = world.accept("river")
    world.translate(story, "ar")
    world.publish(story)
    rename_politics(world, "Statecraft")
    hints = asked(world)
    work_off(world, hints)
    world.moments.calls.clear()
    work_off(world, hints * 2)
    assert not [call for call in world.moments.calls if call.startswith("shelf.")]


def test_other_translators_change_no_page(world: World) -> None:
    story = world.accept("river")
    world.publish(story)
    rename_politics(world, "Statecraft")
    work_off(world, asked(world))
    before = len(world.site.puts)
    newsroom = world.press().desk().office.newsroom
    world.configure(newsroom.model_copy(update={"translators": ()}), changed=["translators"])
    work_off(world, asked(world))
    assert len(world.site.puts) == before


def test_a_renewal_that_nobody_counts_is_done_each_time(world: World) -> None:
    story = world.accept("river")
    world.publish(story)
    del world.site.items[world.page(story)]
    assert still_to_renew(StoriesTouched(stories=(story,)), world.press()) == (story,)
    answer(world, StoriesTouched(stories=(story,)))
    assert world.page(story) in world.site.items


def test_a_renewal_purges_nothing(world: World) -> None:
    story = world.accept("river")
    world.publish(story)
    world.withdraw(story)
    world.publish(story)
    before = list(world.edge.purged)
    rename_politics(world, "Statecraft")
    work_off(world, asked(world))
    assert world.edge.purged == before


def test_an_older_renderer_leaves_renewals_to_a_newer_one(world: World) -> None:
    story = world.accept("river")
    world.publish(story)
    install_pages(world.press("a newer renderer"))
    with pytest.raises(OldRenderer):
        world.publish(story, renderer="renderer", anew=True)
    assert world.finished.renewed(story) == 0


def test_a_page_that_an_older_renderer_was_making_meanwhile_is_made_by_the_newer(
    world: World,
) -> None:
    story = world.accept("river")
    other = world.accept("bridge")
    world.publish(other)

    def meanwhile() -> None:
        install_pages(world.press("a newer renderer"))  # it finds no story yet

    world.moments.plan(f"stands.stand {story} en", meanwhile)
    with pytest.raises(OldRenderer):
        world.publish(story)
    assert world.finished.finished(story) == 0  # so the newer makes every page of it


def history(moments: Moments) -> tuple[World, list[str]]:
    """Stories of two months: live in some editions, withdrawn, in a section that is no more."""
    world = World(moments=moments, now=OCTOBER)
    gone = world.accept("gone")
    old = world.accept("old")
    world.translate(old, "es")
    world.publish(gone, old)
    world.now = MORNING
    world.withdraw(gone)
    new = world.accept("new")
    world.translate(new, "ar")
    world.publish(gone, new)
    rename_politics(world, "Statecraft")
    return world, [gone, old, new]


def test_every_page_that_stands_is_renewed_whatever_crashes() -> None:
    clean, _ = history(Moments())
    work_off(clean, asked(clean))
    expected = {key: item.content for key, item in clean.site.items.items()}
    assert "Statecraft" in clean.reads("en/politics/2026-10/index.html")
    for every in (7, 31, 97):
        moments = CrashingMoments()
        world, stories = history(moments)
        hints = asked(world)
        crashes = 0
        moments.left = every
        queue: deque[Hint] = deque(hints)
        while queue:
            hint = queue.popleft()
            try:
                queue.extend(answer(world, hint))
            except Crash:
                crashes += 1
                moments.left = every * (crashes + 1)
                queue.append(hint)
        moments.left = -1
        assert crashes
        assert {key: item.content for key, item in world.site.items.items()} == expected
        assert all(world.finished.renewed(story) for story in stories)
