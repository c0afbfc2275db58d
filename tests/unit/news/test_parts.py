"""A story has the parts of its picture around its focus, whichever those are."""

import pytest

from shared.news.facts import Crop, Illustrated, Rendition
from shared.news.parts import cut_for
from shared.news.story import Source
from tests.builders import World, a_source, a_wish

WHOLE = Rendition(width=640, height=360, body="0" * 64)


def part(shape: str, across: float) -> Rendition:
    crop = Crop.model_validate({"shape": shape, "middle": (across, 0.5)})
    return Rendition(width=360, height=360, body="0" * 64, crop=crop)


CUT = [part("4x3", 0.5), *(part("1x1", across) for across in (0.28, 0.5, 0.72))]
PICTURE = Illustrated(key=a_wish().key, version="1", renditions=(WHOLE, *CUT))


def names(source: Source) -> list[str]:
    world = World()
    made = cut_for(world.view(world.accept("river", source)), PICTURE)
    assert (made.key, made.version) == (PICTURE.key, PICTURE.version)
    return [one.name for one in made.renditions]


@pytest.mark.parametrize(
    ("across", "square"), [(0.0, "1x1-28-50"), (0.45, "1x1-50-50"), (1.0, "1x1-72-50")]
)
def test_in_each_shape_it_is_the_one_next_to_the_focus(across: float, square: str) -> None:
    wish = a_wish().model_copy(update={"focus": (across, 0.1)})
    assert names(a_source(picture=wish)) == ["640", "4x3-50-50", square]


def test_pictures_of_a_gallery_have_none() -> None:
    assert names(a_source(kind="gallery", pictures=(a_wish(), a_wish("b.jpg")))) == ["640"]
