"""Which fact follows from what lies in the inbox, whatever the events were."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.desk.glossary_export import as_tmx
from shared.intake.config_file import starter
from shared.news.archive import fetch
from shared.news.events import (
    ArticleReady,
    ConfigAccepted,
    GlossaryTouched,
    PictureTouched,
    StoryAccepted,
    StoryWithdrawn,
    UploadAccepted,
    UploadRejected,
    UploadTouched,
)
from shared.news.facts import (
    EditionAccepted,
    GlossaryAccepted,
    PicksAccepted,
    SourceAccepted,
    Withdrawn,
)
from shared.news.faults import Fault, Verdict
from shared.news.glossary import Glossary, Term, glossary_bodies, glossary_from
from shared.news.keys import (
    CONFIG_KEY,
    GLOSSARY_KEY,
    GLOSSARY_KEYS,
    GLOSSARY_TMX_KEY,
    MEMORY_KEY,
    NEWSROOM_LOG,
    PICKS_KEY,
    log_of,
)
from shared.news.picks import PICKS_LOG, picks_in_force
from tests.builders import MORNING
from tests.unit.intake.desk import ARABIC, CONFIG, KEY, RIVER, Desk, a_file


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_good_file_becomes_a_fact_and_asks_for_its_editions(desk: Desk) -> None:
    outcome = desk.drop(a_file())
    assert desk.facts() == ["SourceAccepted"]
    assert outcome.events == (
        ArticleReady(story=RIVER, edition="en"),
        StoryAccepted(story=RIVER, edition="ar"),
        StoryAccepted(story=RIVER, edition="es"),
    )


def test_the_same_event_twice_appends_nothing_but_sends_the_hints_again(desk: Desk) -> None:
    first = desk.drop(a_file())
    assert desk.ingest().events == first.events
    assert desk.facts() == ["SourceAccepted"]


def test_a_newer_version_is_a_new_revision_and_urgent(desk: Desk) -> None:
    desk.drop(a_file())
    outcome = desk.drop(a_file("A river rises"))
    assert desk.facts() == ["SourceAccepted", "SourceAccepted"]
    assert outcome.events[0] == ArticleReady(story=RIVER, edition="en", urgent=True)
    assert desk.headline() == "A river rises"


def test_a_late_event_reads_the_newest_version_not_the_one_that_it_was_about(desk: Desk) -> None:
    desk.inbox.upload(KEY, a_file("Version one"))
    desk.inbox.upload(KEY, a_file("Version two"))
    desk.ingest()
    desk.ingest()
    assert desk.facts() == ["SourceAccepted"]
    assert desk.headline() == "Version two"


def test_a_run_that_stalls_with_an_older_version_in_hand_starts_over(desk: Desk) -> None:
    desk.inbox.upload(KEY, a_file("Version one"))

    def meanwhile() -> None:
        desk.drop(a_file("Version two"))

    desk.moments.plan(f"inbox.did read {KEY}", meanwhile)
    desk.ingest()
    assert desk.headline() == "Version two"
    assert desk.facts() == ["SourceAccepted"]


@pytest.mark.parametrize("key", [KEY, "inbox/2026/11/notes.docx"])
def test_a_file_that_is_deleted_while_its_first_version_is_read_does_not_stay(
    desk: Desk, key: str
) -> None:
    desk.inbox.upload(key, a_file())

    def meanwhile() -> None:
        desk.inbox.delete(key)
        desk.ingest(key)

    desk.moments.plan(f"inbox.did read {key}", meanwhile)
    desk.ingest(key)
    (_, last) = desk.archive.read(log_of(key)).facts
    assert last.what.kind in {"Withdrawn", "Dropped"}


def test_a_rejected_file_names_every_fault_and_leaves_the_live_version_up(desk: Desk) -> None:
    desk.drop(a_file())
    outcome = desk.drop(a_file("", section="nowhere"))
    assert {fault.field for fault in desk.faults()} == {"headline", "section"}
    assert desk.headline() == "A river"
    receipt = "receipts/2026/11/river.en.md.md"
    assert UploadRejected(log=RIVER, receipt=receipt) in outcome.events
    assert any(isinstance(event, ArticleReady) for event in outcome.events)


def test_deleting_the_source_withdraws_and_uploading_it_again_restores(desk: Desk) -> None:
    desk.drop(a_file())
    assert desk.drop(None).events == (StoryWithdrawn(story=RIVER),)
    assert desk.headline() is None
    desk.drop(a_file())
    assert desk.facts() == ["SourceAccepted", "Withdrawn", "SourceAccepted"]
    assert desk.headline() == "A river"


@pytest.mark.parametrize("status", ["withheld", "canceled"])
def test_a_status_takes_a_live_story_back_even_in_a_file_with_faults(
    desk: Desk, status: str
) -> None:
    desk.drop(a_file())
    desk.drop(a_file("", status=status))
    last = desk.archive.logs[RIVER][-1].what
    assert isinstance(last, Withdrawn)
    assert last.outcome == status
    assert desk.headline() is None


def test_a_canceled_story_comes_back_only_by_override(desk: Desk) -> None:
    desk.drop(a_file())
    desk.drop(a_file(status="canceled"))
    desk.drop(a_file())
    assert [fault.rule for fault in desk.faults()] == ["was-canceled"]
    desk.drop(None)
    desk.drop(a_file())
    assert [fault.rule for fault in desk.faults()] == ["was-canceled"]
    desk.drop(a_file(override="true"))
    assert desk.headline() == "A river"


def test_a_second_file_with_a_section_is_rejected_naming_the_first(desk: Desk) -> None:
    desk.drop(a_file())
    desk.drop(a_file("نهر"), ARABIC)
    (fault,) = desk.faults()
    assert (fault.rule, fault.given["first"]) == ("second-source", KEY)
    assert desk.headline() == "A river"


def test_a_persons_text_is_kept_before_its_source_and_used_with_it(desk: Desk) -> None:
    waiting = desk.drop("---\nheadline: نهر\n---\nيجري.\n", ARABIC)
    assert desk.facts() == ["EditionAccepted"]
    assert waiting.events == (UploadAccepted(log=RIVER),)
    outcome = desk.drop(a_file())
    assert StoryAccepted(story=RIVER, edition="ar") not in outcome.events
    article = desk.view().editions["ar"].article
    assert article
    assert article.texts.headline == "نهر"


def test_deleting_a_persons_text_asks_the_machine_for_the_edition(desk: Desk) -> None:
    desk.drop(a_file())
    desk.drop("---\nheadline: نهر\n---\nيجري.\n", ARABIC)
    outcome = desk.drop(None, ARABIC)
    assert desk.facts()[-1] == "EditionWithdrawn"
    assert StoryAccepted(story=RIVER, edition="ar") in outcome.events


def test_an_embargo_that_is_still_to_come_holds_the_story(desk: Desk) -> None:
    outcome = desk.drop(a_file(embargo="2026-11-24T12:00:00+00:00"))
    assert outcome.events == (
        UploadAccepted(log=RIVER),
        StoryAccepted(story=RIVER, edition="ar"),  # by those who may see it
        StoryAccepted(story=RIVER, edition="es"),
    )
    what = desk.archive.logs[RIVER][-1].what
    assert isinstance(what, SourceAccepted)
    assert what.release_at == MORNING + timedelta(hours=4)


def test_an_embargo_that_has_passed_holds_nothing(desk: Desk) -> None:
    desk.drop(a_file(embargo="2026-11-24T07:00:00+00:00"))
    assert desk.headline() == "A river"


def test_a_story_with_a_picture_wishes_for_it_before_anyone_looks_for_it(desk: Desk) -> None:
    picture = "{file: a.jpg, credit: Desk, alt: A river}"
    outcome = desk.drop(a_file(picture=picture))
    assert desk.wishes.wishing("inbox/2026/11/a.jpg") == (RIVER,)
    assert PictureTouched(key="inbox/2026/11/a.jpg") in outcome.events
    calls = desk.moments.calls
    wished = calls.index("wishes.wish inbox/2026/11/a.jpg")
    assert wished < calls.index(f"archive.append {RIVER}")


def test_a_picture_is_only_passed_on(desk: Desk) -> None:
    assert desk.drop(b"...", "inbox/a.jpg").events == (PictureTouched(key="inbox/a.jpg"),)


def test_a_file_of_an_unknown_kind_is_rejected(desk: Desk) -> None:
    log = log_of("inbox/program.exe")
    outcome = desk.drop(b"MZ", "inbox/program.exe")
    assert outcome.events == (UploadRejected(log=log, receipt="receipts/program.exe.md"),)
    assert [fault.rule for fault in desk.faults(log)] == ["unknown-kind-of-file"]


def test_a_memory_that_cannot_be_read_is_rejected(desk: Desk) -> None:
    fault = Fault(field="memory", rule="memory-not-xml", line=3)
    desk.unreadable[b"<tmx"] = (fault,)
    desk.drop("<tmx", MEMORY_KEY)
    assert desk.faults(log_of(MEMORY_KEY)) == [fault]
    assert desk.drop("<tmx/>", MEMORY_KEY).kind == "FileAccepted"


def test_without_a_configuration_the_starter_is_in_force() -> None:
    desk = Desk()
    desk.inbox.files.clear()
    section = next(
        line.strip().split(":")[0]
        for line in starter().decode().split("\nsections:")[1].splitlines()[1:]
        if line.strip() and not line.strip().startswith("#")
    )
    desk.drop(a_file(section=section))
    assert desk.headline() == "A river"
    assert desk.facts(NEWSROOM_LOG) == ["ConfigAccepted"]


def test_a_new_configuration_is_in_force_for_the_next_upload_whatever_comes_first(
    desk: Desk,
) -> None:
    desk.drop(a_file(section="harbour"))
    assert desk.facts() == ["Rejected"]
    desk.inbox.upload(CONFIG_KEY, CONFIG + "  harbour: {en: Harbour, ar: الميناء, es: Puerto}\n")
    desk.ingest()  # the story's own event is repeated before the configuration's comes
    assert desk.facts() == ["Rejected", "SourceAccepted"]


def test_what_an_older_configuration_rejected_is_named_to_be_judged_again(desk: Desk) -> None:
    desk.drop(a_file(section="harbour"))
    outcome = desk.drop(CONFIG + "  harbour: {en: H, ar: م, es: P}\n", CONFIG_KEY)
    assert isinstance(outcome.events[0], ConfigAccepted)
    assert outcome.events[1:] == (UploadTouched(key=KEY),)
    desk.ingest()
    assert desk.headline() == "A river"
    assert desk.rejections.rejected() == ()


HARBOUR = CONFIG + "  harbour: {en: H, ar: م, es: P}\n"
MOMENTS_OF_A_REJECTION = (
    "archive.read newsroom", f"archive.read {RIVER}", f"rejections.note {KEY}",
    f"archive.append {RIVER}",
)  # fmt: skip


@pytest.mark.parametrize("nth", [1, 2, 3])
@pytest.mark.parametrize("moment", MOMENTS_OF_A_REJECTION)
def test_a_file_is_judged_by_a_configuration_that_comes_while_an_older_one_rejects_it(
    moment: str, nth: int
) -> None:
    desk = Desk()
    desk.ingest(CONFIG_KEY)
    again: list[str] = []

    def meanwhile() -> None:
        outcome = desk.drop(HARBOUR, CONFIG_KEY)
        again.extend(event.key for event in outcome.events if isinstance(event, UploadTouched))

    desk.moments.plan(moment, meanwhile, nth=nth)
    desk.drop(a_file(section="harbour"))
    for key in again:
        desk.ingest(key)
    came = desk.facts(NEWSROOM_LOG).count("ConfigAccepted") == 3  # with the starter
    assert (desk.headline() == "A river") == came


def test_a_configuration_with_faults_changes_nothing(desk: Desk) -> None:
    desk.ingest()
    outcome = desk.drop("sections: {}", CONFIG_KEY)
    receipt = "receipts/config/newsroom.yaml.md"
    assert UploadRejected(log=NEWSROOM_LOG, receipt=receipt) in outcome.events
    desk.drop(a_file())
    assert desk.headline() == "A river"


def test_a_configuration_that_another_upload_brought_into_force_is_told_though_a_newer_has_faults(
    desk: Desk,
) -> None:
    desk.ingest()
    desk.inbox.upload(CONFIG_KEY, CONFIG + "  harbour: {en: H, ar: م, es: P}\n")
    desk.drop(a_file(section="harbour"))  # the configuration's own event has yet to come
    outcome = desk.drop("sections: {}", CONFIG_KEY)
    assert ConfigAccepted(number=3) in outcome.events


def test_a_withdrawal_whose_hint_was_lost_is_told_though_the_story_is_back_under_embargo(
    desk: Desk,
) -> None:
    desk.drop(a_file())
    desk.drop(None)  # and the process ends before it announces
    outcome = desk.drop(a_file(embargo="2026-11-24T12:00:00+00:00"))
    assert ArticleReady(story=RIVER, edition="en", urgent=True) in outcome.events


def test_a_file_whose_every_version_was_removed_is_withdrawn_once(desk: Desk) -> None:
    desk.drop(a_file())
    del desk.inbox.files[KEY]
    assert desk.ingest().events == (StoryWithdrawn(story=RIVER),)
    desk.ingest()
    assert desk.facts() == ["SourceAccepted", "Withdrawn"]


@pytest.mark.parametrize("deletion_first", [True, False])
def test_a_source_may_be_replaced_by_one_in_another_language_in_either_order(
    desk: Desk, *, deletion_first: bool
) -> None:
    desk.drop(a_file())
    desk.inbox.upload(ARABIC, a_file("نهر"))
    desk.inbox.delete(KEY)
    for key in (KEY, ARABIC) if deletion_first else (ARABIC, KEY):
        for event in desk.ingest(key).events:
            if isinstance(event, UploadTouched):
                desk.ingest(event.key)
    article = desk.view().editions["ar"].article
    assert article
    assert article.texts.headline == "نهر"


STEPS = st.lists(
    st.sampled_from(
        ["source one", "source two", "bad source", "delete source", "person", "delete person",
         "event source", "event person"]
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=150)
@given(STEPS, st.randoms(use_true_random=False))
def test_after_any_uploads_and_any_events_the_newest_good_version_is_what_is_said(
    steps: list[str], chance: object
) -> None:
    desk = Desk()
    contents = {
        "source one": a_file("One"),
        "source two": a_file("Two"),
        "bad source": a_file("", section="nowhere"),
        "delete source": None,
        "person": "---\nheadline: نهر\n---\nيجري.\n",
        "delete person": None,
    }
    for step in steps:
        key = ARABIC if "person" in step else KEY
        if step in contents:
            if contents[step] is None and key not in desk.inbox.files:
                continue
            desk.inbox.upload(key, contents[step])
        if step.startswith("event") or chance.random() < 0.5:  # type: ignore[attr-defined]
            desk.ingest(key)
    for key in (KEY, ARABIC, ARABIC, KEY):  # once events stop, each was delivered at least once
        desk.ingest(key)

    newest = desk.inbox.newest(KEY, 1000)
    seen = desk.view() if RIVER in desk.archive.logs else None
    if newest is None or newest.content is None:
        assert seen is None or seen.editions["en"].article is None
    elif newest.content == a_file("One").encode():
        assert desk.headline() == "One"
    elif newest.content == a_file("Two").encode():
        assert desk.headline() == "Two"
    person = desk.inbox.newest(ARABIC, 1000)
    if seen and person:
        assert (seen.editions["ar"].person is not None) == (person.content is not None)
    if seen and person and person.content is not None:
        assert any(isinstance(fact.what, EditionAccepted) for fact in desk.archive.logs[RIVER])


BAN = "bans: [{story: inbox/2026/11/river, until: 2026-11-25T08:00:00Z}]"


def banned(desk: Desk) -> frozenset[str]:
    return picks_in_force(desk.archive, desk.bodies).banned("en", desk.now)


def test_picks_are_in_force_until_their_file_is_deleted(desk: Desk) -> None:
    outcome = desk.drop(BAN, PICKS_KEY)
    assert outcome.events == (UploadAccepted(log=PICKS_LOG),)
    assert desk.ingest(PICKS_KEY).events == outcome.events
    assert desk.facts(PICKS_LOG) == ["PicksAccepted"]
    assert banned(desk) == {RIVER}
    desk.drop(None, PICKS_KEY)
    assert desk.facts(PICKS_LOG) == ["PicksAccepted", "Dropped"]
    assert banned(desk) == frozenset()


def test_a_file_of_picks_with_a_fault_leaves_those_in_force(desk: Desk) -> None:
    desk.drop(BAN, PICKS_KEY)
    outcome = desk.drop("bans: [{story: inbox/2026/11/harvest}]", PICKS_KEY)
    receipt = "receipts/config/most-read.yaml.md"
    assert outcome.events == (UploadRejected(log=PICKS_LOG, receipt=receipt),)
    assert [(fault.field, fault.rule) for fault in desk.faults(PICKS_LOG)] == [
        ("bans.until", "required")
    ]
    assert banned(desk) == {RIVER}


def test_picks_note_what_is_not_known_yet_and_what_has_expired(desk: Desk) -> None:
    desk.now += timedelta(days=2)
    desk.drop(BAN, PICKS_KEY)
    accepted = desk.archive.logs[PICKS_LOG][-1].what
    assert isinstance(accepted, PicksAccepted)
    assert accepted.verdict
    notes = fetch(desk.bodies, accepted.verdict, Verdict).notes
    assert [note.rule for note in notes] == ["unknown-story", "has-expired"]
    desk.now = MORNING
    desk.drop(a_file())
    desk.drop(BAN, PICKS_KEY)
    accepted = desk.archive.logs[PICKS_LOG][-1].what
    assert isinstance(accepted, PicksAccepted)
    assert accepted.verdict is None


def test_picks_that_were_rejected_are_judged_again_by_a_new_configuration(desk: Desk) -> None:
    pin = "{story: inbox/2026/11/river, place: 1, list: section/harbour, until: 2026-11-25T08:00Z}"
    desk.drop(f"pins: [{pin}]", PICKS_KEY)
    desk.now += timedelta(days=2)
    desk.ingest(PICKS_KEY)
    assert desk.facts(PICKS_LOG) == ["Rejected"]
    assert UploadTouched(key=PICKS_KEY) in desk.drop(HARBOUR, CONFIG_KEY).events
    desk.ingest(PICKS_KEY)
    assert desk.facts(PICKS_LOG) == ["Rejected", "PicksAccepted"]
    assert desk.rejections.rejected() == ()
    assert picks_in_force(desk.archive, desk.bodies).pinned("en", "section/harbour", MORNING)


def test_the_deletion_of_picks_that_nobody_saw_is_nothing(desk: Desk) -> None:
    desk.inbox.upload(PICKS_KEY, BAN)
    assert desk.drop(None, PICKS_KEY).kind == "Nothing"
    assert desk.facts(PICKS_LOG) == []


MOMENTS_OF_PICKS = (
    f"archive.read {PICKS_LOG}", f"inbox.newest {PICKS_KEY}", f"inbox.did read {PICKS_KEY}",
    f"archive.append {PICKS_LOG}",
)  # fmt: skip


@pytest.mark.parametrize("moment", MOMENTS_OF_PICKS)
@pytest.mark.parametrize("newer", [None, "", BAN])
def test_the_newest_picks_win_whatever_comes_while_older_ones_are_taken_in(
    newer: str | None, moment: str
) -> None:
    desk = Desk()
    desk.drop("bans: []", PICKS_KEY)

    def meanwhile() -> None:
        desk.drop(newer, PICKS_KEY)

    desk.moments.plan(moment, meanwhile)
    desk.drop("bans: [{story: inbox/2026/11/rumour, until: 2026-11-25T08:00:00Z}]", PICKS_KEY)
    desk.ingest(PICKS_KEY)
    last = desk.archive.logs[PICKS_LOG][-1].what
    assert getattr(last, "version", None) == desk.inbox.files[PICKS_KEY][-1].version
    assert (RIVER in banned(desk)) == (newer == BAN)


# --- the glossary --------------------------------------------------------------------------------


def terms(desk: Desk) -> list[str]:
    names = glossary_bodies(desk.archive)
    return [term.en for term in glossary_from(names, desk.bodies).terms]


def test_both_files_of_the_glossary_are_in_force_until_they_are_deleted(desk: Desk) -> None:
    csv, tmx = (log_of(key) for key in GLOSSARY_KEYS)
    outcome = desk.drop("en,es\ntreaty,tratado\n", GLOSSARY_KEY)
    assert outcome.events == (UploadAccepted(log=csv), GlossaryTouched(log=csv))
    assert desk.ingest(GLOSSARY_KEY).events == outcome.events
    desk.drop(as_tmx(Glossary(terms=(Term(en="river", es="río"),))), GLOSSARY_TMX_KEY)
    assert (desk.facts(csv), desk.facts(tmx)) == (["GlossaryAccepted"], ["GlossaryAccepted"])
    assert terms(desk) == ["treaty", "river"]

    desk.drop(None, GLOSSARY_KEY)
    assert desk.facts(csv) == ["GlossaryAccepted", "Dropped"]
    assert terms(desk) == ["river"]


def test_a_glossary_with_a_fault_leaves_the_one_in_force(desk: Desk) -> None:
    desk.drop("en,es\ntreaty,tratado\n", GLOSSARY_KEY)
    outcome = desk.drop("en,es\ntreaty,\nriver,\n", GLOSSARY_KEY)
    log, receipt = log_of(GLOSSARY_KEY), "receipts/config/glossary.csv.md"
    assert outcome.events == (UploadRejected(log=log, receipt=receipt),)
    assert [(fault.line, fault.rule) for fault in desk.faults(log)] == [
        (2, "term-says-nothing"),
        (3, "term-says-nothing"),
    ]
    assert terms(desk) == ["treaty"]


def test_a_glossary_is_compared_with_the_other_file(desk: Desk) -> None:
    desk.drop("en,es\ntreaty,tratado\n", GLOSSARY_KEY)
    desk.drop(as_tmx(Glossary(terms=(Term(en="treaty", es="acuerdo"),))), GLOSSARY_TMX_KEY)
    accepted = desk.archive.logs[log_of(GLOSSARY_TMX_KEY)][-1].what
    assert isinstance(accepted, GlossaryAccepted)
    assert accepted.verdict
    (note,) = fetch(desk.bodies, accepted.verdict, Verdict).notes
    assert note.rule == "term-contradicts"


def test_the_deletion_of_a_glossary_that_nobody_saw_is_nothing(desk: Desk) -> None:
    desk.inbox.upload(GLOSSARY_KEY, "en,es\n")
    outcome = desk.drop(None, GLOSSARY_KEY)
    assert (outcome.kind, outcome.events) == (
        "Nothing", (UploadAccepted(log=log_of(GLOSSARY_KEY)),),
    )  # fmt: skip
    assert desk.facts(log_of(GLOSSARY_KEY)) == []


def test_a_text_that_was_replaced_before_it_was_read_is_known_to_have_been_there() -> None:
    desk = Desk()
    minutes = iter(range(1, 9))
    desk.inbox.clock = lambda: MORNING + timedelta(minutes=next(minutes))
    desk.inbox.upload(KEY, a_file("A river"))
    desk.inbox.upload(ARABIC, "---\nheadline: نهر\n---\nيجري.\n")
    desk.inbox.upload(KEY, a_file("Two rivers"))
    for key in (ARABIC, KEY):
        desk.ingest(key)
    accepted = desk.view().source
    assert accepted
    assert accepted.fact.since == MORNING + timedelta(minutes=1)
    draft = desk.view().draft("ar")
    assert draft
    assert [block.outdated for block in draft.blocks] == [True, True]
    desk.drop(a_file("Three rivers"))
    newest = desk.view().source
    assert newest
    assert newest.fact.since is None
