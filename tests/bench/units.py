"""What DynamoDB takes for an item."""

from typing import Any


def write_units(item: dict[str, Any]) -> int:
    """What it costs to put an item: a unit for each begun KB of its names and values."""
    size = sum(len(name) + _size(value) for name, value in item.items())
    return -(-size // 1024)


def _size(value: dict[str, Any]) -> int:
    ((kind, content),) = value.items()
    return len(content) // 2 + 2 if kind == "N" else len(content)
