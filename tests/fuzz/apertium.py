"""Debian's Apertium (English to Spanish) behind a loopback server that speaks LibreTranslate."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from shared.translation.ports import Order, Pair
from shared.web.libretranslate import LONGEST, LibreTranslate
from tests.debian import installed
from tests.fakes.engine_server import Reply, libre_json, serving
from tests.fuzz.campaign import Engine

PACKAGES = ("apertium", "apertium-eng-spa")
EN_ES = Pair("en", "es")
SECONDS = 60.0
TRIES = 3
_APART = "\n\n"


@contextmanager
def apertium() -> Iterator[Engine]:
    """Apertium as an engine, through our own adapter for LibreTranslate."""
    installed("apertium", *PACKAGES)
    with serving(_translated) as server:
        adapter = LibreTranslate(server.address)

        def engine(lines: Sequence[str]) -> list[str]:
            return [line for batch in _batches(lines) for line in _asked(adapter, batch)]

        yield engine


def _asked(adapter: LibreTranslate, batch: list[str]) -> list[str]:
    """A line for each; empty ones where a busy machine has not answered in time, three times."""
    for _ in range(TRIES):
        (answer,) = adapter.translate(Order([_APART.join(batch)], EN_ES, seconds=SECONDS))
        lines = re.split(r"\n\s*\n", answer) if isinstance(answer, str) else []
        if len(lines) == len(batch):
            return lines
    return [""] * len(batch)


def _translated(parameters: dict[str, str]) -> Reply:
    done = subprocess.run(
        ["apertium", "-u", "eng-spa"],
        input=parameters["q"],
        check=True,
        capture_output=True,
        text=True,
    )
    return libre_json(done.stdout)


def _batches(lines: Sequence[str]) -> Iterator[list[str]]:
    """Lines together as long as they are for one request."""
    batch: list[str] = []
    for line in lines:
        if batch and len(_APART.join([*batch, line])) > LONGEST:
            yield batch
            batch = []
        batch.append(line)
    yield batch
