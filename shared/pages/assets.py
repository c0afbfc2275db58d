"""Style sheet, script, fonts, mark: served under names with their hash, and never changed."""

import hashlib
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

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
}
STYLE = "paper.css"
SCRIPT = "rows.js"
MARK = "mark.svg"
_NAMED_IN_STYLE = ("serif.woff2", "naskh.woff2")


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
    items = {name: _item(name, _read(name)) for name in (*_NAMED_IN_STYLE, MARK, SCRIPT)}
    style = _read(STYLE).decode()
    for name in _NAMED_IN_STYLE:
        style = style.replace(f"url({name})", f"url(/{items[name].key})")
    return {**items, STYLE: _item(STYLE, style.encode())}


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
