"""Events that are lost on purpose, and the sweep that finds what they failed to bring."""

import pytest

from tests.journeys.conftest import Newsroom, deaf, eventually, story, triptych

pytestmark = pytest.mark.journey
KEY = "inbox/2026/11/overlooked.en.md"


def test_uploads_deletions_and_announcements_that_got_lost_are_found(newsroom: Newsroom) -> None:
    with deaf(newsroom, "UploadRule"):
        version = newsroom.upload(KEY, story("Overlooked"))
        assert "mended: 1 upload" in triptych(newsroom, "sweep").stdout
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
        assert "mended: 1 upload" in triptych(newsroom, "sweep").stdout
    newsroom.reads(address, lambda page: page.status == 410)
