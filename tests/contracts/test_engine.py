"""What every machine translator promises: an answer to each sentence, in order, come what may."""

from collections.abc import Iterator
from typing import get_args

import pytest

from shared.aws.bedrock import Bedrock
from shared.aws.terminology import Terminologies
from shared.aws.translator import AmazonTranslate
from shared.news.newsroom import Engine as EngineName
from shared.translation.markup import codes
from shared.translation.ports import Engine, Order, Pair, Refusal
from shared.translation.pseudo import Pseudo, pseudo
from shared.web.google import Google
from shared.web.libretranslate import LibreTranslate
from shared.web.microsoft import Microsoft
from tests.fakes.aws_engines import Amazon, aws, bedrock
from tests.fakes.engine_server import Reply, google_page, libre_json, microsoft_json, serving
from tests.fakes.engines import FakeEngine

EN_AR = Pair("en", "ar")
SENTENCES = [f"The XPA0X river XPZ0X rises {number} times, says XPH1X." for number in range(40)]
ORDER = Order(SENTENCES, EN_AR)


def _translated(parameters: dict[str, str]) -> str:
    names = {("sl", "tl"), ("source", "target"), ("from", "to")}
    assert [(parameters[a], parameters[b]) for a, b in names if a in parameters] == [EN_AR]
    return pseudo(parameters["q"], EN_AR)


def google(parameters: dict[str, str]) -> Reply:
    return google_page(_translated(parameters))


def libretranslate(parameters: dict[str, str]) -> Reply:
    return libre_json(_translated(parameters))


def microsoft(parameters: dict[str, str]) -> Reply:
    return microsoft_json(_translated(parameters))


@pytest.fixture(params=[*get_args(EngineName)[1:], "fake"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    match request.param:
        case "google":
            with serving(google) as server:
                yield Google(f"{server.address}/m")
        case "libretranslate":
            with serving(libretranslate) as server:
                yield LibreTranslate(server.address)
        case "microsoft":
            with serving(microsoft) as server:
                yield Microsoft(lambda: "s3cret", address=server.address)
        case "amazon-translate":
            with aws(Amazon()) as server:
                client = server.client("translate")
                yield AmazonTranslate(client, Terminologies(client, "triptych", ()))
        case "bedrock":
            with aws(bedrock) as server:
                yield Bedrock(server.client("bedrock-runtime"), "maker.model-v1:0")
        case "pseudo":
            yield Pseudo()
        case _:
            yield FakeEngine()


def test_each_sentence_has_its_own_answer(engine: Engine) -> None:
    answers = engine.translate(ORDER)
    assert list(answers) == Pseudo().translate(ORDER)


def test_codes_come_back(engine: Engine) -> None:
    for sentence, answer in zip(SENTENCES, engine.translate(ORDER), strict=True):
        assert isinstance(answer, str)
        assert sorted(codes(answer)) == sorted(codes(sentence))


def test_no_sentence_has_no_answer(engine: Engine) -> None:
    assert list(engine.translate(Order([], EN_AR))) == []


def test_it_has_a_name_and_says_whether_it_costs(engine: Engine) -> None:
    assert engine.name in get_args(EngineName)
    assert engine.paid is (engine.name != "pseudo")


@pytest.mark.parametrize(("status", "reason"), [(429, "throttled"), (500, "unavailable")])
def test_a_dead_provider_is_a_refusal_for_each_sentence(status: int, reason: str) -> None:
    with serving(lambda _: (status, "")) as server:
        ms = Microsoft(lambda: "s3cret", address=server.address)
        for engine in Google(server.address), LibreTranslate(server.address), ms:
            answers = engine.translate(ORDER)
            assert {*answers} <= {Refusal(reason), Refusal("unavailable")}
            assert (answers[0], len(answers)) == (Refusal(reason), 40)
