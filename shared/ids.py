"""Names made from content: digests and ids. Nothing here is random."""

import base64
import hashlib

ID_LENGTH = 10


def digest(content: bytes) -> str:
    """SHA-256 of the bytes, 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def short_id(name: str) -> str:
    """Ten base32 characters (a-z, 2-7) of the SHA-256 of a name: 50 bits."""
    return base64.b32encode(hashlib.sha256(name.encode()).digest())[:ID_LENGTH].decode().lower()
