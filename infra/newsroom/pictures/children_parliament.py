"""Children vote under a roof of glass."""

from __future__ import annotations

import math

from infra.newsroom.pictures.brush import WIDTH, Canvas, Point, Shape
from infra.newsroom.pictures.people import STAND, Limb, dress, person

SHIRTS = ("#e0533d", "#f2a93b", "#3f8f8a", "#4a6fb5", "#b0568c", "#7fa548", "#e07f5c")


def children_parliament() -> Canvas:
    canvas = Canvas("children-parliament", ["#e6f1ee", "#f6ecd2", "#e9cfa2"])
    _roof(canvas)
    canvas.paint(Shape().box(-5, 560, WIDTH + 5, 905), ["#c99a68", "#9a6a48", "#6b4634"])
    boards = Shape()
    for i in range(-8, 26):
        boards.stroke([(800 + (i - 8) * 40, 560), (800 + (i - 8) * 190, 905)], 1.6)
    canvas.paint(boards, "#4a3028", alpha=0.4)
    for row in range(3):
        _bench(canvas, row)
    _speaker(canvas)
    light = Shape()
    for x in (240, 640, 1040):
        light.polygon([(x, 0), (x + 150, 0), (x - 80, 905), (x - 360, 905)])
    canvas.beam(light, "#fff3c8", blur=40, strength=0.24)
    return canvas


def _roof(canvas: Canvas) -> None:
    for pane in range(13):
        x = pane * 130 - 40
        glass = Shape().polygon(
            [
                (x, -5),
                (x + 118, -5),
                (800 + (x + 118 - 800) * 0.66, 330),
                (800 + (x - 800) * 0.66, 330),
            ]
        )
        canvas.paint(glass, ["#7fc0dc", "#b9e0ea", "#e9f4ec"], alpha=0.95)
    ribs = Shape()
    for pane in range(14):
        x = pane * 130 - 46
        ribs.stroke([(x, -5), (800 + (x - 800) * 0.66, 336)], 9, 5)
    for level in (90, 190, 276):
        ribs.box(-5, level, WIDTH + 5, level + 5)
    canvas.relief(ribs, ["#4a6a6f", "#2f474f"], "#ffffff", (3, 3), glow=0.6)
    canvas.relief(Shape().box(-5, 330, WIDTH + 5, 568), ["#f4e3c4", "#d9b888"], "#ffffff", (0, 4))
    arches = Shape()
    for i in range(8):
        x = 60 + i * 198
        arches.box(x, 430, x + 106, 562).oval(x + 53, 432, 53, 54)
    canvas.paint(arches, ["#8a6a5c", "#5c4444"])
    canvas.paint(arches.moved(8, 10), ["#b9d0c4", "#8fae9c"], alpha=0.7)


def _bench(canvas: Canvas, row: int) -> None:
    radius, level = 380 + row * 190, 590 + row * 92
    count = 7 + row * 3
    for i in range(count):
        turn = math.radians(158 - i * 136 / (count - 1))
        x, y = 800 + radius * math.cos(turn), level + 70 - radius * 0.16 * math.sin(turn)
        high = 150 + row * 32
        raised = canvas.chance.between(0, 1) < 0.84
        hand = (x + 0.13 * high, y - high * 0.98)
        arms: list[Limb] = (
            [(0.06, 0.045, [(0.05, 0.77), (0.12, 0.86), (0.13, 0.98)])] if raised else []
        )
        child = person(Shape(), (x, y), high, [*STAND[:-1], *arms, STAND[-1]])
        skin = ("#8a5a40", "#c98f68", "#5c3a2c", "#e0b088")[int(canvas.chance.between(0, 3.99))]
        canvas.relief(child, [skin, "#4a3030"], "#fff0d0", (3, 3))
        shirt = Shape().box(x - high * 0.2, y - high * 0.84, x + high * 0.2, y - high * 0.4)
        dress(canvas, child, shirt, canvas.chance.pick(SHIRTS), "#fff6e0", (3, 3))
        hair = Shape().oval(x + 2, y - high * 0.955, high * 0.062, high * 0.045)
        canvas.paint(hair, canvas.chance.pick(("#2a1c1c", "#4a2f20", "#1a1420", "#8a5a30")))
        if raised:
            _card(
                canvas,
                hand,
                high * 0.15,
                "#3f9a5c" if canvas.chance.between(0, 1) < 0.87 else "#d2453c",
            )
    desk = Shape()
    for step in range(41):
        turn = math.radians(164 - step * 148 / 40)
        x, y = 800 + (radius - 6) * math.cos(turn), level + 84 - radius * 0.16 * math.sin(turn)
        desk.box(x - 16 - row * 6, y - 34, x + 16 + row * 6, y + 20 + row * 6, 3)
    canvas.relief(desk, ["#a8713f", "#7a4a30", "#4f3028"], "#ffdca0", (0, 4))


def _card(canvas: Canvas, at: Point, size: float, colour: str) -> None:
    x, y = at
    canvas.relief(
        Shape().box(x - size * 0.7, y - size * 1.5, x + size * 0.7, y + size * 0.2, 3),
        colour,
        "#ffffff",
        (2, 2),
    )


def _speaker(canvas: Canvas) -> None:
    body = person(Shape(), (800, 590), 170, STAND)
    canvas.relief(body, ["#c98f68", "#7a4a38"], "#fff0d0", (3, 3))
    dress(canvas, body, Shape().box(740, 440, 860, 530), ["#3a5a9c", "#24386b"], "#ffffff", (3, 3))
    canvas.paint(Shape().oval(801, 432, 13, 9), "#2a1c1c")
    canvas.relief(Shape().box(748, 506, 852, 600, 4), ["#b9834f", "#6b4430"], "#ffe6b0", (3, 4))
