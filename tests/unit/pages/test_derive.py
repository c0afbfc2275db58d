"""What a page is made of, and when there is none."""

from datetime import timedelta

from shared.pages import derive
from tests.builders import World, a_source
from tests.unit.pages.reading import Page


def test_an_edition_that_was_never_live_has_no_page_and_no_tombstone() -> None:
    world = World()
    story = world.accept("river")
    press = world.press()
    assert derive.article(press, press.desk(), seen=press.story(story), edition="ar") is None
    world.withdraw(story)
    assert derive.article(press, press.desk(), seen=press.story(story), edition="ar") is None


def test_a_story_that_is_kept_back_leads_nowhere() -> None:
    world = World()
    story = world.accept("river", release_at="2036-01-01T00:00:00Z")
    press = world.press()
    assert derive.redirect(press, press.desk(), story=story) is None


def test_a_short_address_that_leads_where_it_once_led_does_not_have_its_old_bytes() -> None:
    world = World()
    story = world.accept("river")
    world.translate(story, "es")
    world.publish(story)
    press = world.press()

    def leads_to() -> tuple[str, bytes]:
        item = derive.redirect(press, press.desk(), story=story)
        assert item
        return item.location or "", item.content

    first, before = leads_to()
    world.accept("river", a_source("El río", language="es"))
    second, _ = leads_to()
    world.withdraw(story)
    third, after = leads_to()
    assert first == third
    assert first.startswith("/en/")
    assert second.startswith("/es/")
    assert before != after


def test_a_page_names_every_fact_that_it_was_made_of() -> None:
    world = World()
    older = world.accept("bridge")
    world.publish(older)
    story = world.accept("river", a_source("The river", related=("inbox/2026/11/nothing",)))
    world.translate(story, "ar")
    world.publish(story)
    page = world.reads(world.page(story))
    (facts,) = [line for line in page.splitlines() if "triptych:facts" in line]
    assert f"{story}:1" in facts
    assert f"{story}.ar:2" in facts
    assert f"{older}:1" in facts
    assert "newsroom:1" in facts
    assert ":0" in facts  # the pinned story that is nowhere


def test_a_front_leads_to_no_month_that_is_newer_than_its_newest_story() -> None:
    world = World()

    def months() -> list[str]:
        archive = Page(world.site.items["en/index.html"]).component("archive")
        return [one["href"] for one in archive.inside if one.tag == "a"] if archive else []

    world.publish(world.accept("bridge"))
    world.now += timedelta(days=31)
    story = world.accept("river")
    world.publish(story)
    assert months() == ["/en/2026-12/", "/en/2026-11/"]
    world.withdraw(story)
    world.publish(story)
    assert months() == ["/en/2026-11/"]
