"""Runs a CloudFront Function of infra/cdn."""

from contextlib import closing
from pathlib import Path
from typing import Any

from infra.local.edge.functions import Functions

CDN = Path(__file__).parents[3] / "infra/cdn"


def call(function: str, *events: dict[str, Any]) -> list[dict[str, Any]]:
    with closing(Functions({function: (CDN / f"{function}.js").read_text()})) as functions:
        return [functions.call(function, event) for event in events]
