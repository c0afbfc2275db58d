import re
import subprocess
import sys
from pathlib import Path

from shared.pages.assets import _FLOORS, _GROUND, asset_address, assets, renderer_hash

STYLE = next(item for item in assets() if item.key.endswith(".css")).content.decode()


def test_an_asset_has_its_hash_in_its_name_and_never_changes() -> None:
    for item in assets():
        assert re.fullmatch(r"assets/\w+-[0-9a-f]{12}\.(css|js|svg|woff2)", item.key)
        assert "immutable" in item.cache_control


def test_the_style_sheet_loads_only_assets_that_are_there() -> None:
    loaded = re.findall(r"url\((.*?)\)", STYLE)
    assert sorted(loaded) == sorted([asset_address("serif.woff2"), asset_address("naskh.woff2")])


def test_the_style_sheet_knows_no_left_and_no_right() -> None:
    physical = (
        r"(?:margin|padding|border|inset)-(?:left|right|top|bottom)|text-align:(?:left|right)|float"
    )
    assert not re.findall(physical, STYLE)
    assert not re.findall(r"[{;](?:left|right|top|bottom|width|height):", STYLE)


def test_arabic_is_never_letter_spaced_or_slanted() -> None:
    spaced = [line for line in STYLE.splitlines() if "letter-spacing" in line]
    assert all("letter-spacing:0" in line or ":lang" not in line for line in spaced)
    assert "letter-spacing:0" in STYLE
    assert ":lang(ar) em{font-style:normal" in STYLE


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
    style = next(one.content.decode() for one in assets() if one.key.endswith(".css"))
    assert re.search(r"\.rows\{--row:[\d.]+rem;min-block-size:calc\(5\*var\(--row\)\)\}", style)
    assert ".rows>li{block-size:var(--row);overflow:hidden}" in style
    assert "@media (scripting:none){.rows{display:none}}" in style
