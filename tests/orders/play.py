"""Plays orders: all of a few events, or one of many, made by chance."""

import os
import random
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from tests.orders.script import beginning, longer, shuffled
from tests.orders.stage import Delivery, State, deliver, lost, says, settle

CHUNK = 50


def every_order(begin: State, script: Sequence[Delivery]) -> Mapping[State, int]:
    """The states in which all orders of the events end, and how many orders end in each.

    Orders that have come to the same state with the same events go on as one.
    """
    reached = {begin: 1}
    for _ in script:
        following: dict[State, int] = {}
        for state, orders in reached.items():
            for event in script:
                if event not in state.delivered:
                    after = deliver(state, event)
                    following[after] = following.get(after, 0) + orders
        reached = following
    ends: dict[State, int] = {}
    for state, orders in reached.items():
        end = settle(state)
        ends[end] = ends.get(end, 0) + orders
    return ends


def in_order(begin: State, events: Sequence[Delivery]) -> State:
    """What these deliveries, one after the other, end in; hints follow when all are through."""
    state = begin
    for event in events:
        state = deliver(state, event)
    return settle(state)


def by_chance(seed: int) -> str | None:
    """What is wrong with the end of a longer script in an order of its own; None if nothing is."""
    rng = random.Random(seed)
    events = longer(rng)
    order = shuffled(rng, events)
    expected, found = (in_order(beginning(), one) for one in (events, order))
    names = " ".join(event.name for event in order)
    if says(found) != says(expected):
        return f"the editions differ after {names}"
    if gone := lost(found):
        return f"{len(gone)} texts of people are gone after {names}"
    return None


def _several(seeds: range) -> dict[int, str]:
    return {seed: wrong for seed in seeds if (wrong := by_chance(seed))}


def campaign(first: int, runs: int) -> Iterator[tuple[int, dict[int, str]]]:
    """How many runs were played so far, and what was wrong, by seed."""
    chunks = [range(at, min(at + CHUNK, first + runs)) for at in range(first, first + runs, CHUNK)]
    wrong: dict[int, str] = {}
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        for chunk, part in zip(chunks, pool.map(_several, chunks), strict=True):
            wrong |= part
            yield chunk.stop - first, wrong
