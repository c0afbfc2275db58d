"""One tree and its shadow in a hot street."""

from __future__ import annotations

from infra.newsroom.pictures.brush import Canvas, Shape, curve
from infra.newsroom.pictures.people import STAND, WALK, person

LIGHT = (5.0, 3.0)


def shade() -> Canvas:
    canvas = Canvas("shade", ["#f7c65a", "#fbd98a", "#fde9bf"])
    canvas.shine((180, 60), 620, "#ffffff", 0.8)
    _houses(canvas)
    street = Shape().polygon([(-20, 640), (1640, 600), (1640, 910), (-20, 910)])
    canvas.paint(street, ["#f3c877", "#e6ab5c", "#d0894c"])
    shadow = Shape()
    for x, y, wide in ((930, 770, 300), (1120, 746, 230), (760, 800, 190), (1010, 820, 260)):
        shadow.oval(x, y, wide, wide * 0.2)
    canvas.paint(shadow, "#5c3f86", blur=5, alpha=0.72)
    spots = Shape()
    for _ in range(40):
        at = (canvas.chance.between(640, 1300), canvas.chance.between(730, 850))
        spots.oval(*at, canvas.chance.between(4, 15), canvas.chance.between(2, 5))
    canvas.paint(spots.keep(shadow), "#ffd98a", alpha=0.85)
    people = person(Shape(), (836, 812), 176, STAND)
    person(people, (900, 818), 150, STAND, facing=-1)
    person(people, (1130, 790), 168, WALK, facing=-1)
    people.box(1000, 742, 1064, 756, 3).stroke([(1006, 752), (1002, 806)], 5)
    people.stroke([(1058, 752), (1062, 806)], 5).stroke([(1004, 746), (998, 690)], 6)
    canvas.relief(people, ["#4a2f5c", "#2c1d40"], "#ffcf8a", (3, 2), glow=0.8)
    trunk = Shape().stroke(curve([(968, 790), (956, 690), (976, 580), (960, 470)]), 66, 34)
    for tip in ((760, 420), (1150, 400), (900, 330), (1060, 340)):
        trunk.stroke(curve([(968, 560), ((968 + tip[0]) / 2, 480), tip]), 26, 9)
    canvas.relief(trunk, ["#8a5a4c", "#4c3044"], "#ffe0a0", LIGHT)
    for colour, edge, low in (
        (["#2f6b4f", "#1f4a46"], "#7fb06a", 46),
        (["#5fa354", "#2f7548"], "#e6f3a0", 0),
    ):
        crown = Shape()
        for _ in range(64):
            right = canvas.chance.between(-1, 1) * 350
            down = canvas.chance.between(-1, 1) * (150 - abs(right) / 4)
            crown.oval(
                950 + right,
                330 + low + down,
                canvas.chance.between(38, 84),
                canvas.chance.between(26, 52),
            )
        canvas.relief(crown, colour, edge, (-4, 5))
    return canvas


def _houses(canvas: Canvas) -> None:
    for left, top, right, colour in (
        (-30, 250, 300, "#fff6e4"), (290, 330, 520, "#fbe8cf"), (510, 280, 800, "#fff2dc"),
        (1090, 300, 1330, "#fdebd2"), (1320, 220, 1640, "#fff6e4"), (790, 380, 1100, "#f7dfc0"),
    ):  # fmt: skip
        canvas.relief(Shape().box(left, top, right, 660), [colour, "#e9c796"], "#ffffff", LIGHT)
        holes = Shape()
        for column in range(int((right - left) / 92)):
            for row in range(2):
                x, y = left + 44 + column * 92, top + 52 + row * 118
                holes.box(x, y, x + 34, y + 58, 17)
        canvas.paint(holes, ["#8a6a86", "#5c4a70"], alpha=0.85)
        canvas.paint(Shape().box(left, top, right, top + 10), "#d9a76a", alpha=0.7)
