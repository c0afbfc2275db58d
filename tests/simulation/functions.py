"""What each function does with its messages: the five steps of its handler, on the stage's ports.

A function takes messages and returns those that are to come again. Handlers' own ways to read
events are used where they have names; the rest repeats them line by line.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from functions.illustrate.handler import _events as events_of_picture
from functions.publish.handler import stories_of
from functions.report.handler import logs_of
from functions.translate.handler import PATIENCE_SECONDS
from functions.translate.handler import _events as events_of_words
from shared.desk.report import Desk, report
from shared.desk.sweep import Outcome, Watch, sweep
from shared.errors import NewsroomError, Unavailable
from shared.intake.accept import Intake, ingest
from shared.intake.illustrate import illustrate
from shared.intake.pictures import RenditionBytes
from shared.intake.ports import Inbox, Wishes
from shared.intake.release import release
from shared.news.archive import Archive, Bodies
from shared.news.due import Due
from shared.news.events import (
    ConfigAccepted,
    MonthTouched,
    PictureTouched,
    RankingsChanged,
    StoriesTouched,
    StoryAccepted,
    UploadTouched,
)
from shared.news.facts import Crop
from shared.pages.press import Press
from shared.pages.publish import install_pages, publish, publish_fronts, publish_rankings
from shared.pages.renew import still_to_renew, stories_of_month
from shared.translation.chain import Chain
from shared.translation.translate import translate
from tests.fakes.desk import MemoryRadars
from tests.simulation.post import Message, Post

Messages = Sequence[Message]
Failed = Sequence[Message]


def decode(content: bytes, _size: int) -> tuple[RenditionBytes, ...]:
    """A picture's one rendition is the picture, whatever the format, and so are its two parts."""
    parts = (Crop(shape="1x1", middle=(at, 0.5)) for at in (0.28, 0.72))
    return (
        RenditionBytes(640, 360, content, content, content),
        *(RenditionBytes(360, 360, content, crop=part) for part in parts),
    )


@dataclass(frozen=True)
class Ports:
    """What the functions of one deployment work with."""

    archive: Archive
    bodies: Bodies
    inbox: Inbox
    wishes: Wishes
    intake: Intake
    chain: Callable[[], Chain]
    press: Callable[[str], Press]
    desk: Desk
    watch: Watch
    bus: Post

    def ingest(self, messages: Messages) -> Failed:
        (message,) = messages
        touched = UploadTouched.model_validate(message.event.model_dump())
        self.bus.announce(ingest(touched.key, self.intake).events)
        return ()

    def translate(self, messages: Messages) -> Failed:
        (message,) = messages
        wanted = StoryAccepted.model_validate(message.event.model_dump())
        outcome = translate(
            wanted.story, wanted.edition, archive=self.archive, bodies=self.bodies,
            chain=self.chain(), clock=self.intake.clock,
        )  # fmt: skip
        patient = not wanted.again and message.tries <= len(PATIENCE_SECONDS)
        for_long = not wanted.again and not patient
        self.bus.announce(events_of_words(outcome, for_long=for_long))
        if outcome.state == "held" and patient:
            raise Unavailable(f"{outcome.story} is held in {outcome.edition}")
        return ()

    def illustrate(self, messages: Messages) -> Failed:
        (message,) = messages
        touched = PictureTouched.model_validate(message.event.model_dump())
        outcome = illustrate(
            touched.key, archive=self.archive, bodies=self.bodies, inbox=self.inbox,
            wishes=self.wishes, clock=self.intake.clock, decode=decode,
        )  # fmt: skip
        self.bus.announce(events_of_picture(touched.key, outcome))
        return ()

    def publish(self, messages: Messages, renderer: str) -> Failed:
        press, hints = self.press(renderer), [message.event for message in messages]
        if any(isinstance(hint, ConfigAccepted) for hint in hints):
            self.bus.announce(publish_fronts(press).events)
        for hint in hints:
            if isinstance(hint, MonthTouched):
                self.bus.announce(stories_of_month(hint, press))
        wanted: list[str] = []
        anew: set[str] = set()
        for hint in hints:
            if isinstance(hint, StoriesTouched):
                anew |= set(still_to_renew(hint, press))
            else:
                wanted += stories_of(hint)
        failed: Failed = ()
        if wanted or anew:
            outcome = publish([*wanted, *sorted(anew)], press, anew=anew)
            self.bus.announce(outcome.events)
            failed = self.failing(outcome.failed, messages)
        changed = [one for one in messages if isinstance(one.event, RankingsChanged)]
        rankings = [
            one for hint in hints if isinstance(hint, RankingsChanged) for one in hint.rankings
        ]
        try:
            if rankings:
                publish_rankings(rankings, press)
        except NewsroomError:
            failed = [*failed, *changed]
        return failed

    def failing(self, failed: dict[str, NewsroomError], messages: Messages) -> Failed:
        return [one for one in messages if failed.keys() & {*stories_of(one.event)}]

    def report(self, messages: Messages) -> Failed:
        outcome = report(
            [log for one in messages for log in logs_of(one.event)], self.desk, MemoryRadars()
        )
        return [one for one in messages if outcome.failed.keys() & {*logs_of(one.event)}]

    def release(self) -> None:
        for item in self.intake.diary.due(self.intake.clock()):
            try:
                self.work_off(item)
            except NewsroomError:  # it is due the next minute again
                continue

    def work_off(self, item: Due) -> None:
        if item.kind == "release":
            outcome = release(
                item.story, archive=self.archive, bodies=self.bodies, clock=self.intake.clock
            )
            self.bus.announce(outcome.events)
        elif item.kind == "news":
            self.bus.announce((StoriesTouched(stories=(item.story,)),))
        else:
            self.press("").edge.purge(item.tags)
        self.intake.diary.strike(item)

    def sweep(self, *, everything: bool, patience: timedelta) -> Outcome:
        outcome = sweep(self.watch, everything=everything, patience=patience)
        self.bus.announce(outcome.events)
        return outcome

    def install(self, renderer: str) -> None:
        self.bus.announce(install_pages(self.press(renderer)).events)
