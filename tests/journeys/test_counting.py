"""A page that is read is counted, from the access log that the edge delivers."""

from typing import Any

import pytest

from shared.trending.delta import Delta, add, delta_in
from tests.journeys.conftest import Newsroom, eventually, story
from tests.roles import physical

pytestmark = pytest.mark.journey

KEY = "inbox/2026/11/counted.en.md"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0"


def counted(newsroom: Newsroom) -> Delta:
    """What the deltas of all hours say together."""
    table = newsroom.cloud.client("dynamodb")
    total = Delta()
    for item in table.scan(TableName=physical(newsroom.cloud, "CountsTable"))["Items"]:
        if item["pk"]["S"].startswith("D#"):
            add(total, delta_in(item["v"]["B"]))
    return total


def test_a_reader_counts_once_in_the_edition_that_was_read_and_a_robot_never(
    newsroom: Newsroom,
) -> None:
    newsroom.upload(KEY, story("Counted"))
    receipt: dict[str, Any] = newsroom.live(KEY)
    name = receipt["story"]
    address = receipt["editions"]["ar"]["url"]
    for agent in (FIREFOX, FIREFOX, "curl/8.9.1"):
        assert newsroom.get(address, User_Agent=agent).status == 200
    found = eventually(
        lambda: counted(newsroom),
        lambda total: (name, "ar") in total and sum(total[name, "ar"].views) > 1,
        "the deltas",
    )
    read = found[name, "ar"]
    assert (sum(read.views), read.visitors.count(), read.networks.count()) == (2, 1, 1)
    assert (name, "en") not in found
