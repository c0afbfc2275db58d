"""News in the three languages as people would write them, and what services say in their place."""

from collections.abc import Mapping
from pathlib import Path

from shared.news.language import Language

HERE = Path(__file__).parent
Row = Mapping[Language, str]
"""A sentence in each language."""

ERROR_TEXTS = tuple((HERE / "error_texts.txt").read_text("utf-8").splitlines())


def news() -> list[Row]:
    """The corpus: sentences of short news in their order, apart by empty lines."""
    rows = (HERE / "news.txt").read_text("utf-8").strip().split("\n\n")
    return [dict(line.split(" ", 1) for line in row.splitlines()) for row in rows]  # type: ignore[misc]
