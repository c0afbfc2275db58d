"""Draw the pictures of the sample stories again: `python -m infra.newsroom.pictures [name …]`."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from infra.newsroom.brush import HEIGHT, WIDTH, Canvas, Chance, Fill, Point, Shape, curve

INBOX = Path(__file__).parent / "inbox/2026/11"
Limb: TypeAlias = tuple[float, float, list[Point]]  # width at both ends, joints

# People, one high, their feet at the origin, facing right.
WALK: list[Limb] = [
    (0.16, 0.15, [(0.02, 0.76), (0.0, 0.52)]),
    (0.10, 0.05, [(0.0, 0.5), (0.09, 0.27), (0.14, 0.03)]),
    (0.10, 0.05, [(0.0, 0.5), (-0.04, 0.27), (-0.16, 0.05)]),
    (0.05, 0.04, [(0.14, 0.02), (0.2, 0.02)]),
    (0.05, 0.04, [(-0.17, 0.05), (-0.13, 0.015)]),
    (0.06, 0.04, [(0.0, 0.78), (-0.09, 0.62), (-0.08, 0.47)]),
    (0.06, 0.04, [(0.04, 0.78), (0.12, 0.63), (0.21, 0.54)]),
    (0.06, 0.06, [(0.03, 0.84), (0.03, 0.8)]),
]
STAND: list[Limb] = [
    (0.17, 0.15, [(0.0, 0.76), (0.0, 0.5)]),
    (0.10, 0.06, [(-0.03, 0.5), (-0.05, 0.03)]),
    (0.10, 0.06, [(0.03, 0.5), (0.06, 0.03)]),
    (0.05, 0.04, [(0.06, 0.02), (0.11, 0.02)]),
    (0.05, 0.04, [(-0.05, 0.02), (0.0, 0.02)]),
    (0.06, 0.05, [(-0.05, 0.78), (-0.1, 0.62), (-0.07, 0.47)]),
    (0.06, 0.06, [(0.01, 0.84), (0.01, 0.8)]),
]
REACH: Limb = (0.06, 0.045, [(0.05, 0.77), (0.16, 0.68), (0.27, 0.7)])
KICK: list[Limb] = [
    (0.16, 0.14, [(-0.05, 0.76), (0.0, 0.52)]),
    (0.11, 0.055, [(0.0, 0.5), (-0.01, 0.27), (-0.07, 0.03)]),
    (0.055, 0.045, [(-0.07, 0.02), (0.0, 0.02)]),
    (0.11, 0.055, [(0.02, 0.5), (0.2, 0.4), (0.38, 0.28)]),
    (0.055, 0.045, [(0.38, 0.28), (0.45, 0.33)]),
    (0.06, 0.04, [(-0.08, 0.78), (-0.24, 0.74), (-0.36, 0.62)]),
    (0.06, 0.04, [(-0.02, 0.78), (0.13, 0.7), (0.2, 0.82)]),
    (0.06, 0.06, [(-0.06, 0.84), (-0.06, 0.8)]),
]
RUN: list[Limb] = [
    (0.16, 0.14, [(0.06, 0.75), (0.0, 0.52)]),
    (0.11, 0.05, [(0.0, 0.5), (0.17, 0.37), (0.13, 0.14)]),
    (0.05, 0.04, [(0.13, 0.13), (0.2, 0.13)]),
    (0.11, 0.05, [(0.0, 0.5), (-0.1, 0.28), (-0.3, 0.22)]),
    (0.05, 0.04, [(-0.3, 0.22), (-0.34, 0.15)]),
    (0.06, 0.04, [(0.03, 0.77), (-0.12, 0.66), (-0.06, 0.52)]),
    (0.06, 0.04, [(0.08, 0.77), (0.19, 0.62), (0.3, 0.7)]),
    (0.06, 0.06, [(0.08, 0.84), (0.07, 0.8)]),
]


def person(
    shape: Shape, foot: Point, high: float, limbs: Sequence[Limb], *, facing: int = 1
) -> Shape:
    """A silhouette from limbs; the head sits over the last of them, the neck."""

    def place(joint: Point) -> Point:
        return (foot[0] + joint[0] * high * facing, foot[1] - joint[1] * high)

    for start, end, joints in limbs:
        shape.stroke([place(joint) for joint in joints], start * high, end * high)
    head = place((limbs[-1][2][0][0] + 0.01, 0.91))
    return shape.oval(*head, high * 0.066, high * 0.08)


def ridge(chance: Chance, level: float, swing: float, *, bumps: int = 6) -> list[Point]:
    """The outline of hills from one side of the sheet to the other."""
    step = WIDTH / bumps
    line = [
        (i * step, level + chance.between(-swing, swing) * (1 if i % 2 else 0.4))
        for i in range(-1, bumps + 2)
    ]
    return curve(line, steps=20)


def stars(canvas: Canvas, count: int, floor: float) -> None:
    near, far = Shape(), Shape()
    for _ in range(count):
        at = (canvas.chance.between(0, WIDTH), canvas.chance.between(0, floor))
        size = canvas.chance.between(0.3, 1) ** 3
        (near if size > 0.6 else far).oval(*at, 0.5 + size * 1.4)
    canvas.paint(far, "#dfe6ff", alpha=0.55)
    canvas.paint(near, "#fff6e0", alpha=0.95)
    canvas.beam(near, "#9db4ff", blur=5, strength=1)


def birds(canvas: Canvas, at: Sequence[Point], colour: str, size: float = 14) -> None:
    flock = Shape()
    for x, y in at:
        wing = [(x - size, y - size * 0.45), (x - size * 0.45, y - size * 0.55), (x, y)]
        flock.stroke(curve(wing), 0.8, 2.4)
        flock.stroke(curve([(2 * x - a, b) for a, b in wing]), 0.8, 2.4)
    canvas.paint(flock, colour)


def sheen(canvas: Canvas, middle: float, top: float, bottom: float, wide: float) -> Shape:
    """A path of light on water: flat strokes, broader and rarer towards us."""
    path = Shape()
    y = top
    while y < bottom:
        depth = (y - top) / (bottom - top)
        half = wide * (0.12 + depth) * canvas.chance.between(0.08, 0.42)
        x = middle + wide * (0.2 + depth * 0.6) * canvas.chance.between(-1, 1)
        path.oval(x, y, half, 1 + depth * 2.4)
        y += canvas.chance.between(0.4, 2.2) * (1 + depth * 2.5)
    return path


def ripples(canvas: Canvas, top: float, bottom: float, count: int) -> Shape:
    shape = Shape()
    for _ in range(count):
        depth = canvas.chance.between(0, 1) ** 1.6
        y = top + (bottom - top) * depth
        half = (20 + 90 * depth) * canvas.chance.between(0.4, 1)
        shape.oval(canvas.chance.between(0, WIDTH), y, half, 0.8 + depth * 1.6)
    return shape


def reeds(canvas: Canvas, left: float, right: float, count: int, high: float) -> Shape:
    shape = Shape()
    for _ in range(count):
        x, tall = canvas.chance.between(left, right), high * canvas.chance.between(0.45, 1)
        lean = canvas.chance.between(-0.28, 0.28) * tall
        stem = [(x, HEIGHT + 10), (x + lean * 0.25, HEIGHT - tall * 0.6), (x + lean, HEIGHT - tall)]
        shape.stroke(curve(stem), 7, 1)
    return shape


# --- a river, its gauge and a boatman -------------------------------------------------------


def river_gauges() -> Canvas:
    canvas = Canvas("river-gauges", ["#31496e", "#8d7a93", "#f0a878", "#ffd9a0", "#ffe3b0"])
    sun = (520.0, 432.0)
    canvas.shine(sun, 620, "#ff9d5c", 0.75)
    canvas.paint(Shape().oval(*sun, 74), ["#fff6d8", "#ffd88a"])
    canvas.shine(sun, 210, "#ffe9b0", 0.9)
    hills = zip((400, 436, 466), (46, 34, 18), ("#a58596", "#77647f", "#4c4a68"), strict=True)
    for level, swing, colour in hills:
        canvas.paint(Shape().land(ridge(canvas.chance, level, swing)), [colour, "#e9a583"])
    _river_water(canvas, sun[0])
    _gauge(canvas)
    _boatman(canvas)
    birds(canvas, [(800, 210), (850, 188), (896, 214), (752, 238)], "#3a3350")
    canvas.paint(reeds(canvas, -30, 330, 70, 300), ["#3b3346", "#15131f"])
    canvas.paint(reeds(canvas, 1330, 1640, 60, 230), ["#3b3346", "#15131f"])
    return canvas


def _river_water(canvas: Canvas, middle: float) -> None:
    canvas.paint(Shape().box(-5, 486, WIDTH + 5, HEIGHT + 5), ["#f3b98c", "#b98589", "#5a5f80", "#2a3653"])
    canvas.paint(ripples(canvas, 500, 890, 260), "#2b3958", blur=1.2, alpha=0.28)
    canvas.paint(ripples(canvas, 492, 860, 150), "#ffd9b0", blur=1, alpha=0.3)
    canvas.paint(sheen(canvas, middle, 490, 890, 120), "#fff0c8", blur=0.6, alpha=0.85)
    canvas.paint(Shape().box(-5, 482, WIDTH + 5, 490), "#ffe7bf", blur=3, alpha=0.7)


def _gauge(canvas: Canvas) -> None:
    left, top, foot = 1080, 150, 742
    shade = Shape()
    for i in range(26):
        y = foot + i * 6
        shade.oval(left + 42 + math.sin(i * 1.7) * 9, y, 46 - i, 3.2)
    canvas.paint(shade, "#1b2440", blur=1.5, alpha=0.55)
    canvas.paint(Shape().box(left + 66, top - 26, left + 92, foot + 4, 3), ["#4b3a3d", "#2a2130"])
    board = Shape().box(left, top, left + 78, foot, 4)
    canvas.paint(board, ["#fff8ea", "#f6dfc4", "#cfae9f"])
    marks = Shape()
    for i in range(29):
        y = top + 12 + i * 20
        marks.box(left + (10 if i % 5 == 0 else 40 if i % 2 else 26), y, left + 78, y + 10)
    canvas.paint(marks.keep(board), ["#c8372d", "#c8372d", "#7d2433"])
    canvas.paint(Shape().box(left, top, left + 9, foot, 3), "#fffdf2", alpha=0.9)
    canvas.paint(Shape().box(left - 14, foot - 4, left + 104, foot + 4, 4), "#ffe2bd", blur=2, alpha=0.7)


def _boatman(canvas: Canvas) -> None:
    hull = Shape().blob([(520, 640), (600, 662), (730, 668), (860, 660), (946, 626), (880, 684), (740, 698), (590, 688)])
    canvas.paint(hull.moved(0, 40), "#141a30", blur=7, alpha=0.5)
    man = person(Shape(), (700, 668), 190, [*STAND[:5], (0.06, 0.05, [(0.05, 0.77), (0.18, 0.7), (0.31, 0.78)]), (0.06, 0.05, [(-0.04, 0.77), (0.12, 0.62), (0.3, 0.62)]), STAND[-1]])
    man.stroke([(775, 400), (728, 760)], 4.5)
    for shape in (hull, man):
        canvas.relief(shape, ["#2b2338", "#171525"], "#ffbe86", (4, 3))
    canvas.paint(Shape().oval(728, 752, 26, 4), "#ffe2bd", blur=2, alpha=0.7)


# --- a library at night ---------------------------------------------------------------------


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
    roof.polygon([(610, 206), (800, 118), (990, 206)]).box(410, 150, 450, 220).box(1150, 150, 1190, 220)
    canvas.relief(roof, ["#2b2f5e", "#1d2149"], "#8b8fd0", (-3, 3))
    canvas.paint(Shape().box(300, 264, 1300, 650), ["#3d3f73", "#2b2d5b", "#20224a"])
    canvas.paint(Shape().box(286, 258, 1314, 276, 2).box(292, 622, 1308, 650), ["#585a94", "#34376b"])
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
    shape.blob([(middle - 30, 578), (middle - 22, 536), (middle, 522), (middle + 22, 536), (middle + 30, 578)])
    shape.box(middle - 50, 566, middle + 50, 574).box(middle - 34, 574, middle - 28, 606)
    return shape.polygon([(middle - 20, 566), (middle, 558), (middle + 20, 566)])


def _night_trees(canvas: Canvas) -> None:
    trees = Shape()
    for x, high in ((70, 300), (160, 210), (236, 150), (1390, 190), (1468, 260), (1560, 330)):
        for layer in range(5):
            top, wide = 655 - high + layer * high * 0.17, high * (0.1 + layer * 0.045)
            trees.polygon([(x, top), (x - wide, top + high * 0.3), (x + wide, top + high * 0.3)])
    canvas.relief(trees, ["#1a2350", "#0e1434"], "#5a68b0", (3, 2), glow=0.5)


# --- a coral nursery ------------------------------------------------------------------------


def coral_nursery() -> Canvas:
    canvas = Canvas("coral-nursery", ["#7fe0d6", "#2fb3bf", "#137a9c", "#0c4a78", "#0a2c55"])
    canvas.shine((980, -60), 800, "#d8fff0", 0.7)
    for left, wide, foot in ((560, 60, 120), (760, 90, 420), (980, 60, 760), (1130, 110, 1240), (1290, 50, 1600)):
        ray = Shape().polygon([(left, -10), (left + wide, -10), (foot + wide * 2.4, 900), (foot, 900)])
        canvas.beam(ray, "#7ff0e0", blur=22, strength=0.2)
    far = Shape().land(ridge(canvas.chance, 690, 60, bumps=7))
    canvas.paint(far, ["#14688f", "#0b3b68"], blur=3, alpha=0.75)
    _fish(canvas, (420, 190), 26, "#0d5f83", 0.65)
    for x, top, size, colours in _NURSERY:
        _coral_tree(canvas, (x, top), size, colours)
    _diver(canvas)
    _fish(canvas, (1010, 620), 12, "#ffd25e", 1.25)
    _sea_floor(canvas)
    return canvas


_NURSERY: list[tuple[float, float, float, list[str]]] = [
    (240, 330, 0.62, ["#c97f9d", "#b58f9a"]),
    (1440, 250, 0.8, ["#f08c7a", "#e7a35f"]),
    (930, 120, 1.12, ["#ff7f8a", "#ffa14f", "#ff9fb6", "#ffd166"]),
]


def _coral_tree(canvas: Canvas, top: Point, size: float, colours: Sequence[str]) -> None:
    x, y = top
    pipes = Shape().stroke([(x, y), (x, y + 560 * size)], 9 * size)
    pipes.oval(x, y - 14 * size, 24 * size, 20 * size)
    hung = [Shape() for _ in colours]
    for arm in range(5):
        level, half = y + (70 + arm * 92) * size, (190 - arm * 12) * size
        pipes.stroke([(x - half, level), (x + half, level)], 6 * size)
        for i in range(8):
            at = (x + half * (-0.95 + i * 0.27), level + 20 * size)
            pipes.stroke([(at[0], level), at], 1.6)
            _branch(canvas.chance, hung[(i + arm) % len(hung)], at, 21 * size, 90, 8 * size)
    canvas.relief(pipes, ["#eafff6", "#b6dcd8", "#6ea7b5"], "#ffffff", (0, 2))
    for shape, colour in zip(hung, colours, strict=True):
        canvas.relief(shape, colour, "#fff0d8", (1.5, 2), glow=0.6)


def _branch(
    chance: Chance, shape: Shape, at: Point, length: float, angle: float, width: float, depth: int = 3
) -> None:
    """A coral branch that forks; 90 degrees is down, -90 up."""
    turn = math.radians(angle)
    tip = (at[0] + math.cos(turn) * length, at[1] + math.sin(turn) * length)
    shape.stroke([at, tip], width, width * 0.75)
    if depth:
        for side in (-1, 1):
            spread = side * chance.between(18, 44)
            _branch(chance, shape, tip, length * chance.between(0.6, 0.85), angle + spread, width * 0.75, depth - 1)


def _diver(canvas: Canvas) -> None:
    x, y = 590.0, 430.0
    body = Shape().blob([(x + 66, y - 24), (x + 20, y - 26), (x - 60, y - 2), (x - 70, y + 18), (x + 10, y + 14), (x + 66, y + 6)])
    body.oval(x + 94, y - 22, 24, 21)
    body.stroke(curve([(x - 62, y + 8), (x - 130, y + 22), (x - 190, y + 4)]), 26, 15)
    body.stroke(curve([(x - 62, y + 10), (x - 126, y + 48), (x - 188, y + 56)]), 24, 14)
    body.polygon([(x - 184, y - 4), (x - 268, y - 34), (x - 260, y + 6), (x - 190, y + 14)])
    body.polygon([(x - 184, y + 48), (x - 262, y + 52), (x - 246, y + 84), (x - 190, y + 64)])
    body.stroke(curve([(x + 52, y - 8), (x + 104, y + 30), (x + 164, y + 16)]), 19, 11)
    body.blob([(x + 78, y - 34), (x + 60, y - 54), (x + 20, y - 66), (x + 40, y - 44)])
    canvas.relief(body, ["#12365c", "#0a2342"], "#bff5ea", (-1, 4))
    canvas.relief(Shape().stroke([(x - 38, y - 26), (x + 38, y - 40)], 24), ["#ffc145", "#d98a1f"], "#fff1c4", (0, 3))
    canvas.paint(Shape().box(x + 102, y - 34, x + 120, y - 18, 6), ["#d9fff5", "#6fc7cf"])
    bubbles = Shape()
    for i in range(16):
        bubbles.oval(x + 120 + canvas.chance.between(-22, 26), y - 50 - i * 21, canvas.chance.between(2, 8))
    canvas.paint(bubbles, "#e6fff8", alpha=0.5)


def _fish(canvas: Canvas, at: Point, count: int, colour: str, size: float) -> None:
    shoal = Shape()
    for _ in range(count):
        x, y = at[0] + canvas.chance.between(-190, 190), at[1] + canvas.chance.between(-70, 70)
        shoal.oval(x, y, 15 * size, 6 * size)
        shoal.polygon([(x - 12 * size, y), (x - 24 * size, y - 8 * size), (x - 24 * size, y + 8 * size)])
    canvas.relief(shoal, colour, "#ffffff", (0, 2), glow=0.35)


def _sea_floor(canvas: Canvas) -> None:
    floor = Shape().land(ridge(canvas.chance, 815, 34, bumps=7))
    canvas.paint(floor, ["#0d4470", "#082446"])
    for colour, places in (("#3b5f93", (90, 610, 1170)), ("#b4557c", (300, 860, 1540)), ("#e08a52", (170, 1330))):
        bush = Shape()
        for x in places:
            for angle in (-125, -105, -88, -70, -52):
                _branch(canvas.chance, bush, (x, 880), 58, angle, 21)
        canvas.relief(bush, [colour, "#1d2c55"], "#ffd9c0", (2, 3), glow=0.5)


# --- an observatory in the desert -----------------------------------------------------------


def desert_observatory() -> Canvas:
    canvas = Canvas("desert-observatory", ["#070b24", "#0f1c47", "#1f3a6b", "#45608a", "#c98f6c", "#f2b577"])
    _milky_way(canvas)
    stars(canvas, 520, 560)
    far = Shape().land(ridge(canvas.chance, 628, 26, bumps=5))
    canvas.relief(far, ["#5c4a63", "#3a3153"], "#e8a878", (0, 4), glow=0.7)
    _container(canvas)
    crest = curve([(-20, 640), (180, 600), (420, 612), (640, 690), (900, 780), (1250, 800), (1620, 740)], steps=20)
    canvas.relief(Shape().land(crest), ["#4a3550", "#2a1f3d", "#150f26"], "#f0a96f", (-2, 5), glow=0.8)
    _stargazers(canvas)
    front = curve([(-20, 850), (300, 800), (620, 850), (1000, 880), (1640, 815)], steps=20)
    canvas.relief(Shape().land(front), ["#221731", "#0d0919"], "#8a5f70", (0, 4), glow=0.6)
    return canvas


def _milky_way(canvas: Canvas) -> None:
    arc = curve([(-80, 640), (160, 360), (520, 160), (900, 110), (1280, 190), (1680, 420)], steps=60)
    cloud, dust, lane = Shape(), Shape(), Shape()
    for x, y in arc:
        for _ in range(9):
            away = sum(canvas.chance.between(-1, 1) for _ in range(3)) * 44
            dust.oval(x + canvas.chance.between(-8, 8), y + away, canvas.chance.between(0.4, 1.3))
        cloud.oval(x, y + canvas.chance.between(-30, 30), canvas.chance.between(18, 62))
        lane.oval(x + 8, y + 6 + canvas.chance.between(-14, 14), 15, 8)
    canvas.beam(cloud, "#8f86d8", blur=46, strength=0.5)
    canvas.beam(cloud, "#ffc9a0", blur=20, strength=0.16)
    canvas.paint(lane, "#0d1740", blur=10, alpha=0.5)
    canvas.paint(dust, "#f3efff", alpha=0.75)


def _container(canvas: Canvas) -> None:
    canvas.shine((1190, 590), 330, "#ff8a4a", 0.55)
    scope = Shape().stroke([(1168, 612), (1084, 502)], 38, 44).stroke([(1090, 510), (1080, 497)], 50)
    canvas.relief(scope, ["#e8e4ee", "#8d88a5"], "#fff3df", (3, 3))
    box = Shape().box(1020, 604, 1330, 800)
    canvas.paint(box, ["#b5523b", "#8c3a34", "#5c2731"])
    grooves = Shape()
    for i in range(19):
        grooves.box(1028 + i * 16, 616, 1034 + i * 16, 800)
    canvas.paint(grooves, "#43202f", alpha=0.5)
    canvas.paint(Shape().box(1250, 660, 1304, 800), ["#ffd98f", "#ff9f4f"])
    canvas.shine((1277, 730), 130, "#ffb45e", 0.8)
    canvas.paint(Shape().box(1012, 598, 1338, 614, 3), ["#e89a6a", "#7a3a38"])
    canvas.relief(Shape().box(1216, 566, 1420, 588, 4).box(1350, 588, 1358, 780), ["#6b4a58", "#3a2a40"], "#f0b080", (0, 3))


def _stargazers(canvas: Canvas) -> None:
    people = person(Shape(), (318, 612), 150, [*STAND[:-1], REACH, STAND[-1]])
    person(people, (462, 628), 128, STAND, facing=-1)
    people.stroke([(342, 506), (412, 448)], 22, 26).stroke([(408, 452), (420, 442)], 31)
    for foot in (350, 378, 404):
        people.stroke([(377, 480), (foot, 622)], 5)
    canvas.relief(people, "#171026", "#f3b487", (-3, 2), glow=0.9)


# --- a football match at sunset -------------------------------------------------------------


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
        boats.stroke([(x, 530), (x, 530 - high)], 4, 2).stroke([(x, 530 - high), (x + 44, 520)], 1.4)
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
            crowd.oval(x, y, 9.5, 11).blob([(x - 14, y + 34), (x - 11, y + 15), (x + 11, y + 15), (x + 14, y + 34)])
            if canvas.chance.between(0, 1) > 0.8:
                crowd.stroke([(x + 10, y + 18), (x + 18, y - 14)], 5)
        canvas.relief(crowd.box(-5, 466 + row * 40, 556 - row * 2, 480 + row * 40), colour, "#ffc080", (-2, 2), glow=0.7)
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
    keeper = person(Shape(), (1250, 742), 262, [*STAND[:5], (0.06, 0.05, [(0.05, 0.77), (0.2, 0.88), (0.24, 1.05)]), (0.06, 0.05, [(-0.05, 0.77), (-0.2, 0.86), (-0.26, 1.02)]), STAND[-1]], facing=-1)
    shade = Shape().oval(430, 846, 170, 11).oval(190, 798, 130, 9).oval(1216, 748, 110, 8)
    canvas.paint(shade, "#2a1236", blur=5, alpha=0.6)
    for shape, low in ((chaser, "#2c1440"), (keeper, "#2c1440"), (striker, "#1c0d2e")):
        canvas.relief(shape, ["#3a1a4a", low], "#ffc27a", (-4, 3))
    trail = Shape().stroke([(690, 716), (868, 604)], 6, 34)
    canvas.paint(trail, "#ffe9bd", blur=7, alpha=0.45)
    canvas.paint(Shape().oval(878, 598, 27), ["#fffdf4", "#ffd9a8"])
    patches = Shape().oval(878, 598, 8).oval(862, 580, 5).oval(896, 582, 5).oval(866, 617, 5).oval(892, 615, 5)
    canvas.paint(patches, "#3a1a4a")


def _girl(foot: Point, high: float, limbs: Sequence[Limb]) -> Shape:
    """A player with a ponytail and wide shorts."""
    shape = person(Shape(), foot, high, limbs)
    neck = limbs[-1][2][0][0]
    tail = [(neck - 0.04, 0.95), (neck - 0.13, 0.94), (neck - 0.2, 0.86), (neck - 0.21, 0.78)]
    shape.stroke(curve([(foot[0] + x * high, foot[1] - y * high) for x, y in tail]), 0.045 * high, 0.012 * high)
    shorts = [(-0.085, 0.56), (0.085, 0.56), (0.15, 0.4), (0.03, 0.4), (-0.08, 0.38)]
    return shape.polygon([(foot[0] + x * high, foot[1] - y * high) for x, y in shorts])


# --- a walk at dawn -------------------------------------------------------------------------


def walking_clubs() -> Canvas:
    canvas = Canvas("walking-clubs", ["#6f9fd0", "#a9bfe0", "#f0cbd0", "#ffdcb8", "#ffe9c8"])
    sun = (1130.0, 372.0)
    canvas.shine(sun, 640, "#ffd9a0", 0.8)
    canvas.paint(Shape().oval(*sun, 66), ["#fffdf0", "#ffeebc"])
    _mountains(canvas)
    line = curve([(-30, 690), (220, 722), (520, 700), (860, 656), (1180, 662), (1420, 610), (1640, 560)], steps=24)
    canvas.relief(Shape().land(line), ["#4f7a63", "#2f5550", "#1b3a42"], "#ffe6a8", (-2, 6), glow=0.8)
    _walnut(canvas)
    _walkers(canvas)
    _meadow(canvas)
    birds(canvas, [(420, 190), (470, 168), (520, 192), (380, 222)], "#3f4f78")
    return canvas


def _mountains(canvas: Canvas) -> None:
    layers = (("#c3c4e2", 330, 100), ("#a6aed6", 400, 92), ("#8797c5", 470, 74), ("#6a83ae", 540, 58), ("#557b93", 610, 44))
    for colour, level, swing in layers:
        peaks = _peaks(canvas.chance, level, swing)
        canvas.relief(Shape().land(peaks), [colour, "#f6cfc4"], "#fff1d8", (-3, 4), glow=0.55)
        canvas.paint(Shape().box(-5, level + 70, WIDTH + 5, level + 120), "#ffe4d0", blur=26, alpha=0.35)


def _peaks(chance: Chance, level: float, swing: float) -> list[Point]:
    line: list[Point] = []
    x, up = -60.0, True
    while x < WIDTH + 160:
        line.append((x, level + (-1 if up else 1) * swing * chance.between(0.4, 1)))
        x, up = x + chance.between(50, 130), not up
    return line


def _walnut(canvas: Canvas) -> None:
    trunk = Shape().stroke(curve([(1424, 640), (1416, 540), (1432, 450), (1410, 360)]), 44, 18)
    trunk.stroke(curve([(1422, 500), (1350, 420), (1310, 370)]), 20, 8)
    trunk.stroke(curve([(1428, 470), (1500, 400), (1540, 340)]), 20, 8)
    canvas.relief(trunk, ["#4a3d3f", "#2b2a33"], "#ffd9a0", (4, 2))
    for colour, lift, alpha in (("#2b5350", 0, 1.0), ("#3d6f5a", -16, 1.0), ("#76975f", -38, 0.85), ("#d9c06f", -62, 0.6)):
        leaves = Shape()
        for _ in range(210):
            turn, away = canvas.chance.between(0, math.tau), canvas.chance.between(0, 1) ** 0.5
            x = 1425 + lift * 0.7 + math.cos(turn) * away * (205 + lift)
            y = 325 + lift * 0.6 + math.sin(turn) * away * (130 + lift * 0.7)
            leaves.oval(x, y, canvas.chance.between(7, 17), canvas.chance.between(5, 12))
        canvas.paint(leaves, colour, alpha=alpha)


def _walkers(canvas: Canvas) -> None:
    places = ((250, 722, 150), (356, 718, 138), (452, 709, 152), (536, 701, 92), (622, 690, 146), (716, 677, 134), (820, 662, 150), (1010, 652, 142))
    for number, (x, y, high) in enumerate(places):
        shape = person(Shape(), (x, y + 4), high, WALK)
        if number in {1, 5}:
            shape.polygon([(x - 17, y - high * 0.62), (x + 17, y - high * 0.62), (x + 30, y - high * 0.2), (x - 27, y - high * 0.2)])
            shape.oval(x + 4, y - high * 0.93, high * 0.085, high * 0.09)
        if number in {0, 6}:
            shape.stroke([(x + high * 0.21, y - high * 0.54), (x + high * 0.3, y + 4)], 4)
        if number in {2, 7}:
            shape.box(x - high * 0.17, y - high * 0.78, x - high * 0.04, y - high * 0.52, 8)
        canvas.relief(shape, _COATS[number], "#fff0c4", (-3, 2))
    canvas.paint(Shape().oval(560, 706, 380, 5).oval(1000, 660, 60, 4), "#17343c", blur=4, alpha=0.4)


_COATS: list[Fill] = [
    ["#4a3f66", "#2d2a4a"],
    ["#a6475a", "#6b2f4b"],
    ["#31607c", "#22405e"],
    ["#d98a3d", "#96553a"],
    ["#4a3f66", "#2d2a4a"],
    ["#3f7a72", "#25504f"],
    ["#8a4a5f", "#55304e"],
    ["#31607c", "#22405e"],
]


def _meadow(canvas: Canvas) -> None:
    for colour, count in (("#16323a", 420), ("#3f6b58", 220), ("#e8cf86", 70)):
        grass = Shape()
        for _ in range(count):
            x, foot = canvas.chance.between(0, WIDTH), canvas.chance.between(790, 920)
            high = canvas.chance.between(24, 70)
            grass.stroke([(x, foot), (x + canvas.chance.between(-18, 26), foot - high)], 3.4, 0.8)
        canvas.paint(grass, colour, alpha=0.8)


# --- a bakery before dawn -------------------------------------------------------------------


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
    roofs = Shape().polygon([(78, 396), (78, 344), (116, 318), (150, 346), (186, 322), (240, 356), (240, 396)])
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
            fire.blob([(x - 24, 640), (x - 15, 640 - tall * 0.5), (x + 6, 640 - tall), (x + 14, 640 - tall * 0.45), (x + 24, 640)])
        canvas.paint(fire.keep(mouth), colour, blur=2, alpha=0.85)
    canvas.relief(_loaves([(498, 626), (566, 630), (632, 626)], 33), ["#c9792f", "#7a3d1c"], "#ffe7a0", (0, 4))


def _loaves(places: Sequence[Point], wide: float) -> Shape:
    shape = Shape()
    for x, y in places:
        shape.blob([(x - wide, y), (x - wide * 0.8, y - wide * 0.5), (x, y - wide * 0.72), (x + wide * 0.8, y - wide * 0.5), (x + wide, y), (x, y + wide * 0.12)])
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
        canvas.relief(Shape().box(1112, floor, 1554, floor + 16, 2), ["#a06c43", "#5c3a2a"], "#ffdca6", (0, 3))


def _baker(canvas: Canvas) -> None:
    canvas.paint(Shape().stroke([(640, 628), (1010, 560)], 11), ["#d9a86c", "#8a5a38"])
    canvas.paint(Shape().polygon([(560, 636), (650, 610), (664, 628), (580, 656)]), ["#e8bd84", "#a8703f"])
    arms: list[Limb] = [
        (0.07, 0.055, [(0.04, 0.77), (0.17, 0.62), (0.33, 0.6)]),
        (0.07, 0.055, [(-0.05, 0.77), (0.02, 0.58), (0.14, 0.52)]),
    ]
    man = person(Shape(), (985, 832), 440, [*STAND[:5], *arms, STAND[-1]], facing=-1)
    man.blob([(948, 418), (946, 386), (972, 372), (1004, 382), (1014, 404), (1008, 422)])
    canvas.relief(man, ["#3b2430", "#20141f"], "#ffb766", (6, 3))
    apron = Shape().polygon([(942, 530), (1002, 530), (1022, 730), (920, 730)]).keep(man)
    canvas.relief(apron, ["#f6e3c6", "#c9996f"], "#fffbe6", (5, 0))
    canvas.paint(Shape().box(946, 404, 1010, 422, 6), "#f6e3c6")


def _lamp(canvas: Canvas) -> None:
    canvas.paint(Shape().box(938, -5, 942, 130), "#1c1116")
    canvas.relief(Shape().polygon([(924, 126), (956, 126), (1000, 178), (880, 178)]), ["#3d6b66", "#234442"], "#bfe3d0", (3, 2))
    canvas.paint(Shape().oval(940, 180, 20, 14), "#fff6cf")
    canvas.shine((940, 186), 330, "#ffd58a", 0.6)


# --- a school for wooden boats --------------------------------------------------------------


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
    beach = curve([(-20, 640), (300, 622), (700, 660), (1050, 735), (1350, 850), (1480, 920)], steps=20)
    canvas.relief(Shape().land(beach), ["#ecd3a2", "#c79c6b", "#8f6848"], "#fff8e0", (-2, 7))
    _slipway(canvas)
    _ribs(canvas)
    _shipwright(canvas)
    birds(canvas, [(900, 160), (962, 130), (1020, 166)], "#5a7d86", 20)
    return canvas


def _sailing_boat(canvas: Canvas, at: Point, size: float) -> None:
    x, y = at
    sail = Shape().blob([(x + 6 * size, y - 190 * size), (x + 62 * size, y - 90 * size), (x + 84 * size, y - 24 * size), (x + 6 * size, y - 22 * size)])
    canvas.relief(sail, ["#e0533d", "#b83a35"], "#ffc9a0", (-4, 3))
    jib = Shape().polygon([(x - 4 * size, y - 178 * size), (x - 62 * size, y - 22 * size), (x - 4 * size, y - 24 * size)])
    canvas.relief(jib, ["#fff4dc", "#e8cda8"], "#ffffff", (3, 2))
    hull = Shape().blob([(x - 84 * size, y - 14 * size), (x, y - 6 * size), (x + 96 * size, y - 18 * size), (x + 66 * size, y + 22 * size), (x - 56 * size, y + 22 * size)])
    canvas.relief(hull.stroke([(x, y), (x, y - 200 * size)], 5 * size), ["#8a5638", "#55342c"], "#ffe0ae", (0, 3))
    canvas.paint(Shape().oval(x, y + 30 * size, 92 * size, 7 * size), "#1d5872", blur=4, alpha=0.6)


def _slipway(canvas: Canvas) -> None:
    for i in range(8):
        log = Shape().stroke([(110 + i * 118, 782 + i * 9), (196 + i * 118, 838 + i * 8)], 20)
        canvas.relief(log, ["#a87748", "#6b4630"], "#ffe3b0", (0, 4))
    canvas.paint(Shape().oval(560, 812, 470, 30), "#4a3328", blur=12, alpha=0.45)


def _ribs(canvas: Canvas) -> None:
    keel = curve([(90, 520), (128, 690), (240, 786), (560, 806), (850, 790), (968, 700), (1030, 500)], steps=20)
    for i in range(11):
        share = i / 10
        x = 196 + share * 740
        swell = math.sin(math.pi * (0.12 + share * 0.8))
        top, half, foot = 560 - 60 * (1 - swell) + share * -14, 46 + 62 * swell, 778 + 26 * swell
        far = curve([(x, foot), (x + half * 0.85, foot - 70), (x + half, top + 30), (x + half * 0.9, top - 26)])
        near = curve([(x, foot), (x - half * 0.85, foot - 50), (x - half, top + 60), (x - half * 0.92, top + 4)])
        canvas.paint(Shape().stroke(far, 15, 10), ["#b98552", "#7a5134"])
        canvas.relief(Shape().stroke(near, 18, 12), ["#f3c684", "#d09a58", "#9a6a3e"], "#fff3cf", (-3, 3))
    rail = curve([(92, 524), (170, 556), (420, 606), (700, 604), (910, 560), (1030, 500)], steps=20)
    canvas.relief(Shape().stroke(rail, 15), ["#e0ab66", "#b97f45"], "#fff6d8", (0, 4))
    for drop in (70, 118):
        plank = [(x, y + drop * math.sin(math.pi * min(max((x - 92) / 938, 0), 1)) ** 0.6) for x, y in rail]
        canvas.relief(Shape().stroke(plank, 26 if drop > 100 else 9), ["#d9a05a", "#a8713f"], "#ffe9b8", (0, 4))
    canvas.relief(Shape().stroke(keel, 24), ["#a86c3d", "#75482c"], "#ffdfa6", (-3, 4))


def _shipwright(canvas: Canvas) -> None:
    arms: list[Limb] = [
        (0.07, 0.05, [(0.05, 0.77), (0.17, 0.66), (0.25, 0.74)]),
        (0.07, 0.05, [(-0.04, 0.77), (-0.14, 0.86), (-0.08, 1.0)]),
    ]
    man = person(Shape(), (1120, 838), 330, [*STAND[:5], *arms, STAND[-1]], facing=-1)
    man.stroke([(1138, 520), (1182, 470)], 8).box(1160, 446, 1206, 480, 6)
    canvas.relief(man, ["#27505c", "#173642"], "#ffe9b8", (-4, 4))
    shirt = Shape().box(1085, 575, 1160, 680).keep(man)
    canvas.relief(shirt, ["#c9523f", "#93383a"], "#ffd3a6", (-4, 3))
    canvas.paint(Shape().oval(1126, 842, 74, 9), "#4a3328", blur=6, alpha=0.5)


# --- a tram in the evening ------------------------------------------------------------------


def tram_line() -> Canvas:
    canvas = Canvas("tram-line", ["#252a5e", "#5b4687", "#b8607f", "#f59a6b", "#ffd08a"])
    canvas.shine((760, 500), 620, "#ffb26a", 0.7)
    _street(canvas, -1, ["#3a3468", "#4f3f75", "#6a4d80", "#8a6088"])
    _street(canvas, 1, ["#2f2c5c", "#443a6e", "#5f487a", "#805a85"])
    canvas.paint(Shape().polygon([(-5, 905), (-5, 800), (700, 560), (820, 560), (1605, 800), (1605, 905)]), ["#c97f78", "#6b4a70", "#2d274f"])
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
        house = [(near, tops[i]), (far, tops[i] + (far - near) * 0.42), (far, 800 - far * 0.36), (near, 800 - near * 0.36)]
        if side > 0:
            house = [(1540 - x, y) for x, y in house]
            house[0], house[3] = (house[0][0] + 70, house[0][1]), (house[3][0] + 70, house[3][1])
        canvas.relief(Shape().polygon(house), [colours[i], "#2a2550"], "#ffbf8a", (-3 * side, 3), glow=0.6)
        _panes(canvas, house, side)


def _panes(canvas: Canvas, house: Sequence[Point], side: int) -> None:
    (x0, t0), (x1, t1), (_, f1), (_, f0) = house
    columns = max(int(abs(x1 - x0) / 46), 2)
    lit, dark = Shape(), Shape()
    for column in range(columns):
        for row in range(7):
            shares = ((column + 0.25) / columns, (column + 0.72) / columns)
            corners = []
            for share, drop in ((shares[0], 0.08), (shares[1], 0.08), (shares[1], 0.15), (shares[0], 0.15)):
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
    canvas.paint(Shape().box(460, 706, 836, 796, 40).cut(Shape().box(440, 680, 860, 722)), ["#3a3560", "#201d42"])
    canvas.relief(Shape().box(488, 404, 808, 596, 26), ["#3c4f8c", "#6d6a9c", "#c98a86"], "#b8c8ff", (4, 4))
    canvas.paint(Shape().polygon([(540, 410), (620, 410), (540, 590), (492, 590), (492, 520)]), "#ffffff", blur=2, alpha=0.16)
    canvas.paint(person(Shape(), (590, 730), 270, STAND).keep(Shape().box(488, 404, 808, 594, 26)), "#232350", alpha=0.9)
    canvas.paint(Shape().box(560, 334, 736, 388, 10), "#1d1a3c")
    _five(canvas)
    canvas.paint(Shape().stroke([(600, 312), (648, 262), (696, 312)], 5).stroke([(610, 258), (686, 258)], 6), "#1c1a40")
    for x in (516, 780):
        canvas.paint(Shape().oval(x, 652, 27), "#fffdf0")
        canvas.shine((x, 652), 250, "#fff0b8", 0.85)
        canvas.paint(sheen(canvas, x, 806, 900, 66), "#fff3c8", blur=2, alpha=0.5)


def _five(canvas: Canvas) -> None:
    digit = Shape().stroke([(664, 344), (636, 344), (633, 360), (652, 358)], 6)
    digit.stroke(curve([(636, 361), (656, 357), (665, 366), (656, 378), (634, 377)]), 6)
    canvas.paint(digit, "#ffce5a")
    canvas.shine((649, 361), 70, "#ffb23d", 0.6)


def _passers(canvas: Canvas) -> None:
    walker = person(Shape(), (1130, 800), 235, [*WALK[:6], (0.06, 0.04, [(0.04, 0.78), (0.13, 0.64), (0.2, 0.56)]), WALK[-1]], facing=-1)
    walker.stroke([(1083, 668), (1020, 800)], 4)
    person(walker, (1236, 806), 222, WALK, facing=-1)
    person(walker, (300, 808), 226, STAND)
    person(walker, (212, 816), 140, STAND)
    canvas.paint(Shape().oval(1140, 804, 70, 7).oval(1240, 810, 66, 7).oval(260, 816, 90, 7), "#15122f", blur=5, alpha=0.6)
    canvas.relief(walker, ["#2b2555", "#17143a"], "#ffc58a", (3, 3))


SCENES: dict[str, Callable[[], Canvas]] = {
    "bakery-cooperative": bakery_cooperative,
    "boat-school": boat_school,
    "coral-nursery": coral_nursery,
    "desert-observatory": desert_observatory,
    "girls-league": girls_league,
    "night-library": night_library,
    "river-gauges": river_gauges,
    "tram-line": tram_line,
    "walking-clubs": walking_clubs,
}


def draw(names: Sequence[str]) -> None:
    for name in names or SCENES:
        SCENES[name]().save(INBOX / f"{name}.jpg")


if __name__ == "__main__":
    draw(sys.argv[1:])
