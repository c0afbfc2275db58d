"""Which older stories stand beside an article."""

from datetime import timedelta

import pytest

from shared.news.facts import Chosen
from shared.pages.choose import choose, shown_beside
from tests.builders import MORNING, World, a_source


@pytest.fixture
def world() -> World:
    return World()


def live(world: World, name: str, hours: float = 0, section: str = "politics") -> str:
    published = MORNING + timedelta(hours=hours)
    story = world.accept(name, a_source(f"The {name}", section=section, published=published))
    world.publish(story)
    return story


def beside(world: World, story: str) -> list[str]:
    cards, _ = shown_beside(world.view(story), "en", world.press(), 3)
    return [card.story for card in cards]


def test_the_first_story_of_a_newspaper_has_nothing_beside_it(world: World) -> None:
    story = live(world, "river")
    assert beside(world, story) == []
    assert not any(isinstance(fact.what, Chosen) for fact in world.archive.logs[story])


def test_the_newest_older_stories_of_its_section_come_first_then_others(world: World) -> None:
    other = live(world, "song", hours=-1, section="culture")
    older = [live(world, f"story{hours}", hours=-hours) for hours in (3, 2)]
    story = live(world, "river")
    assert beside(world, story) == [older[1], older[0], other]


def test_a_younger_story_is_never_chosen(world: World) -> None:
    live(world, "tomorrow", hours=24)
    assert beside(world, live(world, "river")) == []


def test_an_editors_pins_come_first(world: World) -> None:
    live(world, "story", hours=-1)
    pinned = live(world, "pinned", hours=-9, section="culture")
    source = a_source("The river", related=("inbox/2026/11/pinned",))
    story = world.accept("river", source)
    world.publish(story)
    assert beside(world, story)[0] == pinned


def test_a_story_never_stands_beside_itself(world: World) -> None:
    story = world.accept("river", a_source("The river", related=("inbox/2026/11/river",)))
    world.publish(story)
    assert beside(world, story) == []


def test_what_is_read_next_comes_behind_what_is_related(world: World) -> None:
    older = [live(world, f"story{hours}", hours=-hours) for hours in range(1, 9)]
    story = live(world, "river")
    page = world.reads(f"en/politics/the-river-{story}")
    related, _, after = page.partition('data-component="read-next"')
    assert [one for one in older if f"-{one}" in related.partition("<main")[2]] == older[:3]
    assert [one for one in older if f"-{one}" in after] == [older[3]]


def test_what_is_read_next_leaves_the_page_when_it_is_withdrawn(world: World) -> None:
    older = [live(world, f"story{hours}", hours=-hours) for hours in range(1, 9)]
    story = live(world, "river")
    world.withdraw(older[3])
    world.publish(older[3])
    page = world.reads(f"en/politics/the-river-{story}")
    assert older[3] not in page.partition("<main")[2]
    assert f"-{older[4]}" in page.partition('data-component="read-next"')[2]


def test_a_choice_is_made_once_and_again_only_when_too_few_are_left(world: World) -> None:
    older = [live(world, f"story{hours}", hours=-hours) for hours in range(1, 9)]
    story = live(world, "river")
    choose(story, world.press(), 3)
    assert sum(isinstance(fact.what, Chosen) for fact in world.archive.logs[story]) == 1
    for gone in older[:3]:
        world.withdraw(gone)
        world.publish(gone)
    assert beside(world, story) == older[3:6]  # the spares
    for gone in older[3:6]:
        world.withdraw(gone)
        world.publish(gone)
    assert beside(world, story) == older[6:8]
