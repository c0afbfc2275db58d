"""What goes wrong in one run: each run draws its own few kinds of trouble, each at its own rate."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Weather:
    """The chance of each kind of trouble at each step; of `loss`, for each message."""

    crash: float = 0
    throttle: float = 0
    stall: float = 0
    duplicate: float = 0
    reorder: float = 0
    outage: float = 0
    deployment: float = 0
    configuration: float = 0
    loss: float = 0
    sweep: float = 0


CLEAR = Weather()
HEAVIEST = Weather(
    crash=0.02,
    throttle=0.02,
    stall=0.05,
    duplicate=0.05,
    reorder=0.9,
    outage=0.5,
    deployment=0.002,
    configuration=0.003,
    loss=0.4,
    sweep=0.02,
)


def drawn(random: Random) -> Weather:
    """Swarm testing: half of the troubles are absent, so that each has runs to itself."""
    return Weather(
        **{
            name: heaviest * random.random() ** 2 if random.random() < 0.5 else 0
            for name, heaviest in vars(HEAVIEST).items()
        }
    )
