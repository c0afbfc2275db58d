"""`make orders`: all 40,320 orders of eight events, and longer scripts in orders made by chance.

Prints in how many states they end, and each script that does not end as it should with its seed.
"""

import argparse
import sys

from tests.orders.play import campaign, every_order
from tests.orders.script import beginning, eight
from tests.orders.stage import lost, says

SHOWN_EVERY = 5_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="make orders", description=__doc__)
    parser.add_argument("--runs", type=int, default=100_000, help="longer scripts")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    asked = parser.parse_args()
    ends = every_order(beginning(), eight())
    different, gone = {says(state) for state in ends}, frozenset().union(*map(lost, ends))
    say(f"{sum(ends.values()):,} orders, {len(different)} final states, {len(gone)} texts lost")
    runs, wrong = 0, dict[int, str]()
    for runs, wrong in campaign(asked.first, asked.runs):
        if runs % SHOWN_EVERY == 0:
            say(f"{runs:,} longer scripts, {len(wrong)} wrong")
    say(f"{runs:,} longer scripts, {len(wrong)} wrong")
    for seed, what in sorted(wrong.items()):
        say(f"\n{seed}: {what}")
    return 1 if len(different) != 1 or gone or wrong else 0


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
