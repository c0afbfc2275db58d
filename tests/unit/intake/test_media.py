"""What videos, galleries and infographics have in their files, and every fault of it."""

import pytest

from shared.intake.story_file import Reading
from shared.news.blocks import Legend, Row, plain
from shared.news.story import Cue
from tests.unit.intake.test_story_file import ARABIC, read, rules, story

PICTURE = "picture: {file: palace.jpg, credit: Desk, alt: A palace}"
ADDRESS = "https://media.gazette.example/river.mp4"
CAPTIONS = """captions: |
  WEBVTT

  NOTE by hand

  00:00.000 --> 00:04.000 align:start
  <v Amara Okoye>The river rises
  before <i>dawn</i>.

  2
  0:00:04,000 --> 00:00:09,250
  Nobody &amp; nothing sleeps."""


def video(*lines: str, about: str = f"{{address: {ADDRESS}}}") -> Reading:
    return read(story("kind: video", f"video: {about}", PICTURE, *lines, body=""))


def said(reading: Reading) -> list[str]:
    texts = reading.source.texts if reading.source else None
    return [plain(one.spans) for one in (texts and texts.transcript) or ()]


def test_a_video_has_an_address_a_length_and_a_programme() -> None:
    reading = video("programme: field-notes", about=f"{{address: {ADDRESS}, duration: 1:02:35}}")
    assert reading.faults == ()
    assert reading.notes == ()
    assert reading.source
    assert reading.source.video
    assert reading.source.video.address == ADDRESS
    assert reading.source.video.seconds == 3755
    assert reading.source.video.duration == "PT1H2M35S"
    assert reading.source.programme == "field-notes"


def test_captions_are_words_and_times() -> None:
    reading = video(CAPTIONS)
    assert reading.faults == ()
    assert said(reading) == [
        "Amara Okoye: The river rises before dawn.",
        "Nobody & nothing sleeps.",
    ]
    assert reading.source
    assert reading.source.video
    assert reading.source.video.cues == (Cue(start=0, end=4000), Cue(start=4000, end=9250))


def test_a_transcript_has_paragraphs_and_no_times() -> None:
    reading = video("transcript: |\n  One\n  line.\n\n  Another.")
    assert said(reading) == ["One line.", "Another."]
    assert reading.source
    assert reading.source.video
    assert reading.source.video.cues == ()


def test_other_times_are_the_same_words() -> None:
    one, other = video(CAPTIONS), video(CAPTIONS.replace("09,250", "08,250"))
    assert one.source
    assert other.source
    assert one.source.texts.digest() == other.source.texts.digest()


@pytest.mark.parametrize(
    ("address", "rule"),
    [
        ("http://media.gazette.example/river.mp4", "not-a-video"),
        ("https://media.gazette.example/river.avi", "not-a-video"),
        ("https://media.gazette.example/watch", "not-a-video"),
        ("/media/river.mp4", "not-a-video"),
        ("javascript:alert(1)", "not-a-video"),
        ("https://elsewhere.example/river.mp4", "unknown-host"),
        ("https://media.gazette.example@elsewhere.example/river.mp4", "unknown-host"),
        ("https://media.gazette.example:8443/river.mp4", "unknown-host"),
    ],
)
def test_a_video_comes_from_a_host_that_the_deployment_names(address: str, rule: str) -> None:
    assert rules(video(about=f'{{address: "{address}"}}')) == [("video.address", rule)]


def test_hosts_can_be_all_of_a_domain() -> None:
    assert video(about="{address: https://a.live.example/tv.m3u8}").faults == ()


@pytest.mark.parametrize("length", ["155", "2 min", "2:75", "-1:10"])
def test_a_length_is_minutes_and_seconds(length: str) -> None:
    reading = video(about=f'{{address: {ADDRESS}, duration: "{length}"}}')
    assert rules(reading) == [("video.duration", "not-a-duration")]


def test_a_programme_is_one_of_the_configuration() -> None:
    reading = video("programme: feild-notes")
    assert rules(reading) == [("programme", "unknown-programme")]
    assert reading.faults[0].example == "programme: field-notes"


@pytest.mark.parametrize(
    "cues",
    [
        "00:04.000 -> 00:05.000\n  Words.",
        "00:04 --> 00:05\n  Words.",
        "00:05.000 --> 00:04.000\n  Words.",
        "00:05.000 --> 00:06.000\n  One.\n\n  00:01.000 --> 00:02.000\n  Two.",
        "Words without a time.",
    ],
)
def test_a_caption_whose_time_is_none_is_a_fault(cues: str) -> None:
    assert ("captions", "not-a-cue") in rules(video(f"captions: |\n  {cues}"))


def test_the_line_of_a_wrong_caption_is_told() -> None:
    (fault,) = video(CAPTIONS.replace("00:00:09,250", "soon")).faults
    assert fault.line == 17
    assert fault.given["given"].strip() == "0:00:04,000 --> soon"


def test_a_kind_asks_for_what_makes_it_one() -> None:
    assert rules(read(story("kind: video", body=""))) == [
        ("video", "required"), ("picture", "required"),
    ]  # fmt: skip
    assert rules(read(story("kind: gallery", body=""))) == [("pictures", "required")]
    assert rules(read(story("kind: infographic", PICTURE))) == [("data", "required")]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (f"video: {{address: {ADDRESS}}}", "video"),
        ("transcript: Words", "transcript"),
        ("data: [[A, B], [C, D]]", "data"),
    ],
)
def test_what_belongs_to_one_kind_is_no_other_s(line: str, field: str) -> None:
    assert rules(read(story(line))) == [(field, "only-for-kind")]


# --- galleries -----------------------------------------------------------------------------------

GALLERY = """pictures:
  - {file: dawn.jpg, credit: Layla Haddad, caption: The river., alt: A river, focus: [0.1, 0.9]}
  - {file: dusk.jpg, credit: Desk, alt: The same river}"""


def test_a_gallery_has_pictures_with_credits_and_words() -> None:
    reading = read(story("kind: gallery", GALLERY, body=""))
    assert (reading.faults, reading.notes) == ((), ())
    source = reading.source
    assert source
    assert [(one.key, one.credit) for one in source.pictures] == [
        ("inbox/2026/11/dawn.jpg", "Layla Haddad"),
        ("inbox/2026/11/dusk.jpg", "Desk"),
    ]
    assert source.texts.pictures == (
        Legend(file="dawn.jpg", caption="The river.", alt="A river"),
        Legend(file="dusk.jpg", alt="The same river"),
    )
    assert source.wishes == source.pictures


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        ("[{file: a.jpg, credit: D, alt: A}]", ("pictures", "gallery-of-one")),
        ("[a.jpg, b.jpg]", ("pictures", "expects-entries")),
        ("[{file: a.jpg, credit: D, alt: A}, {file: a.jpg, credit: D, alt: B}]",
         ("pictures.file", "doubled-picture")),
        ("[{file: a.jpg, alt: A}, {file: b.jpg, credit: D, alt: B}]",
         ("pictures.credit", "required")),
        ("[{file: a.jpg, credit: D}, {file: b.jpg, credit: D, alt: B}]",
         ("pictures.alt", "alt-or-caption")),
        ("[{file: ../a.jpg, credit: D, alt: A}, {file: b.jpg, credit: D, alt: B}]",
         ("pictures.file", "picture-name")),
    ],
)  # fmt: skip
def test_a_fault_of_a_gallery_is_told(entries: str, found: tuple[str, str]) -> None:
    assert rules(read(story("kind: gallery", f"pictures: {entries}", body=""))) == [found]


def test_a_person_says_of_a_picture_what_they_like_in_their_edition() -> None:
    edition = read("---\npictures:\n  - {file: dawn.jpg, caption: النهر}\n---\n", ARABIC).edition
    assert edition
    assert edition.texts.pictures == (Legend(file="dawn.jpg", caption="النهر"),)


# --- infographics --------------------------------------------------------------------------------


def test_data_are_rows_of_cells() -> None:
    data = "data:\n  - [Month, Wells, Depth in m]\n  - [January, 12, 3.5]\n  - [2026, -4, ~]"
    reading = read(story("kind: infographic", PICTURE, data))
    assert (reading.faults, reading.notes) == ((), ())
    assert reading.source
    assert reading.source.texts.table == (
        Row(cells=("Month", "Wells", "Depth in m")),
        Row(cells=("January", "12", "3.5")),
        Row(cells=("2026", "-4", "")),
    )


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        ("many", "expects-rows"),
        ("[[Month, Wells]]", "expects-rows"),
        ("[[Month, Wells], January]", "expects-rows"),
        ("[[Month, {a: b}], [January, 1]]", "expects-rows"),
        ("[[Month, Wells], [January]]", "uneven-row"),
    ],
)
def test_data_that_are_no_table_are_a_fault(data: str, rule: str) -> None:
    reading = read(story("kind: infographic", PICTURE, f"data: {data}"))
    assert rules(reading) == [("data", rule)]
