"""Sweeping: whatever event is lost, everything comes to be as if it had not been."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.desk.cause import Cause
from shared.desk.dead_letters import DeadLetter, DeadLetters
from shared.desk.sweep import PATIENCE, Arrived, Outcome, Watch, sweep
from shared.intake.accept import Intake, ingest
from shared.intake.illustrate import illustrate
from shared.intake.pictures import RenditionBytes
from shared.intake.release import release
from shared.news import events
from shared.news.article import Picture
from shared.news.facts import Crop, Deployed
from shared.news.keys import CONFIG_KEY, NEWSROOM_LOG, PICKS_KEY, log_of
from shared.news.picks import Picks, picks_in_force
from shared.pages.publish import install_pages, publish, publish_fronts
from shared.pages.renew import still_to_renew, stories_of_month
from shared.pages.verify import verify
from shared.translation.chain import Chain
from shared.translation.memory import NO_MEMORY
from shared.translation.ports import Refusal
from shared.translation.translate import translate
from tests.fakes.engines import FakeEngine, PaidMemory
from tests.fakes.intake import MemoryInbox, MemoryRejections, MemoryWishes
from tests.unit.desk.conftest import DeskWorld

KEY, PICTURE = "inbox/2026/11/river.en.md", "inbox/2026/11/palace.jpg"
RIVER = log_of(KEY)
CONFIG = """
outlet: {name: {en: G, ar: ج, es: G}, slogan: {en: S, ar: ش, es: S}}
editions: {en: {}, ar: {}, es: {}}
sections: {politics: {en: Politics, ar: سياسة, es: Política}}
translators: [memory, google]
"""
WITH_PICTURE = "{file: palace.jpg, credit: Desk, alt: A palace}"
PATIENT = PATIENCE + timedelta(minutes=1)
REPORTED = (
    events.StoryAccepted, events.ArticleHeld, events.StoryWithdrawn, events.UploadRejected,
    events.UploadAccepted, events.ConfigAccepted, events.PagesPublished,
)  # fmt: skip

BAN = "bans: [{story: inbox/2026/11/river, until: 2027-01-01T08:00:00Z}]"
Lost = Callable[[events.Event], bool]


def a_file(headline: str = "A river", **fields: str) -> str:
    front = {"headline": headline, "section": "politics", **fields}
    return "\n".join(["---", *(f"{k}: {v}" for k, v in front.items()), "---", "It flows.", ""])


@dataclass
class Newspaper(DeskWorld):
    """Every use case, and the events between them; `lost` says which of them get lost."""

    lost: Lost = lambda _: False

    def __post_init__(self) -> None:
        super().__post_init__()
        self.inbox = MemoryInbox(moments=self.moments, clock=self.clock)
        self.arrived: dict[str, Arrived] = {}
        self.wishes = MemoryWishes(moments=self.moments)
        self.rejections = MemoryRejections(moments=self.moments)
        self.engine = FakeEngine()
        self.paid = PaidMemory()
        install_pages(self.press())
        self.drop(CONFIG_KEY, CONFIG)

    def drop(self, key: str, content: str | bytes | None) -> None:
        version = self.inbox.upload(key, content)
        self.arrived[key] = Arrived(key, version, self.now, deleted=content is None)
        self.deliver(events.UploadTouched(key=key))

    def deliver(self, *hints: events.Event) -> None:
        """Have everything happen that follows, but for what is lost."""
        waiting = list(hints)
        while waiting:
            hint = waiting.pop(0)
            if not self.lost(hint):
                waiting += self._follows(hint)

    def _follows(self, hint: events.Event) -> Iterator[events.Event]:
        match hint:
            case events.UploadTouched(key=key):
                yield from ingest(key, self._intake()).events
            case events.StoryAccepted(story=story, edition=edition):
                chain = Chain(NO_MEMORY, self.paid, (self.engine,))
                done = translate(story, edition, archive=self.archive, bodies=self.bodies,
                                 chain=chain, clock=self.clock)  # fmt: skip
                if done.state == "ready":
                    yield events.ArticleReady(story=story, edition=edition, urgent=done.urgent)
                elif done.state == "held":
                    yield events.ArticleHeld(story=story, edition=edition)
            case events.PictureTouched(key=key):
                yield from self._illustrate(key)
            case events.ConfigAccepted():
                yield from publish_fronts(self.press()).events
            case events.MonthTouched():
                yield from stories_of_month(hint, self.press())
            case events.StoriesTouched():
                anew = still_to_renew(hint, self.press())
                if anew:
                    yield from publish(anew, self.press(), anew=anew).events
            case events.ArticleReady() | events.StoryWithdrawn() | events.StoryIllustrated():
                yield from publish([hint.story], self.press()).events
            case _:
                pass
        if isinstance(hint, REPORTED):
            log = NEWSROOM_LOG if isinstance(hint, events.ConfigAccepted) else None
            one = log or getattr(hint, "story", None) or getattr(hint, "log", None)
            self.report(*([one] if one else getattr(hint, "stories", ())))

    def _illustrate(self, key: str) -> Iterator[events.Event]:
        done = illustrate(key, archive=self.archive, bodies=self.bodies, inbox=self.inbox,
                          wishes=self.wishes, clock=self.clock,
                          decode=_decoded)  # fmt: skip
        yield from (events.StoryIllustrated(story=story) for story in done.stories)
        if done.accepted:
            yield events.UploadAccepted(log=done.log)

    def _intake(self) -> Intake:
        return Intake(archive=self.archive, bodies=self.bodies, inbox=self.inbox,
                      wishes=self.wishes, diary=self.diary, rejections=self.rejections,
                      memory_faults=lambda _: (), clock=self.clock)  # fmt: skip

    def newest(self) -> Iterator[Arrived]:
        return iter(tuple(self.arrived.values()))

    def sweep(self, *, everything: bool = True, later: timedelta = PATIENT) -> Outcome:
        self.now += later
        watch = Watch(desk=self.desk(), arrivals=self, finished=self.finished, told=self.rows,
                      site=self.site, diary=self.diary, clock=self.clock)  # fmt: skip
        return sweep(watch, everything=everything)

    def mend(self, rounds: int = 8) -> list[Outcome]:
        """Sweep and deliver until there is nothing to mend."""
        self.lost = lambda _: False
        outcomes = []
        for _ in range(rounds):
            outcomes.append(self.sweep())
            self.deliver(*outcomes[-1].events)
            if not outcomes[-1].repairs:
                return outcomes
        raise AssertionError(outcomes)

    def shows_now(self) -> dict[str, object]:
        """What readers and the desk see of what is there; the site is what the facts say."""
        assert list(verify(list(self.archive.logs), self.press(), self.site)) == []
        views = [self.view(row.log) for row in self.rows.rows.values() if row.story]
        return {
            "said": {
                (seen.id, edition): (state.article.texts.headline, _parts(state.article.picture))
                for seen in views
                for edition, state in seen.editions.items()
                if state.article
            },
            "picks": picks_in_force(self.archive, self.bodies),
            "rows": {
                log: (row.state, row.open, {e: one.state for e, one in row.editions.items()})
                for log, row in self.rows.rows.items()
                if row.state != "withdrawn"
            },
        }


def _decoded(content: bytes, _size: int) -> tuple[RenditionBytes, ...]:
    """One size of anything, and a part at each side."""
    crops = (Crop(shape="1x1", middle=(across, 0.5)) for across in (0.28, 0.72))
    parts = (RenditionBytes(360, 360, content, crop=crop) for crop in crops)
    return (RenditionBytes(640, 360, content, content, content), *parts)


def _parts(picture: Picture | None) -> list[str]:
    """What is shown of it, by the names of its renditions."""
    shown = (*picture.images, *picture.shapes) if picture else ()
    return [one.address.rpartition("/")[2].partition("-")[2] for one in shown]


def a_day(paper: Newspaper) -> None:
    """What editors do in these tests."""
    paper.drop(KEY, a_file(picture=WITH_PICTURE))
    paper.drop(PICTURE, b"a palace")
    paper.drop("inbox/2026/11/bridge.en.md", a_file("A bridge"))
    paper.drop("inbox/2026/11/bad.en.md", "no story")
    paper.drop(PICKS_KEY, BAN)
    paper.drop(KEY, a_file("Two rivers", picture=WITH_PICTURE))
    paper.drop("inbox/2026/11/river.ar.md", "---\nheadline: نهر\n---\nيجري.\n")
    paper.drop("inbox/2026/11/bridge.en.md", None)


def undisturbed() -> dict[str, object]:
    paper = Newspaper()
    a_day(paper)
    return paper.shows_now()


def test_where_nothing_was_lost_nothing_is_mended() -> None:
    paper = Newspaper()
    a_day(paper)
    outcome = paper.sweep()
    assert (outcome.repairs, outcome.events, outcome.left) == ({}, (), 0)
    assert outcome.oldest == timedelta()


def test_a_new_focus_of_which_no_event_came_is_announced() -> None:
    paper = Newspaper()
    paper.drop(KEY, a_file(picture=WITH_PICTURE))
    paper.drop(PICTURE, b"a palace")
    paper.lost = lambda hint: isinstance(hint, events.PictureTouched)
    paper.drop(KEY, a_file(picture=WITH_PICTURE.replace("}", ", focus: [0.9, 0.5]}")))
    paper.mend()
    article = paper.view(log_of(KEY)).editions["en"].article
    assert article
    assert _parts(article.picture) == ["640.jpg", "1x1-72-50.jpg"]


KINDS = (
    events.UploadTouched, events.StoryAccepted, events.ArticleReady, events.StoryWithdrawn,
    events.PictureTouched, events.StoryIllustrated, events.PagesPublished, events.UploadAccepted,
    events.UploadRejected, events.ConfigAccepted,
)  # fmt: skip


TOLD_TWICE = {
    events.ArticleReady, events.StoryIllustrated, events.UploadRejected, events.ConfigAccepted,
}  # fmt: skip
"""Another event of that day brings the same."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_event_can_be_lost(kind: type) -> None:
    paper = Newspaper()
    paper.lost = lambda hint: isinstance(hint, kind)
    a_day(paper)
    outcomes = paper.mend()
    assert sum(outcomes[0].repairs.values()) > 0 or kind in TOLD_TWICE
    assert paper.shows_now() == undisturbed()
    assert paper.sweep().repairs == {}


@given(st.lists(st.booleans(), min_size=60, max_size=60))
@settings(max_examples=15)
def test_any_events_can_be_lost(fate: list[bool]) -> None:
    paper = Newspaper()
    fates = iter(fate)
    paper.lost = lambda _: next(fates, False)
    a_day(paper)
    paper.mend()
    assert paper.shows_now() == undisturbed()
    assert paper.sweep().repairs == {}


@pytest.mark.parametrize(
    "kind", [events.ConfigAccepted, events.MonthTouched, events.StoriesTouched]
)
def test_a_configuration_reaches_every_page_whatever_is_lost(kind: type) -> None:
    paper = Newspaper()
    a_day(paper)
    paper.lost = lambda hint: isinstance(hint, kind)
    paper.drop(CONFIG_KEY, CONFIG.replace("Politics", "Statecraft"))
    page = paper.page(RIVER)
    assert "Statecraft" not in paper.reads(page)
    paper.now += timedelta(days=1)
    paper.mend()
    assert "Statecraft" in paper.reads(page)
    assert "Statecraft" in paper.reads("en/index.html")


def test_a_deployment_that_ended_before_its_announcements_is_brought_to_an_end() -> None:
    paper = Newspaper()
    a_day(paper)
    paper.append(NEWSROOM_LOG, Deployed(renderer="another"))
    paper.append(NEWSROOM_LOG, Deployed(renderer="renderer"))
    assert paper.sweep().repairs == {"fronts": 1}
    paper.now += timedelta(days=1)
    paper.mend()
    number = paper.press().desk().renderer_number
    assert f"renderer:{number}" in paper.reads(paper.page(RIVER))


def test_a_front_without_stories_learns_of_a_configuration_though_a_story_renewed_the_others() -> (
    None
):
    paper = Newspaper()
    a_day(paper)
    paper.lost = lambda hint: isinstance(hint, events.ConfigAccepted)
    paper.drop(
        CONFIG_KEY, CONFIG.replace("sections: {", "sections: {culture: {en: C, ar: ث, es: C}, ")
    )
    paper.lost = lambda _: False
    paper.drop(KEY, a_file("Three rivers"))
    assert paper.sweep().repairs["fronts"] == 1
    paper.mend()
    assert "en/culture/index.html" in paper.site.items


def test_a_front_that_was_made_before_its_run_met_a_newer_configuration_is_made_again() -> None:
    paper = Newspaper()
    culture = CONFIG.replace("sections: {", "sections: {culture: {en: C, ar: ث, es: C}, ")
    paper.drop(CONFIG_KEY, culture)

    def newer() -> None:
        paper.lost = lambda hint: isinstance(hint, events.ConfigAccepted)
        paper.drop(CONFIG_KEY, culture.replace("Politics", "Statecraft"))
        paper.drop(KEY, a_file())

    paper.moments.plan("shelf.standing ar/index.html", newer)
    paper.deliver(events.ConfigAccepted(number=1))
    assert "Statecraft" in paper.reads("en/culture/index.html")


SPORTS = CONFIG.replace("sections: {", "sections: {sports: {en: Sports, ar: رياضة, es: Deporte}, ")
RIVAL = "inbox/2026/11/river.es.md"


def test_a_file_that_a_new_configuration_accepts_is_judged_again() -> None:
    paper = Newspaper()
    paper.drop(KEY, a_file(section="sports"))
    paper.lost = lambda hint: hint == events.UploadTouched(key=KEY)
    paper.drop(CONFIG_KEY, SPORTS)
    assert paper.mend()[0].repairs == {"upload": 1}
    assert "A river" in paper.reads(paper.page(RIVER))


def test_picks_that_a_new_configuration_accepts_are_judged_again() -> None:
    paper = Newspaper()
    pin = f"{{story: {RIVER}, place: 1, list: section/sports, until: 2027-01-01T08:00:00Z}}"
    paper.drop(PICKS_KEY, f"pins: [{pin}]")
    paper.lost = lambda hint: hint == events.UploadTouched(key=PICKS_KEY)
    paper.drop(CONFIG_KEY, SPORTS)
    assert paper.mend()[0].repairs == {"upload": 1}
    assert picks_in_force(paper.archive, paper.bodies).pins


@pytest.mark.parametrize("told", ["S3", "the desk"])
def test_the_deletion_of_picks_is_mended_where_its_event_is_lost(told: str) -> None:
    paper = Newspaper()
    paper.drop(PICKS_KEY, BAN)
    kind = events.UploadTouched if told == "S3" else events.UploadAccepted
    paper.lost = lambda hint: isinstance(hint, kind)
    paper.drop(PICKS_KEY, None)
    assert sum(paper.mend()[0].repairs.values()) == 1
    assert picks_in_force(paper.archive, paper.bodies) == Picks()
    assert paper.receipt(PICKS_KEY)["state"] == "withdrawn"


def test_a_file_that_waited_for_the_place_of_a_deleted_one_is_judged_again() -> None:
    paper = Newspaper()
    paper.drop(KEY, a_file())
    paper.drop(RIVAL, a_file("Un río"))
    paper.lost = lambda hint: hint == events.UploadTouched(key=RIVAL)
    paper.drop(KEY, None)
    assert paper.mend()[0].repairs == {"upload": 1}
    assert "Un río" in paper.reads(paper.page(RIVER, "es"))


def test_a_file_that_is_rejected_whatever_changes_is_not_asked_for_again() -> None:
    paper = Newspaper()
    paper.drop(KEY, a_file())
    paper.drop(RIVAL, a_file("Un río", colour="blue"))
    paper.drop("inbox/2026/11/notes.docx", "no story")
    paper.drop(CONFIG_KEY, SPORTS)
    paper.drop(KEY, None)
    assert paper.sweep().repairs == {}


def test_a_page_that_is_gone_from_the_site_is_made_again() -> None:
    paper = Newspaper()
    a_day(paper)
    for edition in ("en", "ar"):
        del paper.site.items[paper.page(RIVER, edition)]
    (first, _) = paper.mend()
    assert first.repairs == {"site": 1}
    assert paper.shows_now() == undisturbed()


def test_a_minute_that_was_not_written_down_is_written_down_again() -> None:
    paper = Newspaper()
    embargo = (paper.now + timedelta(hours=1)).isoformat()
    paper.drop(KEY, a_file(embargo=embargo))
    assert paper.sweep().repairs == {}
    paper.diary.items.clear()
    (first, _) = paper.mend()
    assert first.repairs == {"due": 1}
    assert [item.story for item in paper.diary.items.values()] == [RIVER]


def test_a_story_that_came_out_without_anybody_being_told_is_published() -> None:
    paper = Newspaper()
    paper.drop(KEY, a_file(embargo=(paper.now + timedelta(hours=1)).isoformat()))
    paper.now += timedelta(hours=2)
    release(RIVER, archive=paper.archive, bodies=paper.bodies, clock=paper.clock)
    paper.diary.items.clear()
    paper.mend()
    assert "A river" in paper.reads(paper.page(RIVER, "en"))


def test_what_is_young_is_not_lost_yet() -> None:
    paper = Newspaper()
    paper.lost = lambda _: True
    a_day(paper)
    assert paper.sweep(later=PATIENCE - timedelta(minutes=1)).repairs == {}
    assert paper.sweep(later=PATIENCE).repairs["upload"] > 0


def test_a_file_that_came_and_went_unseen_is_not_missed() -> None:
    paper = Newspaper()
    paper.lost = lambda _: True
    paper.drop(KEY, a_file())
    paper.drop(KEY, None)
    assert paper.sweep().repairs == {}


def test_a_translation_that_is_held_is_asked_for_again_and_is_no_repair() -> None:
    paper = Newspaper()
    paper.engine.behave = lambda *_: Refusal("unavailable")
    paper.drop(KEY, a_file())
    outcome = paper.sweep()
    assert outcome.repairs == {}
    asked = [event for event in outcome.events if isinstance(event, events.StoryAccepted)]
    assert {(event.edition, event.again) for event in asked} == {("ar", True), ("es", True)}
    assert outcome.oldest == timedelta()


def test_a_dead_letter_is_left_to_the_desk() -> None:
    paper = Newspaper()
    paper.lost = lambda hint: isinstance(hint, events.ArticleReady)
    paper.drop(KEY, a_file())
    letter = DeadLetter(message="m", queue="routine", log=RIVER, since=paper.now,
                        cause=Cause(kind="bug"))  # fmt: skip
    paper.rows.hang(DeadLetters(number=1, letters=(letter,)))
    assert paper.sweep().repairs == {}


def test_the_day_is_looked_at_in_slices_and_what_is_new_at_once() -> None:
    paper = Newspaper()
    paper.lost = lambda _: True
    paper.drop(KEY, a_file())
    assert paper.sweep(everything=False).repairs == {"upload": 1}
    paper.now += timedelta(hours=3)
    runs = [paper.sweep(everything=False, later=timedelta(minutes=5)) for _ in range(288)]
    assert sum(run.repairs.get("upload", 0) for run in runs) in {1, 2}


def test_a_run_ends_in_time_and_says_what_is_left() -> None:
    paper = Newspaper()
    a_day(paper)
    paper.now += PATIENT
    watch = Watch(desk=paper.desk(), arrivals=paper, finished=paper.finished, told=paper.rows,
                  site=paper.site, diary=paper.diary, clock=paper.clock)  # fmt: skip
    outcome = sweep(watch, everything=True, time=timedelta())
    assert (outcome.looked, outcome.left > 0) == (0, True)


def test_the_oldest_upload_that_is_not_live_is_measured() -> None:
    paper = Newspaper()
    paper.lost = lambda hint: isinstance(hint, events.ArticleReady)
    paper.drop(KEY, a_file())
    outcome = paper.sweep(later=timedelta(minutes=20))
    assert timedelta(minutes=20) <= outcome.oldest < timedelta(minutes=21)
