"""Sheets of paper that dry between reeds, at sunrise."""

from __future__ import annotations

from infra.newsroom.pictures.brush import WIDTH, Canvas, Shape, curve
from infra.newsroom.pictures.nature import birds, reeds, ridge, ripples, sheen
from infra.newsroom.pictures.people import REACH, STAND, person


def reed_paper() -> Canvas:
    canvas = Canvas("reed-paper", ["#6f8fb4", "#b9a6b8", "#f2b98f", "#ffd98a", "#fff0b8"])
    canvas.paint(Shape().oval(820, 470, 74), "#fffbe6")
    canvas.shine((820, 470), 620, "#ffe09a", 0.9)
    far = Shape().land(ridge(canvas.chance, 508, 14, bumps=7))
    canvas.relief(far, ["#a8846f", "#7d6470"], "#ffe6b0", (0, 3), glow=0.6)
    canvas.paint(Shape().box(-5, 524, WIDTH + 5, 905), ["#ffd892", "#d99a62", "#7d5a56", "#3f3644"])
    canvas.paint(sheen(canvas, 820, 530, 900, 340), "#fff6cf", blur=1, alpha=0.8)
    canvas.paint(ripples(canvas, 540, 890, 130), "#ffe9b4", blur=0.8, alpha=0.4)
    canvas.paint(reeds(canvas, 60, 560, 60, 420).moved(0, -120), "#8a6a4c", blur=1.6, alpha=0.7)
    canvas.paint(reeds(canvas, 1080, 1560, 60, 430).moved(0, -120), "#8a6a4c", blur=1.6, alpha=0.7)
    _sheets(canvas, 372, 0.62)
    _sheets(canvas, 468, 1.0)
    _boat(canvas)
    canvas.paint(reeds(canvas, -30, 330, 60, 560), "#3f3038")
    canvas.paint(reeds(canvas, 1300, 1640, 60, 600), "#3f3038")
    plumes = Shape()
    for x, y in ((60, 330), (130, 400), (230, 360), (1410, 330), (1500, 290), (1570, 380)):
        plumes.blob(
            [(x - 9, y + 70), (x - 14, y + 20), (x, y - 24), (x + 13, y + 20), (x + 8, y + 70)]
        )
    canvas.relief(plumes, ["#c9985f", "#6b4a40"], "#fff0b8", (-2, 3))
    birds(canvas, [(560, 220), (620, 196), (684, 228), (1010, 170), (1066, 192)], "#5c4a5c", 18)
    return canvas


def _sheets(canvas: Canvas, level: float, size: float) -> None:
    line = curve(
        [
            (250, level - 20),
            (560, level + 14),
            (820, level + 20),
            (1100, level + 12),
            (1370, level - 24),
        ],
        steps=24,
    )
    canvas.paint(Shape().stroke(line, 3), "#4a3a40")
    for i in range(3, len(line) - 6, 10):
        x, y = line[i]
        wide, high = 86 * size, 118 * size
        lean = canvas.chance.between(-16, 16) * size
        foot = [(wide, 0.0), (wide / 2, 5 * size), (0.0, 0.0)]
        hem = [(x + lean + right, y + high + down) for right, down in foot]
        sheet = Shape().polygon(curve([(x, y), (x + wide, y + 2), *hem], steps=4))
        canvas.relief(sheet, ["#fffaf0", "#f6dfb8", "#e0b88a"], "#ffffff", (-3, 3))
        canvas.paint(
            Shape()
            .box(x + 8, y - 8, x + 14, y + 10)
            .box(x + wide - 14, y - 6, x + wide - 8, y + 12),
            "#6b4a40",
        )


def _boat(canvas: Canvas) -> None:
    man = person(Shape(), (760, 742), 250, [*STAND[:-1], REACH, STAND[-1]], facing=1)
    man.stroke([(694, 480), (716, 620), (704, 830)], 8)
    canvas.relief(man, ["#4c3644", "#2c2030"], "#ffe09a", (-3, 3))
    hat = Shape().blob([(716, 516), (757, 484), (800, 516), (757, 524)])
    canvas.relief(hat, ["#e0b878", "#9a6f48"], "#fff6cf", (-2, 3))
    hull = Shape().blob([(560, 720), (660, 738), (860, 738), (990, 712), (930, 772), (640, 776)])
    canvas.relief(hull, ["#5c4040", "#2c2028"], "#ffe09a", (-3, 4))
    stalks = Shape()
    for i in range(16):
        stalks.stroke([(830 + i * 4, 738), (900 + i * 6, 640 - i * 3)], 6, 2)
    canvas.relief(stalks, ["#a6a85c", "#5c5a3a"], "#fff0a8", (-2, 2))
