"""The sample newsroom's picks decide nothing, and its commented entries could be used at once."""

import re
from pathlib import Path

from shared.intake.config_file import read_config
from shared.intake.picks_file import PicksReading, read_picks
from shared.news.keys import story_key
from shared.news.picks import Picks
from tests.builders import MORNING

NEWSROOM = Path(__file__).parents[2] / "infra/newsroom"
FILE = (NEWSROOM / "config/most-read.yaml").read_text()


def reading(text: str) -> PicksReading:
    newsroom = read_config((NEWSROOM / "config/newsroom.yaml").read_bytes()).newsroom
    assert newsroom
    keys = (path.relative_to(NEWSROOM).as_posix() for path in NEWSROOM.glob("inbox/**/*.md"))
    stories = {key.story for one in keys if (key := story_key(one))}
    return read_picks(text.encode(), 0, newsroom, MORNING, stories.__contains__)


def test_the_file_decides_nothing() -> None:
    assert reading(FILE) == PicksReading(picks=Picks())


def test_its_entries_are_accepted_when_their_hash_is_taken_away() -> None:
    used = reading(re.sub(r"^# (?=pins|bans|boosts|  -)", "", FILE, flags=re.MULTILINE))
    assert (used.faults, used.notes) == ((), ())
    assert used.picks
    assert [len(used.picks.pins), len(used.picks.bans), len(used.picks.boosts)] == [2, 1, 1]
