"""A cable car over a gorge, in the morning mist."""

from __future__ import annotations

from collections.abc import Sequence

from infra.newsroom.pictures.brush import Canvas, Point, Shape, curve
from infra.newsroom.pictures.nature import birds, ridge


def cable_school() -> Canvas:
    canvas = Canvas("cable-school", ["#8fb7c9", "#c9dcd3", "#f6e7c4", "#f9d9a8"])
    canvas.shine((1120, 200), 460, "#fff2c4", 0.8)
    for colour, level in (("#a9c0b4", 300), ("#7fa596", 400)):
        far = Shape().land(ridge(canvas.chance, level, 90, bumps=4))
        canvas.relief(far, [colour, "#d9e2cc"], "#fff6da", (-3, 4), glow=0.6)
    canvas.paint(_mist(canvas, 520, 640, 26), "#fdf3dc", blur=22, alpha=0.8)
    left = [(-20, 330), (180, 360), (300, 470), (360, 640), (430, 780), (520, 910)]
    right = [(1060, 910), (1130, 760), (1180, 600), (1290, 450), (1420, 400), (1640, 380)]
    for side, dark in ((left, "#2f5b49"), (right, "#274d44")):
        edge = [*side, (1640 if side is right else -20, 910)]
        wall = Shape().polygon([*curve(edge[:-1]), edge[-1]])
        canvas.relief(wall, ["#5f8f62", dark, "#15302f"], "#f6e7b4", (4, 5))
        _trees(canvas, side, -1 if side is left else 1)
    canvas.paint(_mist(canvas, 760, 900, 22), "#f4ead6", blur=26, alpha=0.75)
    _tower(canvas, (236, 400), 150)
    _tower(canvas, (1370, 408), 120)
    cable = curve(
        [(-40, 210), (236, 252), (640, 372), (1000, 372), (1370, 290), (1660, 230)], steps=30
    )
    canvas.paint(Shape().stroke(cable, 4.4), "#2b3238")
    canvas.paint(Shape().stroke([(x, y + 16) for x, y in cable], 2.4), "#2b3238", alpha=0.8)
    _cabin(canvas, (640, 378), 1.5)
    _cabin(canvas, (1130, 352), 0.55)
    birds(canvas, [(850, 560), (902, 540), (946, 574)], "#2f4a4a", 16)
    return canvas


def _mist(canvas: Canvas, top: float, bottom: float, count: int) -> Shape:
    mist = Shape()
    for _ in range(count):
        x, y = canvas.chance.between(200, 1400), canvas.chance.between(top, bottom)
        mist.oval(x, y, canvas.chance.between(90, 260), canvas.chance.between(12, 34))
    return mist


def _trees(canvas: Canvas, slope: Sequence[Point], side: int) -> None:
    trees = Shape()
    for x, y in curve(slope, steps=9):
        for _ in range(3):
            at, low = x + side * canvas.chance.between(4, 140), y + canvas.chance.between(20, 130)
            high = canvas.chance.between(26, 60)
            trees.polygon([(at, low - high), (at + high / 4, low), (at - high / 4, low)])
    canvas.relief(trees, ["#3f6f4e", "#1d3f38"], "#cfe0a0", (2, 2), glow=0.6)


def _tower(canvas: Canvas, foot: Point, high: float) -> None:
    x, y = foot
    frame = Shape()
    for side in (-1, 1):
        frame.stroke([(x + side * high / 5, y + 30), (x + side * high / 14, y - high)], 8)
    for step in range(5):
        low, wide = y + 20 - step * high / 5, high / 5.4 - step * high / 38
        frame.stroke([(x - wide, low), (x + wide, low - high / 6)], 3.4)
        frame.stroke([(x + wide, low), (x - wide, low - high / 6)], 3.4)
    frame.box(x - high / 3, y - high - 5, x + high / 3, y - high + 5, 2)
    canvas.relief(frame, ["#8a4a3c", "#57303a"], "#ffd9a0", (2, 2))


def _cabin(canvas: Canvas, at: Point, size: float) -> None:
    x, y = at
    canvas.paint(
        Shape()
        .box(x - 4 * size, y, x + 4 * size, y + 70 * size)
        .box(x - 30 * size, y - 8 * size, x + 30 * size, y + 6 * size, 4),
        "#39424a",
    )
    low, top = y + 190 * size, y + 66 * size
    box = Shape().box(x - 92 * size, top, x + 92 * size, low, 22 * size)
    canvas.relief(box, ["#ffd24a", "#f2a52c", "#c97a22"], "#fff4c0", (-4, 4))
    panes = Shape()
    for left in (-80, -26, 28):
        panes.box(x + left * size, top + 18 * size, x + (left + 50) * size, top + 66 * size, 6)
    canvas.paint(panes, ["#dff1f2", "#7fa9b4"])
    heads = Shape()
    for left in (-62, -40, -6, 14, 44, 62):
        heads.oval(x + left * size, top + 54 * size, 10 * size).box(
            x + (left - 11) * size, top + 60 * size, x + (left + 11) * size, top + 70 * size, 4
        )
    canvas.paint(heads.keep(panes), ["#4a3038", "#7a3a3a"])
    canvas.paint(
        Shape().box(x - 92 * size, low - 34 * size, x + 92 * size, low - 24 * size),
        "#fff4d8",
        alpha=0.8,
    )
