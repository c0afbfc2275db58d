"""People's browsers are told from programs by what they say of themselves."""

from urllib.parse import quote

import pytest

from infra.readers.agents import ROBOTS, browsers
from shared.trending.browsers import MOST, PROGRAMS, Browsers, kind_of


def encoded(agent: str) -> bytes:
    return quote(agent, safe="!#$&()*+,-./:;=?@[]_").encode() or b"-"


@pytest.mark.parametrize("robot", ROBOTS)
def test_crawlers_monitors_previews_scripts_and_silence_are_nobody(robot: str) -> None:
    assert kind_of(encoded(robot)) == "robot"


@pytest.mark.parametrize(
    "robot",
    [
        "User-Agent: Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64)",
        "Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ChatGPT-User/1.0)",
    ],
)
def test_what_has_not_the_shape_of_a_browser_is_none(robot: str) -> None:
    assert kind_of(encoded(robot)) == "robot"


def test_no_browser_of_a_person_is_taken_for_a_program() -> None:
    assert [agent for agent in browsers() if kind_of(encoded(agent)) == "robot"] == []


ANDROID = (
    "Mozilla/5.0 (Linux; Android 10; K{}) AppleWebKit/537.36 (KHTML, like Gecko{}) Chrome/139{}"
)


@pytest.mark.parametrize("word", PROGRAMS)
@pytest.mark.parametrize("place", range(3))
def test_a_program_s_word_tells_wherever_it_stands(place: int, word: bytes) -> None:
    said = [f"; {word.decode().title()}" if at == place else "" for at in range(3)]
    assert kind_of(encoded(ANDROID.format("", "", ""))) == "desk"
    assert kind_of(encoded(ANDROID.format(*said))) == "robot"


@pytest.mark.parametrize(
    ("agent", "kind"),
    [
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15", "phone"),
        ("Mozilla/5.0 (Linux; Android 10; CUBOT X19) AppleWebKit/537.36 Mobile", "phone"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0", "desk"),
        ("Mozilla/5.0 (compatible; MSIE 9.0; Windows NT 6.1; Trident/5.0)", "desk"),
        ("Opera/9.80 (Windows NT 6.1) Presto/2.12.388 Version/12.18", "desk"),
    ],
)
def test_phones_are_told_from_desks(agent: str, kind: str) -> None:
    assert kind_of(encoded(agent)) == kind
    assert kind_of(encoded(encoded(agent).decode())) == kind  # as older logs have it


def test_agents_that_differ_in_figures_are_looked_at_once() -> None:
    seen = Browsers()
    for version in range(2 * MOST):
        agent = encoded(f"Mozilla/5.0 (X11) Gecko/20100101 Firefox/{version + 10_000}")
        assert seen.look_at(agent) == "desk"
    assert len(seen.agents) == MOST


def test_beyond_five_thousand_agents_new_ones_are_not_looked_at_and_known_ones_still_are() -> None:
    seen = Browsers()
    letters = [f"{a}{b}{c}" for a in "abcdefghijklmnopqr" for b in "stuvwxyzabcdefghij"
               for c in "klmnopqrstuvwxyzabcd"]  # fmt: skip
    agents = [encoded(f"Mozilla/5.0 (X11; {word}) Gecko/20100101") for word in letters]
    kinds = [seen.look_at(agent) for agent in agents[: MOST + 3]]
    assert kinds[-4:] == ["desk", "unclassified", "unclassified", "unclassified"]
    assert seen.look_at(agents[0]) == "desk"
