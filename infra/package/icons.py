"""Makes the pictures of the mark that want pixels: icons, and the card for previews elsewhere.

To be run after `mark.svg` has changed: `.venv/bin/python -m infra.package.icons`. Outlets that
bring a mark of their own do the same.
"""

import re
from pathlib import Path

from PIL import Image, ImageDraw

ASSETS = Path(__file__).parents[2] / "shared/pages/assets"
PAPER = "#fffdf8"
SAFE = 0.62
"""The part of a sheet's smaller side that the mark takes, which round masks leave whole."""
_LARGER = 4
"""Drawn so many times larger first, for smooth edges."""
_SHAPE = re.compile(r'<path fill="(#[0-9a-f]{6})" d="([^"]+)"/>')
_STEP = re.compile(r"([MLHVlhv])(-?\d+)(?: ?(-?\d+))?|z")


def main() -> None:
    for name, size in (("icon192", (192, 192)), ("icon512", (512, 512)), ("card", (1200, 630))):
        picture(size, SAFE).save(ASSETS / f"{name}.png", optimize=True)


def picture(size: tuple[int, int], part: float) -> Image.Image:
    """The mark in the middle of a sheet."""
    sheet = Image.new("RGB", (size[0] * _LARGER, size[1] * _LARGER), PAPER)
    draw = ImageDraw.Draw(sheet)
    scale = min(sheet.size) * part / 32
    left, top = ((side - 32 * scale) / 2 for side in sheet.size)
    for colour, path in _SHAPE.findall((ASSETS / "mark.svg").read_text()):
        for shape in _shapes(path):
            draw.polygon([(left + x * scale, top + y * scale) for x, y in shape], fill=colour)
    return sheet.resize(size, Image.Resampling.LANCZOS).quantize(64)


def _shapes(path: str) -> list[list[tuple[int, int]]]:
    """The polygons of a path of straight lines."""
    found: list[list[tuple[int, int]]] = []
    x = y = 0
    for step, first, second in _STEP.findall(path):
        if not step:
            continue
        one, two = int(first), int(second or 0)
        if step in "hv":
            x, y = (x + one, y) if step == "h" else (x, y + one)
        elif step in "HV":
            x, y = (one, y) if step == "H" else (x, one)
        else:
            x, y = (x + one, y + two) if step == "l" else (one, two)
        if step == "M":
            found.append([])
        found[-1].append((x, y))
    return found


if __name__ == "__main__":
    main()
