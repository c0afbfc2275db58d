"""A coral nursery."""

from __future__ import annotations

import math
from collections.abc import Sequence

from infra.newsroom.pictures.brush import Canvas, Chance, Point, Shape, curve
from infra.newsroom.pictures.nature import ridge


def coral_nursery() -> Canvas:
    canvas = Canvas("coral-nursery", ["#7fe0d6", "#2fb3bf", "#137a9c", "#0c4a78", "#0a2c55"])
    canvas.shine((980, -60), 800, "#d8fff0", 0.7)
    for left, wide, foot in (
        (560, 60, 120),
        (760, 90, 420),
        (980, 60, 760),
        (1130, 110, 1240),
        (1290, 50, 1600),
    ):
        ray = Shape().polygon(
            [(left, -10), (left + wide, -10), (foot + wide * 2.4, 900), (foot, 900)]
        )
        canvas.beam(ray, "#7ff0e0", blur=22, strength=0.2)
    far = Shape().land(ridge(canvas.chance, 690, 60, bumps=7))
    canvas.paint(far, ["#14688f", "#0b3b68"], blur=3, alpha=0.75)
    _fish(canvas, (420, 190), 26, "#0d5f83", 0.65)
    for x, top, size, colours in _NURSERY:
        _coral_tree(canvas, (x, top), size, colours)
    _diver(canvas)
    _fish(canvas, (480, 640), 11, "#ffd25e", 1.25)
    _sea_floor(canvas)
    return canvas


_NURSERY: list[tuple[float, float, float, list[str]]] = [
    (240, 330, 0.62, ["#c97f9d", "#b58f9a"]),
    (1440, 250, 0.8, ["#f08c7a", "#e7a35f"]),
    (930, 120, 1.12, ["#ff7f8a", "#ffa14f", "#ff9fb6", "#ffd166"]),
]


def _coral_tree(canvas: Canvas, top: Point, size: float, colours: Sequence[str]) -> None:
    x, y = top
    pipes = Shape().stroke([(x, y), (x, y + 560 * size)], 9 * size)
    pipes.oval(x, y - 14 * size, 24 * size, 20 * size)
    hung = [Shape() for _ in colours]
    for arm in range(5):
        level, half = y + (70 + arm * 92) * size, (190 - arm * 12) * size
        pipes.stroke([(x - half, level), (x + half, level)], 6 * size)
        for i in range(8):
            at = (x + half * (-0.93 + i * 0.266), level + 18 * size)
            pipes.stroke([(at[0], level), at], 1.6)
            for angle in (42, 90, 138):
                piece = hung[(i + arm) % len(hung)]
                _branch(canvas.chance, piece, at, 19 * size, angle, 8.5 * size, 2)
    canvas.relief(pipes, ["#eafff6", "#b6dcd8", "#6ea7b5"], "#ffffff", (0, 2))
    for shape, colour in zip(hung, colours, strict=True):
        canvas.relief(shape, colour, "#fff0d8", (1.5, 2), glow=0.6)


def _branch(
    chance: Chance,
    shape: Shape,
    at: Point,
    length: float,
    angle: float,
    width: float,
    depth: int = 3,
) -> None:
    """A coral branch that forks; 90 degrees is down, -90 up."""
    turn = math.radians(angle)
    tip = (at[0] + math.cos(turn) * length, at[1] + math.sin(turn) * length)
    shape.stroke([at, tip], width, width * 0.75)
    if depth:
        for side in (-1, 1):
            spread = side * chance.between(18, 44)
            _branch(
                chance,
                shape,
                tip,
                length * chance.between(0.6, 0.85),
                angle + spread,
                width * 0.75,
                depth - 1,
            )


def _diver(canvas: Canvas) -> None:
    x, y = 590.0, 430.0
    body = Shape().blob(
        [
            (x + 66, y - 24),
            (x + 20, y - 26),
            (x - 60, y - 2),
            (x - 70, y + 18),
            (x + 10, y + 14),
            (x + 66, y + 6),
        ]
    )
    body.oval(x + 94, y - 22, 24, 21)
    body.stroke(curve([(x - 62, y + 8), (x - 130, y + 22), (x - 190, y + 4)]), 26, 15)
    body.stroke(curve([(x - 62, y + 10), (x - 126, y + 48), (x - 188, y + 56)]), 24, 14)
    body.polygon([(x - 184, y - 4), (x - 268, y - 34), (x - 260, y + 6), (x - 190, y + 14)])
    body.polygon([(x - 184, y + 48), (x - 262, y + 52), (x - 246, y + 84), (x - 190, y + 64)])
    body.stroke(curve([(x + 52, y - 8), (x + 104, y + 30), (x + 164, y + 16)]), 19, 11)
    body.blob([(x + 78, y - 34), (x + 60, y - 54), (x + 20, y - 66), (x + 40, y - 44)])
    canvas.relief(body, ["#12365c", "#0a2342"], "#bff5ea", (-1, 4))
    canvas.relief(
        Shape().stroke([(x - 38, y - 26), (x + 38, y - 40)], 24),
        ["#ffc145", "#d98a1f"],
        "#fff1c4",
        (0, 3),
    )
    canvas.paint(Shape().box(x + 102, y - 34, x + 120, y - 18, 6), ["#d9fff5", "#6fc7cf"])
    bubbles = Shape()
    for i in range(16):
        bubbles.oval(
            x + 120 + canvas.chance.between(-22, 26), y - 50 - i * 21, canvas.chance.between(2, 8)
        )
    canvas.paint(bubbles, "#e6fff8", alpha=0.5)


def _fish(canvas: Canvas, at: Point, count: int, colour: str, size: float) -> None:
    shoal = Shape()
    for _ in range(count):
        x, y = at[0] + canvas.chance.between(-190, 190), at[1] + canvas.chance.between(-70, 70)
        shoal.oval(x, y, 15 * size, 6 * size)
        shoal.polygon(
            [(x - 12 * size, y), (x - 24 * size, y - 8 * size), (x - 24 * size, y + 8 * size)]
        )
    canvas.relief(shoal, colour, "#ffffff", (0, 2), glow=0.35)


def _sea_floor(canvas: Canvas) -> None:
    floor = Shape().land(ridge(canvas.chance, 815, 34, bumps=7))
    canvas.paint(floor, ["#0d4470", "#082446"])
    for colour, places in (
        ("#3b5f93", (90, 610, 1170)),
        ("#b4557c", (300, 860, 1540)),
        ("#e08a52", (170, 1330)),
    ):
        bush = Shape()
        for x in places:
            for angle in (-125, -105, -88, -70, -52):
                _branch(canvas.chance, bush, (x, 925), 68, angle, 22)
        canvas.relief(bush, [colour, "#1d2c55"], "#ffd9c0", (2, 3), glow=0.5)
