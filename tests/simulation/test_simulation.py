"""The protocol under any order, repetition, stall, crash, refusal, deployment: see `stage`."""

import pytest

from tests.simulation.campaign import campaign, play
from tests.simulation.directed import A_DAY, losing


def test_the_simulation_finds_what_the_facts_say_whatever_befalls_it(seed: int | None) -> None:
    """`pytest -k simulation --seed=884` plays one run again and shows its trace."""
    if seed is not None:
        stage = play(seed)
        if stage.violation:
            pytest.fail("\n".join([*stage.trace, stage.violation]), pytrace=False)
        return
    *_, tally = campaign(0, 500)
    assert tally.runs == 500
    assert tally.violations == {}
    assert min(tally.counts.values()) > 20, "each trouble befell somebody, each kind of story stood"


def test_whatever_message_is_lost_sweeps_mend_it() -> None:
    violations = [*losing(A_DAY, every=4)]
    assert len(violations) > 15
    assert not any(violations)


def test_a_seed_is_a_whole_run() -> None:
    assert play(7).trace == play(7).trace
