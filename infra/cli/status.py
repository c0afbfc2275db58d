"""`triptych status`: where a story is in each edition, why, and how it came there."""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from infra.cli.target import Target, add_target, target
from infra.cli.timeline import Hop, timeline
from shared.aws.arrivals import S3Arrivals
from shared.desk.overview import row
from shared.desk.ports import Row
from shared.desk.sweep import Arrived, is_known
from shared.news.keys import NEWSROOM_LOG, log_of, story_key
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
    keys = [options.what, *(line.upload for line in (told.uploads if told else ()))]
    waits = untaken(log, keys, where) if log else ()
    if log is None or not (told or waits):
        print(f"Nothing is known of {options.what}", file=sys.stderr)
        return 1
    hops = timeline(log, where) if options.timeline else ()
    if options.json:
        about = {
            "status": told and told.model_dump(mode="json"),
            "waits": [{"upload": one.key, "version": one.version} for one in waits],
            "timeline": [hop.told() for hop in hops],
        }
        print(json.dumps(about, indent=2, ensure_ascii=False))
        return 0
    print("\n".join([*(_now(told) if told else ()), *map(_wait, waits), *_hops(hops)]))
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


def untaken(log: str, keys: Iterable[str], where: Target) -> tuple[Arrived, ...]:
    """What no function has taken in yet: files of the log of whose newest version no fact speaks.

    Looks at the files with these keys, and at their translations.
    """
    arrivals = S3Arrivals(where.client("s3"), where.outputs["NewsroomBucket"])
    stems = {name.stem if (name := story_key(key)) else key for key in keys}
    found = [
        one for stem in sorted(stems) for one in arrivals.under(stem) if log_of(one.key) == log
    ]
    known = desk().archive.read(log)
    return tuple(one for one in found if not is_known(one, known))


def _now(told: Row) -> Iterator[str]:
    yield f"{told.headline}  ({told.log}, revision {told.revision})"
    yield from _columns([(line.upload, line.state, line.says or "") for line in told.uploads])
    editions = [
        (edition, one.state, f"revision {one.revision or '-'}", one.url or "", one.says or "")
        for edition, one in told.editions.items()
    ]
    yield from _columns(editions)


def _wait(one: Arrived) -> str:
    did = "deleted" if one.deleted else "uploaded"
    return f"  {one.key}  {did} {one.at:%Y-%m-%d %H:%M:%S}, not taken in yet ({one.version})"


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
