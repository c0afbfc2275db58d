"""The one place where an address becomes a link: what is no safe address becomes none."""

import re
from html import escape
from urllib.parse import quote

from minijinja import safe

# A page of ours, or an absolute address of the web or of mail. Browsers skip control characters
# and read "\" as "/", so neither may be in it.
_SAFE = re.compile(
    r"(?:https?://|mailto:)[^\s\x00-\x20\x7f\\]+|/(?!/)[^\s\x00-\x20\x7f\\]*", re.IGNORECASE
)


def href(address: str | None) -> str | None:
    """The address, escaped for an attribute; None where it is not safe to follow."""
    if address is None or not _SAFE.fullmatch(address):
        return None
    return safe(escape(address))


def encoded(address: str) -> str:
    """The address with everything but ASCII percent-encoded, as headers and XML want it."""
    return quote(address, safe="/:?#[]@!$&'()*+,;=%~-._")
