"""What comes through an engine comes through once and in its place, or the sentence is held."""

import pytest

from shared.news.blocks import Span
from tests.fuzz.apertium import apertium
from tests.fuzz.behaviours import BEHAVIOURS
from tests.fuzz.campaign import Tally, behaving, campaign, faults
from tests.fuzz.cases import Case, case

SAMPLE = 400


def checked(tally: Tally) -> Tally:
    assert not tally.wrong, "\n".join(f"{seed}: {wrong}" for seed, wrong in tally.wrong.items())
    return tally


@pytest.mark.parametrize("behaviour", BEHAVIOURS)
def test_no_behaviour_of_an_engine_loses_or_misplaces_what_is_accepted(behaviour: str) -> None:
    tally = checked(campaign(behaving(behaviour), SAMPLE))
    assert tally.accepted > SAMPLE / 10


def test_nothing_is_held_that_came_back_as_it_went() -> None:
    assert checked(campaign(behaving("echo"), SAMPLE)).accepted == SAMPLE


@pytest.mark.slow
def test_apertium_loses_or_misplaces_nothing_that_is_accepted() -> None:
    with apertium() as engine:
        assert checked(campaign(engine, 1_000)).accepted > 400


def test_the_check_sees_what_is_lost_doubled_and_moved() -> None:
    link = Span(text="", link="/court")
    run = (Span(text="@desk saw "), link.model_copy(update={"text": "Lima"}), Span(text="."))
    asked = Case(run, {"@desk": None}, {"Lima": link})
    other = link.model_copy(update={"text": "vio"})
    assert not list(faults(asked, run))
    for said in (
        (Span(text="@desk saw Lima."),),
        (Span(text="@desk @desk saw "), *run[1:]),
        (Span(text="@desk "), other, Span(text=" Lima.")),
        (Span(text="saw "), *run[1:]),
        (*run, Span(text="XPH1X")),
        (*run, Span(text="[1]")),
    ):
        assert list(faults(asked, said))


def test_a_seed_makes_the_same_case_again() -> None:
    assert case(7) == case(7)
    assert case(7) != case(8)
