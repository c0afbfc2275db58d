"""Pictures in, safe small ones out, from a process that may fail."""

import io
import os
import random
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import ExifTags, Image, ImageCms

from shared.intake.decode import MOST_PIXELS, WIDTHS, Refused, renditions
from shared.intake.pictures import LARGEST_FILE, RenditionBytes, _environment, decode
from shared.news.faults import Fault

SAMPLE = Path(__file__).parents[3] / "infra/newsroom/inbox/2026/11/river-gauges.jpg"


def saved(image: Image.Image, kind: str = "JPEG", **about: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **about)
    return out.getvalue()


def a_picture(width: int = 1000, height: int = 600, mode: str = "RGB") -> Image.Image:
    return Image.new(mode, (width, height), "teal" if mode in {"RGB", "RGBA"} else 0)


def good(content: bytes) -> tuple[RenditionBytes, ...]:
    """The picture in its sizes."""
    return tuple(one for one in everything(content) if one.crop is None)


def parts(content: bytes) -> dict[tuple[str, float, float], RenditionBytes]:
    """Its parts, by shape and middle."""
    return {(one.crop.shape, *one.crop.middle): one for one in everything(content) if one.crop}


def everything(content: bytes) -> tuple[RenditionBytes, ...]:
    made = decode(content)
    assert not isinstance(made, Fault), made
    return made


def rule(content: bytes, size: int = 0) -> str:
    made = decode(content, size)
    assert isinstance(made, Fault)
    return made.rule


def files(one: RenditionBytes) -> tuple[bytes, bytes, bytes]:
    assert one.webp
    assert one.avif
    return one.jpeg, one.webp, one.avif


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_a_picture_is_made_in_every_width_up_to_its_own() -> None:
    assert [one.width for one in good(saved(a_picture(1000)))] == [320, 480, 640, 960, 1000]


def test_a_large_picture_is_made_no_wider_than_pages_show() -> None:
    made = good(saved(a_picture(4000, 3000)))
    assert tuple(one.width for one in made) == WIDTHS
    assert made[-1].height == 960


def test_a_small_picture_is_not_made_larger() -> None:
    assert [(one.width, one.height) for one in good(saved(a_picture(100, 80)))] == [(100, 80)]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_every_allowed_format_becomes_progressive_jpeg_and_webp_and_avif(kind: str) -> None:
    for one in good(saved(a_picture(400, 300), kind)):
        images = [opened(content) for content in files(one)]
        assert [image.format for image in images] == ["JPEG", "WEBP", "AVIF"]
        assert images[0].info["progressive"]
        assert {image.size for image in images} == {(one.width, one.height)}
        assert {image.mode for image in images} == {"RGB"}


def test_the_newer_formats_are_smaller() -> None:
    for one in good(SAMPLE.read_bytes()):
        jpeg, webp, avif = map(len, files(one))
        assert avif < webp < jpeg


def test_a_picture_has_parts_in_the_shapes_that_search_engines_ask_for() -> None:
    picture = a_picture(3000, 1500)
    picture.paste("crimson", (0, 0, 1500, 1500))
    found = parts(saved(picture))
    assert {(shape, one.width, one.height) for (shape, *_), one in found.items()} == {
        ("16x9", 1138, 640),
        ("4x3", 853, 640),
        ("1x1", 640, 640),
    }
    assert [middle for shape, *middle in found if shape == "1x1"] == [
        [0.25, 0.5],
        [0.5, 0.5],
        [0.75, 0.5],
    ]
    first, last = (opened(found["1x1", at, 0.5].jpeg).getpixel((320, 320)) for at in (0.25, 0.75))
    assert first == pytest.approx((220, 20, 60), abs=3)
    assert last == pytest.approx((0, 128, 128), abs=3)
    assert {one.webp for one in found.values()} == {None}


def test_a_picture_is_not_cut_to_the_shape_that_it_has_and_a_small_one_has_no_parts() -> None:
    assert {shape for shape, *_ in parts(saved(a_picture(1600, 900)))} == {"4x3", "1x1"}
    assert parts(saved(a_picture(220, 220))) == {}


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
def test_every_kind_of_colour_becomes_rgb(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    image = opened(good(saved(Image.new(mode, (40, 40)), kind))[0].jpeg)
    assert image.mode == "RGB"


def test_sixteen_bits_a_channel_keep_their_brightness() -> None:
    image = opened(good(saved(Image.new("I;16", (40, 40), 0x8000), "PNG"))[0].jpeg)
    assert image.getpixel((20, 20)) == pytest.approx((128, 128, 128), abs=3)


def test_what_is_transparent_is_on_white() -> None:
    image = opened(good(saved(Image.new("RGBA", (40, 40), (0, 0, 0, 0)), "PNG"))[0].jpeg)
    assert image.getpixel((20, 20)) == (255, 255, 255)


def test_a_picture_is_turned_as_the_camera_was_held() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    made = good(saved(a_picture(400, 200), exif=exif))
    assert (made[-1].width, made[-1].height) == (200, 400)


def test_position_comments_and_profiles_are_dropped() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Copyright] = "somebody"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    content = saved(a_picture(), exif=exif, comment=b"secret", icc_profile=profile)
    for made in (made for one in good(content) for made in files(one)):
        image = opened(made)
        assert dict(image.getexif()) == {}
        assert not {"exif", "comment", "icc_profile", "xmp"} & image.info.keys()
        assert b"secret" not in made


def test_a_comment_alone_is_dropped() -> None:
    content = saved(a_picture(), comment=b"secret")
    assert b"secret" in content
    assert all(b"secret" not in b"".join(files(one)) for one in good(content))


def test_a_profile_that_is_broken_is_ignored() -> None:
    assert good(saved(a_picture(), icc_profile=b"no profile at all"))


def test_metadata_that_is_broken_is_ignored() -> None:
    assert good(saved(a_picture(), exif=b"Exif\0\0MM\0*\xff\xff\xff\xff"))


def test_what_follows_the_picture_in_the_file_is_gone() -> None:
    content = saved(a_picture()) + b"<script>alert(1)</script>PK\x03\x04"
    assert all(b"<script>" not in b"".join(files(one)) for one in good(content))


def test_the_same_file_gives_the_same_bytes() -> None:
    content = saved(Image.effect_noise((500, 400), 60).convert("RGB"))
    assert decode(content) == decode(content)


def _bomb(width: int, height: int) -> bytes:
    """A PNG that says it is huge, with next to nothing in it."""

    def chunk(name: bytes, data: bytes) -> bytes:
        length, check = struct.pack(">I", len(data)), struct.pack(">I", zlib.crc32(name + data))
        return length + name + data + check

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


FAULTS = {
    "nothing": (b"", "not-a-picture"),
    "noise": (bytes(range(1, 255)) * 20, "not-a-picture"),
    "a text": (b"---\nheadline: a\n---\n", "not-a-picture"),
    "SVG": (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "not-a-picture"),
    "BMP": (saved(a_picture(), "BMP"), "not-a-picture"),
    "TIFF": (saved(a_picture(), "TIFF"), "not-a-picture"),
    "PDF": (saved(a_picture(), "PDF"), "not-a-picture"),
    "EPS": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "not-a-picture"),
    "half a JPEG": (saved(Image.effect_noise((800, 600), 60))[:5000], "damaged"),
    "half a PNG": (saved(Image.effect_noise((800, 600), 60), "PNG")[:5000], "damaged"),
    "a hundred megapixels": (saved(Image.new("1", (10_000, 10_000)), "PNG"), "too-many-pixels"),
    "a bomb": (_bomb(30_000, 30_000), "too-many-pixels"),
    "a bomb of two thousand million": (_bomb(2**31 - 1, 1), "too-many-pixels"),
    "a lie about the size": (_bomb(7000, 7000), "damaged"),
    "a thread": (saved(a_picture(2, 1000)), "odd-shape"),
}


@pytest.mark.parametrize("what", FAULTS)
def test_what_is_no_good_picture_is_a_fault(what: str) -> None:
    content, expected = FAULTS[what]
    assert rule(content) == expected


def test_a_file_that_is_too_large_is_not_even_opened() -> None:
    assert rule(b"", size=LARGEST_FILE + 1) == "too-large"


def test_the_largest_allowed_picture_is_made() -> None:
    side = int(MOST_PIXELS**0.5)
    assert len(good(saved(Image.new("RGB", (side, side)), "PNG"))) == len(WIDTHS)


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_is_a_picture_or_a_fault_but_never_an_exception(seed: int) -> None:
    luck = random.Random(seed)  # noqa: S311
    kind = luck.choice(["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
    content = bytearray(saved(Image.frombytes("RGB", (60, 60), luck.randbytes(10_800)), kind))
    for _ in range(luck.randrange(1, 20)):
        content[luck.randrange(len(content))] = luck.randrange(256)
    try:
        made = renditions(bytes(content))
    except Refused:
        return
    sizes, _ = made
    assert all(jpeg.startswith(b"\xff\xd8") for _, _, (jpeg, *_) in sizes)


def test_the_decoder_sees_no_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "x")
    assert "AWS_SECRET_ACCESS_KEY" in os.environ
    assert set(_environment()) == {"PYTHONPATH", "LD_LIBRARY_PATH"}
