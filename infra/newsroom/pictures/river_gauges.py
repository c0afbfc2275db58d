"""A river, its gauge and a boatman."""

from __future__ import annotations

import math

from infra.newsroom.pictures.brush import HEIGHT, WIDTH, Canvas, Shape
from infra.newsroom.pictures.nature import birds, reeds, ridge, ripples, sheen
from infra.newsroom.pictures.people import STAND, person


def river_gauges() -> Canvas:
    canvas = Canvas("river-gauges", ["#31496e", "#8d7a93", "#f0a878", "#ffd9a0", "#ffe3b0"])
    sun = (520.0, 432.0)
    canvas.shine(sun, 620, "#ff9d5c", 0.75)
    canvas.paint(Shape().oval(*sun, 74), ["#fff6d8", "#ffd88a"])
    canvas.shine(sun, 210, "#ffe9b0", 0.9)
    hills = zip((400, 436, 466), (46, 34, 18), ("#a58596", "#77647f", "#4c4a68"), strict=True)
    for level, swing, colour in hills:
        canvas.paint(Shape().land(ridge(canvas.chance, level, swing)), [colour, "#e9a583"])
    _river_water(canvas, sun[0])
    _gauge(canvas)
    _boatman(canvas)
    birds(canvas, [(800, 210), (850, 188), (896, 214), (752, 238)], "#3a3350")
    canvas.paint(reeds(canvas, -30, 330, 70, 300), ["#3b3346", "#15131f"])
    canvas.paint(reeds(canvas, 1330, 1640, 60, 230), ["#3b3346", "#15131f"])
    return canvas


def _river_water(canvas: Canvas, middle: float) -> None:
    canvas.paint(
        Shape().box(-5, 486, WIDTH + 5, HEIGHT + 5), ["#f3b98c", "#b98589", "#5a5f80", "#2a3653"]
    )
    canvas.paint(ripples(canvas, 500, 890, 260), "#2b3958", blur=1.2, alpha=0.28)
    canvas.paint(ripples(canvas, 492, 860, 150), "#ffd9b0", blur=1, alpha=0.3)
    canvas.paint(sheen(canvas, middle, 490, 890, 120), "#fff0c8", blur=0.6, alpha=0.85)
    canvas.paint(Shape().box(-5, 482, WIDTH + 5, 490), "#ffe7bf", blur=3, alpha=0.7)


def _gauge(canvas: Canvas) -> None:
    left, top, foot = 1080, 150, 742
    shade = Shape()
    for i in range(26):
        y = foot + i * 6
        shade.oval(left + 42 + math.sin(i * 1.7) * 9, y, 46 - i, 3.2)
    canvas.paint(shade, "#1b2440", blur=1.5, alpha=0.55)
    canvas.paint(Shape().box(left + 66, top - 26, left + 92, foot + 4, 3), ["#4b3a3d", "#2a2130"])
    board = Shape().box(left, top, left + 78, foot, 4)
    canvas.paint(board, ["#fff8ea", "#f6dfc4", "#cfae9f"])
    marks = Shape()
    for i in range(29):
        y = top + 12 + i * 20
        marks.box(left + (10 if i % 5 == 0 else 40 if i % 2 else 26), y, left + 78, y + 10)
    canvas.paint(marks.keep(board), ["#c8372d", "#c8372d", "#7d2433"])
    canvas.paint(Shape().box(left, top, left + 9, foot, 3), "#fffdf2", alpha=0.9)
    canvas.paint(
        Shape().box(left - 14, foot - 4, left + 104, foot + 4, 4), "#ffe2bd", blur=2, alpha=0.7
    )


def _boatman(canvas: Canvas) -> None:
    hull = Shape().blob(
        [
            (520, 640),
            (600, 662),
            (730, 668),
            (860, 660),
            (946, 626),
            (880, 684),
            (740, 698),
            (590, 688),
        ]
    )
    canvas.paint(hull.moved(0, 40), "#141a30", blur=7, alpha=0.5)
    man = person(
        Shape(),
        (700, 668),
        190,
        [
            *STAND[:5],
            (0.06, 0.05, [(0.05, 0.77), (0.18, 0.7), (0.31, 0.78)]),
            (0.06, 0.05, [(-0.04, 0.77), (0.12, 0.62), (0.3, 0.62)]),
            STAND[-1],
        ],
    )
    man.stroke([(775, 400), (728, 760)], 4.5)
    for shape in (hull, man):
        canvas.relief(shape, ["#2b2338", "#171525"], "#ffbe86", (4, 3))
    canvas.paint(Shape().oval(728, 752, 26, 4), "#ffe2bd", blur=2, alpha=0.7)
