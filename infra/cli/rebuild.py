"""`triptych rebuild`: the whole site again from the facts, going on where it was broken off.

The logs to go through, and how far it came, are kept in the newsroom bucket under `rebuild/`.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from typing import Any

from infra.cli.target import add_target, target
from shared.pages.publish import Outcome, every_list, install_pages
from shared.pages.rebuild import enter, make_list, make_pages
from shared.wiring.publish import catalogue, press

CHUNK = 20
LOGS, PROGRESS = "rebuild/logs.json", "rebuild/progress.json"


def add_to(commands: Any) -> None:
    parser = commands.add_parser("rebuild", help="write the whole site again from the facts")
    parser.add_argument("--afresh", action="store_true", help="do not go on with an earlier one")
    add_target(parser)
    parser.set_defaults(do=rebuild)


def rebuild(options: argparse.Namespace) -> int:
    """Entries, lists, pages; the exit status: 0 if every story came through."""
    deployment = target(options)
    notes = _Notes(deployment.client("s3"), deployment.outputs["NewsroomBucket"])
    done = {} if options.afresh else notes.read(PROGRESS) or {}
    logs = notes.read(LOGS) if done else None
    if logs is None:
        logs, done = sorted(catalogue().logs()), {}
        notes.write(LOGS, logs)
    install_pages(press())
    lists = every_list(press())
    steps: list[tuple[str, Sequence[Any], Callable[[Any], Outcome]]] = [
        ("entries", _chunks(logs), lambda some: enter(some, press())),
        ("lists", lists, lambda which: make_list(which, press())),
        ("pages", _chunks(logs), lambda some: make_pages(some, press())),
    ]
    for name, parts, make in steps:
        for number in range(done.get(name, 0), len(parts)):
            failed = make(parts[number]).failed
            for story, failure in failed.items():
                print(f"not rebuilt: {story}: {failure}", file=sys.stderr)
            if failed:
                print("Say triptych rebuild again to go on from here.", file=sys.stderr)
                return 1
            done[name] = number + 1
            notes.write(PROGRESS, done)
            print(f"{name}: {number + 1} of {len(parts)}", flush=True)
    notes.write(PROGRESS, {})
    print(f"The site is written again from {len(logs)} logs.")
    return 0


def _chunks(logs: list[str]) -> list[list[str]]:
    return [logs[at : at + CHUNK] for at in range(0, len(logs), CHUNK)]


class _Notes:
    """What a rebuild remembers of itself."""

    def __init__(self, s3: Any, bucket: str) -> None:
        self._s3, self._bucket = s3, bucket

    def read(self, key: str) -> Any:
        try:
            answer = self._s3.get_object(Bucket=self._bucket, Key=key)
        except self._s3.exceptions.NoSuchKey:
            return None
        return json.loads(answer["Body"].read())

    def write(self, key: str, value: Any) -> None:
        self._s3.put_object(Bucket=self._bucket, Key=key, Body=json.dumps(value).encode())
