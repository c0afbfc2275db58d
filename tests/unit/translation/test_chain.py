from dataclasses import replace

import pytest

from shared.news.glossary import Glossary, Term
from shared.news.language import Language
from shared.news.newsroom import Quotes
from shared.translation.chain import Chain, Made, Sentence
from shared.translation.memory import NO_MEMORY, ReviewedMemory, normalised, paid_key
from shared.translation.ports import Order, Pair, Refusal
from shared.translation.pseudo import Pseudo
from shared.translation.terms import Lexicons
from tests.fakes.engines import FakeEngine, PaidMemory

EN_AR, EN_ES = Pair("en", "ar"), Pair("en", "es")
RIVER = Sentence("The river rises in spring and falls in autumn.")
RIO = "El río sube en primavera y baja en otoño."


def reviewed(line: str, said: str) -> ReviewedMemory:
    key: tuple[Language, Language, str] = ("en", "es", normalised(line))
    return ReviewedMemory({key: said})


def says(text: str) -> FakeEngine:
    return FakeEngine(behave=lambda _sentence, _pair: text)


def test_people_come_before_machines_sentence_by_sentence() -> None:
    engine = FakeEngine()
    work = Chain(reviewed(RIVER.line, RIO), PaidMemory(), (engine,)).translate(
        [RIVER, Sentence("A court decides.")], EN_ES
    )
    assert work.made[RIVER] == Made(RIO, "memory")
    assert engine.asked == ["A court decides."]
    assert work.made[Sentence("A court decides.")].by == "google"
    assert work.reason() is None


def test_a_reviewed_translation_without_the_sentences_marks_is_not_used() -> None:
    line = Sentence("The XPA0XriverXPZ0X rises.")
    chain = Chain(reviewed(line.line, "El río sube."), PaidMemory(), ())
    assert chain.translate([line], EN_ES).reason() == "engines-none"


def test_a_line_without_words_asks_nobody() -> None:
    engine = FakeEngine()
    numbers = Sentence("12,500 – …")
    work = Chain(NO_MEMORY, PaidMemory(), (engine,)).translate([numbers], EN_ES)
    assert work.made[numbers] == Made("12\u202f500 – …", "source")
    assert engine.asked == []


def test_a_sentence_that_comes_twice_is_asked_once() -> None:
    engine = FakeEngine()
    work = Chain(NO_MEMORY, PaidMemory(), (engine,)).translate([RIVER, RIVER], EN_ES)
    assert len(engine.asked) == 1
    assert work.reason() is None


def test_what_was_paid_is_recalled_before_any_engine_is_asked() -> None:
    first, second, paid = FakeEngine("google"), FakeEngine("libretranslate"), PaidMemory()
    paid.remember(paid_key(RIVER.line, EN_ES, "libretranslate"), RIO)
    work = Chain(NO_MEMORY, paid, (first, second)).translate([RIVER], EN_ES)
    assert work.made[RIVER] == Made(RIO, "libretranslate")
    assert first.asked == second.asked == []
    assert work.characters.total() == 0


def test_of_two_paid_translations_the_first_engine_of_the_chain_wins() -> None:
    paid = PaidMemory()
    paid.remember(
        paid_key(RIVER.line, EN_ES, "libretranslate"), "Otro texto de la misma extensión."
    )
    paid.remember(paid_key(RIVER.line, EN_ES, "google"), RIO)
    engines = FakeEngine("google"), FakeEngine("libretranslate")
    work = Chain(NO_MEMORY, paid, engines).translate([RIVER], EN_ES)
    assert work.made[RIVER].by == "google"


def test_only_paid_answers_that_passed_the_gates_are_remembered() -> None:
    paid = PaidMemory()
    Chain(NO_MEMORY, paid, (says("<html>"), Pseudo())).translate([RIVER], EN_ES)
    assert paid.kept == {}
    Chain(NO_MEMORY, paid, (says(RIO),)).translate([RIVER], EN_ES)
    assert list(paid.kept.values()) == [RIO]


def test_the_first_translation_kept_stays() -> None:
    paid = PaidMemory()
    key = paid_key(RIVER.line, EN_ES, "google")
    paid.remember(key, RIO)
    paid.remember(key, "Otra cosa.")
    assert paid.recall([key]) == {key: RIO}


def test_a_recalled_line_that_lost_its_number_is_not_taken() -> None:
    line = Sentence("The 48 gauges opened this spring.")
    paid, engine = PaidMemory(), FakeEngine()
    paid.remember(paid_key(line.line, EN_ES, "google"), "Los medidores abrieron en primavera.")
    work = Chain(NO_MEMORY, paid, (engine,)).translate([line], EN_ES)
    assert (work.reason(), engine.asked) == ("engines-refused:numbers", [])


def test_an_engine_that_gives_too_few_answers_is_trusted_in_none() -> None:
    class Short(FakeEngine):
        def translate(self, order: Order) -> list[str | Refusal]:
            return super().translate(order)[1:]

    work = Chain(NO_MEMORY, PaidMemory(), (Short(),)).translate(
        [RIVER, Sentence("A court decides.")], EN_ES
    )
    assert work.made == {}
    assert work.refusals() == {"google:empty": 2}


@pytest.mark.parametrize(
    ("engine", "reason"),
    [
        (FakeEngine(behave=lambda *_: Refusal("too-long")), "engines-refused:too-long"),
        (FakeEngine(behave=lambda *_: Refusal("unavailable")), "engines-unavailable"),
        (FakeEngine(behave=lambda *_: Refusal("throttled", after=30)), "engines-unavailable"),
        (FakeEngine(behave=lambda *_: Refusal("budget")), "engines-budget:google"),
        (FakeEngine(behave=lambda *_: Refusal("auth")), "engines-refused:auth"),
        (says(""), "engines-refused:empty"),
        (says(RIVER.line), "engines-refused:same"),
    ],
)
def test_the_reason_says_what_stood_in_the_way(engine: FakeEngine, reason: str) -> None:
    assert Chain(NO_MEMORY, PaidMemory(), (engine,)).translate([RIVER], EN_ES).reason() == reason


def test_an_answer_that_lost_its_marks_is_refused_for_that() -> None:
    line = Sentence("The XPA0XriverXPZ0X rises in spring and falls in autumn.")
    work = Chain(NO_MEMORY, PaidMemory(), (says(RIO),)).translate([line], EN_ES)
    assert work.reason() == "engines-refused:placeholders"


def test_zero_width_characters_of_an_answer_are_dropped() -> None:
    work = Chain(NO_MEMORY, PaidMemory(), (says(f"\u200b\u200b{RIO}\ufeff"),)).translate(
        [RIVER], EN_ES
    )
    assert work.made[RIVER].line == RIO


def test_an_engine_that_eats_words_of_codes_is_asked_once_more_with_brackets() -> None:
    line = Sentence("The XPA0XriverXPZ0X rises in spring, says @rivercourt.")

    def eats_code_words(sentence: str, _pair: Pair) -> str:
        if "XP" in sentence:
            return RIO
        assert sentence == "The [[0] river [0]] rises in spring, says [1]."
        return "El [ [0] río [0] ] sube en primavera, dice [١]."

    engine = FakeEngine(behave=eats_code_words)
    work = Chain(NO_MEMORY, PaidMemory(), (engine,)).translate([line], EN_ES)
    assert work.made[line].line == "El XPA0XríoXPZ0X sube en primavera, dice @rivercourt."
    assert len(engine.asked) == 2
    assert work.refusals() == {}


def test_only_sentences_with_codes_are_asked_twice() -> None:
    engine = says("El río XPH7X sube en primavera y baja en otoño.")
    work = Chain(NO_MEMORY, PaidMemory(), (engine,)).translate([RIVER], EN_ES)
    assert work.reason() == "engines-refused:placeholders"
    assert engine.asked == [RIVER.line]


def test_an_engine_is_asked_in_the_styles_that_it_names() -> None:
    line = Sentence("The XPA0XriverXPZ0X rises in spring, says @rivercourt.")
    tags = 'El <g id="0">río</g> sube en primavera, dice <x id="1"/>.'
    engine = FakeEngine(behave=lambda *_: tags, styles=("tags",))
    work = Chain(NO_MEMORY, PaidMemory(), (engine,)).translate([line], EN_ES)
    assert engine.asked == ['The <g id="0"> river </g> rises in spring, says <x id="1"/>.']
    assert work.made[line].line == "El XPA0XríoXPZ0X sube en primavera, dice @rivercourt."


def test_an_answer_that_lost_a_tag_is_no_error_text_and_asked_for_in_the_next_style() -> None:
    line = Sentence("The XPA0XriverXPZ0X rises in spring.")

    def eats_tags(sentence: str, _pair: Pair) -> str:
        if "<g" in sentence:
            return 'El <g id="0">río sube en primavera.'
        return "El XPA0X río XPZ0X sube en primavera."

    engine = FakeEngine(behave=eats_tags, styles=("tags", "words"))
    work = Chain(NO_MEMORY, PaidMemory(), (engine,)).translate([line], EN_ES)
    assert work.made[line].line == "El XPA0XríoXPZ0X sube en primavera."


# --- the glossary --------------------------------------------------------------------------------

TREATY = Term(en="treaty", es="tratado", forbidden_es=("acuerdo",))
SIGNED = Sentence("The treaty was signed in Geneva by all.")
FIRMADO = "Todos firmaron el tratado en Ginebra ayer."


def knowing(*terms: Term) -> Lexicons:
    return Lexicons(Glossary(terms=terms))


def test_an_engine_is_told_the_terms_of_what_it_is_asked() -> None:
    orders: list[Order] = []

    class Noting(FakeEngine):
        def translate(self, order: Order) -> list[str | Refusal]:
            orders.append(order)
            return super().translate(order)

    chain = Chain(NO_MEMORY, PaidMemory(), (Noting(),), lexicons=knowing(TREATY, Term(en="sea")))
    chain.translate([SIGNED, RIVER], EN_ES)
    assert [order.terms for order in orders] == [(TREATY,)]


def _translating_all_but_codes(text: str, _pair: Pair) -> str:
    for said, words in {"The": "El", "river": "río", "rises": "sube", "said on": "dijo el"}.items():
        text = text.replace(said, words)
    return text.replace("Monday", "lunes")


def test_what_is_not_to_be_translated_is_a_code_and_comes_back() -> None:
    agency = Term(en="Gulf News", keep=True)
    line = Sentence("The XPA0XriverXPZ0X rises, Gulf News said on Monday.")
    engine = FakeEngine(behave=_translating_all_but_codes)
    work = Chain(NO_MEMORY, PaidMemory(), (engine,), lexicons=knowing(agency)).translate(
        [line], EN_ES
    )
    assert "Gulf News" not in engine.asked[0]
    assert "Gulf News" in work.made[line].line


def test_a_line_of_nothing_but_what_is_kept_asks_nobody() -> None:
    engine, line = FakeEngine(), Sentence("Gulf News, Reuters")
    kept = knowing(Term(en="Gulf News", keep=True), Term(en="Reuters", keep=True))
    work = Chain(NO_MEMORY, PaidMemory(), (engine,), lexicons=kept).translate([line], EN_AR)
    assert work.made[line] == Made("Gulf News, Reuters", "source")
    assert engine.asked == []


def test_a_long_kept_name_is_no_untranslated_remainder() -> None:
    name = "International Institute for Strategic Studies"
    line = Sentence(f"{name} says.")
    engine = FakeEngine(behave=lambda text, _pair: text.replace("says.", "يقول."))
    kept = knowing(Term(en=name, keep=True))
    work = Chain(NO_MEMORY, PaidMemory(), (engine,), lexicons=kept).translate([line], EN_AR)
    assert work.made[line].line == f"{name} يقول."


def test_a_forbidden_name_is_refused_and_the_next_engine_asked() -> None:
    wrong, right = FIRMADO.replace("tratado", "acuerdo"), FIRMADO
    engines = (
        FakeEngine("google", behave=lambda _text, _pair: wrong),
        FakeEngine("libretranslate", behave=lambda _text, _pair: right),
    )
    chain = Chain(NO_MEMORY, PaidMemory(), engines, lexicons=knowing(TREATY))
    work = chain.translate([SIGNED], EN_ES)
    assert work.made[SIGNED] == Made(FIRMADO, "libretranslate")
    assert (
        Chain(NO_MEMORY, PaidMemory(), engines[:1], lexicons=knowing(TREATY))
        .translate([SIGNED], EN_ES)
        .reason()
        == "engines-refused:glossary"
    )


def test_a_machine_that_does_not_use_the_glossarys_name_is_doubted() -> None:
    treaty = Term(en="treaty", es="tratado")
    for said, doubts in {FIRMADO: (), FIRMADO.replace("tratado", "acuerdo"): ("term",)}.items():
        chain = Chain(NO_MEMORY, PaidMemory(), (says(said),), lexicons=knowing(treaty))
        assert chain.translate([SIGNED], EN_ES).made[SIGNED].doubts == doubts


def test_a_change_of_terms_asks_only_for_sentences_that_have_them() -> None:
    paid, engine = PaidMemory(), FakeEngine()

    def asked_with(*terms: Term) -> list[str]:
        engine.asked.clear()
        chain = Chain(NO_MEMORY, paid, (engine,), lexicons=knowing(*terms))
        chain.translate([SIGNED, RIVER], EN_ES)
        return list(engine.asked)

    assert asked_with() == [SIGNED.line, RIVER.line]
    assert asked_with(TREATY) == [SIGNED.line]
    assert asked_with(TREATY.model_copy(update={"note": "new"})) == []
    assert asked_with(TREATY, Term(en="harbour", es="puerto")) == []
    assert asked_with() == []


def test_people_are_not_bound_by_the_glossary() -> None:
    said = FIRMADO.replace("tratado", "acuerdo")
    chain = Chain(reviewed(SIGNED.line, said), PaidMemory(), lexicons=knowing(TREATY))
    assert chain.translate([SIGNED], EN_ES).made[SIGNED] == Made(said, "memory")


def test_a_machines_words_are_typeset_and_memory_keeps_what_was_paid_for() -> None:
    said, paid = 'El río dijo "sí" el 50% de las veces.', PaidMemory()
    line = Sentence('The river said "yes" 50% of the time.')
    chain = Chain(NO_MEMORY, paid, (says(said),))
    made = chain.translate([line], EN_ES).made[line]
    assert made == Made("El río dijo “sí” el 50\u202f% de las veces.", "google")
    assert list(paid.kept.values()) == [said]
    other: dict[Language, Quotes] = {"es": "guillemets"}
    made = replace(chain, quotes=other).translate([line], EN_ES).made[line]
    assert made == Made("El río dijo «sí» el 50\u202f% de las veces.", "google")


def test_peoples_memory_is_not_typeset() -> None:
    said = 'El río dijo "sí".'
    work = Chain(reviewed(RIVER.line, said), PaidMemory()).translate([RIVER], EN_ES)
    assert work.made[RIVER] == Made(said, "memory")


def test_a_name_that_is_kept_is_not_typeset() -> None:
    lexicons = knowing(Term(en="Yahoo!", keep=True), Term(en="People's Daily", keep=True))
    line = Sentence("The People's Daily sues Yahoo!")
    engine = says("El XPH0X demanda a XPH1X")
    work = Chain(NO_MEMORY, PaidMemory(), (engine,), lexicons=lexicons).translate([line], EN_ES)
    assert work.made[line].line == "El People's Daily demanda a Yahoo!"


def test_the_source_come_back_is_refused_though_its_quotation_marks_would_differ() -> None:
    line = Sentence('The river said "yes" in spring, and who knows why?')
    chain = Chain(NO_MEMORY, PaidMemory(), (says(line.line),))
    assert chain.translate([line], EN_ES).reason() == "engines-refused:same"


# --- doubts -------------------------------------------------------------------------------------


def test_what_is_doubted_is_made_and_says_so() -> None:
    line = Sentence("The river did not rise in spring, did it?")
    said = "El río subió en primavera, como todos."
    made = Chain(NO_MEMORY, PaidMemory(), (says(said),)).translate([line], EN_ES).made[line]
    assert made == Made(said, "google", ("negation", "question"))


# --- answers of other sentences ------------------------------------------------------------------

NEWS = {
    "The mayor of Valparaíso opened the harbour museum.": "El alcalde de Valparaíso inauguró el "
    "museo del puerto.",
    "Doctors in Kampala vaccinated thousands of children against measles.": "Los médicos de "
    "Kampala vacunaron a miles de niños contra el sarampión.",
    "The striker scored twice before the referee stopped the match.": "El delantero marcó dos "
    "goles antes de que el árbitro parase el partido.",
}


def test_answers_that_have_shifted_are_refused_and_the_next_engine_asked() -> None:
    class Shifted(FakeEngine):
        def translate(self, order: Order) -> list[str | Refusal]:
            first, *others = super().translate(order)
            return [*others, first]

    def translated(text: str, _pair: Pair) -> str:
        return NEWS[text]

    shifted = Shifted("bedrock", behave=translated)
    chain = Chain(NO_MEMORY, PaidMemory(), (shifted, FakeEngine("google", behave=translated)))
    work = chain.translate(map(Sentence, NEWS), EN_ES)
    assert work.refusals() == {"bedrock:stray": 3}
    assert {one.line: made.line for one, made in work.made.items()} == NEWS
    assert {made.by for made in work.made.values()} == {"google"}


def test_one_answer_for_different_sentences_is_believed_for_none() -> None:
    same = next(iter(NEWS.values()))
    work = Chain(NO_MEMORY, PaidMemory(), (says(same),)).translate(
        [Sentence(line) for line in list(NEWS)[:2]], EN_ES
    )
    assert work.reason() == "engines-refused:stray"


def test_an_error_text_for_every_sentence_is_told_as_one() -> None:
    work = Chain(NO_MEMORY, PaidMemory(), (says("Servicio no disponible. Error 503."),)).translate(
        map(Sentence, NEWS), EN_ES
    )
    assert work.refusals() == {"google:error": 3}


def test_a_pair_of_languages_can_have_engines_of_its_own() -> None:
    general, special = FakeEngine("google"), FakeEngine("bedrock")
    chain = Chain(NO_MEMORY, PaidMemory(), (general,), exceptions={EN_ES: (special, general)})
    assert chain.translate([RIVER], EN_ES).made[RIVER].by == "bedrock"
    assert chain.translate([RIVER], EN_AR).made[RIVER].by == "google"


def test_an_engine_of_a_pair_sees_nothing_before_its_minute_unless_it_may() -> None:
    special = FakeEngine("bedrock")
    chain = Chain(NO_MEMORY, PaidMemory(), exceptions={EN_ES: (special,)})
    assert chain.translate([RIVER], EN_ES, embargoed=True).reason() == "engines-none"
    assert special.asked == []
