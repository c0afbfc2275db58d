"""Receipts tell the present truth about an upload."""

from datetime import timedelta
from typing import Any

import pytest

from shared.news.archive import keep
from shared.news.facts import (
    Dropped,
    EditionWithdrawn,
    FileAccepted,
    Illustrated,
    PicksAccepted,
    Rendition,
    Translated,
    Withdrawn,
)
from shared.news.faults import Note, Verdict
from shared.news.keys import MEMORY_KEY, PICKS_KEY, log_of, story_of
from shared.news.picks import PICKS_LOG, Picks
from shared.news.story import Texts
from tests.builders import MORNING, a_newsroom, a_source, a_wish, body
from tests.unit.desk.conftest import RIVER, DeskWorld

ARABIC = "inbox/2026/11/river.ar.md"
PICTURE = "inbox/2026/11/palace.jpg"
EDITIONS = ("en", "ar", "es")
LATER = MORNING + timedelta(days=9)
WORDS = Texts(headline="عنوان", body=body("نص"))


def everywhere(word: str | None) -> dict[str, Any]:
    return dict.fromkeys(EDITIONS, word)


def withdrawn(outcome: Any, key: str = RIVER) -> Withdrawn:
    return Withdrawn(key=key, version="gone", outcome=outcome, language="en")


# --- a story on its way --------------------------------------------------------------------------


def test_an_accepted_story_is_pending_until_its_pages_stand(world: DeskWorld) -> None:
    story = world.accept("river")
    receipt = world.told(story)
    assert receipt["state"] == "accepted"
    assert (receipt["upload"], receipt["version"], receipt["story"]) == (RIVER, "v1", story)
    assert world.states(story) == everywhere("pending")
    assert world.reasons(story) == {"en": "publishing", "ar": "translating", "es": "translating"}


def test_a_story_is_live_only_where_its_page_stands(world: DeskWorld) -> None:
    story = world.accept("river")
    world.translate(story, "ar")
    assert world.reasons(story)["ar"] == "publishing"
    world.publish(story)
    assert world.states(story) == {"en": "live", "ar": "live", "es": "pending"}


def test_a_live_edition_names_its_page_and_the_revision_that_stands(world: DeskWorld) -> None:
    story = world.live()
    told = world.told(story)["editions"]["en"]
    assert told["url"] == f"https://gazette.example/en/politics/the-river-{story}"
    assert (told["revision"], told["as_of"]) == (1, world.view(story).revision)
    assert told["reason"] is None


def test_a_receipt_tells_whether_readers_have_this_very_upload(world: DeskWorld) -> None:
    story = world.live()
    world.translate(story, "ar")
    world.publish(story)
    world.accept("river", a_source("The river rises"))
    world.publish(story)
    told = world.told(story)
    assert told["editions"]["en"]["revision"] == told["revision"]
    assert told["editions"]["ar"]["revision"] == 1
    assert told["editions"]["ar"]["state"] == "live"


def test_an_address_in_arabic_is_written_as_programs_need_it(world: DeskWorld) -> None:
    story = world.live(source=a_source("نهر", language="ar"))
    url = world.told(story, ARABIC)["editions"]["ar"]["url"]
    assert url.isascii()
    assert "%D9%86%D9%87%D8%B1" in url


def test_an_edition_that_the_machine_holds_says_why(world: DeskWorld) -> None:
    story = world.accept("river")
    seen = world.view(story)
    assert seen.released
    held = Translated(edition="ar", source=1, text=seen.released.fact.text,
                      held="engines-refused:script")  # fmt: skip
    world.append(story, held)
    told = world.told(story)["editions"]["ar"]
    assert (told["state"], told["reason"]) == ("held", "engines-refused:script")
    assert "script" in told["says"]
    world.translate(story, "ar")
    assert world.states(story)["ar"] == "pending"


def test_a_hold_of_an_older_text_does_not_hold_the_newer_one(world: DeskWorld) -> None:
    story = world.accept("river")
    world.append(story, Translated(edition="ar", source=1, text="older", held="engines-none"))
    assert world.reasons(story)["ar"] == "translating"


def test_the_same_facts_give_the_same_bytes(world: DeskWorld) -> None:
    story = world.live()
    world.report(story)
    before = len(world.shelf.puts)
    assert world.report(story).put == 0
    assert len(world.shelf.puts) == before


# --- changes of a live story ---------------------------------------------------------------------


def test_a_new_version_supersedes_the_old_one(world: DeskWorld) -> None:
    story = world.live()
    world.report(story)
    world.accept("river", a_source("The sea"))
    assert world.told(story)["version"] == "v4"
    earlier = world.receipt(version="v1")
    assert earlier["state"] == "superseded"
    assert earlier["editions"] == {}
    assert f"receipts/2026/11/river.en.md/{'v1'}.md" not in world.shelf.items


def test_a_live_page_stays_live_and_says_that_a_newer_version_is_coming(world: DeskWorld) -> None:
    story = world.live()
    world.accept("river", a_source("The sea"))
    assert world.states(story) == everywhere("live")
    assert world.reasons(story) == {"en": "publishing", "ar": "translating", "es": "translating"}
    world.publish(story)
    assert world.reasons(story)["en"] is None


def test_a_rejected_upload_leaves_the_live_pages_live(world: DeskWorld) -> None:
    story = world.live()
    world.reject(story)
    receipt = world.told(story)
    assert (receipt["state"], receipt["version"]) == ("rejected", "bad")
    assert world.states(story) == everywhere("live")
    assert world.receipt(version="v1")["state"] == "superseded"


def test_every_fault_says_where_which_and_how_it_would_be_right(world: DeskWorld) -> None:
    world.reject(story_of("inbox/2026/11/river"))
    (fault,) = world.told(story_of("inbox/2026/11/river"))["faults"]
    assert (fault["field"], fault["rule"], fault["line"]) == ("section", "unknown-section", 3)
    assert fault["example"] == "section: politics"
    assert "“politics”" in fault["says"]


def test_a_version_that_is_judged_again_has_one_receipt(world: DeskWorld) -> None:
    story = story_of("inbox/2026/11/river")
    world.reject(story, version="v2")
    world.report(story)
    world.accept("river", version="v2")
    assert world.told(story)["state"] == "accepted"
    assert not [key for key in world.shelf.items if key.endswith("/v2.json")]


def test_notes_are_told_with_an_accepted_upload(world: DeskWorld) -> None:
    note = Note(field="byline", rule="unknown-author", given={"given": "Ana", "nearest": ""})
    story = world.accept("river", verdict=world.noted(note))
    (told,) = world.told(story)["notes"]
    assert "Ana" in told["says"]


# --- held ----------------------------------------------------------------------------------------


def test_an_embargo_is_held_and_says_until_when(world: DeskWorld) -> None:
    story = world.accept("river", a_source(embargo=LATER), release_at=LATER)
    receipt = world.told(story)
    assert receipt["state"] == "held"
    assert "3 December 2026, 08:00" in receipt["says"]
    assert world.states(story) == everywhere("held")
    assert world.reasons(story) == everywhere("embargo")


def test_a_date_of_publication_to_come_is_no_embargo(world: DeskWorld) -> None:
    story = world.accept("river", a_source(published=LATER), release_at=LATER)
    assert world.reasons(story) == everywhere("publication")


def test_an_embargoed_update_leaves_the_live_pages_live(world: DeskWorld) -> None:
    story = world.live()
    world.accept("river", a_source("The sea", embargo=LATER), release_at=LATER)
    assert world.told(story)["state"] == "held"
    assert world.states(story) == everywhere("live")
    assert world.reasons(story) == everywhere("embargo")


def test_a_persons_words_for_a_version_under_embargo_are_held_with_it(world: DeskWorld) -> None:
    story = world.live()
    arabic = RIVER.replace(".en.", ".ar.")
    world.accept("river", a_source("The sea", embargo=LATER), release_at=LATER)
    world.write("river", "ar", Texts(headline="البحر"))
    assert world.told(story, arabic)["state"] == "held"
    world.write(
        "river", "ar", Texts(headline="النهر"), translates=a_source("The river").texts.digest()
    )
    assert world.told(story, arabic)["state"] == "accepted"


def test_a_story_withheld_from_the_first_is_held(world: DeskWorld) -> None:
    story = story_of("inbox/2026/11/river")
    world.append(story, withdrawn("withheld"))
    assert world.told(story)["state"] == "held"
    assert world.states(story) == everywhere("held")
    assert world.reasons(story) == everywhere("withheld")


# --- withdrawn -----------------------------------------------------------------------------------


@pytest.mark.parametrize("outcome", ["deleted", "withheld", "canceled"])
def test_a_live_story_that_is_taken_back_is_withdrawn(world: DeskWorld, outcome: str) -> None:
    story = world.live()
    world.append(story, withdrawn(outcome))
    receipt = world.told(story)
    assert receipt["state"] == "withdrawn"
    assert world.states(story) == everywhere("live")  # the pages still stand: that is the truth
    assert world.reasons(story) == everywhere("withdrawing")
    world.publish(story)
    assert world.states(story) == everywhere("withdrawn")
    assert world.reasons(story) == everywhere(outcome)


def test_a_story_that_returns_is_pending_where_it_has_no_words_yet(world: DeskWorld) -> None:
    story = world.live()
    world.append(story, withdrawn("deleted"))
    world.publish(story)
    world.accept("river")
    world.publish(story)
    assert world.states(story) == {"en": "live", "ar": "pending", "es": "pending"}
    assert world.reasons(story) == {"en": None, "ar": "translating", "es": "translating"}


def test_a_deleted_file_that_was_never_more_than_rejected_is_withdrawn(world: DeskWorld) -> None:
    story = story_of("inbox/2026/11/river")
    world.reject(story)
    world.append(story, Dropped(key=RIVER, version="gone"))
    assert world.told(story)["state"] == "withdrawn"


# --- people's words ------------------------------------------------------------------------------


def test_a_persons_text_waits_for_its_source(world: DeskWorld) -> None:
    story = world.write("river", "ar", WORDS)
    receipt = world.told(story, ARABIC)
    assert receipt["state"] == "held"
    assert receipt["editions"]["ar"]["reason"] == "waits-for-source"
    world.accept("river")
    assert world.told(story, ARABIC)["state"] == "accepted"


def test_a_persons_text_has_a_receipt_of_its_own_and_needs_no_machine(world: DeskWorld) -> None:
    story = world.accept("river")
    world.write("river", "ar", WORDS)
    world.publish(story)
    assert world.told(story, ARABIC)["upload"] == ARABIC
    assert world.states(story, ARABIC) == {"en": "live", "ar": "live", "es": "pending"}


def test_a_changed_source_makes_a_persons_text_stale_and_no_other(world: DeskWorld) -> None:
    story = world.accept("river")
    world.write("river", "ar", WORDS)
    world.publish(story)
    assert world.told(story, ARABIC)["stale"] is False
    world.accept("river", a_source("The sea"))
    assert world.told(story, ARABIC)["stale"] is True
    assert world.receipt(RIVER)["stale"] is False
    assert world.receipt(RIVER)["editions"]["ar"]["stale"] is True
    assert world.receipt(RIVER)["editions"]["es"]["stale"] is False


def test_a_deleted_text_of_a_person_returns_the_edition_to_the_machine(world: DeskWorld) -> None:
    story = world.accept("river")
    world.write("river", "ar", WORDS)
    world.append(story, EditionWithdrawn(key=ARABIC, version="gone", edition="ar"))
    receipt = world.told(story, ARABIC)
    assert receipt["state"] == "withdrawn"
    assert receipt["editions"]["ar"]["reason"] == "translating"


# --- pictures and other files --------------------------------------------------------------------


def test_a_story_says_whether_its_picture_is_there(world: DeskWorld) -> None:
    story = world.accept("river", a_source(picture=a_wish(PICTURE)))
    assert world.told(story)["picture"]["state"] == "waiting"
    world.reject(log_of(PICTURE), PICTURE)
    assert world.told(story)["picture"]["state"] == "rejected"
    assert "receipts/2026/11/palace.jpg.md" in world.receipt()["picture"]["says"]
    world.illustrate(story, PICTURE)
    assert world.told(story)["picture"]["state"] == "there"


def test_a_picture_has_its_receipt_from_its_own_log_only(world: DeskWorld) -> None:
    story = world.accept("river", a_source(picture=a_wish(PICTURE)))
    world.illustrate(story, PICTURE)
    world.report(story)
    assert "receipts/2026/11/palace.jpg.json" not in world.shelf.items
    image = Rendition(width=640, height=360, body="0" * 64)
    log = log_of(PICTURE)
    world.append(log, Illustrated(key=PICTURE, version="p1", renditions=(image,)))
    receipt = world.told(log, PICTURE)
    assert (receipt["state"], receipt["story"], receipt["editions"]) == ("accepted", None, {})
    world.append(log, Illustrated(key=PICTURE, version="p2", renditions=()))
    assert world.told(log, PICTURE)["state"] == "withdrawn"


def test_the_configuration_and_the_memory_have_receipts(world: DeskWorld) -> None:
    world.append(log_of(MEMORY_KEY), FileAccepted(key=MEMORY_KEY, version="m1"))
    world.report("newsroom", log_of(MEMORY_KEY))
    assert world.receipt("config/newsroom.yaml")["state"] == "accepted"
    assert world.receipt(MEMORY_KEY)["version"] == "m1"


def test_picks_have_a_receipt_that_tells_of_what_has_expired(world: DeskWorld) -> None:
    note = Note(field="pins.until", rule="has-expired", given={"given": "2026-11-23"})
    verdict = keep(world.bodies, Verdict(notes=(note,)))
    body = keep(world.bodies, Picks())
    accepted = PicksAccepted(key=PICKS_KEY, version="v1", body=body, verdict=verdict)
    world.append(PICKS_LOG, accepted)
    receipt = world.told(PICKS_LOG, PICKS_KEY)
    assert (receipt["state"], receipt["story"], receipt["editions"]) == ("accepted", None, {})
    assert [one["field"] for one in receipt["notes"]] == ["pins.until"]
    assert "2026-11-23" in world.shelf.text("receipts/config/most-read.yaml.md")


# --- language ------------------------------------------------------------------------------------


def test_a_receipt_speaks_the_language_of_its_upload(world: DeskWorld) -> None:
    story = world.accept("river", a_source(language="es"))
    receipt = world.told(story, "inbox/2026/11/river.es.md")
    assert receipt["language"] == "es"
    assert "página" in receipt["editions"]["es"]["says"]


def test_a_receipt_of_a_file_without_a_language_speaks_that_of_the_desk(world: DeskWorld) -> None:
    world.configure(a_newsroom(desk_language="ar"))
    world.reject(log_of("inbox/x.exe"), "inbox/x.exe")
    receipt = world.told(log_of("inbox/x.exe"), "inbox/x.exe")
    assert receipt["language"] == "ar"
    assert "لا يوجد قسم" in receipt["faults"][0]["says"]


def test_of_several_pictures_the_first_is_told_that_is_not_there(world: DeskWorld) -> None:
    dawn, dusk = (f"inbox/2026/11/{name}.jpg" for name in ("dawn", "dusk"))
    story = world.accept("river", a_source(kind="gallery", pictures=(a_wish(dawn), a_wish(dusk))))
    world.illustrate(story, dawn)
    told = world.told(story)["picture"]
    assert (told["upload"], told["state"]) == (dusk, "waiting")
    world.illustrate(story, dusk)
    assert world.told(story)["picture"]["state"] == "there"
