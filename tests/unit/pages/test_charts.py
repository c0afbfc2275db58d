"""What pages show of the rankings, and what they leave out."""

import pytest

from shared.errors import Unavailable
from shared.news.ranking import EVERYWHERE, Printed
from shared.pages import derive
from shared.pages.publish import install_pages, publish_rankings
from tests.builders import World, a_source, named

MOST_READ, ROWS, FRONT = "en/most-read", "en/most-read-rows", "en/index.html"
PLACES = (FRONT, MOST_READ, ROWS)


@pytest.fixture
def world() -> World:
    world = World()
    install_pages(world.press())
    return world


def live(world: World, *names: str, **changes: object) -> list[str]:
    stories = [
        world.accept(name, a_source(f"The {name}", **changes))  # type: ignore[arg-type]
        for name in names
    ]
    world.publish(*stories)
    return stories


def block(world: World, key: str) -> str:
    """The Most Read of a page; nothing where it has none."""
    _, _, after = world.reads(key).partition('<ol class="ranks')
    return after.partition("</ol>")[0]


def headlines(world: World, key: str) -> list[str]:
    lines = [line for line in block(world, key).splitlines() if 'class="title"' in line]
    return [line.partition('">')[2].partition('">')[2].partition("<")[0] for line in lines]


@pytest.mark.parametrize("key", PLACES)
def test_before_anything_is_ranked_the_newest_stories_stand_there(world: World, key: str) -> None:
    live(world, "bridge", "river")
    assert headlines(world, key) == ["The river", "The bridge"]
    nothing = "Nothing has been counted yet"
    assert (nothing in world.reads(key)) == (key != ROWS)


@pytest.mark.parametrize("key", PLACES)
def test_a_ranking_is_shown_in_its_order_once_it_is_told(world: World, key: str) -> None:
    bridge, river, tower = live(world, "bridge", "river", "tower")
    world.rank(bridge, tower, river)
    publish_rankings([("en", "home")], world.press())
    assert headlines(world, key) == ["The bridge", "The tower", "The river"]
    assert "Nothing has been counted" not in world.reads(key)


@pytest.mark.parametrize("key", [FRONT, MOST_READ])
def test_trending_says_where_it_has_only_the_newest_stories(world: World, key: str) -> None:
    (bridge,) = live(world, "bridge")
    world.rank(bridge)
    world.rank(bridge, chart="trending", state="latest")
    publish_rankings([("en", "home")], world.press())
    _, _, trending = world.reads(key).partition('data-component="trending"')
    assert "Nothing has been counted yet" in trending


def test_a_ranking_changes_its_own_pages_and_no_other(world: World) -> None:
    (bridge,) = live(world, "bridge", regions=("africa",))
    world.rank(bridge)
    world.rank(bridge, name="section/politics")
    before = dict(world.site.items)
    publish_rankings([("en", "home"), ("en", "section/politics")], world.press())
    assert {key for key, item in world.site.items.items() if before[key] != item} == {
        "en/index.html", "en/politics/index.html", MOST_READ, ROWS,
    }  # fmt: skip
    assert publish_rankings([("en", "home")], world.press()).put == 0


def test_it_is_noted_which_rankings_the_pages_of_a_list_show(world: World) -> None:
    (bridge,) = live(world, "bridge")
    world.rank(bridge)
    world.rank(bridge, chart="trending")
    publish_rankings([("en", "home")], world.press())
    assert world.prints.kept == {("en", "home"): Printed(edition="en", list="home", revision=2)}


def test_a_ranking_that_changes_while_pages_are_made_is_not_noted_as_shown(world: World) -> None:
    (bridge,) = live(world, "bridge")
    world.rank(bridge)
    world.moments.plan(f"shelf.put {ROWS}", lambda: world.rank(bridge))
    publish_rankings([("en", "home")], world.press())
    assert world.prints.kept["en", "home"].revision == 1


def test_rankings_whose_pages_are_not_made_are_not_noted(world: World) -> None:
    (bridge,) = live(world, "bridge")
    world.rank(bridge)

    def unavailable() -> None:
        raise Unavailable("S3")

    world.moments.plan(f"shelf.put {ROWS}", unavailable)
    with pytest.raises(Unavailable):
        publish_rankings([("en", "home")], world.press())
    assert world.prints.kept == {}


def test_pages_name_the_ranking_and_each_story_that_they_looked_at(world: World) -> None:
    bridge, river = live(world, "bridge", "river")
    world.withdraw(bridge)
    world.publish(bridge)
    world.rank(bridge, "nowhere123", river)
    publish_rankings([("en", "home")], world.press())
    for key in PLACES:
        (line,) = [one for one in world.reads(key).splitlines() if "triptych:facts" in one]
        named = line.partition('content="')[2].rstrip('">').split()
        wanted = {"ranking.home.most-read:1", f"{bridge}:2", f"{river}:1", "nowhere123:0"}
        assert wanted <= set(named), key
        assert headlines(world, key) == ["The river"]


@pytest.mark.parametrize("key", PLACES)
def test_a_story_that_is_taken_back_leaves_every_chart_at_once(world: World, key: str) -> None:
    bridge, river = live(world, "bridge", "river")
    for name in ("home", EVERYWHERE, "section/politics"):
        world.rank(bridge, river, name=name)
        world.rank(bridge, river, name=name, chart="trending")
    publish_rankings([("en", "home"), ("en", "section/politics")], world.press())
    assert "The bridge" in world.reads(key)
    world.withdraw(bridge)
    outcome = world.publish(bridge)
    assert "The bridge" not in world.reads(key)
    assert "The bridge" not in world.reads("en/politics/index.html")
    assert bridge in outcome.purged
    assert bridge not in world.site.items[key].tags
    assert headlines(world, key) == ["The river"]


@pytest.mark.parametrize("key", PLACES)
def test_where_nothing_that_is_ranked_stands_the_newest_stories_do(world: World, key: str) -> None:
    bridge, river = live(world, "bridge", "river")
    world.rank(bridge)
    world.withdraw(bridge)
    world.publish(bridge)
    assert headlines(world, key) == ["The river"]
    assert river in world.site.items[key].tags


@pytest.mark.parametrize("key", PLACES)
def test_a_story_that_is_flagged_sensitive_leaves_at_once(world: World, key: str) -> None:
    bridge, river = live(world, "bridge", "river")
    world.rank(bridge, river)
    world.accept("bridge", a_source("The bridge", sensitive=True))
    world.publish(bridge)
    assert headlines(world, key) == ["The river"]


def test_a_new_headline_is_the_headline_everywhere(world: World) -> None:
    bridge, river = live(world, "bridge", "river")
    world.rank(river, bridge)
    world.accept("bridge", a_source("The tunnel"))
    world.publish(bridge)
    for key in PLACES:
        assert headlines(world, key) == ["The river", "The tunnel"]


def test_a_story_that_left_a_section_leaves_its_chart_and_stays_away_from_it(world: World) -> None:
    bridge, _ = live(world, "bridge", "river")
    world.rank(bridge, name="section/politics")
    world.accept("bridge", a_source("The bridge", section="culture"))
    world.publish(bridge)
    politics = "en/politics/index.html"
    assert headlines(world, politics) == [], "the front says already what is newest"
    world.accept("bridge", a_source("The tunnel", section="culture"))
    world.publish(bridge)
    stands = world.site.items[politics]
    publish_rankings([("en", "section/politics")], world.press())
    assert world.site.items[politics] == stands, "a ranking that still names it finds nothing new"


def test_what_a_ranking_names_is_followed_also_behind_the_head_of_its_list(world: World) -> None:
    bridge, *_ = live(world, "bridge", *(f"river{number}" for number in range(derive.FRONT_CARDS)))
    world.rank(bridge, name="section/politics")
    publish_rankings([("en", "section/politics")], world.press())
    politics = "en/politics/index.html"
    assert headlines(world, politics) == ["The bridge"]
    for section, headline in (("culture", "The bridge"), ("culture", "The tunnel")):
        world.accept("bridge", a_source(headline, section=section))
        world.publish(bridge)
        assert "The bridge" not in block(world, politics)
        assert publish_rankings([("en", "section/politics")], world.press()).put == 0


def test_trending_stands_beside_where_there_is_one(world: World) -> None:
    bridge, river = live(world, "bridge", "river")
    assert "trending" not in world.reads(FRONT).partition("</head>")[2]
    world.rank(bridge, river)
    world.rank(river, chart="trending")
    publish_rankings([("en", "home")], world.press())
    for key in (FRONT, MOST_READ):
        assert 'data-component="trending"' in world.reads(key)


def test_the_page_shows_what_is_read_in_all_editions_as_far_as_it_stands_here(
    world: World,
) -> None:
    bridge, river = live(world, "bridge", "river")
    world.translate(river, "ar")
    world.publish(river)
    for edition in ("en", "ar"):
        world.rank(bridge, river, name=EVERYWHERE, edition=edition)
    publish_rankings([("en", EVERYWHERE), ("ar", EVERYWHERE)], world.press())
    english, arabic = world.reads(MOST_READ), world.reads("ar/most-read")
    both = english.partition('data-component="everywhere"')[2]
    assert ("The bridge" in both, "The river" in both) == (True, True)
    assert "ar The river" in arabic.partition('data-component="everywhere"')[2]
    assert "The bridge" not in arabic


def test_late_data_say_so_with_their_time(world: World) -> None:
    (bridge,) = live(world, "bridge")
    world.rank(bridge, state="late")
    publish_rankings([("en", "home")], world.press())
    for key in (FRONT, MOST_READ):
        assert "As of 24 November 2026, 08:00\u00a0GMT" in world.reads(key)


def test_a_section_that_is_no_longer_configured_keeps_a_page_without_a_place_on_most_read(
    world: World,
) -> None:
    (bridge,) = live(world, "bridge")
    world.rank(bridge, name="section/politics")
    assert 'data-component="leaders"' not in world.reads(MOST_READ)
    publish_rankings([("en", "section/politics")], world.press())
    assert "/en/politics/#most-read" in world.reads(MOST_READ)
    newsroom = world.press().desk().office.newsroom
    world.configure(newsroom.model_copy(update={"sections": {"culture": named("Culture")}}))
    install_pages(world.press())
    assert "/en/politics/#most-read" not in world.reads(MOST_READ)


def test_a_ranking_is_read_before_its_stories_are_looked_at(world: World) -> None:
    """Else a run that looked before a withdrawal could show the story by a later ranking."""
    bridge, river = live(world, "bridge", "river")

    def meanwhile() -> None:
        world.withdraw(bridge)
        world.publish(bridge)
        world.rank(bridge, river)  # made of what stood a minute ago

    world.moments.plan("rankings.ranking en home most-read", meanwhile)
    publish_rankings([("en", "home")], world.press())
    for key in PLACES:
        assert headlines(world, key) == ["The river"]


def test_a_run_that_stalls_does_not_bring_a_withdrawn_story_back(world: World) -> None:
    bridge, river = live(world, "bridge", "river")
    for key in PLACES:
        world.rank(bridge, river)

        def meanwhile() -> None:
            world.withdraw(bridge)
            world.publish(bridge)

        world.moments.plan(f"shelf.put {key}", meanwhile)
        publish_rankings([("en", "home")], world.press())
        assert headlines(world, key) == ["The river"]
        world.accept("bridge", a_source("The bridge"))
        world.publish(bridge)


def test_a_page_looks_at_each_story_once(world: World) -> None:
    bridge, river = live(world, "bridge", "river")
    for name in ("home", EVERYWHERE, "section/politics"):
        for chart in ("most-read", "trending"):
            world.rank(bridge, river, name=name, chart=chart)
    press = world.press()
    world.moments.calls.clear()
    derive.most_read(press, press.desk(), edition="en")
    looked = [call for call in world.moments.calls if call.startswith("stands.cards")]
    assert looked == [f"stands.cards en {bridge} {river}"]


def test_a_story_that_is_met_in_a_list_is_found_by_its_id() -> None:
    world, found = World(), list[bool]()
    story = world.accept("river")
    for name in ("home", "section/politics"):
        moment = f"lists.enter en {name} {story}"
        world.moments.plan(moment, lambda: found.append("en" in world.stands.standing(story)))
    world.publish(story)
    assert found == [True, True]
