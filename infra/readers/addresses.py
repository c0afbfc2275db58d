"""Where readers are: addresses on the internet, and those of this machine's loopback."""

import random
from collections.abc import Iterator


def internet(rng: random.Random, networks: int) -> Iterator[str]:
    """Addresses without end in so many networks, a few of which hold most readers.

    Two in five are /48 of IPv6, the others /24 of IPv4.
    """
    known = [_network(rng) for _ in range(networks)]
    crowded = [rng.paretovariate(1.5) for _ in known]
    while True:
        for network in rng.choices(known, crowded, k=1000):
            yield within(rng, network)


def loopback(rng: random.Random) -> Iterator[str]:
    """Addresses without end in 127.0.0.0/8, each in a /24 of its own as long as there are some.

    127.0.0.0/24 is left to the people of this machine.
    """
    while True:
        for network in rng.sample(range(1, 1 << 16), (1 << 16) - 1):
            yield f"127.{network >> 8}.{network & 255}.{rng.randrange(1, 255)}"


def _network(rng: random.Random) -> str:
    if rng.random() < 0.4:
        return f"2{rng.randrange(16**2):02x}0:{rng.randrange(16**4):x}:{rng.randrange(16**4):x}:"
    first = rng.choice((*range(11, 100), *range(101, 127), *range(128, 169), *range(173, 192)))
    return f"{first}.{rng.randrange(256)}.{rng.randrange(256)}."


def within(rng: random.Random, network: str) -> str:
    """An address of the network whose addresses begin so: `198.51.100.` or `2001:db8:7:`."""
    if ":" not in network:
        return f"{network}{rng.randrange(1, 255)}"
    words = ":".join(f"{word:x}" for word in rng.choices(range(1, 1 << 16), k=4))
    return f"{network}{rng.randrange(1 << 16):x}:{words}"
