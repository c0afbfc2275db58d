"""A hundred litres of water as seven drops, each as large as its share."""

from __future__ import annotations

import math

from infra.newsroom.pictures.brush import WIDTH, Canvas, Shape
from infra.newsroom.pictures.nature import ripples

DROPS = (
    (300, 480, 34), (800, 290, 25), (1130, 560, 15), (720, 720, 12), (1360, 270, 7),
    (1430, 600, 5), (1130, 200, 2),
)  # fmt: skip
"""Where each stands, and its litres."""


def water_day() -> Canvas:
    canvas = Canvas("water-day", ["#f7efdf", "#f2e6cf", "#e6d6b8"])
    canvas.paint(ripples(canvas, 780, 900, 60), "#c9b48e", blur=1, alpha=0.35)
    rings = Shape()
    for x, y, litres in DROPS:
        for ring in (1.16, 1.34):
            size = 46 * math.sqrt(litres) * ring
            rings.oval(x, y, size + 2).cut(Shape().oval(x, y, size - 1))
    canvas.paint(rings, "#5c8fa8", alpha=0.3)
    for x, y, litres in DROPS:
        size = 46 * math.sqrt(litres)
        canvas.paint(Shape().oval(x + size / 9, y + size / 6, size), "#8a6f4a", blur=18, alpha=0.35)
        drop = Shape().oval(x, y, size)
        canvas.relief(drop, ["#8fd0e6", "#3a94bd", "#185a86"], "#f4fdff", (-4, 6))
        light = Shape().oval(x - size * 0.34, y - size * 0.42, size * 0.3, size * 0.2)
        canvas.paint(light, "#ffffff", blur=size / 22, alpha=0.75)
        wave = Shape()
        for step in range(3):
            level = y + size * (0.2 + step * 0.24)
            line = [(px, level + 7 * math.sin(px / 34 + step * 2)) for px in range(0, WIDTH, 12)]
            wave.stroke(line, 3)
        canvas.paint(wave.keep(drop), "#d6f1fa", alpha=0.4)
    return canvas
