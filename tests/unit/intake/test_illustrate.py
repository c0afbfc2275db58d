"""A picture and the stories that want it, in whatever order they come."""

from dataclasses import dataclass, field
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from shared.intake.decode import WIDTHS
from shared.intake.illustrate import Outcome, illustrate
from shared.intake.pictures import RenditionBytes
from shared.news.archive import fetch
from shared.news.facts import Crop, Illustrated, Rejected, Rendition
from shared.news.faults import Fault, Verdict
from shared.news.keys import log_of
from shared.news.story import Source
from tests.builders import World, a_source, a_wish
from tests.fakes.intake import MemoryInbox, MemoryWishes
from tests.fakes.moments import Moments

PICTURE = "inbox/2026/11/palace.jpg"
OTHER = "inbox/2026/11/bridge.jpg"
BAD = b"no picture"


def decoded(content: bytes, _size: int = 0) -> tuple[RenditionBytes, ...] | Fault:
    """Stands in for the decoder: two sizes and two parts of anything but BAD."""
    if content == BAD:
        return Fault(field="file", rule="not-a-picture")
    sizes = [
        RenditionBytes(size, size, content * size, b"webp" * size, b"avif" * size)
        for size in (1, 2)
    ]
    crops = [Crop(shape="1x1", middle=(at, 0.5)) for at in (0.25, 0.75)]
    return (*sizes, *(RenditionBytes(1, 1, content * 3, crop=crop) for crop in crops))


@dataclass
class Darkroom:
    """A newsroom with an inbox and wishes."""

    moments: Moments = field(default_factory=Moments)

    def __post_init__(self) -> None:
        self.world = World(moments=self.moments)
        self.inbox = MemoryInbox(moments=self.moments)
        self.wishes = MemoryWishes(moments=self.moments)

    def wants(self, name: str, picture: str = PICTURE, focus: float = 0.5) -> str:
        """A story that wants the picture is accepted, as intake does it: the wish first."""
        wish = a_wish(picture).model_copy(update={"focus": (focus, 0.5)})
        return self.accept(name, picture, a_source(f"The {name}", picture=wish))

    def accept(self, name: str, picture: str, source: Source) -> str:
        self.wishes.wish(picture, log_of(f"inbox/2026/11/{name}.en.md"))
        return self.world.accept(name, source)

    def illustrate(self, picture: str = PICTURE) -> Outcome:
        return illustrate(
            picture,
            archive=self.world.archive,
            bodies=self.world.bodies,
            inbox=self.inbox,
            wishes=self.wishes,
            clock=self.world.clock,
            decode=decoded,
        )

    def version(self, story: str, picture: str = PICTURE) -> str | None:
        """The version of the picture that the story shows."""
        shown = self.world.view(story).pictures.get(picture)
        return shown.version if shown and shown.renditions else None

    def facts(self, log: str) -> int:
        return len(self.world.archive.logs.get(log, ()))


def test_a_picture_is_made_and_told_to_every_story_that_wants_it() -> None:
    room = Darkroom()
    stories = {room.wants("river"), room.wants("dam")}
    version = room.inbox.upload(PICTURE, b"a")
    outcome = room.illustrate()
    assert outcome.accepted
    assert set(outcome.stories) == stories
    assert {room.version(story) for story in stories} == {version}


def test_renditions_are_kept_as_bodies() -> None:
    room = Darkroom()
    story = room.wants("river")
    room.inbox.upload(PICTURE, b"a")
    room.illustrate()
    made = room.world.view(story).pictures[PICTURE].renditions
    assert [[room.world.bodies.get(body) for body in one.bodies().values()] for one in made] == [
        [b"avif", b"webp", b"a"],
        [b"avifavif", b"webpwebp", b"aa"],
        [b"aaa"],
    ]


def middles(room: Darkroom, story: str) -> list[tuple[float, float]]:
    """Where the middles are of the parts that the story has of its picture."""
    made = room.world.view(story).pictures[PICTURE].renditions
    return [one.crop.middle for one in made if one.crop]


def test_a_story_has_the_parts_around_its_own_focus() -> None:
    room = Darkroom()
    room.inbox.upload(PICTURE, b"a")
    river, dam = room.wants("river", focus=0.1), room.wants("dam", focus=0.9)
    room.illustrate()
    assert (middles(room, river), middles(room, dam)) == ([(0.25, 0.5)], [(0.75, 0.5)])


def test_another_focus_gives_other_parts_once() -> None:
    room = Darkroom()
    room.inbox.upload(PICTURE, b"a")
    story = room.wants("river")
    room.illustrate()
    room.wants("river", focus=0.9)
    room.illustrate()
    assert middles(room, story) == [(0.75, 0.5)]
    before = room.facts(story)
    room.illustrate()
    assert room.facts(story) == before


def test_a_picture_of_a_gallery_has_no_parts() -> None:
    room = Darkroom()
    room.inbox.upload(PICTURE, b"a")
    gallery = a_source("The river", kind="gallery", pictures=(a_wish(), a_wish(OTHER)))
    story = room.accept("river", PICTURE, gallery)
    room.illustrate()
    assert middles(room, story) == []


def test_the_fact_of_a_picture_in_all_its_sizes_is_small() -> None:
    sizes = tuple(
        Rendition(width=width, height=width, body="0" * 64, webp="0" * 64, avif="0" * 64)
        for width in WIDTHS
    )
    parts = tuple(
        Rendition(width=1280, height=720, body="0" * 64, crop=Crop(shape="16x9", middle=(0.5, at)))
        for at in range(9)
    )
    fact = Illustrated(key=f"inbox/2026/11/{'long-' * 40}name.jpg", version="0" * 64,
                       renditions=(*sizes, *parts))  # fmt: skip
    assert len(fact.canonical()) < 4_000


def test_a_picture_may_come_before_its_story() -> None:
    room = Darkroom()
    version = room.inbox.upload(PICTURE, b"a")
    assert room.illustrate().stories == ()
    story = room.wants("river")
    assert room.illustrate().stories == (story,)
    assert room.version(story) == version


def test_doing_it_again_appends_nothing_but_repeats_the_hint() -> None:
    room = Darkroom()
    story = room.wants("river")
    room.inbox.upload(PICTURE, b"a")
    first = room.illustrate()
    before = room.facts(story), room.facts(log_of(PICTURE))
    assert room.illustrate() == first
    assert (room.facts(story), room.facts(log_of(PICTURE))) == before


def test_a_picture_that_never_was_says_nothing() -> None:
    room = Darkroom()
    story = room.wants("river")
    outcome = room.illustrate()
    assert not outcome.accepted
    assert not outcome.rejected
    assert room.version(story) is None


def test_a_bad_picture_is_rejected_with_its_fault() -> None:
    room = Darkroom()
    story = room.wants("river")
    room.inbox.upload(PICTURE, BAD)
    outcome = room.illustrate()
    assert outcome.rejected
    (fact,) = room.world.archive.logs[log_of(PICTURE)]
    assert isinstance(fact.what, Rejected)
    verdict = fetch(room.world.bodies, fact.what.verdict, Verdict)
    assert [fault.rule for fault in verdict.faults] == ["not-a-picture"]
    assert room.version(story) is None


def test_a_bad_newer_version_leaves_the_good_one_in_use_for_later_stories_too() -> None:
    room = Darkroom()
    first = room.wants("river")
    version = room.inbox.upload(PICTURE, b"a")
    room.illustrate()
    room.inbox.upload(PICTURE, BAD)
    second = room.wants("dam")
    assert room.illustrate().rejected
    assert room.version(first) == room.version(second) == version


def test_a_deleted_picture_goes_from_its_stories() -> None:
    room = Darkroom()
    story = room.wants("river")
    room.inbox.upload(PICTURE, b"a")
    room.illustrate()
    room.inbox.delete(PICTURE)
    outcome = room.illustrate()
    assert outcome.stories == (story,)
    assert room.version(story) is None
    last = room.world.archive.logs[log_of(PICTURE)][-1].what
    assert isinstance(last, Illustrated)
    assert last.renditions == ()


def test_a_deleted_picture_is_not_told_to_a_story_that_never_had_it() -> None:
    room = Darkroom()
    room.inbox.upload(PICTURE, b"a")
    room.inbox.delete(PICTURE)
    room.illustrate()
    story = room.wants("river")
    room.illustrate()
    assert room.facts(story) == 1


def test_a_story_that_wants_another_picture_now_is_left_alone() -> None:
    room = Darkroom()
    story = room.wants("river")
    room.wants("river", OTHER)
    room.inbox.upload(PICTURE, b"a")
    assert room.illustrate().stories == ()
    assert room.version(story) is None


def test_a_live_picture_is_taken_back_though_a_revision_under_embargo_wants_another() -> None:
    room = Darkroom()
    story = room.wants("river")
    room.inbox.upload(PICTURE, b"a")
    room.illustrate()
    secret = a_source("The flood", picture=a_wish(OTHER))
    room.wishes.wish(OTHER, story)
    room.world.accept("river", secret, release_at=room.world.now + timedelta(hours=1))
    room.inbox.upload(OTHER, b"b")
    assert room.illustrate(OTHER).stories == (story,)
    room.inbox.delete(PICTURE)
    assert room.illustrate().stories == (story,)
    article = room.world.view(story).editions["en"].article
    assert article
    assert article.picture is None


def test_a_withdrawn_story_gets_no_picture_and_one_that_returns_gets_it_anew() -> None:
    room = Darkroom()
    story = room.wants("river")
    version = room.inbox.upload(PICTURE, b"a")
    room.illustrate()
    room.world.withdraw(story)
    assert room.illustrate().stories == ()
    room.wants("river")
    assert room.illustrate().stories == (story,)
    assert room.version(story) == version


def test_a_run_that_stalls_with_an_older_version_in_hand_starts_over() -> None:
    room = Darkroom()
    story = room.wants("river")
    room.inbox.upload(PICTURE, b"a")

    def overtake() -> None:
        room.inbox.upload(PICTURE, b"b")
        room.illustrate()

    room.moments.plan(f"inbox.did read {PICTURE}", overtake)
    room.illustrate()
    assert room.version(story) == f"{PICTURE}@2"
    versions = [getattr(f.what, "version", "") for f in room.world.archive.logs[log_of(PICTURE)]]
    assert versions == [f"{PICTURE}@2"]


def test_a_run_that_stalls_before_it_tells_a_story_tells_it_the_newest() -> None:
    room = Darkroom()
    story = room.wants("river")
    room.inbox.upload(PICTURE, b"a")

    def overtake() -> None:
        room.inbox.upload(PICTURE, b"b")
        room.illustrate()

    room.moments.plan(f"archive.append {story}", overtake)
    room.illustrate()
    assert room.version(story) == f"{PICTURE}@2"


def test_a_story_that_comes_while_its_picture_is_made_is_not_missed() -> None:
    """The wish stands before the story looks for the picture; the picture looks for wishes last."""
    room = Darkroom()
    room.inbox.upload(PICTURE, b"a")
    came: list[str] = []
    room.moments.plan(f"archive.append {log_of(PICTURE)}", lambda: came.append(room.wants("river")))
    assert room.illustrate().stories == tuple(came)
    assert room.version(came[0]) == f"{PICTURE}@1"


STEPS = st.lists(
    st.sampled_from(["good", "bad", "delete", "story", "other", "withdraw", "event"]), max_size=15
)


@settings(max_examples=150)
@given(STEPS)
def test_after_any_history_a_story_shows_the_newest_good_version(steps: list[str]) -> None:
    room = Darkroom()
    story, usable, known = log_of("inbox/2026/11/river.en.md"), None, False
    for step in steps:
        match step:
            case "good":
                room.inbox.upload(PICTURE, b"a")
            case "bad":
                room.inbox.upload(PICTURE, BAD)
            case "delete":
                room.inbox.delete(PICTURE)
            case "story":
                room.wants("river")
                known = True
            case "other":
                room.wants("river", OTHER)
                known = True
            case "withdraw" if known and not room.world.view(story).withdrawn:
                room.world.withdraw(story)
            case _:
                pass
        room.illustrate()  # each change sends an event
        newest = room.inbox.files.get(PICTURE, [None])[-1]
        if newest and newest.content != BAD:
            usable = newest.version if newest.content else None
    seen = room.world.view(story)
    wish = seen.source and not seen.withdrawn and seen.source.body.picture
    if wish and wish.key == PICTURE:
        assert room.version(story) == usable
    before = room.facts(story)
    room.illustrate()
    assert room.facts(story) == before
