"""What a translation engine may cost: the part `budgets` of the newsroom's configuration."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from shared.news.record import Record

MILLION = 1_000_000
MOST_CHARACTERS = 1_000_000_000_000
MOST_DOLLARS = 1_000_000

PRICES: Mapping[str, float] = {"amazon-translate": 15, "bedrock": 25, "microsoft": 10}
"""US$ for a million characters as the providers publish it; the others ask for nothing.

Bedrock charges for tokens: this is what they come to with a large model.
"""

Characters = Annotated[int, Field(ge=1000, le=MOST_CHARACTERS)]
Dollars = Annotated[float, Field(ge=0, le=MOST_DOLLARS)]
Period = Literal["month", "day", "minute"]


class Budget(Record):
    """Of one engine. Days and months are those of UTC; what is left out has no limit."""

    dollars_per_million: Dollars | None = None
    """What a million characters cost, where that is not the public price."""
    characters_per_minute: Characters | None = None
    characters_per_day: Characters | None = None
    characters_per_month: Characters | None = None
    dollars_per_day: Dollars | None = None
    dollars_per_month: Dollars | None = None

    def price(self, engine: str) -> float:
        """US$ for a million characters."""
        shipped = PRICES.get(engine, 0.0)
        return shipped if self.dollars_per_million is None else self.dollars_per_million

    def most(self, engine: str, period: Period) -> int | None:
        """How many characters the engine may be sent in a period; None where nothing limits it."""
        price = self.price(engine)
        characters, dollars = {
            "month": (self.characters_per_month, self.dollars_per_month),
            "day": (self.characters_per_day, self.dollars_per_day),
            "minute": (self.characters_per_minute, None),
        }[period]
        bought = None if dollars is None or not price else int(dollars / price * MILLION)
        limits = [one for one in (characters, bought) if one is not None]
        return min(limits, default=None)
