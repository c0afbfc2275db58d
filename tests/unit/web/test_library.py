import subprocess
import sys

import pytest

from shared.translation.ports import Refusal
from shared.translation.rounds import Retryable
from shared.web.library import answer, module
from shared.web.requests_in_time import RequestsInTime


@pytest.mark.parametrize("name", ["google", "libre", "microsoft"])
def test_the_library_gets_requests_that_end(name: str) -> None:
    assert isinstance(module(name).requests, RequestsInTime)


def test_the_library_is_not_loaded_before_it_is_needed() -> None:
    code = (
        "import sys, shared.web.google, shared.web.libretranslate, shared.web.microsoft;"
        "sys.exit('deep_translator' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def raising(error: type[BaseException]) -> Refusal | str:
    def ask() -> str:
        raise error("https://host/?api_key=s3cret")

    return answer(ask)


def test_errors_are_refusals_without_their_texts() -> None:
    exceptions = module("exceptions")
    assert raising(exceptions.AuthorizationException) == Refusal("auth")
    assert raising(exceptions.NotValidPayload) == Refusal("too-long")
    assert raising(exceptions.LanguageNotSupportedException) == Refusal("pair")
    assert raising(KeyError) == Refusal("unavailable")
    with pytest.raises(Retryable) as caught:
        raising(ConnectionError)
    assert str(caught.value) == "ConnectionError"
    assert caught.value.__cause__ is None
