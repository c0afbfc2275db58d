import logging
from collections.abc import Callable

import pytest

from shared.translation.ports import Order, Pair, Refusal
from shared.web.microsoft import Microsoft
from tests.fakes.engine_server import Reply, microsoft_error, microsoft_json, serving

EN_AR = Pair("en", "ar")
KEY = "s3cret"
HELLO = Order(["Hello."], EN_AR)


def arabic(parameters: dict[str, str]) -> Reply:
    return microsoft_json(f"«{parameters['q']}» {parameters['from']}>{parameters['to']}")


def key() -> str:
    return KEY


def test_each_sentence_is_one_request_and_answers_keep_their_order() -> None:
    with serving(arabic) as server:
        engine = Microsoft(key, "westeurope", server.address)
        said = engine.translate(Order(["Good morning.", "Rain & wind <3"], EN_AR))
    assert said == ["«Good morning.» en>ar", "«Rain & wind <3» en>ar"]


def test_nothing_is_asked_for_but_the_translation() -> None:
    with serving(arabic) as server:
        Microsoft(key, "westeurope", f"{server.address}/translate").translate(HELLO)
    assert server.paths == ["/translate?from=en&to=ar"]


def test_key_and_region_go_in_headers_and_words_in_no_address() -> None:
    with serving(arabic) as server:
        Microsoft(key, "westeurope", server.address).translate(HELLO)
        Microsoft(key, "", server.address).translate(HELLO)
    with_region, without = server.asked
    assert with_region["ocp-apim-subscription-key"] == KEY
    assert with_region["ocp-apim-subscription-region"] == "westeurope"
    assert "ocp-apim-subscription-region" not in without
    assert not [path for path in server.paths if KEY in path or "Hello" in path]


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (microsoft_error(400_036), "pair"),
        (microsoft_error(400_077), "too-long"),
        (microsoft_error(400_000), "unavailable"),
        (microsoft_error(401_000), "auth"),
        (microsoft_error(403_000), "auth"),
        (microsoft_error(403_001), "throttled"),
        (microsoft_error(429_001), "throttled"),
        (microsoft_error(500_000), "unavailable"),
        ((503, "<html>Service Unavailable</html>"), "unavailable"),
        ((200, "{}"), "unavailable"),
        ((200, "[]"), "unavailable"),
        ((200, '{"error": "s3cret"}'), "unavailable"),
    ],
)
def test_an_error_is_a_refusal_by_its_number(reply: Reply, reason: str) -> None:
    with serving(lambda _: reply) as server:
        assert Microsoft(key, address=server.address).translate(HELLO) == [Refusal(reason)]


def test_a_fault_of_the_moment_is_tried_once_more() -> None:
    def at_second(parameters: dict[str, str]) -> Reply:
        return microsoft_error(500_000) if len(server.asked) == 1 else arabic(parameters)

    with serving(at_second) as server:
        said = Microsoft(key, address=server.address).translate(HELLO)
    assert said == ["«Hello.» en>ar"]


def test_a_connection_that_breaks_is_tried_once_more() -> None:
    def at_second(parameters: dict[str, str]) -> Reply:
        if len(server.asked) == 1:
            raise ConnectionAbortedError
        return arabic(parameters)

    with serving(at_second) as server:
        said = Microsoft(key, address=server.address).translate(HELLO)
    assert said == ["«Hello.» en>ar"]


def test_nobody_listening_is_unavailable() -> None:
    with serving(arabic) as server:
        engine = Microsoft(key, address=server.address)
    assert engine.translate(HELLO) == [Refusal("unavailable")]


def no_answer() -> str:
    raise ConnectionError(KEY)


@pytest.mark.parametrize(("source", "reason"), [(lambda: "", "auth"), (no_answer, "unavailable")])
def test_without_a_key_nothing_is_sent(source: Callable[[], str], reason: str) -> None:
    with serving(arabic) as server:
        assert Microsoft(source, address=server.address).translate(HELLO) == [Refusal(reason)]
    assert server.asked == []


@pytest.mark.parametrize(
    "reply",
    [microsoft_error(401_000), microsoft_error(500_000), (200, "[]"), (503, "s3cret"), None],
)
def test_no_log_line_no_refusal_and_no_repr_tells_the_key(
    reply: Reply | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(lambda _: reply or (200, "")) as server:
        engine = Microsoft(key, "westeurope", server.address)
        said = engine.translate(HELLO) if reply else []
    said = said or engine.translate(HELLO)  # nobody is listening any more
    assert isinstance(said[0], Refusal)
    assert KEY not in f"{caplog.text} {engine!r} {said!r}"
