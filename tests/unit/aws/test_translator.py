import pytest

from shared.aws.translator import AmazonTranslate
from shared.news.language import Language
from shared.translation.chain import Chain, Made, Sentence
from shared.translation.markup import codes
from shared.translation.memory import NO_MEMORY
from shared.translation.ports import Order, Pair, Refusal
from tests.fakes.aws_engines import TRANSLATE_TEXT, Told, amazon_translate, aws, fault
from tests.fakes.engines import PaidMemory

EN_ES = Pair("en", "es")
LINKED = "The XPA0Xriver treatyXPZ0X was signed by @minister in Cairo & Khartoum, they said."


def asked_of(source: Language, target: Language) -> dict[str, object]:
    with aws(amazon_translate) as server:
        engine = AmazonTranslate(server.client("translate"))
        engine.translate(Order(["Good morning."], Pair(source, target)))
    assert server.paths == [TRANSLATE_TEXT]
    return server.asked[0]


def test_it_names_both_languages_and_is_formal_where_the_service_can_be() -> None:
    both = {"Text": "Good morning.", "SourceLanguageCode": "en"}
    assert asked_of("en", "es") == both | {
        "TargetLanguageCode": "es",
        "Settings": {"Formality": "FORMAL"},
    }
    assert asked_of("en", "ar") == both | {"TargetLanguageCode": "ar"}
    assert "Settings" not in asked_of("ar", "en")


@pytest.mark.parametrize("target", ["es", "ar"])
def test_marks_and_protected_words_go_as_markup_and_come_back(target: Language) -> None:
    with aws(amazon_translate) as server:
        engine = AmazonTranslate(server.client("translate"))
        chain = Chain(NO_MEMORY, PaidMemory(), (engine,))
        work = chain.translate([Sentence(LINKED)], Pair("en", target))
    (made,) = work.made.values()
    assert isinstance(made, Made)
    assert made.by == "amazon-translate"
    assert sorted(codes(made.line)) == sorted(codes(LINKED))
    assert "@minister" in made.line
    assert " & " in made.line
    (sent,) = (one["Text"] for one in server.asked)
    assert '<span id="0">' in sent
    assert 'translate="no"' in sent
    assert "minister" not in sent


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        (fault(400, "TooManyRequestsException"), "throttled"),
        (fault(400, "ThrottlingException"), "throttled"),
        (fault(400, "UnsupportedLanguagePairException"), "pair"),
        (fault(400, "TextSizeLimitExceededException"), "too-long"),
        (fault(400, "AccessDeniedException"), "auth"),
        (fault(400, "UnrecognizedClientException"), "auth"),
        (fault(400, "InvalidRequestException"), "unavailable"),
        (fault(500, "InternalServerException"), "unavailable"),
        (fault(500, "ServiceUnavailableException"), "unavailable"),
        ((200, {}), "unavailable"),
    ],
)
def test_an_error_is_a_refusal_by_its_code(told: Told, reason: str) -> None:
    with aws(lambda _: told) as server:
        said = AmazonTranslate(server.client("translate")).translate(Order(["Hello."], EN_ES))
    assert said == [Refusal(reason)]


def test_a_hiccup_is_tried_once_more_and_a_refusal_is_not() -> None:
    def at_second(asked: dict[str, object]) -> Told:
        if len(server.asked) == 1:
            return fault(500, "InternalServerException")
        return amazon_translate(asked)

    with aws(at_second) as server:
        said = AmazonTranslate(server.client("translate")).translate(Order(["Hello."], EN_ES))
    assert isinstance(said[0], str)
    with aws(lambda _: fault(400, "ThrottlingException")) as server:
        AmazonTranslate(server.client("translate")).translate(Order(["Hello."], EN_ES))
    assert len(server.asked) == 1


def test_nobody_listening_is_unavailable() -> None:
    with aws(amazon_translate) as server:
        engine = AmazonTranslate(server.client("translate"))
    assert engine.translate(Order(["Hello."], EN_ES)) == [Refusal("unavailable")]


def test_a_sentence_of_more_than_ten_thousand_bytes_is_not_sent() -> None:
    with aws(amazon_translate) as server:
        engine = AmazonTranslate(server.client("translate"))
        said = engine.translate(Order(["كلمة " * 1_200, "كلمة " * 1_000], Pair("ar", "es")))
    assert said[0] == Refusal("too-long")
    assert isinstance(said[1], str)
    assert len(server.asked) == 1


def test_neither_engine_nor_refusal_tells_a_key() -> None:
    with aws(lambda _: fault(400, "AccessDeniedException", "AKIDEXAMPLE may not")) as server:
        engine = AmazonTranslate(server.client("translate"))
        said = engine.translate(Order(["Hello."], EN_ES))
    assert "AKID" not in f"{engine!r} {said!r}"
