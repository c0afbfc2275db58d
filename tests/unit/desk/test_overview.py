"""The desk at a glance: what is open, and the newest stories."""

import json

from shared.news.facts import Withdrawn
from shared.news.keys import log_of, story_of
from shared.news.story import Texts
from tests.builders import a_newsroom, a_source
from tests.unit.desk.conftest import RIVER, DeskWorld

SEA = "inbox/2026/11/sea.en.md"


def opened(world: DeskWorld) -> list[str]:
    return [row["log"] for row in json.loads(world.shelf.text("receipts/index.json"))["open"]]


def newest(world: DeskWorld) -> list[str]:
    return [row["log"] for row in json.loads(world.shelf.text("receipts/index.json"))["newest"]]


def test_a_story_is_open_until_it_is_live_everywhere(world: DeskWorld) -> None:
    story = world.accept("river")
    world.report(story)
    assert opened(world) == [story]
    for edition in ("ar", "es"):
        world.translate(story, edition)
    world.report(story)
    assert opened(world) == [story]
    world.publish(story)
    world.report(story)
    assert opened(world) == []
    assert newest(world) == [story]


def test_a_rejected_upload_is_open_whatever_is_live(world: DeskWorld) -> None:
    story = world.live()
    world.reject(story)
    world.report(story)
    assert opened(world) == [story]


def test_a_rejected_text_of_a_person_makes_its_story_open(world: DeskWorld) -> None:
    story = world.live()
    world.reject(story, "inbox/2026/11/river.ar.md")
    world.report(story)
    assert opened(world) == [story]
    row = world.rows.rows[story]
    assert row.uploads[0].upload == RIVER
    assert row.state == "accepted"


def test_a_row_tells_of_the_storys_own_file_first_whatever_came_first(world: DeskWorld) -> None:
    world.write("river", "ar", Texts(headline="النهر"))
    story = world.accept("river")
    world.report(story)
    assert [line.upload for line in world.rows.rows[story].uploads] == [
        RIVER,
        "inbox/2026/11/river.ar.md",
    ]


def test_a_withdrawn_story_is_settled_once_its_pages_are_gone(world: DeskWorld) -> None:
    story = world.live()
    world.append(story, Withdrawn(key=RIVER, version="gone", outcome="deleted"))
    world.report(story)
    assert opened(world) == [story]
    world.publish(story)
    world.report(story)
    assert opened(world) == []


def test_what_is_no_story_is_listed_only_while_it_is_open(world: DeskWorld) -> None:
    picture = "inbox/2026/11/palace.jpg"
    world.reject(log_of(picture), picture)
    world.report(log_of(picture), "newsroom")
    assert opened(world) == [log_of(picture)]
    assert newest(world) == []


def test_the_newest_story_comes_first_and_keeps_its_place(world: DeskWorld) -> None:
    river, sea = world.live("river"), world.live("sea")
    world.report(river, sea)
    assert newest(world) == [sea, river]
    world.accept("river", a_source("The river again"))
    world.report(river)
    assert newest(world) == [sea, river]


def test_the_overview_for_people_names_states_reasons_and_receipts(world: DeskWorld) -> None:
    river = world.live("river")
    sea = world.accept("sea", a_source("The | sea"))
    world.report(river, sea)
    text = world.shelf.text("receipts/index.md")
    assert text.startswith("# The desk\n")
    assert "- The \\| sea · 24 November 2026" in text
    assert "  - Arabic: on its way: It is being translated." in text
    row = next(line for line in text.splitlines() if line.startswith("| The river"))
    assert "[Accepted](<2026/11/river.en.md.md>)" in row
    assert f"[live](https://gazette.example/en/politics/the-river-{river})" in row
    assert len({line.count("|") for line in text.splitlines() if line.startswith("| The ri")}) == 1


def test_the_overview_speaks_the_language_of_the_desk_whatever_the_uploads_speak(
    world: DeskWorld,
) -> None:
    world.configure(a_newsroom(desk_language="es"))
    story = world.accept("river")
    world.reject(story, "inbox/2026/11/river.ar.md")
    world.report(story)
    text = world.shelf.text("receipts/index.md")
    assert "Rechazado: `inbox/2026/11/river.ar.md`. No existe la sección" in text
    assert "Se está traduciendo." in text
    assert world.receipt()["language"] == "en"


def test_a_headline_is_shown_in_the_language_of_the_desk_if_there_is_one(world: DeskWorld) -> None:
    world.configure(a_newsroom(desk_language="ar"))
    story = world.accept("river")
    world.report(story)
    assert world.rows.rows[story].headline == "The river"
    world.write("river", "ar", Texts(headline="النهر", body=a_source().texts.body))
    world.report(story)
    assert world.rows.rows[story].headline == "النهر"


def test_a_rejected_story_is_named_by_its_key(world: DeskWorld) -> None:
    story = story_of("inbox/2026/11/sea")
    world.reject(story, SEA)
    world.report(story)
    assert world.rows.rows[story].headline == SEA


def test_an_empty_desk_says_so(world: DeskWorld) -> None:
    world.report()
    text = world.shelf.text("receipts/index.md")
    assert "Nothing is open." in text
    assert "There is no story yet." in text
