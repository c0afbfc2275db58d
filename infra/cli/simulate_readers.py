"""`triptych simulate-readers`: a day of invented readers on the local site, quickly."""

import argparse
import contextlib
import heapq
import random
import signal
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from infra.cli.target import NoTarget
from infra.local.cloud import last_cloud
from infra.readers.addresses import loopback
from infra.readers.agents import browsers
from infra.readers.day import SHARES, Article, Breaking, Day, Kind, Reader, View, people, robots
from infra.readers.floods import Flood
from infra.readers.local_site import HERE, LocalSite, NotLocal, Visit
from infra.readers.visits import visits
from shared.news.language import LANGUAGES

MOST_READERS = 20_000
VIEWS_EACH = 4  # those of robots included
MORNING = 6 * 60
FORGED = 1_000
FORGERS = Flood(("127.66.66.",))
KINDS: dict[Kind, str] = {
    "read": "pages to readers", "again": "of them once more", "robot": "to robots",
    "monitor": "checks of monitors", "prefetch": "fetched ahead", "gone": "of pages not there",
}  # fmt: skip


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "simulate-readers", help="send a day of invented readers to the local site"
    )
    say = parser.add_argument
    say("--readers", type=int, default=300, metavar="N", help="how many; default 300")
    say("--minutes", type=int, default=1440, metavar="M",
        help="how much of the day, from six in the morning on; default 1440")  # fmt: skip
    say("--speed", type=float, default=288, metavar="X",
        help="minutes of the day in one of ours; default 288, a day in five minutes")  # fmt: skip
    say("--breaking", metavar="STORY",
        help="a story's id, or words of its headline: after a third of the time it takes a third of"
        " all readers")  # fmt: skip
    say("--flood", metavar="STORY",
        help=f"a story that a forger opens {FORGED:,} times, from one network, as another browser"
        " each time")  # fmt: skip
    say("--seed", type=int, default=1, help="another number, another day")
    say("--site", metavar="URL", help="by default the one that make run started")
    parser.set_defaults(do=simulate_readers)


def simulate_readers(options: argparse.Namespace) -> int:
    """Send the day and say what was sent; raises NoTarget where that cannot be."""
    _check(options)
    site = _site(options.site)
    headlines = _headlines(site)
    views, done = _views(options, headlines), list[Visit]()
    expected = options.readers * VIEWS_EACH + FORGED * bool(options.flood)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    began = time.monotonic()
    sending = visits(site, views, first=60 * MORNING, speed=options.speed)
    try:
        with _progress(expected) as show, contextlib.closing(sending):
            for visit in sending:
                done.append(visit)
                show(visit)
    except KeyboardInterrupt:
        print("Stopped.")
    print("\n".join(_told(site, done, headlines, time.monotonic() - began)), flush=True)
    return 0


def _check(options: argparse.Namespace) -> None:
    if not 0 < options.readers <= MOST_READERS:
        raise NoTarget(f"--readers is 1 to {MOST_READERS:,}")
    if not 0 < options.minutes <= 1440:
        raise NoTarget("--minutes is 1 to 1440, the minutes of a day")
    if options.speed <= 0:
        raise NoTarget("--speed is more than 0")


def _site(url: str | None) -> LocalSite:
    cloud = last_cloud()
    if url is None and cloud is None:
        raise NoTarget("There is no local cloud yet: say make run first")
    try:
        return LocalSite(url or (cloud.site_url if cloud else ""))
    except NotLocal as failure:
        raise NoTarget(str(failure)) from None


def _headlines(site: LocalSite) -> dict[Article, str]:
    try:
        found = site.articles()
    except OSError as failure:
        raise NoTarget(f"{failure}: say make run first") from None
    if not found:
        raise NoTarget(f"The fronts of {site.url} link no article yet")
    return found


def _views(options: argparse.Namespace, headlines: Mapping[Article, str]) -> Iterator[View]:
    rng = random.Random(options.seed)  # noqa: S311 - the same day again
    articles, ips, agents = sorted(headlines), loopback(rng), browsers()
    crowd = {
        edition: people(rng, max(1, int(options.readers * share)), ips, agents)
        for edition, share in SHARES.items()
    }
    news = None
    if options.breaking:
        third = MORNING + options.minutes // 3
        news = Breaking(_story(options.breaking, headlines), third, share=1 / 3)
    day = Day(
        articles, crowd, robots(rng, 10, ips), options.readers * VIEWS_EACH, options.seed,
        MORNING, options.minutes, breaking=news,
    )  # fmt: skip
    if not options.flood:
        return day.reading()
    story = _story(options.flood, headlines)
    forged = next(one for one in articles if one.story == story)
    flood = FORGERS.views(forged, FORGED, begin=60 * MORNING, seconds=60 * options.minutes)
    return heapq.merge(day.reading(), flood)


def _story(named: str, headlines: Mapping[Article, str]) -> str:
    """The one story that is meant; raises NoTarget with all that there are."""
    found = {one.story for one in headlines if named in {one.story, one.address}}
    found = found or {
        one.story
        for one, words in headlines.items()
        if named.casefold() in f"{one.address} {words}".casefold()
    }
    if len(found) != 1:
        english = sorted(
            (one.story, one.edition != "en", words) for one, words in headlines.items()
        )
        known = {story: f"  {story}  {words}" for story, _, words in reversed(english)}
        said = f"{len(found)} stories are called {named}, of these:"
        raise NoTarget("\n".join([said, *known.values()]))
    return found.pop()


@contextlib.contextmanager
def _progress(expected: int) -> Iterator[Callable[[Visit], None]]:
    """A bar on a terminal; elsewhere a line for each tenth."""
    console = Console()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        bar = progress.add_task("", total=expected)
        done = 0

        def show(visit: Visit) -> None:
            nonlocal done
            done += 1
            minute = int(visit.view.at) // 60
            clock = f"{minute // 60 % 24:02}:{minute % 60:02} of the day"
            progress.update(bar, completed=done, description=clock)
            if not console.is_terminal and done % max(1, expected // 10) == 0:
                print(f"{clock}: {done:,} of some {expected:,} pages", flush=True)

        yield show


def _told(
    site: LocalSite, done: Sequence[Visit], headlines: Mapping[Article, str], seconds: float
) -> Iterator[str]:
    """What was sent, what it should come to, and where to look."""
    kinds = Counter(one.view.kind for one in done)
    statuses = Counter(one.status for one in done)
    yield f"Sent {sum(one.requests for one in done):,} requests in {seconds:.0f} s; for pages:"
    yield "  " + ", ".join(f"{kinds[kind]:,} {words}" for kind, words in KINDS.items())
    answers = (f"{number:,} x {status or 'none'}" for status, number in sorted(statuses.items()))
    yield f"  answered {', '.join(answers)}"
    if not site.many_addresses:
        yield f"This machine has one address, {HERE}, so all were one network: at most 20 readers"
    yield "Most readers, the most 20 of one network:"
    read = _readers(done)
    for edition in LANGUAGES:
        first = sorted((number, one) for one, number in read.items() if one.edition == edition)
        for number, article in reversed(first[-5:]):
            yield f"  {edition} {number:6,}  {headlines[article]}"
    pages = ", ".join(f"{site.url}/{edition}/most-read" for edition in LANGUAGES)
    yield f"Within a minute or so: {pages}, the fronts, and triptych trending"


def _readers(done: Sequence[Visit]) -> dict[Article, int]:
    """What each article should be counted: people who got it, few of any one network."""
    people = defaultdict[Article, set[Reader]](set)
    for one in done:
        if one.view.kind in {"read", "again"} and one.status in {200, 304}:
            people[one.view.article].add(one.view.reader)
    return {article: _at_most_twenty_each(readers) for article, readers in people.items()}


def _at_most_twenty_each(readers: set[Reader]) -> int:
    networks = Counter(reader.ip.rpartition(".")[0] for reader in readers)
    return sum(min(20, number) for number in networks.values())
