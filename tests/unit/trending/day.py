"""Hours and cards for the tests of ranking: say what matters, the rest is sensible."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from shared.ids import short_id
from shared.news.article import Card
from shared.news.language import Language
from shared.news.most_read import MostRead
from shared.trending.hours import BUCKETS, Tally

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
RULES = MostRead()
RIVER, BAKERY, TRAM = (short_id(name) for name in ("river", "bakery", "tram"))


def a_tally(views: int | Sequence[int], **numbers: int) -> Tally:
    """By default every view is of another visitor in another network, and half have phones."""
    by_bucket = (views, *(0,) * (BUCKETS - 1)) if isinstance(views, int) else tuple(views)
    total = sum(by_bucket)
    told = {"visitors": total, "networks": total, "phones": total // 2} | numbers
    return Tally(by_bucket, **told)


def a_card(story: str, *, age: int = 0, edition: Language = "en", **changes: Any) -> Card:
    """A news story of politics that came out `age` minutes before noon."""
    values = {
        "story": story,
        "edition": edition,
        "address": f"/{edition}/politics/{story}",
        "published": NOON - timedelta(minutes=age),
        "kind": "news",
        "section": "politics",
        "headline": story,
    }
    return Card.model_validate(values | changes)


def cards_of(*stories: str) -> dict[str, Card]:
    """Their cards, the first the newest."""
    return {story: a_card(story, age=age) for age, story in enumerate(stories)}
