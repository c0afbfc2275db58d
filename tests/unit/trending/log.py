"""Access logs for tests: say what matters of a line, the rest is a reader's."""

import gzip
from collections.abc import Iterable
from datetime import UTC, datetime

from infra.local.edge.access_log import HEADER
from shared.ids import short_id

NAMES = HEADER.split()
TITLE = f"#Version: 1.0\n#Fields: {HEADER}"
RIVER = short_id("river")
PAGE = f"/en/politics/a-river-{RIVER}"
EIGHT = datetime(2026, 11, 24, 8, 13, 59, tzinfo=UTC)
FIREFOX = "Mozilla/5.0%20(X11;%20Linux%20x86_64;%20rv:146.0)%20Gecko/20100101%20Firefox/146.0"


def a_line(at: datetime = EIGHT, names: Iterable[str] = NAMES, **fields: str) -> str:
    """`ip`, `agent`, `path`, `method` and `status` of a line; `-` where nothing is said."""
    known = {
        "date": f"{at:%Y-%m-%d}",
        "time": f"{at:%H:%M:%S}",
        "c-ip": fields.get("ip", "198.51.100.7"),
        "cs-method": fields.get("method", "GET"),
        "cs-uri-stem": fields.get("path", PAGE),
        "sc-status": fields.get("status", "200"),
        "cs(User-Agent)": fields.get("agent", FIREFOX),
        "x-forwarded-for": "203.0.113.9,%20198.51.100.7",
    }
    return "\t".join(known.get(name, "-") for name in names)


def a_log(*lines: str, title: str = TITLE, end: str = "\n") -> bytes:
    return gzip.compress(end.join([*title.splitlines(), *lines, ""]).encode())
