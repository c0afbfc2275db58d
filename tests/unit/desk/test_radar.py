"""What ranking wants the desk to look at: readers that look forged, and what editions lack."""

import json
from datetime import timedelta
from typing import Any

import pytest

from shared.desk.radar import MOST
from shared.news.keys import story_of
from shared.news.language import Language
from shared.news.most_read import MostRead
from shared.news.ranking import Flag, Hot, Radar
from shared.news.story import Texts
from tests.builders import MORNING, a_newsroom, a_source
from tests.unit.desk.conftest import DeskWorld

HOUR = MORNING.replace(hour=7)
FORGED, GAPS = "## Readers that look like machines", "## Read in one edition"
OWN = "Your own text goes to `inbox/2026/11/river.ar.md`."
RIVER = story_of("inbox/2026/11/river")


def a_flag(**changes: Any) -> Flag:
    values: dict[str, Any] = {
        "story": RIVER, "edition": "en", "hour": HOUR, "why": "flood", "out": True,
        "views": 90_000, "visitors": 80_000, "networks": 9_000, "readers": 70_000, "phones": 55,
    }  # fmt: skip
    return Flag.model_validate(values | changes)


def a_hot(edition: Language = "en", *, place: int = 1, **changes: Any) -> Hot:
    values = {"story": RIVER, "place": place, "readers": 320, "headline": "A river"}
    return Hot.model_validate(values | {"edition": edition} | changes)


def a_radar(*seen: Flag | Hot) -> Radar:
    flags = tuple(one for one in seen if isinstance(one, Flag))
    hot = tuple(one for one in seen if isinstance(one, Hot))
    return Radar(revision=1, as_of=MORNING, changed=MORNING, flags=flags, hot=hot)


def told(world: DeskWorld, *seen: Flag | Hot, log: str = "newsroom") -> str:
    world.radars.hangs = a_radar(*seen)
    world.report(log)
    return world.shelf.text("receipts/index.md")


def lines(text: str, title: str) -> list[str]:
    """The list under a title."""
    part = text.split(title, 1)[1].split("\n## ", 1)[0]
    return [line for line in part.splitlines() if line.lstrip().startswith("- ")]


def test_where_ranking_has_nothing_to_say_the_overview_has_not_either(world: DeskWorld) -> None:
    story = world.live()
    before = told(world, log=story)
    assert FORGED not in before
    assert GAPS not in before
    world.radars.hangs = None
    world.report(story)
    assert world.shelf.text("receipts/index.md") == before


def test_a_flood_is_told_with_its_numbers_what_follows_and_what_to_do(world: DeskWorld) -> None:
    world.configure(a_newsroom(most_read=MostRead(kappa=13)), changed=["most_read"])
    text = told(world, a_flag(), log=world.live())
    (line,) = lines(text, FORGED)
    assert line.startswith("- The river · English · 24 November 2026")
    assert "readers 70000, networks 9000. For a few hours it keeps the story out" in line
    assert "at most 13 readers for each network" in text
    assert "ban it in `config/most-read.yaml`" in text
    assert GAPS not in text


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"why": "phones", "phones": 99}, "99 % of the views came from phones, and people read on"),
        ({"why": "phones", "phones": 0}, "0 % of the views came from phones, on which most"),
        ({"why": "crowd", "networks": 2}, "views 90000, visitors 80000, networks 2."),
        ({"out": False, "readers": 7}, "stays where its other readers put it; the hour counts 7"),
    ],
)
def test_each_flag_says_what_was_odd_and_what_follows(
    world: DeskWorld, changes: dict[str, Any], says: str
) -> None:
    (line,) = lines(told(world, a_flag(**changes), log=world.live()), FORGED)
    assert says in line


def test_of_a_story_edition_and_reason_only_the_newest_hour_is_told(world: DeskWorld) -> None:
    older = HOUR - timedelta(hours=2)
    seen = (a_flag(), a_flag(hour=older, readers=5), a_flag(edition="ar", hour=older))
    said = lines(told(world, *seen, log=world.live()), FORGED)
    assert ["70000" in line for line in said] == [True, True]
    assert [("English" in line, "Arabic" in line) for line in said] == [
        (True, False),
        (False, True),
    ]


def test_a_flood_of_flags_does_not_bury_the_rest(world: DeskWorld) -> None:
    flags = [a_flag(story=f"story{number}") for number in range(MOST + 7)]
    text = told(world, *flags)
    *_, last = said = lines(text, FORGED)
    assert len(said) == MOST + 1
    assert last == "- 7 more are in `receipts/index.json`."
    overview = json.loads(world.shelf.text("receipts/index.json"))
    assert len(overview["radar"]["flags"]) == MOST + 7


def test_what_is_hot_and_live_everywhere_is_no_gap(world: DeskWorld) -> None:
    assert GAPS not in told(world, a_hot(), log=world.live())


def test_an_edition_that_lacks_a_hot_story_is_named_with_the_file_to_upload(
    world: DeskWorld,
) -> None:
    story = world.accept("river")
    world.translate(story, "es")
    world.publish(story)
    text = told(world, a_hot("es", place=2, readers=40), a_hot("en", missing=("ar",)), log=story)
    assert lines(text, GAPS) == [
        "- The river",
        "  - English: place 1 in Trending, readers in 24 hours: 320",
        "  - Spanish: place 2 in Trending, readers in 24 hours: 40",
        f"  - Arabic: on its way. It is being translated. {OWN}",
    ]
    assert "pin the story" in text


def test_an_edition_with_an_older_text_of_a_hot_story_is_named(world: DeskWorld) -> None:
    story = world.live()
    digest = a_source("The river").texts.digest()
    body = a_source().texts.body
    world.write("river", "ar", Texts(headline="النهر", body=body), translates=digest)
    world.accept("river", a_source("The river rises"))
    world.translate(story, "es")
    world.publish(story)
    text = told(world, a_hot(), log=story)
    (line,) = [line for line in lines(text, GAPS) if "Arabic" in line]
    assert "A person's text, older than the story's newest version." in line
    assert line.endswith(OWN)


def test_a_story_that_was_withdrawn_meanwhile_is_no_gap(world: DeskWorld) -> None:
    story = world.accept("river")
    world.publish(story)
    world.withdraw(story)
    world.publish(story)
    assert GAPS not in told(world, a_hot(missing=("ar",)), log=story)


def test_a_story_that_is_in_no_list_of_the_overview_is_told_by_its_headline(
    world: DeskWorld,
) -> None:
    world.live()
    (line,) = lines(told(world, a_flag()), FORGED)
    assert line.startswith("- The river ·")


def test_the_radar_speaks_the_language_of_the_desk(world: DeskWorld) -> None:
    world.configure(a_newsroom(desk_language="ar"))
    story = world.accept("river")
    world.publish(story)
    text = told(world, a_flag(), a_hot(missing=("es",)), log=story)
    assert "## قراءات تبدو آلية" in text
    assert "## مقروءة في طبعة، ناقصة أو قديمة في أخرى" in text
    assert "الإسبانية: في الطريق" in text
