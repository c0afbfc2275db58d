from shared.news.article import Image, Picture
from shared.pages.pictures import shown

ONE = Image(address="/media/a/1-320.jpg", width=320, height=240)


def test_a_small_picture_is_shown_as_large_as_it_is() -> None:
    it = shown(Picture(images=(ONE,), alt="A boat"), 1280)
    assert it
    assert (it.source, it.width, it.alt) == ("/media/a/1-320.jpg", 320, "A boat")


def test_a_picture_without_sizes_is_not_shown() -> None:
    assert shown(Picture(images=()), 1280) is None


def test_a_picture_is_offered_in_every_format_that_it_was_made_in_and_best_first() -> None:
    it = shown(Picture(images=(ONE,), formats=("avif", "webp", "jpg")), 1280)
    assert it
    assert it.others == (("avif", "/media/a/1-320.avif 320w"), ("webp", "/media/a/1-320.webp 320w"))
    assert it.sources == "/media/a/1-320.jpg 320w"


def test_a_picture_that_was_made_before_there_were_other_formats_is_shown_as_jpeg() -> None:
    it = shown(Picture.model_validate({"images": (ONE,)}), 1280)
    assert it
    assert (it.sources, it.others) == ("/media/a/1-320.jpg 320w", ())


def test_a_place_is_offered_nothing_wider_than_it_can_use() -> None:
    wide = Image(address="/media/a/1-640.jpg", width=640, height=480)
    for widest, offered in ((200, ONE), (320, ONE), (639, ONE)):
        it = shown(Picture(images=(ONE, wide)), widest)
        assert it
        assert (it.source, it.width) == (offered.address, offered.width)


def test_crops_keep_the_point_that_the_editor_chose() -> None:
    it = shown(Picture(images=(ONE,), focus=(0.32, 1.4)), 1280)
    assert it
    assert it.focus == "x1 y4"
