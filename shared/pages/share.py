"""Plain links by which readers share an article: each network has an address that takes one."""

from urllib.parse import quote

NETWORKS = {
    "x": "https://x.com/intent/post?text={headline}&url={address}",
    "facebook": "https://www.facebook.com/sharer/sharer.php?u={address}",
    "whatsapp": "https://wa.me/?text={headline}%20{address}",
    "telegram": "https://t.me/share/url?url={address}&text={headline}",
    "email": "mailto:?subject={headline}&body={address}",
}
"""How each takes a headline and an address; what editions call them is in `Edition.networks`."""


def share_links(headline: str, address: str) -> dict[str, str]:
    """The networks, each with its link for an article."""
    words, place = quote(headline, safe=""), quote(address, safe="")
    return {name: link.format(headline=words, address=place) for name, link in NETWORKS.items()}
