"""A lighthouse at dusk, its two beams over the sea."""

from __future__ import annotations

from infra.newsroom.pictures.brush import WIDTH, Canvas, Shape, curve
from infra.newsroom.pictures.nature import birds, ripples, sheen, stars

LAMP = (1010.0, 262.0)


def lighthouse_lamp() -> Canvas:
    canvas = Canvas("lighthouse-lamp", ["#141b45", "#2c2f6b", "#5d4385", "#b0607e", "#f0a07a"])
    stars(canvas, 150, 240)
    canvas.shine((330, 600), 420, "#ffb27a", 0.6)
    canvas.paint(Shape().box(-5, 596, WIDTH + 5, 905), ["#7d4f7c", "#3b3467", "#171b44"])
    canvas.paint(sheen(canvas, 330, 606, 900, 300), "#ffd0a0", blur=1, alpha=0.7)
    canvas.paint(ripples(canvas, 604, 880, 160), "#c58aa0", blur=0.8, alpha=0.4)
    _beams(canvas)
    _cliff(canvas)
    _tower(canvas)
    birds(canvas, [(560, 330), (606, 306), (640, 342), (700, 300)], "#1a1838", 17)
    return canvas


def _beams(canvas: Canvas) -> None:
    x, y = LAMP
    left = Shape().polygon([(x, y - 6), (x, y + 6), (-40, y + 190), (-40, y - 60)])
    right = Shape().polygon([(x, y - 5), (x, y + 5), (1640, y + 10), (1640, y - 130)])
    canvas.beam(left, "#fff0c0", blur=14, strength=0.62)
    canvas.beam(right, "#fff0c0", blur=14, strength=0.5)


def _cliff(canvas: Canvas) -> None:
    back = [
        (250, 960),
        (330, 800),
        (440, 690),
        (600, 620),
        (720, 560),
        (860, 470),
        (960, 440),
        (1180, 452),
        (1400, 540),
        (1640, 590),
    ]
    canvas.relief(Shape().land(curve(back)), ["#3a2c58", "#221b40"], "#f0a07a", (3, 4), glow=0.6)
    front = [(430, 900), (600, 770), (760, 700), (900, 610), (1100, 640), (1330, 720), (1640, 700)]
    canvas.relief(Shape().land(curve(front)), ["#251d42", "#100d26"], "#c9738a", (4, 5), glow=0.6)


def _tower(canvas: Canvas) -> None:
    tower = Shape().polygon([(968, 306), (1052, 306), (1078, 612), (942, 612)])
    canvas.relief(tower, ["#f7ead9", "#c9a9b4", "#6f557c"], "#ffe9c8", (4, 0))
    bands = Shape().box(930, 372, 1090, 424).box(930, 488, 1090, 540).keep(tower)
    canvas.relief(bands, ["#c8433d", "#7c2c45"], "#ffb090", (4, 0), glow=0.7)
    canvas.relief(Shape().box(950, 296, 1070, 312, 3), ["#2c2348", "#1a1530"], "#f0a07a", (0, 3))
    canvas.paint(Shape().box(976, 226, 1044, 298), ["#fff6d6", "#ffd987"])
    bars = Shape()
    for x in (974, 992, 1010, 1028, 1044):
        bars.box(x, 226, x + 3, 298)
    canvas.paint(bars, "#2c2348")
    roof = (
        Shape().blob([(962, 230), (1010, 184), (1058, 230), (1010, 238)]).box(1007, 160, 1013, 196)
    )
    canvas.relief(roof, ["#8c2f3c", "#4a1f38"], "#ffb090", (4, 3))
    windows = Shape().box(1000, 452, 1020, 478, 8).box(1000, 566, 1020, 592, 8)
    canvas.paint(windows, "#ffd987")
    canvas.shine(LAMP, 210, "#ffe6a8", 1)
    house = Shape().polygon([(1096, 560), (1240, 560), (1240, 640), (1096, 640)])
    canvas.relief(house, ["#e8d4cc", "#8b6a88"], "#ffe9c8", (4, 0))
    canvas.relief(
        Shape().polygon([(1082, 562), (1118, 510), (1220, 510), (1254, 562)]),
        ["#6b2f48", "#3a2040"], "#ffb090", (2, 4),
    )  # fmt: skip
    canvas.paint(Shape().box(1124, 584, 1148, 610, 2).box(1188, 584, 1212, 610, 2), "#ffd987")
    canvas.shine((1168, 600), 90, "#ffb45e", 0.5)
