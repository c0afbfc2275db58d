"""A school for wooden boats."""

from __future__ import annotations

import math

from infra.newsroom.pictures.brush import WIDTH, Canvas, Point, Shape, curve
from infra.newsroom.pictures.nature import birds, ridge, ripples
from infra.newsroom.pictures.people import STAND, Limb, dress, person


def boat_school() -> Canvas:
    canvas = Canvas("boat-school", ["#8fc7cf", "#bfe0d8", "#f3ecd0", "#fbe7c0"])
    canvas.shine((1240, 190), 560, "#fff3c8", 0.7)
    for colour, level, swing in (("#8fb8b0", 372, 60), ("#6a9f8c", 420, 46), ("#3f7a68", 462, 34)):
        hills = Shape().land(ridge(canvas.chance, level, swing, bumps=6))
        canvas.relief(hills, [colour, "#b9d2b8"], "#f6f0c8", (-3, 4), glow=0.6)
    canvas.paint(Shape().box(-5, 486, WIDTH + 5, 905), ["#8fcad0", "#3f94a8", "#226a86"])
    canvas.paint(ripples(canvas, 494, 700, 190), "#e6fbf2", blur=0.8, alpha=0.5)
    _sailing_boat(canvas, (1330, 560), 1.25)
    _sailing_boat(canvas, (1120, 516), 0.6)
    beach = curve(
        [(-20, 640), (300, 622), (700, 660), (1050, 735), (1350, 850), (1480, 920)], steps=20
    )
    canvas.relief(Shape().land(beach), ["#ecd3a2", "#c79c6b", "#8f6848"], "#fff8e0", (-2, 7))
    _slipway(canvas)
    _ribs(canvas)
    _shipwright(canvas)
    birds(canvas, [(900, 160), (962, 130), (1020, 166)], "#5a7d86", 20)
    return canvas


def _sailing_boat(canvas: Canvas, at: Point, size: float) -> None:
    x, y = at
    sail = Shape().blob(
        [
            (x + 6 * size, y - 190 * size),
            (x + 62 * size, y - 90 * size),
            (x + 84 * size, y - 24 * size),
            (x + 6 * size, y - 22 * size),
        ]
    )
    canvas.relief(sail, ["#e0533d", "#b83a35"], "#ffc9a0", (-4, 3))
    jib = Shape().polygon(
        [
            (x - 4 * size, y - 178 * size),
            (x - 62 * size, y - 22 * size),
            (x - 4 * size, y - 24 * size),
        ]
    )
    canvas.relief(jib, ["#fff4dc", "#e8cda8"], "#ffffff", (3, 2))
    hull = Shape().blob(
        [
            (x - 84 * size, y - 14 * size),
            (x, y - 6 * size),
            (x + 96 * size, y - 18 * size),
            (x + 66 * size, y + 22 * size),
            (x - 56 * size, y + 22 * size),
        ]
    )
    canvas.relief(
        hull.stroke([(x, y), (x, y - 200 * size)], 5 * size),
        ["#8a5638", "#55342c"],
        "#ffe0ae",
        (0, 3),
    )
    canvas.paint(Shape().oval(x, y + 30 * size, 92 * size, 7 * size), "#1d5872", blur=4, alpha=0.6)


def _slipway(canvas: Canvas) -> None:
    for i in range(8):
        log = Shape().stroke([(110 + i * 118, 782 + i * 9), (196 + i * 118, 838 + i * 8)], 20)
        canvas.relief(log, ["#a87748", "#6b4630"], "#ffe3b0", (0, 4))
    canvas.paint(Shape().oval(560, 812, 470, 30), "#4a3328", blur=12, alpha=0.45)


def _ribs(canvas: Canvas) -> None:
    keel = curve(
        [(90, 520), (128, 690), (240, 786), (560, 806), (850, 790), (968, 700), (1030, 500)],
        steps=20,
    )
    for i in range(11):
        share = i / 10
        x = 196 + share * 740
        swell = math.sin(math.pi * (0.12 + share * 0.8))
        top, half, foot = 560 - 60 * (1 - swell) + share * -14, 46 + 62 * swell, 778 + 26 * swell
        far = curve(
            [
                (x, foot),
                (x + half * 0.85, foot - 70),
                (x + half, top + 30),
                (x + half * 0.9, top - 26),
            ]
        )
        near = curve(
            [
                (x, foot),
                (x - half * 0.85, foot - 50),
                (x - half, top + 60),
                (x - half * 0.92, top + 4),
            ]
        )
        canvas.paint(Shape().stroke(far, 15, 10), ["#b98552", "#7a5134"])
        canvas.relief(
            Shape().stroke(near, 18, 12), ["#f3c684", "#d09a58", "#9a6a3e"], "#fff3cf", (-3, 3)
        )
    rail = curve([(92, 524), (170, 556), (420, 606), (700, 604), (910, 560), (1030, 500)], steps=20)
    canvas.relief(Shape().stroke(rail, 15), ["#e0ab66", "#b97f45"], "#fff6d8", (0, 4))
    for drop in (70, 118):
        plank = [
            (x, y + drop * math.sin(math.pi * min(max((x - 92) / 938, 0), 1)) ** 0.6)
            for x, y in rail
        ]
        canvas.relief(
            Shape().stroke(plank, 26 if drop > 100 else 9),
            ["#d9a05a", "#a8713f"],
            "#ffe9b8",
            (0, 4),
        )
    canvas.relief(Shape().stroke(keel, 24), ["#a86c3d", "#75482c"], "#ffdfa6", (-3, 4))


def _shipwright(canvas: Canvas) -> None:
    arms: list[Limb] = [
        (0.07, 0.05, [(0.05, 0.77), (0.17, 0.66), (0.25, 0.74)]),
        (0.07, 0.05, [(-0.04, 0.77), (-0.14, 0.86), (-0.08, 1.0)]),
    ]
    man = person(Shape(), (1120, 838), 330, [*STAND[:5], *arms, STAND[-1]], facing=-1)
    man.stroke([(1138, 520), (1182, 470)], 8).box(1160, 446, 1206, 480, 6)
    canvas.relief(man, ["#9c6242", "#6b412f"], "#ffe9b8", (-4, 4))
    light = (-4.0, 3.0)
    dress(canvas, man, Shape().box(1050, 668, 1200, 826), ["#2f5a72", "#1c3c54"], "#cfe6e0", light)
    dress(canvas, man, Shape().box(1062, 566, 1170, 676), ["#d9573f", "#a03a38"], "#ffd3a6", light)
    cap = Shape().oval(1112, 522, 25, 16).box(1082, 520, 1112, 529, 4)
    canvas.relief(cap, ["#f2e2b8", "#c9a878"], "#ffffff", light)
    canvas.paint(Shape().oval(1126, 842, 74, 9), "#4a3328", blur=6, alpha=0.5)
