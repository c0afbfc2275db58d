"""The entry points with captured events, on boto3 against moto."""

import io
import json
from typing import Any

import boto3
import pytest

from functions.ingest.handler import lambda_handler as ingest
from functions.publish.handler import lambda_handler as publish
from functions.report.handler import lambda_handler as report
from functions.translate.handler import lambda_handler as translate
from shared.aws.rankings import DynamoRankings
from shared.aws.tables import Table
from shared.clock import utc_now
from shared.news.keys import log_of
from shared.news.picks import picks_in_force
from shared.news.ranking import Hot, Radar, Ranking
from shared.wiring.report import desk as ports
from shared.wiring.report import radars
from shared.wiring.translate import seconds_left
from tests.fakes.aws_engines import Amazon, Asked, Told, aws, fault
from tests.fakes.engine_server import serving
from tests.handlers.conftest import Context, Deployment, captured, forget_clients, queued

KEY = "inbox/2026/11/river.en.md"
RIVER = log_of(KEY)
STORY = "---\nheadline: A river\nsection: politics\n---\nIt flows to the sea.\n"
CONFIG = """
outlet: {name: {en: G, ar: ج, es: G}, slogan: {en: S, ar: ش, es: S}}
editions: {en: {}, ar: {}, es: {}}
sections: {politics: {en: Politics, ar: سياسة, es: Política}}
translators: [memory, pseudo]
"""


def news(name: str, **detail: Any) -> dict[str, Any]:
    event = captured("news_event", name=name)
    event["detail"] = {"name": name, **detail}
    return event


@pytest.fixture
def desk(deployment: Deployment) -> Deployment:
    deployment.upload("config/newsroom.yaml", CONFIG)
    return deployment


def take_in(desk: Deployment, content: str = STORY, key: str = KEY) -> list[dict[str, Any]]:
    desk.upload(key, content)
    answer = ingest(queued(captured("s3_object_created", key=key)), Context())
    assert answer == {"batchItemFailures": []}
    return desk.announced()


def test_an_upload_is_taken_in_and_announced(desk: Deployment) -> None:
    names = [event["detail-type"] for event in take_in(desk)]
    assert sorted(names) == ["ArticleReady", "StoryAccepted", "StoryAccepted"]


def test_a_deletion_withdraws(desk: Deployment) -> None:
    take_in(desk)
    desk.s3.delete_object(Bucket="newsroom", Key=KEY)
    ingest(queued(captured("s3_object_deleted", key=KEY)), Context())
    assert [event["detail-type"] for event in desk.announced()] == ["StoryWithdrawn"]


def test_a_deletion_that_comes_before_its_upload_does_no_harm(desk: Deployment) -> None:
    desk.upload(KEY, STORY)
    ingest(queued(captured("s3_object_deleted", key=KEY)), Context())
    names = {event["detail-type"] for event in desk.announced()}
    assert names == {"ArticleReady", "StoryAccepted"}


def test_a_message_that_makes_no_sense_fails_alone(desk: Deployment) -> None:
    desk.upload(KEY, STORY)
    batch = queued({"nonsense": True}, captured("s3_object_created", key=KEY))
    answer = ingest(batch, Context())
    assert answer == {"batchItemFailures": [{"itemIdentifier": "message-0"}]}
    assert desk.announced()


def test_an_edition_gets_its_words_and_its_page(desk: Deployment) -> None:
    events = take_in(desk)
    wanted = [event for event in events if event["detail-type"] == "StoryAccepted"]
    assert translate(queued(*wanted), Context()) == {"batchItemFailures": []}
    ready = [event for event in desk.announced() if event["detail-type"] == "ArticleReady"]
    assert {event["detail"]["edition"] for event in ready} == {"ar", "es"}

    assert publish(queued(*events[:1], *ready), Context()) == {"batchItemFailures": []}
    told = desk.announced()
    assert [event["detail-type"] for event in told] == ["PagesPublished"]
    front = desk.reads("site", "ar/index.html")
    assert 'dir="rtl"' in front
    assert RIVER in front

    assert report(queued(*told), Context()) == {"batchItemFailures": []}
    receipt = json.loads(desk.reads("newsroom", "receipts/2026/11/river.en.md.json"))
    states = {edition: one["state"] for edition, one in receipt["editions"].items()}
    assert states == {"en": "live", "ar": "live", "es": "live"}


def test_a_held_edition_is_told_and_tried_again_soon(desk: Deployment) -> None:
    desk.upload("config/newsroom.yaml", CONFIG.replace("memory, pseudo", "memory"))
    events = take_in(desk)
    wanted = [event for event in events if event["detail-type"] == "StoryAccepted"]
    url = desk.sqs.get_queue_url(QueueName="translate")["QueueUrl"]
    desk.sqs.send_message(QueueUrl=url, MessageBody=json.dumps(wanted[0]))
    (message,) = desk.sqs.receive_message(QueueUrl=url, VisibilityTimeout=500)["Messages"]
    batch = queued(wanted[0])
    batch["Records"][0]["receiptHandle"] = message["ReceiptHandle"]

    answer = translate(batch, Context())
    assert answer == {"batchItemFailures": [{"itemIdentifier": "message-0"}]}
    (held,) = desk.announced()
    assert (held["detail-type"], held["detail"]["for_long"]) == ("ArticleHeld", False)


def test_an_engine_that_fails_is_told_once_and_left_alone_by_the_next_run(
    desk: Deployment, told: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.upload("config/newsroom.yaml", CONFIG.replace("pseudo", "libretranslate"))
    sentences = " ".join(f"It flows to the {place}." for place in ("sea", "east", "south", "west"))
    events = take_in(desk, STORY.replace("It flows to the sea.", sentences))
    wanted = next(event for event in events if event["detail-type"] == "StoryAccepted")
    wanted["detail"]["again"] = True
    with serving(lambda _: (500, "no")) as engine:
        monkeypatch.setenv("LIBRETRANSLATE_URL", engine.address)
        translate(queued(wanted), Context())
        asked = len(engine.asked)
        translate(queued(wanted), Context())
    assert len(engine.asked) == asked > 0
    assert told.getvalue().count("engine left alone") == 1


def test_engines_have_what_the_function_has_left_and_never_more_than_thirty_seconds() -> None:
    assert 0 < seconds_left(lambda: 60_000)() <= 30
    assert 0 < seconds_left(lambda: 20_000)() <= 12
    assert seconds_left(lambda: 7_000)() < 0


@pytest.mark.parametrize(("status", "locked_out"), [(403, 1), (500, 0)])
def test_an_engine_that_does_not_accept_our_key_raises_the_alarm(
    desk: Deployment,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    status: int,
    locked_out: int,
) -> None:
    desk.upload("config/newsroom.yaml", CONFIG.replace("pseudo", "libretranslate"))
    sentences = " ".join(f"It flows to the {place}." for place in ("sea", "east", "south", "west"))
    events = take_in(desk, STORY.replace("It flows to the sea.", sentences))
    wanted = next(event for event in events if event["detail-type"] == "StoryAccepted")
    wanted["detail"]["again"] = True
    with serving(lambda _: (status, "")) as engine:
        monkeypatch.setenv("LIBRETRANSLATE_URL", engine.address)
        translate(queued(wanted), Context())
    (measured,) = [line for line in capsys.readouterr().out.splitlines() if "LockedOut" in line]
    assert json.loads(measured)["EnginesLockedOut"] == [locked_out]


@pytest.mark.parametrize(("tries", "again"), [("5", False), ("1", True)])
def test_a_translation_that_is_held_for_hours_is_no_dead_letter(
    desk: Deployment, tries: str, *, again: bool
) -> None:
    desk.upload("config/newsroom.yaml", CONFIG.replace("memory, pseudo", "memory"))
    wanted = next(event for event in take_in(desk) if event["detail-type"] == "StoryAccepted")
    wanted["detail"]["again"] = again
    batch = queued(wanted)
    batch["Records"][0]["attributes"]["ApproximateReceiveCount"] = tries
    assert translate(batch, Context()) == {"batchItemFailures": []}
    (held,) = desk.announced()
    assert held["detail-type"] == "ArticleHeld"
    assert held["detail"]["for_long"] is not again


def test_a_configuration_makes_the_fronts_and_renews_every_story_month_by_month(
    desk: Deployment,
) -> None:
    events = take_in(desk)
    publish(queued(events[0]), Context())
    desk.announced()
    publish(queued(news("ConfigAccepted", number=1)), Context())
    assert "politics" in desk.reads("site", "es/politics/index.html")
    (month,) = desk.announced()
    assert month["detail-type"] == "MonthTouched"
    publish(queued(month), Context())
    (touched,) = desk.announced()
    assert touched["detail"]["stories"] == [RIVER]
    publish(queued(touched), Context())
    assert [event["detail-type"] for event in desk.announced()] == ["PagesPublished"]
    publish(queued(touched), Context())
    assert desk.announced() == []  # done already


def test_picks_are_taken_in_with_a_receipt_and_faults_leave_them_in_force(
    desk: Deployment,
) -> None:
    key, receipt = "config/most-read.yaml", "receipts/config/most-read.yaml.md"
    told = take_in(desk, "bans: [{story: inbox/2026/11/river, until: 2099-01-01T00:00:00Z}]", key)
    assert [event["detail-type"] for event in told] == ["UploadAccepted"]
    assert report(queued(*told), Context()) == {"batchItemFailures": []}
    assert desk.reads("newsroom", receipt).startswith("# Accepted\n")
    told = take_in(desk, "bans: [{stroy: inbox/2026/11/river}]", key)
    assert [event["detail-type"] for event in told] == ["UploadRejected"]
    report(queued(*told), Context())
    assert "Did you mean “story”?" in desk.reads("newsroom", receipt)
    in_force = picks_in_force(ports().archive, ports().bodies)
    assert [ban.story for ban in in_force.bans] == [RIVER]


def test_the_overview_tells_what_ranking_wants_the_desk_to_look_at(desk: Deployment) -> None:
    take_in(desk)
    hot = Hot(story=RIVER, edition="en", place=1, readers=70, headline="A river", missing=("ar",))
    now = utc_now()
    radars().hang(Radar(revision=1, as_of=now, changed=now, hot=(hot,)))
    assert report(queued(news("DeskTouched")), Context()) == {"batchItemFailures": []}
    overview = desk.reads("newsroom", "receipts/index.md")
    assert "place 1 in Trending, readers in 24 hours: 70" in overview
    assert "Your own text goes to `inbox/2026/11/river.ar.md`." in overview


def test_a_story_that_cannot_be_published_fails_alone(desk: Deployment) -> None:
    events = take_in(desk)
    good = next(event for event in events if event["detail-type"] == "ArticleReady")
    other = "inbox/2026/11/bridge.en.md"
    take_in(desk, STORY.replace("river", "bridge"), other)
    kept = desk.s3.list_objects_v2(Bucket="newsroom", Prefix="facts/")["Contents"]
    bridge = [item["Key"] for item in kept if "A bridge" in desk.reads("newsroom", item["Key"])]
    for key in bridge:
        desk.s3.delete_object(Bucket="newsroom", Key=key)
    forget_clients()
    bad = news("ArticleReady", story=log_of(other), edition="en", urgent=False)
    answer = publish(queued(bad, good), Context())
    assert answer == {"batchItemFailures": [{"itemIdentifier": "message-0"}]}
    assert RIVER in desk.reads("site", "en/index.html")


def test_a_bad_message_does_not_take_its_neighbours_along(desk: Deployment) -> None:
    events = take_in(desk)
    good = next(event for event in events if event["detail-type"] == "ArticleReady")
    other = "inbox/2026/11/bridge.en.md"
    take_in(desk, STORY.replace("river", "bridge"), other)
    kept = desk.s3.list_objects_v2(Bucket="newsroom", Prefix="facts/")["Contents"]
    for key in [item["Key"] for item in kept if "bridge" in desk.reads("newsroom", item["Key"])]:
        desk.s3.put_object(Bucket="newsroom", Key=key, Body=b"no JSON at all")
    forget_clients()
    broken = news("ArticleReady", story=log_of(other), edition="en", urgent=False)
    batch = queued({"nonsense": True}, broken, good)
    failed = {"batchItemFailures": [{"itemIdentifier": f"message-{n}"} for n in (0, 1)]}
    assert publish(batch, Context()) == failed
    assert RIVER in desk.reads("site", "en/index.html")
    assert report(batch, Context()) == failed
    assert desk.reads("newsroom", "receipts/2026/11/river.en.md.json")


def test_a_ranking_that_is_told_is_on_its_pages(desk: Deployment) -> None:
    take_in(desk)
    publish(queued(news("ArticleReady", story=RIVER, edition="en", urgent=False)), Context())
    home = Ranking.model_validate(
        {
            "edition": "en", "list": "home", "chart": "most-read", "revision": 7,
            "as_of": utc_now(), "changed": utc_now(), "stories": [{"story": RIVER}],
        }
    )  # fmt: skip
    DynamoRankings(Table(boto3.client("dynamodb"), "counts")).put(home)
    told = news("RankingsChanged", rankings=[["en", "home"], ["en", "everywhere"]])
    assert publish(queued(told, told), Context()) == {"batchItemFailures": []}
    for key in ("en/index.html", "en/most-read", "en/most-read-rows"):
        assert "ranking.home.most-read:7" in desk.reads("site", key)


def test_a_ranking_whose_pages_cannot_be_made_fails_alone(desk: Deployment) -> None:
    take_in(desk)
    table = Table(boto3.client("dynamodb"), "counts")
    table.client.delete_table(TableName="counts")
    told = news("RankingsChanged", rankings=[["en", "home"]])
    month = news("MonthTouched", edition="en", period="2020-01", office=1)
    answer = publish(queued(month, told), Context())
    assert answer == {"batchItemFailures": [{"itemIdentifier": "message-1"}]}


def test_a_rebuild_is_done_part_by_part_and_gives_back_what_it_could_not_do(
    desk: Deployment,
) -> None:
    events = take_in(desk)
    publish(queued(*events), Context())
    before = site(desk)
    desk.announced()
    for key in before:
        desk.s3.delete_object(Bucket="site", Key=key)
    lose_what_is_derived()
    first = [news("FrontsLost"), news("EntriesLost", stories=[RIVER])]
    assert publish(lost(*first), Context()) == {"batchItemFailures": []}
    months = [f"{month:02}" for month in range(1, 13)]
    lists = [
        news("ListLost", edition=edition, list=name, months=months)
        for edition in ("en", "ar", "es")
        for name in ("home", "section/politics", "kind/news")
    ]
    assert publish(lost(*lists), Context()) == {"batchItemFailures": []}
    assert publish(lost(news("PagesLost", stories=[RIVER])), Context()) == {"batchItemFailures": []}
    assert before.items() <= site(desk).items()
    assert desk.announced() == []

    for item in desk.s3.list_objects_v2(Bucket="newsroom", Prefix="facts/")["Contents"]:
        desk.s3.delete_object(Bucket="newsroom", Key=item["Key"])
    forget_clients()
    answer = publish(lost(news("EntriesLost", stories=[RIVER])), Context())
    assert answer == {"batchItemFailures": [{"itemIdentifier": "message-0"}]}


def lost(*messages: dict[str, Any]) -> dict[str, Any]:
    """The messages as the state machine of a rebuild hands them to publish."""
    records = queued(*messages)["Records"]
    return {"Records": [{name: one[name] for name in ("messageId", "body")} for one in records]}


def lose_what_is_derived() -> None:
    dynamodb = boto3.client("dynamodb")
    for item in dynamodb.scan(TableName="triptych")["Items"]:
        if not item["pk"]["S"].startswith("log#"):
            place = {"pk": item["pk"], "sk": item["sk"]}
            dynamodb.delete_item(TableName="triptych", Key=place)


def site(desk: Deployment) -> dict[str, bytes]:
    """Every object of the site bucket."""
    found = desk.s3.list_objects_v2(Bucket="site").get("Contents", ())
    return {
        item["Key"]: desk.s3.get_object(Bucket="site", Key=item["Key"])["Body"].read()
        for item in found
    }


def test_a_glossary_asks_for_the_machines_words_that_it_changes(desk: Deployment) -> None:
    events = take_in(desk)
    wanted = [event for event in events if event["detail-type"] == "StoryAccepted"]
    translate(queued(*wanted), Context())
    publish(queued(*events[:1], *desk.announced()), Context())
    desk.announced()

    touched = take_in(desk, "en,es\nsea,mar\n", "config/glossary.csv")
    assert [event["detail-type"] for event in touched] == ["UploadAccepted", "GlossaryTouched"]
    assert translate(queued(touched[1]), Context()) == {"batchItemFailures": []}
    told = desk.announced()
    assert [event["detail-type"] for event in told] == ["UploadAccepted", "StoryAccepted"]
    assert (told[1]["detail"]["story"], told[1]["detail"]["edition"]) == (RIVER, "es")
    report(queued(told[0]), Context())
    receipt = json.loads(desk.reads("newsroom", "receipts/config/glossary.csv.json"))
    assert [note["rule"] for note in receipt["notes"]] == ["terms-change", "terms-change-story"]
    assert "sea" in desk.reads("newsroom", "translations/config/glossary.tmx")


def change_glossary(desk: Deployment) -> list[dict[str, Any]]:
    """What is announced of it where Amazon translates."""
    with_amazon = CONFIG.replace("pseudo]", "pseudo, amazon-translate]")
    take_in(desk, with_amazon, "config/newsroom.yaml")
    touched = take_in(desk, "en,es\nsea,mar\n", "config/glossary.csv")
    assert translate(queued(touched[1]), Context()) == {"batchItemFailures": []}
    return desk.announced()


def test_amazon_knows_a_changed_glossary_before_anybody_asks_it_for_words(
    desk: Deployment, monkeypatch: pytest.MonkeyPatch
) -> None:
    service, too_early = Amazon(), list[dict[str, Any]]()

    def answering(asked: Asked) -> Told:
        too_early.extend(desk.announced())
        return service(asked)

    with aws(answering) as amazon:
        monkeypatch.setenv("AWS_ENDPOINT_URL_TRANSLATE", amazon.address)
        assert change_glossary(desk)
    assert too_early == []
    assert service.rows("triptych-en-es") == [["en", "es"], ["sea", "mar"]]
    assert service.rows("triptych-es-en") == [["es", "en"], ["mar", "sea"]]
    assert [one for one in amazon.asked if "Text" in one] == []


@pytest.mark.parametrize("code", ["AccessDeniedException", "TooManyRequestsException"])
def test_a_glossary_that_amazon_does_not_take_holds_nothing_and_is_logged_without_its_words(
    desk: Deployment, told: io.StringIO, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    with aws(lambda _: fault(400, code, "not on arn:aws:translate for sea")) as amazon:
        monkeypatch.setenv("AWS_ENDPOINT_URL_TRANSLATE", amazon.address)
        announced = change_glossary(desk)
    assert [event["detail-type"] for event in announced] == ["UploadAccepted"]
    (line,) = (line for line in told.getvalue().splitlines() if "not renewed" in line)
    assert json.loads(line)["reason"] == code
    assert "sea" not in line
    assert "arn:aws:translate" not in told.getvalue()
