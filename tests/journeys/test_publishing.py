"""An upload becomes three live editions, and stays true through its life."""

import re

import pytest

from tests.journeys.conftest import CONFIG, Newsroom, eventually, story

pytestmark = pytest.mark.journey
EDITIONS = ("en", "ar", "es")


@pytest.mark.parametrize(
    ("language", "headline"),
    [
        ("en", "Seven countries share the river"),
        ("ar", "سبع دول تتقاسم النهر"),
        ("es", "Siete países comparten el río"),
    ],
)
def test_a_story_in_any_language_is_live_in_three_editions(
    newsroom: Newsroom, language: str, headline: str
) -> None:
    key = f"inbox/2026/11/first-{language}.{language}.md"
    newsroom.upload(key, story(headline, "One sentence. Another one."))
    receipt = newsroom.live(key)
    assert receipt["state"] == "accepted"
    for edition in EDITIONS:
        page = newsroom.get(receipt["editions"][edition]["url"])
        direction = "rtl" if edition == "ar" else "ltr"
        assert page.status == 200
        assert re.search(rf'<html[^>]*lang="{edition}"[^>]*dir="{direction}"', page.text)
    assert headline in newsroom.get(receipt["editions"][language]["url"]).text
    assert headline in newsroom.get(f"/{language}/").text
    assert headline in newsroom.get(f"/{language}/politics/").text
    assert headline in newsroom.get(f"/{language}/feed.xml").text


def test_the_receipt_for_people_is_in_the_language_of_the_upload(newsroom: Newsroom) -> None:
    key = "inbox/2026/11/people.es.md"
    newsroom.upload(key, story("Un receptor amable"))
    newsroom.live(key)
    text = newsroom.object("receipts/2026/11/people.es.md.md")
    assert text
    assert "Español" in text or "español" in text or "Publicad" in text


def test_a_correction_replaces_the_page_in_every_edition(newsroom: Newsroom) -> None:
    key = "inbox/2026/11/correct.en.md"
    newsroom.upload(key, story("Sixty-two gauges", "They are 62."))
    first = newsroom.live(key)
    version = newsroom.upload(
        key,
        story("Twenty-six gauges", "They are 26.", change="correction",
              correction="An earlier version gave 62."),
    )  # fmt: skip
    second = newsroom.live(key, version=version)
    english = newsroom.reads(
        second["editions"]["en"]["url"], lambda page: "Twenty-six gauges" in page.text
    )
    assert "An earlier version gave 62." in english.text
    assert "Sixty-two" not in english.text
    assert second["editions"]["en"]["url"] == first["editions"]["en"]["url"]
    for edition in ("ar", "es"):
        newsroom.reads(
            second["editions"][edition]["url"],
            lambda page: "26" in page.text and "They are 62" not in page.text,
        )
    earlier = newsroom.object(f"receipts/2026/11/correct.en.md/{first['version']}.json")
    assert earlier
    assert '"superseded"' in earlier


def test_a_story_that_moves_leaves_its_old_section_and_keeps_its_address(
    newsroom: Newsroom,
) -> None:
    key = "inbox/2026/11/mover.en.md"
    newsroom.upload(key, story("The moving story"))
    first = newsroom.live(key)
    version = newsroom.upload(key, story("The moving story", section="culture"))
    second = newsroom.live(key, version=version)
    newsroom.reads("/en/culture/", lambda page: "The moving story" in page.text)
    newsroom.reads("/en/politics/", lambda page: "The moving story" not in page.text)
    assert second["editions"]["en"]["url"] == first["editions"]["en"]["url"]
    assert newsroom.get(first["editions"]["en"]["url"]).status == 200


def test_a_withdrawn_story_answers_410_and_leaves_no_trace_on_other_pages(
    newsroom: Newsroom,
) -> None:
    key = "inbox/2026/11/withdrawn.en.md"
    newsroom.upload(key, story("A headline to forget", regions="[africa]"))
    first = newsroom.live(key)
    beside = "inbox/2026/11/beside.en.md"
    newsroom.upload(beside, story("It shows the other", related="[inbox/2026/11/withdrawn]"))
    shower = newsroom.live(beside)["editions"]["en"]["url"]
    newsroom.reads(shower, lambda page: "A headline to forget" in page.text)

    newsroom.delete(key)
    newsroom.settled(key, lambda receipt: receipt["state"] == "withdrawn")
    for edition in EDITIONS:
        newsroom.reads(first["editions"][edition]["url"], lambda page: page.status == 410)
    newsroom.reads(shower, lambda page: "A headline to forget" not in page.text)
    eventually(
        lambda: traces(newsroom, "A headline to forget"), lambda found: found == [], "the site"
    )
    eventually(
        lambda: _purged(newsroom), lambda paths: first["story"] in paths, "what was invalidated"
    )


def test_uploading_again_restores_a_withdrawn_story_at_its_address(newsroom: Newsroom) -> None:
    key = "inbox/2026/11/returner.en.md"
    newsroom.upload(key, story("Here and back"))
    first = newsroom.live(key)
    newsroom.delete(key)
    address = first["editions"]["ar"]["url"]
    newsroom.reads(address, lambda page: page.status == 410)
    version = newsroom.upload(key, story("Here and back"))
    second = newsroom.live(key, version=version)
    assert second["editions"]["ar"]["url"] == address
    newsroom.reads(address, lambda page: page.status == 200)
    newsroom.reads("/ar/", lambda page: address.rsplit("-", 1)[1] in page.text)


def test_a_canceled_story_comes_back_only_by_override(newsroom: Newsroom) -> None:
    key = "inbox/2026/11/canceled.en.md"
    newsroom.upload(key, story("Cancel me"))
    newsroom.live(key)
    newsroom.upload(key, story("Cancel me", status="canceled"))
    newsroom.settled(key, lambda receipt: receipt["state"] == "withdrawn")
    newsroom.upload(key, story("Cancel me"))
    rejected = newsroom.settled(key, lambda receipt: receipt["state"] == "rejected")
    assert rejected["faults"][0]["rule"] == "was-canceled"
    version = newsroom.upload(key, story("Cancel me", override="true"))
    newsroom.live(key, version=version)


def test_a_withheld_story_derives_nothing_public(newsroom: Newsroom) -> None:
    key = "inbox/2026/11/withheld.en.md"
    newsroom.upload(key, story("Keep this quiet", status="withheld"))
    receipt = newsroom.settled(key, lambda receipt: receipt.get("state") == "held")
    assert all(one["state"] != "live" for one in receipt["editions"].values())
    assert traces(newsroom, "Keep this quiet") == []


def test_a_story_under_embargo_derives_nothing_public(newsroom: Newsroom) -> None:
    key = "inbox/2026/11/embargo.en.md"
    newsroom.upload(key, story("Not before time", embargo="2036-01-01T09:00:00+03:00"))
    newsroom.settled(key, lambda receipt: receipt.get("state") == "held")
    assert traces(newsroom, "Not before time") == []


def traces(newsroom: Newsroom, words: str) -> list[str]:
    """The objects of the site that say these words."""
    return [name for name, text in newsroom.everything_readable().items() if words in text]


def _purged(newsroom: Newsroom) -> str:
    """Everything that was ever invalidated."""
    cdn = newsroom.cloud.client("cloudfront")
    name = newsroom.cloud.distribution_id
    paths = [
        path
        for page in cdn.get_paginator("list_invalidations").paginate(DistributionId=name)
        for one in page["InvalidationList"].get("Items", ())
        for path in cdn.get_invalidation(DistributionId=name, Id=one["Id"])["Invalidation"][
            "InvalidationBatch"
        ]["Paths"]["Items"]
    ]
    return " ".join(paths)


def test_a_renamed_section_reaches_every_page_and_so_does_its_old_name(newsroom: Newsroom) -> None:
    key = "inbox/2026/11/renamed.en.md"
    published = "2026-11-24T08:00:00+03:00"
    newsroom.upload(key, story("Under another name", section="culture", published=published))
    address = newsroom.live(key)["editions"]["en"]["url"]
    for name in ("Arts", "Culture"):
        newsroom.upload("config/newsroom.yaml", CONFIG.replace("en: Culture", f"en: {name}"))
        newsroom.reads(address, lambda page, name=name: f">{name}</a>" in page.text)  # type: ignore[misc]
        newsroom.reads("/en/culture/2026-11/", lambda page, name=name: name in page.text)  # type: ignore[misc]
