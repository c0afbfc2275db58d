"""A bakery before dawn."""

from __future__ import annotations

import math
from collections.abc import Sequence

from infra.newsroom.pictures.brush import WIDTH, Canvas, Point, Shape
from infra.newsroom.pictures.people import STAND, Limb, dress, person


def bakery_cooperative() -> Canvas:
    canvas = Canvas("bakery-cooperative", ["#3a2228", "#4e2c2a", "#5f3629", "#3c2224"])
    _bricks(canvas)
    _dawn_window(canvas)
    _oven(canvas)
    _shelves(canvas)
    canvas.paint(Shape().box(-5, 770, WIDTH + 5, 905), ["#6b3e2a", "#35201f", "#1f1418"])
    canvas.paint(Shape().oval(520, 806, 420, 36), "#ffb45e", blur=34, alpha=0.5)
    _baker(canvas)
    _lamp(canvas)
    return canvas


def _bricks(canvas: Canvas) -> None:
    for _shade, colour in enumerate(("#6b3a2f", "#7d4634", "#54302c")):
        wall = Shape()
        for row in range(26):
            for column in range(22):
                if canvas.chance.between(0, 3) < 1.15:
                    x, y = column * 78 - (39 if row % 2 else 0), row * 31
                    wall.box(x + 2, y + 2, x + 75, y + 28, 3)
        canvas.paint(wall, colour, alpha=0.55)


def _dawn_window(canvas: Canvas) -> None:
    canvas.paint(Shape().box(64, 120, 254, 410, 4), "#2a1a20")
    canvas.paint(Shape().box(78, 134, 240, 396), ["#14204d", "#2d4583", "#7f7fa8"])
    canvas.paint(Shape().oval(196, 190, 17), "#fff6d8")
    canvas.shine((196, 190), 70, "#c8d4ff", 0.7)
    roofs = Shape().polygon(
        [(78, 396), (78, 344), (116, 318), (150, 346), (186, 322), (240, 356), (240, 396)]
    )
    canvas.paint(roofs, "#101734")
    canvas.paint(Shape().box(156, 134, 162, 396).box(78, 258, 240, 264), "#2a1a20")


def _oven(canvas: Canvas) -> None:
    canvas.shine((560, 520), 620, "#ff8a33", 0.85)
    dome = Shape().box(300, 430, 820, 780).oval(560, 430, 260, 250)
    canvas.relief(dome, ["#a8593c", "#8a4634", "#5c302c"], "#ffc98a", (-4, 6))
    stones = Shape()
    for i in range(15):
        turn = math.radians(180 + i * 180 / 14)
        near = (560 + math.cos(turn) * 178, 470 + math.sin(turn) * 160)
        stones.stroke([near, (560 + math.cos(turn) * 226, 470 + math.sin(turn) * 206)], 33, 40)
    canvas.relief(stones, ["#d98a5c", "#b5653f"], "#ffe0ac", (2, 3))
    mouth = Shape().box(396, 470, 724, 640).oval(560, 470, 164, 148)
    canvas.paint(mouth, ["#3b0d10", "#8f1f12", "#ff7a1f", "#ffd35a"])
    _flames(canvas, mouth)
    canvas.relief(Shape().box(356, 632, 764, 664, 4), ["#e0a478", "#8f5138"], "#fff0c8", (0, 4))
    canvas.shine((560, 560), 300, "#ffb03d", 0.6)


def _flames(canvas: Canvas, mouth: Shape) -> None:
    for colour, high, count in (("#ff6a1a", 150, 13), ("#ffae35", 104, 12), ("#fff0a8", 60, 10)):
        fire = Shape()
        for i in range(count):
            x = 404 + i * 312 / (count - 1)
            tall = high * canvas.chance.between(0.55, 1) * (0.6 if 470 < x < 650 else 1)
            fire.blob(
                [
                    (x - 24, 640),
                    (x - 15, 640 - tall * 0.5),
                    (x + 6, 640 - tall),
                    (x + 14, 640 - tall * 0.45),
                    (x + 24, 640),
                ]
            )
        canvas.paint(fire.keep(mouth), colour, blur=2, alpha=0.85)
    canvas.relief(
        _loaves([(498, 626), (566, 630), (632, 626)], 33), ["#c9792f", "#7a3d1c"], "#ffe7a0", (0, 4)
    )


def _loaves(places: Sequence[Point], wide: float) -> Shape:
    shape = Shape()
    for x, y in places:
        shape.blob(
            [
                (x - wide, y),
                (x - wide * 0.8, y - wide * 0.5),
                (x, y - wide * 0.72),
                (x + wide * 0.8, y - wide * 0.5),
                (x + wide, y),
                (x, y + wide * 0.12),
            ]
        )
    return shape


def _shelves(canvas: Canvas) -> None:
    frame = Shape().box(1120, 120, 1136, 780).box(1530, 120, 1546, 780)
    canvas.relief(frame, ["#8a5a38", "#5c3a2a"], "#ffd095", (3, 0))
    for row in range(4):
        floor = 262 + row * 156
        canvas.paint(Shape().box(1130, floor - 112, 1536, floor), "#241518", alpha=0.5)
        places = [(1184 + i * 102.0, floor - 4.0) for i in range(4)]
        canvas.relief(_loaves(places, 47), ["#f0b565", "#c9803a", "#8a4a24"], "#fff0bf", (4, 4))
        back = [(1232 + i * 102.0, floor - 40.0) for i in range(3)]
        canvas.relief(_loaves(back, 40), ["#e09f52", "#a8622f"], "#ffe3a8", (4, 4), glow=0.7)
        scores = Shape()
        for x, y in places:
            for k in (-18, 0, 18):
                scores.stroke([(x + k - 7, y - 12), (x + k + 7, y - 27)], 3.4)
        canvas.paint(scores, "#ffe2ae", alpha=0.85)
        canvas.relief(
            Shape().box(1112, floor, 1554, floor + 16, 2), ["#a06c43", "#5c3a2a"], "#ffdca6", (0, 3)
        )


def _baker(canvas: Canvas) -> None:
    canvas.paint(Shape().stroke([(640, 628), (1010, 560)], 11), ["#d9a86c", "#8a5a38"])
    canvas.paint(
        Shape().polygon([(560, 636), (650, 610), (664, 628), (580, 656)]), ["#e8bd84", "#a8703f"]
    )
    arms: list[Limb] = [
        (0.07, 0.055, [(0.04, 0.77), (0.21, 0.62), (0.31, 0.552)]),
        (0.07, 0.055, [(-0.05, 0.77), (0.0, 0.6), (0.15, 0.58)]),
    ]
    man = person(Shape(), (985, 832), 440, [*STAND[:5], *arms, STAND[-1]], facing=-1)
    canvas.relief(man, ["#8a5138", "#5c3328"], "#ffc98a", (6, 3))
    light = (5.0, 2.0)
    dress(canvas, man, Shape().box(850, 655, 1100, 818), ["#39415c", "#232844"], "#e0a070", light)
    dress(canvas, man, Shape().box(890, 474, 1100, 660), ["#b9c4cf", "#7c7f95"], "#ffe9c0", light)
    canvas.paint(
        Shape().stroke([(955, 500), (893, 558), (849, 589)], 29, 20), ["#8a5138", "#6b3d2d"]
    )
    apron = Shape().polygon(
        [(936, 520), (1000, 520), (1022, 610), (1026, 752), (926, 752), (928, 610)]
    )
    canvas.relief(apron, ["#fff3dc", "#e9cba2", "#b98a63"], "#fffdf0", light)
    hat = Shape().oval(980, 398, 36, 24).oval(962, 392, 22, 20).oval(1000, 394, 22, 20)
    canvas.relief(hat.box(954, 400, 1010, 424, 4), ["#fffaf0", "#d9b994"], "#ffffff", light)


def _lamp(canvas: Canvas) -> None:
    canvas.paint(Shape().box(938, -5, 942, 130), "#1c1116")
    canvas.relief(
        Shape().polygon([(924, 126), (956, 126), (1000, 178), (880, 178)]),
        ["#3d6b66", "#234442"],
        "#bfe3d0",
        (3, 2),
    )
    canvas.paint(Shape().oval(940, 180, 20, 14), "#fff6cf")
    canvas.shine((940, 186), 330, "#ffd58a", 0.6)
