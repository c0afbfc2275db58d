"""The desk reports every log of a batch, and never puts an older receipt over a newer one."""

from shared.errors import Unavailable
from shared.news.keys import story_of
from tests.builders import a_source
from tests.unit.desk.conftest import DeskWorld

JSON = "receipts/2026/11/river.en.md.json"


def test_a_report_puts_receipts_exports_and_the_overview(world: DeskWorld) -> None:
    story = world.live()
    outcome = world.report(story)
    assert outcome.failed == {}
    assert set(world.shelf.items) == {
        JSON,
        "receipts/2026/11/river.en.md.md",
        "translations/2026/11/river.ar.md",
        "translations/2026/11/river.ar.xlf",
        "translations/2026/11/river.es.md",
        "translations/2026/11/river.es.xlf",
        "receipts/index.json",
        "receipts/index.md",
    }
    assert outcome.put == 8


def test_receipts_are_never_cached_and_say_what_they_are(world: DeskWorld) -> None:
    world.report(world.live())
    kinds = {key.rsplit(".")[-1]: item.content_type for key, item in world.shelf.items.items()}
    assert kinds == {
        "json": "application/json",
        "md": "text/markdown; charset=utf-8",
        "xlf": "application/xliff+xml",
    }
    assert {item.cache_control for item in world.shelf.items.values()} == {"no-store"}


def test_a_batch_makes_the_overview_once(world: DeskWorld) -> None:
    world.report(world.live("river"), world.live("sea"), world.live("river"))
    assert world.shelf.puts.count("receipts/index.json") == 1


def test_a_log_without_facts_has_nothing_to_report(world: DeskWorld) -> None:
    assert world.report("nothing").failed == {}
    assert set(world.shelf.items) == {"receipts/index.json", "receipts/index.md"}


def test_a_log_that_fails_does_not_keep_the_others_from_being_reported(world: DeskWorld) -> None:
    river, sea = world.live("river"), world.live("sea")

    def down() -> None:
        raise Unavailable("the table is down")

    world.moments.plan(f"archive.read {sea}", down)
    outcome = world.report(sea, river)
    assert list(outcome.failed) == [sea]
    assert isinstance(outcome.failed[sea], Unavailable)
    assert JSON in world.shelf.items


def test_a_run_that_stalls_never_puts_an_older_receipt_over_a_newer_one(world: DeskWorld) -> None:
    story = world.live()
    world.report(story)

    def someone_was_faster() -> None:
        world.reject(story)
        world.report(story)

    world.accept("river", a_source("The sea"))
    world.moments.plan(f"shelf.put {JSON}", someone_was_faster)
    world.report(story)
    assert world.receipt()["state"] == "rejected"


def test_a_fact_that_comes_between_the_looks_is_in_the_receipt(world: DeskWorld) -> None:
    """The target is read before the facts: the other way round this would tell an older truth."""
    story = world.live()
    world.moments.plan(f"shelf.standing {JSON}", lambda: world.reject(story))
    world.report(story)
    assert world.receipt()["state"] == "rejected"
    replaced = JSON.removesuffix(".json") + "/"
    assert any(key.startswith(replaced) for key in world.shelf.items)


def test_a_row_of_a_stalled_run_never_replaces_a_newer_one(world: DeskWorld) -> None:
    story = world.live()

    def meanwhile() -> None:
        world.reject(story)
        world.report(story)

    world.moments.plan(f"rows.put {story}", meanwhile)
    world.report(story)
    assert world.rows.rows[story].open


def test_receipts_of_earlier_versions_are_put_once_and_never_touched_again(
    world: DeskWorld,
) -> None:
    story = world.live()
    world.accept("river", a_source("The sea"))
    world.report(story)
    earlier = "receipts/2026/11/river.en.md/v1.json"
    before = world.shelf.items[earlier]
    world.accept("river", a_source("The lake"))
    world.report(story)
    assert world.shelf.puts.count(earlier) == 1
    assert world.shelf.items[earlier] is before


def test_many_earlier_versions_do_not_make_a_report_read_the_log_more_often(
    world: DeskWorld,
) -> None:
    def reads() -> int:
        before = world.moments.passed[f"archive.read {story}"]
        world.report(story)
        return world.moments.passed[f"archive.read {story}"] - before

    story = world.accept("river")
    world.report(story)
    few = reads()
    for number in range(5):
        world.accept("river", a_source(f"Version {number}"))
    world.report(story)
    assert reads() == few


def test_a_crash_between_two_puts_is_mended_by_reporting_again(world: DeskWorld) -> None:
    story = world.live()

    def crash() -> None:
        raise Unavailable("the power went out")

    world.moments.plan("shelf.put receipts/2026/11/river.en.md.md", crash)
    assert list(world.report(story).failed) == [story]
    assert world.report(story).failed == {}
    assert "receipts/2026/11/river.en.md.md" in world.shelf.items


def test_a_rejected_story_of_which_nothing_else_is_known_has_a_receipt(world: DeskWorld) -> None:
    story = story_of("inbox/2026/11/river")
    world.reject(story)
    world.report(story)
    assert world.receipt()["state"] == "rejected"
    assert world.receipt()["editions"] == {}
