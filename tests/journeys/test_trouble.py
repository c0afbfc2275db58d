"""Dead engines, doubled and reordered events, and whatever else is dropped."""

import io
import json
import time

import pytest
from PIL import Image

from tests.journeys.conftest import CONFIG, Newsroom, story

pytestmark = pytest.mark.journey


def test_a_dead_engine_holds_the_editions_that_need_it_and_nothing_else(
    newsroom: Newsroom,
) -> None:
    newsroom.engine.says = lambda _: (500, "Error 500 (Server Error)!!1500")
    key = "inbox/2026/11/dead-engine.en.md"
    newsroom.upload(key, story("The engine sleeps", "It will wake up soon."))
    receipt = newsroom.settled(
        key,
        lambda it: (
            it.get("editions", {}).get("en", {}).get("state") == "live"
            and it["editions"]["ar"]["state"] == it["editions"]["es"]["state"] == "held"
        ),
    )
    assert receipt["editions"]["ar"]["reason"]
    page = newsroom.get(receipt["editions"]["en"]["url"])
    assert page.status == 200
    assert 'hreflang="ar"' not in page.text.split("</head>")[0]
    newsroom.engine.says = None
    newsroom.live(key)


def test_an_engine_that_answers_nonsense_publishes_none_of_it(newsroom: Newsroom) -> None:
    newsroom.engine.says = lambda _: (200, json.dumps({"translatedText": "QUOTA EXCEEDED"}))
    key = "inbox/2026/11/nonsense.en.md"
    newsroom.upload(key, story("Sense and nonsense", "Only one of them is printed."))
    newsroom.settled(key, lambda it: it.get("editions", {}).get("ar", {}).get("state") == "held")
    assert not any("QUOTA" in text for text in newsroom.everything_readable().values())
    newsroom.engine.says = None
    newsroom.live(key)


def test_doubled_and_reordered_events_never_bring_an_older_version_back(
    newsroom: Newsroom,
) -> None:
    key = "inbox/2026/11/shuffled.en.md"
    newsroom.upload(key, story("Version one"))
    newsroom.live(key)
    version = newsroom.upload(key, story("Version two"))
    address = newsroom.live(key, version=version)["editions"]["en"]["url"]
    newsroom.reads(address, lambda page: "Version two" in page.text)
    before = newsroom.receipt(key)

    sqs = newsroom.cloud.client("sqs")
    kinds = ("Object Deleted", "Object Created", "Object Created", "Object Deleted") * 2
    events = [
        {"source": "aws.s3", "detail-type": kind, "detail": {"object": {"key": key}}}
        for kind in kinds
    ]
    queue = next(
        url for url in sqs.list_queues()["QueueUrls"]
        if "Ingest" in url and "DeadLetters" not in url
    )  # fmt: skip
    for event in events:
        sqs.send_message(QueueUrl=queue, MessageBody=json.dumps(event))
    # a story that comes after them shows that they have been worked off
    newsroom.upload("inbox/2026/11/afterwards.en.md", story("Afterwards"))
    newsroom.live("inbox/2026/11/afterwards.en.md")
    time.sleep(1)
    assert newsroom.receipt(key)["revision"] == before["revision"]
    assert "Version two" in newsroom.get(address).text


def test_the_same_bytes_again_change_no_page(newsroom: Newsroom) -> None:
    key = "inbox/2026/11/twice.en.md"
    newsroom.upload(key, story("Twice the same"))
    address = newsroom.live(key)["editions"]["en"]["url"]
    page = newsroom.get(address)
    version = newsroom.upload(key, story("Twice the same"))
    newsroom.settled(key, lambda it: it["version"] == version)
    time.sleep(1)
    assert newsroom.get(address).text == page.text


def a_picture(size: tuple[int, int] = (640, 360)) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, (40, 90, 120)).save(buffer, "JPEG")
    return buffer.getvalue()


WITH_PICTURE = "{file: palace.jpg, caption: A palace, credit: Desk, alt: A palace by the river}"


@pytest.mark.parametrize("picture_first", [True, False])
def test_a_picture_and_its_story_can_come_in_any_order(
    newsroom: Newsroom, *, picture_first: bool
) -> None:
    folder = f"inbox/2026/{'first' if picture_first else 'last'}"
    key, picture = f"{folder}/pictured.en.md", f"{folder}/palace.jpg"
    if picture_first:
        newsroom.upload(picture, a_picture())
        newsroom.settled(picture, lambda it: it.get("state") == "accepted")
    newsroom.upload(key, story("A pictured story", picture=WITH_PICTURE))
    address = newsroom.live(key)["editions"]["ar"]["url"]
    if not picture_first:
        newsroom.upload(picture, a_picture())
    page = newsroom.reads(address, lambda page: "/media/" in page.text)
    image = "/media/" + page.text.split("/media/")[1].split('"')[0].split(" ")[0]
    answer = newsroom.cloud.client("s3").get_object(
        Bucket=newsroom.cloud.site_bucket, Key=image.lstrip("/")
    )
    assert Image.open(io.BytesIO(answer["Body"].read())).format == "JPEG"


BAD: dict[str, tuple[str, str | bytes]] = {
    "binary": ("inbox/bad/binary.en.md", bytes(range(256)) * 20),
    "five megabytes": ("inbox/bad/large.en.md", story("Large", "word " * 1_050_000)),
    "no yaml": ("inbox/bad/yaml.en.md", "---\nheadline: [\n---\nbody"),
    "no language": ("inbox/bad/language.md", story("Which language")),
    "empty": ("inbox/bad/empty.en.md", ""),
    "no front matter": ("inbox/bad/front.en.md", "Just words."),
    "unknown section": ("inbox/bad/section.en.md", story("Where", section="polítics")),
    "unknown kind of file": ("inbox/bad/program.exe", b"MZ"),
    "not a picture": ("inbox/bad/picture.jpg", b"this is no picture"),
    "spaces, Arabic, + and %": ("inbox/bad/with spaces و+عربي 100%.en.md", "nothing"),
}


@pytest.mark.parametrize("what", BAD)
def test_whatever_is_dropped_ends_as_a_receipt_with_a_clear_fault(
    newsroom: Newsroom, what: str
) -> None:
    key, content = BAD[what]
    newsroom.upload(key, content)
    receipt = newsroom.settled(key, lambda it: it.get("state") == "rejected")
    for fault in receipt["faults"]:
        assert fault["field"]
        assert fault["rule"]
        assert fault["says"]


def test_a_picture_of_a_hundred_megapixels_is_rejected(newsroom: Newsroom) -> None:
    key = "inbox/bad/huge.png"
    buffer = io.BytesIO()
    Image.new("1", (10_000, 10_000)).save(buffer, "PNG")
    newsroom.upload(key, buffer.getvalue())
    receipt = newsroom.settled(key, lambda it: it.get("state") == "rejected")
    assert receipt["faults"][0]["rule"] == "too-many-pixels"


@pytest.mark.parametrize("name", ["with spaces", "بالعربية", "a+b", "100%25 sure"])
def test_a_good_story_is_published_whatever_its_key_is_made_of(
    newsroom: Newsroom, name: str
) -> None:
    key = f"inbox/odd/{name}.en.md"
    newsroom.upload(key, story(f"Story {name[:4]} here"))
    receipt = newsroom.live(key)
    assert newsroom.get(receipt["editions"]["es"]["url"]).status == 200


def test_a_rejected_upload_leaves_the_live_version_up(newsroom: Newsroom) -> None:
    key = "inbox/2026/11/half-good.en.md"
    newsroom.upload(key, story("The good version"))
    address = newsroom.live(key)["editions"]["en"]["url"]
    newsroom.upload(key, story("", section="nowhere", colour="red"))
    receipt = newsroom.settled(key, lambda it: it["state"] == "rejected")
    assert {fault["field"] for fault in receipt["faults"]} >= {"headline", "section", "colour"}
    assert "The good version" in newsroom.get(address).text


def test_a_story_rejected_by_an_older_configuration_is_judged_again(newsroom: Newsroom) -> None:
    key = "inbox/2026/11/harbour.en.md"
    newsroom.upload(key, story("In the harbour", section="harbour"))
    newsroom.settled(key, lambda it: it.get("state") == "rejected")
    longer = CONFIG.replace(
        "regions:", "  harbour: {en: Harbour, ar: الميناء, es: Puerto}\nregions:"
    )
    newsroom.upload("config/newsroom.yaml", longer)
    receipt = newsroom.live(key)
    assert newsroom.get(receipt["editions"]["en"]["url"]).status == 200
    newsroom.reads("/ar/harbour/", lambda page: page.status == 200)


def test_a_configuration_with_faults_changes_nothing(newsroom: Newsroom) -> None:
    newsroom.upload("config/newsroom.yaml", "outlet: {name: {en: Only English}}")
    text = newsroom.settled("config/newsroom.yaml", lambda it: it.get("state") == "rejected")
    assert text["faults"]
    assert "Gazette" in newsroom.get("/en/").text
