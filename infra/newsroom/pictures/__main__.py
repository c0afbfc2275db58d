"""Draw them all again, or some: `python -m infra.newsroom.pictures [name …]`."""

import sys
from collections.abc import Callable
from pathlib import Path

from infra.newsroom.pictures.bakery_cooperative import bakery_cooperative
from infra.newsroom.pictures.boat_school import boat_school
from infra.newsroom.pictures.brush import Canvas
from infra.newsroom.pictures.coral_nursery import coral_nursery
from infra.newsroom.pictures.desert_observatory import desert_observatory
from infra.newsroom.pictures.girls_league import girls_league
from infra.newsroom.pictures.night_library import night_library
from infra.newsroom.pictures.river_gauges import river_gauges
from infra.newsroom.pictures.tram_line import tram_line
from infra.newsroom.pictures.walking_clubs import walking_clubs

INBOX = Path(__file__).parents[1] / "inbox/2026/11"
SCENES: dict[str, Callable[[], Canvas]] = {
    "bakery-cooperative": bakery_cooperative,
    "boat-school": boat_school,
    "coral-nursery": coral_nursery,
    "desert-observatory": desert_observatory,
    "girls-league": girls_league,
    "night-library": night_library,
    "river-gauges": river_gauges,
    "tram-line": tram_line,
    "walking-clubs": walking_clubs,
}

for name in sys.argv[1:] or SCENES:
    SCENES[name]().save(INBOX / f"{name}.jpg")
