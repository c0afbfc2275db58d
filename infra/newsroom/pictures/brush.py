"""The paint box of the sample pictures: shapes, gradients, light and grain, on Pillow alone.

Everything is measured on a sheet of 1600 by 900 and painted at twice that size; chance comes
from a hash of the picture's name, so that a picture drawn again is the same picture.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Sequence
from hashlib import shake_256
from itertools import pairwise
from pathlib import Path
from typing import Self, TypeAlias

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 900
FINE = 2  # painted pixels for one of the sheet's

Point: TypeAlias = tuple[float, float]
Fill: TypeAlias = str | Sequence[str]


class Chance:
    """Numbers that look random and are always the same for one name."""

    def __init__(self, name: str) -> None:
        self._numbers = iter(array("I", shake_256(name.encode()).digest(1 << 20)))

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * next(self._numbers) / 0xFFFFFFFF

    def pick(self, choices: Sequence[str]) -> str:
        return choices[int(self.between(0, len(choices) - 0.001))]


def noise(name: str, width: int, height: int) -> Image.Image:
    return Image.frombytes("L", (width, height), shake_256(name.encode()).digest(width * height))


def tone(image: Image.Image, change: Callable[[float], float]) -> Image.Image:
    """A grey picture with every grey changed."""
    return image.point([min(max(int(change(grey)), 0), 255) for grey in range(256)])


def grey(band: Image.Image) -> Image.Image:
    return Image.merge("RGB", [band] * 3)


def gradient(fill: Fill, size: tuple[int, int]) -> Image.Image:
    """One colour, or several from top to bottom at equal distances."""
    colours = [fill] if isinstance(fill, str) else fill
    strip = Image.new("RGB", (1, len(colours)))
    for row, colour in enumerate(colours):
        strip.putpixel((0, row), ImageColor.getrgb(colour)[:3])
    return strip.resize(size, Image.Resampling.BICUBIC)


def curve(points: Sequence[Point], *, closed: bool = False, steps: int = 12) -> list[Point]:
    """A smooth line through the points (Catmull-Rom)."""
    ring = (
        [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    )
    line = [
        _between(ring[i : i + 4], step / steps)
        for i in range(len(ring) - 3)
        for step in range(steps)
    ]
    return line if closed else [*line, points[-1]]


def _between(four: Sequence[Point], t: float) -> Point:
    weights = (
        -0.5 * t**3 + t**2 - 0.5 * t,
        1.5 * t**3 - 2.5 * t**2 + 1,
        -1.5 * t**3 + 2 * t**2 + 0.5 * t,
        0.5 * t**3 - 0.5 * t**2,
    )
    x = sum(weight * point[0] for weight, point in zip(weights, four, strict=True))
    y = sum(weight * point[1] for weight, point in zip(weights, four, strict=True))
    return (x, y)


class Shape:
    """A stencil: what is drawn on it will take the paint."""

    def __init__(self) -> None:
        self.mask = Image.new("L", (WIDTH * FINE, HEIGHT * FINE), 0)

    @property
    def _draw(self) -> ImageDraw.ImageDraw:
        return ImageDraw.Draw(self.mask)

    def polygon(self, points: Sequence[Point]) -> Self:
        self._draw.polygon([(x * FINE, y * FINE) for x, y in points], fill=255)
        return self

    def blob(self, points: Sequence[Point]) -> Self:
        return self.polygon(curve(points, closed=True))

    def box(self, left: float, top: float, right: float, bottom: float, round_: float = 0) -> Self:
        edges = (left * FINE, top * FINE, right * FINE, bottom * FINE)
        self._draw.rounded_rectangle(edges, round_ * FINE, fill=255)
        return self

    def oval(self, x: float, y: float, wide: float, high: float | None = None) -> Self:
        high = wide if high is None else high
        edges = ((x - wide) * FINE, (y - high) * FINE, (x + wide) * FINE, (y + high) * FINE)
        self._draw.ellipse(edges, fill=255)
        return self

    def stroke(self, points: Sequence[Point], start: float, end: float | None = None) -> Self:
        """A line with round joints that may grow thinner towards its end."""
        end = start if end is None else end
        last = max(len(points) - 1, 1)
        for i, (a, b) in enumerate(pairwise(points)):
            here, there = (start + (end - start) * n / last for n in (i, i + 1))
            self._limb(a, b, here / 2, there / 2)
        return self

    def _limb(self, a: Point, b: Point, start: float, end: float) -> None:
        length = math.hypot(b[0] - a[0], b[1] - a[1]) or 1
        nx, ny = (a[1] - b[1]) / length, (b[0] - a[0]) / length
        self.polygon(
            [
                (a[0] + nx * start, a[1] + ny * start),
                (b[0] + nx * end, b[1] + ny * end),
                (b[0] - nx * end, b[1] - ny * end),
                (a[0] - nx * start, a[1] - ny * start),
            ]
        )
        self.oval(*a, start).oval(*b, end)

    def land(self, line: Sequence[Point]) -> Self:
        """Everything below the line."""
        return self.polygon([*line, (line[-1][0], HEIGHT + 9), (line[0][0], HEIGHT + 9)])

    def keep(self, other: Shape) -> Self:
        self.mask = ImageChops.multiply(self.mask, other.mask)
        return self

    def cut(self, other: Shape) -> Self:
        self.mask = ImageChops.subtract(self.mask, other.mask)
        return self

    def moved(self, right: float, down: float) -> Shape:
        copy = Shape()
        copy.mask = ImageChops.offset(self.mask, int(right * FINE), int(down * FINE))
        return copy


class Canvas:
    """The picture while it is being painted, from the back to the front."""

    def __init__(self, name: str, sky: Fill) -> None:
        size = (WIDTH * FINE, HEIGHT * FINE)
        self.chance = Chance(name)
        self.image = gradient(sky, size)
        self._grain = noise(f"{name} grain", WIDTH, HEIGHT)
        streaks = noise(f"{name} streaks", WIDTH // 24, HEIGHT // 5)
        self._streaks = streaks.resize(size, Image.Resampling.BICUBIC)

    def paint(self, shape: Shape, fill: Fill, *, blur: float = 0, alpha: float = 1) -> None:
        """Fill a stencil; a little uneven, as gouache is."""
        mask = shape.mask.filter(ImageFilter.GaussianBlur(blur * FINE)) if blur else shape.mask
        edges = mask.getbbox()
        if edges is None:
            return
        size = (edges[2] - edges[0], edges[3] - edges[1])
        streaks = tone(self._streaks.crop(edges), lambda v: 128 + (v - 128) / 7)
        colour = ImageChops.soft_light(gradient(fill, size), grey(streaks))
        self.image.paste(colour, edges[:2], tone(mask.crop(edges), lambda v: v * alpha))

    def relief(self, shape: Shape, fill: Fill, edge: str, light: Point, *, glow: float = 1) -> None:
        """Fill a stencil and let light from one side catch its edge."""
        self.paint(shape, fill)
        rim = shape.moved(0, 0).cut(shape.moved(*light))
        self.paint(rim, edge, blur=0.7, alpha=glow)

    def shine(self, at: Point, reach: float, colour: str, strength: float = 1) -> None:
        """Light around a point, that adds to what is there."""
        side = int(reach * 2 * FINE)
        fall = tone(Image.radial_gradient("L"), lambda v: max(1 - v / 180, 0) ** 2 * 255)
        spot = fall.resize((side, side), Image.Resampling.BICUBIC)
        layer = Image.new("L", self.image.size, 0)
        layer.paste(spot, (int((at[0] - reach) * FINE), int((at[1] - reach) * FINE)))
        self.glow(layer, colour, strength)

    def glow(self, mask: Image.Image, colour: str, strength: float = 1) -> None:
        """Add coloured light where the mask is bright."""
        shares = [part * strength / 255 for part in ImageColor.getrgb(colour)[:3]]
        bands = [tone(mask, share.__mul__) for share in shares]
        self.image = ImageChops.screen(self.image, Image.merge("RGB", bands))

    def mirror(self, line: float, tint: str, alpha: float) -> None:
        """Let still water below a line show what is above it."""
        width, edge, high = self.image.width, int(line * FINE), int((HEIGHT - line) * FINE)
        above = self.image.crop((0, max(edge - high, 0), width, edge))
        flipped = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        water = Image.new("RGB", (width, high), tint)
        for row in range(0, flipped.height, 2):
            sway = int(math.sin(row / 7 + math.sin(row / 31) * 3) * (1 + row / 40))
            water.paste(flipped.crop((0, row, width, row + 2)), (sway, row))
        water = water.filter(ImageFilter.GaussianBlur(FINE * 1.5))
        self.image.paste(Image.blend(Image.new("RGB", water.size, tint), water, alpha), (0, edge))

    def beam(self, shape: Shape, colour: str, *, blur: float, strength: float) -> None:
        self.glow(shape.mask.filter(ImageFilter.GaussianBlur(blur * FINE)), colour, strength)

    def save(self, path: Path) -> None:
        """Trim, grain, dark corners, and out."""
        bleed = (16 * FINE, 9 * FINE, (WIDTH - 16) * FINE, (HEIGHT - 9) * FINE)
        sheet = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS, bleed)
        grain = tone(self._grain.filter(ImageFilter.GaussianBlur(0.6)), lambda v: 96 + v / 4)
        sheet = ImageChops.soft_light(sheet, grey(grain))
        corners = Image.radial_gradient("L").resize(sheet.size, Image.Resampling.BICUBIC)
        sheet = ImageChops.multiply(sheet, grey(tone(corners, lambda v: 255 - max(v - 140, 0) / 3)))
        sheet.save(path, quality=82, optimize=True, progressive=True)
