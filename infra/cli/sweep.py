"""`triptych sweep`: have everything looked at now, and what events failed to bring sent again."""

import argparse
import json
from typing import Any

from botocore.config import Config

from infra.cli.target import add_target, target


def add_to(commands: Any) -> None:
    parser = commands.add_parser("sweep", help="send again what events failed to bring, now")
    parser.add_argument(
        "--patience", type=int, default=0, metavar="SECONDS",
        help="what is younger is not lost yet; default 0",
    )  # fmt: skip
    add_target(parser)
    parser.set_defaults(do=sweep)


def sweep(options: argparse.Namespace) -> int:
    """Print what was sent again; the exit status: 0 if all was looked at."""
    deployment = target(options)
    event = {"everything": True, "patience_seconds": options.patience}
    # asking a second time while the first still runs would only send everything twice
    patient = Config(read_timeout=300, retries={"total_max_attempts": 1})
    answer = deployment.client("lambda", config=patient).invoke(
        FunctionName=deployment.output("SweepFunction"), Payload=json.dumps(event).encode()
    )
    told = json.loads(answer["Payload"].read())
    if "FunctionError" in answer:
        print(f"The sweep failed: {told.get('errorMessage', told)}")
        return 1
    for kind, number in told["repairs"].items():
        print(f"sent again: {number} {kind}")
    print(f"looked at the logs of {told['looked']} stories and files, {told['left']} left")
    return 1 if told["left"] else 0
