"""`triptych status`: where a story is in each edition, why, and how it came there."""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from infra.cli.target import add_target, target
from infra.cli.timeline import Hop, timeline
from shared.desk.overview import row
from shared.desk.ports import Row
from shared.news.keys import NEWSROOM_LOG, log_of
from shared.news.office import office
from shared.wiring.report import desk

_IN_ADDRESS = re.compile(r"(?:-|/s/)([a-z2-7]{10})/?(?:[?#].*)?$")
_ID = re.compile(r"[a-z2-7]{10}")


def add_to(commands: Any) -> None:
    parser = commands.add_parser("status", help="where a story is, and how it came there")
    parser.add_argument("what", help="a story's id, a key of the inbox, or an address of the site")
    parser.add_argument("--timeline", action="store_true", help="every hop with its time")
    parser.add_argument("--json", action="store_true", help="for programs")
    add_target(parser)
    parser.set_defaults(do=status)


def status(options: argparse.Namespace) -> int:
    """The exit status: 0 where there is such an upload, whatever became of it."""
    where = target(options)
    log = log_named(options.what)
    told = told_of(log) if log else None
    if log is None or told is None:
        print(f"Nothing is known of {options.what}", file=sys.stderr)
        return 1
    hops = timeline(log, where) if options.timeline else ()
    if options.json:
        about = {"status": told.model_dump(mode="json"), "timeline": [hop.told() for hop in hops]}
        print(json.dumps(about, indent=2, ensure_ascii=False))
        return 0
    print("\n".join([*_now(told), *_hops(hops)]))
    return 0


def log_named(what: str) -> str | None:
    """The log that an id, an inbox key or an address means; None where it means none."""
    if what.startswith(("inbox/", "config/")):
        return log_of(what)
    address = _IN_ADDRESS.search(what)
    if address:
        return address[1]
    return what if _ID.fullmatch(what) or what == NEWSROOM_LOG else None


def told_of(log: str) -> Row | None:
    """What the desk's overview says of it, made now."""
    ports = desk()
    return row(ports.dossier(log, office(ports.archive, ports.bodies).newsroom))


def _now(told: Row) -> Iterator[str]:
    yield f"{told.headline}  ({told.log}, revision {told.revision})"
    yield from _columns([(line.upload, line.state, line.says or "") for line in told.uploads])
    editions = [
        (edition, one.state, f"revision {one.revision or '-'}", one.url or "", one.says or "")
        for edition, one in told.editions.items()
    ]
    yield from _columns(editions)


def _hops(hops: Sequence[Hop]) -> Iterator[str]:
    """Each hop with its time of day (UTC) and what passed since the one before."""
    before: datetime | None = None
    rows = []
    for hop in hops:
        passed = f"+{max((hop.at - before).total_seconds(), 0):.1f} s" if before else ""
        rows.append((f"{hop.at:%Y-%m-%d %H:%M:%S.%f}"[:-3], passed.rjust(9), hop.source, hop.what))
        before = hop.at
    yield from _columns(rows)


def _columns(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for one in rows:
        cells = (cell.ljust(width) for cell, width in zip(one, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()
