"""Hills, stars, water, birds and reeds."""

from __future__ import annotations

from collections.abc import Sequence

from infra.newsroom.pictures.brush import HEIGHT, WIDTH, Canvas, Chance, Point, Shape, curve


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
