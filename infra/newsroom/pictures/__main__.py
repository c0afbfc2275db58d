"""Draw them all again, or some: `python -m infra.newsroom.pictures [name …]`."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from infra.newsroom.pictures.bakery_cooperative import bakery_cooperative
from infra.newsroom.pictures.boat_school import boat_school
from infra.newsroom.pictures.brush import Canvas
from infra.newsroom.pictures.cable_school import cable_school
from infra.newsroom.pictures.children_parliament import children_parliament
from infra.newsroom.pictures.clinic_boat import clinic_boat
from infra.newsroom.pictures.coral_nursery import coral_nursery
from infra.newsroom.pictures.desert_observatory import desert_observatory
from infra.newsroom.pictures.doors_of_alquena import DOORS, doors_of_alquena
from infra.newsroom.pictures.girls_league import girls_league
from infra.newsroom.pictures.kite_makers import kite_makers
from infra.newsroom.pictures.lake_ice import lake_ice
from infra.newsroom.pictures.lighthouse_lamp import lighthouse_lamp
from infra.newsroom.pictures.lock_day import LIGHTS, lock_day
from infra.newsroom.pictures.night_ferry import night_ferry
from infra.newsroom.pictures.night_library import night_library
from infra.newsroom.pictures.oruma_flood import oruma_flood
from infra.newsroom.pictures.reed_paper import reed_paper
from infra.newsroom.pictures.river_gauges import river_gauges
from infra.newsroom.pictures.shade import shade
from infra.newsroom.pictures.street_batteries import street_batteries
from infra.newsroom.pictures.tram_line import tram_line
from infra.newsroom.pictures.walking_clubs import walking_clubs
from infra.newsroom.pictures.water_day import water_day

INBOX = Path(__file__).parents[1] / "inbox/2026/11"
SCENES: dict[str, Callable[[], Canvas]] = {
    "bakery-cooperative": bakery_cooperative,
    "boat-school": boat_school,
    "cable-school": cable_school,
    "children-parliament": children_parliament,
    "clinic-boat": clinic_boat,
    "coral-nursery": coral_nursery,
    "desert-observatory": desert_observatory,
    "girls-league": girls_league,
    "kite-makers": kite_makers,
    "lake-ice": lake_ice,
    "lighthouse-lamp": lighthouse_lamp,
    "night-ferry": night_ferry,
    "night-library": night_library,
    "oruma-flood": oruma_flood,
    "reed-paper": reed_paper,
    "river-gauges": river_gauges,
    "shade": shade,
    "street-batteries": street_batteries,
    "tram-line": tram_line,
    "walking-clubs": walking_clubs,
    "water-day": water_day,
    **{f"lock-day-{at}": partial(lock_day, at) for at, _ in enumerate(LIGHTS, 1)},
    **{f"doors-of-alquena-{at}": partial(doors_of_alquena, at) for at, _ in enumerate(DOORS, 1)},
}

for name in sys.argv[1:] or SCENES:
    SCENES[name]().save(INBOX / f"{name}.jpg")
