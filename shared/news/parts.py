"""Which parts of a picture a story has, of those that were cut when it was decoded."""

from collections.abc import Iterator
from math import dist
from typing import get_args

from shared.news.facts import Illustrated, Rendition, Shape
from shared.news.view import StoryView

Focus = tuple[float, float]


def cut_for(seen: StoryView, picture: Illustrated) -> Illustrated:
    """The picture with those of its parts that a story needs.

    In each shape the one around the focus, where it is the story's own; none of a gallery's.
    """
    whole = tuple(one for one in picture.renditions if one.crop is None)
    focus = _focus(seen, picture.key)
    parts = () if focus is None else tuple(_around(focus, picture.renditions))
    return picture.model_copy(update={"renditions": (*whole, *parts)})


def _focus(seen: StoryView, key: str) -> Focus | None:
    """Where the newest source that shows the picture as its own wants it looked at."""
    sources = (source.body for source in (seen.source, seen.released) if source)
    own = (one.picture for one in sources if one.picture and one.picture.key == key)
    return next((picture.focus for picture in own), None)


def _around(focus: Focus, renditions: tuple[Rendition, ...]) -> Iterator[Rendition]:
    middles = [(one.crop, one) for one in renditions if one.crop]
    for shape in get_args(Shape):
        near = [(dist(crop.middle, focus), one) for crop, one in middles if crop.shape == shape]
        yield from (one for _, one in sorted(near, key=lambda pair: pair[0])[:1])
