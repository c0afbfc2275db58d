"""Forged views: one article asked for again and again by few who would look like many."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from infra.readers.addresses import within
from infra.readers.day import Article, Reader, View


@dataclass(frozen=True)
class Flood:
    """Where it comes from: addresses, or the beginnings of its networks' addresses.

    `one_agent`: it is always the same browser, else another one each time.
    """

    places: tuple[str, ...]
    one_agent: bool = False

    def views(
        self, article: Article, number: int, *, begin: float, seconds: float = 1800, seed: int = 1
    ) -> Iterator[View]:
        """So many views from second `begin` of the day on."""
        rng = random.Random(seed)
        agent = forged_agent(rng)
        for count in range(number):
            place = rng.choice(self.places)
            ip = within(rng, place) if place[-1] in ".:" else place
            agent = agent if self.one_agent else forged_agent(rng)
            yield View(begin + seconds * count / number, Reader(ip, agent), article, "read")


FLOODS = {
    "one reader": Flood(("198.51.100.7",), one_agent=True),
    "one address": Flood(("198.51.100.7",)),
    "one /24": Flood(("198.51.100.",)),
    "one /48": Flood(("2001:db8:7:",)),
    "256 networks": Flood(tuple(f"198.51.{network}." for network in range(256))),
    "a botnet": Flood(tuple(f"{11 + net // 256}.77.{net % 256}." for net in range(10_000))),
}


def forged_agent(rng: random.Random) -> str:
    """A browser that nobody has, different each time in letters and in figures."""
    build = "".join(rng.choices("KLMNPQRSTVWXZ", k=6))
    version = f"{rng.randrange(90, 149)}.0.{rng.randrange(9999)}.{rng.randrange(200)}"
    return (
        f"Mozilla/5.0 (Linux; Android {rng.randrange(8, 16)}; {build} Build/{rng.getrandbits(24)})"
        f" AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version} Mobile Safari/537.36"
    )
