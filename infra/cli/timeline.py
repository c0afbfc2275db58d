"""The hops of an upload: from facts, from the times of objects, and from the functions' logs."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from botocore.exceptions import ClientError

from infra.cli.target import Target
from shared.desk.dossier import Dossier
from shared.desk.report import Desk
from shared.news.archive import fetch
from shared.news.facts import EditionAccepted, Fact, Illustrated, SourceAccepted, Translated
from shared.news.keys import receipt_key
from shared.news.office import office
from shared.news.words import MachineText
from shared.pages.names import key_of
from shared.wiring.report import desk

TOLD = {
    "published": "pages published: {puts} put, purged: {purged}",
    "live": "readers of {edition} have it after {milliseconds:.0f} ms",
    "reported": "receipts written: {puts} put",
    "released": "its minute has come",
    "to be tried again": "failed, to be tried again: {reason}",
    "a bug": "failed by a bug: {reason}",
}
"""The log lines that say more than the facts do, and how they are told."""

MARGIN = timedelta(minutes=5)


@dataclass(frozen=True)
class Hop:
    """Something that happened to an upload; `source` is where that is written."""

    at: datetime
    source: str
    what: str

    def told(self) -> dict[str, str]:
        return {"at": self.at.isoformat(), "source": self.source, "what": self.what}


def timeline(log: str, where: Target) -> tuple[Hop, ...]:
    """Every hop, the oldest first; logs are read as far back as they are kept."""
    ports = desk()
    dossier = ports.dossier(log, office(ports.archive, ports.bodies).newsroom)
    hops = [*_facts(dossier, ports), *_objects(dossier, where)]
    if dossier.log.facts:
        hops += _logs(log, dossier.log.facts[0].at - MARGIN, where)
    return tuple(sorted(hops, key=_when))


def _when(hop: Hop) -> datetime:
    """S3 tells whole seconds: a put belongs behind what led to it in the same second."""
    whole = hop.source == "site" and hop.at.microsecond == 0
    return hop.at + timedelta(microseconds=999_999) if whole else hop.at


def _facts(dossier: Dossier, ports: Desk) -> Iterator[Hop]:
    for fact in dossier.log.facts:
        uploaded = getattr(fact.what, "uploaded", None)
        if isinstance(fact.what, SourceAccepted | EditionAccepted) and uploaded:
            yield Hop(uploaded, "inbox", f"uploaded {fact.what.key} {fact.what.version}")
        yield Hop(fact.at, f"fact {fact.number}", _said(fact, ports))


def _said(fact: Fact, ports: Desk) -> str:
    match fact.what:
        case Translated(edition=edition, held=str(held)):
            return f"Translated {edition}: held, {held}"
        case Translated(edition=edition, body=str(body)):
            made = fetch(ports.bodies, body, MachineText).made.values()
            engines = sorted({engine for one in made for engine in one.by})
            return f"Translated {edition}: {', '.join(engines)}"
        case Illustrated(key=key, renditions=renditions):
            return f"Illustrated {key}: {len(renditions)} renditions"
        case what:
            return f"{what.kind} {getattr(what, 'key', '')}".rstrip()


def _objects(dossier: Dossier, where: Target) -> Iterator[Hop]:
    """When the pages and receipts that stand were put."""
    s3 = where.client("s3")
    places = dossier.seen.editions if dossier.seen else {}
    keys = [key_of(one.place.address) for one in places.values() if one.place]
    for bucket, source, wanted in (
        (where.outputs["SiteBucket"], "site", keys),
        (where.outputs["NewsroomBucket"], "receipts", [*map(receipt_key, dossier.uploads())]),
    ):
        for key in wanted:
            try:
                at = s3.head_object(Bucket=bucket, Key=key)["LastModified"].astimezone(UTC)
            except ClientError:  # it does not stand (yet)
                continue
            yield Hop(at, source, f"put {key}")


def _logs(log: str, since: datetime, where: Target) -> Iterator[Hop]:
    client = where.client("logs")
    for name, group in where.resources("AWS::Logs::LogGroup").items():
        pages = client.get_paginator("filter_log_events").paginate(
            logGroupName=group,
            startTime=int(since.timestamp() * 1000),
            filterPattern=f'"{log}."',
        )
        function = name.removesuffix("Logs").lower()
        for page in pages:
            yield from (hop for event in page["events"] if (hop := _line(function, log, event)))


def _line(function: str, log: str, event: dict[str, Any]) -> Hop | None:
    try:
        line = json.loads(event["message"])
    except ValueError:  # a line of Lambda's own
        return None
    ids = str(line.get("correlation_id", "")).split()
    told = TOLD.get(line.get("message", ""))
    if told is None or not any(one.startswith(f"{log}.") for one in ids):
        return None
    if line["message"] == "live" and line["story"] != log:
        return None
    at = datetime.strptime(line["timestamp"], "%Y-%m-%d %H:%M:%S,%f%z").astimezone(UTC)
    return Hop(at, function, told.format_map(line))
