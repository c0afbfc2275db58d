"""The web manifest of an edition."""

import json
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageChops

from infra.package.icons import ASSETS, SAFE, picture
from shared.news.language import LANGUAGES, Language
from shared.pages.assets import assets
from shared.pages.manifest import PAPER
from tests.unit.pages import sample
from tests.unit.pages.reading import Page

RENDERER = sample.renderer()
EACH = pytest.mark.parametrize("edition", LANGUAGES)


def manifest(edition: Language) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(RENDERER.manifest(edition, sample.NAMED).content)
    return said


@EACH
def test_an_edition_that_is_kept_on_a_device_opens_at_its_front(edition: Language) -> None:
    said = manifest(edition)
    assert (said["id"], said["start_url"], said["scope"]) == (f"/{edition}/", f"/{edition}/", "/")
    assert said["name"] == sample.NEWSROOM.outlet.name[edition]
    assert (said["lang"], said["dir"]) == (edition, "rtl" if edition == "ar" else "ltr")


def test_its_icons_are_as_large_as_it_says() -> None:
    there = {f"/{one.key}": one for one in assets()}
    sizes = set()
    for icon in manifest("en")["icons"]:
        item = there[icon["src"]]
        with Image.open(BytesIO(item.content)) as pixels:
            assert icon["sizes"] == f"{pixels.width}x{pixels.height}"
            sizes.add(pixels.width)
        assert icon["type"] == item.content_type
    assert sizes == {192, 512}


def test_the_icons_show_the_mark() -> None:
    drawn = picture((192, 192), SAFE).convert("RGB")
    with Image.open(ASSETS / "icon192.png") as shipped:
        assert ImageChops.difference(drawn, shipped.convert("RGB")).getbbox() is None


@EACH
def test_every_page_of_the_edition_leads_to_it(edition: Language) -> None:
    key = RENDERER.manifest(edition, sample.NAMED).key
    for item in (
        RENDERER.article(sample.article_page(edition)),
        RENDERER.front(sample.front_page(edition)),
    ):
        page = Page(item)
        assert page.one("link", rel="manifest")["href"] == f"/{key}"
        colours = {one["content"] for one in page.all("meta", name="theme-color")}
        assert PAPER in colours


def test_it_names_the_facts_that_it_was_made_of() -> None:
    assert manifest("es")["triptych:facts"] == sample.FACTS
