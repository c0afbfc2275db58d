"""What deep-translator's modules get in place of `requests`: every request ends in time.

The library sets no timeout, so a silent server would hold a function to its limit; and it sends
what it posts, its key included, in the address, where logs would keep it. Some of its modules tell
an answer of 429 from others, some do not; here it is the same for all.
"""

from collections.abc import Mapping
from http import HTTPStatus
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # requests takes 25 ms, and comes with the library, where that is needed
    from requests import Response

CONNECT_SECONDS = 3.05
READ_SECONDS = 10.0
LONGEST_REST = 300.0


class Enough(Exception):
    """The server has had enough of us; `after` so many seconds it may be asked again."""

    def __init__(self, after: float) -> None:
        super().__init__("429")
        self.after = after


class _Nothing(Exception):
    """Never raised."""


class RequestsInTime:
    """The two functions of `requests` that the library calls, and what it means to catch of them.

    It catches nothing: it would go on without an answer, and fail in a way that tells no reason.
    """

    exceptions = SimpleNamespace(RequestException=_Nothing)

    def __init__(
        self, requests: ModuleType, connect: float = CONNECT_SECONDS, read: float = READ_SECONDS
    ) -> None:
        self.requests = requests
        self.timeout = (connect, read)

    def get(
        self, url: str, params: Mapping[str, str], proxies: dict[str, str] | None = None
    ) -> "Response":
        return _allowed(
            self.requests.get(url, params=params, proxies=proxies, timeout=self.timeout)
        )

    def post(
        self,
        url: str,
        params: Mapping[str, str],
        headers: Mapping[str, str] | None = None,
        json: object = None,
        proxies: dict[str, str] | None = None,
    ) -> "Response":
        """Sends the parameters as a form, which has no limit of length, unless there is JSON."""
        given = {"params": params, "json": json} if json else {"data": params}
        return _allowed(
            self.requests.post(url, headers=headers, proxies=proxies, timeout=self.timeout, **given)
        )


def _allowed(response: "Response") -> "Response":
    if response.status_code == HTTPStatus.TOO_MANY_REQUESTS:
        after = response.headers.get("Retry-After", "")
        raise Enough(min(float(after), LONGEST_REST) if after.isdecimal() else 0.0)
    return response
