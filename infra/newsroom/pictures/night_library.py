"""A library at night."""

from __future__ import annotations

from infra.newsroom.pictures.brush import WIDTH, Canvas, Chance, Shape
from infra.newsroom.pictures.nature import ridge, ripples, sheen, stars


def night_library() -> Canvas:
    canvas = Canvas("night-library", ["#0b1233", "#182451", "#2f3a72", "#59528a"])
    stars(canvas, 260, 420)
    canvas.shine((1330, 150), 420, "#8fa4ff", 0.45)
    canvas.paint(Shape().oval(1330, 150, 58), ["#fffbe8", "#f3e3b5"])
    canvas.paint(Shape().oval(1350, 140, 11).oval(1318, 170, 8), "#dcc999", alpha=0.6)
    canvas.paint(Shape().land(ridge(canvas.chance, 560, 50, bumps=5)), ["#252c5c", "#1a2049"])
    _reading_house(canvas)
    _night_trees(canvas)
    canvas.paint(Shape().box(-5, 640, WIDTH + 5, 672), ["#141a3c", "#0d122d"])
    canvas.mirror(670, "#0c1433", 0.72)
    canvas.paint(ripples(canvas, 690, 895, 190), "#0a1030", blur=1, alpha=0.45)
    canvas.paint(ripples(canvas, 680, 880, 60), "#ffd587", blur=1, alpha=0.22)
    canvas.paint(sheen(canvas, 1330, 676, 890, 50), "#fff3cf", blur=0.8, alpha=0.6)
    return canvas


def _reading_house(canvas: Canvas) -> None:
    roof = Shape().polygon([(280, 268), (360, 196), (1240, 196), (1320, 268)])
    roof.polygon([(610, 206), (800, 118), (990, 206)]).box(410, 150, 450, 220).box(
        1150, 150, 1190, 220
    )
    canvas.relief(roof, ["#2b2f5e", "#1d2149"], "#8b8fd0", (-3, 3))
    canvas.paint(Shape().box(300, 264, 1300, 650), ["#3d3f73", "#2b2d5b", "#20224a"])
    canvas.paint(
        Shape().box(286, 258, 1314, 276, 2).box(292, 622, 1308, 650), ["#585a94", "#34376b"]
    )
    for i in range(7):
        _lit_window(canvas, 366 + i * 128, i)
    canvas.paint(Shape().oval(800, 184, 25), ["#ffe6a0", "#ffc766"])
    canvas.shine((800, 184), 110, "#ffc766", 0.6)
    canvas.shine((800, 470), 760, "#ff9b3d", 0.42)


def _lit_window(canvas: Canvas, left: float, number: int) -> None:
    pane = Shape().box(left, 374, left + 100, 606).oval(left + 50, 374, 50)
    canvas.paint(Shape().box(left - 9, 374, left + 109, 614).oval(left + 50, 374, 59), "#191b40")
    canvas.paint(pane, ["#fff1bd", "#ffd27a", "#f7a848"])
    canvas.paint(_books(canvas.chance, left).keep(pane), ["#b96a2c", "#8c4524"], alpha=0.85)
    if number in {0, 2, 3, 5}:
        canvas.paint(_reader(left + 50, number).keep(pane), ["#3a2036", "#2a1730"])
    bars = Shape().box(left + 48, 322, left + 52, 608).box(left, 372, left + 100, 376)
    canvas.paint(bars.box(left, 486, left + 100, 489), "#3a2a3f")
    canvas.shine((left + 50, 520), 130, "#ffb04a", 0.3)


def _books(chance: Chance, left: float) -> Shape:
    shelves = Shape()
    for row in range(4):
        floor = 402 + row * 50
        shelves.box(left, floor, left + 100, floor + 4)
        x = left + 2
        while x < left + 96:
            wide = chance.between(4, 9)
            if chance.between(0, 1) > 0.18:
                shelves.box(x, floor - chance.between(24, 38), x + wide, floor)
            x += wide + 1.5
    return shelves


def _reader(middle: float, number: int) -> Shape:
    lean = -8 if number % 2 else 8
    shape = Shape().oval(middle + lean, 506, 13, 15)
    shape.blob(
        [
            (middle - 30, 578),
            (middle - 22, 536),
            (middle, 522),
            (middle + 22, 536),
            (middle + 30, 578),
        ]
    )
    shape.box(middle - 50, 566, middle + 50, 574).box(middle - 34, 574, middle - 28, 606)
    return shape.polygon([(middle - 20, 566), (middle, 558), (middle + 20, 566)])


def _night_trees(canvas: Canvas) -> None:
    trees = Shape()
    for x, high in ((70, 300), (160, 210), (236, 150), (1390, 190), (1468, 260), (1560, 330)):
        for layer in range(5):
            top, wide = 655 - high + layer * high * 0.17, high * (0.1 + layer * 0.045)
            trees.polygon([(x, top), (x - wide, top + high * 0.3), (x + wide, top + high * 0.3)])
    canvas.relief(trees, ["#1a2350", "#0e1434"], "#5a68b0", (3, 2), glow=0.5)
