import json

import pytest

from shared.translation.ports import Order, Pair, Refusal
from shared.web.libretranslate import LibreTranslate
from tests.fakes.engine_server import Reply, libre_json, serving

EN_AR = Pair("en", "ar")
UNAVAILABLE = Refusal("unavailable")


def arabic(parameters: dict[str, str]) -> Reply:
    return libre_json(f"«{parameters['q']}» {parameters['source']}>{parameters['target']}")


def test_a_server_of_ones_own_needs_no_key() -> None:
    with serving(arabic) as server:
        said = LibreTranslate(server.address).translate(Order(["Good morning.", "Rain."], EN_AR))
    assert said == ["«Good morning.» en>ar", "«Rain.» en>ar"]


def test_words_and_key_are_in_no_address() -> None:
    with serving(arabic) as server:
        engine = LibreTranslate(f"{server.address}/", key="s3cret")
        engine.translate(Order(["Good morning."], EN_AR))
    assert server.paths == ["/translate"]
    assert server.asked[0]["api_key"] == "s3cret"
    assert "s3cret" not in repr(engine)


@pytest.mark.parametrize(
    "reply",
    [
        (500, "{}"),
        (200, "<html>not JSON</html>"),
        (200, "{}"),
        (200, json.dumps({"error": "busy"})),
        (200, "[]"),
    ],
)
def test_every_error_is_unavailable_and_tells_no_key(reply: Reply) -> None:
    with serving(lambda _: reply) as server:
        said = LibreTranslate(server.address, key="s3cret").translate(Order(["Hello."], EN_AR))
    assert said == [UNAVAILABLE]


@pytest.mark.parametrize(("status", "reason"), [(403, "auth"), (429, "throttled")])
def test_a_key_that_is_refused_and_a_server_that_has_had_enough_are_told_apart(
    status: int, reason: str
) -> None:
    with serving(lambda _: (status, "{}")) as server:
        said = LibreTranslate(server.address, key="s3cret").translate(Order(["Hello."], EN_AR))
    assert said == [Refusal(reason)]


@pytest.mark.parametrize("answer", [None, 7, ["a"]])
def test_an_answer_that_is_no_text_is_an_empty_one(answer: object) -> None:
    with serving(lambda _: (200, json.dumps({"translatedText": answer}))) as server:
        assert LibreTranslate(server.address).translate(Order(["Hello."], EN_AR)) == [""]


def test_a_long_arabic_sentence_is_sent_and_an_endless_one_is_not() -> None:
    with serving(arabic) as server:
        engine = LibreTranslate(server.address)
        said = engine.translate(Order(["كلمة " * 900, "كلمة " * 1100], Pair("ar", "en")))
    assert isinstance(said[0], str)
    assert said[1] == Refusal("too-long")
