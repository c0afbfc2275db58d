import pytest

from shared.aws.clients import translator
from shared.aws.terminology import Terminologies
from shared.aws.translator import AmazonTranslate
from shared.translation.ports import Order, Pair, Refusal
from tests.fakes.aws_engines import aws, fault


def test_a_client_of_a_translator_asks_once_and_the_round_once_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with aws(lambda _: fault(500, "InternalServerException")) as server:
        for name, value in {
            "AWS_ENDPOINT_URL_TRANSLATE": server.address,
            "AWS_DEFAULT_REGION": "eu-west-1",
            "AWS_ACCESS_KEY_ID": "testing",
            "AWS_SECRET_ACCESS_KEY": "testing",
        }.items():
            monkeypatch.setenv(name, value)
        client = translator("translate")
        translator.cache_clear()
        engine = AmazonTranslate(client, Terminologies(client, "triptych", ()))
        assert engine.translate(Order(["Hello."], Pair("en", "es"))) == [Refusal("unavailable")]
    assert len(server.asked) == 2
