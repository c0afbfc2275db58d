"""A street under water, and a family who leave it in a canoe."""

from __future__ import annotations

from infra.newsroom.pictures.brush import HEIGHT, WIDTH, Canvas, Shape, curve
from infra.newsroom.pictures.nature import birds, ridge, ripples
from infra.newsroom.pictures.people import REACH, STAND, person

WATER = 560
HOUSES = (
    (-60, 250, 300, "#c98d5b"), (230, 210, 250, "#7fa08f"), (470, 190, 330, "#d9b46c"),
    (1010, 200, 290, "#b8705a"), (1240, 240, 240, "#8ea3ad"), (1450, 260, 320, "#cf9b66"),
)  # fmt: skip


def oruma_flood() -> Canvas:
    canvas = Canvas("oruma-flood", ["#3d4654", "#66707c", "#a8a79d", "#e3cfa2"])
    canvas.shine((800, 500), 620, "#ffe0a0", 0.5)
    for colour, level in (("#8b9189", 470), ("#6c776f", 510)):
        canvas.paint(Shape().land(ridge(canvas.chance, level, 34)), [colour, "#b9b096"])
    for left, wide, high, wall in HOUSES:
        _house(canvas, left, wide, high, wall)
    _lamp(canvas)
    canvas.mirror(WATER, "#8a6f4a", 0.42)
    canvas.paint(Shape().box(-5, WATER, WIDTH + 5, HEIGHT + 5), ["#b39a6d", "#4d3a27"], alpha=0.45)
    canvas.paint(ripples(canvas, WATER + 6, 890, 240), "#efdcae", blur=1, alpha=0.35)
    canvas.paint(ripples(canvas, WATER + 20, 890, 200), "#3a2b1d", blur=1.2, alpha=0.3)
    _canoe(canvas)
    _rain(canvas)
    birds(canvas, [(700, 150), (758, 126), (812, 160)], "#2c333d", 18)
    return canvas


def _house(canvas: Canvas, left: float, wide: float, high: float, wall: str) -> None:
    top = WATER - high * 0.62
    canvas.relief(Shape().box(left, top, left + wide, WATER + 4), [wall, wall, "#5d4636"],
                  "#ffe9bf", (-3, 3), glow=0.6)  # fmt: skip
    ridge_line = top - high * 0.3
    roof = Shape().polygon([
        (left - 26, top + 8), (left + wide * 0.22, ridge_line),
        (left + wide * 0.78, ridge_line), (left + wide + 26, top + 8),
    ])  # fmt: skip
    canvas.relief(roof, ["#6e5147", "#3d2f2e"], "#f2d7a8", (0, 4))
    # The water stands at the sills: of the doors one sees what is above it.
    door, panes = Shape().box(left + wide * 0.42, WATER - 62, left + wide * 0.6, WATER), Shape()
    canvas.paint(door, ["#3b3230", "#231d1d"])
    for share in (0.14, 0.72):
        panes.box(left + wide * share, top + 34, left + wide * (share + 0.15), top + 84, 3)
    canvas.paint(panes, ["#ffd98c", "#e6a552"] if wide < 220 else ["#3a4048", "#262a31"])
    canvas.paint(Shape().box(left, WATER - 22, left + wide, WATER + 2), "#4a3828", alpha=0.6)


def _lamp(canvas: Canvas) -> None:
    post = Shape().stroke([(880, WATER + 4), (880, 330)], 9, 7)
    post.stroke(curve([(880, 334), (896, 306), (930, 302)]), 6)
    canvas.relief(post, "#2a2e35", "#f2d7a8", (-2, 2))
    canvas.paint(Shape().oval(936, 308, 16, 11), "#fff0bd")
    canvas.shine((936, 312), 130, "#ffd27a", 0.9)


def _canoe(canvas: Canvas) -> None:
    hull = Shape().blob([
        (470, 690), (560, 722), (800, 734), (1040, 722), (1140, 682),
        (1070, 768), (920, 790), (680, 790), (540, 766),
    ])  # fmt: skip
    canvas.paint(hull.moved(0, 44), "#241a12", blur=10, alpha=0.55)
    pole = [(1000, 380), (1062, 860)]
    poling = [*STAND[:5], REACH, (0.06, 0.05, [(0.0, 0.77), (0.13, 0.62), (0.2, 0.6)]), STAND[-1]]
    people = (
        ((1000, 752), 290, poling, "#31435a"),
        ((860, 776), 250, STAND, "#9c3f3a"),
        ((770, 772), 180, STAND, "#d8a13f"),
    )
    for foot, high, limbs, colour in people:
        canvas.relief(person(Shape(), foot, high, limbs), [colour, "#231c22"], "#ffe3ac", (-3, 3))
    canvas.relief(Shape().stroke(pole, 8), "#4a3626", "#ffe3ac", (-2, 1))
    _bundles(canvas)
    canvas.relief(hull, ["#7a5236", "#3b271d"], "#ffdca0", (0, 4))


def _bundles(canvas: Canvas) -> None:
    """Beds rolled up, and a chair on top."""
    for x, y, wide, high, colour in (
        (580, 690, 66, 48, "#e8e0cf"), (680, 696, 58, 44, "#5f8f92"), (625, 636, 60, 34, "#c9655a"),
    ):  # fmt: skip
        canvas.relief(Shape().oval(x, y, wide, high), [colour, "#5a4636"], "#fff2d2", (-3, 4))
        cord = Shape().stroke([(x - 8, y - high), (x - 2, y + high)], 5)
        canvas.paint(cord.keep(Shape().oval(x, y, wide, high)), "#3a2c22")
    chair = (
        Shape().stroke([(590, 604), (664, 604), (670, 520)], 7).stroke([(664, 604), (676, 640)], 6)
    )
    chair.stroke([(590, 604), (584, 640)], 6).stroke([(667, 548), (640, 548)], 5)
    canvas.relief(chair, "#4a3626", "#ffe3ac", (-2, 2))


def _rain(canvas: Canvas) -> None:
    drops = Shape()
    for _ in range(260):
        x, y = canvas.chance.between(-40, WIDTH), canvas.chance.between(-40, HEIGHT)
        drops.stroke([(x, y), (x - 9, y + 34)], 1.2)
    canvas.paint(drops, "#eef0ea", blur=0.6, alpha=0.28)
