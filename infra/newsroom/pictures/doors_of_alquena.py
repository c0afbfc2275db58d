"""Four doors of one town."""

from __future__ import annotations

import math
from dataclasses import dataclass

from infra.newsroom.pictures.brush import HEIGHT, WIDTH, Canvas, Fill, Shape


@dataclass(frozen=True)
class Door:
    """A door, the wall that it is in, and what is beside it."""

    wall: Fill
    wood: Fill
    edge: str
    arch: bool = False
    window: bool = False
    pots: int = 0
    panels: int = 2


DOORS = (
    Door(["#f7efe0", "#e6d3b8", "#cdb292"], ["#3f86c4", "#27558f"], "#bfe0f5", pots=2),
    Door(["#efe2c8", "#d9bd92", "#b08d68"], ["#4c9a6a", "#265c48"], "#c9ecc4", arch=True, panels=3),
    Door(["#fffaf0", "#f1e4d4", "#d6bfae"], ["#d2453c", "#8a2533"], "#ffc0a0", pots=1, panels=4),
    Door(["#cfe0e4", "#a9c3c9", "#7f9ca6"], ["#e0a23a", "#a8692a"], "#ffe9a8", window=True, pots=1),
)


def doors_of_alquena(number: int) -> Canvas:
    """The blue door (1), the green (2), the red (3) or the ochre one (4)."""
    door = DOORS[number - 1]
    canvas = Canvas(f"doors-of-alquena-{number}", door.wall)
    _plaster(canvas)
    canvas.paint(Shape().box(-5, 790, WIDTH + 5, HEIGHT + 5), ["#b99a7c", "#8a6d58", "#5f4a44"])
    stones = Shape()
    for i in range(17):
        x = i * 102 + canvas.chance.between(-18, 18)
        stones.box(x, 802 + canvas.chance.between(0, 10), x + 92, 846, 10)
        stones.box(x - 50, 856, x + 46, 905, 10)
    canvas.relief(stones, ["#cbb094", "#9a7d68"], "#fff0d8", (0, 4), glow=0.8)
    left, right, top = 600, 1000, 210
    frame = Shape().box(left - 46, top - 44, right + 46, 800)
    leaf = Shape().box(left, top, right, 790)
    if door.arch:
        frame.oval(800, top, 246, 190)
        leaf.oval(800, top + 8, 200, 150)
    canvas.relief(frame, ["#e9d9bd", "#b89a78"], "#fffaf0", (4, 5))
    canvas.paint(leaf.moved(0, 0), "#2a1c1c")
    canvas.relief(leaf, door.wood, door.edge, (5, 4))
    _panels(canvas, door, left, right, top)
    _brass(canvas)
    if door.window:
        canvas.relief(Shape().oval(800, 96, 78), ["#e9d9bd", "#b89a78"], "#fffaf0", (3, 4))
        canvas.paint(Shape().oval(800, 96, 58), ["#3f6a86", "#1f3a54"])
        canvas.paint(Shape().box(797, 36, 803, 156).box(740, 93, 860, 99), "#e9d9bd")
    steps = Shape().box(540, 778, 1060, 806, 4)
    if door.arch:
        steps.box(500, 806, 1100, 838, 4)
    canvas.relief(steps, ["#dcc6a6", "#9a7f66"], "#fff6e0", (0, 5))
    for pot in range(door.pots):
        _pot(canvas, 470 if pot == 0 else 1132)
    shade = Shape().polygon([(-5, -5), (380, -5), (-5, 640)])
    canvas.paint(shade, "#4a3a5c", blur=24, alpha=0.28)
    return canvas


def _plaster(canvas: Canvas) -> None:
    for _ in range(60):
        x, y = canvas.chance.between(0, WIDTH), canvas.chance.between(0, 790)
        patch = Shape().oval(x, y, canvas.chance.between(20, 120), canvas.chance.between(8, 40))
        canvas.paint(patch, canvas.chance.pick(("#ffffff", "#b08d68")), blur=14, alpha=0.14)
    bricks = Shape()
    for _ in range(9):
        x, y = canvas.chance.between(60, 1500), canvas.chance.between(40, 740)
        if not 480 < x < 1080:
            bricks.box(x, y, x + 64, y + 22, 3).box(x + 34, y + 27, x + 92, y + 48, 3)
    canvas.paint(bricks, ["#c98a64", "#a8664c"], alpha=0.6)


def _panels(canvas: Canvas, door: Door, left: int, right: int, top: int) -> None:
    canvas.paint(Shape().box(797, top - 60 if door.arch else top, 803, 790), "#1d1420", alpha=0.6)
    high = (790 - top - 60) / door.panels
    for row in range(door.panels):
        for side in (left + 34, 800 + 26):
            y = top + 40 + row * high
            panel = Shape().box(side, y, side + 140, y + high - 34, 4)
            canvas.relief(panel, door.wood, door.edge, (-4, -4), glow=0.8)
            if door.arch:
                for step in range(8):
                    turn = math.radians(step * 45)
                    at = (side + 70 + 34 * math.cos(turn), y + high / 2 - 17 + 34 * math.sin(turn))
                    canvas.paint(Shape().oval(*at, 13), door.edge, alpha=0.35)
    grain = Shape()
    for _ in range(90):
        x, y = canvas.chance.between(left, right), canvas.chance.between(top, 760)
        grain.stroke([(x, y), (x + canvas.chance.between(-2, 2), y + 60)], 1.1)
    canvas.paint(grain, "#1d1420", alpha=0.22)


def _brass(canvas: Canvas) -> None:
    ring = Shape().oval(768, 500, 27).cut(Shape().oval(768, 500, 17))
    canvas.relief(ring.oval(768, 470, 14), ["#ffe39a", "#b9862f"], "#fffbe0", (2, 3))
    canvas.relief(Shape().oval(832, 560, 11), ["#ffe39a", "#b9862f"], "#fffbe0", (2, 3))
    nails = Shape()
    for x in (622, 978):
        for y in range(250, 780, 66):
            nails.oval(x, y, 6)
    canvas.relief(nails, ["#c9a46a", "#7a5a34"], "#fff0c0", (1, 2))


def _pot(canvas: Canvas, x: float) -> None:
    leaves, flowers = Shape(), Shape()
    for _ in range(70):
        turn, far = canvas.chance.between(0, 6.3), canvas.chance.between(10, 96)
        at = (x + far * math.cos(turn), 668 + far * 0.75 * math.sin(turn))
        leaves.oval(*at, canvas.chance.between(9, 19))
    canvas.relief(leaves, ["#6fa64c", "#2f5c34"], "#d9f0a0", (2, 3))
    for _ in range(26):
        turn, far = canvas.chance.between(0, 6.3), canvas.chance.between(6, 88)
        at = (x + far * math.cos(turn), 650 + far * 0.7 * math.sin(turn))
        flowers.oval(*at, canvas.chance.between(6, 12))
    canvas.relief(flowers, ["#f0566a", "#b52a4c"], "#ffc9c0", (1, 2))
    pot = Shape().polygon([(x - 62, 720), (x + 62, 720), (x + 44, 812), (x - 44, 812)])
    canvas.relief(pot.box(x - 70, 708, x + 70, 732, 4), ["#d07a4c", "#8a4030"], "#ffd0a0", (4, 3))
