"""Invented logs look like those that the local front writes, and like CloudFront's."""

import random
from datetime import datetime
from urllib.parse import unquote

import pytest

from infra.local.edge.access_log import HEADER, line
from infra.local.edge.edge import Reply, Request
from infra.readers.addresses import internet
from infra.readers.agents import browsers
from infra.readers.day import SHARES, Day, View, invented_articles, people, robots
from infra.readers.logs import DATE, HOST, TITLE, Log, objects

FIELDS = HEADER.split()


def views() -> list[View]:
    rng = random.Random(1)
    ips = internet(rng, 100)
    crowd = {edition: people(rng, 200, ips, browsers()) for edition in SHARES}
    return list(Day(invented_articles(30), crowd, robots(rng, 9, ips), 3000).reading())


VIEWS = views()


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    return [dict(zip(FIELDS, text[:-1].split("\t"), strict=True)) for text in Log().lines(VIEWS)]


def articles(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    addresses = {view.article.address for view in VIEWS}
    return [row for row in rows if unquote(row["cs-uri-stem"]) in addresses]


def test_every_view_is_a_line_with_its_reader_its_page_and_its_second(
    rows: list[dict[str, str]],
) -> None:
    found = articles(rows)
    assert len(found) == len(VIEWS)
    for row, view in zip(found, VIEWS, strict=True):
        assert unquote(row["cs-uri-stem"]) == view.article.address
        assert row["c-ip"] == view.reader.ip
        assert unquote(row["cs(User-Agent)"]).removeprefix("-") == view.reader.agent
        at = datetime.fromisoformat(f"{row['date']}T{row['time']}+00:00")
        assert int((at - DATE).total_seconds()) == int(view.at)


def test_three_lines_in_ten_are_articles_and_a_line_has_some_464_bytes(
    rows: list[dict[str, str]],
) -> None:
    assert len(articles(rows)) / len(rows) == pytest.approx(0.3, abs=0.02)
    size = sum(len("\t".join(row.values())) + 1 for row in rows) / len(rows)
    assert size == pytest.approx(464, rel=0.1)


def test_a_busier_page_brings_more_lines_along() -> None:
    lines = list(Log(beside=19).lines(VIEWS))
    assert len(lines) / len(VIEWS) == pytest.approx(20, rel=0.03)


def test_only_whole_pages_that_people_asked_for_answer_200_or_304_to_a_get(
    rows: list[dict[str, str]],
) -> None:
    good = {"read": ("GET", "200"), "again": ("GET", "304"),
            "robot": ("GET", "200"), "prefetch": ("GET", "503"),
            "monitor": ("HEAD", "200"), "gone": ("GET", "404")}  # fmt: skip
    for row, view in zip(articles(rows), VIEWS, strict=True):
        assert (row["cs-method"], row["sc-status"]) == good[view.kind]


def test_request_ids_are_never_the_same(rows: list[dict[str, str]]) -> None:
    assert len({row["x-edge-request-id"] for row in rows}) == len(rows)


def test_the_local_front_would_write_the_same_page_address_and_browser() -> None:
    view = next(view for view in VIEWS if view.article.edition == "ar" and view.kind == "read")
    headers = {"user-agent": view.reader.agent, "host": HOST}
    request = Request("GET", view.article.address, "", headers, view.reader.ip)
    reply = Reply(200, {"x-amz-cf-pop": "X", "x-amz-cf-id": "Y"}, b"", "Hit")
    text = line(request, reply, seconds=0.1, at=DATE, domain="d", port=1)
    front = dict(zip(FIELDS, text.split("\t"), strict=True))
    ours = dict(zip(FIELDS, next(Log().lines([view]))[:-1].split("\t"), strict=True))
    same = ("c-ip", "cs-method", "cs-uri-stem", "cs(User-Agent)", "cs-uri-query", "cs-protocol",
            "sc-status", "x-host-header", "x-forwarded-for", "cs(Cookie)")  # fmt: skip
    assert [ours[name] for name in same] == [front[name] for name in same]


def test_objects_hold_all_lines_under_the_fields_they_name() -> None:
    lines = list(Log().lines(VIEWS[:100]))
    texts = list(objects(iter(lines), 64))
    assert "".join(text.removeprefix(TITLE) for text in texts) == "".join(lines)
    assert all(text.startswith(f"#Version: 1.0\n#Fields: {HEADER}\n") for text in texts)
    assert {text.count("\n") - 2 for text in texts[:-1]} == {64}
