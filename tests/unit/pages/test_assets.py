import re
import subprocess
import sys
from pathlib import Path

import pytest

from shared.pages.assets import _FLOORS, _GROUND, asset_address, assets, renderer_hash

STYLES = [item.content.decode() for item in assets() if item.key.endswith(".css")]


def test_an_asset_has_its_hash_in_its_name_and_never_changes() -> None:
    for item in assets():
        assert re.fullmatch(r"assets/\w+-[0-9a-f]{12}\.(css|js|svg|png|woff2)", item.key)
        assert "immutable" in item.cache_control


@pytest.mark.parametrize("style", STYLES)
def test_a_style_sheet_loads_only_assets_that_are_there(style: str) -> None:
    loaded = re.findall(r"url\((.*?)\)", style)
    assert sorted(loaded) == sorted([asset_address("serif.woff2"), asset_address("naskh.woff2")])


@pytest.mark.parametrize("style", STYLES)
def test_a_style_sheet_is_whole_after_its_comments_and_line_breaks_are_gone(style: str) -> None:
    assert "/*" not in style
    assert "\n" not in style
    assert style.count("{") == style.count("}")
    assert "@media screen and (prefers-color-scheme:dark){:root{--a:#" in style
    assert set(re.findall(r"var\((--\w+)", style)) <= set(re.findall(r"(--\w):", style))


def test_the_fonts_are_small_enough_for_every_page_to_wait_for_one() -> None:
    sizes = {item.key.partition("-")[0]: len(item.content) for item in assets()}
    assert sizes["assets/serif"] <= 40_000
    assert sizes["assets/naskh"] <= 27_000


def test_the_fonts_come_with_their_licence() -> None:
    folder = Path(__file__).parents[3] / "shared/pages/assets"
    licences = [path.read_text() for path in sorted(folder.glob("OFL-*.txt"))]
    assert len(licences) == 2
    assert all("SIL OPEN FONT LICENSE Version 1.1" in licence for licence in licences)


def test_the_renderer_has_an_identity_that_the_sites_address_belongs_to() -> None:
    one, other = renderer_hash("https://one.example"), renderer_hash("https://other.example")
    assert re.fullmatch(r"[0-9a-f]{64}", one)
    assert one != other


def test_everything_that_publishing_loads_belongs_to_the_renderers_identity() -> None:
    code = "import sys, shared.pages.publish; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    ours = {name for name in run.stdout.split() if name.startswith("shared.")}
    known = {f"shared.{name.removesuffix('.py')}" for name in (*_FLOORS, *_GROUND)}
    assert {".".join(name.split(".")[:2]) for name in ours} == known


def test_the_place_that_articles_keep_for_most_read_is_as_high_as_what_comes() -> None:
    """Measured with Chromium: a layout shift of 0 at 320, 390 and 1280 pixels."""
    for style in STYLES:
        assert re.search(
            r"min-block-size:calc\(5\*(var\(--\w\))\)\}\.rows>li\{block-size:\1;", style
        )
        assert "@media (scripting:none){.rows{display:none}}" in style
