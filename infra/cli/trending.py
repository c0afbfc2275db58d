"""`triptych trending`: what readers read most, and why a story stands where it does."""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

from infra.cli.status import log_named
from infra.cli.target import add_target, target
from shared.aws.clients import client
from shared.aws.hours import DynamoDeltas, DynamoRollups
from shared.aws.tables import Table
from shared.news.language import LANGUAGES
from shared.news.ranking import CHARTS, Flag, Ranking
from shared.trending.ledger import Ledger
from shared.trending.ports import Place
from shared.trending.rank import Counted, look
from shared.trending.why import Why, why
from shared.wiring.rank import board, settings

NOW = timedelta(0)


class Read(DynamoDeltas):
    """Who only looks, settles nothing."""

    def settle(self, hour: datetime, names: Iterable[str]) -> None: ...

    def forget(self, hour: datetime) -> None: ...


class Kept(DynamoRollups):
    """And closes nothing."""

    def close(self, hour: datetime, kept: Sequence[bytes], made_of: int) -> None: ...


def add_to(commands: Any) -> None:
    parser = commands.add_parser("trending", help="what readers read most, and why")
    parser.add_argument("--edition", choices=LANGUAGES, help="only this edition")
    parser.add_argument("--list", help="home, everywhere or section/<id>; default home")
    parser.add_argument("--why", metavar="STORY", help="a story's id, inbox key or address")
    parser.add_argument("--json", action="store_true", help="for programs")
    add_target(parser)
    parser.set_defaults(do=show)


def show(options: argparse.Namespace) -> int:
    """The exit status: 0 where there is such a list, or story."""
    target(options)
    return explain(options) if options.why else tell(options)


def tell(options: argparse.Namespace) -> int:
    """Print rankings as readers have them."""
    places: list[Place] = [
        (edition, options.list or "home", chart)
        for edition in LANGUAGES
        if options.edition in {None, edition}
        for chart in CHARTS
    ]
    found = board().rankings.standing(places)
    rankings = [found[place] for place in places if place in found]
    if not rankings:
        print(f"There is no such list yet: {options.list or 'home'}", file=sys.stderr)
        return 1
    if options.json:
        print(json.dumps([one.model_dump(mode="json") for one in rankings], indent=2))
    else:
        now = _look()
        print("\n".join(line for one in rankings for line in _ranking(one, now)))
    return 0


def _ranking(ranking: Ranking, now: Counted) -> Iterator[str]:
    """A ranking with what it was made of, and the readers of now: it stays while its order does."""
    yield (
        f"{ranking.edition} {ranking.list} {ranking.chart}: {ranking.state}, "
        f"revision {ranking.revision}, numbers as of {ranking.as_of:%Y-%m-%d %H:%M}"
    )
    read = now.readers[now.source(ranking.edition, ranking.list)].day
    stories = [one.story for one in ranking.stories]
    cards = board().stories.cards(stories, ranking.edition, NOW)
    for place, one in enumerate(ranking.stories, 1):
        headline = cards[one.story].headline if one.story in cards else "(not live)"
        readers = f"{one.readers} readers (now {read.get(one.story, 0)})"
        counted = f"{readers}, score {one.score / 1000:g}"
        told = {"readers": counted, "pin": f"pinned, {readers}", "latest": "one of the latest"}
        yield f"  {place:>2}  {one.story}  {headline}: {told[one.because]}"


def explain(options: argparse.Namespace) -> int:
    """Print why a story stands where it does, as the next run of `rank` would see it."""
    story = log_named(options.why)
    found = _answers(story) if story else ()
    chosen = [one for one in found if options.edition in {None, one.edition}]
    if not [one for one in chosen if one.live or one.hours]:
        print(f"Nothing is known of {options.why}", file=sys.stderr)
        return 1
    if options.json:
        told = [asdict(one) | {"flags": [*map(_plain, one.flags)]} for one in chosen]
        print(json.dumps(told, indent=2, default=str, ensure_ascii=False))
    else:
        print("\n".join(line for one in chosen for line in _told(one)))
    return 0


def _answers(story: str) -> tuple[Why, ...]:
    """What the next run would see."""
    return why(_look(), board().stories, story)


def _look() -> Counted:
    """What the next run would count, without doing anything of what it does."""
    counts = Table(client("dynamodb"), settings().counts_table_name)
    return look(replace(board(), ledger=Ledger(Read(counts), Kept(counts))))


def _plain(flag: Flag) -> dict[str, Any]:
    return flag.model_dump(mode="json")


def _told(one: Why) -> Iterator[str]:
    yield f"{one.edition}  {one.headline or '(not live in this edition)'}"
    yield f"  {one.readers} readers in 24 full hours and the present one"
    if one.surge:
        yield (
            f"  just now {one.surge.recent:.1f} readers in 15 minutes, {one.surge.before:.1f} in "
            f"15 of the three hours before: ratio {one.ratio}; decayed {one.surge.decayed:.1f}"
            f"{', with the bonus of who stood there' if one.stood else ''}"
        )
    if one.boost != 1:
        yield f"  the editors multiply its scores by {one.boost:g}"
    for flag in one.flags:
        out = "out of Trending" if flag.out else "no consequence"
        yield f"  flagged {flag.hour:%d %H:00}: {flag.why} ({out})"
    for hour in one.hours:
        yield (
            f"  {hour.hour:%d %H:00}  {hour.views} views, {hour.visitors} visitors, "
            f"{hour.networks} networks, {hour.phones} % phones: {hour.readers} readers"
        )
    for stand in one.stands:
        where = f"place {stand.place}, score {stand.score / 1000:g}" if stand.place else "not there"
        yield f"  {stand.list} {stand.chart}: {where}, {stand.why}"
