"""An object of the access logs is delivered, and becomes what a day keeps of its hours."""

import gzip
import io
import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, cast

import boto3
import pytest
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.count.handler import lambda_handler as count
from infra.local.edge.access_log import HEADER
from shared.aws.hours import named
from shared.clock import utc_now
from shared.news.keys import log_of
from shared.trending.delta import Delta, add, delta_in
from shared.trending.hours import hour_of
from tests.handlers.conftest import Context, Deployment, captured, queued
from tests.handlers.test_rank import KEYS, publish_two

CONTEXT = cast("LambdaContext", Context())
RIVER = log_of(KEYS[0])
LOG = "AWSLogs/123456789012/CloudFront/E2EXAMPLE.2026-11-24-08.5cbd3f1a.gz"
SAFARI = "Mozilla/5.0%20(iPhone;%20CPU%20iPhone%20OS%2018_5)%20AppleWebKit/605.1.15%20Mobile/15E148"
ADDRESS = "203.0.113.77"


def a_line(at: datetime, path: str, ip: str = ADDRESS) -> str:
    known = {
        "date": f"{at:%Y-%m-%d}", "time": f"{at:%H:%M:%S}", "c-ip": ip, "cs-method": "GET",
        "cs-uri-stem": path, "sc-status": "200", "cs(User-Agent)": SAFARI,
    }  # fmt: skip
    return "\t".join(known.get(name, "-") for name in HEADER.split())


def a_log(*lines: str) -> bytes:
    return gzip.compress("\n".join(["#Version: 1.0", f"#Fields: {HEADER}", *lines, ""]).encode())


def deliver(deployment: Deployment, content: bytes, key: str = LOG) -> dict[str, Any]:
    deployment.s3.put_object(Bucket="access", Key=key, Body=content)
    return told_of(key)


def told_of(*keys: str) -> dict[str, Any]:
    events = [captured("s3_log_delivered", key=key) for key in keys]
    answer: dict[str, Any] = count(queued(*events), CONTEXT)
    return answer


def stored(prefix: str) -> list[dict[str, Any]]:
    items = boto3.resource("dynamodb").Table("counts").scan()["Items"]
    return [item for item in items if item["pk"].startswith(prefix)]


def counted(items: Sequence[dict[str, Any]]) -> Delta:
    total = Delta()
    for item in items:
        add(total, delta_in(item["v"].value))
    return total


def hear_of_reading_late(deployment: Deployment) -> None:
    """A page of a story that stands was read three hours ago."""
    at = utc_now() - timedelta(hours=3)
    deliver(deployment, a_log(a_line(at, f"/en/politics/a-river-{RIVER}")))


def test_views_of_a_log_object_are_kept_under_its_name(deployment: Deployment) -> None:
    publish_two(deployment)
    now = utc_now()
    log = a_log(*(a_line(now, f"/en/politics/a-river-{RIVER}", f"203.0.{n}.7") for n in range(3)))
    for _ in range(3):
        assert deliver(deployment, log) == {"batchItemFailures": []}
    (item,) = {item["sk"]: item for item in stored("D#")}.values()
    assert item["pk"].startswith(f"D#{named(hour_of(now))}#")
    ((key, counts),) = counted([item]).items()
    assert key == (RIVER, "en")
    assert (sum(counts.views), counts.phones) == (3, 3)
    assert (counts.visitors.count(), counts.networks.count()) == (3, 3)


def test_a_message_may_name_several_objects_and_counts_each(deployment: Deployment) -> None:
    publish_two(deployment)
    log = a_log(a_line(utc_now(), f"/en/politics/a-river-{RIVER}"))
    keys = [LOG.replace("5cbd", end) for end in ("0001", "0002")]
    for key in keys:
        deployment.s3.put_object(Bucket="access", Key=key, Body=log)
    told = [one for key in keys for one in captured("s3_log_delivered", key=key)["Records"]]
    assert count(queued({"Records": told}), CONTEXT) == {"batchItemFailures": []}
    assert len({item["sk"] for item in stored("D#")}) == 2


def test_that_s3_tries_the_queue_is_passed_over(deployment: Deployment) -> None:
    publish_two(deployment)
    log = a_log(a_line(utc_now(), f"/en/politics/a-river-{RIVER}"))
    deployment.s3.put_object(Bucket="access", Key=LOG, Body=log)
    told = (captured("s3_test_event"), captured("s3_log_delivered", key=LOG))
    assert count(queued(*told), CONTEXT) == {"batchItemFailures": []}
    assert len(stored("D#")) == 1


def test_what_comes_late_is_marked_for_ranking(deployment: Deployment) -> None:
    publish_two(deployment)
    hear_of_reading_late(deployment)
    (mark,), (item,) = stored("LATE"), stored("D#")
    assert mark["sk"].startswith(item["pk"][2:15])


def test_an_id_that_no_story_has_leaves_nothing_behind(deployment: Deployment) -> None:
    deliver(deployment, a_log(a_line(utc_now(), "/en/politics/forged-aaaaaaaaaa")))
    assert stored("D#") == []


def test_no_address_and_no_user_agent_is_kept_or_logged(
    deployment: Deployment, told: io.StringIO, capsys: pytest.CaptureFixture[str]
) -> None:
    publish_two(deployment)
    at = utc_now() - timedelta(hours=3)
    path = f"/en/politics/a-river-{RIVER}"
    deliver(deployment, a_log(a_line(at, path), a_line(at, path, "no address"), "nonsense"))
    said = "".join((told.getvalue(), *capsys.readouterr()))
    kept = repr([(item, item["v"].value if "v" in item else None) for item in stored("")])
    for text in (said, kept):
        assert ADDRESS not in text
        assert "iPhone" not in text
    (line,) = [json.loads(one) for one in told.getvalue().splitlines() if '"counted"' in one]
    assert (line["lines"], line["views"], line["unparsed"]) == (3, 1, 2)


def test_one_object_that_cannot_be_had_does_not_hold_up_another(deployment: Deployment) -> None:
    publish_two(deployment)
    deliver(deployment, a_log(a_line(utc_now(), f"/en/politics/a-river-{RIVER}")))
    bad = {"Records": [{"nothing": "known"}]}
    answer = count(queued(bad, captured("s3_log_delivered", key="AWSLogs/gone.gz")), CONTEXT)
    assert answer == {"batchItemFailures": [{"itemIdentifier": "message-0"}]}


def test_salt_and_deltas_are_gone_26_hours_after_their_hour(deployment: Deployment) -> None:
    publish_two(deployment)
    now = utc_now()
    deliver(deployment, a_log(a_line(now, f"/en/politics/a-river-{RIVER}")))
    end = hour_of(now) + timedelta(hours=27)
    assert {int(item["expires"]) for item in stored("D#") + stored("SALT#")} == {
        int(end.timestamp())
    }
