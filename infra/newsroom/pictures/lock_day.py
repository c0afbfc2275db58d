"""One canal lock in four lights."""

from __future__ import annotations

from dataclasses import dataclass

from infra.newsroom.pictures.brush import WIDTH, Canvas, Fill, Shape, curve
from infra.newsroom.pictures.nature import birds, reeds, ridge, ripples, stars


@dataclass(frozen=True)
class Light:
    """An hour of the day: its colours from the sky down, and where the light comes from."""

    sky: Fill
    sun: tuple[float, float]
    glow: str
    hills: tuple[str, str]
    water: Fill
    bank: Fill
    wood: Fill
    edge: str
    mist: float = 0
    night: bool = False


DAWN = Light(
    ["#8c86b8", "#d8a3b8", "#f6c8b0", "#fbe3c8"], (1180, 470), "#ffd9b0", ("#b79bb4", "#8d7d9c"),
    ["#e0b8b4", "#9c88a4", "#6d6485"], ["#7c6f86", "#4a4560"], ["#6b5560", "#3c3448"], "#ffe3c4",
    mist=0.9,
)  # fmt: skip
NOON = Light(
    ["#2f86c9", "#6fb5e0", "#b9def0", "#e6f4f2"], (800, -60), "#ffffff", ("#8fbf9a", "#5c9a68"),
    ["#a6d6ea", "#4f9cc4", "#2c6f9c"], ["#7fae54", "#3f7238"], ["#6b4a34", "#3a2a26"], "#ffffff",
)  # fmt: skip
DUSK = Light(
    ["#5a3f7c", "#b8526a", "#f08a4b", "#ffc766"], (420, 500), "#ffb45e", ("#7a4a6c", "#52345a"),
    ["#f2a25c", "#a8506a", "#4a3060"], ["#4c3350", "#221a34"], ["#402838", "#1c1424"], "#ffd08a",
)  # fmt: skip
NIGHT = Light(
    ["#060a22", "#0e1840", "#1d2c5c", "#33446f"], (1330, 150), "#c9d8ff", ("#1b2848", "#121b36"),
    ["#2a3a66", "#142048", "#0a1230"], ["#121a30", "#070c1c"], ["#141626", "#090b16"], "#7f94c8",
    night=True,
)  # fmt: skip


LIGHTS = (DAWN, NOON, DUSK, NIGHT)


def lock_day(hour: int) -> Canvas:
    """The lock at dawn (1), at noon (2), at dusk (3) or at night (4)."""
    light = LIGHTS[hour - 1]
    canvas = Canvas("lock-day", light.sky)
    if light.night:
        stars(canvas, 420, 520)
        canvas.paint(Shape().oval(*light.sun, 46), "#fdf6dc")
    canvas.shine(light.sun, 560, light.glow, 0.8)
    if light is DUSK:
        canvas.paint(Shape().oval(*light.sun, 62), "#fff0b8")
    for colour, level in zip(light.hills, (486, 524), strict=True):
        hills = Shape().land(ridge(canvas.chance, level, 26, bumps=6))
        canvas.relief(hills, colour, light.edge, (0, 3), glow=0.5)
    _cottage(canvas, light)
    _trees(canvas, light)
    canvas.paint(Shape().box(-5, 584, WIDTH + 5, 905), light.bank)
    canal = Shape().polygon([(690, 590), (910, 590), (1330, 905), (270, 905)])
    canvas.paint(canal, light.water)
    canvas.paint(ripples(canvas, 610, 890, 120).keep(canal), light.edge, blur=0.8, alpha=0.35)
    walls = Shape().polygon([(690, 590), (270, 905), (190, 905), (664, 584)])
    walls.polygon([(910, 590), (1330, 905), (1410, 905), (936, 584)])
    canvas.relief(walls, light.wood, light.edge, (2, 4), glow=0.7)
    _gates(canvas, light)
    if light.mist:
        fog = Shape()
        for _ in range(46):
            x, y = canvas.chance.between(-60, 1660), canvas.chance.between(540, 760)
            fog.oval(x, y, canvas.chance.between(80, 300), canvas.chance.between(8, 26))
        canvas.paint(fog, "#fdeadc", blur=20, alpha=light.mist)
    canvas.paint(reeds(canvas, -20, 250, 46, 210), light.wood)
    canvas.paint(reeds(canvas, 1400, 1640, 40, 180), light.wood)
    if light is NOON:
        birds(canvas, [(420, 210), (490, 180), (560, 236), (1040, 150), (1090, 190)], "#1d3550", 22)
    if light is DUSK:
        _boat(canvas)
    return canvas


def _cottage(canvas: Canvas, light: Light) -> None:
    wall = Shape().box(1090, 470, 1270, 592)
    canvas.relief(wall, ["#e9dccb", "#a8968c"] if not light.night else ["#2c3454", "#1a2140"],
                  light.edge, (3, 0), glow=0.7)  # fmt: skip
    roof = Shape().polygon([(1070, 474), (1112, 408), (1250, 408), (1290, 474)])
    roof.box(1212, 372, 1236, 430)
    canvas.relief(roof, light.wood, light.edge, (2, 4), glow=0.8)
    panes = Shape().box(1116, 500, 1150, 540, 2).box(1212, 500, 1246, 540, 2)
    canvas.paint(panes, "#ffd277" if light.night or light is DUSK else "#5c6f80")
    if light.night:
        canvas.shine((1150, 520), 190, "#ffb84d", 0.8)


def _trees(canvas: Canvas, light: Light) -> None:
    for x, size in ((150, 150), (330, 110), (1460, 130)):
        crown = Shape()
        for _ in range(26):
            at = (
                x + canvas.chance.between(-0.7, 0.7) * size,
                430 - canvas.chance.between(-0.5, 0.8) * size,
            )
            crown.oval(*at, size * canvas.chance.between(0.18, 0.34))
        trunk = Shape().stroke(curve([(x, 590), (x - 6, 520), (x + 4, 430)]), size / 7, size / 12)
        canvas.paint(trunk, light.wood)
        canvas.relief(crown, light.bank, light.edge, (3, 4), glow=0.55)


def _gates(canvas: Canvas, light: Light) -> None:
    for side in (-1, 1):
        x = 800 + side * 4
        leaf = Shape().polygon([(x, 640), (x + side * 196, 618), (x + side * 232, 706), (x, 742)])
        canvas.relief(leaf, light.wood, light.edge, (0, 4))
        planks = Shape()
        for step in range(1, 6):
            at = x + side * 36 * step
            planks.stroke([(at, 640 - step * 4), (at + side * 6 * step / 5, 738 - step * 6)], 2)
        canvas.paint(planks, light.edge, alpha=0.3)
        arm = Shape().stroke([(x + side * 20, 634), (x + side * 420, 596)], 22, 26)
        canvas.relief(arm, ["#f4efe6", "#b9b0aa"] if not light.night else ["#3a4468", "#1d2444"],
                      light.edge, (0, 4))  # fmt: skip
        canvas.relief(Shape().box(x + side * 420 - 16, 580, x + side * 420 + 16, 616, 4),
                      light.wood, light.edge, (0, 3))  # fmt: skip
    falls = Shape()
    for i in range(9):
        falls.stroke([(776 + i * 6, 700), (770 + i * 7.4, 790)], 2.6, 5)
    canvas.paint(falls, light.edge, blur=2, alpha=0.5)


def _boat(canvas: Canvas) -> None:
    hull = Shape().blob([(500, 800), (640, 790), (820, 792), (920, 806), (880, 848), (540, 850)])
    canvas.relief(hull, ["#2f5d62", "#16323c"], "#ffd08a", (-3, 4))
    canvas.relief(Shape().box(580, 738, 830, 798, 8), ["#a63d3a", "#5c2438"], "#ffd08a", (-3, 4))
    panes = Shape()
    for x in (600, 660, 720, 780):
        panes.box(x, 752, x + 34, 776, 6)
    canvas.paint(panes, "#ffd98a")
    canvas.shine((700, 764), 150, "#ffb45e", 0.6)
