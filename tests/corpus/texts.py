"""News in the three languages as people would write them, and what services say in their place."""

from pathlib import Path

HERE = Path(__file__).parent
ERROR_TEXTS = tuple((HERE / "error_texts.txt").read_text("utf-8").splitlines())
