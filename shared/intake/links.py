"""Which links an article may have: the web, mail, and pages of our own."""

import re
from urllib.parse import urlsplit

from markdown_it.common.normalize_url import normalizeLink

LONGEST = 2000
_NEVER = re.compile(r"[\x00-\x1f\x7f-\xa0\u2028\u2029\\]")


def link(written: str) -> str | None:
    """The address in its normal form; None where it may not be linked."""
    if _NEVER.search(written) or len(written) > LONGEST:
        return None
    try:
        parts = urlsplit(written)
        host = parts.hostname
    except ValueError:
        return None
    if not _allowed(written, parts.scheme.lower(), host):
        return None
    return normalizeLink(written)


def _allowed(written: str, scheme: str, host: str | None) -> bool:
    if scheme in {"http", "https"}:
        return bool(host)
    if scheme == "mailto":
        return "@" in written
    return not scheme and written.startswith(("/", "#")) and not written.startswith("//")
