"""A person's words for an edition are never overwritten by a machine, whatever the order."""

import pytest

from tests.journeys.conftest import Newsroom, story, triptych

pytestmark = pytest.mark.journey

ARABIC = """---
headline: عنوان كتبه إنسان
---
هذا نص كتبته محررة بيدها.
"""


def test_an_edited_edition_replaces_the_machines_words(newsroom: Newsroom) -> None:
    newsroom.upload("inbox/2026/11/edited.en.md", story("Edited by hand"))
    first = newsroom.live("inbox/2026/11/edited.en.md")
    exported = newsroom.object("translations/2026/11/edited.ar.md")
    assert exported
    assert "translates:" in exported
    version = newsroom.upload(
        "inbox/2026/11/edited.ar.md",
        exported.replace(exported.split("headline: ")[1].split("\n")[0], "عنوان كتبه إنسان"),
    )
    newsroom.live("inbox/2026/11/edited.ar.md", version=version)
    newsroom.reads(first["editions"]["ar"]["url"], lambda page: "عنوان كتبه إنسان" in page.text)


def test_a_translators_file_replaces_the_machines_words_block_by_block(
    newsroom: Newsroom,
) -> None:
    source, person = "inbox/2026/11/translated.en.md", "inbox/2026/11/translated.ar.xlf"
    newsroom.upload(source, story("Translated by hand"))
    address = newsroom.live(source)["editions"]["ar"]["url"]
    exported = newsroom.object("translations/2026/11/translated.ar.xlf")
    assert exported
    before, target, after = exported.partition("<target>")
    changed = before + target + "عنوان من مترجمة" + after[after.index("</target>") :]
    machines = changed.rpartition("<target>")[2].partition("</target>")[0]
    newsroom.live(person, version=newsroom.upload(person, changed))
    newsroom.reads(address, lambda page: "عنوان من مترجمة" in page.text and machines in page.text)
    newsroom.upload(person, exported.replace('id="b1"', 'id="b9"'))
    told = newsroom.settled(person, lambda it: it["state"] == "rejected")
    assert {fault["field"] for fault in told["faults"]} == {"b9"}
    newsroom.delete(person)
    newsroom.reads(address, lambda page: "عنوان من مترجمة" not in page.text)


def test_a_persons_text_waits_for_its_source_and_is_used_as_soon_as_it_comes(
    newsroom: Newsroom,
) -> None:
    newsroom.upload("inbox/2026/11/early.ar.md", ARABIC)
    waiting = newsroom.settled("inbox/2026/11/early.ar.md", lambda it: it.get("state") == "held")
    assert waiting["editions"]["ar"]["state"] != "live"
    newsroom.upload("inbox/2026/11/early.en.md", story("Late source"))
    receipt = newsroom.live("inbox/2026/11/early.en.md")
    page = newsroom.get(receipt["editions"]["ar"]["url"])
    assert "هذا نص كتبته محررة بيدها." in page.text


def test_a_changed_source_leaves_the_persons_text_and_the_edition_at_its_last_version(
    newsroom: Newsroom,
) -> None:
    source, person = "inbox/2026/11/stale.en.md", "inbox/2026/11/stale.ar.md"
    newsroom.upload(source, story("Before the change"))
    newsroom.live(source)
    newsroom.upload(person, ARABIC)
    newsroom.settled(person, lambda it: it.get("editions", {}).get("ar", {}).get("state") == "live")
    corrected = {"change": "correction", "correction": "It flows faster than we said."}
    version = newsroom.upload(source, story("After the change", "It flows faster.", **corrected))
    receipt = newsroom.settled(
        source,
        lambda it: (
            it["version"] == version
            and it["editions"]["ar"]["reason"] == "outdated"
            and it["editions"]["es"]["reason"] is None
        ),
    )
    notice = '<p class="correction" data-component="correction" role="note">'
    page = newsroom.reads(receipt["editions"]["ar"]["url"], lambda page: notice in page.text)
    assert "هذا نص كتبته محررة بيدها." in page.text
    newsroom.settled(person, lambda it: it["stale"] is True)
    told = triptych(newsroom, "translations", source, "--edition", "ar")
    assert "a person's words · older than the source" in told.stdout
    draft = newsroom.object("translations/2026/11/stale.ar.md")
    assert draft
    version = newsroom.upload(person, draft)
    newsroom.live(person, version=version)


def test_deleting_a_persons_file_returns_the_edition_to_the_machine(newsroom: Newsroom) -> None:
    source, person = "inbox/2026/11/returns.en.md", "inbox/2026/11/returns.ar.md"
    newsroom.upload(source, story("Machine again"))
    newsroom.upload(person, ARABIC)
    address = newsroom.live(source)["editions"]["ar"]["url"]
    newsroom.reads(address, lambda page: "كتبته محررة" in page.text)
    newsroom.delete(person)
    newsroom.reads(address, lambda page: "كتبته محررة" not in page.text and page.status == 200)
