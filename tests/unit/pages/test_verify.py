"""Verifying: a site that is what the facts say has no difference, and each other one is named."""

from collections.abc import Callable
from copy import deepcopy
from functools import cache

import pytest

from shared.news.facts import Deployed, SourceAccepted
from shared.news.keys import NEWSROOM_LOG
from shared.news.shelf import Item
from shared.pages.names import ListName
from shared.pages.publish import install_pages, publish_rankings
from shared.pages.verify import Difference, OtherRenderer, verify
from tests.builders import World, a_source, a_wish


@pytest.fixture
def world() -> World:
    return a_newspaper()


def a_newspaper() -> World:
    """Stories that stand, were corrected, withdrawn and brought back; and one only half there."""
    return deepcopy(_made_once())


@cache
def _made_once() -> World:
    world = World()
    install_pages(world.press())
    for name in ("bridge", "dam", "river", "harbour"):
        live(world, name)
    world.accept("dam", a_source("The dam holds", section="culture"), change="correction")
    world.publish(world.accept("dam", a_source("The dam holds", section="culture")))
    river, harbour = (world.accept(name) for name in ("river", "harbour"))
    for story in (river, harbour):
        world.withdraw(story)
        world.publish(story)
    world.accept("harbour", a_source("The harbour is back", picture=a_wish()))
    world.illustrate(harbour)
    world.publish(harbour)
    world.publish(world.accept("pages/about", a_source("About us", kind="page", section="")))
    world.publish(world.accept("canal", a_source("A canal without words elsewhere")))
    for name in ("home", "section/politics", "section/culture"):
        world.rank(harbour, river, name=name)
        publish_rankings([("en", name)], world.press())
    return world


def live(world: World, name: str) -> str:
    source = a_source(
        f"The {name}", regions=("africa",), picture=a_wish(), byline=("layla-haddad", "Nadia Noor"),
        texts={"tags": ("water", name)},
    )  # fmt: skip
    story = world.accept(name, source)
    world.illustrate(story)
    for edition in ("ar", "es"):
        world.translate(story, edition)
    world.publish(story)
    return story


def differences(world: World) -> list[Difference]:
    return list(verify(list(world.archive.logs), world.press(), world.site))


def story_named(world: World, name: str) -> str:
    return next(
        log for log, facts in world.archive.logs.items() if f"/{name}." in str(facts[0].what)
    )


def test_a_site_that_is_what_the_facts_say_has_no_difference(world: World) -> None:
    assert differences(world) == []


def test_a_ranking_that_pages_do_not_show_is_a_difference(world: World) -> None:
    world.rank(story_named(world, "dam"))
    assert {(one.kind, one.what) for one in differences(world)} == {
        ("differs", "en/index.html"),
        ("differs", "en/most-read"),
        ("differs", "en/most-read-rows"),
    }
    publish_rankings([("en", "home")], world.press())
    assert differences(world) == []


def test_verifying_writes_nothing(world: World) -> None:
    puts, facts = len(world.site.puts), {log: len(of) for log, of in world.archive.logs.items()}
    world.site.items.clear()
    assert differences(world)
    assert len(world.site.puts) == puts
    assert {log: len(of) for log, of in world.archive.logs.items()} == facts
    assert world.edge.purged.count("list-en-home") == 2


def test_every_object_that_is_taken_away_is_missed(world: World) -> None:
    keys = sorted(world.site.items)
    world.site.items.clear()
    missed = [one for one in differences(world) if one.kind == "missing"]
    assert sorted(one.what for one in missed) == keys


@pytest.mark.parametrize(
    ("change", "about"),
    [
        ({"content": b"other words"}, "content, digest"),
        ({"content_type": "text/plain"}, "content_type 'text/plain', digest"),
        ({"cache_control": "no-store, no-cache"}, "cache_control 'no-store, no-cache', digest"),
        ({"tags": ("other",)}, "tags ('other',), digest"),
        ({"status": 500}, "status 500, digest"),
        ({"location": "/elsewhere"}, "location '/elsewhere', digest"),
    ],
    ids=lambda one: one if isinstance(one, str) else None,
)
def test_whatever_a_reader_could_notice_is_a_difference(
    world: World, change: dict[str, object], about: str
) -> None:
    for key, item in world.site.items.items():
        world.site.items[key] = item.model_copy(update=change)
    found = differences(world)
    assert {one.what for one in found} == world.site.items.keys()
    assert {(one.kind, one.about) for one in found} == {("differs", about)}


def test_pages_and_pictures_name_their_story(world: World) -> None:
    story = story_named(world, "bridge")
    keys = [key for key in world.site.items if story in key]
    assert len(keys) == 3 + 1 + 1
    for key in keys:
        del world.site.items[key]
    assert {one.story for one in differences(world)} == {story}


def test_what_no_fact_speaks_of_is_not_expected(world: World) -> None:
    key = "en/politics/a-rumour-aaaaaaaaaa"
    world.site.items[key] = Item(key=key, content=b"a rumour")
    assert differences(world) == [Difference("not expected", key, "aaaaaaaaaa")]


def test_assets_of_older_renderers_are_kept_and_strange_ones_are_not(world: World) -> None:
    older = Item(key="assets/paper-ba7816bf8f01.css", content=b"abc")  # SHA-256 of "abc"
    strange = Item(key="assets/paper-000000000000.css", content=b"abc")
    world.site.items |= {older.key: older, strange.key: strange}
    assert [one.what for one in differences(world)] == [strange.key]


def lose_entry(world: World) -> None:
    story = story_named(world, "dam")
    for place in [place for place in world.lists.entries if place[2] == story]:
        if place[0] == ListName("en", "section/politics"):
            del world.lists.entries[place]


def change_entry(world: World) -> None:
    story = story_named(world, "dam")
    for place, entry in world.lists.entries.items():
        if place[2] == story and place[0] == ListName("en", "section/politics"):
            world.lists.entries[place] = entry.model_copy(update={"as_of": 99})


def strange_entry(world: World) -> None:
    (which, published, _), entry = next(iter(world.lists.entries.items()))
    strange = entry.model_copy(update={"story": "strange", "card": None})
    world.lists.entries[which, published, "strange"] = strange


def lose_stand(world: World) -> None:
    del world.stands.entries[story_named(world, "dam")]["es"]


def lose_mark(world: World) -> None:
    world.periods.marks.remove((ListName("ar", "home"), "2026-11"))


def lose_request(world: World) -> None:
    world.shows.asked.clear()


@pytest.mark.parametrize(
    ("harm", "kind", "what"),
    [
        (lose_entry, "missing", "list en section/politics"),
        (change_entry, "differs", "list en section/politics"),
        (strange_entry, "not expected", "list "),
        (lose_stand, "missing", "what stands in es"),
        (lose_mark, "missing", "list ar home: the mark of 2026-11"),
        (lose_request, "missing", "to be told of"),
    ],
)
def test_entries_and_marks_that_differ_from_the_facts_are_named(
    world: World, harm: Callable[[World], None], kind: str, what: str
) -> None:
    harm(world)
    assert any(one.kind == kind and what in one.what for one in differences(world))


def test_a_story_whose_facts_cannot_be_read_is_named(world: World) -> None:
    story = world.accept("unread", a_source("Unread"))
    accepted = world.archive.logs[story][-1].what
    assert isinstance(accepted, SourceAccepted)
    del world.bodies.kept[accepted.body]
    assert {(one.kind, one.story) for one in differences(world)} == {("not readable", story)}


def test_other_code_than_that_which_made_the_pages_judges_nothing(world: World) -> None:
    world.append(NEWSROOM_LOG, Deployed(renderer="another"))
    with pytest.raises(OtherRenderer):
        differences(world)
