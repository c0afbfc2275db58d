from threading import Event

import pytest

from shared.aws.terminology import Terminologies
from shared.aws.translator import AmazonTranslate
from shared.news.glossary import Glossary, Term
from shared.news.language import Language
from shared.translation.chain import Chain, Made, Sentence
from shared.translation.markup import codes
from shared.translation.memory import NO_MEMORY
from shared.translation.ports import Order, Pair, Refusal
from shared.translation.terms import Lexicons
from tests.fakes.aws_engines import TRANSLATE_TEXT, Amazon, Asked, AwsServer, Told, aws, fault
from tests.fakes.engines import PaidMemory

EN_ES = Pair("en", "es")
LINKED = "The XPA0Xriver treatyXPZ0X was signed by @minister in Cairo & Khartoum, they said."


def engine_at(server: AwsServer, *terms: Term) -> AmazonTranslate:
    client = server.client("translate")
    return AmazonTranslate(client, Terminologies(client, "triptych", terms))


def asked_of(source: Language, target: Language) -> dict[str, object]:
    with aws(Amazon()) as server:
        engine = engine_at(server)
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
    with aws(Amazon()) as server:
        engine = engine_at(server)
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
        said = engine_at(server).translate(Order(["Hello."], EN_ES))
    assert said == [Refusal(reason)]


def test_a_hiccup_is_tried_once_more_and_a_refusal_is_not() -> None:
    def at_second(asked: dict[str, object]) -> Told:
        if len(server.asked) == 1:
            return fault(500, "InternalServerException")
        return Amazon()(asked)

    with aws(at_second) as server:
        said = engine_at(server).translate(Order(["Hello."], EN_ES))
    assert isinstance(said[0], str)
    with aws(lambda _: fault(400, "ThrottlingException")) as server:
        engine_at(server).translate(Order(["Hello."], EN_ES))
    assert len(server.asked) == 1


def test_nobody_listening_is_unavailable() -> None:
    with aws(Amazon()) as server:
        engine = engine_at(server)
    assert engine.translate(Order(["Hello."], EN_ES)) == [Refusal("unavailable")]


def test_a_sentence_of_more_than_ten_thousand_bytes_is_not_sent() -> None:
    with aws(Amazon()) as server:
        engine = engine_at(server)
        said = engine.translate(Order(["كلمة " * 1_200, "كلمة " * 1_000], Pair("ar", "es")))
    assert said[0] == Refusal("too-long")
    assert isinstance(said[1], str)
    assert len(server.asked) == 1


def test_neither_engine_nor_refusal_tells_a_key() -> None:
    with aws(lambda _: fault(400, "AccessDeniedException", "AKIDEXAMPLE may not")) as server:
        engine = engine_at(server)
        said = engine.translate(Order(["Hello."], EN_ES))
    assert "AKID" not in f"{engine!r} {said!r}"


# ---- The glossary -------------------------------------------------------------------------------

TREATY = Term(en="treaty", es="tratado", ar="معاهدة", note="not «acuerdo»")
COURT = Term(en="joint court, the", es="tribunal conjunto, el")
MINISTER = Term(en="Le Monde", keep=True)
NAMES = "triptych-en-es"
SIGNED = "The treaty of the river was signed by Le Monde in the morning."


def work_at(server: AwsServer, *terms: Term, pair: Pair = EN_ES) -> str:
    glossary = Lexicons(Glossary(terms=terms))
    chain = Chain(NO_MEMORY, PaidMemory(), (engine_at(server, *terms),), lexicons=glossary)
    (made,) = chain.translate([Sentence(SIGNED)], pair).made.values()
    return made.line


def test_a_sentence_is_translated_with_the_names_of_the_glossary() -> None:
    amazon = Amazon()
    with aws(amazon) as server:
        assert "tratado" in work_at(server, TREATY, COURT, MINISTER)
        assert "معاهدة" in work_at(server, TREATY, COURT, MINISTER, pair=Pair("en", "ar"))
    assert amazon.rows(NAMES) == [["en", "es"], ["treaty", "tratado"], [COURT.en, COURT.es]]
    assert amazon.rows("triptych-en-ar") == [["en", "ar"], ["treaty", "معاهدة"]]
    assert {len(one["TerminologyNames"]) for one in server.asked if "Text" in one} == {1}


COUNCIL = Term(en="Security Council", es="Consejo de Seguridad de la ONU")
LAW = Term(en="Dam Law", es="la Ley de Presas")


def test_a_proper_name_has_the_capitals_that_the_glossary_gives_it() -> None:
    with aws(Amazon()) as server:
        order = Order(["The Security Council met.", "Dam Law passed."], EN_ES, (COUNCIL, LAW))
        council, law = engine_at(server, COUNCIL, LAW).translate(order)
    assert COUNCIL.es in str(council)
    assert str(law).startswith("La Ley de Presas ")


CHANGED = TREATY.model_copy(update={"es": "convenio"})


def test_the_glossary_is_imported_once_and_under_a_new_name_when_it_says_something_else() -> None:
    amazon = Amazon()
    with aws(amazon) as server:
        for note in "another", "and another":
            work_at(server, TREATY.model_copy(update={"note": note}))
        assert amazon.imports == 1
        assert "convenio" in work_at(server, CHANGED)
    assert (amazon.imports, len(amazon.terminologies)) == (2, 2)


def test_what_an_earlier_glossary_said_is_deleted_and_nothing_of_anybody_else() -> None:
    amazon = Amazon()
    with aws(amazon) as server:
        for other in "triptych", "triptych-staging", "theirs":
            Terminologies(server.client("translate"), other, (TREATY,)).ready(EN_ES)
        others = {name for name in amazon.terminologies if not name.startswith(NAMES)}
        renewed = Terminologies(server.client("translate"), "triptych", (CHANGED,))
        assert renewed.renew([EN_ES, Pair("ar", "es")]) == ""
    assert amazon.rows(NAMES)[1:] == [["treaty", "convenio"]]
    assert amazon.rows("triptych-ar-es")[1:] == [["معاهدة", "convenio"]]
    assert {name for name in amazon.terminologies if not name.startswith("triptych-ar")} > others
    assert len(amazon.terminologies) == len(others) + 2


def test_a_terminology_that_went_meanwhile_is_done_without() -> None:
    amazon = Amazon()

    def answering(asked: Asked) -> Told:
        if "Text" in asked:
            amazon.terminologies.clear()
        return amazon(asked)

    with aws(answering) as server:
        assert work_at(server, TREATY)
    assert [len(one.get("TerminologyNames", ())) for one in server.asked if "Text" in one] == [1, 0]


def test_two_that_import_at_once_do_not_hinder_each_other() -> None:
    amazon = Amazon()

    def answering(asked: Asked) -> Told:
        if "TerminologyData" in asked and not amazon.imports:
            amazon(asked)
            return fault(400, "ConcurrentModificationException")
        return amazon(asked)

    with aws(answering) as server:
        assert "tratado" in work_at(server, TREATY)


@pytest.mark.parametrize("code", ["AccessDeniedException", "TooManyRequestsException"])
def test_a_glossary_that_amazon_does_not_take_is_told_by_the_code_alone(code: str) -> None:
    with aws(lambda _: fault(400, code, "AKIDEXAMPLE may not import treaty")) as server:
        renewed = Terminologies(server.client("translate"), "triptych", (TREATY,))
        assert renewed.renew([EN_ES]) == code


def test_a_glossary_that_nobody_is_there_to_take_is_told_by_a_code_too() -> None:
    with aws(Amazon()) as server:
        renewed = Terminologies(server.client("translate"), "triptych", (TREATY,))
    assert renewed.renew([EN_ES]) == "EndpointConnectionError"


@pytest.mark.parametrize("terms", [(), (MINISTER,), (Term(en="treaty", forbidden_es=("trato",)),)])
def test_a_glossary_that_gives_no_names_is_not_imported(terms: tuple[Term, ...]) -> None:
    with aws(Amazon()) as server:
        work_at(server, *terms)
    assert [one for one in server.asked if "Text" not in one] == []


def test_what_amazon_would_not_take_is_left_out_and_the_first_of_two_counts() -> None:
    amazon, other = Amazon(), Term(en="Treaty", es="pacto")
    beyond = [Term(en="ن" * 101, es="n"), *(Term(en="x", es=f"{sign}x") for sign in "=+-@")]
    with aws(amazon) as server:
        work_at(server, *beyond, TREATY, other)
    assert amazon.rows(NAMES) == [["en", "es"], ["treaty", "tratado"]]


def test_what_only_its_case_tells_from_other_words_is_left_out() -> None:
    amazon = Amazon()
    who, may = Term(en="WHO", es="OMS", ar="المنظمة"), Term(en="May", es="Mey", match="exact")
    court = Term(en="Court", ar="المحكمة", match="exact")
    unicef = Term(en="UNICEF", es="Unicef", match="any-case")
    with aws(amazon) as server:
        engine = engine_at(server, who, may, court, unicef)
        for pair in EN_ES, Pair("ar", "en"):
            engine.terminologies.ready(pair)
    assert amazon.rows(NAMES)[1:] == [["UNICEF", "Unicef"]]
    assert amazon.rows("triptych-ar-en")[1:] == [["المنظمة", "WHO"], ["المحكمة", "Court"]]


def test_quotes_and_commas_of_a_name_stay_its_own() -> None:
    amazon, quoted = Amazon(), Term(en='the "Accord", so called', ar="«الاتفاق»، كما سُمّي")
    with aws(amazon) as server:
        engine_at(server, quoted).terminologies.ready(Pair("en", "ar"))
    assert amazon.rows("triptych-en-ar") == [["en", "ar"], [quoted.en, quoted.ar]]


def test_a_terminology_that_takes_too_long_is_not_waited_for() -> None:
    amazon, released = Amazon(), Event()

    def answering(asked: Asked) -> Told:
        if "Name" in asked:
            released.wait(20)
        return amazon(asked)

    with aws(answering) as server:
        order = Order(["The treaty."], EN_ES, terms=(TREATY,), seconds=4)
        (said,) = engine_at(server, TREATY).translate(order)
        released.set()
    assert isinstance(said, str)
    assert "tratado" not in said


@pytest.mark.parametrize("call", ["get", "import"])
@pytest.mark.parametrize("code", ["AccessDeniedException", "LimitExceededException"])
def test_without_a_terminology_sentences_are_translated_all_the_same(call: str, code: str) -> None:
    amazon = Amazon()

    def answering(asked: Asked) -> Told:
        failing = "Name" in asked and ("TerminologyData" in asked) is (call == "import")
        return fault(400, code) if failing else amazon(asked)

    with aws(answering) as server:
        assert work_at(server, TREATY)
    assert not [one for one in server.asked if "TerminologyNames" in one]
