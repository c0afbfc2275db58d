"""A clinic that came by boat, and those who wait for it."""

from __future__ import annotations

import math

from infra.newsroom.pictures.brush import WIDTH, Canvas, Point, Shape, curve
from infra.newsroom.pictures.nature import birds, ridge, ripples
from infra.newsroom.pictures.people import STAND, dress, person

ROBES = ("#e0533d", "#f2a93b", "#3f8f8a", "#8a4a9c", "#d9487a", "#3a6fb0")


def clinic_boat() -> Canvas:
    canvas = Canvas("clinic-boat", ["#5fb0c4", "#a9d8cf", "#f0ecc4", "#fbe0a8"])
    canvas.shine((260, 150), 520, "#fff6d0", 0.8)
    for colour, level in (("#86b58a", 420), ("#5c9468", 456)):
        trees = Shape().land(ridge(canvas.chance, level, 34, bumps=9))
        canvas.relief(trees, [colour, "#3f7452"], "#e6f0a8", (-3, 4), glow=0.7)
    canvas.paint(Shape().box(-5, 486, WIDTH + 5, 905), ["#c9d4a8", "#8faf9a", "#4f8a8c", "#2c6272"])
    canvas.paint(ripples(canvas, 500, 720, 150), "#f4f6d8", blur=0.8, alpha=0.5)
    _boat(canvas)
    bank = curve(
        [(-20, 690), (240, 676), (520, 730), (820, 800), (1100, 850), (1640, 872)], steps=20
    )
    canvas.relief(Shape().land(bank), ["#d9a25c", "#b0733f", "#7a4a30"], "#ffe6a8", (-2, 6))
    for at, size in (((90, 690), 1.2), ((250, 684), 0.85), ((1500, 880), 1.05)):
        _palm(canvas, at, size)
    _queue(canvas)
    birds(canvas, [(900, 190), (960, 166), (1020, 204)], "#3f6a70", 20)
    return canvas


def _boat(canvas: Canvas) -> None:
    canvas.paint(Shape().oval(1010, 700, 480, 20), "#1f4a5c", blur=10, alpha=0.55)
    hull = Shape().blob([(560, 600), (700, 640), (1330, 636), (1490, 580), (1420, 694), (660, 704)])
    canvas.relief(hull, ["#2f8f7a", "#1c5f5a", "#123f44"], "#d6f5d0", (-3, 4))
    canvas.paint(
        Shape().stroke(curve([(580, 618), (720, 660), (1320, 656), (1470, 604)]), 10), "#f6efd8"
    )
    cabin = Shape().box(730, 470, 1290, 644, 8)
    canvas.relief(cabin, ["#ffffff", "#e3ece2", "#b3c9c4"], "#ffffff", (-4, 4))
    canvas.relief(Shape().box(700, 444, 1330, 474, 8), ["#f2a93b", "#c9742c"], "#fff0b8", (-2, 4))
    panes = (
        Shape().box(780, 510, 860, 570, 6).box(900, 510, 980, 570, 6).box(1170, 510, 1250, 570, 6)
    )
    canvas.paint(panes, ["#7fc4d0", "#3f7f96"])
    canvas.relief(Shape().box(1030, 500, 1120, 640, 4), ["#2f8f7a", "#1c5f5a"], "#d6f5d0", (-3, 3))
    sun = Shape().polygon([(800, 440), (1000, 440), (1030, 396), (830, 396)])
    sun.polygon([(1030, 440), (1230, 440), (1260, 396), (1060, 396)])
    canvas.relief(sun, ["#3a5a9c", "#1f3468"], "#cfe0ff", (-2, 3))
    grid = Shape()
    for i in range(5):
        grid.stroke([(840 + i * 40, 440), (870 + i * 40, 396)], 2).stroke(
            [(1070 + i * 40, 440), (1100 + i * 40, 396)], 2
        )
    canvas.paint(grid, "#cfe0ff", alpha=0.6)
    leaf = Shape().blob([(940, 600), (926, 588), (940, 574), (954, 588)]).oval(940, 606, 24, 5)
    canvas.paint(leaf, "#2f8f7a")
    canvas.paint(
        Shape().polygon([(540, 716), (700, 660), (716, 676), (560, 742)]), ["#a8713f", "#6b4630"]
    )


def _palm(canvas: Canvas, foot: Point, size: float) -> None:
    x, y = foot
    top = (x + 46 * size, y - 360 * size)
    trunk = Shape().stroke(
        curve([(x, y + 20), (x + 6 * size, y - 180 * size), top]), 28 * size, 14 * size
    )
    canvas.relief(trunk, ["#8a6a4a", "#5c4436"], "#ffe6a8", (-3, 2))
    leaves = Shape()
    for step in range(9):
        turn = math.radians(-200 + step * 28)
        far = (
            top[0] + 150 * size * math.cos(turn),
            top[1] + 96 * size * math.sin(turn) + 34 * size,
        )
        middle = ((top[0] + far[0]) / 2, min(top[1], far[1]) - 26 * size)
        leaves.stroke(curve([top, middle, far]), 24 * size, 3)
    canvas.relief(leaves, ["#5f9a4a", "#2c5f3c"], "#f0f3a0", (-2, 4))


def _queue(canvas: Canvas) -> None:
    for i in range(7):
        x, y = 470 - i * 62, 776 + i * 12 + (i % 2) * 10
        high = 176 - (i % 3) * 26
        body = person(Shape(), (x, y), high, STAND)
        canvas.relief(body, ["#6b4030", "#43281f"], "#ffd9a0", (-3, 3))
        robe = Shape().box(x - 40, y - high * 0.8, x + 40, y - high * 0.16)
        dress(canvas, body.stroke([(x, y - high * 0.5), (x, y - high * 0.18)], high * 0.24), robe,
              ROBES[i % 6], "#fff0c0", (-3, 3))  # fmt: skip
        if i % 2 == 0:
            _umbrella(canvas, (x + 12, y - high - 34), ROBES[(i + 2) % 6])


def _umbrella(canvas: Canvas, at: Point, colour: str) -> None:
    x, y = at
    canvas.paint(Shape().stroke([(x, y), (x + 4, y + 110)], 4), "#3a2c2c")
    roof = Shape().oval(x, y, 62, 38).cut(Shape().box(x - 70, y, x + 70, y + 50))
    canvas.relief(roof, colour, "#fff6d0", (-3, 4))
