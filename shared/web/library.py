"""deep-translator, loaded when first needed (it takes 0.15 s) and taught to end in time."""

import importlib
from collections.abc import Callable
from functools import cache
from types import ModuleType

from shared.translation.ports import AUTH, PAIR, THROTTLED, TOO_LONG, UNAVAILABLE, Refusal
from shared.translation.rounds import Answer, Retryable
from shared.web.requests_in_time import Enough, RequestsInTime


@cache
def module(name: str) -> ModuleType:
    """One of the library's modules, with `requests` that end in time."""
    loaded = importlib.import_module(f"deep_translator.{name}")
    vars(loaded)["requests"] = RequestsInTime(importlib.import_module("requests"))
    return loaded


_REFUSED = {
    "NotValidLength": TOO_LONG,
    "NotValidPayload": TOO_LONG,
    "LanguageNotSupportedException": PAIR,
    "AuthorizationException": AUTH,
    "ApiKeyException": AUTH,
    "InvalidSourceOrTargetLanguage": PAIR,
}
_AT_ONCE = {"RequestError", "ServerException", "ConnectionError", "ChunkedEncodingError"}


def answer(ask: Callable[[], Answer | None]) -> Answer:
    """What the library says, or a refusal; its errors go by name, as their texts tell too much.

    (They carry keys, whole addresses, or the table of all languages, and have no common base.)
    """
    try:
        said = ask()
    except Enough as enough:
        return Refusal(THROTTLED, enough.after)
    except Retryable:
        raise
    except Exception as error:  # noqa: BLE001
        name = type(error).__name__
        if name in _AT_ONCE:
            raise Retryable(name) from None
        return Refusal(_REFUSED.get(name, UNAVAILABLE))
    return said if isinstance(said, str | Refusal) else ""
