"""A page as readers have it: small and large, light and dark, without scripts, by keyboard."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.audit.findings import Findings
from tests.audit.pages import Page
from tests.audit.tools import AXE

PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}
ZOOMED = {"width": 640, "height": 450}  # 200 % of a desk's window
PAPER = {"width": 794, "height": 1123}
SHARPER_THAN_AA = 7
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TABS = 400
# axe's own rule of 7:1 asks large text for 4.5:1 only.
STRICT = {
    "checks": [
        {
            "id": "color-contrast-enhanced",
            "options": {
                "contrastRatio": {
                    "normal": {"expected": SHARPER_THAN_AA},
                    "large": {"expected": SHARPER_THAN_AA},
                }
            },
        }
    ]
}
RUN = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
ENHANCED = {"rules": {"color-contrast-enhanced": {"enabled": True}}}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
# What scripts fetch stands in a place with data-rows; everything else is there without them.
WORDS = """() => {
  const main = document.querySelector("main").cloneNode(true);
  for (const place of main.querySelectorAll("[data-rows]"))
    place.closest("[data-component]").remove();
  for (const unseen of main.querySelectorAll("script, button, [hidden]")) unseen.remove();
  return main.textContent.replace(/\\s+/g, " ").trim();
}"""
FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const style = getComputedStyle(at), box = at.getBoundingClientRect();
  at.dataset.visited = Number(at.dataset.visited || 0) + 1;
  return {
    what: (at.textContent.trim() || at.getAttribute("href") || at.tagName).slice(0, 60),
    again: at.dataset.visited > 1 && !at.controls,
    inside: at.dataset.visited > 1,  // from one control of a film to its next
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight
      && box.right > 0 && box.left < innerWidth,
    skip: at.getAttribute("href") || "",
  };
}"""
REACHABLE = """() => [...document.querySelectorAll(
  "a[href], button, summary, input, select, video[controls], audio[controls], [tabindex]"
)].filter((one) => one.tabIndex >= 0 && one.checkVisibility({visibilityProperty: true})).length"""
MOVES = """() => [...document.querySelectorAll("*")].filter((one) => {
  const style = getComputedStyle(one);
  const longest = (times) => Math.max(...times.split(",").map(parseFloat));
  return longest(style.animationDuration) > 0.01 && style.animationName !== "none"
    || longest(style.transitionDuration) > 0.01 || style.scrollBehavior === "smooth";
}).map((one) => one.tagName + "." + one.className)"""
SPACED = """() => [...document.querySelectorAll(":lang(ar)")].filter((one) =>
  // what stands inside a player has no style
  !["", "normal", "0px"].includes(getComputedStyle(one).letterSpacing)).length"""
PRINTED = """() => ({
  main: document.querySelector("main").checkVisibility(),
  nav: [...document.querySelectorAll("nav")].some((one) => one.checkVisibility()),
  paper: getComputedStyle(document.body).backgroundColor,
  ink: getComputedStyle(document.body).color,
})"""


def reading(page: Page, browser: Browser) -> Findings:
    """Everything that a browser shows of it."""
    found = Findings(figures={"axe": 0})
    with_scripts = ""
    for name, viewport, scheme in (
        ("phone, light", PHONE, "light"), ("phone, dark", PHONE, "dark"),
        ("desk, light", DESK, "light"), ("desk, dark", DESK, "dark"),
    ):  # fmt: skip
        with _opened(browser, page, found, name, viewport, color_scheme=scheme) as tab:
            _axe(tab, found, name)
            with_scripts = tab.evaluate(WORDS)
            spaced = tab.evaluate(SPACED)
            found.expect(not spaced, f"{name}: letter-spacing on {spaced} Arabic elements")
    with _opened(browser, page, found, "no JavaScript", PHONE, java_script_enabled=False) as tab:
        without = tab.evaluate(WORDS)
        found.expect(without == with_scripts, "the page says something else without JavaScript")
    for name, viewport in (("320 px", NARROW), ("200 % zoom", ZOOMED)):
        with _opened(browser, page, found, name, viewport):
            pass
    with _opened(browser, page, found, "keyboard", DESK) as tab:
        _keyboard(tab, found)
    with _opened(browser, page, found, "forced colours", PHONE, forced_colors="active") as tab:
        _axe(tab, found, "forced colours", enhanced=False)
    with _opened(browser, page, found, "reduced motion", PHONE, reduced_motion="reduce") as tab:
        moving = tab.evaluate(MOVES)
        found.expect(not moving, f"moves though motion is to be reduced: {moving[:3]}")
    with _opened(browser, page, found, "print", PAPER) as tab:
        tab.emulate_media(media="print")
        printed = tab.evaluate(PRINTED)
        found.expect(printed["main"], "print: without its text")
        found.expect(not printed["nav"], "print: with navigation")
        found.expect(_luminance(printed["paper"]) > _luminance(printed["ink"]), "print: white ink")
        _fits(tab, found, "print")
    return found


@contextmanager
def _opened(
    browser: Browser, page: Page, found: Findings, name: str, viewport: Any, **settings: Any
) -> Iterator[Tab]:
    """The page in a window of its own; whatever goes wrong meanwhile is found."""
    # Only axe gets past the page's policy, by the browser's own protocol.
    context = browser.new_context(viewport=viewport, **settings)
    tab = context.new_page()
    site = "/".join(page.url.split("/")[:3])
    away = {f"{page.status} ({'Not Found' if page.status == 404 else 'Gone'})"}

    def said(text: str) -> None:
        # Chromium reports the status of the page itself.
        if page.status == 200 or not any(one in text for one in away):
            found.problems.append(f"{name}: the console says: {text[:200]}")

    def asked(url: str) -> None:
        if url.startswith("http") and not url.startswith(site):
            found.problems.append(f"{name}: asks another site for {url}")

    tab.on("console", lambda message: said(message.text))
    tab.on("pageerror", lambda error: said(str(error)))
    tab.on("request", lambda request: asked(request.url))
    tab.on("requestfailed", lambda request: found.problems.append(f"{name}: no {request.url}"))
    tab.goto(page.url, wait_until="load")
    tab.evaluate("document.fonts.ready")
    _fits(tab, found, name)
    yield tab
    context.close()


def _fits(tab: Tab, found: Findings, name: str) -> None:
    too_wide = tab.evaluate(OVERFLOW)
    found.expect(too_wide <= 0, f"{name}: {too_wide} px wider than the window")


def _axe(tab: Tab, found: Findings, name: str, *, enhanced: bool = True) -> None:
    tab.evaluate(AXE.read_text())
    tab.evaluate(f"axe.configure({json.dumps(STRICT)})")
    options = RUN | (ENHANCED if enhanced else {})
    violations = tab.evaluate(f"axe.run(document, {json.dumps(options)})")["violations"]
    found.figures["axe"] += len(violations)
    found.problems += [
        f"axe, {name}: {one['id']} ({len(one['nodes'])}): {one['nodes'][0]['target']}"
        for one in violations
    ]


def _keyboard(tab: Tab, found: Findings) -> None:
    """Every link and control is reached by Tab, seen, and marked; the first leads to the text."""
    reachable, reached = tab.evaluate(REACHABLE), 0
    for _ in range(TABS):
        tab.keyboard.press("Tab")
        at = tab.evaluate(FOCUS)
        if at is None or at["again"]:
            break
        if at["inside"]:
            continue
        reached += 1
        found.expect(at["ring"], f"keyboard: nothing marks “{at['what']}”")
        found.expect(at["seen"], f"keyboard: “{at['what']}” is out of sight")
        if reached == 1 and tab.locator("nav").count():
            found.expect(at["skip"].startswith("#"), "keyboard: the first link skips nothing")
    found.expect(reached >= reachable, f"keyboard: reaches {reached} of {reachable}")
    found.figures["tab stops"] = reached


def _luminance(colour: str) -> float:
    """Roughly, of rgb(…); what is see-through is paper."""
    numbers = [float(one) for one in colour.partition("(")[2].rstrip(")").split(",")]
    return 765.0 if len(numbers) == 4 and not numbers[3] else sum(numbers[:3])
