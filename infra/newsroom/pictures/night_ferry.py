"""A ferry that crosses a sound at night."""

from __future__ import annotations

from infra.newsroom.pictures.brush import WIDTH, Canvas, Shape, curve
from infra.newsroom.pictures.nature import ridge, ripples, sheen, stars


def night_ferry() -> Canvas:
    canvas = Canvas("night-ferry", ["#040a20", "#0b1c44", "#1c3a6b", "#33608c"])
    stars(canvas, 380, 420)
    moon = (1270, 170)
    canvas.paint(Shape().oval(*moon, 66), "#fdf6dc")
    canvas.shine(moon, 430, "#bcd4ff", 0.8)
    for colour, level in (("#14284c", 470), ("#0e1d3a", 508)):
        hills = Shape().land(ridge(canvas.chance, level, 44, bumps=5))
        canvas.relief(hills, colour, "#6f8fc0", (3, 3), glow=0.5)
    lights = Shape()
    for _ in range(46):
        lights.oval(canvas.chance.between(30, 560), canvas.chance.between(500, 546), 2.4)
    canvas.paint(lights, "#ffd58a")
    canvas.beam(lights, "#ffb45e", blur=7, strength=1)
    canvas.paint(Shape().box(-5, 548, WIDTH + 5, 905), ["#1f4674", "#0e2450", "#050d28"])
    canvas.paint(sheen(canvas, 1270, 556, 900, 300), "#dfeaff", blur=1, alpha=0.6)
    canvas.paint(ripples(canvas, 560, 890, 170), "#8fb4e0", blur=0.8, alpha=0.35)
    _ferry(canvas)
    return canvas


def _ferry(canvas: Canvas) -> None:
    canvas.paint(Shape().oval(700, 742, 560, 22), "#050d28", blur=14, alpha=0.7)
    hull = Shape().polygon([(150, 610), (1270, 600), (1190, 736), (240, 742)])
    canvas.relief(hull, ["#e9eef4", "#b4c3d6", "#22386b"], "#ffffff", (-3, 4))
    canvas.paint(
        Shape().polygon([(170, 652), (1246, 644), (1232, 668), (186, 676)]).keep(hull), "#c8433d"
    )
    for left, top, right, low in (
        (230, 526, 1150, 614),
        (310, 452, 1050, 530),
        (420, 388, 900, 456),
    ):
        deck = Shape().box(left, top, right, low, 10)
        canvas.relief(deck, ["#f7fafc", "#c3cfde", "#8d9fb9"], "#ffffff", (-3, 4))
        panes = Shape()
        for i in range(int((right - left - 40) / 40)):
            panes.box(left + 24 + i * 40, top + 24, left + 50 + i * 40, top + 50, 4)
        canvas.paint(panes, ["#fff2b8", "#ffc25c"])
        canvas.beam(panes, "#ffb45e", blur=16, strength=0.6)
    bridge = Shape().polygon([(820, 330), (1010, 336), (1036, 392), (800, 392)])
    canvas.relief(bridge, ["#f7fafc", "#a9b9cc"], "#ffffff", (-3, 4))
    canvas.paint(Shape().polygon([(846, 346), (996, 350), (1010, 372), (838, 372)]), "#9fe0e8")
    funnel = Shape().polygon([(500, 290), (610, 290), (626, 390), (480, 390)])
    canvas.relief(funnel, ["#c8433d", "#7c2436"], "#ffb090", (-3, 3))
    canvas.paint(Shape().box(486, 318, 622, 342).keep(funnel), "#fff6e6")
    rig = Shape().stroke([(900, 330), (906, 210)], 7, 4).stroke([(880, 250), (932, 250)], 4)
    canvas.paint(
        rig.stroke([(906, 214), (1200, 596)], 2).stroke([(906, 214), (620, 386)], 2), "#c3cfde"
    )
    lamp = Shape().oval(906, 206, 7)
    canvas.paint(lamp, "#fff6cf")
    canvas.shine((906, 206), 80, "#ffd98a", 0.9)
    glow = Shape()
    for i in range(24):
        x = 260 + i * 38
        glow.oval(x, 772 + canvas.chance.between(-6, 34), canvas.chance.between(8, 26), 3)
    canvas.paint(glow, "#ffd58a", blur=2, alpha=0.7)
    bow = curve([(1190, 742), (1330, 752), (1480, 790), (1640, 850)], steps=14)
    canvas.paint(Shape().stroke(bow, 14, 2), "#dfeaff", blur=3, alpha=0.7)
    wake = curve([(240, 744), (120, 760), (-40, 800)], steps=14)
    canvas.paint(Shape().stroke(wake, 16, 30), "#dfeaff", blur=8, alpha=0.5)
