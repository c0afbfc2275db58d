"""A tram in the evening."""

from __future__ import annotations

from collections.abc import Sequence

from infra.newsroom.pictures.brush import Canvas, Point, Shape, curve
from infra.newsroom.pictures.nature import sheen
from infra.newsroom.pictures.people import STAND, WALK, person


def tram_line() -> Canvas:
    canvas = Canvas("tram-line", ["#252a5e", "#5b4687", "#b8607f", "#f59a6b", "#ffd08a"])
    canvas.shine((760, 500), 620, "#ffb26a", 0.7)
    _street(canvas, -1, ["#3a3468", "#4f3f75", "#6a4d80", "#8a6088"])
    _street(canvas, 1, ["#2f2c5c", "#443a6e", "#5f487a", "#805a85"])
    canvas.paint(
        Shape().polygon([(-5, 905), (-5, 800), (700, 560), (820, 560), (1605, 800), (1605, 905)]),
        ["#c97f78", "#6b4a70", "#2d274f"],
    )
    _rails(canvas)
    _tram(canvas)
    _passers(canvas)
    return canvas


def _street(canvas: Canvas, side: int, colours: Sequence[str]) -> None:
    """Houses towards the vanishing point, the far ones first."""
    edges = [0, 250, 420, 545, 640]
    tops = [-60, 90, 210, 300, 362]
    for i in reversed(range(4)):
        near, far = edges[i], edges[i + 1]
        house = [
            (near, tops[i]),
            (far, tops[i] + (far - near) * 0.42),
            (far, 800 - far * 0.36),
            (near, 800 - near * 0.36),
        ]
        if side > 0:
            house = [(1540 - x, y) for x, y in house]
            house[0], house[3] = (house[0][0] + 70, house[0][1]), (house[3][0] + 70, house[3][1])
        canvas.relief(
            Shape().polygon(house), [colours[i], "#2a2550"], "#ffbf8a", (-3 * side, 3), glow=0.6
        )
        _panes(canvas, house)


def _panes(canvas: Canvas, house: Sequence[Point]) -> None:
    (x0, t0), (x1, t1), (_, f1), (_, f0) = house
    columns = max(int(abs(x1 - x0) / 46), 2)
    lit, dark = Shape(), Shape()
    for column in range(columns):
        for row in range(7):
            shares = ((column + 0.25) / columns, (column + 0.72) / columns)
            corners = []
            for share, drop in (
                (shares[0], 0.08),
                (shares[1], 0.08),
                (shares[1], 0.15),
                (shares[0], 0.15),
            ):
                top, foot = t0 + (t1 - t0) * share, f0 + (f1 - f0) * share
                corners.append((x0 + (x1 - x0) * share, top + (foot - top) * (drop + row * 0.128)))
            (lit if canvas.chance.between(0, 1) > 0.5 else dark).polygon(corners)
    canvas.paint(dark, "#1f1d45", alpha=0.6)
    canvas.paint(lit, ["#ffe3a0", "#ffbf6b"], alpha=0.9)
    canvas.beam(lit, "#ff9a4a", blur=9, strength=0.35)


def _rails(canvas: Canvas) -> None:
    rails = Shape()
    for near, far in ((480, 742), (800, 764), (1000, 772), (1330, 790)):
        rails.polygon([(near, 905), (near + 16, 905), (far + 1, 570), (far, 570)])
    canvas.relief(rails, ["#ffd9a0", "#ffc08a", "#f0a58a"], "#ffffff", (2, 0), glow=0.5)
    wires = Shape()
    for top, x in ((-5, 300), (-5, 620), (-5, 1000), (-5, 1330)):
        wires.stroke([(x, top), (766, 520)], 2.2, 0.8)
    for y in (60, 190, 290):
        wires.stroke(curve([(0, y - 60), (760, y + 26), (1600, y - 60)]), 1.8)
    canvas.paint(wires, "#1c1a40", alpha=0.75)


def _tram(canvas: Canvas) -> None:
    canvas.paint(Shape().oval(650, 806, 250, 26), "#15122f", blur=12, alpha=0.75)
    flank = Shape().polygon([(830, 330), (912, 400), (912, 690), (830, 790)])
    canvas.paint(flank, ["#d98f2b", "#9a5c2c", "#5c3638"])
    glass = Shape().polygon([(838, 420), (906, 462), (906, 560), (838, 580)])
    canvas.paint(glass, ["#fff0c0", "#ffc46a"])
    front = Shape().box(460, 312, 836, 796, 46)
    canvas.relief(front, ["#ffd23f", "#ffbf2e", "#e8952a"], "#fff6cf", (-5, 6))
    canvas.paint(
        Shape().box(460, 706, 836, 796, 40).cut(Shape().box(440, 680, 860, 722)),
        ["#3a3560", "#201d42"],
    )
    canvas.relief(
        Shape().box(488, 404, 808, 596, 26), ["#3c4f8c", "#6d6a9c", "#c98a86"], "#b8c8ff", (4, 4)
    )
    canvas.paint(
        Shape().polygon([(540, 410), (620, 410), (540, 590), (492, 590), (492, 520)]),
        "#ffffff",
        blur=2,
        alpha=0.16,
    )
    driver = (
        Shape()
        .oval(610, 492, 24, 30)
        .blob([(548, 600), (562, 544), (610, 524), (658, 544), (672, 600)])
    )
    canvas.relief(
        driver.keep(Shape().box(488, 404, 808, 594, 26)), ["#2d2c5c", "#1f1d45"], "#ffd9a0", (3, 3)
    )
    canvas.paint(Shape().box(560, 334, 736, 388, 10), "#1d1a3c")
    _five(canvas)
    canvas.paint(
        Shape().stroke([(600, 312), (648, 262), (696, 312)], 5).stroke([(610, 258), (686, 258)], 6),
        "#1c1a40",
    )
    for x in (516, 780):
        canvas.paint(Shape().oval(x, 652, 27), "#fffdf0")
        canvas.shine((x, 652), 170, "#fff0b8", 0.7)
        canvas.paint(sheen(canvas, x, 806, 900, 66), "#fff3c8", blur=2, alpha=0.5)


def _five(canvas: Canvas) -> None:
    digit = Shape().stroke([(664, 344), (636, 344), (633, 360), (652, 358)], 6)
    digit.stroke(curve([(636, 361), (656, 357), (665, 366), (656, 378), (634, 377)]), 6)
    canvas.paint(digit, "#ffce5a")
    canvas.shine((649, 361), 70, "#ffb23d", 0.6)


def _passers(canvas: Canvas) -> None:
    canvas.paint(
        Shape().oval(1140, 804, 70, 7).oval(1240, 810, 66, 7).oval(260, 816, 90, 7),
        "#15122f",
        blur=5,
        alpha=0.6,
    )
    walker = person(Shape(), (1130, 800), 235, WALK, facing=-1).stroke(
        [(1083, 676), (1014, 802)], 4
    )
    others = (
        (walker, ["#a34a66", "#54305c"]),
        (person(Shape(), (1236, 806), 222, WALK, facing=-1), ["#31557c", "#1c2a55"]),
        (person(Shape(), (300, 808), 226, STAND), ["#2f4a78", "#1a2450"]),
        (person(Shape(), (212, 816), 140, STAND), ["#c9824a", "#6b3d4a"]),
    )
    for shape, coat in others:
        canvas.relief(shape, coat, "#ffd29a", (3 if shape is walker else -3, 3))
