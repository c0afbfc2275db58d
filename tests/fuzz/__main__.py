"""`make fuzz`: sentences with everything in them through engines of every behaviour.

Prints what was accepted, and each fault of what was accepted with its seed; fails if there is one.
"""

import argparse
import sys

from tests.fuzz.apertium import apertium
from tests.fuzz.behaviours import BEHAVIOURS
from tests.fuzz.campaign import CASES, Tally, behaving, campaign


def main() -> int:
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("--cases", type=int, default=CASES, help="for each engine")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    asked = parser.parse_args()
    found = tallies(asked.cases, asked.first)
    for name, tally in found.items():
        say(f"{name}: {tally.cases:,} cases, {tally.accepted:,} accepted, {len(tally.wrong)} wrong")
        for seed, wrong in tally.wrong.items():
            say(f"\n{seed}: {wrong}")
    return 1 if any(tally.wrong for tally in found.values()) else 0


def tallies(cases: int, first: int = 0) -> dict[str, Tally]:
    """What became of the cases, by engine; installs Apertium where there is none."""
    found = {name: campaign(behaving(name, first), cases, first) for name in BEHAVIOURS}
    with apertium() as engine:
        found["Apertium"] = campaign(engine, cases, first)
    return found


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
