"""Sixty winters of a lake as sixty stripes."""

from __future__ import annotations

from PIL import ImageColor

from infra.newsroom.pictures.brush import HEIGHT, WIDTH, Canvas, Shape

COLD, WARM = (
    ("#08306b", "#2171b5", "#6baed6", "#deebf7"),
    ("#fee0d2", "#fb6a4a", "#cb181d", "#67000d"),
)
SCALE = (*COLD, *WARM)


def lake_ice() -> Canvas:
    canvas = Canvas("lake-ice", "#0c1a33")
    wide = (WIDTH + 8) / 60
    for winter in range(60):
        warmth = winter / 59 + canvas.chance.between(-0.17, 0.17)
        stripe = Shape().box(winter * wide - 4, -5, (winter + 1) * wide - 3.4, HEIGHT + 5)
        canvas.paint(stripe, _colour(warmth))
    return canvas


def _colour(warmth: float) -> str:
    """A shade of the scale: 0 is the coldest winter, 1 the warmest."""
    at = min(max(warmth, 0), 0.9999) * (len(SCALE) - 1)
    one, other = (ImageColor.getrgb(SCALE[int(at) + step]) for step in (0, 1))
    mixed = (round(a + (b - a) * (at % 1)) for a, b in zip(one[:3], other[:3], strict=True))
    return "#" + "".join(f"{part:02x}" for part in mixed)
