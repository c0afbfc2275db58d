"""What deep-translator's modules get in place of `requests`: every request ends in time.

The library sets no timeout, so a silent server would hold a function to its limit; and it sends
what it posts, its key included, in the address, where logs would keep it.
"""

from collections.abc import Mapping

import requests

CONNECT_SECONDS = 3.05
READ_SECONDS = 10.0


class RequestsInTime:
    """The two functions of `requests` that the library calls."""

    def __init__(self, connect: float = CONNECT_SECONDS, read: float = READ_SECONDS) -> None:
        self.timeout = (connect, read)

    def get(
        self, url: str, params: Mapping[str, str], proxies: dict[str, str] | None = None
    ) -> requests.Response:
        return requests.get(url, params=params, proxies=proxies, timeout=self.timeout)

    def post(self, url: str, params: Mapping[str, str]) -> requests.Response:
        """Sends the parameters as a form, which has no limit of length."""
        return requests.post(url, data=params, timeout=self.timeout)
