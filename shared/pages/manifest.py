"""The web manifest: what a device shows of an edition that a reader keeps there."""

import json

from shared.pages.assets import ICONS, asset_address
from shared.pages.names import ListName
from shared.pages.page import Named
from shared.pages.voice import Voice

PAPER = "#fffdf8"
"""The colour of pages, where it has to be said outside of the style sheet."""


def manifest(voice: Voice, named: Named) -> bytes:
    home = ListName(voice.language, "home").address
    icons = [
        {"src": asset_address(name), "sizes": f"{size}x{size}", "type": "image/png"}
        for size, name in ICONS.items()
    ]
    said = {
        "id": home,
        "name": voice.outlet,
        "short_name": voice.outlet,
        "description": voice.slogan,
        "lang": voice.language,
        "dir": voice.edition.direction,
        "start_url": home,
        "scope": "/",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "categories": ["news"],
        "icons": [{**icon, "purpose": "any maskable"} for icon in icons],
        "triptych:facts": str(named),  # programs pass over what they do not know
    }
    return f"{json.dumps(said, ensure_ascii=False, indent=1)}\n".encode()
