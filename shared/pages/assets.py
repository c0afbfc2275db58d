"""Style sheets, script, fonts, mark: served under names with their hash, and never changed."""

import hashlib
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from string import ascii_letters

from shared.ids import digest
from shared.news.shelf import Item

_PAGES = Path(__file__).parent
_FOLDER = _PAGES / "assets"
_SHARED = _PAGES.parent
_FLOORS = ("pages", "editions", "news")
_GROUND = ("clock.py", "errors.py", "ids.py")
_RENDERING = ("minijinja", "pydantic", "tzdata")
_FOREVER = "public, max-age=31536000, immutable"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml; charset=utf-8",
    ".png": "image/png",
}
STYLE = "lists.css"
STORY_STYLE = "stories.css"
SCRIPT = "paper.js"
MARK = "mark.svg"
_EVERY_PAGE = "paper.css"
_VARIABLE = re.compile(r"(?<=--)[a-z]+")
ICONS = {192: "icon192.png", 512: "icon512.png"}
"""The mark in pixels, by its width and height."""
CARD = "card.png"
"""What previews elsewhere show of a page without a picture."""
CARD_SIZE = (1200, 630)
_NAMED_IN_STYLE = ("serif.woff2", "naskh.woff2")
_ALONE = (*_NAMED_IN_STYLE, MARK, SCRIPT, CARD, *ICONS.values())


def assets() -> tuple[Item, ...]:
    """Everything that pages load beside themselves and their pictures."""
    return tuple(_by_name().values())


def asset_address(name: str) -> str:
    """Where the public finds an asset."""
    return f"/{_by_name()[name].key}"


@cache
def renderer_hash(url: str) -> str:
    """The identity of the renderer: the hash of all that decides what pages look like.

    That is the code and the files that pages may use (the floors below them), the packages that
    render and tell the time, Python itself, and the site's own address.
    """
    seen = hashlib.sha256(url.encode())
    seen.update(repr(sys.version_info[:2]).encode())  # smaller steps come to functions unasked
    for package in _RENDERING:
        seen.update(f"{package}=={version(package)}\n".encode())
    for path in sorted(_decisive()):
        name = path.relative_to(_SHARED).as_posix()
        seen.update(f"{name}\0{digest(path.read_bytes())}\n".encode())
    return seen.hexdigest()


def _decisive() -> Iterator[Path]:
    yield from (_SHARED / name for name in _GROUND)
    for folder in _FLOORS:
        for path in (_SHARED / folder).rglob("*"):
            if path.is_file() and path.suffix != ".pyc":
                yield path


@cache
def _by_name() -> dict[str, Item]:
    items = {name: _item(name, _read(name)) for name in _ALONE}
    for name in (STYLE, STORY_STYLE):
        style = _spare(_read(_EVERY_PAGE).decode() + _read(name).decode())
        for font in _NAMED_IN_STYLE:
            style = style.replace(f"url({font})", f"url(/{items[font].key})")
        items[name] = _item(name, style.encode())
    return items


def _spare(style: str) -> str:
    """Without comments and line breaks, its variables one letter each.

    Nothing is drawn before all of it is there.
    """
    style = re.sub(r"/\*.*?\*/|\s*\n\s*", "", style, flags=re.DOTALL)
    letters = dict(zip(dict.fromkeys(_VARIABLE.findall(style)), ascii_letters, strict=False))
    return _VARIABLE.sub(lambda name: letters[name[0]], style)


def _read(name: str) -> bytes:
    return (_FOLDER / name).read_bytes()


def _item(name: str, content: bytes) -> Item:
    path = Path(name)
    return Item(
        key=f"assets/{path.stem}-{digest(content)[:12]}{path.suffix}",
        content=content,
        content_type=_TYPES[path.suffix],
        cache_control=_FOREVER,
    )
