"""Events that are lost on purpose, and the sweep that finds what they failed to bring."""

import re

import pytest

from shared.news.keys import PICKS_KEY, story_of
from tests.journeys.conftest import Newsroom, deaf, eventually, story, triptych
from tests.roles import physical

pytestmark = pytest.mark.journey
KEY = "inbox/2026/11/overlooked.en.md"


def test_uploads_deletions_and_announcements_that_got_lost_are_found(newsroom: Newsroom) -> None:
    with deaf(newsroom, "UploadRule"):
        version = newsroom.upload(KEY, story("Overlooked"))
        assert "sent again: 1 upload" in triptych(newsroom, "sweep").stdout
    address = newsroom.live(KEY, version=version)["editions"]["en"]["url"]

    with deaf(newsroom, "UrgentRule", "RoutineArticleRule"):
        version = newsroom.upload(KEY, story("Seen at last"))
        newsroom.settled(KEY, lambda it: it["version"] == version)
        eventually(lambda: newsroom.waiting("TranslateQueue"), lambda count: count == 0, "words")
    assert "Overlooked" in newsroom.get(address).text
    assert "pages" in triptych(newsroom, "sweep").stdout
    newsroom.live(KEY, version=version)
    newsroom.reads(address, lambda page: "Seen at last" in page.text)

    with deaf(newsroom, "UploadRule"):
        newsroom.delete(KEY)
        assert "sent again: 1 upload" in triptych(newsroom, "sweep").stdout
    newsroom.reads(address, lambda page: page.status == 410)


def test_a_ranking_of_which_nobody_was_told_is_told_again(newsroom: Newsroom) -> None:
    for name in ("first", "second"):
        newsroom.upload(f"inbox/2026/11/{name}.en.md", story(f"The {name}"))
        newsroom.live(f"inbox/2026/11/{name}.en.md")

    def rank() -> None:
        newsroom.cloud.client("lambda").invoke(
            FunctionName=physical(newsroom.cloud, "RankFunction"), Payload=b"{}"
        )

    def leads() -> str:
        _, _, lists = newsroom.get("/en/most-read").text.partition('data-component="most-read"')
        found = re.search(r'href="/en/politics/[^"]*-([a-z2-7]{10})"', lists)
        return found[1] if found else ""

    rank()
    before = eventually(leads, bool, "most read")
    other = next(one for one in ("first", "second") if story_of(f"inbox/2026/11/{one}") != before)
    pin = f"{{story: inbox/2026/11/{other}, place: 1, until: 2099-01-01T00:00:00Z}}"
    newsroom.upload(PICKS_KEY, f"pins: [{pin}]\n")
    newsroom.settled(PICKS_KEY, lambda it: it.get("state") == "accepted")
    with deaf(newsroom, "RoutineRule"):
        rank()
    assert leads() == before
    rank()
    eventually(leads, lambda story: story == story_of(f"inbox/2026/11/{other}"), "the pin")
    newsroom.delete(PICKS_KEY)
