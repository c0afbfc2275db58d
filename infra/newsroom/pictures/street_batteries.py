"""A street in the evening, lit from one small cabinet."""

from __future__ import annotations

from infra.newsroom.pictures.brush import WIDTH, Canvas, Shape, curve
from infra.newsroom.pictures.nature import ridge, stars
from infra.newsroom.pictures.people import WALK, person


def street_batteries() -> Canvas:
    canvas = Canvas("street-batteries", ["#101a3c", "#24356b", "#5a5c8c", "#d08a6a"])
    stars(canvas, 130, 260)
    canvas.shine((1300, 520), 460, "#ff9d5c", 0.5)
    hills = Shape().land(ridge(canvas.chance, 470, 40, bumps=5))
    canvas.relief(hills, ["#2f2f5c", "#1d2148"], "#e0906a", (3, 3), glow=0.6)
    _mills(canvas)
    _houses(canvas)
    canvas.paint(Shape().box(-5, 716, WIDTH + 5, 905), ["#2c2a48", "#161630"])
    wire = curve([(120, 800), (420, 776), (800, 806), (1180, 778), (1500, 800)], steps=24)
    canvas.beam(Shape().stroke(wire, 16), "#46e0c0", blur=14, strength=0.9)
    canvas.paint(Shape().stroke(wire, 5), "#b9fff0")
    for x in (190, 420, 640, 960, 1180, 1410):
        drop = Shape().stroke(curve([(x, 712), (x - 8, 756), (x, 792)]), 4)
        canvas.beam(drop, "#46e0c0", blur=8, strength=0.8)
        canvas.paint(drop, "#b9fff0")
    _cabinet(canvas)
    walkers = person(Shape(), (1096, 858), 130, WALK)
    person(walkers, (1030, 864), 92, WALK)
    canvas.relief(walkers, "#0f1026", "#7ff0d8", (3, 2), glow=0.9)
    return canvas


def _mills(canvas: Canvas) -> None:
    mills = Shape()
    for x, y, size in ((300, 300, 96), (470, 344, 72), (1240, 316, 84)):
        mills.stroke([(x, y), (x, y + size * 1.9)], 7, 12)
        for tip in ((0.1, -1), (0.82, 0.58), (-0.9, 0.44)):
            mills.stroke([(x, y), (x + tip[0] * size, y + tip[1] * size)], 7, 2)
    canvas.relief(mills, ["#c9c4d8", "#8d89ac"], "#ffd9b8", (2, 2), glow=0.7)


def _houses(canvas: Canvas) -> None:
    shapes = (
        (60, 470, 300),
        (300, 520, 230),
        (520, 440, 250),
        (850, 500, 220),
        (1070, 450, 240),
        (1300, 490, 270),
    )
    for x, top, wide in shapes:
        wall = Shape().box(x, top, x + wide, 720)
        wall.polygon([(x - 14, top + 4), (x + wide / 2, top - 92), (x + wide + 14, top + 4)])
        canvas.relief(wall, ["#3f3a66", "#24224a"], "#e0a07a", (4, 4), glow=0.7)
        panes = Shape()
        for column in range(int((wide - 40) / 62)):
            for row in range(2):
                if canvas.chance.between(0, 1) < 0.86:
                    left, high = x + 30 + column * 62, top + 30 + row * 84
                    panes.box(left, high, left + 38, high + 50, 3)
        canvas.paint(panes, ["#fff0b0", "#ffb454"])
        canvas.beam(panes, "#ffb454", blur=20, strength=0.55)
        panel = Shape().polygon(
            [
                (x + wide * 0.56, top - 76),
                (x + wide * 0.9, top - 16),
                (x + wide * 0.8, top - 10),
                (x + wide * 0.46, top - 70),
            ]
        )
        canvas.relief(panel, ["#4f74b8", "#243a78"], "#cfe0ff", (2, 2), glow=0.8)


def _cabinet(canvas: Canvas) -> None:
    canvas.shine((800, 760), 300, "#46e0c0", 0.7)
    box = Shape().box(716, 640, 884, 830, 12)
    canvas.relief(box, ["#e9efe9", "#a9b9c0", "#6f7f96"], "#ffffff", (4, 4))
    canvas.paint(Shape().box(740, 672, 860, 800, 8), "#16324a")
    for row, on in enumerate((0.35, 1, 1, 1)):
        bar = Shape().box(754, 684 + row * 28, 846, 704 + row * 28, 4)
        canvas.paint(bar, "#46e0c0", alpha=on)
        if on == 1:
            canvas.beam(bar, "#46e0c0", blur=8, strength=0.6)
