"""People as silhouettes, made of limbs, and their clothes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from infra.newsroom.pictures.brush import Canvas, Fill, Point, Shape

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
    _torso(shape, [place(joint) for joint in limbs[0][2]], high)
    head = place((limbs[-1][2][0][0] + 0.012, 0.918))
    return shape.oval(*head, high * 0.058, high * 0.073)


def _torso(shape: Shape, spine: Sequence[Point], high: float) -> None:
    """Shoulders, waist and hips, which a limb alone does not have."""
    (x, top), (hip, low) = spine
    across = [(0.035, -0.08), (0.092, 0.0), (0.112, 0.14), (0.08, 0.55), (0.095, 1.05)]
    sides = [
        (x + (hip - x) * share + side * half * high, top - 0.03 * high + (low - top) * share)
        for side, order in ((-1, across), (1, across[::-1]))
        for half, share in order
    ]
    shape.blob(sides)


def dress(canvas: Canvas, body: Shape, cut: Shape, fill: Fill, edge: str, light: Point) -> None:
    """Clothe the part of a body that lies under the cut."""
    canvas.relief(cut.keep(body), fill, edge, light, glow=0.9)
