"""Large kites over terraced hills."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from infra.newsroom.pictures.brush import Canvas, Fill, Point, Shape, curve
from infra.newsroom.pictures.nature import ridge
from infra.newsroom.pictures.people import REACH, STAND, person

RED, YELLOW, BLUE = ["#f26a4b", "#c22f3d"], ["#ffd35c", "#f0932f"], ["#58a6d6", "#2b579c"]


def kite_makers() -> Canvas:
    canvas = Canvas("kite-makers", ["#2f8fc4", "#7cc3de", "#d4ebe0", "#fdf1cf"])
    canvas.shine((1250, 130), 520, "#fff3c0", 0.75)
    clouds = Shape()
    for x, y, wide in ((260, 170, 110), (380, 196, 150), (1190, 330, 120), (1300, 350, 160)):
        clouds.oval(x, y, wide, 20)
    canvas.paint(clouds, "#ffffff", blur=16, alpha=0.75)
    for colour, level in (("#8fb9a4", 560), ("#6aa383", 612)):
        hills = Shape().land(ridge(canvas.chance, level, 40, bumps=5))
        canvas.relief(hills, [colour, "#cfe0b8"], "#fdf6cf", (-4, 4), glow=0.6)
    _terraces(canvas)
    _kite(canvas, (430, 330), 196, -0.35, RED, (700, 742))
    _kite(canvas, (860, 210), 150, 0.2, YELLOW, (800, 724))
    _kite(canvas, (1210, 430), 120, 0.45, BLUE, (980, 706))
    _kite(canvas, (150, 150), 70, 0.3, YELLOW, (420, 700))
    _kite(canvas, (1430, 190), 64, -0.2, RED, (1240, 700))
    flyers = Shape()
    for at, (x, y) in enumerate(((700, 840), (800, 822), (980, 802), (1056, 812), (640, 852))):
        person(flyers, (x, y), 112, [*STAND[:-1], REACH, STAND[-1]], facing=1 if at % 2 else -1)
    canvas.relief(flyers, ["#3a2b3e", "#241a2c"], "#ffd9a0", (-3, 3))
    return canvas


def _terraces(canvas: Canvas) -> None:
    fields = ("#a6bf5a", "#7fa548", "#5c8a3e", "#3f6e36")
    for step, colour in enumerate(fields):
        top = 668 + step * 62
        line = [(x, top + 34 * math.sin(x / 290 + step * 1.3)) for x in range(-40, 1680, 80)]
        edge = Shape().land(curve(line))
        canvas.relief(edge, [colour, "#2f5a32"], "#f3efa8", (0, 6), glow=0.8)
        rows = Shape()
        for furrow in range(1, 4):
            rows.stroke([(x, y + furrow * 15) for x, y in curve(line)], 2.4)
        canvas.paint(rows, "#e7eea0", alpha=0.28)


def _kite(canvas: Canvas, at: Point, size: float, turn: float, fill: Fill, hand: Point) -> None:
    def place(x: float, y: float) -> Point:
        cos, sin = math.cos(turn), math.sin(turn)
        return (at[0] + size * (x * cos - y * sin), at[1] + size * (x * sin + y * cos))

    tail = [place(0.12 * math.sin(i * 1.15), 0.8 + i * 0.17) for i in range(11)]
    canvas.paint(Shape().stroke(curve(tail), size / 22, 1.6), fill, alpha=0.9)
    bows = Shape()
    for x, y in tail[1::3]:
        bows.oval(x - size / 18, y, size / 17, size / 30).oval(
            x + size / 18, y, size / 17, size / 30
        )
    canvas.paint(bows, "#fff1cf")
    middle = place(0, -0.1)
    sag = ((middle[0] + hand[0]) / 2, (middle[1] + hand[1]) / 2 + 40)
    canvas.paint(Shape().stroke(curve([middle, sag, hand]), 2), "#4a3a44", alpha=0.7)
    body = Shape().polygon(
        [place(0, -0.86), place(0.62, -0.16), place(0, 0.86), place(-0.62, -0.16)]
    )
    canvas.relief(body, fill, "#fff3d8", (-4, 4))
    _pattern(canvas, body, [place(0, -0.86), place(0.62, -0.16), place(0, 0.86)], place)
    canvas.paint(
        Shape().stroke([place(0, -0.86), place(0, 0.86)], size / 40), "#5a2b33", alpha=0.75
    )
    canvas.paint(
        Shape().stroke([place(-0.62, -0.16), place(0.62, -0.16)], size / 40), "#5a2b33", alpha=0.75
    )


def _pattern(
    canvas: Canvas, body: Shape, half: Sequence[Point], place: Callable[[float, float], Point]
) -> None:
    canvas.paint(Shape().polygon(half).keep(body), "#2a1030", alpha=0.14)
    ring = Shape().oval(*place(0, -0.16), 0)
    for turn in range(12):
        angle = math.radians(turn * 30)
        x, y = 0.3 * math.cos(angle), -0.12 + 0.3 * math.sin(angle)
        ring.oval(*place(x, y), 7)
    canvas.paint(ring.keep(body), "#fff1cf", alpha=0.9)
    eye = Shape().oval(*place(0, -0.12), 22)
    canvas.paint(eye.keep(body), "#fff1cf", alpha=0.9)
