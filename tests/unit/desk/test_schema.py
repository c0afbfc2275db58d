"""The schema that is published is that of the receipts that are written."""

import json
from pathlib import Path
from typing import Any

from shared.desk.schema import schema
from tests.unit.desk.conftest import DeskWorld

PUBLISHED = Path(__file__).parents[3] / "docs/receipt.schema.json"
PROMISED = {
    "upload", "version", "story", "revision", "state", "faults", "notes", "editions", "stale",
}  # fmt: skip


def test_the_published_schema_is_up_to_date() -> None:
    assert PUBLISHED.read_text() == schema()


def test_a_receipt_always_has_every_field_of_the_schema(world: DeskWorld) -> None:
    story = world.live()
    world.reject(story)
    receipt = world.told(story)
    described: dict[str, Any] = json.loads(schema())
    assert set(receipt) == set(described["properties"]) == set(described["required"])
    assert set(receipt) >= PROMISED
    for name, found in (
        ("EditionReceipt", receipt["editions"]["en"]),
        ("FaultSaid", receipt["faults"][0]),
    ):
        assert set(found) == set(described["$defs"][name]["properties"])
