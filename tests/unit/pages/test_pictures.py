from shared.news.article import Image, Picture
from shared.pages.pictures import shown

ONE = Image(address="/media/a/1-320.jpg", width=320, height=240)


def test_a_small_picture_is_shown_as_large_as_it_is() -> None:
    it = shown(Picture(images=(ONE,), alt="A boat"))
    assert it
    assert (it.source, it.width, it.alt) == ("/media/a/1-320.jpg", 320, "A boat")


def test_a_picture_without_sizes_is_not_shown() -> None:
    assert shown(Picture(images=())) is None


def test_crops_keep_the_point_that_the_editor_chose() -> None:
    it = shown(Picture(images=(ONE,), focus=(0.32, 1.4)))
    assert it
    assert it.focus == "x3 y10"
