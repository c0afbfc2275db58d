"""A picture as an img element needs it."""

from dataclasses import dataclass

from shared.news.article import Picture
from shared.pages.links import encoded

_USUAL_WIDTH = 640


@dataclass(frozen=True)
class Shown:
    """What stands in the attributes; `focus` are the classes that keep its point in crops."""

    source: str
    sources: str
    width: int
    height: int
    alt: str
    focus: str


def shown(picture: Picture) -> Shown | None:
    """None where no size of the picture is public."""
    if not picture.images:
        return None
    usual = next((one for one in picture.images if one.width >= _USUAL_WIDTH), picture.images[-1])
    across, down = (round(10 * min(1, max(0, part))) for part in picture.focus)
    return Shown(
        source=encoded(usual.address),
        sources=", ".join(f"{encoded(one.address)} {one.width}w" for one in picture.images),
        width=usual.width,
        height=usual.height,
        alt=picture.alt,
        focus=f"x{across} y{down}",
    )
