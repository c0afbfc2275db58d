"""A change of the glossary changes machines' words where its terms are, and nothing else."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count

import pytest

from shared.news.archive import fetch, keep, record
from shared.news.facts import (
    Dropped,
    EditionAccepted,
    GlossaryAccepted,
    GlossaryApplied,
    Translated,
)
from shared.news.faults import Note, Verdict
from shared.news.glossary import Glossary, Term, glossary_bodies, glossary_from
from shared.news.keys import GLOSSARY_KEY, GLOSSARY_TMX_KEY, log_of
from shared.news.story import Texts
from shared.news.view import view
from shared.news.words import EditionText
from shared.translation.chain import Chain
from shared.translation.memory import NO_MEMORY
from shared.translation.ports import Pair, Refusal
from shared.translation.pseudo import pseudo
from shared.translation.retell import LOOK, TIME, Outcome, retell
from shared.translation.terms import Lexicons
from shared.translation.translate import translate
from tests.builders import body
from tests.fakes.engines import FakeEngine, PaidMemory
from tests.unit.translation.stories import NOW, STORY, Desk, clock

LOG = log_of(GLOSSARY_KEY)
TREATY = Term(en="treaty", es="tratado")
OTHER = TREATY.model_copy(update={"es": "pacto"})
RIVER, SIGNED = "The river rises in spring.", "The treaty was signed by all of them."
TEXTS = Texts(headline="A long day by the river", body=body(f"{SIGNED} {RIVER}", RIVER, SIGNED))


class Newsroom(Desk):
    """A story in English, its Spanish edition, and the glossary that changes."""

    def __init__(self) -> None:
        super().__init__()
        self.paid = PaidMemory()
        self.engine = FakeEngine(behave=self.say)
        self.versions = count(1)
        self.accept(TEXTS)
        self.translate()

    def say(self, text: str, pair: Pair) -> str | Refusal:
        """As an engine that keeps to the terms would."""
        words = [term.es for term in self.glossary().terms if term.en in text]
        return f"{pseudo(text, pair)} {' '.join(words)}".strip()

    def glossary(self) -> Glossary:
        return glossary_from(glossary_bodies(self.archive), self.bodies)

    def lay_down(self, *terms: Term, key: str = GLOSSARY_KEY) -> None:
        fact = GlossaryAccepted(
            key=key, version=str(next(self.versions)),
            body=keep(self.bodies, Glossary(terms=terms)),
        )  # fmt: skip
        record(self.archive, log_of(key), lambda _log: fact, clock=clock)

    def translate(self) -> list[str]:
        """What the engine was asked for."""
        self.engine.asked.clear()
        lexicons = Lexicons(self.glossary())
        chain = Chain(NO_MEMORY, self.paid, (self.engine,), lexicons=lexicons)
        translate(STORY, "es", archive=self.archive, bodies=self.bodies, chain=chain, clock=clock)
        return list(self.engine.asked)

    def retell(self, log: str = LOG) -> Outcome:
        return retell(
            log, archive=self.archive, bodies=self.bodies, newest=lambda _: [STORY], clock=clock
        )

    def notes(self) -> dict[str, Note]:
        """What the receipt is to say, by rule."""
        (*_, last) = self.archive.read(LOG).facts
        assert isinstance(last.what, GlossaryApplied)
        verdict = fetch(self.bodies, last.what.verdict, Verdict)
        return {note.rule: note for note in verdict.notes}

    def says(self) -> list[str]:
        article = view(self.archive.read(STORY), self.bodies).editions["es"].article
        assert article
        return ["".join(span.text for span in one.spans) for one in article.texts.body or ()]  # type: ignore[union-attr]

    def translations(self) -> int:
        facts = self.archive.read(STORY).facts
        return sum(isinstance(fact.what, Translated) for fact in facts)

    def write(self, *paragraphs: str, translates: str | None = None) -> None:
        text = EditionText(edition="es", texts=Texts(body=body(*paragraphs)))
        self.add(
            EditionAccepted(
                key="inbox/river.es.md", version="p", body=keep(self.bodies, text), edition="es",
                translates=translates,
            )
        )  # fmt: skip


@pytest.fixture
def newsroom() -> Newsroom:
    return Newsroom()


def test_only_sentences_whose_terms_changed_are_asked_for_again(newsroom: Newsroom) -> None:
    before = newsroom.says()
    newsroom.lay_down(TREATY)
    assert newsroom.retell() == Outcome(LOG, ((STORY, "es"),), 1)
    assert newsroom.translate() == [SIGNED]
    after = newsroom.says()
    assert "tratado" in after[0]
    assert "tratado" in after[2]
    assert after[1] == before[1]
    assert after[0].startswith(before[0][: len(SIGNED) // 2])
    assert newsroom.retell().editions == ()
    assert newsroom.translate() == []


def test_what_was_paid_with_the_old_terms_comes_back_with_them(newsroom: Newsroom) -> None:
    before = newsroom.says()
    newsroom.lay_down(TREATY)
    newsroom.translate()
    newsroom.lay_down()
    assert newsroom.retell().editions == ((STORY, "es"),)
    assert newsroom.translate() == []
    assert newsroom.says() == before


def test_the_deletion_of_the_file_is_a_change_too(newsroom: Newsroom) -> None:
    newsroom.lay_down(TREATY)
    newsroom.translate()
    dropped = Dropped(key=GLOSSARY_KEY, version="gone")
    record(newsroom.archive, LOG, lambda _log: dropped, clock=clock)
    assert newsroom.retell().editions == ((STORY, "es"),)


def test_what_changes_is_listed_once(newsroom: Newsroom) -> None:
    newsroom.lay_down(TREATY)
    newsroom.retell()
    told = newsroom.notes()
    assert told["terms-change"].given == {
        "looked": "1", "editions": "1", "sentences": "1", "people": "0",
    }  # fmt: skip
    assert told["terms-change-story"].given == {
        "story": TEXTS.headline, "edition": "es", "sentences": "1",
    }  # fmt: skip
    facts = newsroom.archive.read(LOG).revision
    newsroom.retell()
    assert newsroom.archive.read(LOG).revision == facts


def test_a_note_or_another_language_changes_nothing(newsroom: Newsroom) -> None:
    newsroom.lay_down(TREATY)
    newsroom.translate()
    newsroom.lay_down(TREATY.model_copy(update={"note": "since 1992", "ar": "معاهدة"}))
    assert newsroom.retell().editions == ()
    assert newsroom.notes()["terms-change"].given["sentences"] == "0"


def test_the_terms_of_both_files_are_in_force(newsroom: Newsroom) -> None:
    newsroom.lay_down(Term(en="river", es="río"), key=GLOSSARY_TMX_KEY)
    newsroom.translate()
    newsroom.lay_down(TREATY)
    newsroom.retell()
    assert newsroom.notes()["terms-change"].given["sentences"] == "1"
    assert set(newsroom.translate()) == {SIGNED}


def test_people_are_warned_and_their_words_stay(newsroom: Newsroom) -> None:
    mine = ["Un acuerdo de todos.", "El río crece.", "Firmaron el tratado."]
    newsroom.write(*mine)
    newsroom.lay_down(TREATY.model_copy(update={"forbidden_es": ("acuerdo",)}))
    assert newsroom.retell().editions == ()
    assert newsroom.notes()["terms-change"].given["people"] == "1"
    assert newsroom.notes()["terms-people"].given == {
        "story": TEXTS.headline, "edition": "es", "block": "b1", "given": "treaty",
        "other": "acuerdo",
    }  # fmt: skip
    assert newsroom.translate() == []
    assert newsroom.says() == mine


def test_blocks_that_an_editor_left_to_the_machine_follow_the_glossary(newsroom: Newsroom) -> None:
    """The file is an export with one block edited; the others are still the machine's."""
    machine = newsroom.says()
    newsroom.write(machine[0], "El río crece, y no poco.", machine[2], translates=TEXTS.digest())
    newsroom.lay_down(TREATY)
    assert newsroom.retell().editions == ((STORY, "es"),)
    newsroom.translate()
    after = newsroom.says()
    assert "tratado" in after[0]
    assert after[1] == "El río crece, y no poco."
    assert "tratado" in after[2]


def test_an_engine_that_cannot_follow_leaves_the_words_that_stand(newsroom: Newsroom) -> None:
    before = newsroom.says()
    newsroom.engine.behave = lambda _text, _pair: "Todos ellos firmaron un largo acuerdo ayer."
    newsroom.lay_down(TREATY.model_copy(update={"forbidden_es": ("acuerdo",)}))
    newsroom.translate()
    assert newsroom.says() == before


def test_a_change_that_nobody_could_make_is_tried_again_when_engines_are_back(
    newsroom: Newsroom,
) -> None:
    newsroom.engine.behave = lambda _text, _pair: Refusal("unavailable")
    newsroom.lay_down(TREATY)
    chain = Chain(
        NO_MEMORY, newsroom.paid, (newsroom.engine,), lexicons=Lexicons(newsroom.glossary())
    )
    outcome = translate(
        STORY, "es", archive=newsroom.archive, bodies=newsroom.bodies, chain=chain, clock=clock
    )
    assert (outcome.state, outcome.reason) == ("held", "engines-unavailable")


def test_a_run_looks_at_so_many_stories_and_no_longer_than_its_time(newsroom: Newsroom) -> None:
    def asked(limit: int) -> list[str]:
        assert limit == LOOK
        return [STORY] * 10

    def late() -> Iterator[datetime]:
        yield NOW
        yield NOW
        while True:
            yield NOW + TIME + timedelta(seconds=1)

    times = late()
    newsroom.lay_down(TREATY)
    outcome = retell(
        LOG, archive=newsroom.archive, bodies=newsroom.bodies, newest=asked,
        clock=lambda: next(times),
    )  # fmt: skip
    assert outcome.looked == 2


def test_a_log_without_a_glossary_changes_nothing(newsroom: Newsroom) -> None:
    assert newsroom.retell() == Outcome(LOG)
    assert newsroom.archive.read(LOG).facts == ()
