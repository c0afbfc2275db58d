"""Editors pin, ban and boost with the AWS CLI, and the overview tells them what looks forged."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from shared.aws.bus import EventBus
from shared.aws.objects import S3Bodies
from shared.aws.rankings import DynamoRankings
from shared.aws.tables import DynamoArchive, Table
from shared.clock import utc_now
from shared.news.events import DeskTouched
from shared.news.keys import PICKS_KEY, story_of
from shared.news.picks import Picks, picks_in_force
from shared.news.ranking import Flag, Radar
from tests.journeys.conftest import Newsroom, Page, eventually, story, triptych
from tests.roles import physical

pytestmark = pytest.mark.journey

KEY = "inbox/2026/11/picked.en.md"
PICKED = story_of("inbox/2026/11/picked")
BANNED = story_of("inbox/2026/11/banned")
PICKS = f"""\
pins:
  - {{story: inbox/2026/11/picked, place: 1, until: 2099-01-01T00:00:00Z}}
bans:
  - {{story: {PICKED}, editions: [ar], until: 2099-01-01T00:00:00Z}}
  - {{story: inbox/2026/11/never, until: 2026-01-01T00:00:00+03:00}}
"""


def aws_s3(newsroom: Newsroom, *words: str, content: str = "") -> None:
    """`aws s3`, as the guide for editors says it."""
    subprocess.run(
        [Path(sys.executable).with_name("aws"), "s3", *words],
        env=os.environ | newsroom.cloud.environment(),
        input=content, text=True, check=True, capture_output=True,
    )  # fmt: skip


def in_force(newsroom: Newsroom) -> Picks:
    cloud = newsroom.cloud
    archive = DynamoArchive(Table(cloud.client("dynamodb"), cloud.table_name))
    return picks_in_force(archive, S3Bodies(newsroom.s3, newsroom.bucket))


def test_picks_are_accepted_faulty_ones_change_nothing_and_deleting_them_ends_them(
    newsroom: Newsroom,
) -> None:
    newsroom.upload(KEY, story("Picked"))
    newsroom.live(KEY)
    there = f"s3://{newsroom.bucket}/{PICKS_KEY}"

    aws_s3(newsroom, "cp", "-", there, content=PICKS)
    receipt = newsroom.settled(PICKS_KEY, lambda it: it.get("state") == "accepted")
    assert [(note["field"], note["rule"]) for note in receipt["notes"]] == [
        ("bans.story", "unknown-story"),
        ("bans.until", "has-expired"),
    ]
    accepted = in_force(newsroom)
    assert [(pin.story, pin.place) for pin in accepted.pins] == [(PICKED, 1)]

    faulty = PICKS.replace("place: 1", "place: first").replace("bans", "bens")
    aws_s3(newsroom, "cp", "-", there, content=faulty)
    newsroom.settled(PICKS_KEY, lambda it: it.get("state") == "rejected")
    told = newsroom.object(f"receipts/{PICKS_KEY}.md")
    assert told
    assert "Line 2, in `pins.place`: “first” must be a number in the range 1–10" in told
    assert "For example: `place: 1`" in told
    assert "There is no field “bens”. Did you mean “bans”?" in told
    assert in_force(newsroom) == accepted

    aws_s3(newsroom, "rm", there)
    newsroom.settled(PICKS_KEY, lambda it: it.get("state") == "withdrawn")
    assert in_force(newsroom) == Picks()

    status = triptych(newsroom, "status", PICKS_KEY, "--timeline")
    assert status.returncode == 0, status.stderr
    kinds = ("PicksAccepted", "Rejected", "Dropped")
    places = [status.stdout.rindex(f"{kind} {PICKS_KEY}") for kind in kinds]
    assert places == sorted(places)


def test_a_pin_leads_the_list_that_readers_see_and_a_ban_leaves_it(newsroom: Newsroom) -> None:
    newsroom.upload(KEY, story("Picked"))
    newsroom.live(KEY)
    newsroom.upload("inbox/2026/11/banned.en.md", story("Nobody may rank this"))
    newsroom.live("inbox/2026/11/banned.en.md")
    until = "until: 2099-01-01T00:00:00Z"
    newsroom.upload(
        PICKS_KEY,
        f"""\
pins: [{{story: inbox/2026/11/picked, place: 1, {until}}}]
bans: [{{story: inbox/2026/11/banned, {until}}}]
""",
    )
    newsroom.settled(PICKS_KEY, lambda it: it.get("state") == "accepted")
    newsroom.ranks()

    def as_picked(page: Page) -> bool:
        _, _, lists = page.text.partition('data-component="most-read"')
        stories = re.findall(r'href="/en/politics/[^"]*-([a-z2-7]{10})"', lists)
        return stories[:1] == [PICKED] and BANNED not in stories

    newsroom.reads("/en/most-read", as_picked)
    newsroom.delete(PICKS_KEY)


def test_the_overview_tells_of_readers_that_look_like_machines(newsroom: Newsroom) -> None:
    newsroom.upload(KEY, story("Picked"))
    newsroom.live(KEY)
    cloud, now = newsroom.cloud, utc_now()
    rankings = DynamoRankings(Table(cloud.client("dynamodb"), physical(cloud, "CountsTable")))
    bus = EventBus(cloud.client("events"), cloud.bus_name)
    flag = Flag(
        story=PICKED, edition="en", hour=now, why="flood", out=True, views=90_000,
        visitors=80_000, networks=9_000, readers=70_000, phones=55,
    )  # fmt: skip

    def told() -> str:
        """The overview after ranking, which may have taken the radar down again, hung it."""
        hangs = rankings.radar()
        if hangs is None or not hangs.flags:
            revision = hangs.revision + 1 if hangs else 1
            rankings.hang(Radar(revision=revision, as_of=now, changed=now, flags=(flag,)))
        bus.announce([DeskTouched()])
        return newsroom.object("receipts/index.md") or ""

    text = eventually(told, lambda text: "Readers that look like machines" in text, "the desk")
    assert "- Picked · English" in text
    assert "readers 70000, networks 9000" in text
