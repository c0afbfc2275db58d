"""A football match at sunset."""

from __future__ import annotations

from collections.abc import Sequence

from infra.newsroom.pictures.brush import WIDTH, Canvas, Point, Shape, curve
from infra.newsroom.pictures.nature import sheen
from infra.newsroom.pictures.people import KICK, RUN, STAND, Limb, dress, person


def girls_league() -> Canvas:
    canvas = Canvas("girls-league", ["#4b2a63", "#9c3f6e", "#e8695a", "#ffab57", "#ffd98a"])
    sun = (700.0, 452.0)
    canvas.shine(sun, 640, "#ffb25a", 0.7)
    canvas.paint(Shape().oval(*sun, 96), ["#fff4cf", "#ffd06a"])
    canvas.paint(Shape().box(-5, 486, WIDTH + 5, 560), ["#f5905e", "#b0566e"])
    canvas.paint(sheen(canvas, sun[0], 490, 556, 90), "#fff0c0", alpha=0.85)
    _harbour(canvas)
    _stand(canvas)
    canvas.paint(Shape().box(-5, 560, WIDTH + 5, 905), ["#c9704f", "#99475a", "#5b2b52"])
    lines = Shape().polygon([(-5, 640), (1605, 640), (1605, 646), (-5, 646)])
    lines.polygon([(1010, 646), (1018, 646), (760, 900), (738, 900)])
    canvas.paint(lines, "#ffe3b8", alpha=0.75)
    _goal(canvas)
    _players(canvas)
    return canvas


def _harbour(canvas: Canvas) -> None:
    boats = Shape()
    for x, high in ((820, 84), (906, 120), (1010, 96), (1400, 130), (1500, 90)):
        boats.blob([(x - 46, 520), (x + 50, 516), (x + 36, 540), (x - 34, 540)])
        boats.stroke([(x, 530), (x, 530 - high)], 4, 2).stroke(
            [(x, 530 - high), (x + 44, 520)], 1.4
        )
    canvas.relief(boats, ["#6d2f57", "#4a2149"], "#ffd08a", (3, 2), glow=0.7)
    masts = Shape().stroke([(90, 560), (90, 120)], 11, 7).stroke([(1546, 560), (1546, 150)], 11, 7)
    masts.box(48, 92, 134, 128, 4).box(1504, 122, 1590, 158, 4)
    canvas.paint(masts, ["#3a1d45", "#2c1639"])
    for x, y in ((62, 110), (91, 110), (120, 110), (1518, 140), (1547, 140), (1576, 140)):
        canvas.paint(Shape().oval(x, y, 10), "#fffbe6")
        canvas.shine((x, y), 130, "#ffe7b0", 0.55)


def _stand(canvas: Canvas) -> None:
    for row, colour in enumerate(("#7a3460", "#5f2857", "#47204c")):
        crowd = Shape()
        for i in range(21):
            x = -12 + i * 27 + row * 9 + canvas.chance.between(-4, 4)
            y = 436 + row * 40 + canvas.chance.between(-5, 5)
            crowd.oval(x, y, 9.5, 11).blob(
                [(x - 14, y + 34), (x - 11, y + 15), (x + 11, y + 15), (x + 14, y + 34)]
            )
            if canvas.chance.between(0, 1) > 0.8:
                crowd.stroke([(x + 10, y + 18), (x + 18, y - 14)], 5)
        canvas.relief(
            crowd.box(-5, 466 + row * 40, 556 - row * 2, 480 + row * 40),
            colour,
            "#ffc080",
            (-2, 2),
            glow=0.7,
        )
    canvas.paint(Shape().box(-5, 548, 560, 572), ["#3c1b45", "#2c1439"])


def _goal(canvas: Canvas) -> None:
    net = Shape()
    for i in range(15):
        net.stroke([(1150 + i * 25, 408), (1196 + i * 23, 690)], 1.3)
    for i in range(12):
        net.stroke([(1138 + i * 4, 412 + i * 25), (1510 + i * 1, 412 + i * 25)], 1.3)
    canvas.paint(net, "#fff0d6", alpha=0.5)
    posts = Shape().stroke([(1120, 742), (1120, 398), (1516, 398), (1516, 742)], 13)
    canvas.relief(posts, ["#fffaf0", "#ffdcae"], "#ffffff", (3, 3))


def _players(canvas: Canvas) -> None:
    striker = _girl((500, 838), 400, KICK)
    chaser = _girl((232, 790), 300, RUN)
    keeper = person(
        Shape(),
        (1250, 742),
        262,
        [
            *STAND[:5],
            (0.06, 0.05, [(0.05, 0.77), (0.2, 0.88), (0.24, 1.05)]),
            (0.06, 0.05, [(-0.05, 0.77), (-0.2, 0.86), (-0.26, 1.02)]),
            STAND[-1],
        ],
        facing=-1,
    )
    shade = Shape().oval(430, 846, 170, 11).oval(190, 798, 130, 9).oval(1216, 748, 110, 8)
    canvas.paint(shade, "#2a1236", blur=5, alpha=0.6)
    keeper.stroke(curve([(1254, 492), (1284, 496), (1298, 530)]), 12, 4)
    for shape, colours, top, low in (
        (chaser, ["#3f6fb0", "#2a3f7c"], 552, 636),
        (keeper, ["#3f9c7a", "#24605c"], 528, 614),
        (striker, ["#e8483f", "#9c2747"], 522, 628),
    ):
        canvas.relief(shape, ["#45204f", "#241038"], "#ffc27a", (-4, 3))
        shirt = Shape().box(0, top, WIDTH, low)
        dress(canvas, shape, shirt, colours, "#ffd9a0", (-4, 3))
    trail = Shape().stroke([(690, 716), (868, 604)], 6, 34)
    canvas.paint(trail, "#ffe9bd", blur=7, alpha=0.45)
    canvas.paint(Shape().oval(878, 598, 27), ["#fffdf4", "#ffd9a8"])
    patches = (
        Shape()
        .oval(878, 598, 8)
        .oval(862, 580, 5)
        .oval(896, 582, 5)
        .oval(866, 617, 5)
        .oval(892, 615, 5)
    )
    canvas.paint(patches, "#3a1a4a")


def _girl(foot: Point, high: float, limbs: Sequence[Limb]) -> Shape:
    """A player with a ponytail and wide shorts."""
    shape = person(Shape(), foot, high, limbs)
    neck = limbs[-1][2][0][0]
    tail = [(neck - 0.04, 0.95), (neck - 0.13, 0.94), (neck - 0.2, 0.86), (neck - 0.21, 0.78)]
    shape.stroke(
        curve([(foot[0] + x * high, foot[1] - y * high) for x, y in tail]),
        0.045 * high,
        0.012 * high,
    )
    shorts = [(-0.085, 0.56), (0.085, 0.56), (0.15, 0.4), (0.03, 0.4), (-0.08, 0.38)]
    return shape.polygon([(foot[0] + x * high, foot[1] - y * high) for x, y in shorts])
