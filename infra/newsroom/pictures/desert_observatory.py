"""An observatory in the desert."""

from __future__ import annotations

from infra.newsroom.pictures.brush import Canvas, Shape, curve
from infra.newsroom.pictures.nature import ridge, stars
from infra.newsroom.pictures.people import REACH, STAND, person


def desert_observatory() -> Canvas:
    canvas = Canvas(
        "desert-observatory", ["#070b24", "#0f1c47", "#1f3a6b", "#45608a", "#c98f6c", "#f2b577"]
    )
    _milky_way(canvas)
    stars(canvas, 520, 560)
    far = Shape().land(ridge(canvas.chance, 628, 26, bumps=5))
    canvas.relief(far, ["#5c4a63", "#3a3153"], "#e8a878", (0, 4), glow=0.7)
    _container(canvas)
    crest = curve(
        [(-20, 640), (180, 600), (420, 612), (640, 690), (900, 780), (1250, 800), (1620, 740)],
        steps=20,
    )
    canvas.relief(
        Shape().land(crest), ["#4a3550", "#2a1f3d", "#150f26"], "#f0a96f", (-2, 5), glow=0.8
    )
    _stargazers(canvas)
    front = curve([(-20, 850), (300, 800), (620, 850), (1000, 880), (1640, 815)], steps=20)
    canvas.relief(Shape().land(front), ["#221731", "#0d0919"], "#8a5f70", (0, 4), glow=0.6)
    return canvas


def _milky_way(canvas: Canvas) -> None:
    arc = curve(
        [(-80, 640), (160, 360), (520, 160), (900, 110), (1280, 190), (1680, 420)], steps=60
    )
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
    scope = (
        Shape().stroke([(1168, 612), (1084, 502)], 38, 44).stroke([(1090, 510), (1080, 497)], 50)
    )
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
    canvas.relief(
        Shape().box(1322, 584, 1510, 606, 4).box(1400, 606, 1408, 800).box(1488, 606, 1496, 800),
        ["#6b4a58", "#3a2a40"],
        "#f0b080",
        (0, 3),
    )


def _stargazers(canvas: Canvas) -> None:
    people = person(Shape(), (318, 612), 150, [*STAND[:-1], REACH, STAND[-1]])
    person(people, (462, 628), 128, STAND, facing=-1)
    people.stroke([(342, 506), (412, 448)], 22, 26).stroke([(408, 452), (420, 442)], 31)
    for foot in (350, 378, 404):
        people.stroke([(377, 480), (foot, 622)], 5)
    canvas.relief(people, "#171026", "#f3b487", (-3, 2), glow=0.9)
