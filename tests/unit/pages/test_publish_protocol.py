"""Each rule of publishing, with the interleaving that breaks a press without it.

The letters are those of DECISIONS.md, "Publishing is compare-and-set".
"""

import re
from datetime import timedelta

import pytest

from shared.news.article import Entry
from shared.news.facts import Released
from shared.news.shelf import Item, OldRenderer
from shared.pages.names import key_of
from shared.pages.publish import install_pages, publish_fronts
from tests.builders import MORNING, World, a_source, a_wish, named


@pytest.fixture
def world() -> World:
    return World()


def live(world: World, name: str, **changes: object) -> str:
    story = world.accept(name, a_source(f"The {name}", **changes))  # type: ignore[arg-type]
    world.publish(story)
    return story


@pytest.fixture
def beside(world: World) -> tuple[str, str]:
    """The river, and the bridge that its article shows: publishing the bridge makes both pages."""
    bridge = live(world, "bridge")
    river = live(world, "river")
    assert "The bridge" in world.reads(world.page(river))
    return bridge, world.page(river)


def test_a_a_run_that_stalls_before_its_put_does_not_bring_the_older_page_back(
    world: World, beside: tuple[str, str]
) -> None:
    bridge, page = beside
    world.accept("bridge", a_source("Old words"))

    def meanwhile() -> None:
        world.accept("bridge", a_source("New words"))
        world.publish(bridge)

    world.moments.plan(f"shelf.put {page}", meanwhile)
    world.publish(bridge)
    assert "New words" in world.reads(page)


def test_b_a_run_that_stalls_before_it_reads_the_page_that_stands_works_from_newer_facts(
    world: World, beside: tuple[str, str]
) -> None:
    bridge, page = beside
    world.accept("bridge", a_source("Old words"))

    def meanwhile() -> None:
        world.accept("bridge", a_source("New words"))
        world.publish(bridge)

    world.moments.plan(f"shelf.standing {page}", meanwhile)
    world.publish(bridge)
    assert "New words" in world.reads(page)


def test_c_a_page_that_says_the_same_again_is_not_taken_for_the_one_that_stood_before(
    world: World, beside: tuple[str, str]
) -> None:
    bridge, page = beside
    world.accept("bridge", a_source("A mistake"))

    def meanwhile() -> None:
        world.publish(bridge)
        world.accept("bridge", a_source("The bridge"))  # reverted: v1, v2, v1
        world.publish(bridge)

    world.moments.plan(f"shelf.put {page}", meanwhile)
    world.publish(bridge)
    assert "The bridge" in world.reads(page)
    assert "A mistake" not in world.reads(page)


def test_d_a_list_names_the_tombstones_that_it_passed_over(world: World) -> None:
    front = key_of("/en/")
    live(world, "bridge")
    river = world.accept("river")

    def meanwhile() -> None:
        world.publish(river)
        world.withdraw(river)
        world.publish(river)

    world.moments.plan(f"shelf.put {front}", meanwhile)
    world.publish(river)
    assert "The river" not in world.reads(front)
    assert "The bridge" in world.reads(front)


def test_e_an_entry_of_an_older_revision_never_replaces_a_newer_one(world: World) -> None:
    story = world.accept("river")

    def meanwhile() -> None:
        world.withdraw(story)
        world.publish(story)

    world.moments.plan(f"lists.enter en home {story}", meanwhile)
    world.publish(story)
    assert "The river" not in world.reads(key_of("/en/"))
    entry: Entry = world.stands.standing(story)["en"]
    assert entry.card is None


def test_f_a_page_asks_to_be_told_of_a_story_before_it_looks_at_it(world: World) -> None:
    river = live(world, "river")
    bridge = live(world, "bridge", published=MORNING - timedelta(days=1))

    def meanwhile() -> None:
        world.withdraw(bridge)
        world.publish(bridge)

    world.moments.plan(f"shows.register {bridge} {river} en", meanwhile)
    world.publish(river, anew=True)  # and now there is an older story to show
    assert f"shows.register {bridge} {river} en" in world.moments.calls
    assert "The bridge" not in world.reads(world.page(river))


def test_g_an_article_names_the_stories_that_it_could_not_show(world: World) -> None:
    pinned = "inbox/2026/11/bridge"
    story = live(world, "river", related=(pinned,))
    page = world.page(story)
    bridge = world.accept("bridge", a_source("The bridge", section="culture"))

    def meanwhile() -> None:
        world.publish(bridge)
        world.withdraw(bridge)
        world.publish(bridge)

    world.moments.plan(f"shelf.put {page}", meanwhile)
    world.publish(bridge)
    assert "The bridge" not in world.reads(page)


def test_h_a_lost_race_is_run_again_and_not_taken_for_success(
    world: World, beside: tuple[str, str]
) -> None:
    bridge, page = beside
    world.accept("bridge", a_source("New words"))

    def a_stalled_run_puts_an_older_page() -> None:
        world.site.items[page] = Item(key=page, content=b"Old words")

    world.moments.plan(f"shelf.put {page}", a_stalled_run_puts_an_older_page)
    world.publish(bridge)
    assert "New words" in world.reads(page)


def test_i_a_page_whose_new_version_waits_for_words_still_drops_a_withdrawn_headline(
    world: World,
) -> None:
    older = world.accept("bridge")
    world.translate(older, "ar")
    world.publish(older)
    story = world.accept("river")
    world.translate(story, "ar")
    world.publish(story)
    page = world.page(story, "ar")
    assert "ar The bridge" in world.reads(page)

    world.accept("river", a_source("The river rises"))  # its Arabic is still to come
    world.publish(story)
    world.withdraw(older)
    world.publish(older)
    assert "The bridge" not in world.reads(page)
    assert "ar The river" in world.reads(page)


def test_a_run_that_stalls_with_a_picture_in_hand_does_not_bring_it_back(world: World) -> None:
    story = world.accept("river", a_source("The river", picture=a_wish()))
    world.illustrate(story)
    picture = f"media/{story}/2-640.jpg"

    def meanwhile() -> None:
        world.withdraw(story)
        world.publish(story)

    world.moments.plan(f"shelf.put {picture}", meanwhile)
    world.publish(story)
    assert world.site.items[picture].status == 410


def test_a_run_with_an_older_configuration_in_hand_never_brings_it_back(world: World) -> None:
    story = live(world, "river")
    page = world.page(story)
    world.accept("river", a_source("The river rises"))
    newsroom = world.press().desk().office.newsroom
    renamed = {**newsroom.sections, "politics": named("Statecraft")}
    said: list[bool] = []

    def meanwhile() -> None:
        changed = newsroom.model_copy(update={"sections": renamed})
        world.configure(changed, changed=["sections"])
        world.publish(story, anew=True)
        for later in range(1, 4):
            world.moments.plan(
                f"shelf.did put {page}",
                lambda: said.append("Statecraft" in world.reads(page)),
                nth=later,
            )

    world.moments.plan(f"shelf.standing {page}", meanwhile)
    world.publish(story)
    assert all(said)
    assert "Statecraft" in world.reads(page)
    assert "The river rises" in world.reads(page)


def test_a_page_that_first_stands_while_the_configuration_changes_is_made_of_the_new_one(
    world: World,
) -> None:
    story = world.accept("river")
    newsroom = world.press().desk().office.newsroom
    renamed = {**newsroom.sections, "politics": named("Statecraft")}

    def meanwhile() -> None:
        changed = newsroom.model_copy(update={"sections": renamed})
        world.configure(changed, changed=["sections"])
        publish_fronts(world.press())  # it finds no story yet

    world.moments.plan(f"shelf.put {world.page(story)}", meanwhile)
    world.publish(story)
    assert "Statecraft" in world.reads(world.page(story))


LINKS = re.compile(
    r'(?:href|src)="(?:https://gazette\.example)?(/[^"#?]*)"|<loc>https://gazette\.example(/[^<]*)'
)


def dead_links(world: World, key: str) -> list[str]:
    text = world.reads(key)
    found = [first or second for first, second in LINKS.findall(text)]
    return [link for link in found if link != "/" and key_of(link) not in world.site.items]


def test_j_no_page_ever_links_a_page_that_does_not_stand_yet(world: World) -> None:
    install_pages(world.press())
    dead: list[tuple[str, list[str]]] = []
    put = world.site.put

    def watched(item: Item, over: object) -> None:
        put(item, over)  # type: ignore[arg-type]
        if item.content_type.startswith(("text/html", "application")):
            dead.extend([(item.key, links)] if (links := dead_links(world, item.key)) else [])

    world.site.put = watched  # type: ignore[method-assign]
    bridge = world.accept("bridge")
    world.translate(bridge, "ar")
    world.publish(bridge)
    river = world.accept("river", a_source("The river", regions=("africa",)))
    world.translate(river, "es")
    world.publish(river, bridge)
    world.translate(river, "ar")
    world.publish(river)
    assert dead == []


def test_j_no_sitemap_names_the_sitemap_of_a_month_that_does_not_stand_yet(world: World) -> None:
    def meanwhile() -> None:
        publish_fronts(world.press())
        assert "sitemap-2026-11" not in world.reads("en/sitemap.xml")

    river = world.accept("river")
    world.moments.plan("shelf.put en/sitemap-2026-11.xml", meanwhile)
    world.publish(river)
    assert "sitemap-2026-11" in world.reads("en/sitemap.xml")


def test_j_a_short_address_leads_nowhere_until_the_article_stands(world: World) -> None:
    river = world.accept("river", a_source(language="en"), release_at=MORNING + timedelta(days=1))

    def meanwhile() -> None:
        world.append(river, Released(source=1))

    world.moments.plan(f"shelf.standing s/{river}", meanwhile)
    world.publish(river)
    assert f"s/{river}" not in world.site.items
    world.publish(river)
    assert world.site.items[f"s/{river}"].status == 301


def test_a_short_address_of_a_withdrawn_story_is_the_same_whatever_stood_before(
    world: World,
) -> None:
    river = live(world, "river")
    world.withdraw(river)
    world.publish(river)
    stands = world.site.items.pop(f"s/{river}")
    world.publish(river, anew=True)
    assert world.site.items[f"s/{river}"] == stands
    assert stands.location == f"/{world.page(river)}"


def test_k_an_older_renderer_leaves_a_newer_page_to_a_newer_function(world: World) -> None:
    story = live(world, "river")
    page = world.page(story)
    world.accept("river", a_source("New words"))
    world.publish(story, renderer="a newer renderer")
    stands = world.reads(page)
    world.accept("river", a_source("Newest words"))

    outcome = world.publish(story, renderer="renderer")
    assert isinstance(outcome.failed[story], OldRenderer)
    assert world.reads(page) == stands
    world.publish(story, renderer="a newer renderer")
    assert "Newest words" in world.reads(page)
