"""The rankings, in the table of counts: one item for each, read strongly consistent."""

from dataclasses import dataclass

from shared.aws.tables import Table
from shared.news.language import Language
from shared.news.ranking import Chart, Ranking


@dataclass
class DynamoRankings:
    """What readers read most."""

    table: Table

    def ranking(self, edition: Language, name: str, chart: Chart) -> Ranking | None:
        value = self.table.get(f"L#{edition}#{name}", chart)
        return Ranking.model_validate_json(value) if value else None
