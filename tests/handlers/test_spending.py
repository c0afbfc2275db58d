"""What `triptych spending` says, on a stack in moto."""

import argparse
import json
from datetime import UTC, datetime, timedelta

import boto3
import pytest

from functions.ingest.handler import lambda_handler as ingest
from infra.cli.spending import tell
from shared.aws.breakers import DynamoBreakers
from shared.aws.tables import Table
from shared.aws.till import DynamoTill
from shared.clock import utc_now
from shared.translation.breaker import Breaker
from shared.translation.ports import Pair
from tests.handlers.conftest import Context, Deployment, captured, queued
from tests.handlers.test_handlers import CONFIG

NOW = datetime(2026, 11, 29, 15, 4, tzinfo=UTC)
BUDGETS = "budgets: {amazon-translate: {dollars_per_day: 3, characters_per_month: 1000000}}"


def told(capsys: pytest.CaptureFixture[str], *, as_json: bool = False) -> str:
    assert tell(argparse.Namespace(json=as_json), NOW) == 0
    return capsys.readouterr().out


@pytest.fixture
def table(deployment: Deployment) -> Table:
    deployment.upload("config/newsroom.yaml", f"{CONFIG}{BUDGETS}\n")
    event = captured("s3_object_created", key="config/newsroom.yaml")
    assert ingest(queued(event), Context()) == {"batchItemFailures": []}
    return Table(boto3.client("dynamodb"), "triptych")


@pytest.mark.usefixtures("table")
def test_a_budget_of_which_nothing_is_spent_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    said = told(capsys)
    assert "today      2026-11-29 0 characters of 200,000 (0%), $0.00 of $3.00" in said
    assert "google" not in said


def test_what_was_spent_is_told_by_engine_beside_its_budget(
    table: Table, capsys: pytest.CaptureFixture[str]
) -> None:
    till = DynamoTill(table, utc_now)
    for period, characters in (("2026-11", 250_000), ("2026-11-29", 50_000), ("2026-10", 7)):
        till.add("amazon-translate", period, characters, None)
    till.add("google", "2026-11", 1234, None)
    said = told(capsys).splitlines()
    amazon = "amazon-translate this month 2026-11    250,000 characters of 1,000,000 (25%)"
    assert said == [
        "google           today      2026-11-29 0 characters",
        "google           this month 2026-11    1,234 characters",
        "amazon-translate today      2026-11-29 50,000 characters of 200,000 (25%), $0.75 of $3.00",
        f"{amazon}, $3.75 of $15.00",
    ]


def test_engines_that_are_left_alone_are_told_with_why_and_until_when(
    table: Table, capsys: pytest.CaptureFixture[str]
) -> None:
    breakers = DynamoBreakers(table, utc_now)
    resting = Breaker(revision=1, opened=2, until=NOW + timedelta(seconds=90), why="throttled")
    breakers.put("google", Pair("en", "es"), resting)
    breakers.put("google", Pair("en", "ar"), resting.model_copy(update={"until": NOW}))
    said = told(capsys)
    assert (
        "google is left alone from en to es until 15:05:30 UTC: throttled, for the second time"
        in said
    )
    assert "en to ar" not in said
    (one,) = json.loads(told(capsys, as_json=True))["resting"]
    assert (one["engine"], one["pair"], one["why"]) == ("google", "en#es", "throttled")
