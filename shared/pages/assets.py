"""Style sheet, fonts and mark: served under names that carry their hash, and never changed."""

import hashlib
from functools import cache
from pathlib import Path

from shared.ids import digest
from shared.news.shelf import Item

_PAGES = Path(__file__).parent
_FOLDER = _PAGES / "assets"
_FOREVER = "public, max-age=31536000, immutable"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml; charset=utf-8",
}
STYLE = "paper.css"
MARK = "mark.svg"
_NAMED_IN_STYLE = ("serif.woff2", "naskh.woff2")


def assets() -> tuple[Item, ...]:
    """Everything that pages load beside themselves and their pictures."""
    return tuple(_by_name().values())


def asset_address(name: str) -> str:
    """Where the public finds an asset."""
    return f"/{_by_name()[name].key}"


@cache
def renderer_hash() -> str:
    """The identity of the renderer: the hash of all that decides what pages look like."""
    seen = hashlib.sha256()
    for folder in (_PAGES, _PAGES.parent / "editions"):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                name = path.relative_to(folder.parent).as_posix()
                seen.update(f"{name}\0{digest(path.read_bytes())}\n".encode())
    return seen.hexdigest()


@cache
def _by_name() -> dict[str, Item]:
    items = {name: _item(name, _read(name)) for name in (*_NAMED_IN_STYLE, MARK)}
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
