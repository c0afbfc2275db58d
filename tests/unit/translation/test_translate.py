import re
from datetime import timedelta

import pytest

from shared.errors import Conflict
from shared.news.archive import fetch, keep
from shared.news.blocks import Inline, Span, inlines
from shared.news.facts import EditionAccepted, EditionWithdrawn, Released, Translated
from shared.news.language import Language
from shared.news.story import Texts
from shared.news.view import view
from shared.news.words import EditionText, MachineText
from shared.translation.chain import Chain
from shared.translation.memory import NO_MEMORY, ReviewedMemory
from shared.translation.ports import Engine, Pair, Refusal
from shared.translation.pseudo import Pseudo, pseudo
from shared.translation.translate import Outcome, translate
from tests.fakes.engines import HOSTILE, MARK_DAMAGE, FakeEngine, PaidMemory
from tests.unit.translation.stories import NOW, STORY, TEXTS, Desk, clock


def chain(
    *engines: Engine, paid: PaidMemory | None = None, discreet: tuple[str, ...] = ()
) -> Chain:
    return Chain(
        reviewed=NO_MEMORY,
        remembered=paid or PaidMemory(),
        engines=engines,
        discreet=frozenset(discreet),
    )


def run(desk: Desk, made_by: Chain, edition: Language = "es") -> Outcome:
    return translate(
        STORY, edition, archive=desk.archive, bodies=desk.bodies, chain=made_by, clock=clock
    )


def article_texts(desk: Desk, edition: Language = "es") -> Texts | None:
    article = view(desk.archive.read(STORY), desk.bodies).editions[edition].article
    return article.texts if article else None


def translations(desk: Desk) -> list[Translated]:
    facts = desk.archive.read(STORY).facts
    return [fact.what for fact in facts if isinstance(fact.what, Translated)]


def spans(texts: Texts) -> Inline:
    return tuple(span for block in texts.body or () for run in inlines(block) for span in run)


@pytest.mark.parametrize("edition", ["ar", "es"])
def test_every_part_is_translated_and_every_mark_comes_through(edition: Language) -> None:
    desk = Desk()
    desk.accept()
    outcome = run(desk, chain(Pseudo()), edition)
    assert (outcome.state, outcome.engines) == ("ready", ("pseudo",))
    texts = article_texts(desk, edition)
    assert texts is not None
    assert texts.parts() == TEXTS.parts()
    assert all(getattr(texts, part) != getattr(TEXTS, part) for part in TEXTS.parts())
    assert [(s.link, s.strong) for s in spans(texts) if s.link or s.strong] == [
        (None, True),
        ("https://example.org/treaty", False),
    ]
    said = "".join(span.text for span in spans(texts))
    assert "@rivercourt" in said
    assert ("12,500" if edition == "ar" else "12\u202f500") in said


def test_nothing_is_done_for_the_source_edition_but_the_hint_is_sent_again() -> None:
    desk = Desk()
    desk.accept()
    assert run(desk, chain(Pseudo()), "en").state == "ready"
    assert translations(desk) == []


def test_nothing_is_done_for_an_unknown_or_withdrawn_story() -> None:
    desk = Desk()
    assert run(desk, chain(Pseudo())).state == "nothing"
    desk.accept()
    desk.withdraw()
    assert run(desk, chain(Pseudo())).state == "nothing"
    assert translations(desk) == []


def test_a_doubled_event_finds_nothing_to_do_and_pays_nothing() -> None:
    desk, engine = Desk(), FakeEngine()
    desk.accept()
    assert run(desk, chain(engine)).characters > 0
    asked = list(engine.asked)
    again = run(desk, chain(engine))
    assert (again.state, again.characters, engine.asked) == ("ready", 0, asked)
    assert len(translations(desk)) == 1


def test_without_an_engine_the_whole_edition_is_held() -> None:
    desk = Desk()
    desk.accept()
    outcome = run(desk, chain())
    assert (outcome.state, outcome.reason) == ("held", "engines-none")
    assert article_texts(desk) is None
    assert article_texts(desk, "en") == TEXTS


@pytest.mark.parametrize("behaviour", HOSTILE)
@pytest.mark.parametrize("edition", ["ar", "es"])
def test_a_hostile_engine_never_gives_a_ready_edition(behaviour: str, edition: Language) -> None:
    desk, paid = Desk(), PaidMemory()
    desk.accept()
    outcome = run(desk, chain(FakeEngine(behave=HOSTILE[behaviour]), paid=paid), edition)
    assert outcome.state == "held"
    assert outcome.reason is not None
    assert outcome.reason.startswith("engines-")
    assert article_texts(desk, edition) is None
    assert outcome.refusals


@pytest.mark.parametrize("damage", MARK_DAMAGE)
def test_an_edition_that_would_lose_a_mark_is_held(damage: str) -> None:
    def careless(sentence: str, pair: Pair) -> str:
        said = MARK_DAMAGE[damage](pseudo(sentence, pair))
        return re.sub(r"[][]", "", said)

    desk = Desk()
    desk.accept()
    outcome = run(desk, chain(FakeEngine(behave=careless)))
    assert outcome.state == "held"
    assert outcome.reason in {"engines-refused:placeholders", "engines-refused:length"}
    assert article_texts(desk) is None


def test_the_next_engine_gives_what_the_first_one_cannot() -> None:
    desk = Desk()
    desk.accept()
    broken = FakeEngine("libretranslate", behave=HOSTILE["error"])
    outcome = run(desk, chain(broken, FakeEngine("google")))
    assert (outcome.state, outcome.engines) == ("ready", ("google",))


def test_one_sentence_that_no_engine_gives_holds_everything() -> None:
    def forgets_the_court(sentence: str, pair: Pair) -> str:
        return "" if "court decides" in sentence else pseudo(sentence, pair)

    desk, paid, engine = Desk(), PaidMemory(), FakeEngine(behave=forgets_the_court)
    desk.accept()
    outcome = run(desk, chain(engine, paid=paid))
    assert (outcome.state, outcome.reason) == ("held", "engines-refused:empty")
    engine.behave = None
    before = len(engine.asked)
    assert run(desk, chain(engine, paid=paid)).state == "ready"
    assert engine.asked[before:] == ["A court decides."]


def test_a_hold_is_told_once_for_each_reason() -> None:
    desk = Desk()
    desk.accept()
    dead = FakeEngine(behave=HOSTILE["refuses"])
    assert [run(desk, chain(dead)).state for _ in range(3)] == ["held"] * 3
    assert [one.held for one in translations(desk)] == ["engines-unavailable"]
    run(desk, chain())
    assert [one.held for one in translations(desk)] == ["engines-unavailable", "engines-none"]
    desk.withdraw()
    desk.accept()
    run(desk, chain())
    assert len(translations(desk)) == 3


def test_a_typo_fix_pays_for_its_sentence_alone() -> None:
    desk, paid, engine = Desk(), PaidMemory(), FakeEngine()
    desk.accept()
    run(desk, chain(engine, paid=paid))
    before = len(engine.asked)
    desk.accept(TEXTS.model_copy(update={"caption": "The river at noon."}), change="typo")
    assert run(desk, chain(engine, paid=paid)).state == "ready"
    assert engine.asked[before:] == ["The river at noon."]


def test_a_correction_is_urgent() -> None:
    desk = Desk()
    desk.accept()
    assert not run(desk, chain(Pseudo())).urgent
    desk.accept(TEXTS.model_copy(update={"deck": "Wet-season quotas."}), change="correction")
    assert run(desk, chain(Pseudo())).urgent


def test_a_source_that_changes_meanwhile_is_translated_anew() -> None:
    desk = Desk()
    desk.accept()
    newer = TEXTS.model_copy(update={"headline": "Eight countries sign a treaty"})
    changes = [newer]

    def slow(sentence: str, pair: Pair) -> str:
        if changes:
            desk.accept(changes.pop())
        return pseudo(sentence, pair)

    outcome = run(desk, chain(FakeEngine(behave=slow)))
    assert outcome.state == "ready"
    assert [one.text for one in translations(desk)] == [newer.digest()]


def test_a_story_withdrawn_meanwhile_gets_no_translation() -> None:
    desk = Desk()
    desk.accept()

    def slow(sentence: str, pair: Pair) -> str:
        if view(desk.archive.read(STORY), desk.bodies).withdrawn is None:
            desk.withdraw()
        return pseudo(sentence, pair)

    assert run(desk, chain(FakeEngine(behave=slow))).state == "nothing"
    assert translations(desk) == []


def test_two_runs_at_once_append_one_translation() -> None:
    desk = Desk()
    desk.accept()

    def other_run() -> None:
        run(desk, chain(Pseudo()))

    desk.archive.moments.plan(f"archive.append {STORY}", other_run)
    assert run(desk, chain(Pseudo())).state == "ready"
    assert len(translations(desk)) == 1


def test_what_another_run_gave_in_part_is_not_given_again() -> None:
    desk = Desk()
    desk.accept()

    def busy(sentence: str, pair: Pair) -> str | Refusal:
        if sentence == TEXTS.deck:
            return Refusal("busy")
        return pseudo(sentence, pair)

    def other_run() -> None:
        assert run(desk, chain(FakeEngine(behave=busy))).state == "held"

    desk.archive.moments.plan(f"archive.append {STORY}", other_run)
    assert run(desk, chain(Pseudo())).state == "ready"
    given = [fetch(desk.bodies, one.body or "", MachineText) for one in translations(desk)]
    blocks = [block for words in given for block in words.made]
    assert len(given) == 2
    assert len(blocks) == len(set(blocks))


def test_a_source_that_never_rests_is_a_conflict() -> None:
    desk = Desk()
    desk.accept()

    def restless(sentence: str, pair: Pair) -> str:
        desk.accept(TEXTS.model_copy(update={"alt": f"River {len(desk.archive.logs[STORY])}."}))
        return pseudo(sentence, pair)

    with pytest.raises(Conflict, match="changed"):
        run(desk, chain(FakeEngine(behave=restless)))


def accept_person(desk: Desk, texts: Texts) -> None:
    body = keep(desk.bodies, EditionText(edition="es", texts=texts))
    desk.add(EditionAccepted(key="inbox/river.es.md", version="1", body=body, edition="es"))


def test_a_persons_words_are_not_translated_and_what_they_leave_is() -> None:
    desk, engine = Desk(), FakeEngine()
    desk.accept()
    accept_person(desk, Texts(headline="Siete países firman"))
    assert run(desk, chain(engine)).state == "ready"
    assert not any("Seven countries" in line for line in engine.asked)
    texts = article_texts(desk)
    assert texts is not None
    assert texts.headline == "Siete países firman"
    desk.add(EditionWithdrawn(key="inbox/river.es.md", version="2", edition="es"))
    before = len(engine.asked)
    assert run(desk, chain(engine)).state == "ready"
    assert engine.asked[before:] == ["Seven countries sign a treaty to share the great river"]


def test_a_person_who_gives_everything_leaves_nothing_to_the_machine() -> None:
    desk, engine = Desk(), FakeEngine()
    desk.accept()
    accept_person(desk, TEXTS)
    assert run(desk, chain(engine)).state == "ready"
    assert engine.asked == []


def test_a_return_after_withdrawal_is_translated_again_without_paying_again() -> None:
    desk, paid, engine = Desk(), PaidMemory(), FakeEngine()
    desk.accept()
    run(desk, chain(engine, paid=paid))
    desk.withdraw()
    desk.accept()
    before = len(engine.asked)
    assert article_texts(desk) is None
    outcome = run(desk, chain(engine, paid=paid))
    assert (outcome.state, outcome.characters) == ("ready", 0)
    assert engine.asked[before:] == []


def test_the_reason_is_unavailable_where_one_engine_was_down() -> None:
    desk = Desk()
    desk.accept()
    engines = (
        FakeEngine(behave=HOSTILE["echo"]),
        FakeEngine("libretranslate", behave=lambda _sentence, _pair: Refusal("unavailable")),
    )
    outcome = run(desk, chain(*engines))
    assert outcome.reason == "engines-unavailable"


def test_marks_survive_a_sentence_boundary_inside_them() -> None:
    desk = Desk()
    body = TEXTS.body
    assert body is not None
    linked = (Span(text="First it rained. Then it poured.", link="/rain"), Span(text=" End."))
    desk.accept(TEXTS.model_copy(update={"body": (body[1].model_copy(update={"spans": linked}),)}))
    run(desk, chain(Pseudo()))
    texts = article_texts(desk)
    assert texts is not None
    assert [span.link for span in spans(texts)] == ["/rain", None, "/rain", None]


LATER = NOW + timedelta(hours=4)


def test_no_engine_that_may_not_see_it_gets_a_sentence_of_a_story_under_embargo() -> None:
    desk, engine = Desk(), FakeEngine("google")
    desk.accept(release_at=LATER)
    outcome = run(desk, chain(engine, discreet=("memory", "libretranslate")))
    assert outcome.state == "nothing"
    assert engine.asked == []
    assert translations(desk) == []  # and nothing is held


def test_a_story_under_embargo_is_translated_beforehand_by_those_who_may_see_it() -> None:
    desk, indiscreet, engine = Desk(), FakeEngine("google"), FakeEngine("libretranslate")
    desk.accept(release_at=LATER)
    both = chain(indiscreet, engine, discreet=("libretranslate",))
    assert run(desk, both).state == "nothing"
    assert article_texts(desk) is None
    assert len(translations(desk)) == 1
    desk.add(Released(source=1))
    texts = article_texts(desk)
    assert texts is not None
    assert texts.parts() == TEXTS.parts()
    assert run(desk, both).state == "ready"
    assert indiscreet.asked == []


def test_what_was_paid_for_before_is_remembered_for_a_story_under_embargo() -> None:
    desk, paid, engine = Desk(), PaidMemory(), FakeEngine("google")
    desk.accept()
    run(desk, chain(engine, paid=paid))
    desk.withdraw()
    asked = list(engine.asked)
    desk.accept(release_at=LATER)
    run(desk, chain(engine, paid=paid))
    assert engine.asked == asked
    assert len(translations(desk)) == 2


def test_the_desks_own_memory_helps_only_where_it_may_see_what_is_under_embargo() -> None:
    def knows_all(allowed: tuple[str, ...]) -> int:
        desk = Desk()
        desk.accept(Texts(headline="Rain"), release_at=LATER)
        memory = ReviewedMemory({("en", "es", "Rain"): "Lluvia"})
        run(desk, Chain(memory, PaidMemory(), discreet=frozenset(allowed)))
        return len(translations(desk))

    assert knows_all(("memory",)) == 1
    assert knows_all(()) == 0


def test_what_could_not_be_had_before_the_minute_is_asked_for_at_it() -> None:
    desk, engine = Desk(), FakeEngine("google")
    desk.accept(release_at=LATER)
    run(desk, chain(engine))
    desk.add(Released(source=1))
    assert run(desk, chain(engine)).state == "ready"
    assert article_texts(desk) is not None


def test_the_live_text_and_the_one_that_waits_both_get_their_words() -> None:
    desk, engine, discreet = Desk(), FakeEngine("google"), FakeEngine("libretranslate")
    desk.accept()
    desk.accept(TEXTS.model_copy(update={"headline": "A secret"}), release_at=LATER)
    assert run(desk, chain(engine, discreet, discreet=("libretranslate",))).state == "ready"
    assert "A secret" in discreet.asked
    assert "A secret" not in engine.asked
    assert len(translations(desk)) == 2
    texts = article_texts(desk)
    assert texts
    assert texts.headline != pseudo("A secret", Pair("en", "es"))
