"""Stories come out by themselves at their minute, and nothing of them is readable before."""

import json
import time
from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes.engine_server import Reply
from tests.journeys.conftest import Newsroom, eventually, story
from tests.journeys.test_trouble import a_picture

pytestmark = pytest.mark.journey
PICTURE = "{file: secret.jpg, caption: A secret, credit: Desk, alt: A secret}"


def in_seconds(seconds: float) -> str:
    return (datetime.now(UTC) + timedelta(seconds=seconds)).isoformat(timespec="seconds")


def release(newsroom: Newsroom) -> None:
    """What the schedule does each minute."""
    functions = newsroom.cloud.client("lambda")
    (name,) = [
        one["FunctionName"]
        for one in functions.list_functions()["Functions"]
        if "Release" in one["FunctionName"]
    ]
    answer = functions.invoke(FunctionName=name, Payload=json.dumps({"detail": {}}))
    assert "FunctionError" not in answer, answer["Payload"].read()


def held(newsroom: Newsroom, key: str, version: str) -> None:
    newsroom.settled(key, lambda it: it.get("version") == version and it["state"] == "held")


def readable(newsroom: Newsroom, words: str) -> list[str]:
    """The objects of the site that say the words, or whose address does."""
    return [
        key
        for key, text in newsroom.everything_readable().items()
        if words in text or words.lower() in key
    ]


def heard(newsroom: Newsroom) -> list[str]:
    """What the translation engine is asked from now on."""
    said: list[str] = []
    answer = newsroom.engine.answer

    def listening(asked: dict[str, str]) -> Reply:
        said.append(asked["q"])
        newsroom.engine.says = None
        try:
            return answer(asked)
        finally:
            newsroom.engine.says = listening

    newsroom.engine.says = listening
    return said


def test_a_story_and_its_picture_come_out_at_their_minute_and_not_before(
    newsroom: Newsroom,
) -> None:
    said = heard(newsroom)
    key, picture = "inbox/embargo/first.en.md", "inbox/embargo/secret.jpg"
    newsroom.upload(picture, a_picture())
    newsroom.settled(picture, lambda it: it.get("state") == "accepted")

    def umbrellas(embargo: str) -> str:
        return story("Umbrellas", "Nobody knows.", embargo=embargo, picture=PICTURE)

    held(newsroom, key, newsroom.upload(key, umbrellas(in_seconds(3600))))
    eventually(
        lambda: newsroom.receipt(key), lambda it: it["picture"]["state"] == "there", "its picture"
    )
    release(newsroom)
    receipt = newsroom.receipt(key)
    assert {one["state"] for one in receipt["editions"].values()} == {"held"}
    assert receipt["says"]
    assert readable(newsroom, "Umbrellas") == []
    media = f"media/{receipt['story']}"
    assert not [name for name in newsroom.everything_readable() if name.startswith(media)]

    assert not {"Umbrellas", "Nobody knows."} & set(said)  # who may not know was not asked
    version = newsroom.upload(key, umbrellas(in_seconds(2)))

    def comes_out() -> dict[str, object]:
        release(newsroom)
        return newsroom.receipt(key)

    eventually(
        comes_out,
        lambda it: (it["version"], it["state"]) == (version, "accepted"),
        "the release",
    )
    receipt = newsroom.live(key, version=version)
    page = newsroom.reads(receipt["editions"]["ar"]["url"], lambda it: "/media/" in it.text)
    assert page.status == 200
    assert "Umbrellas" in newsroom.get("/en/").text
    assert "Umbrellas" in said


def test_the_schedule_brings_a_story_out_by_itself_and_a_revision_leaves_the_live_one_up(
    newsroom: Newsroom,
) -> None:
    key = "inbox/embargo/revised.en.md"
    first = newsroom.live(key, version=newsroom.upload(key, story("Before noon")))
    address = first["editions"]["en"]["url"]
    held(newsroom, key, newsroom.upload(key, story("Parasols", embargo=in_seconds(3600))))
    assert readable(newsroom, "Parasols") == []
    assert "Before noon" in newsroom.get(address).text
    version = newsroom.upload(key, story("Parasols", embargo=in_seconds(2)))
    newsroom.reads(address, lambda page: "Parasols" in page.text)
    newsroom.live(key, version=version)


def test_an_embargo_that_was_moved_or_withdrawn_brings_nothing_out(newsroom: Newsroom) -> None:
    moved, gone = "inbox/embargo/moved.en.md", "inbox/embargo/gone.en.md"
    minute = datetime.now(UTC) + timedelta(seconds=15)
    for key in (moved, gone):
        version = newsroom.upload(key, story("Raincoats", embargo=minute.isoformat()))
        held(newsroom, key, version)
    version = newsroom.upload(moved, story("Raincoats", embargo=in_seconds(3600)))
    newsroom.delete(gone)
    held(newsroom, moved, version)
    newsroom.settled(gone, lambda it: it["state"] == "withdrawn")
    while datetime.now(UTC) < minute:
        time.sleep(0.2)
    release(newsroom)
    newsroom.upload("inbox/embargo/after.en.md", story("Afterwards"))
    newsroom.live("inbox/embargo/after.en.md")
    assert readable(newsroom, "Raincoats") == []
