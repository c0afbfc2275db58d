"""The design system in figures: what the style sheets weigh, and what they may say."""

import re
from itertools import product

import pytest

from shared.pages.assets import STORY_STYLE, STYLE, asset_address, assets
from tests.house.template import ROOT

MOST_BYTES = 10_000
LEAST_CONTRAST = 7.0
GROUNDS = ("paper", "wash")
INKS = ("ink", "soft", "red", "teal")
LIGHT, DARK = 0, 1

SERVED = {f"/{item.key}": item.content for item in assets()}
SOURCES = ["".join((ROOT / "shared/pages/assets" / name).read_text() for name in ("paper.css", own))
           for own in (STYLE, STORY_STYLE)]  # fmt: skip
EACH = pytest.mark.parametrize(
    "style",
    [re.sub(r"/\*.*?\*/|\s*\n\s*", "", source, flags=re.DOTALL) for source in SOURCES],
    ids=["lists", "stories"],
)


def rules(style: str) -> list[tuple[str, str]]:
    """Selectors and declarations, those inside media queries too."""
    return re.findall(r"([^{}]+)\{([^{}]+)\}", style)


def colours(style: str, scheme: int) -> dict[str, str]:
    return dict(
        re.findall(
            r"--(\w+):(#\w{6})", style.split("@media screen and (prefers-color-scheme")[scheme]
        )
    )


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", [STYLE, STORY_STYLE])
def test_a_page_loads_one_style_sheet_of_ten_kilobytes_at_most(name: str) -> None:
    assert len(SERVED[asset_address(name)]) <= MOST_BYTES


@EACH
def test_there_is_no_left_and_no_right_since_arabic_pages_have_the_same_rules(style: str) -> None:
    side = r"(?:left|right|top|bottom)"
    sized = r"(?:(?:min|max)-)?(?:width|height)"
    physical = rf"(?:(?:margin|padding|border|inset)-)?{side}(?:-\w+)?|{sized}|float|clear"
    for _, declarations in rules(style):
        for declaration in declarations.split(";"):
            name, _, value = declaration.partition(":")
            assert not re.fullmatch(physical, name.strip()), declaration
            assert name not in {"text-align", "justify-content"} or not re.search(side, value)


@EACH
@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_has_a_contrast_of_seven_at_least(style: str, scheme: int) -> None:
    found = colours(style, scheme)
    pairs = [*product(INKS, GROUNDS), ("paper", "red")]
    assert {
        (text, ground): contrast(found[text], found[ground])
        for text, ground in pairs
        if contrast(found[text], found[ground]) < LEAST_CONTRAST
    } == {}


@EACH
def test_text_has_no_colour_but_those(style: str) -> None:
    allowed = {f"var(--{name})" for name in (*INKS, *GROUNDS)} | {"inherit", "currentcolor"}
    used = [
        value
        for _, declarations in rules(style)
        for value in re.findall(r"(?:^|;)color:([^;]+)", declarations)
    ]
    assert set(used) <= allowed


@EACH
def test_arabic_is_never_letter_spaced_or_slanted(style: str) -> None:
    spaced = {selector for selector, said in rules(style) if "letter-spacing" in said}
    assert spaced == {".wordmark", ".wordmark:lang(ar)"}
    assert re.search(r"\.wordmark:lang\(ar\)\{[^}]*letter-spacing:0", style)
    assert ":lang(ar) em{font-style:normal" in style
    assert "italic" not in style


@EACH
def test_arabic_texts_are_set_larger_and_wider_apart(style: str) -> None:
    latin, arabic = re.findall(r"--text:([\d.]+)rem.*?--leading:([\d.]+)", style)
    assert (float(latin[0]) * 16, float(latin[1])) == (19, 1.55)
    assert (float(arabic[0]) * 16, float(arabic[1])) == (21, 1.9)


@EACH
def test_nothing_moves_for_readers_who_asked_for_that(style: str) -> None:
    moving = re.split(r"@media \(prefers-reduced-motion:no-preference\)", style)
    assert not re.search(r"transition|animation", moving[0])
