"""A walk at dawn."""

from __future__ import annotations

import math
from itertools import pairwise

from infra.newsroom.pictures.brush import WIDTH, Canvas, Chance, Fill, Point, Shape, curve
from infra.newsroom.pictures.nature import birds
from infra.newsroom.pictures.people import WALK, person


def walking_clubs() -> Canvas:
    canvas = Canvas(
        "walking-clubs", ["#6d9bcd", "#b9bfe2", "#ffd3c4", "#ffe6bd", "#ffe9c8", "#ffe9c8"]
    )
    sun = (1000.0, 268.0)
    canvas.shine(sun, 640, "#ffd9a0", 0.8)
    canvas.paint(Shape().oval(*sun, 66), ["#fffdf0", "#ffeebc"])
    _mountains(canvas)
    _walnut(canvas)
    line = curve(
        [(-30, 690), (220, 722), (520, 700), (860, 656), (1180, 662), (1420, 610), (1640, 560)],
        steps=24,
    )
    canvas.relief(
        Shape().land(line), ["#4f7a63", "#2f5550", "#1b3a42"], "#ffe6a8", (-2, 6), glow=0.8
    )
    _walkers(canvas)
    _meadow(canvas)
    birds(canvas, [(420, 190), (470, 168), (520, 192), (380, 222)], "#3f4f78")
    return canvas


def _mountains(canvas: Canvas) -> None:
    layers = (
        ("#b9b7dc", 330, 150, 5),
        ("#98a3d2", 420, 130, 6),
        ("#7a8fc2", 500, 100, 7),
        ("#5f7eaa", 570, 70, 8),
        ("#4f788c", 630, 46, 9),
    )
    for colour, level, swing, peaks in layers:
        line = _peaks(canvas.chance, level, swing, peaks)
        canvas.relief(Shape().land(line), [colour, "#ffd9c8"], "#fff1d8", (-3, 4), glow=0.5)
        mist = Shape().box(-5, level + 70, WIDTH + 5, level + 110)
        canvas.paint(mist, "#ffe4d0", blur=28, alpha=0.35)


def _peaks(chance: Chance, level: float, swing: float, count: int) -> list[Point]:
    """Summits and saddles, broken again and again into smaller ones."""
    step = (WIDTH + 200) / (2 * count)
    line: list[Point] = [
        (
            -100 + i * step + chance.between(-0.3, 0.3) * step,
            level - swing * chance.between(0.3, 1) * (1 if i % 2 else -0.5),
        )
        for i in range(2 * count + 2)
    ]
    for _ in range(4):
        swing *= 0.42
        middles = [
            ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + chance.between(-swing, swing) * 0.5)
            for a, b in pairwise(line)
        ]
        line = [point for pair in zip(line, middles, strict=False) for point in pair]
    return line


def _walnut(canvas: Canvas) -> None:
    trunk = Shape().stroke(curve([(1424, 640), (1416, 540), (1432, 450), (1410, 360)]), 44, 18)
    trunk.stroke(curve([(1422, 500), (1350, 420), (1310, 370)]), 20, 8)
    trunk.stroke(curve([(1428, 470), (1500, 400), (1540, 340)]), 20, 8)
    canvas.relief(trunk, ["#4a3d3f", "#2b2a33"], "#ffd9a0", (4, 2))
    for colour, lift, alpha in (
        ("#2b5350", 0, 1.0),
        ("#3d6f5a", -18, 1.0),
        ("#6b8f5c", -48, 0.8),
        ("#c9bb70", -84, 0.5),
    ):
        leaves = Shape()
        for _ in range(210):
            turn, away = canvas.chance.between(0, math.tau), canvas.chance.between(0, 1) ** 0.5
            x = 1425 + lift * 0.7 + math.cos(turn) * away * (205 + lift)
            y = 325 + lift * 0.6 + math.sin(turn) * away * (130 + lift * 0.7)
            leaves.oval(x, y, canvas.chance.between(7, 17), canvas.chance.between(5, 12))
        canvas.paint(leaves, colour, alpha=alpha)


def _walkers(canvas: Canvas) -> None:
    places = (
        (250, 722, 150),
        (356, 718, 138),
        (452, 709, 152),
        (536, 701, 92),
        (622, 690, 146),
        (716, 677, 134),
        (820, 662, 150),
        (1010, 652, 142),
    )
    for number, (x, y, high) in enumerate(places):
        shape = person(Shape(), (x, y + 4), high, WALK)
        if number in {1, 5}:
            shape.polygon(
                [
                    (x - 17, y - high * 0.62),
                    (x + 17, y - high * 0.62),
                    (x + 30, y - high * 0.2),
                    (x - 27, y - high * 0.2),
                ]
            )
            shape.oval(x + 4, y - high * 0.93, high * 0.085, high * 0.09)
        if number in {0, 6}:
            shape.stroke([(x + high * 0.21, y - high * 0.54), (x + high * 0.3, y + 4)], 4)
        if number in {2, 7}:
            shape.box(x - high * 0.17, y - high * 0.78, x - high * 0.04, y - high * 0.52, 8)
        canvas.relief(shape, _COATS[number], "#fff0c4", (-3, 2))
    canvas.paint(
        Shape().oval(560, 706, 380, 5).oval(1000, 660, 60, 4), "#17343c", blur=4, alpha=0.4
    )


_COATS: list[Fill] = [
    ["#4a3f66", "#2d2a4a"],
    ["#a6475a", "#6b2f4b"],
    ["#31607c", "#22405e"],
    ["#d98a3d", "#96553a"],
    ["#4a3f66", "#2d2a4a"],
    ["#3f7a72", "#25504f"],
    ["#8a4a5f", "#55304e"],
    ["#31607c", "#22405e"],
]


def _meadow(canvas: Canvas) -> None:
    for colour, count in (("#16323a", 420), ("#3f6b58", 220), ("#e8cf86", 70)):
        grass = Shape()
        for _ in range(count):
            x, foot = canvas.chance.between(0, WIDTH), canvas.chance.between(790, 920)
            high = canvas.chance.between(24, 70)
            grass.stroke([(x, foot), (x + canvas.chance.between(-18, 26), foot - high)], 3.4, 0.8)
        canvas.paint(grass, colour, alpha=0.8)
