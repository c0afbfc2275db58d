"""`triptych verify`: whether the site is what the facts say, byte for byte."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

from infra.cli.target import add_target, target
from shared.pages.verify import OtherRenderer, verify
from shared.wiring.publish import catalogue, press, site

EVERY = 100


def add_to(commands: Any) -> None:
    parser = commands.add_parser("verify", help="compare the site with the facts: exit 0 or 1")
    add_target(parser)
    parser.set_defaults(do=check)


def check(options: argparse.Namespace) -> int:
    """Print each difference; the exit status: 0 if there is none."""
    target(options)
    kinds = Counter[str]()
    try:
        for one in verify(_counted(catalogue().logs()), press(), site()):
            kinds[one.kind] += 1
            about = f" ({one.about})" if one.about else ""
            story = f" [story {one.story}]" if one.story else ""
            print(f"{one.kind}: {one.what}{about}{story}", flush=True)
    except OtherRenderer as failure:
        print(failure, file=sys.stderr)
        return 1
    if not kinds:
        print("The site is what the facts say, byte for byte.")
        return 0
    print(", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())))
    return 1


def _counted(logs: Iterator[str]) -> Iterator[str]:
    """The logs; how many there were so far is told beside the differences."""
    number = 0
    for number, log in enumerate(logs, start=1):
        if number % EVERY == 0:
            print(f"{number} logs ...", file=sys.stderr, flush=True)
        yield log
    print(f"{number} logs", file=sys.stderr, flush=True)
