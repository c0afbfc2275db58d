"""`triptych spending`: what engines were sent and what that costs, and which are left alone."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, get_args

from infra.cli.target import add_target, target
from shared.aws.breakers import DynamoBreakers
from shared.aws.clients import client
from shared.aws.tables import Table
from shared.aws.till import DynamoTill
from shared.clock import utc_now
from shared.news.budget import MILLION, Budget, Period
from shared.news.newsroom import Engine, Newsroom
from shared.news.office import office
from shared.translation.purse import period_name
from shared.wiring.report import desk, settings

FREE = {"memory", "pseudo"}
PERIODS: dict[Period, str] = {"day": "today", "month": "this month"}


@dataclass(frozen=True)
class Spent:
    """What an engine was sent in a day or a month; `most` is None where it has no budget."""

    engine: str
    period: Period
    name: str
    characters: int
    dollars: float
    most: int | None


@dataclass(frozen=True)
class Resting:
    """An engine that is left alone for a pair of languages ("en#es")."""

    engine: str
    pair: str
    why: str
    until: datetime
    opened: int


def add_to(commands: Any) -> None:
    parser = commands.add_parser("spending", help="what translators cost, and which are left alone")
    parser.add_argument("--json", action="store_true", help="for programs")
    add_target(parser)
    parser.set_defaults(do=spending)


def spending(options: argparse.Namespace) -> int:
    """The exit status: 0."""
    target(options)
    return tell(options, utc_now())


def tell(options: argparse.Namespace, now: datetime) -> int:
    """Print what was spent until now; the exit status."""
    table = Table(client("dynamodb"), settings().table_name)
    newsroom = office(desk().archive, desk().bodies).newsroom
    engines = [name for name in get_args(Engine) if name not in FREE]
    spent = list(_spent(engines, newsroom, DynamoTill(table, utc_now), now))
    resting = list(_resting(engines, DynamoBreakers(table, utc_now), now))
    if options.json:
        told = {
            "spent": [asdict(one) for one in spent],
            "resting": [asdict(one) for one in resting],
        }
        print(json.dumps(told, indent=2, default=str))
        return 0
    lines = [_line(one, newsroom.budget(one.engine)) for one in spent]
    print("\n".join(lines) or "No translator was sent anything this month.")
    for one in resting:
        print(
            f"{one.engine} is left alone from {one.pair.replace('#', ' to ')} "
            f"until {one.until:%H:%M:%S} UTC: {one.why}, for the {_nth(one.opened)} time in a row"
        )
    return 0


def _spent(
    engines: list[str], newsroom: Newsroom, till: DynamoTill, now: datetime
) -> Iterator[Spent]:
    """Of those that have a budget, or were sent something this month."""
    for engine in engines:
        budget = newsroom.budget(engine)
        if budget == Budget() and not till.counted(engine, period_name("month", now)):
            continue
        for period in PERIODS:
            name = period_name(period, now)
            characters = till.counted(engine, name)
            dollars = characters * budget.price(engine) / MILLION
            yield Spent(engine, period, name, characters, dollars, budget.most(engine, period))


def _resting(engines: list[str], breakers: DynamoBreakers, now: datetime) -> Iterator[Resting]:
    for engine in engines:
        for pair, one in breakers.known(engine):
            if one.until and one.is_open(now):
                yield Resting(engine, pair, one.why, one.until, one.opened)


def _line(one: Spent, budget: Budget) -> str:
    price = budget.price(one.engine)
    said = f"{one.characters:,} characters"
    if one.most is not None:
        percent = f" ({one.characters / one.most:.0%})" if one.most else ""
        said += f" of {one.most:,}{percent}"
    money = f", ${one.dollars:,.2f}" if price else ""
    if price and one.most is not None:
        money += f" of ${one.most * price / MILLION:,.2f}"
    return f"{one.engine:<16} {PERIODS[one.period]:<10} {one.name:<10} {said}{money}"


def _nth(number: int) -> str:
    return {1: "first", 2: "second", 3: "third"}.get(number, f"{number}th")
