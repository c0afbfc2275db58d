"""User agents of people, and of programs."""

from infra.readers.agents import ROBOTS, browsers


def test_there_are_thousands_of_browsers_and_all_say_mozilla() -> None:
    found = browsers()
    assert len(found) == len(set(found)) > 2000
    assert all(agent.startswith("Mozilla/5.0 (") and agent.isascii() for agent in found)


def test_no_robot_passes_for_a_browser() -> None:
    assert not set(ROBOTS) & set(browsers())
    assert "" in ROBOTS
