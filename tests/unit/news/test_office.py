"""The newsroom's own log: configuration and renderers in force."""

import pytest

from shared.errors import Conflict, Unavailable
from shared.news.archive import record
from shared.news.facts import Chosen
from shared.news.keys import NEWSROOM_LOG
from shared.news.office import deploy, office
from tests.builders import MORNING, World, a_newsroom, named
from tests.fakes.archive import MemoryArchive, MemoryBodies


def test_before_its_first_configuration_there_is_no_newsroom() -> None:
    with pytest.raises(Unavailable):
        office(MemoryArchive(), MemoryBodies())


def test_the_newest_configuration_is_in_force() -> None:
    world = World()
    world.configure(a_newsroom(default_edition="es"), changed=["default_edition"])
    now = office(world.archive, world.bodies)
    assert now.newsroom.default_edition == "es"
    assert (now.number(), now.as_of()) == (2, 2)


def test_a_page_names_the_newest_configuration_that_touched_what_it_uses() -> None:
    world = World()
    authors = {"layla-haddad": named("Layla"), "sam": named("Sam")}
    world.configure(a_newsroom(authors=authors), changed=["authors.sam"])
    now = office(world.archive, world.bodies)
    assert now.number() == 2
    assert now.as_of() == 1
    assert now.as_of(["layla-haddad"]) == 1
    assert now.as_of(["layla-haddad", "sam"]) == 2


def test_a_configuration_that_no_page_shows_asks_for_no_renewal() -> None:
    world = World()
    deploy(world.archive, "ours", again=False, clock=world.clock)
    world.configure(a_newsroom(translators=("memory",)), changed=["translators", "most_read"])
    now = office(world.archive, world.bodies)
    assert (now.number(), now.as_of(), now.deployed(), now.renewal()) == (3, 1, 2, 2)
    world.configure(a_newsroom(default_edition="es"), changed=["default_edition", "translators"])
    assert office(world.archive, world.bodies).renewal() == 4


def test_a_renderer_is_put_in_force_once_and_again_after_another() -> None:
    world = World()
    deploy(world.archive, "old", again=False, clock=world.clock)
    deploy(world.archive, "old", again=False, clock=world.clock)
    deploy(world.archive, "new", again=False, clock=world.clock)
    now = office(world.archive, world.bodies)
    assert (now.renderer("old"), now.renderer("new"), now.renderer("unknown")) == (2, 3, 0)
    deploy(world.archive, "old", again=False, clock=world.clock)
    assert office(world.archive, world.bodies).renderer("old") == 2
    deploy(world.archive, "old", again=True, clock=world.clock)  # a rollback
    assert office(world.archive, world.bodies).renderer("old") == 4


def test_a_log_that_is_never_free_is_given_up_for_the_queue_to_try_again() -> None:
    class Busy(MemoryArchive):
        def append(self, log: str, fact: object) -> None:
            raise Conflict(f"{log} {fact}")

    with pytest.raises(Conflict, match="busy"):
        record(Busy(), NEWSROOM_LOG, lambda _: Chosen(stories=()), clock=lambda: MORNING)
