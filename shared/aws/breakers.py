"""DynamoDB: how translation engines have done lately."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from shared.aws.tables import Table
from shared.clock import Clock
from shared.translation.breaker import Breaker
from shared.translation.ports import Pair

KEPT = timedelta(days=1)
"""An engine that nobody has asked for so long is asked as if it had never failed."""


@dataclass
class DynamoBreakers:
    """A partition for each engine, an item for each pair that failed lately."""

    table: Table
    clock: Clock

    def find(self, engine: str, pair: Pair) -> Breaker:
        value = self.table.get(_pk(engine), _sk(pair))
        return Breaker.model_validate_json(value) if value else Breaker()

    def put(self, engine: str, pair: Pair, breaker: Breaker) -> None:
        expires = int((self.clock() + KEPT).timestamp())
        self.table.put_next(_pk(engine), _sk(pair), breaker, breaker.revision, expires=expires)

    def known(self, engine: str) -> Iterator[tuple[str, Breaker]]:
        """The pairs of an engine that failed lately, as "en#es"."""
        for item in self.table.items(_pk(engine)):
            yield item["sk"]["S"], Breaker.model_validate_json(item["value"]["S"])


def _pk(engine: str) -> str:
    return f"breaker#{engine}"


def _sk(pair: Pair) -> str:
    return f"{pair.source}#{pair.target}"
