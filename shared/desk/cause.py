"""Why a message failed, as each function notes it for the day when it is a dead letter."""

from typing import Literal

from shared.news.record import Record

Kind = Literal["unavailable", "bug", "undelivered", "unfinished"]


class Cause(Record):
    """Why a message failed the last time: `reason` is for whoever mends it."""

    kind: Kind
    reason: str = ""
