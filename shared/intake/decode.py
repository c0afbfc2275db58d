"""Run as a program of its own (`python -m shared.intake.decode`): a picture in, small ones out.

Reads the file from standard input. Writes one line of JSON, `{"fault": rule, "given": {…}}` or
`{"sizes": [[width, height, bytes of the JPEG, of the WebP, of the AVIF], …], "crops": [[width,
height, bytes of the JPEG, shape, middle across, middle down], …]}`, and then these files one after
the other. A hostile file meets a process without credentials, with little memory and little time.
Standard library and Pillow only, so that it starts fast.
"""

import io
import json
import resource
import sys
import warnings
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from PIL import ExifTags, Image, ImageCms

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
WIDTHS = (320, 480, 640, 960, 1280)
MOST_PIXELS = 60_000_000
MOST_MEMORY = 1_500_000_000
MOST_SECONDS = 15
LONGEST_SHAPE = 8
SHAPES = {"16x9": 16 / 9, "4x3": 4 / 3, "1x1": 1.0}
"""What search engines ask for, as width by height; smaller than FEWEST_PIXELS they take none."""
FEWEST_PIXELS = 50_000
ENCODINGS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 72, "progressive": True, "optimize": True},
    "WEBP": {"quality": 72},
    # one thread: how many cut the picture up, and so its bytes, would else be the machine's choice
    "AVIF": {"quality": 50, "speed": 6, "max_threads": 1},
}

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

Rendition = tuple[int, int, list[bytes]]
Crop = tuple[int, int, bytes, str, float, float]


class Refused(Exception):
    """The file breaks a rule."""

    def __init__(self, rule: str, **given: str) -> None:
        super().__init__(rule)
        self.rule = rule
        self.given = given


def renditions(content: bytes) -> tuple[list[Rendition], list[Crop]]:
    """The picture upright, in sRGB, in each width that it is large enough for, smallest first.

    And its parts in each other shape: at both ends and in the middle, where much has to go.
    """
    image = _opened(content)
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise Refused("too-many-pixels", megapixels=f"{width * height / 1e6:.0f}", limit="60")
    if max(width, height) > LONGEST_SHAPE * min(width, height):
        raise Refused("odd-shape", width=str(width), height=str(height), limit=str(LONGEST_SHAPE))
    try:
        upright = _upright(image)
        return _encoded(upright), list(_crops(upright))
    except MemoryError:
        raise Refused(
            "too-many-pixels", megapixels=f"{width * height / 1e6:.0f}", limit="60"
        ) from None
    except Exception as error:  # plugins raise anything, SyntaxError too
        raise Refused("damaged") from error


def _opened(content: bytes) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = None  # the size is checked by us, to tell it in the fault
    try:
        return Image.open(io.BytesIO(content), formats=FORMATS)
    except Exception as error:
        raise Refused("not-a-picture") from error


def _upright(image: Image.Image) -> Image.Image:
    """Small enough for our largest width, turned as its metadata says, in sRGB."""
    widest = max(WIDTHS)
    image.draft("RGB", (2 * widest, 2 * widest))  # lets JPEG skip detail that is not needed
    profile = image.info.get("icc_profile")
    turned = _turned(_plain_mode(image))
    if turned.width > widest:
        size = (widest, max(1, round(turned.height * widest / turned.width)))
        turned = turned.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    return _opaque(_in_srgb(turned, profile))


def _turned(image: Image.Image) -> Image.Image:
    """As the camera was held; cameras write broken metadata often, which is no reason to refuse."""
    way = None
    with suppress(Exception):
        way = _TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    return image if way is None else image.transpose(way)


def _plain_mode(image: Image.Image) -> Image.Image:
    """Eight bits a channel, no palette."""
    image.load()
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in {"P", "1", "PA"}:
        return image.convert("RGBA" if "transparency" in image.info else "RGB")
    return image


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """A profile that is broken or does not fit is ignored, as browsers do."""
    if profile:
        with suppress(ImageCms.PyCMSError, OSError, ValueError):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            mode = "RGBA" if image.mode == "RGBA" else "RGB"
            turned = ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode=mode
            )
            return turned or image
    return image


def _opaque(image: Image.Image) -> Image.Image:
    """On white where it is transparent; JPEG knows no transparency."""
    if image.mode in {"RGBA", "LA"}:
        ground = Image.new("RGB", image.size, "white")
        ground.paste(image.convert("RGB"), mask=image.getchannel("A"))
        return ground
    return image.convert("RGB")


def _encoded(image: Image.Image) -> list[Rendition]:
    widths = [width for width in WIDTHS if width < image.width] + [image.width]
    done = []
    for width in widths:
        height = max(1, round(image.height * width / image.width))
        small = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        small.info.clear()  # no profile, no comment, no position
        done.append((width, height, [_saved(small, which) for which in ENCODINGS]))
    return done


def _crops(image: Image.Image) -> Iterator[Crop]:
    for shape, ratio in SHAPES.items():
        width = min(image.width, round(image.height * ratio))
        height = min(image.height, round(image.width / ratio))
        spare = (image.width - width, image.height - height)
        if width * height < FEWEST_PIXELS or not any(spare):
            continue
        much = max(spare) > (width + height) / 20
        for share in (0.0, 0.5, 1.0) if much else (0.5,):
            left, top = (round(pixels * share) for pixels in spare)
            part = image.crop((left, top, left + width, top + height))
            part.info.clear()
            middle = ((left + width / 2) / image.width, (top + height / 2) / image.height)
            across, down = (round(one, 2) for one in middle)
            yield width, height, _saved(part, "JPEG"), shape, across, down


def _saved(image: Image.Image, which: str) -> bytes:
    out = io.BytesIO()
    image.save(out, which, **ENCODINGS[which])
    return out.getvalue()


def _limit(what: int, most: int) -> None:
    with suppress(ValueError, OSError):  # some systems refuse; the caller's timeout stays
        resource.setrlimit(what, (most, most))


def main() -> None:
    _limit(resource.RLIMIT_AS, MOST_MEMORY)
    _limit(resource.RLIMIT_CPU, MOST_SECONDS)
    _limit(resource.RLIMIT_CORE, 0)
    warnings.simplefilter("ignore")
    head: dict[str, Any]
    try:
        sizes, crops = renditions(sys.stdin.buffer.read())
        head = {
            "sizes": [[width, height, *map(len, files)] for width, height, files in sizes],
            "crops": [[width, height, len(file), *about] for width, height, file, *about in crops],
        }
    except Refused as no:
        sizes, crops, head = [], [], {"fault": no.rule, "given": no.given}
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n")
    for _, _, files in sizes:
        sys.stdout.buffer.writelines(files)
    for _, _, file, *_ in crops:
        sys.stdout.buffer.write(file)


if __name__ == "__main__":
    main()
