"""The `triptych` command: one module for each thing that it can do."""

import argparse
import os
import shlex
import sys
from collections.abc import Sequence

from infra.cli import (
    rebuild,
    redrive,
    simulate_readers,
    spending,
    status,
    sweep,
    translations,
    trending,
    verify,
)
from infra.cli.target import NoTarget
from infra.local.cloud import last_cloud
from infra.local.run import run

NOBODY_READS = 141
"""The exit status of programs whose reader has gone, as shells give it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status, also where nobody reads any more what is said (`triptych ... | head`)."""
    try:
        try:
            return _do(arguments)
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for the flush at exit
        return NOBODY_READS


def _do(arguments: Sequence[str] | None) -> int:
    parser = argparse.ArgumentParser(prog="triptych", description="One story, three editions.")
    commands = parser.add_subparsers(dest="command", required=True)
    environment = commands.add_parser("env", help="print the export lines for a shell")
    environment.set_defaults(do=_environment)
    starting = commands.add_parser("run", help="start the local cloud and publish the sample")
    starting.add_argument("--once", action="store_true", help="check, then stop: exit 0 or 1")
    starting.add_argument("--aws-port", type=int, default=4566)
    starting.add_argument("--site-port", type=int, default=8080)
    starting.add_argument("--sample", choices=["azimuth", "none"], default="azimuth")
    starting.set_defaults(do=_run)
    status.add_to(commands)
    translations.add_to(commands)
    redrive.add_to(commands)
    verify.add_to(commands)
    sweep.add_to(commands)
    rebuild.add_to(commands)
    spending.add_to(commands)
    trending.add_to(commands)
    simulate_readers.add_to(commands)
    options = parser.parse_args(arguments)
    try:
        return int(options.do(options))
    except NoTarget as failure:
        print(failure, file=sys.stderr)
        return 1


def _run(options: argparse.Namespace) -> int:
    return run(
        aws_port=options.aws_port,
        site_port=options.site_port,
        sample=options.sample != "none",
        once=options.once,
    )


def _environment(_options: argparse.Namespace) -> int:
    cloud = last_cloud()
    if cloud is None:
        print("There is no local cloud yet: say make run first", file=sys.stderr)
        return 1
    for name, value in cloud.environment().items():
        print(f"export {name}={shlex.quote(value)}")
    return 0
