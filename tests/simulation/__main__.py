"""`make simulate`: many runs, or one again with its trace.

Prints how many runs were played a second, what befell them, and each violation with its seed.
"""

import argparse
import sys

from tests.simulation.campaign import Tally, campaign, play

SHOWN_EVERY = 1000


def main() -> int:
    parser = argparse.ArgumentParser(prog="make simulate", description=__doc__)
    parser.add_argument("--runs", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--seed", type=int, help="play this run again and print its trace")
    asked = parser.parse_args()
    if asked.seed is not None:
        return replay(asked.seed)
    tally = Tally()
    for tally in campaign(asked.first, asked.runs):
        if tally.runs % SHOWN_EVERY == 0:
            say(tally)
    say(tally)
    for seed, violation in sorted(tally.violations.items()):
        say(f"\nSEED={seed}  {violation}")
    return 1 if tally.violations else 0


def say(line: object) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def replay(seed: int) -> int:
    stage = play(seed)
    say("\n".join(stage.trace))
    say(stage.violation or "no violation")
    return 1 if stage.violation else 0


if __name__ == "__main__":
    sys.exit(main())
