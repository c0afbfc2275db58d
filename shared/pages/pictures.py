"""A picture as a picture element needs it."""

from dataclasses import dataclass

from shared.news.article import Image, Picture
from shared.news.facts import Format
from shared.pages.links import encoded

_USUAL_WIDTH = 640
_POSTER_WIDTH = 960


@dataclass(frozen=True)
class Shown:
    """What stands in the attributes.

    `others` are the better formats, best first, each with its addresses; `focus` are the classes
    that keep the picture's point in crops.
    """

    source: str
    sources: str
    others: tuple[tuple[Format, str], ...]
    width: int
    height: int
    alt: str
    focus: str


def shown(picture: Picture, widest: int) -> Shown | None:
    """The picture up to the width that its place can use; None where no size is public."""
    if not picture.images:
        return None
    images = [one for one in picture.images if one.width <= widest] or [picture.images[0]]
    usual = next((one for one in images if one.width >= _USUAL_WIDTH), images[-1])
    across, down = (round(4 * min(1, max(0, part))) for part in picture.focus)
    return Shown(
        source=encoded(usual.address),
        sources=_sources(images, "jpg"),
        others=tuple((one, _sources(images, one)) for one in picture.formats if one != "jpg"),
        width=usual.width,
        height=usual.height,
        alt=picture.alt,
        focus=f"x{across} y{down}",
    )


def poster(picture: Picture) -> Image | None:
    """What stands in a video's place: one size, since a poster has no choice of them."""
    usual = next((one for one in picture.images if one.width >= _POSTER_WIDTH), None)
    image = usual or next(iter(picture.images[-1:]), None)
    if image is None or "webp" not in picture.formats:
        return image
    return image.model_copy(update={"address": f"{image.address.removesuffix('jpg')}webp"})


def _sources(images: list[Image], which: Format) -> str:
    return ", ".join(
        f"{encoded(one.address.removesuffix('jpg'))}{which} {one.width}w" for one in images
    )
