import time

import pytest

from shared.translation.ports import Order, Pair, Refusal
from shared.web.google import Google
from shared.web.requests_in_time import READ_SECONDS
from tests.fakes.engine_server import EngineServer, Reply, google_page, serving

EN_ES = Pair("en", "es")
UNAVAILABLE = Refusal("unavailable")


def spanish(parameters: dict[str, str]) -> Reply:
    return google_page(f"«{parameters['q']}» en {parameters['tl']}")


def google(server: EngineServer) -> Google:
    return Google(f"{server.address}/m")


def test_each_sentence_is_one_request_and_answers_keep_their_order() -> None:
    with serving(spanish) as server:
        said = google(server).translate(Order(["Good morning.", "Rain & wind <3"], EN_ES))
    assert said == ["«Good morning.» en es", "«Rain & wind <3» en es"]
    assert {(one["sl"], one["tl"]) for one in server.asked} == {("en", "es")}


@pytest.mark.parametrize(
    "reply",
    [
        (500, "Error 500"),
        (403, "no"),
        (200, "<html><body><form id='captcha-form'></form></body></html>"),
        (200, ""),
    ],
)
def test_a_provider_that_answers_with_an_error_is_unavailable(reply: Reply) -> None:
    with serving(lambda _: reply) as server:
        assert google(server).translate(Order(["Good morning."], EN_ES)) == [UNAVAILABLE]


@pytest.mark.parametrize("text", ["", "…"])
def test_an_answer_of_nothing_is_an_empty_one(text: str) -> None:
    with serving(lambda _: google_page(text)) as server:
        assert google(server).translate(Order(["…"], EN_ES)) == [""]


def test_a_dead_provider_is_not_asked_again_and_again() -> None:
    with serving(lambda _: (429, "")) as server:
        said = google(server).translate(Order([f"Sentence {n}." for n in range(40)], EN_ES))
    assert {*said} == {UNAVAILABLE, Refusal("throttled")}
    assert len(server.asked) <= 2 + 8


def test_a_fault_of_the_moment_is_tried_once_more() -> None:
    def at_second(parameters: dict[str, str]) -> Reply:
        return (503, "") if len(server.asked) == 1 else spanish(parameters)

    with serving(at_second) as server:
        assert google(server).translate(Order(["Hello."], EN_ES)) == ["«Hello.» en es"]


def test_nobody_listening_is_unavailable() -> None:
    with serving(spanish) as server:
        engine = google(server)
    assert engine.translate(Order(["Hello."], EN_ES)) == [UNAVAILABLE]


def test_a_silent_provider_costs_no_more_than_the_round() -> None:
    with serving(spanish, silent=True) as server:
        began = time.monotonic()
        order = Order([f"Sentence {n}." for n in range(20)], EN_ES, seconds=0.5)
        said = google(server).translate(order)
        assert time.monotonic() - began < READ_SECONDS
    assert said == [UNAVAILABLE] * 20


def test_a_sentence_too_long_for_an_address_is_not_sent() -> None:
    with serving(spanish) as server:
        said = google(server).translate(Order(["كلمة" * 800, "كلمة " * 400], Pair("ar", "es")))
    assert said[0] == Refusal("too-long")
    assert isinstance(said[1], str)
    assert len(server.asked) == 1
    with serving(spanish) as server:
        assert google(server).translate(Order(["word " * 1100], EN_ES)) == [Refusal("too-long")]
