"""A day of reading has the shape of real ones, and is the same for the same seed."""

import random
from collections import Counter

import pytest

from infra.readers.addresses import internet
from infra.readers.agents import browsers
from infra.readers.day import (
    SHARES,
    Breaking,
    Day,
    View,
    births,
    invented_articles,
    people,
    robots,
)

ARTICLES = invented_articles(40)
NEWS = ARTICLES[0].story


def a_day(views: int = 20_000, seed: int = 1, **about: object) -> Day:
    rng = random.Random(seed)
    ips = internet(rng, 300)
    crowd = {edition: people(rng, 500, ips, browsers()) for edition in SHARES}
    return Day(ARTICLES, crowd, robots(rng, 20, ips), views, seed, **about)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def views() -> list[View]:
    return list(a_day(born=births(ARTICLES)).reading())


def test_the_same_seed_gives_the_same_day_and_another_another() -> None:
    assert list(a_day(500).reading()) == list(a_day(500).reading())
    assert list(a_day(500).reading()) != list(a_day(500, seed=2).reading())


def test_as_many_views_as_were_asked_for_come_in_order_within_the_day(views: list[View]) -> None:
    assert abs(len(views) - 20_000) < 200
    assert views == sorted(views, key=lambda view: view.at)
    assert 0 <= views[0].at < views[-1].at < 86_400


def test_a_part_of_a_day_stays_within_its_minutes() -> None:
    found = list(a_day(300, first=361, minutes=7).reading())
    assert 280 < len(found) < 320
    assert all(361 * 60 <= view.at < 368 * 60 for view in found)


def test_nights_are_quiet_and_evenings_are_not(views: list[View]) -> None:
    by_hour = Counter(int(view.at // 3600) for view in views if view.article.edition == "en")
    assert by_hour[20] > 4 * by_hour[4]


def test_a_few_stories_have_most_readers_and_none_before_it_was_out(views: list[View]) -> None:
    by_story = Counter(view.article.story for view in views)
    first = sum(number for _, number in by_story.most_common(8))
    assert first > 0.4 * len(views)
    born = births(ARTICLES)
    assert all(view.at >= 60 * (born[view.article.story] - 5) for view in views)


def test_each_edition_has_its_share(views: list[View]) -> None:
    found = Counter(view.article.edition for view in views)
    for edition, share in SHARES.items():
        assert found[edition] / len(views) == pytest.approx(share, abs=0.1)


def test_breaking_news_takes_its_share_from_its_minute_on() -> None:
    views = list(a_day(breaking=Breaking(NEWS, 600, share=0.3)).reading())
    after = [view.article.story == NEWS for view in views if view.at >= 36_000]
    assert sum(after) / len(after) == pytest.approx(0.3, abs=0.03)


def test_robots_are_not_among_the_people(views: list[View]) -> None:
    kinds = Counter(view.kind for view in views)
    assert kinds["robot"] / len(views) == pytest.approx(0.17, abs=0.02)
    agents = set(browsers())
    assert all((view.reader.agent in agents) == (view.kind not in {"robot", "monitor"})
               for view in views)  # fmt: skip


def test_who_loads_a_page_again_has_read_it_before(views: list[View]) -> None:
    read = {(view.reader, view.article) for view in views if view.kind == "read"}
    again = [view for view in views if view.kind == "again"]
    assert again
    assert all((view.reader, view.article) in read for view in again)
