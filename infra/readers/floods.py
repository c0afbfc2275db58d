"""Forged views: one article asked for again and again by few who would look like many."""

import random
from collections.abc import Iterator

from infra.readers.addresses import within
from infra.readers.day import Article, Reader, View

FLOODS = {
    "one reader": ("198.51.100.7",),
    "one address": ("198.51.100.7",),
    "one /24": ("198.51.100.",),
    "one /48": ("2001:db8:7:",),
    "256 networks": tuple(f"198.51.{network}." for network in range(256)),
    "a botnet": tuple(f"{11 + place // 256}.77.{place % 256}." for place in range(10_000)),
}
"""Where each flood comes from: an address, or the beginnings of its networks' addresses."""


def flood(
    name: str, article: Article, views: int, *, begin: float, seed: int = 1
) -> Iterator[View]:
    """So many views within half an hour from second `begin` of the day on.

    All but `one reader` name another browser each time.
    """
    rng, places = random.Random(seed), FLOODS[name]
    agent = forged_agent(rng)
    for number in range(views):
        place = rng.choice(places)
        ip = within(rng, place) if place[-1] in ".:" else place
        agent = agent if name == "one reader" else forged_agent(rng)
        yield View(begin + 1800 * number / views, Reader(ip, agent), article, "read")


def forged_agent(rng: random.Random) -> str:
    """A browser that nobody has, different each time in letters and in figures."""
    build = "".join(rng.choices("KLMNPQRSTVWXZ", k=6))
    version = f"{rng.randrange(90, 149)}.0.{rng.randrange(9999)}.{rng.randrange(200)}"
    return (
        f"Mozilla/5.0 (Linux; Android {rng.randrange(8, 16)}; {build} Build/{rng.getrandbits(24)})"
        f" AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version} Mobile Safari/537.36"
    )
