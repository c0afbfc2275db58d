"""Stories come out at their minute, once, whatever happens around it."""

from datetime import timedelta

import pytest

from shared.intake.hints import about_picture, about_words
from shared.intake.release import Outcome
from shared.news.archive import keep, record
from shared.news.events import ArticleReady, PictureTouched, StoryAccepted
from shared.news.facts import Translated
from shared.news.keys import CONFIG_KEY
from shared.news.language import Language
from shared.news.story import Texts
from tests.builders import MORNING, a_machine_text, body, in_words_of
from tests.fakes.moments import Moments
from tests.unit.intake.desk import ARABIC, CONFIG, KEY, RIVER, Newsroom, a_file

NOON = "2026-11-24T12:00:00+00:00"
EVENING = "2026-11-24T18:00:00+00:00"
PICTURE = "{file: a.jpg, credit: Desk, alt: A river}"


@pytest.fixture
def desk() -> Newsroom:
    return Newsroom()


def test_a_story_comes_out_at_its_minute_and_not_before(desk: Newsroom) -> None:
    desk.drop(a_file(embargo=NOON))
    desk.at(3.99)
    assert desk.release() == []
    assert desk.headline() is None
    desk.at(4)
    (outcome,) = desk.release()
    assert desk.headline() == "A river"
    assert outcome.events == (
        ArticleReady(story=RIVER, edition="en", urgent=True),
        StoryAccepted(story=RIVER, edition="ar"),
        StoryAccepted(story=RIVER, edition="es"),
    )
    assert desk.facts() == ["SourceAccepted", "Released"]
    assert desk.release() == []


def test_minutes_that_were_missed_are_made_up_for(desk: Newsroom) -> None:
    desk.drop(a_file(embargo=NOON))
    desk.at(30)
    assert [outcome.out for outcome in desk.release()] == [True]


def test_a_date_of_publication_to_come_is_a_minute_too(desk: Newsroom) -> None:
    desk.drop(a_file(published=EVENING))
    desk.at(10)
    desk.release()
    assert desk.headline() == "A river"


def a_flash(headline: str = "The river rises", **fields: str) -> str:
    return a_file(headline, "", section="", kind="flash", **{"expires": NOON, **fields})


def test_a_flash_is_over_at_its_minute_and_not_before(desk: Newsroom) -> None:
    desk.drop(a_flash())
    desk.at(3.99)
    assert desk.release() == []
    assert desk.view().running
    desk.at(4)
    (outcome,) = desk.release()
    assert outcome.events == (
        ArticleReady(story=RIVER, edition="en", urgent=True),
        StoryAccepted(story=RIVER, edition="ar"),
        StoryAccepted(story=RIVER, edition="es"),
    )
    assert not desk.view().running
    article = desk.view().editions["en"].article
    assert article
    assert article.over
    assert desk.facts() == ["SourceAccepted", "Expired"]
    assert desk.release() == []


def test_a_flash_whose_minutes_were_all_missed_comes_out_over(desk: Newsroom) -> None:
    desk.drop(a_flash(embargo="2026-11-24T10:00:00Z"))
    desk.at(30)
    desk.release()
    assert desk.facts() == ["SourceAccepted", "Released"]
    assert desk.view().over, "its release came after its end"


def test_a_flash_that_is_accepted_after_its_end_never_runs(desk: Newsroom) -> None:
    desk.at(5)
    desk.drop(a_flash())
    assert desk.view().over
    assert not desk.diary.items


def test_a_flash_under_embargo_has_two_minutes(desk: Newsroom) -> None:
    desk.drop(a_flash(embargo="2026-11-24T10:00:00Z"))
    desk.at(2)
    desk.release()
    assert desk.view().running
    desk.at(4)
    desk.release()
    assert desk.facts() == ["SourceAccepted", "Released", "Expired"]


def test_a_flash_whose_end_was_moved_runs_until_the_new_one(desk: Newsroom) -> None:
    desk.drop(a_flash())
    desk.drop(a_flash(expires=EVENING))
    desk.at(4)
    desk.release()
    assert desk.view().running
    desk.at(10)
    desk.release()
    assert desk.view().over
    desk.drop(a_flash(expires="2026-11-25T12:00:00Z"))
    assert desk.view().running, "a new end lets it run again"


def test_the_end_of_a_flash_is_written_down_again_with_every_repetition(desk: Newsroom) -> None:
    desk.drop(a_flash())
    desk.diary.items.clear()
    desk.ingest()
    assert [item.story for item in desk.diary.items.values()] == [RIVER]


def test_a_flash_stays_a_flash(desk: Newsroom) -> None:
    desk.drop(a_flash())
    desk.drop(a_file())
    assert [(one.field, one.rule) for one in desk.faults()] == [("kind", "other-page")]
    assert desk.headline() == "The river rises"
    desk.drop(None)
    desk.drop(a_file())
    assert [(one.field, one.rule) for one in desk.faults()] == [("kind", "other-page")]


def test_the_minute_is_written_down_again_with_every_repetition_of_the_upload(
    desk: Newsroom,
) -> None:
    desk.drop(a_file(embargo=NOON))
    desk.diary.items.clear()  # the first run ended before it wrote it down
    desk.ingest()
    assert [item.story for item in desk.diary.items.values()] == [RIVER]


def test_an_embargo_that_was_moved_counts_from_the_newest_file(desk: Newsroom) -> None:
    desk.drop(a_file(embargo=NOON))
    desk.drop(a_file(embargo=EVENING))
    desk.at(4)
    assert [outcome.out for outcome in desk.release()] == [False]
    assert desk.headline() is None
    desk.at(10)
    assert [outcome.out for outcome in desk.release()] == [True]
    assert desk.headline() == "A river"


def test_an_embargo_that_was_moved_forward_comes_out_once(desk: Newsroom) -> None:
    desk.drop(a_file(embargo=EVENING))
    desk.drop(a_file("A flood", embargo=NOON))
    desk.at(4)
    desk.release()
    desk.at(10)
    desk.release()
    assert desk.headline() == "A flood"
    assert desk.facts().count("Released") == 1


def test_a_story_that_was_replaced_by_one_without_embargo_is_left_alone(desk: Newsroom) -> None:
    desk.drop(a_file(embargo=NOON))
    desk.drop(a_file("A flood"))
    desk.at(4)
    assert desk.release() == [Outcome(RIVER, out=False)]
    assert desk.headline() == "A flood"
    assert "Released" not in desk.facts()


@pytest.mark.parametrize("how", [None, a_file(status="withheld"), a_file(status="canceled")])
def test_a_story_that_was_withdrawn_does_not_come_out(desk: Newsroom, how: str | None) -> None:
    desk.drop(a_file(embargo=NOON))
    desk.drop(how)
    desk.at(4)
    assert desk.release() == [Outcome(RIVER, out=False)]
    assert "Released" not in desk.facts()


def test_a_file_with_faults_leaves_the_one_that_waits(desk: Newsroom) -> None:
    desk.drop(a_file(embargo=NOON))
    desk.drop(a_file("", section="nowhere"))
    desk.at(4)
    desk.release()
    assert desk.headline() == "A river"


def test_a_revision_under_embargo_leaves_the_live_one_up_until_its_minute(desk: Newsroom) -> None:
    desk.drop(a_file())
    outcome = desk.drop(a_file("A flood", embargo=NOON))
    assert outcome.events[0] == ArticleReady(story=RIVER, edition="en", urgent=True)
    assert desk.headline() == "A river"
    desk.at(4)
    desk.release()
    assert desk.headline() == "A flood"


def test_who_wrote_a_newer_minute_down_while_an_older_run_was_at_work_is_not_forgotten() -> None:
    moments = Moments()
    desk = Newsroom(moments=moments)
    desk.drop(a_file(embargo=NOON))
    desk.at(4)

    def meanwhile() -> None:  # an upload that began before noon, for the same minute
        desk.at(3.9)
        desk.drop(a_file("A flood", embargo=NOON))
        desk.at(4.1)

    moments.plan(f"diary.strike release {RIVER}", meanwhile)
    desk.release()
    assert desk.headline() == "A river"
    desk.release()
    assert desk.headline() == "A flood"


def test_a_withdrawal_that_comes_between_look_and_fact_wins() -> None:
    moments = Moments()
    desk = Newsroom(moments=moments)
    desk.drop(a_file(embargo=NOON))
    desk.at(4)

    def meanwhile() -> None:
        desk.drop(None)

    moments.plan(f"archive.append {RIVER}", meanwhile)
    assert desk.release() == [Outcome(RIVER, out=False)]
    assert desk.headline() is None


class Crash(Exception):
    """The process ended."""


@pytest.mark.parametrize(
    "moment", ["diary.due", f"archive.read {RIVER}", f"archive.append {RIVER}",
               f"diary.strike release {RIVER}"]
)  # fmt: skip
def test_a_crash_anywhere_is_made_up_for_in_the_next_minute(moment: str) -> None:
    moments = Moments()
    desk = Newsroom(moments=moments)
    desk.drop(a_file(embargo=NOON, picture=PICTURE))
    desk.at(4)

    def crash() -> None:
        raise Crash

    moments.plan(moment, crash)
    with pytest.raises(Crash):
        desk.release()
    (outcome,) = desk.release()
    assert outcome.out
    assert PictureTouched(key="inbox/2026/11/a.jpg") in outcome.events
    assert desk.facts() == ["SourceAccepted", "Released"]
    assert desk.diary.items == {}


def test_a_story_shows_the_moment_at_which_it_became_public(desk: Newsroom) -> None:
    desk.drop(a_file(embargo=NOON))
    desk.at(4.01)
    desk.release()
    article = desk.view().editions["en"].article
    assert article
    assert article.published == MORNING + timedelta(hours=4)
    assert article.updated is None


def test_the_editors_own_date_is_shown_but_never_one_before_the_embargo(desk: Newsroom) -> None:
    desk.drop(a_file(embargo=NOON, published="2026-11-24T07:00:00+00:00"))
    desk.at(4)
    desk.release()
    article = desk.view().editions["en"].article
    assert article
    assert article.published == MORNING + timedelta(hours=4)


def test_a_version_that_never_was_public_is_no_update(desk: Newsroom) -> None:
    desk.drop(a_file("A rivver", embargo=NOON))
    desk.drop(a_file("A river", embargo=NOON))
    desk.at(4)
    desk.release()
    article = desk.view().editions["en"].article
    assert article
    assert article.updated is None


def test_a_persons_words_for_what_is_under_embargo_wait_with_it(desk: Newsroom) -> None:
    desk.drop(a_file())
    desk.drop("---\nheadline: نهر\n---\nيجري.\n", ARABIC)
    desk.drop(a_file("A flood", embargo=NOON))
    desk.drop("---\nheadline: فيضان\n---\nيفيض.\n", ARABIC)

    def arabic() -> str | None:
        article = desk.view().editions["ar"].article
        return article.texts.headline if article else None

    assert arabic() == "نهر"
    assert desk.view().lacking("ar", desk.view().waiting()) == ()
    desk.at(4)
    desk.release()
    assert arabic() == "فيضان"
    desk.drop(None, ARABIC)
    assert desk.facts()[-1] == "EditionWithdrawn"


def test_a_persons_words_that_wait_can_be_taken_back(desk: Newsroom) -> None:
    desk.drop(a_file())
    desk.drop(a_file("A flood", embargo=NOON))
    desk.drop("---\nheadline: فيضان\n---\nيفيض.\n", ARABIC)
    desk.drop(None, ARABIC)
    desk.at(4)
    desk.release()
    assert desk.view().editions["ar"].article is None


def test_a_persons_words_for_the_live_text_go_up_while_another_waits(desk: Newsroom) -> None:
    desk.drop(a_file())
    live = desk.view().released
    assert live
    desk.drop(a_file("A flood", embargo=NOON))
    text = f"---\nheadline: نهر\ntranslates: {live.fact.text}\n---\nيجري.\n"
    desk.drop(text, ARABIC)
    article = desk.view().editions["ar"].article
    assert article
    assert article.texts == Texts(headline="نهر", body=body("يجري."))


def test_hints_ask_for_the_words_of_the_text_that_waits_too(desk: Newsroom) -> None:
    desk.drop(a_file())
    desk.drop("---\nheadline: نهر\n---\nيجري.\n", ARABIC)
    seen = desk.view()
    assert about_words(seen) == [StoryAccepted(story=RIVER, edition="es")]
    assert about_picture(seen) == []
    desk.drop(a_file("A flood", deck="It rains.", embargo=NOON), KEY)
    assert StoryAccepted(story=RIVER, edition="ar") in about_words(desk.view())


def given(desk: Newsroom, edition: Language) -> None:
    """The machine's words for an edition."""
    source = desk.view().released or desk.view().waiting()
    assert source
    texts = source.body.texts
    made = a_machine_text(source.body, in_words_of(edition, texts))
    fact = Translated(
        edition=edition, source=source.number, text=texts.digest(), body=keep(desk.bodies, made)
    )
    record(desk.archive, RIVER, lambda _: fact, clock=lambda: desk.now)


def live(desk: Newsroom) -> list[str]:
    return [edition for edition, state in desk.view().editions.items() if state.article]


def test_editions_that_come_out_together_wait_for_the_last_one(desk: Newsroom) -> None:
    desk.drop(a_file(release="together"))
    given(desk, "ar")
    assert live(desk) == []
    desk.at(0.5)
    given(desk, "es")
    assert live(desk) == ["en", "ar", "es"]
    times = {one.article.published for one in desk.view().editions.values() if one.article}
    assert times == {MORNING + timedelta(hours=0.5)}


def test_at_the_deadline_those_come_out_that_are_ready(desk: Newsroom) -> None:
    desk.drop(a_file(release="together", deadline=NOON))
    given(desk, "es")
    desk.at(3.9)
    assert [outcome.out for outcome in desk.release()] == []
    desk.at(4)
    assert [outcome.out for outcome in desk.release()] == [True]
    assert live(desk) == ["en", "es"]
    assert desk.facts()[-1] == "Expired"
    given(desk, "ar")
    assert live(desk) == ["en", "ar", "es"]


def test_without_a_deadline_editions_wait_as_long_as_is_usual(desk: Newsroom) -> None:
    desk.drop(a_file(release="together"))
    desk.at(0.99)
    desk.release()
    assert live(desk) == []
    desk.at(1)
    desk.release()
    assert live(desk) == ["en"]


def test_an_embargo_counts_before_the_wait_for_the_other_editions(desk: Newsroom) -> None:
    desk.drop(a_file(release="together", embargo=NOON, deadline="2026-11-24T09:00:00+00:00"))
    desk.at(3)
    desk.release()
    assert live(desk) == []
    desk.at(4)
    desk.release()
    desk.release()
    assert live(desk) == ["en"]


def test_a_correction_waits_for_no_other_edition(desk: Newsroom) -> None:
    desk.drop(a_file(release="together"))
    given(desk, "ar")
    given(desk, "es")
    desk.drop(a_file("A flood", release="together", change="correction", correction="It rose."))
    assert desk.headline() == "A flood"
    states = desk.view().editions
    told = [states[edition].article for edition in ("ar", "es")]
    assert [article.waiting if article else None for article in told] == ["correction"] * 2


def test_a_new_version_of_a_story_that_waits_has_a_deadline_of_its_own(desk: Newsroom) -> None:
    desk.drop(a_file(release="together", deadline=NOON))
    desk.drop(a_file(release="together", deadline=EVENING))
    desk.at(4)
    assert [outcome.out for outcome in desk.release()] == [False]
    assert live(desk) == []
    desk.at(10)
    desk.release()
    assert live(desk) == ["en"]


def test_a_policy_is_the_one_in_force_when_the_story_was_accepted(desk: Newsroom) -> None:
    policy = "translation: {exceptions: [{sections: [politics], editions: [ar], mode: human}]}\n"
    desk.drop(f"{CONFIG}{policy}", CONFIG_KEY)
    outcome = desk.drop(a_file())
    assert outcome.events[1:] == (StoryAccepted(story=RIVER, edition="es"),)
    desk.drop(CONFIG, CONFIG_KEY)
    assert desk.view().lacking("ar") == ()
    desk.drop(a_file("A flood"))
    assert desk.view().lacking("ar")
