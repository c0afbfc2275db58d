"""Publishing: what a story puts, what it leaves alone, and what a crash anywhere leaves behind."""

from collections.abc import Callable
from copy import deepcopy
from datetime import timedelta

import pytest

from shared.news.due import Due
from shared.news.events import PagesPublished
from shared.news.facts import Chosen, Illustrated, Released, Rendition, SourceAccepted
from shared.pages.press import Press
from shared.pages.publish import install_pages
from tests.builders import World, a_newsroom, a_source, a_wish, named
from tests.fakes.moments import Moments
from tests.simulation.plain import PlainPress


@pytest.fixture
def world() -> World:
    return World()


def everywhere(world: World, name: str, headline: str = "The river") -> str:
    """A story with a picture, in three editions, published."""
    story = world.accept(name, a_source(headline, regions=("africa",), picture=a_wish()))
    world.illustrate(story)
    world.translate(story, "ar")
    world.translate(story, "es")
    world.publish(story)
    return story


def test_a_story_stands_in_every_list_of_every_edition(world: World) -> None:
    story = everywhere(world, "river")
    for edition in ("en", "ar", "es"):
        for page in ("", "politics/", "regions/africa/", "2026-11/", "politics/2026-11/"):
            assert story in world.reads(f"{edition}/{page}index.html")
        assert story in world.reads(f"{edition}/feed.xml")
        assert story in world.reads(f"{edition}/sitemap-2026-11.xml")
        assert "sitemap-2026-11.xml" in world.reads(f"{edition}/sitemap.xml")
    assert world.site.items[f"s/{story}"].location == f"/en/politics/the-river-{story}"
    assert world.site.items[f"media/{story}/2-640.jpg"].content_type == "image/jpeg"


def test_a_picture_stands_in_every_format_that_it_was_made_in(world: World) -> None:
    story = world.accept("river", a_source(picture=a_wish()))
    made = {which: world.bodies.put(which.encode()) for which in ("body", "webp", "avif")}
    rendition = Rendition.model_validate({"width": 640, "height": 360, **made})
    world.append(story, Illustrated(key=a_wish().key, version="p", renditions=(rendition,)))
    world.publish(story)
    types = {"jpg": "image/jpeg", "webp": "image/webp", "avif": "image/avif"}
    for ending, content_type in types.items():
        assert world.site.items[f"media/{story}/2-640.{ending}"].content_type == content_type
    assert f"/media/{story}/2-640.avif 640w" in world.reads(world.page(story))
    world.withdraw(story)
    world.publish(story)
    assert {world.site.items[f"media/{story}/2-640.{ending}"].status for ending in types} == {410}


def test_publishing_again_puts_nothing_and_tells_again(world: World) -> None:
    story = everywhere(world, "river")
    before = len(world.site.puts)
    outcome = world.publish(story)
    assert len(world.site.puts) == before
    assert outcome.events == (PagesPublished(stories=(story,)),)


def test_publishing_anew_puts_only_what_differs(world: World) -> None:
    story = everywhere(world, "river")
    before = len(world.site.puts)
    world.publish(story, anew=True)
    assert len(world.site.puts) == before
    del world.site.items["ar/politics/index.html"]
    world.publish(story, anew=True)
    assert world.site.puts[before:] == ["ar/politics/index.html"]


def test_a_burst_makes_each_list_page_once(world: World) -> None:
    stories = [world.accept(f"story{number}") for number in range(8)]
    world.publish(*stories)
    assert world.site.puts.count("en/index.html") == 1
    assert world.site.puts.count("en/politics/index.html") == 1


def test_a_new_story_puts_the_same_number_of_objects_however_many_there_are() -> None:
    world = PlainWorld()

    def objects() -> int:
        before = len(world.site.puts)
        everywhere(world, f"story{before}")
        return len(world.site.puts) - before

    for number in range(30):
        everywhere(world, f"older{number}")
    early = objects()
    for number in range(30):
        everywhere(world, f"later{number}")
    assert objects() == early
    assert early <= 3 * 40


def test_a_first_publication_purges_nothing(world: World) -> None:
    everywhere(world, "river")
    assert world.edge.purged == []


def test_a_correction_purges_the_storys_tag_once(world: World) -> None:
    story = everywhere(world, "river")
    world.accept("river", a_source("The river rises"), change="correction")
    world.publish(story)
    world.publish(story)
    world.publish(story, anew=True)  # it only looks different
    assert world.edge.purged == [story]


def test_a_run_that_ends_before_it_is_finished_purges_again(world: World) -> None:
    story = everywhere(world, "river")
    world.accept("river", a_source("The river rises"), change="correction")

    def crash() -> None:
        raise Crash

    world.moments.plan(f"finished.finish {story}", crash)
    with pytest.raises(Crash):
        world.publish(story)
    world.publish(story)
    assert world.edge.purged == [story, story]


def test_the_words_that_a_correction_gets_in_another_edition_are_purged_too(world: World) -> None:
    story = everywhere(world, "river")
    world.accept("river", a_source("The river rises"), change="correction")
    world.publish(story)
    world.translate(story, "ar")
    world.publish(story)
    assert world.edge.purged == [story, story]


def test_an_edition_that_first_gets_its_words_purges_nothing(world: World) -> None:
    story = world.accept("river", a_source(picture=a_wish()))
    world.publish(story)
    world.illustrate(story)
    world.publish(story)
    world.translate(story, "ar")
    world.publish(story)
    assert world.edge.purged == []


def test_a_revision_is_purged_at_its_minute_and_not_when_it_is_taken_in(world: World) -> None:
    story = everywhere(world, "river")
    world.accept("river", a_source("The river rises"), release_at=world.now)
    world.publish(story)
    assert world.edge.purged == []
    world.append(story, Released(source=world.view(story).revision))
    world.publish(story)
    assert world.edge.purged == [story]


def purges(world: World) -> list[Due]:
    return [item for item in world.diary.items.values() if item.kind == "purge"]


def test_what_was_taken_back_is_purged_once_more_a_minute_later(world: World) -> None:
    story = everywhere(world, "river")
    world.withdraw(story)
    noted: list[int] = []
    world.moments.plan("edge.purge", lambda: noted.append(len(purges(world))))
    world.publish(story)
    (item,) = purges(world)
    assert noted == [1]  # before the first time, so that no crash loses it
    assert set(item.tags) == set(world.edge.purged)
    assert (item.kind, item.story) == ("purge", story)
    assert timedelta(seconds=50) < item.at - world.now < timedelta(seconds=70)


def test_a_picture_that_was_taken_back_is_purged(world: World) -> None:
    story = everywhere(world, "river")
    gone = Illustrated(key=a_wish().key, version="gone", renditions=())
    world.append(story, gone)
    world.publish(story)
    assert world.edge.purged == [story]
    assert len(purges(world)) == 1


OTHER = "inbox/2026/11/bridge.jpg"


def test_a_picture_that_no_edition_shows_any_more_is_gone_after_the_pages_that_showed_it(
    world: World,
) -> None:
    story = everywhere(world, "river")
    old = f"media/{story}/2-640.jpg"
    world.accept("river", a_source("The river", regions=("africa",), picture=a_wish(OTHER)))
    world.illustrate(story, OTHER)
    before = len(world.site.puts)
    world.publish(story)
    assert world.site.items[old].status == 410
    assert not [key for key, item in world.site.items.items() if old.encode() in item.content]
    assert world.site.puts[before:][-1] == old
    assert world.edge.purged == [story]


def test_a_picture_stays_while_an_edition_still_shows_it(world: World) -> None:
    story = everywhere(world, "river")
    old = f"media/{story}/2-640.jpg"
    world.accept("river", a_source("The river rises", picture=a_wish(OTHER)))
    world.publish(story)
    assert world.site.items[old].status is None  # the Arabic text of the new version is to come
    for edition in ("ar", "es"):
        world.translate(story, edition)
    world.publish(story)
    assert world.site.items[old].status == 410


def test_a_picture_that_is_wanted_again_never_stands_where_it_was_taken_back(world: World) -> None:
    story = everywhere(world, "river")
    for picture in (None, a_wish()):
        world.accept("river", a_source("The river", regions=("africa",), picture=picture))
        world.publish(story)
    assert world.site.items[f"media/{story}/2-640.jpg"].status == 410
    assert "/media/" not in world.reads(world.page(story))
    world.illustrate(story)
    world.publish(story)
    number = world.view(story).revision
    assert f"/media/{story}/{number}-640.jpg" in world.reads(world.page(story))


def test_the_picture_of_a_revision_under_embargo_is_readable_only_from_its_minute_on(
    world: World,
) -> None:
    story = everywhere(world, "river")
    secret = a_source("The river rises", picture=a_wish(OTHER))
    world.accept("river", secret, release_at=world.now)
    waiting = world.view(story).revision
    world.illustrate(story, OTHER)
    world.publish(story)
    assert [key for key in world.site.items if key.startswith("media/")] == [
        f"media/{story}/2-640.jpg"
    ]
    world.append(story, Released(source=waiting))
    world.publish(story)
    assert f"media/{story}/{waiting + 1}-640.jpg" in world.site.items


def test_pins_in_another_order_and_back_never_give_the_same_bytes(world: World) -> None:
    for name in ("bridge", "dam"):
        everywhere(world, name)
    pins = ("inbox/2026/11/bridge", "inbox/2026/11/dam")
    texts = []
    for related in (pins, pins[::-1], pins):
        story = world.accept("river", a_source("The river", related=related))
        world.publish(story)
        texts.append(world.reads(world.page(story)))
    assert len(set(texts)) == 3


def test_what_becomes_sensitive_is_known_by_its_cards_in_every_edition(world: World) -> None:
    """Ranking reads them."""
    story = everywhere(world, "river")
    world.accept("river", a_source("The river", regions=("africa",), sensitive=True))
    world.publish(story)
    cards = [entry.card for entry in world.stands.standing(story).values()]
    assert [card and card.sensitive for card in cards] == [True, True, True]


def test_a_typo_waits_for_the_caches(world: World) -> None:
    story = everywhere(world, "river")
    world.accept("river", a_source("The River"), change="typo")
    world.publish(story)
    assert world.edge.purged == []


def test_a_withdrawal_leaves_tombstones_and_no_trace(world: World) -> None:
    story = everywhere(world, "river", "A headline to forget")
    world.withdraw(story)
    world.publish(story)
    for edition in ("en", "ar", "es"):
        assert world.site.items[world.page(story, edition)].status == 410
    assert world.site.items[f"media/{story}/2-640.jpg"].status == 410
    assert not [
        key for key, item in world.site.items.items() if b"headline to forget" in item.content
    ]
    assert story in world.edge.purged
    assert "list-en-home" in world.edge.purged


def test_who_fills_the_place_of_a_withdrawn_story_is_finished_and_told_with_it(
    world: World,
) -> None:
    stories = [everywhere(world, name) for name in ("first", "second", "third", "fourth")]
    withdrawn, shower = stories[2:]
    before = world.archive.read(shower).revision
    world.withdraw(withdrawn)
    outcome = world.publish(withdrawn)
    log = world.archive.read(shower)
    assert (log.revision, type(log.facts[-1].what)) == (before + 1, Chosen)
    assert world.finished.finished(shower) == log.revision
    assert outcome.events == (PagesPublished(stories=(shower, withdrawn)),)


def test_an_article_that_expects_more_is_kept_no_longer_than_a_list(world: World) -> None:
    def kept() -> str:
        address = world.site.items[f"s/{story}"].location
        return world.site.items[f"{str(address).strip('/')}"].cache_control

    story = world.accept("river", a_source(picture=a_wish()))
    world.translate(story, "ar")
    world.publish(story)
    lists = world.site.items["en/index.html"].cache_control
    assert kept() == lists
    world.illustrate(story)
    world.publish(story)
    assert kept() == lists
    world.translate(story, "es")
    world.publish(story)
    assert kept() == a_newsroom().caching.article.cache_control != lists


def test_an_edition_without_a_complete_version_points_to_the_source(world: World) -> None:
    story = everywhere(world, "river")
    page = world.page(story, "ar")
    world.withdraw(story)
    world.accept("river", a_source("The river is back", picture=a_wish()))
    world.publish(story)
    tombstone = world.site.items[page]
    assert tombstone.status == 404
    assert world.page(story).encode() in tombstone.content


def test_one_story_that_cannot_be_read_fails_alone(world: World) -> None:
    good = world.accept("river")
    bad = world.accept("bridge")
    accepted = world.archive.logs[bad][0].what
    assert isinstance(accepted, SourceAccepted)
    del world.bodies.kept[accepted.body]
    outcome = world.publish(bad, good)
    assert set(outcome.failed) == {bad}
    assert outcome.events == (PagesPublished(stories=(good,)),)
    assert "The river" in world.reads("en/index.html")


def test_empty_fronts_stand_without_any_story(world: World) -> None:
    outcome = install_pages(world.press())
    for edition in ("en", "ar", "es"):
        for page in ("index.html", "culture/index.html", "regions/africa/index.html", "feed.xml"):
            assert f"{edition}/{page}" in world.site.items
    assert {"404.html", "robots.txt"} <= world.site.items.keys()
    assert outcome.events == ()


def test_a_renamed_section_reaches_the_pages_of_its_stories(world: World) -> None:
    story = everywhere(world, "river")
    newsroom = world.press().desk().office.newsroom
    sections = {**newsroom.sections, "politics": named("Statecraft")}
    world.configure(newsroom.model_copy(update={"sections": sections}), changed=["sections"])
    world.publish(story, anew=True)
    assert "Statecraft" in world.reads(world.page(story))


class Crash(Exception):
    """The process ended in the middle of a call."""


class CrashingMoments(Moments):
    """Ends the run at the n-th call from now on, once."""

    left = -1

    def passing(self, moment: str) -> None:
        self.left -= 1
        if self.left == 0:
            raise Crash(moment)
        super().passing(moment)


class PlainWorld(World):
    """Its pages are the values that rendered ones show: here it is about what follows what."""

    def press(self, renderer: str = "renderer") -> Press:
        return PlainPress(**vars(super().press(renderer)))


def play(before: World, story: str, older: str, crash: int) -> tuple[dict[str, bytes], int]:
    """What stands, and the calls so far, once publishing crashed at a call and came again."""
    world = deepcopy(before)
    assert isinstance(world.moments, CrashingMoments)
    world.moments.left = crash
    try:
        world.publish(story)
    except Crash:
        world.moments.left = -1
        world.publish(story)
    world.moments.left = -1
    world.publish(older)
    return {key: item.content for key, item in world.site.items.items()}, len(world.moments.calls)


def first(world: World, story: str) -> None:
    world.translate(story, "ar")


def update(world: World, story: str) -> None:
    world.illustrate(story)
    world.translate(story, "ar")
    world.publish(story)
    world.accept("river", a_source("The river rises", section="culture", picture=a_wish()))


def withdrawal(world: World, story: str) -> None:
    update(world, story)
    world.publish(story)
    world.withdraw(story)


@pytest.mark.parametrize("step", [first, update, withdrawal])
def test_a_crash_at_any_call_and_a_redelivery_leave_the_same_site(
    step: Callable[[World, str], None],
) -> None:
    world = PlainWorld(moments=CrashingMoments())
    older = everywhere(world, "bridge", "The bridge")
    story = world.accept("river", a_source("The river", picture=a_wish()))
    step(world, story)
    before = len(world.moments.calls)
    clean, calls = play(world, story, older, crash=-1)
    assert calls - before > 40
    for crash in range(1, calls - before):
        site, _ = play(world, story, older, crash)
        assert site.keys() == clean.keys(), crash
        assert site == clean, crash
